"""/einbetten/<indikator>/: the picture of an indicator for the frames of other websites."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.figures.pictures import MapPicture
from fokusbericht.model.figures import Indikator
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.pages.sozialbericht.indikator_figures import course_figure, map_figure
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.urls import address_of
from fokusbericht.views import LegendClass, Picture
from fokusbericht.words.citing import embed_url, permalink
from fokusbericht.words.county import sentence
from fokusbericht.words.numbers import source_line, value_text
from fokusbericht.words.secret import WORDS_NOTE, is_secret

TEMPLATE = "sozialbericht/einbetten.html"


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
    late, page = partial(_late, messung), _page(report, indikator)
    yield page_output(report, TEMPLATE, page, view, indikator.place, late, findable=False)


def _page(report: Report, indikator: Indikator) -> Page:
    page = make_page(
        report,
        embed_url(indikator),
        indikator.titel,
        indikator.kurz,
        is_example=indikator.beispiel,
        styles=("einbetten.css",),
    )
    return replace(page, canonical=permalink(report.kreis, indikator), indexed=False)


def _late(messung: Messung) -> dict[str, object]:
    return {"embed": embed_of(messung)}


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
