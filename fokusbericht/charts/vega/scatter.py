"""Scatter plots: two figures of the same places against each other, the striking ones named."""

from collections.abc import Iterable, Iterator
from math import hypot

from fokusbericht.charts.layout import (
    Rectangle,
    digits_of,
    text_width,
    thinned,
    value_ticks,
    wrap,
)
from fokusbericht.charts.scale import AxisScale
from fokusbericht.charts.vega import lettering, vegalite
from fokusbericht.charts.vega.clean import to_ours
from fokusbericht.charts.vega.colours import INK, QUIET, Accent
from fokusbericht.charts.vega.data import ScatterChart
from fokusbericht.charts.vega.frame import ChartFrame
from fokusbericht.text.formatting import format_number

WIDE, NARROW = (720, 480), (360, 380)
DOT = 60  # px² of a dot
GAP = 8  # px between a dot and its name
LINE_HEIGHT = vegalite.TEXT * 1.15
TICK_GAP = 12  # px at least from the number of one tick to that of the next
TITLE_LINE = 18  # px from one line of an axis' name to the next
# How a name is aligned, and where it stands: right (1) or left (-1), above (-1) or beneath (1).
SIDES = (
    *(("left", 1, 0), ("right", -1, 0), ("center", 0, -1), ("center", 0, 1)),
    *(("left", 1, -1), ("right", -1, -1), ("left", 1, 1), ("right", -1, 1)),
)


def scatter_size(narrow: bool) -> tuple[int, int]:
    """Return width and height of the picture."""
    return NARROW if narrow else WIDE


def scatter_svg(chart: ScatterChart, narrow: bool, accent: Accent) -> bytes:
    """Return the chart as an SVG file."""
    svg = lettering.to_svg(scatter_spec(chart, narrow, accent))
    return to_ours(svg, chart.title, chart.description, accent)


def scatter_spec(chart: ScatterChart, narrow: bool, accent: Accent) -> vegalite.Spec:
    """Return the chart as a Vega-Lite spec."""
    x_ticks = _ticks([dot.x for dot in chart.dots], chart.x_digits, 6)
    y_ticks = _ticks([dot.y for dot in chart.dots], chart.y_digits, 5)
    y_texts = [format_number(tick, digits_of(y_ticks)) for tick in y_ticks]
    x_texts = [format_number(tick, digits_of(x_ticks)) for tick in x_ticks]
    frame = _frame(chart, narrow, y_texts, x_texts[-1])
    room = max(text_width(text, vegalite.TEXT) for text in x_texts) + TICK_GAP
    x = AxisScale(x_ticks[0], x_ticks[-1], frame.plot_width)
    y = AxisScale(y_ticks[0], y_ticks[-1], frame.plot_height, upright=True)
    params = {
        "waagerecht": [x.low, x.high],
        "waagerechtmarken": list(thinned(x_ticks, room, frame.plot_width)),
        "waagerechtziffern": f",.{digits_of(x_ticks)}f",
        "werte": [y.low, y.high],
        "wertmarken": list(y_ticks),
        "ziffern": f",.{digits_of(y_ticks)}f",
    }
    names = [*_names(chart, frame, x, y)]
    rows = {
        "punkte": [*_dots(chart, {row["text"] for row in names}, accent)],
        "texte": [*_titles(chart, frame, x, y), *names],
    }
    return vegalite.fill("punktwolke", frame, params, rows)


def _frame(chart: ScatterChart, narrow: bool, y_texts: list[str], last: str) -> ChartFrame:
    width, height = scatter_size(narrow)
    left = round(max(text_width(text, vegalite.TEXT) for text in y_texts)) + 10
    right = max(18, round(text_width(last, vegalite.TEXT) / 2))
    above, below = (len(lines) for lines in _title_lines(chart, width))
    top, bottom = 16 + above * TITLE_LINE, 38 + below * TITLE_LINE
    return ChartFrame(width, height, left=left, right=right, top=top, bottom=bottom)


