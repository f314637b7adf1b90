"""The series of a line chart with the way each is drawn: its colour, its dashes, its name."""

from dataclasses import dataclass
from itertools import chain, cycle

from fokusbericht.charts.layout import wrap
from fokusbericht.charts.segments import YearValue, segments
from fokusbericht.charts.vega import vegalite
from fokusbericht.charts.vega.colours import DASHES, FIRM, QUIET, Accent, palette
from fokusbericht.charts.vega.data import LineChart, Series
from fokusbericht.text.formatting import format_number

LABEL_WIDTH = {False: 215, True: 108}  # px at most for the names at the line ends
SECOND_ROUND = (7, 3)  # dashes of lines for which no colour is left


@dataclass(frozen=True, slots=True)
class DrawnSeries:
    """A series with the way it is drawn."""

    series: Series
    parts: tuple[tuple[YearValue, ...], ...]
    colour: str
    dash: tuple[int, ...]
    label: tuple[str, ...]

    @property
    def width(self) -> float:
        """Return how thick its line is."""
        if self.series.quiet:
            return 1.25
        return 3.5 if self.series.emphasis else 2

    @property
    def end(self) -> YearValue:
        """Return its last value."""
        return self.parts[-1][-1]


def drawn_series(chart: LineChart, narrow: bool, accent: Accent) -> list[DrawnSeries]:
    """Return all series that have a value, the stressed ones on top."""
    fresh, dashes = [*palette(accent)], cycle(DASHES)
    colours = chain(((colour, ()) for colour in fresh), cycle((c, SECOND_ROUND) for c in fresh))
    stressed = any(series.emphasis for series in chart.series)
    first = [] if stressed else [accent.light]
    lines = []
    for series in chart.series:
        parts = segments(series.points, chart.breaks)
        if not parts:
            continue
        dash: tuple[int, ...] = ()
        if series.emphasis:
            colour = accent.light
        elif series.quiet:
            colour = FIRM
        elif series.dashed:
            colour, dash = QUIET, next(dashes)
        else:
            colour, dash = (first.pop(), ()) if first else next(colours)
        label = label_of(chart, series, narrow)
        lines.append(DrawnSeries(series, parts, colour, dash, label))
    return sorted(lines, key=_layer)


def _layer(line: DrawnSeries) -> tuple[bool, bool, bool]:
    return line.series.emphasis, not line.series.quiet, not line.series.dashed


def label_of(chart: LineChart, series: Series, narrow: bool) -> tuple[str, ...]:
    """Return the name at the end of a line, with its last value where there is room."""
    known = sorted((year, value) for year, value in series.points if value is not None)
    if series.quiet or not known:
        return ()
    has_value = not narrow or series.emphasis
    text = f"{series.name} {value_of(chart, known[-1][1])}" if has_value else series.name
    return wrap(text, vegalite.TEXT, LABEL_WIDTH[narrow], series.emphasis)


def value_of(chart: LineChart, value: float) -> str:
    """Return a value as the chart writes it."""
    return format_number(value, chart.digits) + ("\u202f%" if chart.unit == "%" else "")
