"""/sozialbericht/<indikator>/: what a figure means and says, with map, course, ranking, table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.figures.charts import has_distribution, has_ranking
from fokusbericht.figures.files import plan_files
from fokusbericht.figures.fingerprint import figures_print
from fokusbericht.figures.pictures import has_course
from fokusbericht.model.base import Key, Quelle
from fokusbericht.model.figures import Ebene, Indikator, Richtung
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.comments import Reading, readings_of
from fokusbericht.pages.frame.links import links_to, neighbours
from fokusbericht.pages.frame.mentions import recommendations_naming, without_recommendations
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.pages.sozialbericht.indikator_figures import figures_of
from fokusbericht.statistics.aggregate import Levels
from fokusbericht.statistics.levels import levels_of
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import url_of
from fokusbericht.views import Fact, Link, RecommendationRow
from fokusbericht.words.citing import (
    CHART_HEIGHT,
    MAP_HEIGHT,
    NUMBER_HEIGHT,
    SECRET_HEIGHT,
    citation,
    embed_url,
    frame_code,
)
from fokusbericht.words.numbers import shown_year
from fokusbericht.words.progress import rows_of
from fokusbericht.words.secret import has_secret_kommune

TEMPLATE = "sozialbericht/indikator.html"

RICHTUNG = {
    Richtung.HOEHER_BESSER: "Ein höherer Wert gilt als günstig.",
    Richtung.NIEDRIGER_BESSER: "Ein niedrigerer Wert gilt als günstig.",
    Richtung.NEUTRAL: "Der Wert ist weder gut noch schlecht.",
}
EBENE = {
    Ebene.KOMMUNE: "Kommunen, Betrachtungsräume und Kreis",
    Ebene.KREIS: "Kreis",
}


@dataclass(frozen=True, slots=True)
class IndikatorView:
    """What the page of an indicator shows besides its figures."""

    lead: str
    hint: str
    readings: tuple[Reading, ...]
    facts: tuple[Fact, ...]
    method: str
    note: str
    source: Quelle
    recommendations: tuple[RecommendationRow, ...]
    fields: tuple[Link, ...]
    related: tuple[Link, ...]
    sections: tuple[Link, ...]
    citation: str
    frame_code: str
    frame_page: str
    figures: str  # fingerprint of all that the figures are made of


def plan(report: Report) -> Iterator[Output]:
    """Plan the page of each indicator, its drawings and its tables."""
    order = indicator_order(report)
    for name, indikator in report.indikatoren.items():
        levels = levels_of(report)[name]
        digest = figures_print(report, indikator, levels)
        view = _view(report, indikator, levels, digest)
        page = _page(report, indikator, order)
        late = partial(_late, report, indikator, levels)
        yield page_output(report, TEMPLATE, page, view, indikator.place, late)
        yield from plan_files(report, indikator, levels, digest)


def _late(report: Report, indikator: Indikator, levels: Levels) -> dict[str, object]:
    return {"figures": figures_of(report, indikator, levels)}


def indicator_order(report: Report) -> tuple[Key, ...]:
    """Return all indicators by theme and title."""
    themes = list(report.themen)
    ordered = sorted(
        report.indikatoren.values(),
        key=lambda one: (themes.index(one.thema.key.name), one.titel.casefold()),
    )
    return tuple(one.key for one in ordered)


def _page(report: Report, indikator: Indikator, order: tuple[Key, ...]) -> Page:
    before, after = neighbours(report, order, indikator.key)
    theme = report.themen[indikator.thema.key.name]
    levels = levels_of(report)[indikator.key.name]
    living = has_course(report, indikator, levels)
    scripts = ("tabelle.js", "kopieren.js", *(("diagramm.js",) if living else ()))
    page = make_page(
        report,
        url_of(report, indikator.key),
        indikator.titel,
        indikator.kurz,
        parents=[("Kreiskarte", "/sozialbericht/"), (theme.titel, url_of(report, theme.key))],
        changed=max(_changes(report, indikator)),
        key=indikator.key,
        is_example=indikator.beispiel,
        previous=before,
        following=after,
        scripts=scripts,
        styles=("tabelle.css", "indikator.css"),
    )
    return without_recommendations(page)


def _changes(report: Report, indikator: Indikator) -> Iterator[date]:
    yield indikator.geaendert
    for kommentar in report.kommentare.values():
        if kommentar.indikator.key == indikator.key:
            yield kommentar.geaendert


def _view(report: Report, indikator: Indikator, levels: Levels, figures: str) -> IndikatorView:
    readings = readings_of(report, indikator.key)
    year = shown_year(report, indikator, levels)
    naming = recommendations_naming(report, (indikator.key,))
    return IndikatorView(
        lead=indikator.kurz,
        hint=indikator.hinweis,
        readings=readings,
        facts=_facts(indikator),
        method=indikator.methode,
        note=RICHTUNG[indikator.richtung],
        source=indikator.quelle,
        recommendations=rows_of(report, naming),
        fields=links_to(report, (ref.key for ref in indikator.handlungsfelder)),
        related=_related(report, indikator),
        sections=_sections(report, indikator, levels, bool(readings), bool(naming)),
        citation=citation(report, indikator, year, max(_changes(report, indikator))),
        frame_code=frame_code(report, indikator, _frame_height(report, indikator, levels)),
        frame_page=embed_url(indikator),
        figures=figures,
    )


def _frame_height(report: Report, indikator: Indikator, levels: Levels) -> int:
    if indikator.ebene is Ebene.KOMMUNE:
        year = shown_year(report, indikator, levels)
        return MAP_HEIGHT + SECRET_HEIGHT * has_secret_kommune(report, levels, year)
    return CHART_HEIGHT if has_course(report, indikator, levels) else NUMBER_HEIGHT


def _sections(
    report: Report, indikator: Indikator, levels: Levels, is_read: bool, is_named: bool
) -> tuple[Link, ...]:
    everything = (report, indikator, levels, shown_year(report, indikator, levels))
    parts = (
        ("Karte", "#karte", indikator.ebene is Ebene.KOMMUNE),
        ("Verlauf", "#verlauf", has_course(report, indikator, levels)),
        ("Einordnung", "#kommentar", is_read),
        ("Rangfolge", "#rangfolge", has_ranking(*everything)),
        ("Verteilung", "#verteilung", has_distribution(*everything)),
        ("Tabelle", "#tabelle", True),
        ("Was die Zahl bedeutet", "#methode", True),
        ("Empfehlungen dazu", "#empfehlungen", is_named),
        ("Zitieren und einbetten", "#mitnehmen", True),
    )
    return tuple(Link(title, href) for title, href, there in parts if there)


def _facts(indikator: Indikator) -> tuple[Fact, ...]:
    years = indikator.years()
    span = str(years[0]) if len(years) == 1 else f"{years[0]} bis {years[-1]} ({len(years)} Jahre)"
    found = (
        Fact("Einheit", indikator.einheit),
        Fact("Zähler", indikator.zaehler),
        Fact("Nenner", indikator.nenner),
        Fact("Liegt vor für", EBENE[indikator.ebene]),
        Fact("Jahre", span),
        Fact("Stichtag", indikator.stichtag),
        Fact("Datenstand", format_date(indikator.stand)),
    )
    return tuple(fact for fact in found if fact.value)


def _related(report: Report, indikator: Indikator) -> tuple[Link, ...]:
    same = [
        one.key
        for one in report.indikatoren.values()
        if one.thema.key == indikator.thema.key and one.key != indikator.key
    ]
    return tuple(sorted(links_to(report, same), key=lambda link: link.title.casefold()))
