"""/termine/termine.ics: the meetings as a calendar (RFC 5545), to download or subscribe to.

Only meetings whose day is known can stand in a calendar. Examples are left out: nobody wants a
meeting in their calendar that never was.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from fokusbericht.building.output import Offer, Output
from fokusbericht.model.planning import Termin
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.urls import url_of
from fokusbericht.words.names import TERMINARTEN

if TYPE_CHECKING:
    from icalendar import Component

URL = "/termine/termine.ics"


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting that lasts a day."""

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
    """The calendar: who publishes it, and its meetings by day."""

    title: str
    author: str
    events: tuple[Event, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the calendar."""
    kreis = report.kreis
    view = CalendarView(f"{kreis.titel} {kreis.name}: Termine", kreis.name, _events(report))
    offer = Offer(URL, "feeds", "Termine", "iCalendar: Termine, deren Tag bekannt ist")
    yield Output(URL[1:], view, partial(_bytes, view), Place("content/termine"), offer=offer)


def in_calendar(termin: Termin) -> bool:
    """Say whether a meeting can stand in a calendar."""
    return bool(termin.datum.day) and not termin.beispiel


def _events(report: Report) -> tuple[Event, ...]:
    found = (_event(report, one) for one in report.termine.values() if in_calendar(one))
    return tuple(sorted(found, key=lambda one: (one.day, one.uid)))


def _event(report: Report, termin: Termin) -> Event:
    base = report.kreis.basis_url
    href = base + url_of(report, termin.key)
    return Event(
        uid=f"{termin.key.name}@{urlsplit(base).hostname or report.kreis.schluessel}",
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