def _title_lines(chart: ScatterChart, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    above, below = f"↑\u00a0{chart.y_title}", f"{chart.x_title}\u00a0→"
    return wrap(above, vegalite.TEXT, width - 8), wrap(below, vegalite.TEXT, width - 30)


def _ticks(values: list[float], digits: int, count: int) -> tuple[float, ...]:
    return value_ticks(min(values), max(values), False, digits, count)


def _dots(chart: ScatterChart, names: set[object], accent: Accent) -> Iterator[vegalite.Datum]:
    # Those that bear their name last, so that they lie on top.
    for dot in sorted(chart.dots, key=lambda dot: (dot.name in names, dot.name)):
        colour = accent.light if dot.name in names else QUIET
        yield {"x": dot.x, "y": dot.y, "farbe": colour, "groesse": DOT, "name": dot.name}


def scatter_hits(chart: ScatterChart) -> Iterator[vegalite.Datum]:
    """Yield what a finger meets: each dot with its words."""
    for dot in sorted(chart.dots, key=lambda dot: dot.name):
        across = f"{chart.x_title}: {format_number(dot.x, chart.x_digits)}"
        up = f"{chart.y_title}: {format_number(dot.y, chart.y_digits)}"
        yield {"x": dot.x, "y": dot.y, "name": dot.name, "text": f"{dot.name}\n{across}\n{up}"}


def _titles(
    chart: ScatterChart, frame: ChartFrame, x: AxisScale, y: AxisScale
) -> Iterator[vegalite.Datum]:
    style = {"farbe": QUIET, "fett": False}
    above, below = _title_lines(chart, frame.width)
    for number, text in enumerate(above):
        high = y.value(number * TITLE_LINE + 10 - frame.top)
        yield {**style, "x": x.value(-frame.left), "y": high, "lage": "left", "text": text}
    for number, text in enumerate(below):
        low = y.value(frame.plot_height + 42 + number * TITLE_LINE)
        yield {**style, "x": x.value(frame.plot_width), "y": low, "lage": "right", "text": text}


def _names(
    chart: ScatterChart, frame: ChartFrame, x: AxisScale, y: AxisScale
) -> Iterator[vegalite.Datum]:
    """Yield the names that find room, beside their dots, the first in the order first."""
    points = {dot: (x.px(dot.x), y.px(dot.y)) for dot in chart.dots}
    taken: list[Rectangle] = [_around(place) for place in points.values()]
    inner = (-4.0, -4.0, frame.plot_width + frame.right - 2.0, frame.plot_height + 4.0)
    for dot in (dot for dot in chart.dots if dot.named):
        for side, box in _sides(dot.name, points[dot]):
            free = _inside(box, inner) and not any(_overlap(box, other) for other in taken)
            if free and _nearest(box, points.values()) >= _away(box, points[dot]) - 0.1:
                taken.append(box)
                yield {
                    **_anchor(side, box, x, y),
                    "text": dot.name,
                    "farbe": INK,
                    "fett": False,
                    "name": dot.name,
                }
                break


def _nearest(box: Rectangle, points: Iterable[tuple[float, float]]) -> float:
    # A name nearer to another dot than to its own would mislead.
    return min(_away(box, point) for point in points)


def _away(box: Rectangle, point: tuple[float, float]) -> float:
    across = max(box[0] - point[0], 0, point[0] - box[2])
    return hypot(across, max(box[1] - point[1], 0, point[1] - box[3]))


def _anchor(side: str, box: Rectangle, x: AxisScale, y: AxisScale) -> vegalite.Datum:
    edge = {"left": box[0], "right": box[2], "center": (box[0] + box[2]) / 2}[side]
    return {"x": x.value(edge), "y": y.value((box[1] + box[3]) / 2), "lage": side}


def _around(place: tuple[float, float]) -> Rectangle:
    half = 4.5
    return place[0] - half, place[1] - half, place[0] + half, place[1] + half


def _sides(name: str, place: tuple[float, float]) -> Iterator[tuple[str, Rectangle]]:
    # Beside the dot, above and beneath it, and last at its corners.
    width, half = text_width(name, vegalite.TEXT) * 0.9, LINE_HEIGHT / 2
    for side, aside, away in SIDES:
        middle = place[1] + away * (half + GAP - 2)
        near = GAP if away == 0 else GAP - 4
        left = {
            "left": place[0] + aside * near,
            "right": place[0] + aside * near - width,
            "center": place[0] - width / 2,
        }[side]
        yield side, (left, middle - half, left + width, middle + half)


def _inside(box: Rectangle, inner: Rectangle) -> bool:
    begins = box[0] >= inner[0] and box[1] >= inner[1]
    return begins and box[2] <= inner[2] and box[3] <= inner[3]


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart
