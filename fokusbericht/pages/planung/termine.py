"""/termine/: what is to come, then all meetings, newest first."""

from collections.abc import Iterator

from fokusbericht.building.output import Output
from fokusbericht.exports import ical
from fokusbericht.model.base import PartialDate
from fokusbericht.model.planning import Termin
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.frame.timelists import (
    TEMPLATE,
    TimeListView,
    YearGroup,
    dated_entry,
    parted,
    undivided,
    year_groups,
)
from fokusbericht.problems import Place
from fokusbericht.views import Link, TimelineEntry
from fokusbericht.words import phrases
from fokusbericht.words.names import TERMINARTEN

LEAD = "Sitzungen, Workshops und Konferenzen der Sozialplanung, mit dem, was dabei herauskam."


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of meetings."""
    things = tuple(report.termine.values())
    page = make_page(report, "/termine/", "Termine", LEAD, changed=last_change(things))
    real, examples = parted(things)
    coming = [one for one in real if _is_coming(report, one)]
    past = year_groups(_entry(report, one) for one in real if one not in coming)
    view = TimeListView(
        LEAD,
        phrases.count(len(real), "Termin", "Termine", "Ein"),
        (*_coming_group(report, coming), *past),
        _calendar(real),
        _left_out(real),
        undivided(_entry(report, one) for one in examples),
    )
    yield page_output(report, TEMPLATE, page, view, Place("content/termine"))


def _calendar(things: list[Termin]) -> Link | None:
    return Link("Als Kalender (ICS)", ical.URL) if any(map(ical.in_calendar, things)) else None


def _left_out(things: list[Termin]) -> str:
    """Return why the calendar holds fewer meetings than the page, or nothing."""
    vague = sum(not one.datum.day for one in things)
    if not vague or _calendar(things) is None:
        return ""
    many = phrases.count(vague, "Termin, von dem", "Termine, von denen", "Ein")
    verb = "steht" if vague == 1 else "stehen"
    return f"{many} der Tag nicht bekannt ist, {verb} nicht im Kalender."


def _is_coming(report: Report, termin: Termin) -> bool:
    return termin.datum.latest() > report.kreis.stichtag


def _coming_group(report: Report, coming: list[Termin]) -> Iterator[YearGroup]:
    if coming:
        ordered = sorted(coming, key=lambda one: (one.datum.latest(), one.key))
        entries = tuple(_entry(report, one)[1] for one in ordered)
        yield YearGroup("kommende", "Kommende Termine", entries)


def _entry(report: Report, termin: Termin) -> tuple[PartialDate, TimelineEntry]:
    return termin.datum, dated_entry(report, termin, termin.datum, TERMINARTEN[termin.art])
