"""A frozen edition belongs to a report."""

from collections.abc import Iterator

from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "eingefroren"


def check(report: Report) -> Iterator[Problem]:
    """Yield frozen editions whose report is not there."""
    whole = report.whole or report
    for name, frozen in report.eingefroren.items():
        if name not in whole.berichte:
            sentence = f"Zu dieser eingefrorenen Ausgabe fehlt content/berichte/{name}.md."
            yield Problem(frozen.place, sentence, ID)
