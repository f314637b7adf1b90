"""Bar charts: areas side by side, with the values of Kreis, Land and Bund as lines across."""

from collections.abc import Iterator
from itertools import groupby

from fokusbericht.charts import vega
from fokusbericht.charts.clean import to_ours
from fokusbericht.charts.colours import DASHES, FIRM, INK, PAPER, QUIET, Accent
from fokusbericht.charts.data import Bar, BarChart, Reference
from fokusbericht.charts.frame import Frame
from fokusbericht.charts.layout import text_width, wrap
from fokusbericht.charts.scale import Scale
from fokusbericht.render import zahl

ROW = {False: 28, True: 46}  # px from one bar to the next
BAR = {False: 18, True: 14}
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
    values = _values(chart, narrow, frame, x)
    rules = _rules(chart, narrow, frame, x)
    rows = {
        "balken": [*_bars(chart, narrow, accent)],
        "striche": list(rules),
        "texte": [*_names(chart, narrow, x), *values, *_heads(chart, frame, x)],
    }
    params = {"werte": [x.low, x.high], "zeilen": [frame.plot_height, 0]}
    return vega.fill(vega.bar_template(), frame, params, rows)


def _name(bar: Bar) -> tuple[str, ...]:
    return wrap(bar.name, vega.TEXT, NAME_WIDTH, bar.emphasis)


def _value(chart: BarChart, bar: Bar) -> str:
    return bar.missing if bar.value is None else _text(chart, bar.value)


def _frame(chart: BarChart, narrow: bool) -> Frame:
    # Wide: names on the left, numbers in a column on the right. Narrow: both above the bar.
    names = [text_width(part, vega.TEXT, b.emphasis) for b in chart.bars for part in _name(b)]
    numbers = [
        text_width(_value(chart, b), vega.TEXT, b.emphasis)
        for b in chart.bars
        if b.value is not None
    ]
    left = 1 if narrow else round(max([0.0, *names])) + GAP
    right = 1 if narrow else round(max([0.0, *numbers])) + GAP
    top = round(len(chart.lines) * LINE_HEIGHT) + (36 if chart.lines else 28)
    height = max(1, len(chart.bars)) * ROW[narrow] + top + 8
    return Frame(WIDTHS[narrow], height, left=left, right=right, top=top, bottom=8)


def _scale(chart: BarChart, frame: Frame) -> Scale:
    values = [bar.value for bar in chart.bars if bar.value is not None]
    numbers = [0.0, *values, *(line.value for line in chart.lines)]
    low, high = min(numbers), max(numbers)
    return Scale(low, high if high > low else low + 1, frame.plot_width)


def _text(chart: BarChart, value: float) -> str:
    return zahl(value, chart.digits) + ("\u202f%" if chart.unit == "%" else "")


def _middle(number: int, narrow: bool) -> float:
    return number * ROW[narrow] + (30 if narrow else 14)


def _text_middle(number: int, narrow: bool) -> float:
    return _middle(number, narrow) - (19 if narrow else 0)


def _bars(chart: BarChart, narrow: bool, accent: Accent) -> Iterator[vega.Row]:
    stressed = any(bar.emphasis for bar in chart.bars)
    half = BAR[narrow] / 2
    for number, bar in enumerate(chart.bars):
        if bar.value is not None:
            y = _middle(number, narrow)
            colour = FIRM if stressed and not bar.emphasis else accent.light
            place = {"x": min(0, bar.value), "x2": max(0, bar.value), "y": y - half, "y2": y + half}
            yield {**place, "farbe": colour}


def _names(chart: BarChart, narrow: bool, x: Scale) -> Iterator[vega.Row]:
    for number, bar in enumerate(chart.bars):
        lines = (bar.name,) if narrow else _name(bar)
        top = _text_middle(number, narrow) - (len(lines) - 1) / 2 * LINE_HEIGHT
        for line, text in enumerate(lines):
            place = {"x": x.value(0 if narrow else -GAP), "y": top + line * LINE_HEIGHT}
            style = {"lage": "left" if narrow else "right", "fett": bar.emphasis, "farbe": INK}
            yield {**place, **style, "text": text}


