"""Which way a figure went since the last year it compares with: a shape and words, no verdict."""

from dataclasses import dataclass

from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.statistics.levels import levels_of
from fokusbericht.statistics.rounding import whole

RISEN, FALLEN, SAME = ("▲", "gestiegen"), ("▼", "gesunken"), ("=", "unverändert")


@dataclass(frozen=True, slots=True)
class Change:
    """The way of a figure: its shape and "gestiegen seit 2011"."""

    shape: str
    text: str


def change_of(report: Report, indikator: Indikator, area: str, year: int) -> Change | None:
    """Return how the shown figure of a year differs from the one before; None across a break."""
    series = levels_of(report)[indikator.key.name].get(area, {})
    known = {at: one.value for at, one in series.items() if one.value is not None}
    before = max((at for at in known if at < year), default=0)
    if year not in known or not before or _broken(indikator, before, year):
        return None
    digits = indikator.dezimalstellen
    step = whole(known[year], digits) - whole(known[before], digits)
    shape, word = RISEN if step > 0 else FALLEN if step < 0 else SAME
    return Change(shape, f"{word} seit {before}")


def _broken(indikator: Indikator, before: int, year: int) -> bool:
    return any(before < bruch.jahr <= year for bruch in indikator.brueche)
