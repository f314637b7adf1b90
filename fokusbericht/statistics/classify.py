"""Values → classes of a map: breaks that a reader can remember, the same over all years."""

import warnings
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import floor, log10

from fokusbericht.model.figures import Klassen, Verfahren

ROUND = 50  # breaks are rounded to about this part of the span


@dataclass(frozen=True, slots=True)
class Scale:
    """The inner breaks of a map; a diverging one has as many below its middle as above."""

    inner: tuple[float, ...]
    diverging: bool = False


def scale_of(values: Iterable[float], klassen: Klassen, middle: float | None) -> Scale:
    """Return the scale of a map; `middle` is the number to which its `mitte` came."""
    return Scale(breaks(values, klassen, middle), middle is not None)


def breaks(
    values: Iterable[float], klassen: Klassen, middle: float | None = None
) -> tuple[float, ...]:
    """Return the inner breaks, rising and without doubles; a value on a break is above it.

    Around a middle the classes are as wide below as above: the same shade is the same distance.
    """
    if klassen.grenzen:
        return klassen.grenzen
    ordered = tuple(sorted(values))
    if middle is None:
        return _breaks(ordered, klassen.verfahren, klassen.anzahl)
    distances = tuple(sorted(abs(value - middle) for value in ordered))
    aside = _breaks(distances, klassen.verfahren, klassen.anzahl // 2)
    signed = (*(-distance for distance in reversed(aside)), 0.0, *aside)
    return tuple(round(middle + distance, 10) for distance in signed)


def class_of(value: float, inner: Sequence[float]) -> int:
    """Return the number of a value's class, counted from 0."""
    return bisect_right(inner, value)


@lru_cache(maxsize=256)
def _breaks(ordered: tuple[float, ...], verfahren: Verfahren, count: int) -> tuple[float, ...]:
    count = min(count, len(set(ordered)))
    if count < 2:
        return ()
    tops = _tops(ordered, verfahren, count)
    span = ordered[-1] - ordered[0]
    if verfahren is Verfahren.NATUERLICH:
        gaps = [(top, ordered[bisect_right(ordered, top)]) for top in tops]
        rounded = {_roundest(low, high, _step(span)) for low, high in gaps}
    else:
        rounded = {_memorable(top, _step(span)) for top in tops}
    return tuple(sorted(value for value in rounded if ordered[0] < value <= ordered[-1]))


def _tops(ordered: Sequence[float], verfahren: Verfahren, count: int) -> list[float]:
    """Return the upper ends of all classes but the last, as mapclassify finds them."""
    # It brings SciPy along, and most maps have breaks of their own: loaded only when needed.
    import mapclassify

    cuts = {
        Verfahren.GLEICH: mapclassify.EqualInterval,
        Verfahren.NATUERLICH: mapclassify.FisherJenks,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # few values, no compiler: nothing an editor could mend
        found = cuts.get(verfahren, mapclassify.Quantiles)(ordered, count)
    return [float(top) for top in found.bins[:-1]]


def _step(span: float) -> float:
    """Return 1, 2 or 5 times a power of ten, about a fiftieth of the span."""
    magnitude = 10.0 ** floor(log10(span / ROUND))
    return next(
        factor * magnitude for factor in (1, 2, 5, 10) if factor * magnitude * ROUND >= span
    )


def _memorable(value: float, step: float) -> float:
    return round(round(value / step) * step, 10)


def _roundest(low: float, high: float, step: float) -> float:
    """Return the roundest number above `low` and up to `high`: the gap between two classes.

    A gap too narrow for it gets the nearest step, though a value may then change its class.
    """
    middle = (low + high) / 2
    for factor in (50, 20, 10, 5, 2, 1):
        found = _memorable(middle, factor * step)
        if low < found <= high:
            return found
    return _memorable(middle, step)
