"""An axis that leaves zero out says so: in words beside its unit, and by a zigzag at its end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from fokusbericht.charts.layout import digits_of, text_width
from fokusbericht.charts.vega import vegalite
from fokusbericht.text.formatting import format_number

FLAT = 1 / 3  # of its height a line must move, or else the axis leaves zero out
ZIGZAG = ((0, 0), (6, 0), (9, -5), (15, 5), (18, 0), (25, 0))  # px along the axis and aside
StrokeEnd = tuple[float, float]


def is_steep(low: float, high: float) -> bool:
    """Say whether a line that moves between these values can be read on an axis from zero."""
    return high - low >= FLAT * max(abs(low), abs(high))


def is_cut_below(ticks: Sequence[float]) -> bool:
    """Say whether the axis begins above zero."""
    return ticks[0] > 0


def is_cut(ticks: Sequence[float]) -> bool:
    """Say whether zero lies beyond the axis."""
    return is_cut_below(ticks) or ticks[-1] < 0


def head_lines(unit: str, ticks: Sequence[float], room: float) -> tuple[str, ...]:
    """Return the unit and whether the axis is cut, in one line or in two."""
    parts = [part for part in (unit, _cut_text(ticks)) if part]
    line = " · ".join(parts)
    return (line,) if text_width(line, vegalite.TEXT) <= room else tuple(parts)


def zigzag() -> Iterator[tuple[StrokeEnd, StrokeEnd]]:
    """Yield the strokes of the mark: px along the axis from its cut end, and px aside."""
    yield from pairwise(ZIGZAG)


def _cut_text(ticks: Sequence[float]) -> str:
    if not is_cut(ticks):
        return ""
    verb, end = ("beginnt", ticks[0]) if is_cut_below(ticks) else ("endet", ticks[-1])
    return f"Achse {verb} bei {format_number(end, digits_of(ticks))}"
