"""/sozialbericht/: the Kreiskarte, one map for all figures; without script the start map."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from urllib.parse import urlsplit

import orjson

from fokusbericht.building.output import EarlyGroup, Output
from fokusbericht.building.recipe import version_of
from fokusbericht.figures.grouping import ListEntry, entries, entry_of
from fokusbericht.figures.pictures import MapPicture, map_picture
from fokusbericht.figures.table_of_map import TableOfMap, table_of_map
from fokusbericht.maps import MapFrame, frame_of_map, geometry, interactive
from fokusbericht.model.base import Label
from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.kreis import Kartenhintergrund
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, of_script, page_output
from fokusbericht.pages.sozialbericht.kreisdaten import data_url
from fokusbericht.problems import Place
from fokusbericht.statistics.messung import messungen
from fokusbericht.urls import url_of
from fokusbericht.views import LegendClass, Link
from fokusbericht.words.county import joined
from fokusbericht.words.kommunen import aside_sentence, extremes_sentence, secret_sentence
from fokusbericht.words.kreiskarte import LEVELS, MAP, PAGE, titled
from fokusbericht.words.numbers import source_line, value_text
from fokusbericht.words.secret import REASON, is_secret

TEMPLATE = "sozialbericht/sozialbericht.html"
URL = "/sozialbericht/"
EARLY = EarlyGroup("/karte")  # no indicator bears such a name
SCRIPTS = ("leaflet.js", "kreiskarte.js")
NARROW = "\u202f"  # between a number and its unit
NOTES = {Ebene.KOMMUNE: "", Ebene.AMT: "Ämter", Ebene.KREIS: "nur Kreis"}
SAYING = {Ebene.AMT: re.compile(r"\b(Amt|Ämter)"), Ebene.KREIS: re.compile(r"\bKreise?\b")}


@dataclass(frozen=True, slots=True)
class MapChoice:
    """An entry of the choice: a figure, or a group that leads to its first series with a map."""

    lead: Link
    series: tuple[Link, ...]  # none of a figure that stands alone
    open: bool


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """The entries of one theme to choose from: telling ones, others, those of the county alone."""

    id: str
    title: str
    count: int
    open: bool
    telling: tuple[MapChoice, ...]
    local: tuple[MapChoice, ...]
    county: tuple[MapChoice, ...]


@dataclass(frozen=True, slots=True)
class MapTitle:
    """What the map shows: the figure, and apart from it the year, in other letters."""

    name: str
    year: str


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
    title: MapTitle
    question: str
    href: str
    years: tuple[int, ...]
    map: MapPicture
    frame: MapFrame
    legend: tuple[LegendClass, ...]
    year: int
    value: str
    unit: str
    is_known: bool
    sentence: str
    source: str
    csv: str
    table: TableOfMap
    themes: tuple[ThemeChoice, ...]
    beside: MapChoice | None
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
    script = map_script(report)
    yield script
    yield page_output(report, TEMPLATE, page, view, place, of_parts=of_script(script))
    yield Output(geometry_url[1:], geometry_url, partial(bytes, shapes), Place("geo"))


def map_script(report: Report) -> Output:
    """Return the script that starts the map; to load what makes it takes long."""
    address = _script_url(shapes_url(geometry(report.geografie)))
    make = partial(interactive, frame_of_map(report.geografie))
    return Output(address[1:], address, make, Place("geo"), early=EARLY)


def _script_url(geometry_url: str) -> str:
    return f"{URL}karte.{_digest(orjson.dumps([version_of('folium'), geometry_url]))}.js"


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
    value, _, unit = value_text(indikator, county).partition(NARROW)
    return SozialberichtView(
        county=report.geografie.name,
        county_href="/raeume/kreis/",
        count=sum(not one.beispiel for one in report.indikatoren.values()),
        indicator=name,
        name=indikator.titel,
        title=MapTitle(*titled(indikator.titel, year)),
        question=indikator.kurz,
        href=url_of(report, indikator.key),
        years=messung.local_years,
        map=picture,
        frame=frame_of_map(report.geografie),
        legend=classes,
        value=value,
        unit=unit,
        is_known=county is not None and county.value is not None,
        year=year,
        sentence=joined(
            REASON * is_secret(county),
            extremes_sentence(messung, year),
            aside_sentence(messung, year),
            secret_sentence(messung, year),
        ),
        source=source_line(indikator),
        csv=f"{url_of(report, indikator.key)}daten.csv",
        table=table_of_map(messung, year),
        themes=tuple(_themes(report)),
        beside=_beside(report, indikator),
        tiles=_tiles(report.kreis.kartenhintergrund),
        data=data_url(report),
        geometry=geometry_url,
        script=_script_url(geometry_url),
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
    for name, theme in report.themen.items():
        found = entries(report, name)
        if found:
            yield _theme(report, theme, found)


def _theme(report: Report, theme: Label, found: tuple[ListEntry, ...]) -> ThemeChoice:
    members = [one.indikator for entry in found for one in entry.members]
    mapped = [entry for entry in found if any(_has_map(one.indikator) for one in entry.members)]
    return ThemeChoice(
        id=theme.key.name,
        title=theme.titel,
        count=sum(not one.beispiel for one in members),
        open=any(one.key == report.kreis.startkarte.key for one in members),
        telling=tuple(_choice(report, one) for one in mapped if one.is_important),
        local=tuple(_choice(report, one) for one in mapped if not one.is_important),
        county=tuple(_choice(report, one) for one in found if one not in mapped),
    )


def _has_map(indikator: Indikator) -> bool:
    return indikator.ebene is not Ebene.KREIS


def _choice(report: Report, entry: ListEntry) -> MapChoice:
    """Return an entry; what is said of all its series is said once."""
    shown = [one.indikator for one in entry.members]
    lead = next((one for one in shown if _has_map(one)), entry.first)
    is_same = len({one.ebene for one in shown}) == 1
    note = _note(lead, entry.title) if is_same and _has_map(lead) else ""
    if not entry.group:
        return MapChoice(_link(report, lead, entry.title, note), (), open=False)
    notes = ("" if is_same else _note(one.indikator, one.name) for one in entry.members)
    series = tuple(
        _link(report, one.indikator, one.name, note)
        for one, note in zip(entry.members, notes, strict=True)
    )
    title = Link(entry.title, url_of(report, lead.key), note)
    return MapChoice(title, series, open=any(link.current for link in series))


def _note(indikator: Indikator, title: str) -> str:
    """Return the level of a figure that does not reach the Kommunen, unless its title says it."""
    saying = SAYING.get(indikator.ebene)
    return "" if saying and saying.search(title) else NOTES[indikator.ebene]


def _link(report: Report, indikator: Indikator, title: str, note: str) -> Link:
    chosen = indikator.key == report.kreis.startkarte.key
    return Link(title, url_of(report, indikator.key), note, current=chosen)


def _beside(report: Report, indikator: Indikator) -> MapChoice | None:
    """Return what stands beside the figure of the start map."""
    entry = entry_of(report, indikator.key.name)
    return _choice(report, entry) if entry.group else None
