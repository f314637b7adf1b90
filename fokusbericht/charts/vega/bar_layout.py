"""Where all lies in a bar chart: each name where its bar begins, each value where it ends.

Wide, names stand beside the zero line, across from their bars. Narrow, they stand above them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from fokusbericht.charts.layout import text_width, wrap
from fokusbericht.charts.scale import AxisScale
from fokusbericht.charts.vega import vegalite
from fokusbericht.charts.vega.data import Bar, BarChart
from fokusbericht.charts.vega.flags import Hoisted, PoleLabel, hoist
from fokusbericht.charts.vega.frame import ChartFrame
from fokusbericht.text.formatting import format_number

MANY = 12  # bars; more than these stand closer together
WIDTHS = {False: 720, True: 360}
NAME_WIDTH = 230  # px at most for the names beside the bars
GAP = 8  # px between a bar and its texts
NEAR_POLE = 5  # px that a text keeps from a line across the bars
FAR = 60  # px at most from a bar to its value: rather interrupt a line than stand behind it
BEYOND = 1.12  # a bar that is cut off is so much longer than all others


class _BarRow(NamedTuple):
    # A bar with its texts: px from one row to the next, and where things are within.
    pitch: int
    thick: int
    bar: int
    name: int


ROWS = {  # by narrow and many
    (False, False): _BarRow(28, 18, 14, 14),
    (False, True): _BarRow(22, 14, 11, 11),
    (True, False): _BarRow(46, 14, 30, 11),
    (True, True): _BarRow(32, 8, 23, 9),
}


@dataclass(frozen=True, slots=True)
class BarText:
    """A text with its place: px from the left of the plot to its anchored side."""

    lines: tuple[str, ...]
    x: float
    side: str  # left | right
    width: float

    @property
    def left(self) -> float:
        """Return where the text begins."""
        return self.x if self.side == "left" else self.x - self.width

    @property
    def right(self) -> float:
        """Return where the text ends."""
        return self.left + self.width


class _Sizes(NamedTuple):
    # The texts of a bar with their widths.
    name: tuple[str, ...]
    name_width: float
    value: str
    value_width: float


@dataclass(frozen=True, slots=True)
class BarLayout:
    """Where everything lies; y counts px from the top of the plot."""

    frame: ChartFrame
    row: _BarRow
    x: AxisScale
    names: tuple[BarText, ...]
    values: tuple[BarText, ...]
    lines: Hoisted  # what the bars are measured by, above them

    def middle(self, number: int) -> int:
        """Return the middle of a bar."""
        return number * self.row.pitch + self.row.bar


@lru_cache(maxsize=64)
def bar_layout(chart: BarChart, narrow: bool) -> BarLayout:
    """Return where everything lies."""
    row = ROWS[narrow, len(chart.bars) > MANY]
    sizes = [_sizes(chart, bar, narrow) for bar in chart.bars]
    low, high = _ends(chart)
    length = _plot_width(chart, sizes, (low, high), narrow)
    x = AxisScale(low, high, length)
    names, values = _texts(chart, sizes, x, narrow)
    left, right = _margins([*names, *values], length)
    right = WIDTHS[narrow] - left - length  # what rounding left over
    labels = [PoleLabel(x.px(value), name, value_text(chart, value)) for name, value in chart.lines]
    lines = hoist([labels], -left, length + right)
    top = round(lines.height) + (36 if chart.lines else 28)
    height = max(1, len(chart.bars)) * row.pitch + top + 8
    frame = ChartFrame(WIDTHS[narrow], height, left=left, right=right, top=top, bottom=8)
    return BarLayout(frame, row, x, tuple(names), tuple(values), lines)


def value_text(chart: BarChart, value: float) -> str:
    """Return a value as the chart writes it."""
    return format_number(value, chart.digits) + ("\u202f%" if chart.unit == "%" else "")


def bar_end(bar: Bar, x: AxisScale) -> float:
    """Return where a bar ends, in values: one that is cut off at the end of the axis."""
    return min(max(bar.value or 0.0, x.low), x.high)


def runs_of_pole(
    chart: BarChart, layout: BarLayout, pole: float, narrow: bool
) -> Iterator[tuple[float, float]]:
    """Yield from where to where a line across the bars may run without crossing a text."""
    row = layout.row
    half = row.thick / 2 + 3
    texts = zip(layout.names, layout.values, strict=True)
    free = [
        bar.value is not None
        and not _is_covered(pole, value)
        and (narrow or not _is_covered(pole, name))
        for bar, (name, value) in zip(chart.bars, texts, strict=True)
    ]
    if narrow:
        middles = (layout.middle(number) for number, is_free in enumerate(free) if is_free)
        yield from ((middle - half, middle + half) for middle in middles)
        return
    for is_free, run in groupby(range(len(free)), lambda number: free[number]):
        rows = list(run)
        if is_free:
            yield rows[0] * row.pitch - 2.0, (rows[-1] + 1) * row.pitch


def _ends(chart: BarChart) -> tuple[float, float]:
    values = [bar.value for bar in chart.bars if bar.value is not None and not bar.cut]
    numbers = [0.0, *values, *(line.value for line in chart.lines)]
    low, high = min(numbers), max(numbers)
    cut = [bar.value for bar in chart.bars if bar.cut and bar.value is not None]
    low *= BEYOND if min(cut, default=low) < low else 1
    high *= BEYOND if max(cut, default=high) > high else 1
    return low, high if high > low else low + 1


def _sizes(chart: BarChart, bar: Bar, narrow: bool) -> _Sizes:
    is_one_line = narrow or len(chart.bars) > MANY
    name = (bar.name,) if is_one_line else wrap(bar.name, vegalite.TEXT, NAME_WIDTH, bar.emphasis)
    value = bar.missing if bar.value is None else value_text(chart, bar.value)
    width = max(text_width(line, vegalite.TEXT, bar.emphasis) for line in name)
    return _Sizes(name, width, value, text_width(value, vegalite.TEXT, bar.emphasis))


def _plot_width(
    chart: BarChart, sizes: Sequence[_Sizes], ends: tuple[float, float], narrow: bool
) -> int:
    """Return the widest plot that leaves room for all texts beside the bars."""
    fits, too_wide = 60, WIDTHS[narrow]
    while too_wide - fits > 1:
        length = (fits + too_wide) // 2
        names, values = _texts(chart, sizes, AxisScale(*ends, length), narrow)
        if length + sum(_margins([*names, *values], length)) <= WIDTHS[narrow]:
            fits = length
        else:
            too_wide = length
    return fits


def _margins(texts: Sequence[BarText], length: float) -> tuple[int, int]:
    left = max((-text.left for text in texts), default=0.0)
    right = max((text.right - length for text in texts), default=0.0)
    return round(max(left, 0) + 1), round(max(right, 0) + 1)


def _texts(
    chart: BarChart, sizes: Sequence[_Sizes], x: AxisScale, narrow: bool
) -> tuple[list[BarText], list[BarText]]:
    poles = sorted(x.px(line.value) for line in chart.lines)
    pairs = [*zip(chart.bars, sizes, strict=True)]
    values = [_value(bar, size, x, poles) for bar, size in pairs]
    if not narrow:
        return [_name_beside(bar, size, x) for bar, size in pairs], values
    room = x.length + _margins(values, x.length)[1]
    return [_name_above(bar, size, x, room) for bar, size in pairs], values


def _name_beside(bar: Bar, size: _Sizes, x: AxisScale) -> BarText:
    is_negative = (bar.value or 0) < 0
    place, side = (x.px(0) + GAP, "left") if is_negative else (x.px(0) - GAP, "right")
    return BarText(size.name, place, side, size.name_width)


def _name_above(bar: Bar, size: _Sizes, x: AxisScale, room: float) -> BarText:
    """Return a name that begins with its bar, or is moved in where it would not fit."""
    begin = min(x.px(0), x.px(bar_end(bar, x)))
    return BarText(size.name, max(0.0, min(begin, room - size.name_width)), "left", size.name_width)


def _value(bar: Bar, size: _Sizes, x: AxisScale, poles: Sequence[float]) -> BarText:
    end, width = x.px(bar_end(bar, x)), size.value_width
    if bar.value is None:
        return BarText((size.value,), end + GAP, "left", width)
    if bar.value < 0:
        place = -_behind(-end, width, [-pole for pole in reversed(poles)])
        return BarText((size.value,), place, "right", width)
    return BarText((size.value,), _behind(end, width, poles), "left", width)


def _behind(end: float, width: float, poles: Sequence[float]) -> float:
    """Return where a text behind a bar begins: past the poles that would run through it."""
    place = end + GAP
    for pole in poles:
        if place - NEAR_POLE < pole < place + width + NEAR_POLE:
            place = pole + GAP
    return place if place - end <= FAR else end + GAP


def _is_covered(pole: float, text: BarText) -> bool:
    return text.left - NEAR_POLE < pole < text.right + NEAR_POLE
