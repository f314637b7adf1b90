"""Distributions: the places of the county as dots along one axis, the outermost named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fokusbericht.charts.layout import digits_of, text_width, thinned, value_ticks
from fokusbericht.charts.scale import AxisScale
from fokusbericht.charts.vega import lettering, vegalite
from fokusbericht.charts.vega.clean import to_ours
from fokusbericht.charts.vega.colours import DASHES, FIRM, GRID, INK, PAPER, QUIET, Accent
from fokusbericht.charts.vega.cut_axis import head_lines, is_cut, is_cut_below, zigzag
from fokusbericht.charts.vega.data import DistributionChart, SwarmDot
from fokusbericht.charts.vega.flags import AIR, ALIGN, Hoisted, PoleLabel, hoist
from fokusbericht.charts.vega.frame import ChartFrame
from fokusbericht.charts.vega.swarm import swarm
from fokusbericht.text.formatting import format_number, format_quantity

WIDTHS = {False: 720, True: 360}
RADII = (6.0, 5.5, 5.0, 4.5, 4.0, 3.5, 3.0)  # the largest that keeps the swarm low enough
HIGHEST = 170  # px of the swarm
LOWEST = 44
LINE_HEIGHT = vegalite.TEXT * 1.25
HEAD, FOOT = 12, 30  # px above, besides the lines of the head, and for the numbers below
TICKS, TICK_GAP = 7, 12  # along the axis; px from the number of one to that of the next
BESIDE, BREAK, SLANT = 34, 15, 4  # px from the axis to a dot beside it, to the break, its slant
STRESSED = 1.35  # a stressed dot is so much larger
Moved = tuple[SwarmDot, float]  # a dot and how far it moved from the middle of the swarm


@dataclass(frozen=True, slots=True)
class _SwarmLayout:
    # Where everything is; y counts px from the top of the plot.
    frame: ChartFrame
    ticks: tuple[float, ...]  # from end to end
    marks: tuple[float, ...]  # those with a number
    head: tuple[str, ...]
    radius: float
    moves: tuple[float, ...]
    height: float  # of the swarm
    lines: Hoisted  # the references, above the swarm
    names: Hoisted  # the named dots, below it
    begins: tuple[float, ...]  # of the poles to the named dots

    @property
    def x(self) -> AxisScale:
        return AxisScale(self.ticks[0], self.ticks[-1], self.frame.plot_width)


def distribution_size(chart: DistributionChart, narrow: bool) -> tuple[int, int]:
    """Return width and height of the picture."""
    frame = _layout(chart, narrow).frame
    return frame.width, frame.height


def distribution_svg(chart: DistributionChart, accent: Accent, narrow: bool) -> str:
    """Return the chart as the text of an SVG file."""
    svg = lettering.to_svg(distribution_spec(chart, narrow, accent))
    return to_ours(svg, chart.title, chart.description, accent).decode()


def distribution_spec(chart: DistributionChart, narrow: bool, accent: Accent) -> vegalite.Spec:
    """Return the chart as a Vega-Lite spec; its y axis counts px from the top."""
    layout = _layout(chart, narrow)
    params = {
        "waagerecht": [layout.x.low, layout.x.high],
        "waagerechtmarken": list(layout.marks) if chart.dots else [],
        "waagerechtziffern": f",.{digits_of(layout.ticks)}f",
        "zeilen": [layout.frame.plot_height, 0],
    }
    rows = {
        "striche": [
            *_grid(layout),
            *_poles(layout),
            *_breaks(chart, layout),
            *(_zigzag(layout) if chart.dots else ()),
        ],
        "punkte": [*_dots(chart, layout, accent)],
        "texte": [*_head(chart, layout), *_texts(layout)],
    }
    return vegalite.fill("schwarm", layout.frame, params, rows)


@lru_cache(maxsize=64)
def _layout(chart: DistributionChart, narrow: bool) -> _SwarmLayout:
    ticks = _ticks(chart)
    digits = digits_of(ticks)
    numbers = [text_width(format_number(tick, digits), vegalite.TEXT) for tick in ticks]
    left, right = (max(round(number / 2), 10) for number in (numbers[0], numbers[-1]))
    left += BESIDE * any(_is_under(dot, ticks) for dot in chart.dots)
    right += BESIDE * any(_is_over(dot, ticks) for dot in chart.dots)
    width = WIDTHS[narrow] - left - right
    x = AxisScale(ticks[0], ticks[-1], width)
    radius, moves = _swarm(chart, x)
    height = max(LOWEST, 2 * (max(map(abs, moves), default=0) + radius * STRESSED) + 8)
    lines = [PoleLabel(x.px(value), name, _text(chart, value)) for name, value in chart.lines]
    named = _named(chart, moves)
    above = hoist([lines], -left, width + right)
    below = hoist([*_labels(chart, named, x)], -left, width + right)
    begins = tuple(height / 2 + found[0][1] for found in named)
    head = head_lines(chart.unit, ticks if chart.dots else (0,), WIDTHS[narrow])
    top = HEAD + len(head) * LINE_HEIGHT + above.height
    marks = thinned(ticks, max(numbers) + TICK_GAP, width)
    frame = ChartFrame(
        WIDTHS[narrow], round(top + height + below.height + FOOT), left, right, round(top), FOOT
    )
    return _SwarmLayout(frame, ticks, marks, head, radius, moves, height, above, below, begins)


def distribution_hits(chart: DistributionChart, narrow: bool) -> Iterator[vegalite.Datum]:
    """Yield what a finger meets: each dot with its words."""
    layout = _layout(chart, narrow)
    for dot, move in zip(chart.dots, layout.moves, strict=True):
        text = f"{dot.name}: {format_quantity(dot.value, chart.unit, chart.digits)}"
        place = {"x": layout.x.value(_place(dot, layout.x)), "y": layout.height / 2 + move}
        yield {**place, "name": dot.name, "text": text}


def _ticks(chart: DistributionChart) -> tuple[float, ...]:
    # The same for the wide and the narrow picture, which may write fewer of them.
    dots = [dot.value for dot in chart.dots if not dot.cut]
    values = dots + [line.value for line in chart.lines]
    low, high = min(values, default=0), max(values, default=1)
    return value_ticks(low, high, chart.zero, chart.digits, TICKS)


def _is_under(dot: SwarmDot, ticks: Sequence[float]) -> bool:
    return dot.cut and dot.value < ticks[0]


def _is_over(dot: SwarmDot, ticks: Sequence[float]) -> bool:
    return dot.cut and dot.value > ticks[-1]


def _place(dot: SwarmDot, x: AxisScale) -> float:
    """Return where a dot lies, in px; one that is cut off lies beside the axis."""
    ends = (x.low, x.high)
    if _is_over(dot, ends):
        return x.length + BESIDE
    return -BESIDE if _is_under(dot, ends) else x.px(dot.value)


def _swarm(chart: DistributionChart, x: AxisScale) -> tuple[float, tuple[float, ...]]:
    # The largest dots that find room; where even the smallest do not, they move into one another.
    places = [_place(dot, x) for dot in chart.dots]
    for radius in RADII:
        moves = swarm(places, radius)
        high = 2 * max(map(abs, moves), default=0)
        if high + 2 * radius <= HIGHEST:
            return radius, tuple(moves)
    shrink = (HIGHEST - 2 * radius) / high
    return radius, tuple(round(move * shrink, 1) for move in moves)


def _text(chart: DistributionChart, value: float) -> str:
    return format_number(value, chart.digits) + ("\u202f%" if chart.unit == "%" else "")


def _named(chart: DistributionChart, moves: Sequence[float]) -> list[list[Moved]]:
    # The outermost on the axis and beside it and the stressed, each with those of the same number.
    shown: dict[str, list[Moved]] = {}
    for dot, move in sorted(zip(chart.dots, moves, strict=True), key=lambda one: one[0].value):
        shown.setdefault(_text(chart, dot.value), []).append((dot, move))
    for found in shown.values():
        found.sort(key=lambda one: (not one[0].emphasis, one[0].name))
    groups = [*shown.values()]
    on_axis = [n for n, found in enumerate(groups) if not found[0][0].cut]
    ends = {0, len(groups) - 1, *on_axis[:1], *on_axis[-1:]}
    return [found for n, found in enumerate(groups) if n in ends or found[0][0].emphasis]


def _labels(
    chart: DistributionChart, named: Sequence[Sequence[Moved]], x: AxisScale
) -> Iterator[list[PoleLabel]]:
    """Yield the labels of the named dots, with shorter names each time."""
    for shortness in range(3):
        yield [
            PoleLabel(
                _place(found[0][0], x),
                _joined([dot.name for dot, _ in found])[shortness],
                _text(chart, found[0][0].value),
                found[0][0].emphasis,
            )
            for found in named
        ]


def _joined(names: Sequence[str]) -> tuple[str, str, str]:
    # Names as one, longer and shorter.
    if len(names) == 1:
        return names[0], names[0], names[0]
    others = names[1] if len(names) == 2 else f"{len(names) - 1} weitere"
    return f"{names[0]} und {others}", f"{names[0]} u. a.", names[0]


def _grid(layout: _SwarmLayout) -> Iterator[vegalite.Datum]:
    # Through the swarm, and on to the axis where no name is in the way.
    for tick in layout.marks:
        place = layout.x.px(tick)
        covered = any(flag.left - AIR <= place <= flag.right + AIR for flag in layout.names.flags)
        yield _upright(tick, 0, layout.height if covered else layout.frame.plot_height, GRID, 1)


def _poles(layout: _SwarmLayout) -> Iterator[vegalite.Datum]:
    # The rims of all lines first, so that none covers another line.
    for colour, width in ((PAPER, 4.0), (INK, 1.5)):
        for number, (label, flag) in enumerate(layout.lines.pairs()):
            top = 2 - flag.reach * layout.lines.row_height
            dash = DASHES[number % len(DASHES)] if colour == INK else ()
            yield _upright(layout.x.value(label.pole), top, layout.height, colour, width, dash)
    for begin, (label, flag) in zip(layout.begins, layout.names.pairs(), strict=True):
        bottom = layout.height + flag.reach * layout.names.row_height - 2
        yield _upright(layout.x.value(label.pole), begin, bottom, INK, 0.75)


def _breaks(chart: DistributionChart, layout: _SwarmLayout) -> Iterator[vegalite.Datum]:
    # Two slanted lines between the axis and the dots beside it.
    x, middle = layout.x, layout.height / 2
    ends = (x.low, x.high)
    sides = ((-BREAK, _is_under), (x.length + BREAK, _is_over))
    for place, is_beside in sides:
        if any(is_beside(dot, ends) for dot in chart.dots):
            for px in (place - SLANT, place + SLANT):
                ends_of = {"x": x.value(px - SLANT), "x2": x.value(px + SLANT)}
                rise = {"y": middle + 3 * SLANT, "y2": middle - 3 * SLANT}
                yield {**ends_of, **rise, "farbe": INK, "staerke": 1.5, "strich": ()}


def _zigzag(layout: _SwarmLayout) -> Iterator[vegalite.Datum]:
    # On the axis at the end that zero lies beyond; the axis itself is wiped out below it.
    if not is_cut(layout.ticks):
        return
    x, foot = layout.x, layout.frame.plot_height
    begin, way = (0, 1) if is_cut_below(layout.ticks) else (x.length, -1)
    strokes = [*zigzag()]
    wiped = ((strokes[0][1][0], 0), (strokes[-1][0][0], 0))
    for (start, end), colour, width in (
        (wiped, PAPER, 4.0),
        *((stroke, QUIET, 1.3) for stroke in strokes),
    ):
        across = {"x": x.value(begin + way * start[0]), "x2": x.value(begin + way * end[0])}
        rise = {"y": foot + start[1], "y2": foot + end[1]}
        yield {**across, **rise, "farbe": colour, "staerke": width, "strich": ()}


def _upright(
    value: float, top: float, bottom: float, colour: str, width: float, dash: tuple[int, ...] = ()
) -> vegalite.Datum:
    place = {"x": value, "x2": value, "y": top, "y2": bottom}
    return {**place, "farbe": colour, "staerke": width, "strich": dash}


def _dots(
    chart: DistributionChart, layout: _SwarmLayout, accent: Accent
) -> Iterator[vegalite.Datum]:
    # Stressed ones last and with a rim, so that they lie on top.
    stressed = any(dot.emphasis for dot in chart.dots)
    pairs = zip(chart.dots, layout.moves, strict=True)
    for dot, move in sorted(pairs, key=lambda pair: (pair[0].emphasis, pair[0].name)):
        along = layout.x.value(_place(dot, layout.x))
        place = {"x": along, "y": layout.height / 2 + move, "name": dot.name}
        radius = layout.radius * (STRESSED if dot.emphasis else 1)
        colour = FIRM if stressed and not dot.emphasis else accent.light
        if dot.emphasis:
            yield {**place, "farbe": PAPER, "groesse": _area(radius + 1.5)}
        yield {**place, "farbe": colour, "groesse": _area(radius)}


def _area(radius: float) -> float:
    return round(3.14159 * radius**2, 1)


def _head(chart: DistributionChart, layout: _SwarmLayout) -> Iterator[vegalite.Datum]:
    quiet = {"farbe": QUIET, "fett": False, "lage": "left"}
    left, top = layout.x.value(-layout.frame.left), vegalite.TEXT - layout.frame.top
    for number, text in enumerate(layout.head):
        yield {"x": left, "y": top + number * LINE_HEIGHT, "text": text, **quiet}
    if not chart.dots:
        yield {"x": layout.x.value(8), "y": layout.height / 2, "text": "keine Angaben", **quiet}


def _texts(layout: _SwarmLayout) -> Iterator[vegalite.Datum]:
    for _, flag, text, away in layout.lines.texts(upward=True):
        place = {"x": layout.x.value(flag.anchor), "y": 2 - away, "lage": ALIGN[flag.side]}
        yield {**place, "text": text, "farbe": QUIET, "fett": False}
    for label, flag, text, away in layout.names.texts(upward=False):
        place = {
            "x": layout.x.value(flag.anchor),
            "y": layout.height + away,
            "lage": ALIGN[flag.side],
        }
        yield {**place, "text": text, "farbe": INK, "fett": label.bold}
