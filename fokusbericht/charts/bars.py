"""Bar charts: areas side by side, with the values of Kreis, Land and Bund as lines across."""

from collections.abc import Iterator

from fokusbericht.charts import vega
from fokusbericht.charts.clean import to_ours
from fokusbericht.charts.colours import FIRM, INK, QUIET, Accent
from fokusbericht.charts.data import BarChart
from fokusbericht.charts.frame import Frame
from fokusbericht.charts.layout import text_width, wrap
from fokusbericht.charts.scale import Scale
from fokusbericht.render import zahl

WIDTHS = {False: 720, True: 360}
NAME_WIDTH = 230  # px at most for the names beside the bars
LINE_HEIGHT = vega.TEXT * 1.25
GAP = 8


def bar_size(chart: BarChart, narrow: bool) -> tuple[int, int]:
    """Return width and height of the picture."""
    frame = _frame(chart, narrow)
    return frame.width, frame.height


def bar_svg(chart: BarChart, narrow: bool, accent: Accent) -> bytes:
    """Return the chart as an SVG file."""
    svg = vega.to_svg(bar_spec(chart, narrow, accent))
    return to_ours(svg, chart.title, chart.description, accent)


def bar_spec(chart: BarChart, narrow: bool, accent: Accent) -> vega.Spec:
    """Return the chart as a Vega-Lite spec; its y axis counts px from the top."""
    frame = _frame(chart, narrow)
    x = _scale(chart, frame)
    rows = {
        "balken": [*_bars(chart, narrow, accent)],
        "striche": [*_rules(chart, frame, x)],
        "texte": [*_names(chart, narrow, x), *_values(chart, narrow, x), *_heads(chart, frame, x)],
    }
    params = {"werte": [x.low, x.high], "zeilen": [frame.plot_height, 0]}
    return vega.fill(vega.bar_template(), frame, params, rows)


def _row_height(narrow: bool) -> int:
    return 46 if narrow else 30


def _name_width(chart: BarChart) -> float:
    names = [text_width(part, vega.TEXT) for bar in chart.bars for part in _name(bar.name)]
    return max(names, default=0)


def _name(name: str) -> tuple[str, ...]:
    return wrap(name, vega.TEXT, NAME_WIDTH)


def _frame(chart: BarChart, narrow: bool) -> Frame:
    left = 1 if narrow else round(_name_width(chart)) + GAP
    top = round(len(chart.lines) * LINE_HEIGHT) + (34 if chart.lines else 26)
    height = len(chart.bars) * _row_height(narrow) + top + 8
    return Frame(WIDTHS[narrow], height, left=left, right=1, top=top, bottom=8)


def _numbers(chart: BarChart) -> list[float]:
    values = [bar.value for bar in chart.bars if bar.value is not None]
    return [0, *values, *(line.value for line in chart.lines)]


def _scale(chart: BarChart, frame: Frame) -> Scale:
    # The numbers stand beyond the ends of their bars: room is kept for them on either side.
    numbers = _numbers(chart)
    room = GAP + max(text_width(_text(chart, number), vega.TEXT) for number in numbers)
    low, high = min(numbers), max(max(numbers), 0)
    before, after = (room if low < 0 else 0), (room if high > 0 or low == 0 else 0)
    per_px = ((high - low) or 1) / (frame.plot_width - before - after)
    return Scale(low - before * per_px, high + after * per_px, frame.plot_width)


def _text(chart: BarChart, value: float) -> str:
    return zahl(value, chart.digits) + ("\u202f%" if chart.unit == "%" else "")


def _middle(number: int, narrow: bool) -> float:
    # The middle of a bar in px; in the narrow picture its name stands above it.
    return number * _row_height(narrow) + (31 if narrow else 15)


def _bars(chart: BarChart, narrow: bool, accent: Accent) -> Iterator[vega.Row]:
    half = 9 if narrow else 10
    for number, bar in enumerate(chart.bars):
        if bar.value is not None:
            y = _middle(number, narrow)
            colour = accent.light if bar.emphasis else FIRM
            place = {"x": min(0, bar.value), "x2": max(0, bar.value), "y": y - half, "y2": y + half}
            yield {**place, "farbe": colour}


def _names(chart: BarChart, narrow: bool, x: Scale) -> Iterator[vega.Row]:
    for number, bar in enumerate(chart.bars):
        lines = (bar.name,) if narrow else _name(bar.name)
        middle = _middle(number, narrow) - (21 if narrow else 0)
        top = middle - (len(lines) - 1) / 2 * LINE_HEIGHT
        for line, text in enumerate(lines):
            px = 0.0 if narrow else -GAP
            place = {"x": x.value(px), "y": top + line * LINE_HEIGHT}
            style = {"lage": "left" if narrow else "right", "fett": bar.emphasis, "farbe": INK}
            yield {**place, **style, "text": text}


def _values(chart: BarChart, narrow: bool, x: Scale) -> Iterator[vega.Row]:
    for number, bar in enumerate(chart.bars):
        value = bar.value or 0
        text = bar.missing if bar.value is None else _text(chart, value)
        px = x.px(value) + (-GAP if value < 0 else GAP)
        place = {"x": x.value(px), "y": _middle(number, narrow)}
        style = {"lage": "right" if value < 0 else "left", "fett": bar.emphasis}
        yield {**place, **style, "text": text, "farbe": QUIET if bar.value is None else INK}


def _heads(chart: BarChart, frame: Frame, x: Scale) -> Iterator[vega.Row]:
    top = -frame.top + vega.TEXT
    yield {
        "x": x.value(-frame.left),
        "y": top,
        "lage": "left",
        "text": chart.unit,
        "farbe": QUIET,
        "fett": False,
    }


def _rules(chart: BarChart, frame: Frame, x: Scale) -> Iterator[vega.Row]:
    zero = {"x": 0, "x2": 0, "y": 0, "y2": frame.plot_height}
    yield {**zero, "farbe": FIRM, "staerke": 1, "strich": ()}
