"""/sozialbericht/<indikator>/: what a figure means and says, with map, course, ranking, table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.exports.daten.indikator import plan_data
from fokusbericht.figures.charts import has_distribution, has_ranking
from fokusbericht.figures.files import plan_drawings
from fokusbericht.figures.grouping import ListEntry, entries, entry_of, listed_figures
from fokusbericht.figures.pictures import has_course
from fokusbericht.model.base import Key, Quelle
from fokusbericht.model.figures import Ebene, Indikator, Richtung
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.comments import Commentary, commentary_of
from fokusbericht.pages.frame.links import links_to, neighbours
from fokusbericht.pages.frame.mentions import recommendations_naming, without_recommendations
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.pages.sozialbericht.beside import BesideView, beside_view
from fokusbericht.pages.sozialbericht.indikator_figures import figures_of
from fokusbericht.statistics.messung import Messung, messungen
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
from fokusbericht.words.progress import rows_of

TEMPLATE = "sozialbericht/indikator.html"

RICHTUNG = {
    Richtung.HOEHER_BESSER: "Ein höherer Wert gilt als günstig.",
    Richtung.NIEDRIGER_BESSER: "Ein niedrigerer Wert gilt als günstig.",
    Richtung.NEUTRAL: "Der Wert ist weder gut noch schlecht.",
}
EBENE = {
    Ebene.KOMMUNE: "Kommunen, Betrachtungsräume und Kreis",
    Ebene.AMT: "Ämter und amtsfreie Kommunen, Kreis",
    Ebene.KREIS: "Kreis",
}


@dataclass(frozen=True, slots=True)
class IndikatorView:
    """What the page of an indicator shows besides its figures."""

    lead: str
    hint: str
    commentary: tuple[Commentary, ...]
    facts: tuple[Fact, ...]
    method: str
    note: str
    source: Quelle
    recommendations: tuple[RecommendationRow, ...]
    fields: tuple[Link, ...]
    beside: BesideView | None
    related: tuple[Link, ...]
    sections: tuple[Link, ...]
    citation: str
    frame_code: str
    frame_page: str
    figures: str  # fingerprint of all that the figures are made of


def plan(report: Report) -> Iterator[Output]:
    """Plan the page of each indicator, its drawings and its tables."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    order = listed_figures(report)
    for key in order:
        yield Batch(key.name, partial(_plan_indikator, report, key.name, order))


def _plan_indikator(report: Report, name: str, order: tuple[Key, ...]) -> Iterator[Output]:
    messung = messungen(report)[name]
    view, page = _view(report, messung), _page(report, messung, order)
    late, place = partial(_late, messung), messung.indikator.place
    yield page_output(report, TEMPLATE, page, view, place, late)
    yield from plan_drawings(report, messung)
    theme = report.themen[messung.indikator.thema.key.name]
    yield from plan_data(report.kreis, messung, theme.titel)


def _late(messung: Messung) -> dict[str, object]:
    return {"figures": figures_of(messung)}


def _page(report: Report, messung: Messung, order: tuple[Key, ...]) -> Page:
    indikator = messung.indikator
    before, after = neighbours(report, order, indikator.key)
    theme = report.themen[indikator.thema.key.name]
    living = has_course(messung)
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


def _view(report: Report, messung: Messung) -> IndikatorView:
    indikator = messung.indikator
    commentary = commentary_of(report, indikator.key)
    year = messung.year
    naming = recommendations_naming(report, (indikator.key,))
    beside = beside_view(report, indikator)
    return IndikatorView(
        lead=indikator.kurz,
        hint=indikator.hinweis,
        commentary=commentary,
        facts=_facts(indikator),
        method=indikator.methode,
        note=RICHTUNG[indikator.richtung],
        source=indikator.quelle,
        recommendations=rows_of(report, naming),
        fields=links_to(report, (ref.key for ref in indikator.handlungsfelder)),
        beside=beside,
        related=tuple(_related(report, indikator)),
        sections=_sections(messung, bool(beside), bool(commentary), bool(naming)),
        citation=citation(report.kreis, indikator, year, max(_changes(report, indikator))),
        frame_code=frame_code(report.kreis, indikator, _frame_height(messung)),
        frame_page=embed_url(indikator),
        figures=messung.fingerprint(),
    )


def _frame_height(messung: Messung) -> int:
    if messung.has_map:
        year = messung.year
        return MAP_HEIGHT + SECRET_HEIGHT * messung.has_secret(year)
    return CHART_HEIGHT if has_course(messung) else NUMBER_HEIGHT


def _sections(
    messung: Messung, has_beside: bool, is_read: bool, is_named: bool
) -> tuple[Link, ...]:
    everything = (messung, messung.year)
    parts = (
        ("Karte", "#karte", messung.has_map),
        ("Verlauf", "#verlauf", has_course(messung)),
        ("Nebeneinander", "#nebeneinander", has_beside),
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


def _related(report: Report, indikator: Indikator) -> Iterator[Link]:
    """Yield the other entries of the theme, of a group its first figure."""
    own = entry_of(report, indikator.key.name)
    for entry in entries(report, indikator.thema.key.name):
        if entry != own:
            yield _link_to(report, entry)


def _link_to(report: Report, entry: ListEntry) -> Link:
    is_example = entry.first.key in report.examples
    return Link(entry.title, url_of(report, entry.first.key), entry.names, is_example=is_example)
