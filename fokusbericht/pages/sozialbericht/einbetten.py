"""/einbetten/<indikator>/: what is told of an indicator, for the frames of other websites.

Its picture stands there, its number below `zahl/`, how its places are spread below `verteilung/`,
their newest values below `tabelle/`; /oembed/<indikator>.json tells programs the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import orjson

from fokusbericht.building.output import Output
from fokusbericht.figures.charts import distribution_chart, has_distribution
from fokusbericht.figures.pictures import MapPicture, chart_picture, has_course
from fokusbericht.figures.tables import TableView, newest_table
from fokusbericht.model.figures import Indikator
from fokusbericht.model.kreis import Kreis
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.pages.sozialbericht.indikator_figures import course_figure, map_figure
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.urls import address_of
from fokusbericht.views import LegendClass, Picture
from fokusbericht.words.citing import (
    CHART_HEIGHT,
    MAP_HEIGHT,
    NUMBER_HEIGHT,
    SECRET_HEIGHT,
    TABLE_HEIGHT,
    embed_url,
    frame_code,
    oembed_url,
    permalink,
)
from fokusbericht.words.county import sentence
from fokusbericht.words.numbers import source_line, value_text
from fokusbericht.words.secret import WORDS_NOTE, is_secret

TEMPLATE = "sozialbericht/einbetten.html"
PICTURE, NUMBER, SPREAD, TABLE = "", "zahl", "verteilung", "tabelle"
TITLES = {PICTURE: "", NUMBER: "Nur die Zahl", SPREAD: "Verteilung", TABLE: "Tabelle"}
HEIGHTS = {NUMBER: NUMBER_HEIGHT, SPREAD: CHART_HEIGHT, TABLE: TABLE_HEIGHT}
OEMBED_WIDTH = 600  # px


@dataclass(frozen=True, slots=True)
class EmbedPageView:
    """Where the frame leads to, and what its picture is made of."""

    link: str
    href: str
    figures: str  # fingerprint of all that the picture is made of


@dataclass(frozen=True, slots=True)
class Embed:
    """What the frame shows: a map, or else a chart, or else a number."""

    title: str
    map: MapPicture | None
    legend: tuple[LegendClass, ...]
    chart: Picture | None
    value: str
    sentence: str
    note: str
    source: str
    table: TableView | None = None


@dataclass(frozen=True, slots=True)
class FrameCode:
    """HTML that shows something in another website, and where that can be looked at."""

    title: str
    href: str
    code: str


def plan(report: Report) -> Iterator[Output]:
    """Plan the page for frames of each indicator."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for name in messungen(report):
        yield Batch(name, partial(_plan_frame, report, name))


def _plan_frame(report: Report, name: str) -> Iterator[Output]:
    messung = messungen(report)[name]
    indikator = messung.indikator
    view = EmbedPageView(
        link=f"Alle Werte: {report.kreis.titel} {report.kreis.name} (neues Fenster)",
        href=address_of(indikator.key),
        figures=messung.fingerprint(),
    )
    for part in parts_of(messung):
        late, page = partial(_late, messung, part), _page(report, indikator, part)
        yield page_output(report, TEMPLATE, page, view, indikator.place, late, findable=False)
    told = _oembed(report.kreis, messung)
    yield Output(oembed_url(indikator)[1:], told, partial(_packed, told), indikator.place)


def parts_of(messung: Messung) -> tuple[str, ...]:
    """Return what there is to be put into other websites, the picture first."""
    spread = (SPREAD,) if has_distribution(messung, messung.year) else ()
    return (PICTURE, NUMBER, *spread, TABLE)


def frame_codes(kreis: Kreis, messung: Messung) -> tuple[FrameCode, ...]:
    """Return what editors of other websites take along for each of these."""
    indikator = messung.indikator
    return tuple(
        FrameCode(
            TITLES[part] or _picture_title(messung),
            embed_url(indikator, part),
            frame_code(kreis, indikator, height_of(messung, part), part),
        )
        for part in parts_of(messung)
    )


def _picture_title(messung: Messung) -> str:
    return "Karte" if messung.has_map else "Verlauf" if has_course(messung) else "Das Wichtigste"


def height_of(messung: Messung, part: str = PICTURE) -> int:
    """Return how many px a frame needs where it is narrow."""
    if part:
        return HEIGHTS[part]
    if messung.has_map:
        return MAP_HEIGHT + SECRET_HEIGHT * messung.has_secret(messung.year)
    return CHART_HEIGHT if has_course(messung) else NUMBER_HEIGHT


def _oembed(kreis: Kreis, messung: Messung) -> dict[str, str | int]:
    """Return what programs are told that make a picture of an address (oembed.com, "rich")."""
    indikator, height = messung.indikator, height_of(messung)
    return {
        "version": "1.0",
        "type": "rich",
        "title": indikator.titel,
        "provider_name": f"{kreis.titel} {kreis.name}",
        "provider_url": f"{kreis.basis_url}/",
        "html": frame_code(kreis, indikator, height),
        "width": OEMBED_WIDTH,
        "height": height,
    }


def _packed(told: dict[str, str | int]) -> bytes:
    return orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _page(report: Report, indikator: Indikator, part: str) -> Page:
    page = make_page(
        report,
        embed_url(indikator, part),
        indikator.titel,
        indikator.kurz,
        is_example=indikator.beispiel,
        styles=("einbetten.css",),
    )
    return replace(page, canonical=permalink(report.kreis, indikator), indexed=False)


def _late(messung: Messung, part: str) -> dict[str, object]:
    return {"embed": EMBEDS[part](messung)}


def number_of(messung: Messung) -> Embed:
    """Return the county's number with what is said of it."""
    return replace(embed_of(messung), title=_dated(messung), map=None, legend=(), chart=None)


def spread_of(messung: Messung) -> Embed:
    """Return how the values of all places are spread."""
    chart = distribution_chart(messung, messung.year)
    assert chart is not None  # else it is no part
    address = f"{address_of(messung.indikator.key)}verteilung"
    whole = embed_of(messung)
    picture = chart_picture(chart, address, told=bool(chart.description))
    return replace(
        whole, title=chart.title, map=None, legend=(), chart=picture, sentence=chart.description
    )


def table_of(messung: Messung) -> Embed:
    """Return the newest values of all places."""
    indikator, year = messung.indikator, messung.year
    unit = f", {indikator.einheit}" if indikator.einheit else ""
    return Embed(
        title=f"{indikator.titel} ({year}{unit})",
        map=None,
        legend=(),
        chart=None,
        value="",
        sentence="",
        note="",
        source=source_line(indikator, year),
        table=newest_table(messung, year),
    )


def _dated(messung: Messung) -> str:
    return f"{messung.indikator.titel} {messung.year or ''}".strip()


def embed_of(messung: Messung) -> Embed:
    """Return what the frame of an indicator shows."""
    indikator = messung.indikator
    year = messung.year
    drawn = map_figure(messung, year)
    course = None if drawn else course_figure(messung)
    own = messung.series(messung.own)
    secret = is_secret(own.get(year)) or (bool(drawn) and messung.has_secret(year))
    return Embed(
        title=drawn.title if drawn else course.title if course else f"{indikator.titel} {year}",
        map=drawn.picture if drawn else None,
        legend=drawn.legend if drawn else (),
        chart=course.picture if course else None,
        value=value_text(indikator, own.get(year)),
        sentence=sentence(messung, year),
        note=WORDS_NOTE * secret,
        source=source_line(indikator, 0 if course else year),
    )


EMBEDS = {PICTURE: embed_of, NUMBER: number_of, SPREAD: spread_of, TABLE: table_of}
