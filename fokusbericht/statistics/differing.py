"""How far a value lies from those of some others: outside their middle half, in widths of it.

It is a rule of order, so that a few extreme places do not move it, and it holds for four others
as for forty. Whether a value is much in itself is asked apart (`alike`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles

FEWEST = 4  # fewer others have no middle half worth the name


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a value stands among those of others: who is above it, level with it, below it."""

    above: tuple[str, ...]
    level: tuple[str, ...]
    below: tuple[str, ...]


def distance(own: float, others: Sequence[float]) -> float:
    """Return how far a value lies outside the middle half of others, in widths of it.

    It is below 0 where the value is lower, and 0 inside, with too few others, or where the middle
    half has no width.

    >>> distance(9, [1, 2, 3, 4, 5]), distance(1, [2, 3, 4, 5, 6]), distance(3, [1, 2, 3, 4, 5])
    (2.5, -1.0, 0.0)
    """
    if len(others) < FEWEST:
        return 0.0
    low, _, high = quantiles(others, n=4, method="inclusive")
    outside = min(0.0, own - low) + max(0.0, own - high)
    return outside / (high - low) if high > low else 0.0


def standing(own: float, others: Mapping[str, float]) -> Standing:
    """Return where a value stands; those beside it nearest first."""
    ordered = sorted(others, key=lambda one: (abs(others[one] - own), one))
    return Standing(
        above=tuple(one for one in ordered if others[one] > own),
        level=tuple(one for one in ordered if others[one] == own),
        below=tuple(one for one in ordered if others[one] < own),
    )
