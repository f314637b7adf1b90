"""A chart of /demographie-und-finanzen/: where it lies, what it says, and the same as a table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from fokusbericht.building.output import EarlyGroup, Output
from fokusbericht.charts.vega.bars import bar_svg
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import BarChart, LineChart, Series
from fokusbericht.charts.vega.interactive import interactive_json
from fokusbericht.charts.vega.lines import line_svg
from fokusbericht.figures.pictures import chart_picture
from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.text.formatting import format_number
from fokusbericht.views import Cell, Picture

EARLY = EarlyGroup("/demographie")  # no indicator bears such a name
Rows = tuple[tuple[Cell, ...], ...]
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class ChartOnPage:
    """A chart with its words; one that lies `elsewhere` is drawn by another page."""

    title: str
    picture: Picture
    sentence: str
    notes: tuple[str, ...]  # how to read it
    breaks: tuple[str, ...]  # where its series are cut, and why
    chart: LineChart | BarChart
    elsewhere: bool = False
    among_many: bool = False  # one line stressed among grey ones: small, it still reads well


@dataclass(frozen=True, slots=True)
class ChartTable:
    """What a chart shows, as a table."""

    caption: str
    head: tuple[str, ...]
    rows: Rows


def living_picture(chart: LineChart | BarChart, address: str, figures: str = "") -> Picture:
    """Return the picture of a chart with its figures, by which the browser can draw it anew."""
    drawn = chart_picture(chart, address)
    return replace(drawn, interactive=f"{figures or address}.vl.json")


def plan_drawing(report: Report, drawing: ChartOnPage, place: Place) -> Iterator[Output]:
    """Plan a drawing, wide and narrow, and its figures for the browser."""
    chart, picture = drawing.chart, drawing.picture
    accent = Accent(report.kreis.akzent, report.kreis.akzent_dunkel)
    figures = partial(interactive_json, chart, accent)
    yield Output(picture.interactive[1:], (chart, accent), figures, place, early=EARLY)
    if drawing.elsewhere:
        return
    for address, narrow in ((picture.src, False), (picture.src_narrow, True)):
        make = (
            partial(line_svg, chart, narrow, accent)
            if isinstance(chart, LineChart)
            else partial(bar_svg, chart, narrow, accent)
        )
        yield Output(address[1:], (chart, narrow, accent), make, place, early=EARLY)


def break_notes(indikator: Indikator) -> tuple[str, ...]:
    """Return why a series is cut, break by break."""
    return tuple(f"Bruch {bruch.jahr}: {bruch.grund}" for bruch in indikator.brueche)


def table_of(chart: LineChart | BarChart) -> ChartTable:
    """Return a chart as a table: a line chart by years, newest first, a bar chart bar by bar."""
    caption = f"{chart.title}{f' ({chart.unit})' if chart.unit else ''}"
    if isinstance(chart, BarChart):
        rows = tuple(
            (Cell(bar.name), _number(bar.value, chart.digits, bar.missing)) for bar in chart.bars
        )
        return ChartTable(caption, ("", chart.unit or "Wert"), rows)
    return ChartTable(caption, *_by_year(chart))


def _by_year(chart: LineChart) -> tuple[tuple[str, ...], Rows]:
    """Return head and rows of a line chart; of the lines in the background only their span."""
    named = [series for series in chart.series if not series.quiet]
    quiet = [dict(series.points) for series in chart.series if series.quiet]
    span = (f"{len(quiet)} andere: niedrigster", "höchster Wert") if quiet else ()
    head = ("Jahr", *(series.name for series in named), *span)
    return head, tuple(_row(chart, named, quiet, year) for year in _years(chart))


def _years(chart: LineChart) -> list[int]:
    return sorted({year for one in chart.series for year, _ in one.points}, reverse=True)


def _row(
    chart: LineChart, named: list[Series], quiet: list[dict[int, float | None]], year: int
) -> tuple[Cell, ...]:
    values = [dict(series.points).get(year) for series in named]
    others = [value for one in quiet if (value := one.get(year)) is not None]
    if quiet:
        values += [min(others, default=None), max(others, default=None)]
    return (Cell(str(year)), *(_number(value, chart.digits) for value in values))


def _number(value: float | None, digits: int, missing: str = NOTHING) -> Cell:
    return Cell(missing if value is None else format_number(value, digits), number=True)
