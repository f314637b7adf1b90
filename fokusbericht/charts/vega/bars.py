"""Bar charts: areas side by side, with the values of Kreis, Land and Bund as lines across."""

from collections.abc import Iterator

from fokusbericht.charts.vega import lettering, vegalite
from fokusbericht.charts.vega.bar_layout import (
    GAP,
    BarLayout,
    BarText,
    bar_end,
    bar_layout,
    runs_of_pole,
)
from fokusbericht.charts.vega.clean import to_ours
from fokusbericht.charts.vega.colours import DASHES, FIRM, INK, PAPER, QUIET, Accent
from fokusbericht.charts.vega.data import BarChart
from fokusbericht.charts.vega.flags import ALIGN
from fokusbericht.text.formatting import format_quantity

LINE_HEIGHT = vegalite.TEXT * 1.25
BREAK, SLANT, OPENING = 30, 5, 6  # px from its end to the break, and how that is drawn


def bar_size(chart: BarChart, narrow: bool) -> tuple[int, int]:
    """Return width and height of the picture."""
    frame = bar_layout(chart, narrow).frame
    return frame.width, frame.height


def bar_svg(chart: BarChart, narrow: bool, accent: Accent) -> bytes:
    """Return the chart as an SVG file."""
    svg = lettering.to_svg(bar_spec(chart, narrow, accent))
    return to_ours(svg, chart.title, chart.description, accent)


def bar_spec(chart: BarChart, narrow: bool, accent: Accent) -> vegalite.Spec:
    """Return the chart as a Vega-Lite spec; its y axis counts px from the top."""
    layout = bar_layout(chart, narrow)
    x, frame = layout.x, layout.frame
    rows = {
        "balken": [*_bars(chart, layout, accent)],
        "striche": [*_rules(chart, layout, narrow), *_breaks(chart, layout, narrow)],
        "texte": [*_names(chart, layout), *_values(chart, layout), *_heads(chart, layout)],
    }
    params = {"werte": [x.low, x.high], "zeilen": [frame.plot_height, 0]}
    return vegalite.fill("balken", frame, params, rows)


def bar_hits(chart: BarChart, narrow: bool) -> Iterator[vegalite.Datum]:
    """Yield what a finger meets: each row of the chart over its whole width, with its words."""
    layout = bar_layout(chart, narrow)
    x, pitch = layout.x, layout.row.pitch
    span = {"x": x.low, "x2": x.high}
    for number, bar in enumerate(chart.bars):
        text = (
            bar.missing
            if bar.value is None
            else format_quantity(bar.value, chart.unit, chart.digits)
        )
        rows = {"y": number * pitch, "y2": (number + 1) * pitch}
        yield {**span, **rows, "name": bar.name, "text": f"{bar.name}: {text}"}


def _bars(chart: BarChart, layout: BarLayout, accent: Accent) -> Iterator[vegalite.Datum]:
    stressed = any(bar.emphasis for bar in chart.bars)
    half = layout.row.thick / 2
    for number, bar in enumerate(chart.bars):
        if bar.value is not None:
            y = layout.middle(number)
            colour = FIRM if stressed and not bar.emphasis else accent.light
            end = bar_end(bar, layout.x)
            place = {"x": min(0, end), "x2": max(0, end), "y": y - half, "y2": y + half}
            yield {**place, "farbe": colour, "name": bar.name}


def _breaks(chart: BarChart, layout: BarLayout, narrow: bool) -> Iterator[vegalite.Datum]:
    # Near the end of a bar that is cut off a slanted opening between two thin lines.
    x = layout.x
    for number, bar in enumerate(chart.bars):
        if not bar.cut or bar.value is None:
            continue
        middle = x.px(x.high) - BREAK if bar.value > 0 else x.px(x.low) + BREAK
        y, half = layout.middle(number), layout.row.thick / 2
        rim = 1 if narrow else 4  # names stand close above a narrow bar
        lines = ((0, PAPER, OPENING, 1), (-OPENING / 2, INK, 1, rim), (OPENING / 2, INK, 1, rim))
        for aside, colour, width, over in lines:
            place = {
                "x": x.value(middle + aside - SLANT),
                "x2": x.value(middle + aside + SLANT),
                "y": y + half + over,
                "y2": y - half - over,
            }
            yield {**place, "farbe": colour, "staerke": float(width), "strich": ()}


def _names(chart: BarChart, layout: BarLayout) -> Iterator[vegalite.Datum]:
    for number, (bar, name) in enumerate(zip(chart.bars, layout.names, strict=True)):
        style = {"fett": bar.emphasis, "farbe": INK, "name": bar.name}
        middle = number * layout.row.pitch + layout.row.name
        yield from ({**row, **style} for row in _written(name, layout, middle))


def _values(chart: BarChart, layout: BarLayout) -> Iterator[vegalite.Datum]:
    for number, (bar, value) in enumerate(zip(chart.bars, layout.values, strict=True)):
        colour = QUIET if bar.value is None else INK
        style = {"fett": bar.emphasis, "farbe": colour, "name": bar.name}
        yield from ({**row, **style} for row in _written(value, layout, layout.middle(number)))


def _written(text: BarText, layout: BarLayout, middle: float) -> Iterator[vegalite.Datum]:
    """Yield the lines of a text around a middle."""
    top = middle - (len(text.lines) - 1) / 2 * LINE_HEIGHT
    for number, line in enumerate(text.lines):
        place = {"x": layout.x.value(text.x), "y": top + number * LINE_HEIGHT}
        yield {**place, "lage": text.side, "text": line}


def _heads(chart: BarChart, layout: BarLayout) -> Iterator[vegalite.Datum]:
    x, frame = layout.x, layout.frame
    top = vegalite.TEXT - frame.top
    quiet = {"farbe": QUIET, "fett": False}
    yield {"x": x.value(-frame.left), "y": top, "lage": "left", "text": chart.unit, **quiet}
    if not chart.bars:
        yield {"x": x.value(GAP), "y": 14, "lage": "left", "text": "keine Angaben", **quiet}
    for _, flag, text, away in layout.lines.texts(upward=True):
        place = {"x": x.value(flag.anchor), "y": -away - 4, "lage": ALIGN[flag.side]}
        yield {**place, "text": text, **quiet}


def _rules(chart: BarChart, layout: BarLayout, narrow: bool) -> Iterator[vegalite.Datum]:
    x, lines = layout.x, layout.lines
    whole = [(0.0, float(layout.frame.plot_height))]
    for top, bottom in runs_of_pole(chart, layout, x.px(0), True) if narrow else whole:
        yield {**_upright(0, top, bottom), "farbe": FIRM, "staerke": 1, "strich": ()}
    # The rims of all lines first, so that none covers another line.
    for colour, width in ((PAPER, 4.0), (INK, 1.5)):
        for number, (label, flag) in enumerate(lines.pairs()):
            dash = () if narrow or colour == PAPER else DASHES[number % len(DASHES)]
            runs = runs_of_pole(chart, layout, label.pole, narrow)
            for top, bottom in [(-flag.reach * lines.row_height - 4, -2.0), *runs]:
                place = _upright(x.value(label.pole), top, bottom)
                yield {**place, "farbe": colour, "staerke": width, "strich": dash}


def _upright(value: float, top: float, bottom: float) -> vegalite.Datum:
    return {"x": value, "x2": value, "y": top, "y2": bottom}
