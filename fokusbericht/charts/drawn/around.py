"""The course of a figure around a decision: small lines with upright marks, without altair.

Inline SVG, so that it takes its colours from the page: see `templates/assets/empfehlung.css`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from fokusbericht.charts.drawn.lifeline import staircase
from fokusbericht.charts.layout import digits_of, spread, text_width, value_ticks, wrap, year_ticks
from fokusbericht.charts.scale import AxisScale
from fokusbericht.charts.segments import segments
from fokusbericht.text.formatting import format_number

WIDTH, PLOT, SIZE = 340, 120, 14
ROW, BOTTOM = 19, 26
MOST_NAME = 104  # px for the names at the line ends
YEAR_WIDTH = 44


class Course(NamedTuple):
    """A line; the first of a chart is the one that counts."""

    name: str
    points: tuple[tuple[int, float | None], ...]


class Mark(NamedTuple):
    """A year in which something was decided or done."""

    year: int
    label: str


@dataclass(frozen=True, slots=True)
class Around:
    """Lines over the years, with marks; the text beside it says what it shows."""

    id: str
    title: str
    description: str
    unit: str
    digits: int
    courses: tuple[Course, ...]
    marks: tuple[Mark, ...]
    breaks: tuple[int, ...] = ()
    named: bool = True  # whether the lines bear their names

    def __html__(self) -> str:
        return around_svg(self)


@dataclass(frozen=True, slots=True)
class _Plot:
    # Where things lie: both scales, and the margins left and above.
    x: AxisScale
    y: AxisScale
    left: float
    top: int
    ticks: tuple[float, ...]

    def at(self, year: float, value: float) -> str:
        return f"{self.px(year):.1f} {self.py(value):.1f}"

    def px(self, year: float) -> float:
        return self.left + self.x.px(year)

    def py(self, value: float) -> float:
        return self.top + self.y.px(value)


def around_svg(chart: Around) -> str:
    """Return the drawing; nothing without a value."""
    if not _values(chart):
        return ""
    plot = _plot(chart)
    rows = staircase([plot.px(mark.year) for mark in chart.marks], _mark_widths(chart))
    height = plot.top + PLOT + BOTTOM
    body = "".join(
        (
            *_grid(chart, plot),
            *_marks(chart, plot, rows),
            *_lines(chart, plot),
            *_names(chart, plot),
        )
    )
    return (
        f'<svg class="umfeld" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{chart.id}-titel {chart.id}-text">'
        f'<title id="{chart.id}-titel">{escape(chart.title)}</title>'
        f'<desc id="{chart.id}-text">{escape(chart.description)}</desc>{body}</svg>'
    )


def _values(chart: Around) -> list[float]:
    return [value for course in chart.courses for _, value in course.points if value is not None]


def _mark_widths(chart: Around) -> list[float]:
    return [text_width(mark.label, SIZE) + 6 for mark in chart.marks]


def _plot(chart: Around) -> _Plot:
    values = _values(chart)
    years = [year for course in chart.courses for year, _ in course.points]
    years += [mark.year for mark in chart.marks]
    ticks = value_ticks(min(values), max(values), False, chart.digits, 3)
    left = max(text_width(format_number(tick, digits_of(ticks)), SIZE) for tick in ticks) + 8
    right = MOST_NAME + 10 if chart.named else 12
    low, high = min(years), max(max(years), min(years) + 1)
    length = WIDTH - left - right
    # A label at the right edge needs room: the plot yields.
    for mark, width in zip(chart.marks, _mark_widths(chart), strict=True):
        share = (mark.year - low) / (high - low)
        length = min(length, (WIDTH - left - width) / max(share, 0.01))
    x = AxisScale(low, high, max(length, WIDTH / 4))
    poles = [left + x.px(mark.year) for mark in chart.marks]
    rows = staircase(poles, _mark_widths(chart))
    top = 26 + (max(rows, default=-1) + 1) * ROW
    return _Plot(x, AxisScale(ticks[0], ticks[-1], PLOT, upright=True), left, top, ticks)


def _grid(chart: Around, plot: _Plot) -> Iterator[str]:
    digits, right = digits_of(plot.ticks), plot.left + plot.x.length
    for tick in plot.ticks:
        y = plot.py(tick)
        yield f'<path class="raster" d="M{plot.left:.1f} {y:.1f}H{right:.1f}"/>'
        place = f'x="{plot.left - 6:.1f}" y="{y + 5:.1f}"'
        yield f'<text class="jahr ende" {place}>{format_number(tick, digits)}</text>'
    yield f'<text class="jahr" x="0" y="14">{escape(chart.unit)}</text>'
    first, last = int(plot.x.low), int(plot.x.high)
    ticks = year_ticks(first, last, (last - first) * YEAR_WIDTH / plot.x.length)
    for year in ticks if plot.x.length >= YEAR_WIDTH else ticks[-1:]:
        at = min(WIDTH - 18.0, plot.px(year))
        yield f'<text class="jahr mitte" x="{at:.1f}" y="{plot.top + PLOT + 22}">{year}</text>'


def _marks(chart: Around, plot: _Plot, rows: list[int]) -> Iterator[str]:
    bottom = plot.top + PLOT
    for mark, row in zip(chart.marks, rows, strict=True):
        x, y = plot.px(mark.year), plot.top - 10 - row * ROW
        yield f'<path class="mast" d="M{x:.1f} {bottom}V{y - 10}"/>'
        yield f'<text x="{x + 4:.1f}" y="{y}">{escape(mark.label)}</text>'
    for cut in chart.breaks:
        if plot.x.low < cut <= plot.x.high:
            yield f'<path class="bruch" d="M{plot.px(cut - 0.5):.1f} {plot.top}V{bottom}"/>'


def _lines(chart: Around, plot: _Plot) -> Iterator[str]:
    for number, course in reversed([*enumerate(chart.courses)]):
        css = "neben" if number else "eigen"
        for part in segments(course.points, chart.breaks):
            path = "L".join(plot.at(*point) for point in part)
            yield f'<path class="kurve {css}" d="M{path}"/>'
            for year, value in part if len(part) < 2 or number == 0 else part[-1:]:
                x, y = plot.px(year), plot.py(value)
                yield f'<circle class="wert {css}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>'


def _names(chart: Around, plot: _Plot) -> Iterator[str]:
    ends = [
        (one.name, parts[-1][-1])
        for one in chart.courses
        if (parts := segments(one.points, chart.breaks))
    ]
    if not chart.named:
        return
    texts = [wrap(name, SIZE, MOST_NAME) for name, _ in ends]
    sizes = [len(lines) * 17.0 for lines in texts]
    wanted = [plot.py(value) for _, (_, value) in ends]
    middles = spread(wanted, sizes, plot.top - 8, plot.top + PLOT + 8)
    for number, (lines, middle) in enumerate(zip(texts, middles, strict=True)):
        css = "" if number else ' class="fett"'
        top = middle - (len(lines) - 1) * 8.5 + 5
        for row, line in enumerate(lines):
            left = plot.left + plot.x.length + 8
            yield f'<text{css} x="{left:.1f}" y="{top + row * 17:.1f}">{escape(line)}</text>'
