"""Which figures stand out among others of their kind: far from the middle half of all of them.

A value stands out when it lies farther outside the middle half of the places than that half is
wide. It is a rule of order, not of averages, so a few extreme places do not move it (Tukey 1977,
with a fence of one width).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor
from statistics import quantiles

FEWEST = 12  # fewer places have no middle half worth the name


@dataclass(frozen=True, slots=True)
class Half:
    """The middle half of all places: from the lower to the upper quartile, in whole last digits."""

    low: int
    high: int

    def distance(self, value: int) -> float:
        """Return how far a value lies outside, in widths of the half: below 0 if it is lower."""
        outside = min(0, value - self.low) + max(0, value - self.high)
        return outside / (self.high - self.low) if self.high > self.low else 0.0


def middle_half(values: Iterable[int]) -> Half | None:
    """Return the middle half of values in whole last digits; None if there are too few."""
    known = sorted(values)
    if len(known) < FEWEST:
        return None
    low, _, high = quantiles(known, n=4, method="inclusive")
    return Half(floor(low + 0.5), floor(high + 0.5))


def standing_out(values: Mapping[str, int]) -> dict[str, float]:
    """Return the places that stand out, each with its distance in widths of the middle half."""
    half = middle_half(values.values())
    if half is None:
        return {}
    distances = {area: half.distance(value) for area, value in values.items()}
    return {area: far for area, far in distances.items() if abs(far) > 1}
