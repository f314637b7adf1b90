"""What a reader learns of one figure from one file: between which numbers it must lie."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

CellKey = tuple[str, str, int]  # indicator, area, year


class Sure(Enum):
    """How sure it is that a number is the figure of this place."""

    READ = "read"  # head and row of a table, field of a file, label of a drawing say so
    SAID = "said"  # a sentence says place and number in one breath


@dataclass(frozen=True, slots=True)
class Sighting:
    """A figure seen in a file: all that its printed digits leave possible, in its own unit.

    `year` is 0 where the file does not tell; `others` are areas that the name may mean as well.
    """

    indikator: str
    area: str
    year: int
    low: float
    high: float
    path: str
    where: str
    sure: Sure = Sure.READ
    others: tuple[str, ...] = ()

    def areas(self) -> tuple[str, ...]:
        """Return all areas that may be meant."""
        return (self.area, *self.others)


def seen_intervals(sightings: Iterable[Sighting]) -> Mapping[CellKey, tuple[float, float]]:
    """Return what all files together leave possible; only what is surely a cell counts."""
    found: dict[CellKey, tuple[float, float]] = {}
    for one in sightings:
        if one.sure is not Sure.READ or one.others or not one.year:
            continue
        cell = (one.indikator, one.area, one.year)
        low, high = found.get(cell, (one.low, one.high))
        joint = max(low, one.low), min(high, one.high)
        # Files that contradict each other cannot be joined: the narrower one is believed.
        found[cell] = (
            joint if joint[0] <= joint[1] else min((low, high), (one.low, one.high), key=_width)
        )
    return found


def _width(interval: tuple[float, float]) -> float:
    return interval[1] - interval[0]
