"""/einbetten/<indikator>/: the picture of an indicator for the frames of other websites."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.figures.fingerprint import figures_print
from fokusbericht.figures.pictures import MapPicture
from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.pages.sozialbericht.indikator_figures import course_figure, map_figure
from fokusbericht.statistics.aggregate import Levels
from fokusbericht.statistics.levels import levels_of
from fokusbericht.urls import url_of
from fokusbericht.views import LegendClass, Picture
from fokusbericht.words.citing import embed_url, permalink
from fokusbericht.words.county import sentence
from fokusbericht.words.numbers import shown_year, source_line, value_text
from fokusbericht.words.secret import WORDS_NOTE, has_secret_kommune, is_secret

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
    for name, indikator in report.indikatoren.items():
        levels = levels_of(report)[name]
        view = EmbedPageView(
            link=f"Alle Werte: {report.kreis.titel} {report.kreis.name} (neues Fenster)",
            href=url_of(report, indikator.key),
            figures=figures_print(report, indikator, levels),
        )
        late = partial(_late, report, indikator, levels)
        page = _page(report, indikator)
        yield page_output(report, TEMPLATE, page, view, indikator.place, late)


def _page(report: Report, indikator: Indikator) -> Page:
    page = make_page(
        report,
        embed_url(indikator),
        indikator.titel,
        indikator.kurz,
        is_example=indikator.beispiel,
        styles=("einbetten.css",),
    )
    return replace(page, canonical=permalink(report, indikator), indexed=False)


def _late(report: Report, indikator: Indikator, levels: Levels) -> dict[str, object]:
    return {"embed": embed_of(report, indikator, levels)}


def embed_of(report: Report, indikator: Indikator, levels: Levels) -> Embed:
    """Return what the frame of an indicator shows."""
    year = shown_year(report, indikator, levels)
    drawn = map_figure(report, indikator, levels, year)
    course = None if drawn else course_figure(report, indikator, levels)
    own = levels.get(report.geografie.schluessel, {})
    secret = is_secret(own.get(year)) or (bool(drawn) and has_secret_kommune(report, levels, year))
    return Embed(
        title=drawn.title if drawn else course.title if course else f"{indikator.titel} {year}",
        map=drawn.picture if drawn else None,
        legend=drawn.legend if drawn else (),
        chart=course.picture if course else None,
        value=value_text(indikator, own.get(year)),
        sentence=sentence(report, indikator, levels, year),
        note=WORDS_NOTE * secret,
        source=source_line(indikator, 0 if course else year),
    )
