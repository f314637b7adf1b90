"""/: the motto, the door to one's own Kommune, the map, and what became of recommendations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fokusbericht.model import Aktuelles, Handlungsempfehlung, Report, Stand
from fokusbericht.output import Output
from fokusbericht.pages import areas
from fokusbericht.pages.figures import MapPicture, map_picture
from fokusbericht.pages.frame import Link, make_page, page_output
from fokusbericht.pages.key_figures import field_figures
from fokusbericht.pages.numbers import latest_year, sentence, source_line
from fokusbericht.pages.population import people, people_text
from fokusbericht.pages.progress import row_of
from fokusbericht.pages.views import KeyFigure, LegendClass, RecommendationRow
from fokusbericht.render import datum
from fokusbericht.statistics.aggregate import levels_of
from fokusbericht.urls import url_of

TEMPLATE = "start.html"
TOWNS = 4
NEWS = 3
RECENT = 3


@dataclass(frozen=True, slots=True)
class StartMap:
    """The map of the start page."""

    title: str
    picture: MapPicture
    legend: tuple[LegendClass, ...]
    sentence: str
    source: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StartView:
    """All that the start page shows."""

    motto: str
    lead: str
    door: Link
    towns: tuple[Link, ...]
    map: StartMap
    recommendations: tuple[RecommendationRow, ...]
    all_recommendations: Link
    fields: tuple[KeyFigure, ...]
    news: tuple[Link, ...]
    all_news: Link
    doors: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the start page."""
    kreis = report.kreis
    page = make_page(report, "/", kreis.leitsatz, kreis.beschreibung)
    yield page_output(report, TEMPLATE, page, _view(report), kreis.place)


def _view(report: Report) -> StartView:
    kreis = report.kreis
    total = len(report.empfehlungen)
    return StartView(
        motto=kreis.leitsatz,
        lead=kreis.beschreibung,
        door=Link(f"Mein Ort: alle {len(report.geografie.kommunen)} Kommunen", "/kommunen/"),
        towns=tuple(_towns(report)),
        map=_map(report),
        recommendations=tuple(row_of(report, one) for one in chosen(report)),
        all_recommendations=Link(f"Alle {total} Empfehlungen", "/handlungsempfehlungen/"),
        fields=field_figures(report),
        news=tuple(_news(report)),
        all_news=Link("Alle Nachrichten", "/aktuelles/"),
        doors=tuple(Link(door.titel, door.ziel, door.text) for door in kreis.tueren),
    )


def _towns(report: Report) -> Iterator[Link]:
    """Yield the Kommunen with most people."""
    kommunen = report.geografie.kommunen.values()
    largest = sorted(kommunen, key=lambda one: (-(people(report, one.ags) or 0), one.ags))
    for one in largest[:TOWNS]:
        yield areas.kommune_link(report, one, people_text(report, one.ags))


def _map(report: Report) -> StartMap:
    indikator = report.indikatoren[report.kreis.startkarte.key.name]
    levels = levels_of(report)[indikator.key.name]
    year = latest_year(indikator, levels, report.geografie.kommunen)
    picture, classes = map_picture(report, indikator, levels, year, "karte")
    address = url_of(report, indikator.key)
    return StartMap(
        title=f"{indikator.titel} {year}",
        picture=picture,
        legend=classes,
        sentence=sentence(report, indikator, levels, year),
        source=source_line(indikator, year),
        links=(
            Link("Als Tabelle", f"{address}#tabelle"),
            Link("In der Kreiskarte öffnen", f"/sozialbericht/?kennzahl={indikator.key.name}"),
        ),
    )


def chosen(report: Report) -> list[Handlungsempfehlung]:
    """Return the recommendations of the start page, real ones before examples.

    Those with the last news, the one that waits longest for news, and the last that was put
    into practice.
    """
    everything = sorted(report.empfehlungen.values(), key=_freshness)
    real = [one for one in everything if not one.beispiel] or everything
    stichtag = report.kreis.stichtag
    silent = max(real, key=lambda one: one.silent_months(stichtag), default=None)
    done = next((one for one in everything if one.stand() is Stand.UMGESETZT), None)
    picks = [*real[:RECENT], *(one for one in (silent, done) if one)]
    return _unique(picks)


def _freshness(empfehlung: Handlungsempfehlung) -> tuple[bool, int, str]:
    newest = -empfehlung.verlauf[-1].datum.latest().toordinal()
    return empfehlung.beispiel, newest, empfehlung.key.name


def _unique(empfehlungen: Iterable[Handlungsempfehlung]) -> list[Handlungsempfehlung]:
    return list({one.key: one for one in empfehlungen}.values())


def _news(report: Report) -> Iterator[Link]:
    for one in sorted(report.aktuelles.values(), key=_newest)[:NEWS]:
        yield Link(one.titel, url_of(report, one.key), datum(one.datum), is_example=one.beispiel)


def _newest(meldung: Aktuelles) -> tuple[int, str]:
    return -meldung.datum.latest().toordinal(), meldung.key.name
