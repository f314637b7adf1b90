"""Line charts: gaps stay gaps, breaks are marked, each line bears its name at its end."""

from collections.abc import Iterator

from fokusbericht.charts.layout import digits_of, spread, text_width, value_ticks, year_ticks
from fokusbericht.charts.scale import AxisScale
from fokusbericht.charts.segments import segments
from fokusbericht.charts.vega import lettering, vegalite
from fokusbericht.charts.vega.breaks import break_text, find_cuts, labelled, span_of
from fokusbericht.charts.vega.clean import to_ours
from fokusbericht.charts.vega.colours import FIRM, QUIET, Accent
from fokusbericht.charts.vega.cut_axis import (
    ZIGZAG,
    head_lines,
    is_cut,
    is_cut_below,
    is_steep,
    zigzag,
)
from fokusbericht.charts.vega.data import LineChart
from fokusbericht.charts.vega.frame import ChartFrame
from fokusbericht.charts.vega.line_series import DrawnSeries, drawn_series, label_of, value_of
from fokusbericht.charts.vega.value_labels import Stroke, ToldPoint, value_labels
from fokusbericht.text.formatting import format_number, format_quantity

WIDE, NARROW = (720, 400), (360, 340)
HEAD, FOOT = 31, 30  # px above, besides the lines of the head, and for the years below
LINE_HEIGHT = vegalite.TEXT * 1.25
YEAR_WIDTH = 52  # px from one year written to the next, at least
LEADER = 16  # px between plot and names
TICKS = 5  # along the values
FEW = 45  # values in all: up to here each has its dot


def line_size(chart: LineChart, narrow: bool) -> tuple[int, int]:
    """Return width and height of the picture: as tall as its names need, one above the other."""
    width, height = NARROW if narrow else WIDE
    rows = sum(len(label_of(chart, series, narrow)) for series in chart.series)
    return width, max(height, round(HEAD + FOOT + rows * LINE_HEIGHT))


def line_svg(chart: LineChart, narrow: bool, accent: Accent) -> bytes:
    """Return the chart as an SVG file."""
    svg = lettering.to_svg(line_spec(chart, narrow, accent))
    return to_ours(svg, chart.title, chart.description, accent)


def line_spec(chart: LineChart, narrow: bool, accent: Accent) -> vegalite.Spec:
    """Return the chart as a Vega-Lite spec."""
    lines = drawn_series(chart, narrow, accent)
    points = [point for line in lines for part in line.parts for point in part]
    years = [year for series in chart.series for year, _ in series.points] or [0, 1]
    ticks = _ticks(chart, [value for _, value in points] or [0, 1])
    digits = digits_of(ticks)
    size = line_size(chart, narrow)
    head = head_lines(chart.unit, ticks if points else (0,), size[0])
    frame = _frame(size, lines, [format_number(tick, digits) for tick in ticks], len(head))
    x = AxisScale(min(years), max(max(years), min(years) + 1), frame.plot_width)
    y = AxisScale(ticks[0], ticks[-1], frame.plot_height, upright=True)
    texts = [*_head(chart, head, frame, x, y), *_names(lines, frame, x, y)]
    texts += [*_breaks(chart, frame, x, y), *_told(chart, lines, ticks, x, y)]
    rules = [*_baseline(x, y), *_leaders(lines, frame, x, y), *_marks(chart, years, x, y)]
    rules += _zigzag(ticks, x, y) if points else ()
    params = {
        "jahre": [x.low, x.high],
        "jahresmarken": _years(years, frame) if points else [],
        "werte": [y.low, y.high],
        "wertmarken": list(ticks) if points else [],
        "ziffern": f",.{digits}f",
    }
    rows = {"linien": [*_strokes(lines)], "punkte": [*_dots(lines)]}
    return vegalite.fill("linien", frame, params, {**rows, "striche": rules, "texte": texts})


def line_hits(chart: LineChart) -> Iterator[vegalite.Datum]:
    """Yield what a finger meets: each value with its words."""
    for series in chart.series:
        for year, value in series.points:
            if value is not None:
                text = f"{series.name}: {format_quantity(value, chart.unit, chart.digits)} ({year})"
                yield {"x": year, "y": value, "name": series.name, "text": text}


