"""Former addresses at which there is a page again: what leads on from there is no longer needed."""

from collections.abc import Collection, Iterator

from fokusbericht.building.output import Output
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem, Severity
from fokusbericht.urls import path_of

RULE = "weiterleitung"


def find_superseded(report: Report, outputs: Collection[Output]) -> Iterator[Problem]:
    """Yield a hint for each of them."""
    sources = {one.path: one.source for one in outputs}
    for old, one in report.weiterleitungen.items():
        if sources.get(path_of(old), one.place) != one.place:
            sentence = (
                f"Unter „{old}“ gibt es wieder eine Seite; die Weiterleitung gilt nicht. "
                "Bitte hier streichen."
            )
            yield Problem(one.place, sentence, RULE, Severity.WARNING)
