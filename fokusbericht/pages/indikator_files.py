"""The files beside an indicator's page: its drawings as SVG, its tables as CSV."""

from collections.abc import Iterator, Sequence
from functools import partial

from fokusbericht.charts import Accent, LineChart, line_svg
from fokusbericht.exports.table import csv_bytes, csv_number
from fokusbericht.maps import map_svg
from fokusbericht.model import Ebene, Fehlgrund, Indikator, Report
from fokusbericht.output import Output
from fokusbericht.pages.figures import drawn_areas, line_chart, map_picture
from fokusbericht.pages.numbers import area_name, ranked_values, source_line
from fokusbericht.statistics.aggregate import Figure, Levels
from fokusbericht.statistics.rank import ranks
from fokusbericht.urls import url_of

HEAD = ("raum_schluessel", "raum", "jahr", "wert", "einheit", "quelle", "lizenz")
LINE = tuple[str, int]  # an area and a year

Rows = tuple[tuple[str, ...], ...]


def plan_files(report: Report, indikator: Indikator, levels: Levels, year: int) -> Iterator[Output]:
    """Plan all files beside the page."""
    folder = url_of(report, indikator.key)[1:]
    place = indikator.place
    for name, rows in _tables(report, indikator, levels, year):
        yield Output(f"{folder}{name}.csv", rows, partial(csv_bytes, HEAD, rows), place)
    ranking = _ranking(report, indikator, levels, year)
    head = ("platz", *HEAD)
    yield Output(f"{folder}rangfolge.csv", ranking, partial(csv_bytes, head, ranking), place)
    chart = line_chart(report, indikator, levels)
    if chart:
        yield from plan_chart(report, chart, f"{folder}verlauf", indikator)
    if indikator.ebene is Ebene.KOMMUNE:
        yield _map(report, indikator, levels, year, f"{folder}karte.svg")


def plan_chart(
    report: Report, chart: LineChart, path: str, indikator: Indikator
) -> Iterator[Output]:
    """Plan a chart, wide and narrow."""
    accent = Accent(report.kreis.akzent, report.kreis.akzent_dunkel)
    for name, narrow in ((path, False), (f"{path}-schmal", True)):
        make = partial(line_svg, chart, narrow, accent)
        yield Output(f"{name}.svg", (chart, narrow, accent), make, indikator.place)


def _map(report: Report, indikator: Indikator, levels: Levels, year: int, path: str) -> Output:
    picture, _ = map_picture(report, indikator, levels, year, "karte")
    view = picture.view

    def make() -> bytes:
        svg = map_svg(report.geografie, view, id_prefix="karte", standalone=True)
        return svg.encode()

    return Output(path, (view, source_line(indikator, year)), make, indikator.place)


def _tables(
    report: Report, indikator: Indikator, levels: Levels, year: int
) -> Iterator[tuple[str, Rows]]:
    everything = [(area, one) for area, series in levels.items() for one in series]
    yield "daten", _rows(report, indikator, levels, everything)
    if indikator.ebene is Ebene.KOMMUNE:
        shown = [(ags, year) for ags in report.geografie.kommunen if year in levels.get(ags, {})]
        yield "karte", _rows(report, indikator, levels, shown)
    drawn = drawn_areas(report, levels)
    if line_chart(report, indikator, levels):
        lines = [(area, one) for area in drawn for one in levels[area]]
        yield "verlauf", _rows(report, indikator, levels, lines)


def _rows(report: Report, indikator: Indikator, levels: Levels, cells: Sequence[LINE]) -> Rows:
    return tuple(_row(report, indikator, area, year, levels[area][year]) for area, year in cells)


def _row(
    report: Report, indikator: Indikator, area: str, year: int, figure: Figure
) -> tuple[str, ...]:
    missing = (figure.missing or Fehlgrund.UNBEKANNT).value
    return (
        area,
        area_name(report, area),
        str(year),
        csv_number(figure.value, missing),
        indikator.einheit,
        indikator.quelle.name,
        indikator.quelle.lizenz,
    )


def _ranking(report: Report, indikator: Indikator, levels: Levels, year: int) -> Rows:
    values = ranked_values(report, indikator, levels, year)
    places = ranks(values)
    return tuple(
        (str(places[area]), *_row(report, indikator, area, year, levels[area][year]))
        for area in sorted(values, key=lambda area: (places[area], area))
    )
