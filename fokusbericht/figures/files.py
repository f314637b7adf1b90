"""The drawings beside an indicator's page: map, course, ranking and distribution as SVG and PNG."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from fokusbericht.building.output import EarlyGroup, Output
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.takeaway import PIXELS
from fokusbericht.figures.charts import (
    distribution_chart,
    has_distribution,
    has_ranking,
    ranking_chart,
)
from fokusbericht.figures.course import course_drawing, course_png
from fokusbericht.figures.drawings import Drawing
from fokusbericht.figures.pictures import has_course, map_picture
from fokusbericht.maps import MapView, map_png, map_svg
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung
from fokusbericht.urls import address_of
from fokusbericht.words.citing import permalink
from fokusbericht.words.numbers import source_line


def plan_drawings(report: Report, messung: Messung) -> Iterator[Output]:
    """Plan all drawings of an indicator; its fingerprint stands for all they are made of."""
    indikator = messung.indikator
    folder = address_of(indikator.key)[1:]
    for name, make in _makers(report, messung).items():
        made_of = (name, messung.fingerprint())
        early = EarlyGroup(messung.name, is_chart=not name.startswith("karte"))
        yield Output(f"{folder}{name}", made_of, make, indikator.place, early=early)


def _makers(report: Report, messung: Messung) -> dict[str, Callable[[], bytes]]:
    """Return what makes each file, by its name."""
    year, kreis = messung.year, report.kreis
    accent = Accent(kreis.akzent, kreis.akzent_dunkel)
    origin = source_line(messung.indikator, year), permalink(kreis, messung.indikator)
    makers: dict[str, Callable[[], bytes]] = {}
    if messung.has_map:
        makers["karte.svg"] = partial(_map, messung, origin[1])
        makers["karte.png"] = partial(_map_pixels, messung, origin[1])
    if has_course(messung):
        course = course_drawing(report, messung.name)
        makers |= course.files("verlauf") | {"verlauf.vl.json": course.interactive}
        makers["verlauf.png"] = partial(course_png, report, messung.name)
    if has_ranking(messung, year):
        makers |= Drawing(accent, partial(ranking_chart, messung, year), origin).files("rangfolge")
    if has_distribution(messung, year):
        find = partial(distribution_chart, messung, year)
        makers |= Drawing(accent, find, origin).files("verteilung")
    return makers


def _map(messung: Messung, link: str) -> bytes:
    return map_svg(messung.geografie, _map_view(messung, link), standalone=True).encode()


def _map_pixels(messung: Messung, link: str) -> bytes:
    return map_png(messung.geografie, _map_view(messung, link), PIXELS)


def _map_view(messung: Messung, link: str) -> MapView:
    picture, _ = map_picture(messung, messung.year, "karte")
    return replace(picture.view, link=link)
