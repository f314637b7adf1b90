"""/sozialbericht/: the Kreiskarte, one map for all figures; without script the start map."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from urllib.parse import urlsplit

import orjson

from fokusbericht.building.output import Output
from fokusbericht.building.recipe import version_of
from fokusbericht.figures.grouping import listed_figures
from fokusbericht.figures.pictures import MapPicture, map_picture
from fokusbericht.figures.table_of_map import TableOfMap, table_of_map
from fokusbericht.maps import MapFrame, frame_of_map, geometry, interactive
from fokusbericht.model.base import Label
from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.kreis import Kartenhintergrund
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.sozialbericht.kreisdaten import data_url
from fokusbericht.problems import Place
from fokusbericht.statistics.messung import messungen
from fokusbericht.urls import url_of
from fokusbericht.views import LegendClass, Link
from fokusbericht.words.county import joined
from fokusbericht.words.kommunen import aside_sentence, extremes_sentence, secret_sentence
from fokusbericht.words.kreiskarte import LEVELS, MAP, PAGE, TOPIC
from fokusbericht.words.numbers import source_line, value_text
from fokusbericht.words.secret import REASON, is_secret

TEMPLATE = "sozialbericht/sozialbericht.html"
URL = "/sozialbericht/"
SCRIPTS = ("leaflet.js", "kreiskarte.js")


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """The figures of one theme to choose from: with values of Kommunen, or of the county alone."""

    id: str
    title: str
    count: int
    open: bool
    local: tuple[Link, ...]
    county: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Tiles:
    """What a reader must know before the ground of the map is asked for."""

    address: str
    host: str
    source: str


@dataclass(frozen=True, slots=True)
class SozialberichtView:
    """The start map with its table, the choice, and the addresses of what the script needs."""

    county: str
    county_href: str
    count: int
    indicator: str
    name: str
    title: str
    question: str
    href: str
    years: tuple[int, ...]
    map: MapPicture
    frame: MapFrame
    legend: tuple[LegendClass, ...]
    year: int
    value: str
    sentence: str
    source: str
    table: TableOfMap
    themes: tuple[ThemeChoice, ...]
    tiles: Tiles | None
    data: str
    geometry: str
    script: str
    comparison: Link
    words: Mapping[str, str]
    levels: Mapping[str, str]
    more: str
    only_year: str


def plan(report: Report) -> Iterator[Output]:
    """Plan the page, the script that starts the map, and the geometry."""
    shapes = geometry(report.geografie)
    geometry_url = shapes_url(shapes)
    view = _view(report, geometry_url)
    place = Place("indicators")
    page = make_page(
        report,
        URL,
        "Kreiskarte",
        f"{view.count} Zahlen zum {view.county}: auf der Karte, im Verlauf und als Tabelle.",
        changed=last_change(report.indikatoren.values()),
        scripts=SCRIPTS,
        styles=("leaflet.css", "kreiskarte.css"),
    )
    script = Output(view.script[1:], view.script, partial(interactive, view.frame), Place("geo"))
    yield script
    yield page_output(report, TEMPLATE, page, view, place, script=script)
    yield Output(geometry_url[1:], geometry_url, partial(bytes, shapes), Place("geo"))


def shapes_url(shapes: bytes) -> str:
    """Return the address of the shapes of all areas, which all maps by script share."""
    return f"{URL}flaechen.{_digest(shapes)}.json"


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=5).hexdigest()


def _view(report: Report, geometry_url: str) -> SozialberichtView:
    name = report.kreis.startkarte.key.name
    messung = messungen(report)[name]
    indikator = messung.indikator
    year = messung.year
    picture, classes = map_picture(messung, year, "karte")
    county = messung.at(report.geografie.schluessel, year)
    return SozialberichtView(
        county=report.geografie.name,
        county_href="/raeume/kreis/",
        count=sum(not one.beispiel for one in report.indikatoren.values()),
        indicator=name,
        name=indikator.titel,
        title=TOPIC.format(title=indikator.titel, year=year),
        question=indikator.kurz,
        href=url_of(report, indikator.key),
        years=messung.local_years,
        map=picture,
        frame=frame_of_map(report.geografie),
        legend=classes,
        value=value_text(indikator, county),
        year=year,
        sentence=joined(
            REASON * is_secret(county),
            extremes_sentence(messung, year),
            aside_sentence(messung, year),
            secret_sentence(messung, year),
        ),
        source=source_line(indikator, year),
        table=table_of_map(messung, year),
        themes=tuple(_themes(report)),
        tiles=_tiles(report.kreis.kartenhintergrund),
        data=data_url(report),
        geometry=geometry_url,
        script=f"{URL}karte.{_digest(orjson.dumps([version_of('folium'), geometry_url]))}.js",
        words={**MAP, **PAGE},
        levels={level: names["title"] for level, names in LEVELS.items()},
        more=MAP["more"].format(title=indikator.titel),
        only_year=MAP["only_year"].format(year=max(messung.local_years, default="kein Jahr")),
        comparison=Link("Zwei Zahlen im Vergleich", f"{URL}vergleich/"),
    )


def _tiles(hintergrund: Kartenhintergrund | None) -> Tiles | None:
    if hintergrund is None:
        return None
    host = urlsplit(hintergrund.adresse).hostname or ""
    return Tiles(hintergrund.adresse, host, hintergrund.quelle)


def _themes(report: Report) -> Iterator[ThemeChoice]:
    order = [report.indikatoren[key.name] for key in listed_figures(report)]
    for theme in report.themen.values():
        members = [one for one in order if one.thema.key == theme.key]
        if members:
            yield _theme(report, theme, members)


def _theme(report: Report, theme: Label, members: list[Indikator]) -> ThemeChoice:
    first = report.kreis.startkarte.key
    return ThemeChoice(
        id=theme.key.name,
        title=theme.titel,
        count=sum(not one.beispiel for one in members),
        open=any(one.key == first for one in members),
        local=tuple(_choice(report, one) for one in members if one.ebene is Ebene.KOMMUNE),
        county=tuple(_choice(report, one) for one in members if one.ebene is not Ebene.KOMMUNE),
    )


def _choice(report: Report, indikator: Indikator) -> Link:
    years = indikator.years()
    since = f"seit {years[0]}" if len(years) > 1 else ""
    chosen = indikator.key == report.kreis.startkarte.key
    return Link(indikator.titel, url_of(report, indikator.key), since, current=chosen)
