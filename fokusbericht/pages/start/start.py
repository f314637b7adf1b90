"""/: the county at a glance, the figure of the year, what is new, what waits, the doors."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.figures import areas
from fokusbericht.figures.key_figures import field_figures
from fokusbericht.figures.population import people, people_text
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.planung.state_of_affairs import Progress, progress_of
from fokusbericht.pages.start.map import StartMap, YearFigure, start_map, year_figure
from fokusbericht.pages.start.news import NewsColumn, news_columns
from fokusbericht.views import KeyFigure, Link

TEMPLATE = "start/start.html"
SCRIPTS = ("ortswahl.js",)
STYLES = ("ortswahl.css", "staende.css", "start.css")
TOWNS = 4


@dataclass(frozen=True, slots=True)
class StartView:
    """All that the start page shows."""

    motto: str
    lead: str
    kommunen: tuple[Link, ...]  # from A to Z
    towns: tuple[Link, ...]  # those with most people
    all_towns: Link
    map: StartMap
    figure: YearFigure | None
    news: tuple[NewsColumn, ...]
    progress: Progress | None
    fields: tuple[KeyFigure, ...]
    doors: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the start page."""
    kreis = report.kreis
    page = make_page(
        report, "/", kreis.leitsatz, kreis.beschreibung, scripts=SCRIPTS, styles=STYLES
    )
    yield page_output(report, TEMPLATE, page, _view(report), kreis.place)


def _view(report: Report) -> StartView:
    kreis = report.kreis
    kommunen = areas.sorted_kommunen(report)
    return StartView(
        motto=kreis.leitsatz,
        lead=kreis.beschreibung,
        kommunen=tuple(areas.kommune_link(report, one) for one in kommunen),
        towns=tuple(_towns(report)),
        all_towns=Link("Alle Orte nach Betrachtungsräumen", "/kommunen/"),
        map=start_map(report),
        figure=year_figure(report),
        news=news_columns(report),
        progress=progress_of(report),
        fields=field_figures(report),
        doors=tuple(Link(door.titel, door.ziel, door.text) for door in kreis.tueren),
    )


def _towns(report: Report) -> Iterator[Link]:
    """Yield the Kommunen with most people."""
    kommunen = report.geografie.kommunen.values()
    largest = sorted(kommunen, key=lambda one: (-(people(report, one.ags) or 0), one.ags))
    for one in largest[:TOWNS]:
        yield areas.kommune_link(report, one, people_text(report, one.ags))
