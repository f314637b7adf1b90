"""What the law wants on a public site: a statement on accessibility, and a page to hold it."""

from collections.abc import Iterator

from fokusbericht.model.report import Report
from fokusbericht.model.texts import BARRIEREFREIHEIT
from fokusbericht.problems import Problem

ID = "veroeffentlichen"


def check(report: Report) -> Iterator[Problem]:
    """Yield what is missing."""
    stated = report.kreis.barrierefreiheit
    if stated is None:
        yield Problem(report.kreis.place, "Die Erklärung zur Barrierefreiheit fehlt.", ID)
    elif BARRIEREFREIHEIT.name not in report.seiten:
        sentence = (
            "Die Erklärung zur Barrierefreiheit erscheint auf der Seite "
            f"content/seiten/{BARRIEREFREIHEIT.name}.md. Die gibt es nicht."
        )
        yield Problem(stated.place, sentence, ID)
