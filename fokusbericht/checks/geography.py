"""Centres and overrides of the Betrachtungsräume name Kommunen that exist."""

from collections.abc import Iterator

from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem, did_you_mean

ID = "unbekannter-raum"


def check(report: Report) -> Iterator[Problem]:
    """Yield unknown official keys in the rooms."""
    geografie = report.geografie
    named: list[tuple[str, Place]] = [
        (ags, raum.place) for raum in geografie.raeume.values() for ags in raum.zentren
    ]
    for fassung in geografie.fassungen:
        named += [(one.ags, one.place) for one in fassung.uebersteuerungen]
    for ags, place in named:
        if ags and ags not in geografie.kommunen:
            hint = did_you_mean(ags, geografie.kommunen)
            yield Problem(place, f"Die Kommune „{ags}“ steht nicht unter „kommunen“.{hint}", ID)
