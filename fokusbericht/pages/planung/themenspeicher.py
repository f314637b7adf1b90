"""/themenspeicher/: proposals for new groups and topics, each with what was decided on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.model.base import Quelle
from fokusbericht.model.planning import Aufnahme, Speicherthema, Vorschlagsart
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.asides import keys_of
from fokusbericht.pages.frame.links import last_change, link_to, links_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.frame.statements import CorrectionView, corrections_of
from fokusbericht.pages.frame.texts import body_view
from fokusbericht.problems import Place
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Link, ProseView
from fokusbericht.words import phrases
from fokusbericht.words.german import begun, counted

TEMPLATE, URL, TITLE = "planung/themenspeicher.html", "/themenspeicher/", "Themenspeicher"
LEAD = (
    "Welche Gruppen und Themen vorgeschlagen wurden, von wem, und was daraus geworden ist. So geht "
    "kein Vorschlag verloren, auch wenn er erst später an die Reihe kommt."
)
KINDS = {
    Vorschlagsart.FOKUSGRUPPE: "Vorschlag für eine Fokusgruppe",
    Vorschlagsart.THEMA: "Vorschlag für ein Thema",
    Vorschlagsart.QUERSCHNITTSTHEMA: "Vorschlag für ein Querschnittsthema",
}
OPEN = "Entscheidung nicht bekannt"
OUTCOMES = {
    Aufnahme.ANGENOMMEN: "angenommen",
    Aufnahme.ABGELEHNT: "abgelehnt",
    Aufnahme.ZURUECKGESTELLT: "zurückgestellt",
}


@dataclass(frozen=True, slots=True)
class StoredTopic:
    """A proposal and what became of it."""

    id: str
    title: str
    is_example: bool
    meta: str
    text: str
    body: ProseView
    outcome: str
    decision: str
    links: tuple[Link, ...]
    corrections: tuple[CorrectionView, ...]
    sources: tuple[Quelle, ...]


@dataclass(frozen=True, slots=True)
class ThemenspeicherView:
    """All proposals: those without a known decision first."""

    lead: str
    sentence: str
    topics: tuple[StoredTopic, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the page, if there are proposals."""
    things = sorted(report.speicher.values(), key=_order)
    if not things:
        return
    page = make_page(report, URL, TITLE, LEAD, changed=last_change(things))
    topics = tuple(_topic(report, one) for one in things)
    view = ThemenspeicherView(LEAD, _sentence(things), topics)
    yield page_output(report, TEMPLATE, page, view, Place("content/themenspeicher"))


def _order(one: Speicherthema) -> tuple[bool, bool, int, str]:
    newest = -one.datum.latest().toordinal()
    return one.beispiel, one.entscheidung is not None, newest, one.key.name


def _sentence(things: list[Speicherthema]) -> str:
    real = [one for one in things if not one.beispiel]
    waiting = sum(one.entscheidung is None for one in real)
    number = phrases.count(len(real), "Vorschlag", "Vorschläge", "Ein")
    if not real:
        return "Bisher gibt es keinen Vorschlag."
    if not waiting:
        return f"{number}, über {'ihn' if len(real) == 1 else 'jeden'} ist entschieden."
    one = "ihn" if len(real) == 1 else "einen"
    words = one if waiting == 1 else counted(waiting, "", "").strip()
    return f"{number}; über {words} ist keine Entscheidung bekannt."


def _topic(report: Report, one: Speicherthema) -> StoredTopic:
    groups = (link_to(report, one.fokusgruppe.key),) if one.fokusgruppe else ()
    found = one.entscheidung
    decided = f"{phrases.when(found.datum)} {OUTCOMES[found.aufnahme]}" if found else OPEN
    return StoredTopic(
        id=one.key.name,
        title=one.titel,
        is_example=one.beispiel,
        meta=f"{KINDS[one.vorschlag]} · {one.von} · {format_date(one.datum)}",
        text=one.kurz,
        body=body_view(report, one),
        outcome=begun(decided),
        decision=found.text if found else "",
        links=(*groups, *links_to(report, keys_of(one.querschnitt))),
        corrections=corrections_of([one]),
        sources=one.quellen,
    )
