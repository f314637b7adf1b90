"""/berichtigungen/: what was published wrong and is put right, the newest first."""

from collections.abc import Iterator

from fokusbericht.building.output import Output
from fokusbericht.model.base import Berichtigung, PartialDate, Thing
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.frame.timelists import TEMPLATE, TimeListView, year_groups
from fokusbericht.text.formatting import format_date
from fokusbericht.views import TimelineEntry
from fokusbericht.words import phrases

URL, TITLE = "/berichtigungen/", "Berichtigungen"
LEAD = (
    "Was zuerst anders veröffentlicht war und berichtigt ist: hier und auf der Seite, um die es "
    "geht, mit Datum und Grund."
)
NONE = "Bisher ist nichts zu berichtigen gewesen."


def plan(report: Report) -> Iterator[Output]:
    """Plan the page; also without any correction, as readers look for it."""
    found = tuple(report.corrections())
    page = make_page(report, URL, TITLE, LEAD)
    number = phrases.count(len(found), "Berichtigung", "Berichtigungen") if found else NONE
    groups = year_groups(_entry(report, thing, one) for thing, one in found)
    yield page_output(
        report, TEMPLATE, page, TimeListView(LEAD, number, groups), report.kreis.place
    )


def _entry(report: Report, thing: Thing, one: Berichtigung) -> tuple[PartialDate, TimelineEntry]:
    told = f"Zuvor: {_whole(one.war)} Richtig: {_whole(one.ist)} {_whole(one.grund)}"
    link = link_to(report, thing.key)
    return one.datum, TimelineEntry(format_date(one.datum), "", told.strip(), link)


def _whole(words: str) -> str:
    """Return words as a sentence of its own."""
    return f"{words.rstrip('.')}." if words else ""
