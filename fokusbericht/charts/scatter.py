"""Scatter plots: two figures of the same places against each other, the striking ones named."""

from collections.abc import Iterator

from fokusbericht.charts import vega
from fokusbericht.charts.clean import to_ours
from fokusbericht.charts.colours import INK, QUIET, Accent
from fokusbericht.charts.data import Dot, ScatterChart
from fokusbericht.charts.frame import Frame
from fokusbericht.charts.layout import text_width, value_ticks
from fokusbericht.charts.scale import Scale
from fokusbericht.render import zahl

WIDE, NARROW = (720, 480), (360, 380)
DOT = 60  # px² of a dot
GAP = 8  # px between a dot and its name
LINE_HEIGHT = vega.TEXT * 1.15
Box = tuple[float, float, float, float]  # left, top, right, bottom in px


def scatter_size(narrow: bool) -> tuple[int, int]:
    """Return width and height of the picture."""
    return NARROW if narrow else WIDE


def scatter_svg(chart: ScatterChart, narrow: bool, accent: Accent) -> bytes:
    """Return the chart as an SVG file."""
    svg = vega.to_svg(scatter_spec(chart, narrow, accent))
    return to_ours(svg, chart.title, chart.description, accent)


def scatter_spec(chart: ScatterChart, narrow: bool, accent: Accent) -> vega.Spec:
    """Return the chart as a Vega-Lite spec."""
    x_ticks = _ticks([dot.x for dot in chart.dots], chart.x_digits, 4 if narrow else 6)
    y_ticks = _ticks([dot.y for dot in chart.dots], chart.y_digits, 5)
    y_texts = [zahl(tick, _digits(y_ticks)) for tick in y_ticks]
    width, height = scatter_size(narrow)
    left = round(max(text_width(text, vega.TEXT) for text in y_texts)) + 10
    frame = Frame(width, height, left=left, right=18, top=34, bottom=56)
    x = Scale(x_ticks[0], x_ticks[-1], frame.plot_width)
    y = Scale(y_ticks[0], y_ticks[-1], frame.plot_height, upright=True)
    params = {
        "waagerecht": [x.low, x.high],
        "waagerechtmarken": list(x_ticks),
        "waagerechtziffern": f",.{_digits(x_ticks)}f",
        "werte": [y.low, y.high],
        "wertmarken": list(y_ticks),
        "ziffern": f",.{_digits(y_ticks)}f",
    }
    rows = {
        "punkte": [*_dots(chart, accent)],
        "texte": [*_titles(chart, frame, x, y), *_names(chart, frame, x, y)],
    }
    return vega.fill(vega.scatter_template(), frame, params, rows)


def _ticks(values: list[float], digits: int, count: int) -> tuple[float, ...]:
    return value_ticks(min(values), max(values), False, digits, count)


def _digits(ticks: tuple[float, ...]) -> int:
    return next(digits for digits in range(10) if all(round(t, digits) == t for t in ticks))


def _dots(chart: ScatterChart, accent: Accent) -> Iterator[vega.Row]:
    # Named ones last, so that they lie on top.
    for dot in sorted(chart.dots, key=lambda dot: (dot.named, dot.name)):
        colour = accent.light if dot.named else QUIET
        yield {"x": dot.x, "y": dot.y, "farbe": colour, "groesse": DOT}


def _titles(chart: ScatterChart, frame: Frame, x: Scale, y: Scale) -> Iterator[vega.Row]:
    style = {"farbe": QUIET, "fett": False}
    top = {"x": x.value(-frame.left), "y": y.value(-22), "lage": "left"}
    yield {**top, **style, "text": f"↑ {chart.y_title}"}
    bottom = {"x": x.value(frame.plot_width), "y": y.value(frame.plot_height + 44)}
    yield {**bottom, **style, "lage": "right", "text": f"{chart.x_title} →"}


def _names(chart: ScatterChart, frame: Frame, x: Scale, y: Scale) -> Iterator[vega.Row]:
    """Yield the names that find room, beside their dots, the first in the order first."""
    points = {dot: (x.px(dot.x), y.px(dot.y)) for dot in chart.dots}
    taken: list[Box] = [_around(place) for place in points.values()]
    for dot in (dot for dot in chart.dots if dot.named):
        for side, box in _sides(dot, points[dot]):
            inside = box[0] >= 0 and box[2] <= frame.plot_width + frame.right
            if inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                edge = box[0] if side == "left" else box[2]
                place = {"x": x.value(edge), "y": y.value(points[dot][1]), "lage": side}
                yield {**place, "text": dot.name, "farbe": INK, "fett": False}
                break


def _around(place: tuple[float, float]) -> Box:
    half = 4.5
    return place[0] - half, place[1] - half, place[0] + half, place[1] + half


def _sides(dot: Dot, place: tuple[float, float]) -> Iterator[tuple[str, Box]]:
    width, half = text_width(dot.name, vega.TEXT) * 0.9, LINE_HEIGHT / 2
    left, top, bottom = place[0], place[1] - half, place[1] + half
    yield "left", (left + GAP, top, left + GAP + width, bottom)
    yield "right", (left - GAP - width, top, left - GAP, bottom)


def _overlap(one: Box, other: Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart
