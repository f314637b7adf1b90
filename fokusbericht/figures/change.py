"""Which way a figure went since the last year it compares with: a shape and words, no verdict."""

from dataclasses import dataclass

from fokusbericht.model.figures import Indikator
from fokusbericht.statistics.messung import Messung

RISEN, FALLEN, SAME = ("▲", "gestiegen"), ("▼", "gesunken"), ("=", "unverändert")


@dataclass(frozen=True, slots=True)
class Change:
    """The way of a figure: its shape and "gestiegen seit 2011"."""

    shape: str
    text: str


def change_of(messung: Messung, area: str, year: int) -> Change | None:
    """Return how the shown figure of a year differs from the one before; None across a break."""
    known = messung.known(area)
    before = max((at for at in known if at < year), default=0)
    if year not in known or not before or _broken(messung.indikator, before, year):
        return None
    now, then = known[year], known[before]
    shape, word = RISEN if now > then else FALLEN if now < then else SAME
    return Change(shape, f"{word} seit {before}")


def _broken(indikator: Indikator, before: int, year: int) -> bool:
    return any(before < bruch.jahr <= year for bruch in indikator.brueche)
