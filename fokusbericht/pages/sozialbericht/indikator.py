"""/sozialbericht/<indikator>/: what a figure says, one picture of it and all its values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.exports.daten.indikator import plan_data
from fokusbericht.figures.cards import figure_card
from fokusbericht.figures.charts import MANY, has_ranking
from fokusbericht.figures.files import plan_drawings
from fokusbericht.figures.grouping import ListEntry, entries, entry_of, listed_figures
from fokusbericht.figures.pictures import has_course
from fokusbericht.model.base import Key, Quelle
from fokusbericht.model.figures import Ebene, Indikator, Richtung
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.cards import plan_card, with_card
from fokusbericht.pages.frame.comments import Commentary, commentary_of
from fokusbericht.pages.frame.linked import figures
from fokusbericht.pages.frame.links import links_to, neighbours
from fokusbericht.pages.frame.mentions import recommendations_naming, without_recommendations
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.pages.frame.texts import plain_view
from fokusbericht.pages.sozialbericht.beside import BesideView, beside_view
from fokusbericht.pages.sozialbericht.einbetten import FrameCode, frame_codes
from fokusbericht.pages.sozialbericht.indikator_figures import figures_of
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.formatting import format_date
from fokusbericht.text.language import sentences
from fokusbericht.urls import url_of
from fokusbericht.views import Fact, Link, PlainText, RecommendationRow
from fokusbericht.words.citing import citation, oembed_url
from fokusbericht.words.german import counted
from fokusbericht.words.numbers import EVERY_YEAR, date_text
from fokusbericht.words.progress import rows_of

TEMPLATE = "sozialbericht/indikator.html"
LONGEST_HINT, SHORT_HINT = 320, 240  # letters: what is longer is cut to that

RICHTUNG = {
    Richtung.HOEHER_BESSER: "Ein höherer Wert gilt als günstig.",
    Richtung.NIEDRIGER_BESSER: "Ein niedrigerer Wert gilt als günstig.",
    Richtung.NEUTRAL: "",
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
    more: PlainText  # the whole hint, if it is long
    commentary: tuple[Commentary, ...]
    facts: tuple[Fact, ...]
    method: PlainText
    note: str
    source: Quelle
    recommendations: tuple[RecommendationRow, ...]
    naming: str  # how many these are
    fields: tuple[Link, ...]
    beside: BesideView | None
    related: tuple[Link, ...]
    onward: tuple[Link, ...]  # where readers go from the sentence
    unfolded: str  # what of the rest is open beside a lone number, of which little is drawn
    citation: str
    frames: tuple[FrameCode, ...]
    oembed: str  # a whole address
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
    card = figure_card(report.kreis, messung)
    view, page = _view(report, messung), with_card(report, _page(report, messung, order), card)
    late, place = partial(_late, messung), messung.indikator.place
    yield page_output(report, TEMPLATE, page, view, place, late)
    yield from plan_card(report, page, card, place)
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
    scripts = ("ansichten.js", "tabelle.js", "kopieren.js", *(("diagramm.js",) if living else ()))
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
        linked=(figures(report.kreis, indikator),),
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
    hint, whole = _hint(indikator.hinweis)
    naming = recommendations_naming(report, (indikator.key,))
    beside = beside_view(report, indikator)
    return IndikatorView(
        lead=indikator.kurz,
        hint=hint,
        more=plain_view(report, indikator, f"Zu beachten: {whole}" if whole else ""),
        commentary=commentary,
        facts=_facts(indikator),
        method=plain_view(report, indikator, indikator.methode),
        note=RICHTUNG[indikator.richtung],
        source=indikator.quelle,
        recommendations=rows_of(report, naming),
        naming=counted(len(naming), "Empfehlung nennt", "Empfehlungen nennen") + " diese Zahl",
        fields=links_to(report, (ref.key for ref in indikator.handlungsfelder)),
        beside=beside,
        related=tuple(_related(report, indikator)),
        onward=tuple(_onward(messung, bool(commentary), bool(naming))),
        unfolded=_unfolded(messung, bool(beside)),
        citation=citation(report.kreis, indikator, year, max(_changes(report, indikator))),
        frames=frame_codes(report.kreis, messung),
        oembed=report.kreis.basis_url + oembed_url(indikator),
        figures=messung.fingerprint(),
    )


def _hint(text: str) -> tuple[str, str]:
    """Return what stands beside the sentence; of a long text its beginning, and all of it."""
    if len(text) <= LONGEST_HINT:
        return text, ""
    first, *rest = sentences(text)
    while rest and len(first) + len(rest[0]) < SHORT_HINT:
        first = f"{first} {rest.pop(0)}"
    return (first, text) if rest else (text, "")


def _unfolded(messung: Messung, has_beside: bool) -> str:
    """Return what fills the page of a lone number: its group, or else what is related."""
    if messung.has_map or has_course(messung) or len(messung.ranked(messung.year)) >= MANY:
        return ""
    if has_beside:
        return "beside"
    return "" if has_ranking(messung, messung.year) else "related"


def _onward(messung: Messung, is_read: bool, is_named: bool) -> Iterator[Link]:
    name = messung.name
    yield Link("Tabelle", "#tabelle")
    if is_read:
        yield Link("Einordnung", "#kommentar")
    yield Link("Was die Zahl bedeutet", "#methode")
    if is_named:
        yield Link("Empfehlungen dazu", "#empfehlungen")
    if messung.has_map:
        yield Link("In der Kreiskarte öffnen", f"/sozialbericht/?kennzahl={name}")
    if messung.is_local:
        yield Link("Mit einer anderen Zahl vergleichen", f"/sozialbericht/vergleich/?x={name}")


def _facts(indikator: Indikator) -> tuple[Fact, ...]:
    years = indikator.years()
    span = str(years[0]) if len(years) == 1 else f"{years[0]} bis {years[-1]} ({len(years)} Jahre)"
    day, stand = date_text(indikator.stichtag), format_date(indikator.stand)
    found = (
        Fact("Einheit", indikator.einheit),
        Fact("Zähler", indikator.zaehler),
        Fact("Nenner", indikator.nenner),
        Fact("Liegt vor für", EBENE[indikator.ebene]),
        Fact("Jahre", span),
        Fact("Stichtag", day if day != EVERY_YEAR else ""),
        Fact("Datenstand", stand if stand != day else ""),
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
