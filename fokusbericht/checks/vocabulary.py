"""The words people use lead to pages there are."""

from collections.abc import Iterator

from fokusbericht.model.report import Report
from fokusbericht.problems import Problem, did_you_mean

ID = "wort"


def check(report: Report) -> Iterator[Problem]:
    """Yield addresses that no menu leads to."""
    known = {point.ziel for point in report.kreis.menu_points()}
    for one in report.synonyme:
        for page in one.adressen:
            if page.ziel not in known:
                hint = did_you_mean(page.ziel, known)
                sentence = f"Zu „{page.ziel}“ führt kein Menü in kreis.yml.{hint}"
                yield Problem(page.place, sentence, ID)
