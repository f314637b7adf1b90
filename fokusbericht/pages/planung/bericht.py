"""/fokus/<jahr>/: an edition as a journey; an old report with what is known of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.cards import Card, YearCover
from fokusbericht.editions import ausgabe_of
from fokusbericht.figures.cards import card_frame
from fokusbericht.figures.key_figures import field_sentences, key_figures
from fokusbericht.model.base import Key, Kind, Quelle
from fokusbericht.model.editions import Ausgabe
from fokusbericht.model.planning import Bericht
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.asides import LinkGroup, by_kind, keys_of
from fokusbericht.pages.frame.cards import plan_card, with_card
from fokusbericht.pages.frame.linked import edition
from fokusbericht.pages.frame.links import neighbours
from fokusbericht.pages.frame.page import Page, page_output, thing_page
from fokusbericht.pages.frame.texts import body_view
from fokusbericht.pages.planung import reise
from fokusbericht.pages.planung.pressezahlen import press_links
from fokusbericht.text.formatting import format_date
from fokusbericht.text.language import sentences
from fokusbericht.views import Fact, KeyFigure, Link, ProseView, RecommendationRow
from fokusbericht.words import phrases
from fokusbericht.words.progress import rows_of

TEMPLATE = "planung/bericht.html"
REPORT = "Bericht"
DEPTH = (
    Link("Sozialbericht", "/sozialbericht/", "Alle Zahlen als Karte, Verlauf und Tabelle"),
    Link(
        "Demographie und Finanzen",
        "/demographie-und-finanzen/",
        "Wie viele hier leben, woher Geld kommt",
    ),
    Link("Kommunen", "/kommunen/", "Die Zahlen für den eigenen Ort"),
    Link("Handlungsempfehlungen", "/handlungsempfehlungen/", "Alle Jahre, mit heutigem Stand"),
)


@dataclass(frozen=True, slots=True)
class BerichtView:
    """One year's edition; fields and depth stand in the latest one only."""

    lead: str
    facts: tuple[Fact, ...]
    body: ProseView
    highlights: tuple[LinkGroup, ...]
    figures: tuple[KeyFigure, ...]
    found: str
    rows: tuple[RecommendationRow, ...]
    fields: tuple[Link, ...]
    depth: tuple[Link, ...]
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan all editions."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    ordered = sorted(report.berichte.values(), key=lambda one: (one.jahr, one.key))
    for bericht in ordered:
        yield Batch(bericht.key.name, partial(_plan_bericht, report, bericht, ordered))


def _plan_bericht(report: Report, bericht: Bericht, ordered: list[Bericht]) -> Iterator[Output]:
    card, ausgabe = card_of(report, bericht), ausgabe_of(report, bericht.key)
    page = with_card(report, _page(report, bericht, ordered, ausgabe), card)
    real = [one for one in ordered if not one.beispiel] or ordered
    is_latest = bericht is real[-1]
    if ausgabe:
        view = reise.journey(ausgabe, press_links(report, bericht.key))
        yield page_output(report, reise.TEMPLATE, page, view, bericht.place)
    else:
        old = _view(report, bericht, is_latest)
        yield page_output(report, TEMPLATE, page, old, bericht.place)
    yield from plan_card(report, page, card, bericht.place)


def card_of(report: Report, bericht: Bericht) -> Card:
    """Return what is shown where it is shared: what it is about, and its cover."""
    frame, cover = card_frame(report.kreis), YearCover(str(bericht.jahr))
    said = tuple(sentences(bericht.kurz))
    return Card(frame, REPORT, bericht.titel, said=said, picture=cover)


def _page(
    report: Report, bericht: Bericht, ordered: list[Bericht], ausgabe: Ausgabe | None
) -> Page:
    before, after = neighbours(report, tuple(one.key for one in ordered), bericht.key)
    parents = [("Fokusberichte", "/fokus/")]
    return thing_page(
        report,
        bericht,
        parents=parents,
        previous=before,
        following=after,
        scripts=(reise.SCRIPT,) if ausgabe else (),
        styles=(reise.STYLE,) if ausgabe else (),
        linked=(edition(report.kreis, bericht),),
    )


def _view(report: Report, bericht: Bericht, is_latest: bool) -> BerichtView:
    raised = keys_of(bericht.hebt_hervor)
    own = [
        one for one in report.empfehlungen.values() if one.jahr == bericht.jahr or one.key in raised
    ]
    return BerichtView(
        lead=bericht.kurz,
        facts=tuple(_facts(bericht)),
        body=body_view(report, bericht),
        highlights=by_kind(report, _without_figures(raised)),
        figures=key_figures(report, (key for key in raised if key.kind is Kind.INDIKATOR)),
        found=phrases.empfehlungen(sum(not one.beispiel for one in own)),
        rows=rows_of(report, own),
        fields=field_sentences(report) if is_latest else (),
        depth=(*press_links(report, bericht.key), *(DEPTH if is_latest else ())),
        sources=bericht.quellen,
    )


def _facts(bericht: Bericht) -> Iterator[Fact]:
    yield Fact("Jahr", str(bericht.jahr))
    yield Fact("Form", bericht.form)
    if bericht.umfang:
        yield Fact("Umfang", bericht.umfang)
    if bericht.erschienen:
        yield Fact("Erschienen", format_date(bericht.erschienen))


def _without_figures(raised: tuple[Key, ...]) -> Iterator[Key]:
    """Yield what is raised besides figures and recommendations: those are shown in full."""
    yield from (key for key in raised if key.kind not in (Kind.INDIKATOR, Kind.EMPFEHLUNG))
