"""/handlungsfelder/<feld>/: a field with its figures, texts, history and recommendations."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.figures.cards import field_card
from fokusbericht.figures.embeds import KarteView, karte_view
from fokusbericht.figures.grouping import ListEntry, entries_with
from fokusbericht.figures.key_figures import key_figures
from fokusbericht.model.base import Key, Kind, Quelle
from fokusbericht.model.figures import Indikator
from fokusbericht.model.lives import Stand
from fokusbericht.model.planning import Handlungsfeld
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.facets import FELD, Value, url_of_value
from fokusbericht.pages.empfehlungen.field_history import history, older_names
from fokusbericht.pages.frame.asides import keys_of
from fokusbericht.pages.frame.cards import plan_card, with_card
from fokusbericht.pages.frame.links import neighbours
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.planung.diagrams import NarrowRiverPicture, StarPicture
from fokusbericht.pages.planung.field_net import Interaction, interactions, star
from fokusbericht.pages.planung.field_strands import names_of, ordered_fields
from fokusbericht.pages.planung.voices import Voice, voices
from fokusbericht.statistics.messung import messungen
from fokusbericht.urls import url_of
from fokusbericht.views import KeyFigure, Link, RecommendationRow, TimelineEntry
from fokusbericht.words import phrases
from fokusbericht.words.german import begun
from fokusbericht.words.names import STAENDE
from fokusbericht.words.progress import rows_of

TEMPLATE = "planung/handlungsfeld.html"


@dataclass(frozen=True, slots=True)
class StateGroup:
    """The recommendations of one state."""

    title: str
    rows: tuple[RecommendationRow, ...]


@dataclass(frozen=True, slots=True)
class FieldMap:
    """The map that belongs to a field, and where it can be looked at more closely."""

    karte: KarteView
    link: Link


@dataclass(frozen=True, slots=True)
class FieldFigures:
    """The figures of a theme that belong to a field."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HandlungsfeldView:
    """A field of social policy."""

    lead: str
    older: str
    figures: tuple[KeyFigure, ...]
    map: FieldMap | None
    on_page: tuple[Link, ...]
    voices: tuple[Voice, ...]
    net: StarPicture | None
    interactions: tuple[Interaction, ...]
    found: str
    everything: Link | None
    groups: tuple[StateGroup, ...]
    examples: tuple[RecommendationRow, ...]
    indicators: tuple[FieldFigures, ...]
    course: NarrowRiverPicture | None
    history: tuple[TimelineEntry, ...]
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan all fields."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    ordered = ordered_fields(report)
    keys = tuple(feld.key for feld in ordered)
    for feld in ordered:
        yield Batch(feld.key.name, partial(_plan_feld, report, feld, keys))


def _plan_feld(report: Report, feld: Handlungsfeld, keys: tuple[Key, ...]) -> Iterator[Output]:
    before, after = neighbours(report, keys, feld.key)
    page = thing_page(
        report,
        feld,
        parents=[("Handlungsfelder", "/handlungsfelder/")],
        listed=(Kind.EMPFEHLUNG, Kind.INDIKATOR, Kind.HANDLUNGSFELD),
        previous=before,
        following=after,
        styles=("felder.css",),
    )
    card = field_card(report, feld)
    page = with_card(report, page, card)
    yield page_output(report, TEMPLATE, page, _view(report, feld), feld.place)
    yield from plan_card(report, page, card, feld.place)


def _view(report: Report, feld: Handlungsfeld) -> HandlungsfeldView:
    own = [one for one in report.empfehlungen.values() if feld.key in keys_of(one.handlungsfelder)]
    real = [one for one in own if not one.beispiel]
    names = phrases.listing(older_names(feld))
    found = tuple(interactions(report, feld))
    parts = voices(report, feld)
    indicators = tuple(_indicators(report, feld))
    shown = _map(report, feld)
    return HandlungsfeldView(
        lead=feld.kurz,
        older=f"Früher: {names}" if names else "",
        figures=key_figures(report, keys_of(feld.kennzahlen)),
        map=shown,
        on_page=tuple(_on_page(feld, shown, parts, bool(found), bool(indicators))),
        voices=parts,
        net=star(feld, found),
        interactions=found,
        found=phrases.empfehlungen(len(real)),
        everything=_everything(feld) if own else None,
        groups=tuple(_state_groups(report, real)),
        examples=rows_of(report, (one for one in own if one.beispiel)),
        indicators=indicators,
        course=names_of(report, feld),
        history=history(report, feld),
        sources=feld.quellen,
    )


def _map(report: Report, feld: Handlungsfeld) -> FieldMap | None:
    messung = messungen(report).get(feld.karte.key.name) if feld.karte else None
    if messung is None or not messung.has_map:
        return None
    address = f"/sozialbericht/?kennzahl={messung.indikator.key.name}"
    link = Link("In der Kreiskarte öffnen", address)
    return FieldMap(karte_view(messung, messung.year, "karte"), link)


def _on_page(
    feld: Handlungsfeld,
    shown: FieldMap | None,
    parts: tuple[Voice, ...],
    interacts: bool,
    measured: bool,
) -> Iterator[Link]:
    if shown:
        yield Link("Auf der Karte", "#karte")
    for part in parts:
        if part.id:
            yield Link(part.title, f"#{part.id}")
    if interacts:
        yield Link("Wechselwirkungen", "#wechselwirkungen")
    yield Link("Empfehlungen", "#empfehlungen")
    if measured:
        yield Link("Alle Zahlen", "#alle-zahlen")
    if feld.verlauf:
        yield Link("Geschichte des Feldes", "#geschichte")


def _everything(feld: Handlungsfeld) -> Link:
    address = url_of_value(FELD, Value(feld.key.name, "", ""))
    return Link("Als Liste mit Filtern", address)


def _state_groups(report: Report, own: list[Handlungsempfehlung]) -> Iterator[StateGroup]:
    for stand in Stand:
        rows = rows_of(report, (one for one in own if one.stand() is stand))
        if rows:
            name = STAENDE[stand]
            yield StateGroup(f"{begun(name)} ({len(rows)})", rows)


def _indicators(report: Report, feld: Handlungsfeld) -> Iterator[FieldFigures]:
    """Yield the figures of a field by theme; a group is told once, by its first figure."""

    def belongs(indikator: Indikator) -> bool:
        return feld.key in keys_of(indikator.handlungsfelder)

    for name, theme in report.themen.items():
        found = entries_with(report, name, belongs)
        if found:
            yield FieldFigures(theme.titel, tuple(_link(report, entry) for entry in found))


def _link(report: Report, entry: ListEntry) -> Link:
    first = entry.first
    note = entry.names or first.kurz
    is_example = first.key in report.examples
    return Link(entry.title, url_of(report, first.key), note, is_example=is_example)