def _ticks(chart: LineChart, values: list[float]) -> tuple[float, ...]:
    # The same for the wide and the narrow picture: nobody shall see another course on a phone.
    low, high = min(values), max(values)
    return value_ticks(low, high, chart.zero or is_steep(low, high), chart.digits, TICKS)


def _frame(
    size: tuple[int, int], lines: list[DrawnSeries], ticks: list[str], head: int
) -> ChartFrame:
    names = [
        text_width(text, vegalite.TEXT, line.series.emphasis)
        for line in lines
        for text in line.label
    ]
    right = round(max([4.0, *names])) + LEADER + 2
    left = round(max(text_width(tick, vegalite.TEXT) for tick in ticks)) + 8
    top = round(HEAD + head * LINE_HEIGHT)
    return ChartFrame(*size, left=left, right=right, top=top, bottom=FOOT)


def _years(years: list[int], frame: ChartFrame) -> list[int]:
    first, last = min(years), max(years)
    return list(year_ticks(first, last, (last - first) * YEAR_WIDTH / frame.plot_width))


def _strokes(lines: list[DrawnSeries]) -> Iterator[vegalite.Datum]:
    for number, line in enumerate(lines):
        for part_number, part in enumerate(line.parts):
            part_name = f"{number:02}-{part_number:02}"
            style = {"farbe": line.colour, "staerke": line.width, "strich": line.dash}
            style |= {"teil": part_name, "name": line.series.name}
            yield from ({"x": year, "y": value, **style} for year, value in part if len(part) > 1)


def _dots(lines: list[DrawnSeries]) -> Iterator[vegalite.Datum]:
    # Each value of a chart with few, else only those that no line leads to.
    few = sum(len(part) for line in lines for part in line.parts) <= FEW
    for line in lines:
        for part in line.parts:
            size = (line.width + 3) ** 2 if len(part) == 1 else (line.width + 2.5) ** 2
            for year, value in part:
                stands_out = line.series.emphasis and (year, value) == line.end
                if few or len(part) == 1 or stands_out or year in line.series.told:
                    place = {"x": year, "y": value, "name": line.series.name}
                    yield {**place, "farbe": line.colour, "groesse": size}


def _places(lines: list[DrawnSeries], frame: ChartFrame, y: AxisScale) -> list[float]:
    # The middles of the names in px, beside the plot and over its whole height.
    wanted = [y.px(line.end[1]) for line in lines]
    sizes = [len(line.label) * LINE_HEIGHT for line in lines]
    return spread(wanted, sizes, -LINE_HEIGHT / 2, frame.plot_height + LINE_HEIGHT / 2)


def _names(
    lines: list[DrawnSeries], frame: ChartFrame, x: AxisScale, y: AxisScale
) -> Iterator[vegalite.Datum]:
    left = x.value(frame.plot_width + LEADER)
    for line, middle in zip(lines, _places(lines, frame, y), strict=True):
        top = middle - (len(line.label) - 1) / 2 * LINE_HEIGHT
        for number, text in enumerate(line.label):
            place = {"x": left, "y": y.value(top + number * LINE_HEIGHT), "lage": "left"}
            style = {"farbe": line.colour, "fett": line.series.emphasis, "name": line.series.name}
            yield {**place, **style, "text": text}


def _told(
    chart: LineChart,
    lines: list[DrawnSeries],
    ticks: tuple[float, ...],
    x: AxisScale,
    y: AxisScale,
) -> Iterator[vegalite.Datum]:
    # Values at the lines: where the course that is told begins, and where it turns.
    obstacles = [*_obstacles(chart, lines, ticks, x, y)]
    top = -7 if chart.breaks else -24  # below the words for breaks, or for the unit
    inner = (0.0, top, x.length + LEADER / 2, y.length - 2)
    for line in lines:
        style = {"farbe": line.colour, "fett": line.series.emphasis, "name": line.series.name}
        for label in value_labels([*_told_points(chart, line, x, y)], obstacles, inner):
            # Half a px aside: where a text stands must not be read as the figure of a year.
            place = {"x": x.value(label.x + 0.5), "y": y.value(label.y), "lage": label.side}
            yield {**place, **style, "text": label.text}


