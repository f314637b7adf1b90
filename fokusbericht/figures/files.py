"""The files beside an indicator's page: its drawings as SVG and PNG, its tables as CSV."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.charts import png
from fokusbericht.exports.table import csv_bytes, csv_number
from fokusbericht.figures.charts import (
    distribution_chart,
    has_distribution,
    has_ranking,
    ranking_chart,
)
from fokusbericht.figures.course import PIXELS, course_drawing, course_png
from fokusbericht.figures.data_json import data_head, data_json
from fokusbericht.figures.drawings import Chart, Drawing
from fokusbericht.figures.pictures import drawn_areas, has_course, map_picture
from fokusbericht.maps import map_svg
from fokusbericht.model.figures import Ebene, Fehlgrund, Indikator
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Figure, Levels
from fokusbericht.statistics.rank import ranks
from fokusbericht.urls import url_of
from fokusbericht.words.citing import permalink
from fokusbericht.words.numbers import area_name, ranked_values, shown_year, source_line

HEAD = ("raum_schluessel", "raum", "jahr", "wert", "einheit", "quelle", "lizenz")


def plan_files(
    report: Report, indikator: Indikator, levels: Levels, digest: str
) -> Iterator[Output]:
    """Plan all files beside the page; `digest` stands for all that they are made of."""
    draw = _Files(report, indikator, levels)
    folder, year = url_of(report, indikator.key)[1:], shown_year(report, indikator, levels)
    makers: dict[str, Callable[[], bytes]] = {"daten.csv": draw.everything}
    if indikator.ebene is Ebene.KOMMUNE:
        makers |= {
            "karte.csv": draw.map_values,
            "karte.svg": draw.map,
            "karte.png": lambda: png(draw.map().decode(), PIXELS),
        }
    if has_course(report, indikator, levels):
        makers |= {"verlauf.csv": draw.course_values} | draw.course.files("verlauf")
        makers |= {"verlauf.vl.json": draw.course.interactive}
        makers |= {"verlauf.png": partial(course_png, report, indikator.key.name)}
    if has_ranking(report, indikator, levels, year):
        makers |= {"rangfolge.csv": draw.ranking} | draw.bars.files("rangfolge")
    if has_distribution(report, indikator, levels, year):
        makers |= draw.distribution.files("verteilung")
    for name, make in makers.items():
        yield Output(f"{folder}{name}", (name, digest), make, indikator.place)
    head = data_head(report, indikator)
    data = partial(data_json, report, indikator, levels, head)
    yield Output(f"{folder}daten.json", (head, digest), data, indikator.place)


class _Files:
    """Makes the files of one indicator, each when it is asked for."""

    def __init__(self, report: Report, indikator: Indikator, levels: Levels) -> None:
        self.report = report
        self.indikator = indikator
        self.levels = levels
        link = permalink(report, indikator)
        dated = (source_line(indikator, self.year()), link)
        self.course = course_drawing(report, indikator.key.name)
        self.bars = Drawing(report, partial(self._of_year, ranking_chart), dated)
        self.distribution = Drawing(report, partial(self._of_year, distribution_chart), dated)

    def year(self) -> int:
        return shown_year(self.report, self.indikator, self.levels)

    def _of_year(
        self, chart: Callable[[Report, Indikator, Levels, int], Chart | None]
    ) -> Chart | None:
        return chart(self.report, self.indikator, self.levels, self.year())

    def everything(self) -> bytes:
        return self.table((area, year) for area, series in self.levels.items() for year in series)

    def map_values(self) -> bytes:
        year = self.year()
        return self.table(
            (ags, year)
            for ags in self.report.geografie.kommunen
            if year in self.levels.get(ags, {})
        )

    def course_values(self) -> bytes:
        areas = drawn_areas(self.report, self.indikator, self.levels)
        return self.table((area, year) for area in areas for year in self.levels[area])

    def ranking(self) -> bytes:
        year = self.year()
        places = ranks(ranked_values(self.report, self.indikator, self.levels, year))
        ordered = sorted(places, key=lambda area: (places[area], area))
        rows = ((str(places[area]), *self.row(area, year)) for area in ordered)
        return csv_bytes(("platz", *HEAD), rows)

    def map(self) -> bytes:
        year = self.year()
        picture, _ = map_picture(self.report, self.indikator, self.levels, year, "karte")
        view = replace(picture.view, link=permalink(self.report, self.indikator))
        return map_svg(self.report.geografie, view, standalone=True).encode()

    def table(self, cells: Iterable[tuple[str, int]]) -> bytes:
        return csv_bytes(HEAD, (self.row(area, year) for area, year in cells))

    def row(self, area: str, year: int) -> tuple[str, ...]:
        return _row(self.report, self.indikator, area, year, self.levels[area][year])


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
