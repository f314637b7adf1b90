"""Hints at earlier editions that still move on with the figures of today."""

from collections.abc import Iterator

from fokusbericht.model.report import Report
from fokusbericht.problems import Problem, Severity

ID = "eingefroren"


def check(report: Report) -> Iterator[Problem]:
    """Yield a hint at each edition that is not the newest and not frozen."""
    chosen = [one for one in report.berichte.values() if one.ausgabe and not one.beispiel]
    newest = max((one.jahr for one in chosen), default=0)
    for one in chosen:
        if one.jahr < newest and one.key.name not in report.eingefroren:
            sentence = (
                f"Die Ausgabe {one.key.name} zeigt die Zahlen von heute, obwohl es eine neuere "
                f"gibt. „build.py einfrieren {one.key.name}“ hält sie fest."
            )
            yield Problem(one.place, sentence, ID, Severity.WARNING)
