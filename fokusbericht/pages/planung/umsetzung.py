"""/umsetzung/: what became of all recommendations, year by year, body by body, field by field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fokusbericht.building.output import Output
from fokusbericht.model.lives import UNDECIDED, Stand
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.facets import (
    FELD,
    Value,
    linked_values,
    matching,
    url_of_value,
)
from fokusbericht.pages.frame.links import last_change, link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.planung.consultation import Session, ordered_bodies, sessions
from fokusbericht.pages.planung.gremien import HEAD, business_row
from fokusbericht.pages.planung.outcome_flow import FlowPicture, flow_head, flow_picture, flow_rows
from fokusbericht.pages.planung.state_of_affairs import Wait, by_silence, waits
from fokusbericht.problems import Place
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Cell, TimelineEntry
from fokusbericht.words import phrases
from fokusbericht.words.german import begun, counted
from fokusbericht.words.names import ERGEBNISSE
from fokusbericht.words.progress import silence_of

TEMPLATE, URL = "planung/umsetzung.html", "/umsetzung/"
TITLE = "Was wurde daraus?"
LEAD = "Alle Empfehlungen seit Beginn: wie weit sie gekommen sind und wo es still geworden ist."
SOURCE = Place("content/handlungsempfehlungen")

AGREED = (Stand.BESCHLOSSEN, Stand.IN_UMSETZUNG)
DONE = (Stand.UMGESETZT,)
ENDED = (Stand.ABGELEHNT, Stand.EINGESTELLT)
FIELD_HEAD = (
    *("Handlungsfeld", "zusammen", "noch offen", "beschlossen oder in Umsetzung"),
    *("umgesetzt", "abgelehnt oder eingestellt", "ein Jahr oder länger still"),
)


@dataclass(frozen=True, slots=True)
class UmsetzungView:
    """What became of all recommendations."""

    lead: str
    sentence: str
    examples: str
    flow: FlowPicture
    has_real: bool
    flow_head: tuple[str, ...]
    flow_rows: tuple[tuple[Cell, ...], ...]
    recent_sentence: str
    rough_sentence: str
    recent: tuple[TimelineEntry, ...]
    silent_sentence: str
    silent: tuple[Wait, ...]
    body_head: tuple[str, ...]
    body_rows: tuple[tuple[Cell, ...], ...]
    field_head: tuple[str, ...]
    field_rows: tuple[tuple[Cell, ...], ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the page, if there are recommendations."""
    everything = tuple(report.empfehlungen.values())
    if not everything:
        return
    changed = last_change((*everything, *report.beschluesse.values()))
    styles = ("staende.css", "umsetzung.css")
    page = make_page(report, URL, TITLE, LEAD, changed=changed, styles=styles)
    yield page_output(report, TEMPLATE, page, _view(report, everything), SOURCE)


def _view(report: Report, everything: tuple[Handlungsempfehlung, ...]) -> UmsetzungView:
    silent = by_silence(report, (one for one in everything if silence_of(report, one)))
    return UmsetzungView(
        lead=LEAD,
        sentence=_sentence(everything),
        examples=_examples(everything),
        flow=flow_picture(everything),
        has_real=any(not one.beispiel for one in everything),
        flow_head=flow_head(everything),
        flow_rows=flow_rows(everything),
        recent_sentence=_recent_sentence(report),
        rough_sentence=_rough_sentence(_perhaps_recent(report)),
        recent=tuple(_entry(report, one) for one in _recent(report)),
        silent_sentence=_silent_sentence(silent, everything),
        silent=tuple(waits(report, silent)),
        body_head=HEAD,
        body_rows=tuple(business_row(report, one) for one in ordered_bodies(report)),
        field_head=FIELD_HEAD,
        field_rows=tuple(_field_row(report, one) for one in linked_values(report, FELD)),
    )


# --- In words -------------------------------------------------------------------------------------


def _count(found: Sequence[Handlungsempfehlung], states: tuple[Stand, ...]) -> int:
    return sum(one.stand() in states for one in found)


def _sentence(everything: Sequence[Handlungsempfehlung]) -> str:
    if len(everything) == 1:
        return "Bisher gibt es eine Empfehlung."
    parts = [
        f"{_words(_count(everything, states))} {name}"
        for states, name in (
            (DONE, "umgesetzt"),
            (AGREED, "beschlossen oder in Umsetzung"),
            (UNDECIDED, "noch offen"),
            (ENDED, "abgelehnt oder eingestellt"),
        )
    ]
    verb = "ist" if _count(everything, DONE) < 2 else "sind"
    return f"Von {len(everything)} Empfehlungen {verb} {phrases.listing(parts)}."


