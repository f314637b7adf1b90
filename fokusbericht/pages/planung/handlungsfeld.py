"""/handlungsfelder/<feld>/: a field with its figures, texts, history and recommendations."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.figures.key_figures import key_figures
from fokusbericht.model.base import Key, Kind, Quelle
from fokusbericht.model.lives import Stand
from fokusbericht.model.planning import Handlungsfeld
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.facets import FELD, Value, url_of_value
from fokusbericht.pages.empfehlungen.field_history import history, older_names
from fokusbericht.pages.frame.asides import keys_of
from fokusbericht.pages.frame.links import link_to, neighbours
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.planung.diagrams import NarrowRiverPicture, StarPicture
from fokusbericht.pages.planung.field_net import Interaction, interactions, star
from fokusbericht.pages.planung.field_strands import names_of, ordered_fields
from fokusbericht.pages.planung.voices import Voice, voices
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
class HandlungsfeldView:
    """A field of social policy."""

    lead: str
    older: str
    figures: tuple[KeyFigure, ...]
    on_page: tuple[Link, ...]
    voices: tuple[Voice, ...]
    net: StarPicture | None
    interactions: tuple[Interaction, ...]
    found: str
    everything: Link | None
    groups: tuple[StateGroup, ...]
    examples: tuple[RecommendationRow, ...]
    indicators: tuple[Link, ...]
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
    yield page_output(report, TEMPLATE, page, _view(report, feld), feld.place)


def _view(report: Report, feld: Handlungsfeld) -> HandlungsfeldView:
    own = [one for one in report.empfehlungen.values() if feld.key in keys_of(one.handlungsfelder)]
    real = [one for one in own if not one.beispiel]
    names = phrases.listing(older_names(feld))
    found = tuple(interactions(report, feld))
    parts = voices(report, feld.body)
    indicators = tuple(_indicators(report, feld))
    return HandlungsfeldView(
        lead=feld.kurz,
        older=f"Früher: {names}" if names else "",
        figures=key_figures(report, keys_of(feld.kennzahlen)),
        on_page=tuple(_on_page(feld, parts, bool(found), bool(indicators))),
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


def _on_page(
    feld: Handlungsfeld, parts: tuple[Voice, ...], interacts: bool, measured: bool
) -> Iterator[Link]:
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


def _indicators(report: Report, feld: Handlungsfeld) -> Iterator[Link]:
    found = [one for one in report.indikatoren.values() if feld.key in keys_of(one.handlungsfelder)]
    for indikator in sorted(found, key=lambda one: (one.titel, one.key)):
        yield link_to(report, indikator.key, indikator.kurz)
