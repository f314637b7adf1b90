"""/: one's own place, the map, what was decided, the report of the year, the fields."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.figures import areas
from fokusbericht.figures.key_figures import field_sentences
from fokusbericht.figures.population import people, people_text
from fokusbericht.model.kreis import Kreis
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.linked import website
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.frame.questions import questions
from fokusbericht.pages.start.map import StartMap, YearFigure, start_map, year_figure
from fokusbericht.pages.start.matters import Matters, matters_of
from fokusbericht.pages.start.newest import NewestReport, newest_report
from fokusbericht.pages.start.news import last_news
from fokusbericht.views import Link

TEMPLATE = "start/start.html"
STYLES = ("start.css",)
TOWNS = 4


@dataclass(frozen=True, slots=True)
class StartView:
    """All that the start page shows."""

    motto: str
    lead: str
    questions: tuple[Link, ...]  # that the search can answer
    kommunen: tuple[Link, ...]  # from A to Z
    towns: tuple[Link, ...]  # those with most people
    all_towns: Link
    map: StartMap
    matters: Matters | None
    newest: NewestReport | None
    figure: YearFigure | None
    fields: tuple[Link, ...]
    news: tuple[Link, ...]
    doors: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the start page."""
    kreis = report.kreis
    told = (website(kreis),)
    page = make_page(report, "/", kreis.leitsatz, kreis.beschreibung, styles=STYLES, linked=told)
    yield page_output(report, TEMPLATE, page, _view(report), kreis.place)


def _view(report: Report) -> StartView:
    kreis = report.kreis
    kommunen = areas.sorted_kommunen(report)
    return StartView(
        motto=kreis.leitsatz,
        lead=kreis.beschreibung,
        questions=questions(kreis),
        kommunen=tuple(areas.kommune_link(report, one) for one in kommunen),
        towns=tuple(_towns(report)),
        all_towns=Link("Alle Orte nach Betrachtungsräumen", "/kommunen/"),
        map=start_map(report),
        matters=matters_of(report),
        newest=newest_report(report),
        figure=year_figure(report),
        fields=field_sentences(report),
        news=last_news(report),
        doors=tuple(_doors(kreis)),
    )


def _doors(kreis: Kreis) -> Iterator[Link]:
    """Yield the doors, but for those that stand in the menu of this very page."""
    menu = {point.ziel for point in kreis.navigation}
    for door in kreis.tueren:
        if door.ziel not in menu:
            yield Link(door.titel, door.ziel, door.text)


def _towns(report: Report) -> Iterator[Link]:
    """Yield the Kommunen with most people."""
    kommunen = report.geografie.kommunen.values()
    largest = sorted(kommunen, key=lambda one: (-(people(report, one.ags) or 0), one.ags))
    for one in largest[:TOWNS]:
        yield areas.kommune_link(report, one, people_text(report, one.ags))
