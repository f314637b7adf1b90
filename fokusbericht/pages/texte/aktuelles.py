"""/aktuelles/: all news, newest first."""

from collections.abc import Iterator

from fokusbericht.building.output import Output
from fokusbericht.model.base import PartialDate
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Aktuelles
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.frame.timelists import (
    TEMPLATE,
    TimeListView,
    dated_entry,
    parted,
    undivided,
    year_groups,
)
from fokusbericht.problems import Place
from fokusbericht.views import Link, TimelineEntry
from fokusbericht.words import phrases

LEAD = "Nachrichten aus der Sozialplanung, mit Datum und Quelle."
FEED = "/aktuelles/feed.xml"


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of news."""
    things = tuple(report.aktuelles.values())
    page = make_page(report, "/aktuelles/", "Aktuelles", LEAD, changed=last_change(things))
    real, examples = parted(things)
    view = TimeListView(
        LEAD,
        phrases.count(len(real), "Meldung", "Meldungen"),
        year_groups(_entry(report, one) for one in real),
        Link("Meldungen abonnieren (Feed)", FEED),
        examples=undivided(_entry(report, one) for one in examples),
    )
    yield page_output(report, TEMPLATE, page, view, Place("content/aktuelles"))


def _entry(report: Report, one: Aktuelles) -> tuple[PartialDate, TimelineEntry]:
    return one.datum, dated_entry(report, one, one.datum)