def _told_points(
    chart: LineChart, line: DrawnSeries, x: AxisScale, y: AxisScale
) -> Iterator[ToldPoint]:
    for part in line.parts:
        for number, (year, value) in enumerate(part):
            if year in line.series.told and (year, value) != line.end:
                beside = [one for _, one in part[max(0, number - 1) : number + 2]]
                is_peak = value >= sum(beside) / len(beside)
                yield ToldPoint(x.px(year), y.px(value), value_of(chart, value), is_peak)


def _obstacles(
    chart: LineChart,
    lines: list[DrawnSeries],
    ticks: tuple[float, ...],
    x: AxisScale,
    y: AxisScale,
) -> Iterator[Stroke]:
    for line in lines:
        yield from ([(x.px(year), y.px(value)) for year, value in part] for part in line.parts)
    years = [year for series in chart.series for year, _ in series.points]
    yield from ([(px, 0.0), (px, y.length)] for _, px in find_cuts(chart, years, x))
    if is_cut_below(ticks):
        yield [(0.0, y.length - ZIGZAG[-1][0]), (0.0, y.length)]


def _leaders(
    lines: list[DrawnSeries], frame: ChartFrame, x: AxisScale, y: AxisScale
) -> Iterator[vegalite.Datum]:
    # From the end of a line to its name, where they are not side by side.
    for line, middle in zip(lines, _places(lines, frame, y), strict=True):
        year, value = line.end
        start = (x.px(year) + 4, y.px(value))
        if line.label and (abs(start[1] - middle) > 2 or start[0] < frame.plot_width):
            end = (frame.plot_width + LEADER - 3, middle)
            rule = _rule(x, y, start, end, line.colour, 0.75)
            yield {**rule, "name": line.series.name}


def _head(
    chart: LineChart, head: tuple[str, ...], frame: ChartFrame, x: AxisScale, y: AxisScale
) -> Iterator[vegalite.Datum]:
    for number, text in enumerate(reversed(head)):
        place = {"x": x.value(-frame.left), "y": y.value(-38 - number * LINE_HEIGHT)}
        yield {**place, "lage": "left", "text": text, "farbe": QUIET, "fett": False}
    if not any(segments(series.points, ()) for series in chart.series):
        place = {"x": x.value(frame.plot_width / 2), "y": y.value(frame.plot_height / 2)}
        yield {**place, "lage": "center", "text": "keine Angaben", "farbe": QUIET, "fett": False}


def _marks(
    chart: LineChart, years: list[int], x: AxisScale, y: AxisScale
) -> Iterator[vegalite.Datum]:
    for _, px in find_cuts(chart, years, x):
        yield _rule(x, y, (px, -6), (px, y.length), QUIET, 1, (1, 4))


def _breaks(
    chart: LineChart, frame: ChartFrame, x: AxisScale, y: AxisScale
) -> Iterator[vegalite.Datum]:
    years = [year for series in chart.series for year, _ in series.points]
    room = -frame.left, frame.plot_width + frame.right
    for group in labelled(find_cuts(chart, years, x), *room):
        place = {"x": x.value(sum(span_of(group, *room)) / 2), "y": y.value(-15), "lage": "center"}
        yield {**place, "text": break_text(group), "farbe": QUIET, "fett": False}


def _baseline(x: AxisScale, y: AxisScale) -> Iterator[vegalite.Datum]:
    if y.low < 0 < y.high:
        yield _rule(x, y, (0, y.px(0)), (x.length, y.px(0)), FIRM, 1)


def _zigzag(ticks: tuple[float, ...], x: AxisScale, y: AxisScale) -> Iterator[vegalite.Datum]:
    # Upright at the left end of the axis of years, or from the top where zero lies above.
    if is_cut(ticks):
        begin, way = (y.length, -1) if is_cut_below(ticks) else (0, 1)
        for (along, aside), (along2, aside2) in zigzag():
            start, end = (aside, begin + way * along), (aside2, begin + way * along2)
            yield _rule(x, y, start, end, QUIET, 1.3)


def _rule(
    x: AxisScale,
    y: AxisScale,
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str,
    width: float,
    dash: tuple[int, ...] = (),
) -> vegalite.Datum:
    return {
        "x": x.value(start[0]),
        "y": y.value(start[1]),
        "x2": x.value(end[0]),
        "y2": y.value(end[1]),
        "farbe": colour,
        "staerke": width,
        "strich": dash,
    }
