"""Bar charts: areas side by side, with the values of Kreis, Land and Bund as lines across."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from fokusbericht.charts.layout import text_width, wrap
from fokusbericht.charts.scale import AxisScale
from fokusbericht.charts.vega import lettering, vegalite
from fokusbericht.charts.vega.clean import to_ours
from fokusbericht.charts.vega.colours import DASHES, FIRM, INK, PAPER, QUIET, Accent
from fokusbericht.charts.vega.data import Bar, BarChart
from fokusbericht.charts.vega.flags import ALIGN, Hoisted, PoleLabel, hoist
from fokusbericht.charts.vega.frame import ChartFrame
from fokusbericht.text.formatting import format_number, format_quantity

MANY = 12  # bars; more than these stand closer together
WIDTHS = {False: 720, True: 360}
NAME_WIDTH = 230  # px at most for the names beside the bars
LINE_HEIGHT = vegalite.TEXT * 1.25
GAP = 8
BEYOND = 1.12  # a bar that is cut off is so much longer than all others
BREAK, SLANT, OPENING = 30, 5, 6  # px from its end to the break, and how that is drawn


class _BarLayout(NamedTuple):
    # A bar with its texts: px from one row to the next, and where things are within.
    pitch: int
    thick: int
    bar: int
    text: int


ROWS = {  # by narrow and many
    (False, False): _BarLayout(28, 18, 14, 14),
    (False, True): _BarLayout(22, 14, 11, 11),
    (True, False): _BarLayout(46, 14, 30, 11),
    (True, True): _BarLayout(34, 8, 23, 10),
}


def bar_size(chart: BarChart, narrow: bool) -> tuple[int, int]:
    """Return width and height of the picture."""
    frame, _ = _layout(chart, narrow)
    return frame.width, frame.height


def bar_svg(chart: BarChart, narrow: bool, accent: Accent) -> bytes:
    """Return the chart as an SVG file."""
    svg = lettering.to_svg(bar_spec(chart, narrow, accent))
    return to_ours(svg, chart.title, chart.description, accent)


def bar_spec(chart: BarChart, narrow: bool, accent: Accent) -> vegalite.Spec:
    """Return the chart as a Vega-Lite spec; its y axis counts px from the top."""
    frame, lines = _layout(chart, narrow)
    x = _scale(chart, frame)
    values = _values(chart, narrow, frame, x)
    rules = _rules(chart, narrow, frame, x, lines)
    rows = {
        "balken": [*_bars(chart, narrow, accent, x)],
        "striche": [*rules, *_breaks(chart, narrow, x)],
        "texte": [*_names(chart, narrow, x), *values, *_heads(chart, frame, x, lines)],
    }
    params = {"werte": [x.low, x.high], "zeilen": [frame.plot_height, 0]}
    return vegalite.fill("balken", frame, params, rows)


def _row(chart: BarChart, narrow: bool) -> _BarLayout:
    return ROWS[narrow, len(chart.bars) > MANY]


def bar_hits(chart: BarChart, narrow: bool) -> Iterator[vegalite.Datum]:
    """Yield what a finger meets: each row of the chart over its whole width, with its words."""
    frame, _ = _layout(chart, narrow)
    x = _scale(chart, frame)
    pitch = _row(chart, narrow).pitch
    span = {"x": x.low, "x2": x.high}
    for number, bar in enumerate(chart.bars):
        text = (
            bar.missing
            if bar.value is None
            else format_quantity(bar.value, chart.unit, chart.digits)
        )
        rows = {"y": number * pitch, "y2": (number + 1) * pitch}
        yield {**span, **rows, "name": bar.name, "text": f"{bar.name}: {text}"}


def _name(chart: BarChart, bar: Bar, narrow: bool) -> tuple[str, ...]:
    if narrow or len(chart.bars) > MANY:
        return (bar.name,)
    return wrap(bar.name, vegalite.TEXT, NAME_WIDTH, bar.emphasis)


def _value(chart: BarChart, bar: Bar) -> str:
    return bar.missing if bar.value is None else _text(chart, bar.value)


def _layout(chart: BarChart, narrow: bool) -> tuple[ChartFrame, Hoisted]:
    """Return the frame, and the labels of the lines above the bars."""
    # Wide: names on the left, numbers in a column on the right. Narrow: both above the bar.
    left, right = (1, 1) if narrow else _columns(chart)
    height = max(1, len(chart.bars)) * _row(chart, narrow).pitch
    frame = ChartFrame(WIDTHS[narrow], height, left=left, right=right, top=0, bottom=0)
    lines = _hung(chart, frame)
    top = round(lines.height) + (36 if chart.lines else 28)
    return replace(frame, height=height + top + 8, top=top, bottom=8), lines


def _columns(chart: BarChart) -> tuple[int, int]:
    """Return how wide the columns of names and of numbers are."""
    names = [
        text_width(part, vegalite.TEXT, b.emphasis)
        for b in chart.bars
        for part in _name(chart, b, narrow=False)
    ]
    numbers = [
        text_width(_value(chart, b), vegalite.TEXT, b.emphasis)
        for b in chart.bars
        if b.value is not None
    ]
    return round(max([0.0, *names])) + GAP, round(max([0.0, *numbers])) + GAP


def _scale(chart: BarChart, frame: ChartFrame) -> AxisScale:
    values = [bar.value for bar in chart.bars if bar.value is not None and not bar.cut]
    numbers = [0.0, *values, *(line.value for line in chart.lines)]
    low, high = min(numbers), max(numbers)
    cut = [bar.value for bar in chart.bars if bar.cut and bar.value is not None]
    low *= BEYOND if min(cut, default=low) < low else 1
    high *= BEYOND if max(cut, default=high) > high else 1
    return AxisScale(low, high if high > low else low + 1, frame.plot_width)


def _text(chart: BarChart, value: float) -> str:
    return format_number(value, chart.digits) + ("\u202f%" if chart.unit == "%" else "")


def _bars(chart: BarChart, narrow: bool, accent: Accent, x: AxisScale) -> Iterator[vegalite.Datum]:
    stressed = any(bar.emphasis for bar in chart.bars)
    row = _row(chart, narrow)
    half = row.thick / 2
    for number, bar in enumerate(chart.bars):
        if bar.value is not None:
            y = number * row.pitch + row.bar
            colour = FIRM if stressed and not bar.emphasis else accent.light
            end = min(max(bar.value, x.low), x.high)
            place = {"x": min(0, end), "x2": max(0, end), "y": y - half, "y2": y + half}
            yield {**place, "farbe": colour, "name": bar.name}


def _breaks(chart: BarChart, narrow: bool, x: AxisScale) -> Iterator[vegalite.Datum]:
    # Near the end of a bar that is cut off a slanted opening between two thin lines.
    row = _row(chart, narrow)
    for number, bar in enumerate(chart.bars):
        if not bar.cut or bar.value is None:
            continue
        middle = x.px(x.high) - BREAK if bar.value > 0 else x.px(x.low) + BREAK
        y, half = number * row.pitch + row.bar, row.thick / 2
        rim = 1 if narrow else 4  # names and numbers stand close above a narrow bar
        lines = ((0, PAPER, OPENING, 1), (-OPENING / 2, INK, 1, rim), (OPENING / 2, INK, 1, rim))
        for aside, colour, width, over in lines:
            place = {
                "x": x.value(middle + aside - SLANT),
                "x2": x.value(middle + aside + SLANT),
                "y": y + half + over,
                "y2": y - half - over,
            }
            yield {**place, "farbe": colour, "staerke": float(width), "strich": ()}


def _names(chart: BarChart, narrow: bool, x: AxisScale) -> Iterator[vegalite.Datum]:
    row = _row(chart, narrow)
    for number, bar in enumerate(chart.bars):
        lines = _name(chart, bar, narrow)
        top = number * row.pitch + row.text - (len(lines) - 1) / 2 * LINE_HEIGHT
        for line, text in enumerate(lines):
            place = {"x": x.value(0 if narrow else -GAP), "y": top + line * LINE_HEIGHT}
            style = {"lage": "left" if narrow else "right", "fett": bar.emphasis, "farbe": INK}
            yield {**place, **style, "text": text, "name": bar.name}


def _values(
    chart: BarChart, narrow: bool, frame: ChartFrame, x: AxisScale
) -> Iterator[vegalite.Datum]:
    row = _row(chart, narrow)
    right = {"x": x.value(frame.plot_width + frame.right - 1), "lage": "right"}
    for number, bar in enumerate(chart.bars):
        at_zero = {"x": x.value(x.px(0) + GAP), "lage": "left"}
        place = at_zero if bar.value is None and not narrow else right
        style = {"fett": bar.emphasis, "farbe": QUIET if bar.value is None else INK}
        text = _value(chart, bar)
        y = number * row.pitch + row.text
        yield {**place, **style, "y": y, "text": text, "name": bar.name}


def _heads(
    chart: BarChart, frame: ChartFrame, x: AxisScale, lines: Hoisted
) -> Iterator[vegalite.Datum]:
    top = vegalite.TEXT - frame.top
    quiet = {"farbe": QUIET, "fett": False}
    yield {"x": x.value(-frame.left), "y": top, "lage": "left", "text": chart.unit, **quiet}
    if not chart.bars:
        yield {"x": x.value(GAP), "y": 14, "lage": "left", "text": "keine Angaben", **quiet}
    for _, flag, text, away in lines.texts(upward=True):
        place = {"x": x.value(flag.anchor), "y": -away - 4, "lage": ALIGN[flag.side]}
        yield {**place, "text": text, **quiet}


def _rules(
    chart: BarChart, narrow: bool, frame: ChartFrame, x: AxisScale, lines: Hoisted
) -> Iterator[vegalite.Datum]:
    spans = list(_spans(chart, narrow))
    for top, bottom in spans if narrow else [(0.0, float(frame.plot_height))]:
        yield {**_upright(0, top, bottom), "farbe": FIRM, "staerke": 1, "strich": ()}
    # The rims of all lines first, so that none covers another line.
    for colour, width in ((PAPER, 4.0), (INK, 1.5)):
        for number, (label, flag) in enumerate(lines.pairs()):
            dash = () if narrow or colour == PAPER else DASHES[number % len(DASHES)]
            for top, bottom in [(-flag.reach * lines.row_height - 4, -2.0), *spans]:
                place = _upright(x.value(label.pole), top, bottom)
                yield {**place, "farbe": colour, "staerke": width, "strich": dash}


def _upright(value: float, top: float, bottom: float) -> vegalite.Datum:
    return {"x": value, "x2": value, "y": top, "y2": bottom}


def _spans(chart: BarChart, narrow: bool) -> Iterator[tuple[float, float]]:
    # Where lines may run without crossing a text: bar by bar where names stand between them,
    # else from one bar without a number to the next.
    row = _row(chart, narrow)
    half = row.thick / 2 + 3
    if narrow:
        for number, bar in enumerate(chart.bars):
            if bar.value is not None:
                middle = number * row.pitch + row.bar
                yield middle - half, middle + half
        return
    for known, run in groupby(range(len(chart.bars)), lambda n: chart.bars[n].value is not None):
        rows = list(run)
        if known:
            yield rows[0] * row.pitch - 2.0, (rows[-1] + 1) * row.pitch


def _hung(chart: BarChart, frame: ChartFrame) -> Hoisted:
    x = _scale(chart, frame)
    labels = [PoleLabel(x.px(value), name, _text(chart, value)) for name, value in chart.lines]
    return hoist([labels], -frame.left, frame.plot_width + frame.right)
