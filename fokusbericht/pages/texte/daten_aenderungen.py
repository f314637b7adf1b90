"""/daten/aenderungen/: what changed in the figures, state by state, the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Listed, Output
from fokusbericht.exports.changes import log_alone
from fokusbericht.exports.changes.log import LOG
from fokusbericht.exports.changes.reading import read_log
from fokusbericht.model.changes import ChangeNews, StateNews
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import OfParts, make_page, page_output
from fokusbericht.pages.texte import daten
from fokusbericht.problems import Place
from fokusbericht.urls import AENDERUNGEN, DATEN
from fokusbericht.views import Link
from fokusbericht.words.data_changes import (
    HEADS,
    TITLE,
    change_note,
    change_title,
    state_note,
    state_title,
    summary,
)

TEMPLATE = "texte/daten_aenderungen.html"
LEAD = (
    "Was neu ist, was sich geändert hat und was entfallen ist: Nach jeder Veröffentlichung wird "
    "festgehalten, welche Werte sie zeigt, und mit dem Stand davor verglichen."
)
FILES = (Link("Alle Änderungen als JSON", f"/{LOG}"),)
MOST_OPEN = 12  # entries; more are folded away


@dataclass(frozen=True, slots=True)
class AenderungenView:
    """The page, apart from what the states themselves tell."""

    lead: str
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """What happened to several indicators alike."""

    title: str
    links: tuple[Link, ...]
    is_folded: bool


@dataclass(frozen=True, slots=True)
class StateView:
    """A state: its name, how large it is, what it changed."""

    id: str
    title: str
    note: str
    summary: str
    groups: tuple[ChangeGroup, ...]


def plan(report: Report, listed: Listed) -> Iterator[Output]:
    """Plan the page from the file of all changes."""
    page = make_page(report, AENDERUNGEN, TITLE, LEAD, parents=[(daten.TITLE, DATEN)])
    base = report.kreis.basis_url
    of_parts = OfParts(
        (LOG,),
        lambda parts: {"states": tuple(_state(one, base) for one in read_log(parts[LOG]))},
        lambda: log_alone(report, listed),
    )
    view = AenderungenView(LEAD, FILES)
    yield page_output(report, TEMPLATE, page, view, Place("content"), of_parts=of_parts)


def _state(one: StateNews, base: str) -> StateView:
    name = one.day.isoformat() if one.is_recorded else "heute"
    groups = tuple(_groups(one, base))
    return StateView(f"stand-{name}", state_title(one), state_note(one), summary(one), groups)


def _groups(state: StateNews, base: str) -> Iterator[ChangeGroup]:
    """Yield what happened, by kind."""
    for kind, title in HEADS.items():
        links = tuple(_link(one, base) for one in state.changes if one.kind is kind)
        if links:
            yield ChangeGroup(title, links, len(links) > MOST_OPEN)


def _link(one: ChangeNews, base: str) -> Link:
    """Return where an indicator stands; one that is gone stands nowhere."""
    return Link(change_title(one), one.href.removeprefix(base), change_note(one))
