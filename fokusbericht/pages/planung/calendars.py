"""Calendars of one body or group: when it met, and until when something is to be done there."""

from collections.abc import Iterator
from itertools import groupby

from fokusbericht.building.output import Output
from fokusbericht.exports.ical import (
    CalendarView,
    Event,
    calendar_output,
    limits_of,
    meetings_of,
    uid,
)
from fokusbericht.model.planning import Fokusgruppe, Gremium
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.consultation import Session, pending_at, sessions
from fokusbericht.urls import url_of
from fokusbericht.words.names import ERGEBNISSE

NAME = "kalender.ics"


def calendar_of_body(report: Report, gremium: Gremium) -> Output | None:
    """Plan the calendar of a body: the days of its sessions, and its limits; none without any."""
    limits = limits_of(report, (one.vorgang for one in pending_at(report, gremium.key)))
    return _calendar(report, gremium, (*_sessions(report, gremium), *limits))


def calendar_of_group(report: Report, group: Fokusgruppe) -> Output | None:
    """Plan the calendar of a group: its meetings; none without any."""
    found = (
        one
        for one in report.termine.values()
        if one.fokusgruppe and one.fokusgruppe.key == group.key
    )
    return _calendar(report, group, meetings_of(report, found))


def _calendar(
    report: Report, thing: Gremium | Fokusgruppe, events: tuple[Event, ...]
) -> Output | None:
    if not events or thing.beispiel:
        return None
    kreis = report.kreis
    ordered = tuple(sorted(events, key=lambda one: (one.day, one.uid)))
    view = CalendarView(f"{kreis.titel} {kreis.name}: {thing.titel}", kreis.name, ordered)
    return calendar_output(url_of(report, thing.key) + NAME, view, thing.place)


def _sessions(report: Report, gremium: Gremium) -> Iterator[Event]:
    """Yield the sessions whose day is known, each with all that was dealt with."""
    known = sorted(
        (one for one in sessions(report)[gremium.key] if one.datum.day),
        key=lambda one: (one.datum, one.source.key),
    )
    href = report.kreis.basis_url + url_of(report, gremium.key)
    for datum, same_day in groupby(known, key=lambda one: one.datum):
        held = [*same_day]
        yield Event(
            uid=uid(report, f"sitzung-{gremium.key.name}-{datum.isoformat()}"),
            day=datum.latest(),
            changed=max(one.source.geaendert for one in held),
            title=f"Sitzung: {gremium.titel}",
            text="\n\n".join((*map(_dealt_with, held), href)),
            category="Sitzung",
            location="",
            href=href,
        )


def _dealt_with(session: Session) -> str:
    result = f" – {ERGEBNISSE[session.ergebnis]}" if session.ergebnis else ""
    return f"{session.source.titel}{result}"
