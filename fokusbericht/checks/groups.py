"""A recommendation comes from groups that worked in its year."""

from collections.abc import Iterator

from fokusbericht.checks.wording import written
from fokusbericht.model.planning import Fokusgruppe
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "gruppe"


def check(report: Report) -> Iterator[Problem]:
    """Yield groups that did not yet, or no longer, exist in the year of a recommendation."""
    for empfehlung in report.empfehlungen.values():
        for ref in empfehlung.fokusgruppen:
            group = report.fokusgruppen.get(ref.key.name)
            reason = _absence(group, empfehlung.jahr) if group and empfehlung.jahr else ""
            if group and reason:
                sentence = f"{group.titel} gab es {empfehlung.jahr} {reason}."
                yield Problem(ref.place, sentence, ID)


def _absence(group: Fokusgruppe, year: int) -> str:
    if group.seit and group.seit.year > year:
        return f"noch nicht, sie arbeitet laut ihrer Datei seit {written(group.seit)}"
    if group.bis and group.bis.year < year:
        return f"nicht mehr, sie arbeitete laut ihrer Datei bis {written(group.bis)}"
    return ""