def _values(chart: BarChart, narrow: bool, frame: Frame, x: Scale) -> Iterator[vega.Row]:
    right = {"x": x.value(frame.plot_width + frame.right - 1), "lage": "right"}
    for number, bar in enumerate(chart.bars):
        at_zero = {"x": x.value(x.px(0) + GAP), "lage": "left"}
        place = at_zero if bar.value is None and not narrow else right
        style = {"fett": bar.emphasis, "farbe": QUIET if bar.value is None else INK}
        text = _value(chart, bar)
        yield {**place, **style, "y": _text_middle(number, narrow), "text": text}


def _heads(chart: BarChart, frame: Frame, x: Scale) -> Iterator[vega.Row]:
    top = vega.TEXT - frame.top
    quiet = {"farbe": QUIET, "fett": False}
    yield {"x": x.value(-frame.left), "y": top, "lage": "left", "text": chart.unit, **quiet}
    if not chart.bars:
        yield {"x": x.value(GAP), "y": 14, "lage": "left", "text": "keine Angaben", **quiet}
    for line, side, y, _ in _references(chart, frame, x):
        place = {"x": x.value(x.px(line.value) + 5 * side), "y": y}
        lage = "left" if side > 0 else "right"
        yield {**place, "lage": lage, "text": _reference_text(chart, line), **quiet}


def _rules(chart: BarChart, narrow: bool, frame: Frame, x: Scale) -> Iterator[vega.Row]:
    spans = list(_spans(chart, narrow))
    for top, bottom in spans if narrow else [(0.0, float(frame.plot_height))]:
        yield {**_upright(0, top, bottom), "farbe": FIRM, "staerke": 1, "strich": ()}
    for line, _, y, dash in _references(chart, frame, x):
        for top, bottom in [(y - LINE_HEIGHT / 2, -2.0), *spans]:
            place = _upright(line.value, top, bottom)
            yield {**place, "farbe": PAPER, "staerke": 4, "strich": ()}
            yield {**place, "farbe": INK, "staerke": 1.5, "strich": dash}


def _upright(value: float, top: float, bottom: float) -> vega.Row:
    return {"x": value, "x2": value, "y": top, "y2": bottom}


def _spans(chart: BarChart, narrow: bool) -> Iterator[tuple[float, float]]:
    # Where lines may run without crossing a text: bar by bar where names stand between them,
    # else from one bar without a number to the next.
    half = BAR[narrow] / 2 + 3
    if narrow:
        for number, bar in enumerate(chart.bars):
            if bar.value is not None:
                yield _middle(number, narrow) - half, _middle(number, narrow) + half
        return
    for known, run in groupby(range(len(chart.bars)), lambda n: chart.bars[n].value is not None):
        rows = list(run)
        if known:
            yield rows[0] * ROW[narrow] - 2.0, (rows[-1] + 1) * ROW[narrow]


def _reference_text(chart: BarChart, line: Reference) -> str:
    return f"{line.name} {_text(chart, line.value)}"


def _references(
    chart: BarChart, frame: Frame, x: Scale
) -> Iterator[tuple[Reference, int, float, tuple[int, ...]]]:
    # Each line with the side of its label (1 right, -1 left), the label's height and its dashes.
    # Every label has a row of its own. Those on the left come first and from the right, then
    # those on the right from the left, so that no line runs through the label of another.
    needs = {line: text_width(_reference_text(chart, line), vega.TEXT) + 6 for line in chart.lines}
    sides = {
        line: 1 if x.px(line.value) + needs[line] <= frame.plot_width + frame.right else -1
        for line in chart.lines
    }
    if all(x.px(line.value) + frame.left >= needs[line] for line in chart.lines):
        sides = sides if set(sides.values()) == {1} else dict.fromkeys(sides, -1)
    rows = sorted(sides, key=lambda line: (sides[line], sides[line] * line.value, line.name))
    for number, line in enumerate(rows):
        y = (number - len(rows)) * LINE_HEIGHT + 2
        yield line, sides[line], y, DASHES[chart.lines.index(line) % len(DASHES)]