def _words(number: int) -> str:
    return counted(number, "", "").strip()


def _examples(everything: Sequence[Handlungsempfehlung]) -> str:
    """Return how many of them are made up, and how far the real ones have come."""
    real = [one for one in everything if not one.beispiel]
    share = phrases.examples(len(everything) - len(real), len(everything), "Empfehlungen")
    if not share or not real:
        return share
    done, agreed = _count(real, DONE), _count(real, AGREED)
    which = "Von den echten" if len(real) > 1 else "Die echte"
    if len(real) == 1:
        return f"{share} {which} ist {'umgesetzt' if done else 'noch nicht umgesetzt'}."
    verb = "ist" if done < 2 else "sind"
    return (
        f"{share} {which} {verb} {_words(done)} umgesetzt und {_words(agreed)} beschlossen oder "
        "in Umsetzung."
    )


def _silent_sentence(
    silent: Sequence[Handlungsempfehlung], everything: Sequence[Handlungsempfehlung]
) -> str:
    if not silent:
        return "Um keine Empfehlung ist es seit einem Jahr oder länger still."
    made_up = phrases.examples(sum(one.beispiel for one in silent), len(silent), "Empfehlungen")
    return (
        f"Um {len(silent)} von {len(everything)} Empfehlungen ist es seit einem Jahr oder "
        f"länger still. {made_up}".strip()
    )


# --- The last twelve months -----------------------------------------------------------------------


def _recent(report: Report) -> list[Session]:
    """Return what bodies surely decided in the twelve months up to the Stichtag, newest first."""
    until = report.kreis.stichtag
    since = _year_before(until)
    found = [
        one for one in _decided(report) if since <= one.datum.earliest() and _is_past(one, until)
    ]
    return sorted(found, key=lambda one: (-one.datum.latest().toordinal(), one.source.key))


def _perhaps_recent(report: Report) -> int:
    """Return how many decisions are dated so roughly that they may lie in these months."""
    until = report.kreis.stichtag
    since = _year_before(until)
    return sum(
        one.datum.earliest() < since <= one.datum.latest() and one.datum.earliest() <= until
        for one in _decided(report)
    )


def _decided(report: Report) -> Iterator[Session]:
    return (one for held in sessions(report).values() for one in held if one.ergebnis)


def _is_past(session: Session, until: date) -> bool:
    return session.datum.earliest() <= until


def _year_before(day: date) -> date:
    # The day before 29 February is the last that each year has.
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _recent_sentence(report: Report) -> str:
    found, until = _recent(report), report.kreis.stichtag
    span = f"vom {format_date(_year_before(until))} bis zum {format_date(until)}"
    if not found:
        return f"In den zwölf Monaten {span} ist keine Entscheidung verzeichnet."
    made_up = phrases.examples(
        sum(one.source.beispiel for one in found), len(found), "Entscheidungen"
    )
    number = counted(len(found), "Entscheidung", "Entscheidungen")
    return f"{begun(number)} in den zwölf Monaten {span}. {made_up}".strip()


def _rough_sentence(number: int) -> str:
    if not number:
        return ""
    if number == 1:
        return "Eine weitere steht hier nicht, weil von ihr nur das Jahr bekannt ist."
    words = begun(counted(number, "", "weitere"))
    return f"{words} stehen hier nicht, weil von ihnen nur das Jahr bekannt ist."


def _entry(report: Report, session: Session) -> TimelineEntry:
    assert session.ergebnis
    body, result = report.titles[session.body], ERGEBNISSE[session.ergebnis]
    return TimelineEntry(
        f"{format_date(session.datum)} · {body}, {result}",
        "",
        session.text,
        link_to(report, session.source.key),
        "Beispiel" if session.source.beispiel else "",
    )


# --- By field -------------------------------------------------------------------------------------


def _field_row(report: Report, value: Value) -> tuple[Cell, ...]:
    found = matching(report, FELD, value)
    silent = sum(bool(silence_of(report, one)) for one in found)
    numbers = (len(found), *(_count(found, states) for states in (UNDECIDED, AGREED, DONE, ENDED)))
    name = Cell(value.title, url_of_value(FELD, value))
    return (name, *(Cell(str(number), number=True) for number in (*numbers, silent)))
