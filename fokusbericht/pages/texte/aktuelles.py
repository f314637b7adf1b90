"""/aktuelles/: all news, newest first."""

from collections.abc import Iterator

from fokusbericht.building.output import Output
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.frame.timelists import TEMPLATE, TimeListView, dated_entry, year_groups
from fokusbericht.problems import Place
from fokusbericht.views import Link
from fokusbericht.words import phrases

LEAD = "Nachrichten aus der Sozialplanung, mit Datum und Quelle."
FEED = "/aktuelles/feed.xml"


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of news."""
    things = tuple(report.aktuelles.values())
    page = make_page(report, "/aktuelles/", "Aktuelles", LEAD, changed=last_change(things))
    entries = ((one.datum, dated_entry(report, one, one.datum)) for one in things)
    number = phrases.count(len(things), "Meldung", "Meldungen")
    feed = Link("Meldungen abonnieren (Feed)", FEED)
    view = TimeListView(LEAD, number, year_groups(entries), feed)
    yield page_output(report, TEMPLATE, page, view, Place("content/aktuelles"))
