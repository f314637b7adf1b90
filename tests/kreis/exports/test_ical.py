"""The county's calendar is whole and in order."""

from datetime import date

from icalendar import Calendar
from support import REPOSITORY

from fokusbericht.exports import ical
from fokusbericht.load import load_report


def test_calendar_of_the_county() -> None:
    report, _ = load_report(REPOSITORY)
    (output,) = ical.plan(report)
    content = output.make()
    assert content == output.make()
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines) and max(map(len, lines)) <= 75
    events = Calendar.from_ical(content).walk("VEVENT")
    known = {one.key.name: one for one in report.termine.values() if ical.in_calendar(one)}
    assert {event["UID"].split("@")[0] for event in events} == set(known)
    days = [event["DTSTART"].dt for event in events]
    assert days == sorted(days) and all(type(day) is date for day in days)
    for event in events:
        termin = known[event["UID"].split("@")[0]]
        assert event["DTSTAMP"].dt.date() == termin.geaendert
        assert (event["DTEND"].dt - event["DTSTART"].dt).days == 1
