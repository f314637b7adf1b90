"""Which places are alike: near one another in several figures, each measured by its own spread.

A difference counts in widths of the middle half of all places, so that a few extreme ones do not
set the measure; beyond `MOST` widths it counts no more, so that no single figure decides alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import quantiles

MOST = 3.0  # widths: farther apart is just "far"
FAR = 1.25  # on average farther apart than this is not alike
ENOUGH = 0.75  # so much of all figures must be known for both
FEWEST = 4  # fewer values have no spread worth the name

FigureRow = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Near:
    """A place that is like another: how far away it is, and in which figure how far."""

    area: str
    distance: float
    gaps: tuple[float | None, ...]  # in widths, at least 0; in the order of the figures


def scaled(rows: Mapping[str, FigureRow]) -> dict[str, tuple[float | None, ...]]:
    """Return the figures of all places in widths of the middle half of each figure."""
    widths = [_width([value for value in column if value is not None]) for column in _columns(rows)]
    return {
        area: tuple(
            None if value is None or not width else value / width
            for value, width in zip(row, widths, strict=True)
        )
        for area, row in rows.items()
    }


def _columns(rows: Mapping[str, FigureRow]) -> list[tuple[float | None, ...]]:
    return list(zip(*rows.values(), strict=True))


def _width(known: Sequence[float]) -> float:
    if len(known) < FEWEST:
        return 0.0
    low, _, high = quantiles(known, n=4, method="inclusive")
    return high - low


def nearest(rows: Mapping[str, tuple[float | None, ...]], own: str, most: int) -> list[Near]:
    """Return up to `most` places that are like one, the nearest first; `rows` are scaled."""
    return [one for one in by_distance(rows, own) if one.distance <= FAR][:most]


def by_distance(rows: Mapping[str, tuple[float | None, ...]], own: str) -> list[Near]:
    """Return all places that compare with one, the nearest first, however far they are."""
    others = (_near(area, rows[own], row) for area, row in rows.items() if area != own)
    known = [one for one in others if one is not None]
    return sorted(known, key=lambda one: (one.distance, one.area))


def _near(area: str, own: FigureRow, other: FigureRow) -> Near | None:
    gaps = tuple(
        None if one is None or two is None else abs(one - two)
        for one, two in zip(own, other, strict=True)
    )
    known = [min(gap, MOST) for gap in gaps if gap is not None]
    if not known or len(known) < ENOUGH * len(gaps):
        return None
    return Near(area, sqrt(sum(gap * gap for gap in known) / len(known)), gaps)
