"""/termine/termine.ics, /umsetzung/fristen.ics: meetings, and what is due, as calendars (RFC 5545).

Only meetings whose day is known can stand in a calendar; what is due by a month stands on its last
day. Examples are left out: nobody wants a meeting in their calendar that never was.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from fokusbericht.building.output import Offer, Output
from fokusbericht.model.lives import NaechsterSchritt, Vorgang
from fokusbericht.model.planning import Termin
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.text.references import is_continued
from fokusbericht.urls import url_of
from fokusbericht.words.due import CALENDAR, what_of, who
from fokusbericht.words.german import begun
from fokusbericht.words.names import TERMINARTEN

if TYPE_CHECKING:
    from icalendar import Component

URL = "/termine/termine.ics"


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting that lasts a day, or the last day of a limit."""

    uid: str
    day: date
    changed: date
    title: str
    text: str
    category: str
    location: str
    href: str


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A calendar: who publishes it, and its events by day."""

    title: str
    author: str
    events: tuple[Event, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the calendars; that of what is due only if anything is."""
    kreis = report.kreis
    meetings = CalendarView(f"{kreis.titel} {kreis.name}: Termine", kreis.name, _events(report))
    offer = Offer(URL, "feeds", "Termine", "iCalendar: Termine, deren Tag bekannt ist")
    yield calendar_output(URL, meetings, Place("content/termine"), offer)
    due = tuple(_due(report))
    if due:
        limits = CalendarView(f"{kreis.titel} {kreis.name}: Fristen", kreis.name, due)
        offer = Offer(CALENDAR, "feeds", "Fristen", "iCalendar: bis wann etwas geschehen soll")
        yield calendar_output(CALENDAR, limits, Place("content/beschluesse"), offer)


def calendar_output(
    url: str, view: CalendarView, source: Place, offer: Offer | None = None
) -> Output:
    """Plan the file of a calendar; with an `offer` it stands in the list of all files."""
    return Output(url[1:], view, partial(_bytes, view), source, offer=offer)


def _due(report: Report) -> Iterator[Event]:
    """Yield what is due by its last day; what a later matter carries on is due there."""
    real = (one for one in report.vorgaenge() if not one.beispiel)
    yield from limits_of(report, (one for one in real if not is_continued(report, one.key)))


def limits_of(report: Report, found: Iterable[Vorgang]) -> Iterator[Event]:
    """Yield until when something is to be done for matters, by day."""
    dated = [(one.naechster_schritt, one) for one in found]
    events = [_limit(report, step, one) for step, one in dated if step and step.bis]
    yield from sorted(events, key=lambda one: (one.day, one.uid))


def _limit(report: Report, step: NaechsterSchritt, vorgang: Vorgang) -> Event:
    assert step.bis
    href = report.kreis.basis_url + url_of(report, vorgang.key)
    return Event(
        uid=uid(report, f"frist-{vorgang.key.kind}-{vorgang.key.name}"),
        day=step.bis.latest(),
        changed=vorgang.geaendert,
        title=f"Frist: {vorgang.titel}",
        text="\n\n".join((what_of(step), begun(who(vorgang)), href)),
        category="Frist",
        location="",
        href=href,
    )


def uid(report: Report, name: str) -> str:
    """Return the name of an event for ever."""
    return f"{name}@{urlsplit(report.kreis.basis_url).hostname or report.kreis.schluessel}"


def in_calendar(termin: Termin) -> bool:
    """Say whether a meeting can stand in a calendar."""
    return bool(termin.datum.day) and not termin.beispiel


def _events(report: Report) -> tuple[Event, ...]:
    return meetings_of(report, report.termine.values())


def meetings_of(report: Report, found: Iterable[Termin]) -> tuple[Event, ...]:
    """Return the meetings that can stand in a calendar, by day."""
    events = (_event(report, one) for one in found if in_calendar(one))
    return tuple(sorted(events, key=lambda one: (one.day, one.uid)))


def _event(report: Report, termin: Termin) -> Event:
    href = report.kreis.basis_url + url_of(report, termin.key)
    return Event(
        uid=uid(report, termin.key.name),
        day=termin.datum.latest(),
        changed=termin.geaendert,
        title=termin.titel,
        text="\n\n".join((termin.kurz, *termin.ergebnisse, href)),
        category=TERMINARTEN[termin.art],
        location=termin.ort,
        href=href,
    )


def _bytes(view: CalendarView) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{view.author}//Fokusbericht//DE")
    calendar.add("method", "PUBLISH")
    calendar.add("name", view.title)
    calendar.add("x-wr-calname", view.title)  # what most programs read in place of NAME
    for event in view.events:
        calendar.add_component(_component(event))
    made: bytes = calendar.to_ical()
    return made


def _component(event: Event) -> "Component":
    from icalendar import Event as VEvent

    changed = datetime.combine(event.changed, time(), UTC)
    component = VEvent()
    component.add("uid", event.uid)
    component.add("dtstamp", changed)  # never the clock: same content, same bytes
    component.add("last-modified", changed)
    component.add("dtstart", event.day)
    component.add("dtend", event.day + timedelta(days=1))  # the first day it is over
    component.add("summary", event.title)
    component.add("description", event.text)
    component.add("categories", [event.category])
    component.add("url", event.href)
    component.add("transp", "TRANSPARENT")  # does not block the reader's whole day
    if event.location:
        component.add("location", event.location)
    return component
