"""/termine/: what is to come, then all meetings, newest first."""

from collections.abc import Iterator

from fokusbericht.model import PartialDate, Report, Termin
from fokusbericht.output import Output
from fokusbericht.pages import phrases
from fokusbericht.pages.frame import last_change, make_page, page_output
from fokusbericht.pages.names import TERMINARTEN
from fokusbericht.pages.timelists import (
    TEMPLATE,
    TimeListView,
    YearGroup,
    dated_entry,
    year_groups,
)
from fokusbericht.pages.views import Entry
from fokusbericht.problems import Place

LEAD = "Sitzungen, Workshops und Konferenzen der Sozialplanung, mit dem, was dabei herauskam."


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of meetings."""
    things = tuple(report.termine.values())
    page = make_page(report, "/termine/", "Termine", LEAD, changed=last_change(things))
    coming = [one for one in things if _is_coming(report, one)]
    past = year_groups(_entry(report, one) for one in things if one not in coming)
    number = phrases.count(len(things), "Termin", "Termine", "Ein")
    view = TimeListView(LEAD, number, (*_coming_group(report, coming), *past))
    yield page_output(report, TEMPLATE, page, view, Place("content/termine"))


def _is_coming(report: Report, termin: Termin) -> bool:
    return termin.datum.latest() > report.kreis.stichtag


def _coming_group(report: Report, coming: list[Termin]) -> Iterator[YearGroup]:
    if coming:
        ordered = sorted(coming, key=lambda one: (one.datum.latest(), one.key))
        entries = tuple(_entry(report, one)[1] for one in ordered)
        yield YearGroup("kommende", "Kommende Termine", entries)


def _entry(report: Report, termin: Termin) -> tuple[PartialDate, Entry]:
    return termin.datum, dated_entry(report, termin, termin.datum, TERMINARTEN[termin.art])
