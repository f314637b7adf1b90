"""The calendar of meetings, read back by a library and line by line."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from icalendar import Calendar, Component
from support import loaded, replaced, small_county

from fokusbericht.exports import ical
from fokusbericht.model.report import Report
from fokusbericht.pages.planung import termine

MEETING = "content/termine/2021-05-07-steuerungsgruppe.md"
SMALL = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Musterkreis//Fokusbericht//DE
METHOD:PUBLISH
NAME:Fokusbericht Musterkreis: Termine
X-WR-CALNAME:Fokusbericht Musterkreis: Termine
BEGIN:VEVENT
SUMMARY:Sitzung der Steuerungsgruppe
DTSTART;VALUE=DATE:20210507
DTEND;VALUE=DATE:20210508
DTSTAMP:20260115T000000Z
UID:2021-05-07-steuerungsgruppe@muster.example
CATEGORIES:Sitzung
DESCRIPTION:Einschätzung der Empfehlungen 2021.\\n\\nEine Empfehlung wird e
 ingeschätzt.\\n\\nhttps://muster.example/termine/2021-05-07-steuerungsgrupp
 e/
LAST-MODIFIED:20260115T000000Z
TRANSP:TRANSPARENT
URL:https://muster.example/termine/2021-05-07-steuerungsgruppe/
END:VEVENT
END:VCALENDAR
"""


def small(folder: Path, changed: Mapping[str, str] | None = None) -> tuple[bytes, str]:
    """Return the calendar of the small county, and the page of its meetings."""
    report, problems = loaded(small_county(folder, changed))
    assert problems == []
    (calendar,), (page,) = ical.plan(report), termine.plan(report)
    return calendar.make(), page.make().decode()


def test_calendar_to_the_letter(tmp_path: Path) -> None:
    content, page = small(tmp_path)
    assert content.decode() == SMALL.replace("\n", "\r\n")
    assert '<a href="termine.ics">Als Kalender (ICS)</a>' in page
    assert "nicht im Kalender" not in page


def test_words_with_marks_of_the_format_come_back_as_they_were(tmp_path: Path) -> None:
    title = "Armut; Wohnen, und \\\\ mehr: „größer“"
    changed = replaced(MEETING, "titel: Sitzung der Steuerungsgruppe", f'titel: "{title}"')
    content, _ = small(tmp_path, changed)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event["SUMMARY"] == "Armut; Wohnen, und \\ mehr: „größer“"
    assert b"SUMMARY:Armut\\; Wohnen\\, und \\\\ mehr" in content


def test_a_meeting_without_a_day_is_left_out_and_the_page_says_so(tmp_path: Path) -> None:
    vague = "\n".join(
        (
            "---\ntitel: Fachtag\nkurz: Ein Tag.\ngeaendert: 2026-01-15",
            "art: fachtag\ndatum: 2022-05\n---\n",
        )
    )
    content, page = small(tmp_path, {"content/termine/2022-05-fachtag.md": vague})
    assert len(Calendar.from_ical(content).walk("VEVENT")) == 1
    assert "Ein Termin, von dem der Tag nicht bekannt ist, steht nicht im Kalender." in page


def test_an_example_is_no_meeting(tmp_path: Path) -> None:
    changed = replaced(MEETING, "art: sitzung", "beispiel: true\nart: sitzung")
    content, page = small(tmp_path, changed)
    assert Calendar.from_ical(content).walk("VEVENT") == []
    assert "termine.ics" not in page


def events_of(content: bytes) -> list[Component]:
    """Return the events of a calendar whose lines are as the format wants them."""
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines) and max(map(len, lines)) <= 75
    events = Calendar.from_ical(content).walk("VEVENT")
    days = [event["DTSTART"].dt for event in events]
    assert days == sorted(days) and all(type(day) is date for day in days)
    assert all((event["DTEND"].dt - event["DTSTART"].dt).days == 1 for event in events)
    return events


LIMITED = """---
titel: {titel}
kurz: Der Kreistag entscheidet.
geaendert: 2026-01-14
gremium: kreistag
datum: 2025-09-01
ergebnis: beschlossen
{head}---
"""


def limits(folder: Path, heads: Mapping[str, str]) -> list[Component]:
    """Return the limits in the calendar of the small county with some decisions more."""
    files = {
        f"content/beschluesse/{name}.md": LIMITED.format(titel=name, head=head)
        for name, head in heads.items()
    }
    report, problems = loaded(small_county(folder, files))
    assert [str(one) for one in problems] == []
    found = [one for one in ical.plan(report) if one.path == "umsetzung/fristen.ics"]
    return [event for one in found for event in events_of(one.make())]


def due(bis: str, more: str = "") -> str:
    """Return a next step that is due."""
    return f"naechster_schritt: {{bis: {bis}, was: Start{more}}}\n"


def test_a_limit_stands_on_the_last_day_that_it_may_mean(tmp_path: Path) -> None:
    written = {
        "tag": ("2026-12-03", date(2026, 12, 3)),
        "monat": ("2028-02", date(2028, 2, 29)),
        "dezember": ("2026-12", date(2026, 12, 31)),
        "fruehjahr": ("Frühjahr 2027", date(2027, 5, 31)),
        "sommer": ("Sommer 2027", date(2027, 8, 31)),
        "herbst": ("Herbst 2027", date(2027, 11, 30)),
        "jahr": ("2027", date(2027, 12, 31)),
        "vorbei": ("2026-02", date(2026, 2, 28)),
    }
    events = limits(tmp_path, {name: due(bis) for name, (bis, _) in written.items()})
    found = {str(event["SUMMARY"]).removeprefix("Frist: "): event["DTSTART"].dt for event in events}
    assert found == {name: day for name, (_, day) in written.items()}


def test_a_limit_that_moves_keeps_its_name(tmp_path: Path) -> None:
    (before,) = limits(tmp_path / "vorher", {"bus": due("2026-12")})
    (after,) = limits(tmp_path / "nachher", {"bus": due("Herbst 2027", ", wer: Bauamt")})
    assert before["UID"] == after["UID"] == "frist-beschluss-bus@muster.example"
    assert before["DTSTART"].dt < after["DTSTART"].dt
    assert str(after["DESCRIPTION"]) == (
        "Start.\n\nZuständig: Bauamt\n\nhttps://muster.example/beschluesse/bus/"
    )


def test_without_limits_there_is_no_calendar_of_them(tmp_path: Path) -> None:
    heads = {
        "ohne": "",
        "offen": "naechster_schritt: {was: Start}\n",
        "erdacht": "beispiel: true\n" + due("2026-12"),
    }
    assert limits(tmp_path, heads) == []


def test_calendars_of_a_county_are_whole_and_in_order(report: Report) -> None:
    meetings, last_days = (output.make() for output in ical.plan(report))
    assert [meetings, last_days] == [output.make() for output in ical.plan(report)]
    known = {one.key.name: one for one in report.termine.values() if ical.in_calendar(one)}
    assert len(known) > 5
    events = {event["UID"].split("@")[0]: event for event in events_of(meetings)}
    assert events.keys() == known.keys()
    for name, event in events.items():
        assert event["DTSTAMP"].dt.date() == known[name].geaendert
        assert event["DTSTART"].dt == known[name].datum.latest()
    known_limits = {
        f"frist-{one.key.kind}-{one.key.name}": one.naechster_schritt.bis
        for one in report.vorgaenge()
        if one.naechster_schritt and one.naechster_schritt.bis
    }
    found = {event["UID"].split("@")[0]: event["DTSTART"].dt for event in events_of(last_days)}
    assert found == {name: day.latest() for name, day in known_limits.items()}
