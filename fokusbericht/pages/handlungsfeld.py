"""/handlungsfelder/<feld>/: a field with its figures, texts, history and recommendations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model import Handlungsempfehlung, Handlungsfeld, Key, Kind, Quelle, Report, Stand
from fokusbericht.output import Output
from fokusbericht.pages import phrases
from fokusbericht.pages.asides import keys_of
from fokusbericht.pages.facets import FELD, Value, url_of_value
from fokusbericht.pages.field_history import history, older_names
from fokusbericht.pages.frame import Link, link_to, neighbours, page_output, thing_page
from fokusbericht.pages.key_figures import key_figures
from fokusbericht.pages.names import STAENDE
from fokusbericht.pages.progress import rows_of
from fokusbericht.pages.texts import prose_view
from fokusbericht.pages.views import Entry, KeyFigure, RecommendationRow
from fokusbericht.prose import slug
from fokusbericht.render import ProseView

TEMPLATE = "handlungsfeld.html"
HEADING = re.compile(r"^## +(.+?) *#*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Interaction:
    """Another field, and what the two have to do with each other."""

    link: Link
    reasons: tuple[str, ...]


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
    body: ProseView
    interactions: tuple[Interaction, ...]
    found: str
    everything: Link | None
    groups: tuple[StateGroup, ...]
    indicators: tuple[Link, ...]
    history: tuple[Entry, ...]
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan all fields."""
    ordered = sorted(report.handlungsfelder.values(), key=lambda one: (one.reihenfolge, one.key))
    keys = tuple(feld.key for feld in ordered)
    for feld in ordered:
        before, after = neighbours(report, keys, feld.key)
        page = thing_page(
            report,
            feld,
            parents=[("Handlungsfelder", "/handlungsfelder/")],
            listed=(Kind.EMPFEHLUNG, Kind.INDIKATOR, Kind.HANDLUNGSFELD),
            previous=before,
            following=after,
        )
        yield page_output(report, TEMPLATE, page, _view(report, feld), feld.place)


def _view(report: Report, feld: Handlungsfeld) -> HandlungsfeldView:
    own = [one for one in report.empfehlungen.values() if feld.key in keys_of(one.handlungsfelder)]
    names = phrases.listing(older_names(feld))
    interactions = tuple(_interactions(report, feld))
    indicators = tuple(_indicators(report, feld))
    return HandlungsfeldView(
        lead=feld.kurz,
        older=f"Früher: {names}" if names else "",
        figures=key_figures(report, keys_of(feld.kennzahlen)),
        on_page=tuple(_on_page(feld, bool(interactions), bool(indicators))),
        body=prose_view(report, feld.body),
        interactions=interactions,
        found=phrases.empfehlungen(len(own)),
        everything=_everything(feld) if own else None,
        groups=tuple(_state_groups(report, own)),
        indicators=indicators,
        history=history(report, feld),
        sources=feld.quellen,
    )


def _on_page(feld: Handlungsfeld, interacts: bool, measured: bool) -> Iterator[Link]:
    for title in HEADING.findall(feld.body.source):
        yield Link(title, f"#{slug(title)}")
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


def _interactions(report: Report, feld: Handlungsfeld) -> Iterator[Interaction]:
    """Yield the fields this one has to do with, whichever side wrote it down."""
    reasons: dict[Key, list[str]] = {}
    for own in feld.wechselwirkungen:
        reasons.setdefault(own.feld.key, []).append(own.grund)
    for other in report.handlungsfelder.values():
        for theirs in other.wechselwirkungen:
            if theirs.feld.key == feld.key:
                reasons.setdefault(other.key, []).append(theirs.grund)
    for key in sorted(reasons, key=lambda one: report.handlungsfelder[one.name].reihenfolge):
        yield Interaction(link_to(report, key), tuple(dict.fromkeys(reasons[key])))


def _state_groups(report: Report, own: list[Handlungsempfehlung]) -> Iterator[StateGroup]:
    for stand in Stand:
        rows = rows_of(report, (one for one in own if one.stand() is stand))
        if rows:
            name = STAENDE[stand]
            yield StateGroup(f"{name[:1].upper()}{name[1:]} ({len(rows)})", rows)


def _indicators(report: Report, feld: Handlungsfeld) -> Iterator[Link]:
    found = [one for one in report.indikatoren.values() if feld.key in keys_of(one.handlungsfelder)]
    for indikator in sorted(found, key=lambda one: (one.titel, one.key)):
        yield link_to(report, indikator.key, indikator.kurz)
