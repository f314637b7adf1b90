"""Values → classes of a map: breaks that a reader can remember, the same over all years."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import floor, log10

from fokusbericht.model import Klassen, Verfahren


def breaks(values: Iterable[float], klassen: Klassen) -> tuple[float, ...]:
    """Return the inner breaks, rising and without doubles; a value on a break is above it."""
    if klassen.grenzen:
        return klassen.grenzen
    ordered = sorted(values)
    if not ordered or ordered[0] == ordered[-1]:
        return ()
    if klassen.verfahren is Verfahren.GLEICH:
        step = (ordered[-1] - ordered[0]) / klassen.anzahl
        raw = [ordered[0] + step * number for number in range(1, klassen.anzahl)]
    else:
        raw = [_quantile(ordered, number / klassen.anzahl) for number in range(1, klassen.anzahl)]
    rounded = {_memorable(value, ordered[-1] - ordered[0]) for value in raw}
    return tuple(sorted(value for value in rounded if ordered[0] < value <= ordered[-1]))


def _quantile(ordered: Sequence[float], share: float) -> float:
    position = share * (len(ordered) - 1)
    low = floor(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (position - low)


def _memorable(value: float, span: float) -> float:
    """Round to a step of about a fiftieth of the span: 1, 2 or 5 times a power of ten."""
    magnitude = 10.0 ** floor(log10(span / 50))
    step = next(factor * magnitude for factor in (1, 2, 5, 10) if factor * magnitude * 50 >= span)
    return round(round(value / step) * step, 10)


def class_of(value: float, inner: Sequence[float]) -> int:
    """Return the number of a value's class, counted from 0."""
    return bisect_right(inner, value)
