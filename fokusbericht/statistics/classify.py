"""Values → classes of a map: breaks that a reader can remember, the same over all years.

A round break never leaves a class of the values without any: where it would, a less round one is
taken.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate

from fokusbericht.model.figures import Klassen, Verfahren
from fokusbericht.statistics.partition import SLIGHT, alike_groups, equal_groups
from fokusbericht.statistics.roundest import (
    exact,
    multiple_between,
    nearest,
    next_above,
    roundest,
    step_of,
    unit_of,
)
from fokusbericht.statistics.rounding import shown

ROUND = 50  # breaks are rounded to about this part of the span
MOST = 3  # for a round break so many parts of a group may change sides; less than a half


@dataclass(frozen=True, slots=True)
class Scale:
    """The inner breaks of a map; a diverging one has as many below its middle as above."""

    inner: tuple[float, ...]
    diverging: bool = False


def scale_of(
    values: Iterable[float], klassen: Klassen, middle: float | None, digits: int | None = None
) -> Scale:
    """Return the scale of a map; `middle` is the number to which its `mitte` came.

    With `digits` it classifies what readers see: figures of so many decimals.
    """
    seen = values if digits is None else (shown(value, digits) for value in values)
    return Scale(breaks(seen, klassen, middle, digits), middle is not None)


def breaks(
    values: Iterable[float],
    klassen: Klassen,
    middle: float | None = None,
    digits: int | None = None,
) -> tuple[float, ...]:
    """Return the inner breaks, rising and without doubles; a value on a break is above it.

    Around a middle the classes are as wide below as above: the same shade is the same distance.
    """
    if klassen.grenzen:
        return klassen.grenzen
    ordered = tuple(sorted(values))
    if middle is None:
        return _breaks(ordered, klassen.verfahren, klassen.anzahl, digits)
    centre = exact(middle)
    distances = tuple(sorted(float(abs(exact(value) - centre)) for value in ordered))
    aside = _breaks(distances, klassen.verfahren, klassen.anzahl // 2, digits)
    signed = (*(-exact(one) for one in reversed(aside)), Fraction(0), *map(exact, aside))
    return tuple(float(centre + distance) for distance in signed)


def class_of(value: float, inner: Sequence[float]) -> int:
    """Return the number of a value's class, counted from 0."""
    return bisect_right(inner, value)


@lru_cache(maxsize=256)
def _breaks(
    ordered: tuple[float, ...], verfahren: Verfahren, count: int, digits: int | None
) -> tuple[float, ...]:
    counts = Counter(ordered)
    count = min(count, len(counts))
    if count < 2:
        return ()
    # Steps finer than what is shown come last: only where a middle lies between what is shown.
    unit = Fraction(0) if digits is None else unit_of(digits)
    span = ordered[-1] - ordered[0]
    step = max(step_of(span / ROUND), unit)
    if verfahren is Verfahren.GLEICH:
        return _equal_widths(ordered, count, step, step == unit)
    if verfahren is Verfahren.NATUERLICH:
        return _natural(counts, count, max(step_of(span), unit))
    return _quantiles(ordered, counts, count, step)


def _equal_widths(
    ordered: Sequence[float], count: int, step: Fraction, is_finest: bool
) -> tuple[float, ...]:
    """Return breaks at equal distances, rounded to steps.

    Where a step is the last digit shown, rounding up leaves each value where it was.
    """
    first, last = ordered[0], ordered[-1]
    tops = (first + (last - first) * part / count for part in range(1, count))
    found = {next_above(top, step) if is_finest else nearest(top, step) for top in tops}
    return tuple(sorted(value for value in found if first < value <= last))


def _natural(counts: Counter[float], count: int, coarsest: Fraction) -> tuple[float, ...]:
    """Return breaks in the gaps between the groups that are most alike, as round as can be."""
    values = [*counts]
    cuts = alike_groups(values, [*counts.values()], count)
    gaps = ((values[cut - 1], values[cut]) for cut in cuts)
    return tuple(roundest(low, high, (low + high) / 2, coarsest) for low, high in gaps)


def _quantiles(
    ordered: Sequence[float], counts: Counter[float], count: int, step: Fraction
) -> tuple[float, ...]:
    """Return breaks between groups of equal size; for a rounder one some values change groups.

    For a multiple of the step they may be a third of a group, else few.
    """
    ends = [0, *accumulate(counts.values())]
    inner = (ends[cut] for cut in equal_groups([*counts.values()], count))
    cuts = [0, *inner, len(ordered)]
    found = []
    for part in range(1, count):
        around = cuts[part - 1], cuts[part], cuts[part + 1]
        aim = _percentile(ordered, part, count)
        round_one = multiple_between(*_room(ordered, around, MOST), aim, step)
        if round_one is None:
            round_one = roundest(*_room(ordered, around, SLIGHT), aim, step)
        found.append(round_one)
    return tuple(found)


def _room(
    ordered: Sequence[float], around: tuple[int, int, int], share: int
) -> tuple[float, float]:
    """Return between which values a break may lie, if a share of each group may change sides."""
    before, cut, after = around
    low = ordered[cut - 1 - (cut - before) // share]
    return low, ordered[cut + (after - cut) // share]


def _percentile(ordered: Sequence[float], part: int, count: int) -> float:
    position, rest = divmod((len(ordered) - 1) * part, count)
    low, high = ordered[position], ordered[position + 1]
    return low + (high - low) * rest / count
