"""/beschluesse/: all decisions, newest first."""

from collections.abc import Iterator

from fokusbericht.model import Report
from fokusbericht.output import Output
from fokusbericht.pages import phrases
from fokusbericht.pages.frame import last_change, make_page, page_output
from fokusbericht.pages.names import ERGEBNISSE
from fokusbericht.pages.timelists import TEMPLATE, TimeListView, dated_entry, year_groups
from fokusbericht.problems import Place

LEAD = "Was Kreistag und Ausschüsse zur Sozialplanung entschieden haben."


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of decisions."""
    things = tuple(report.beschluesse.values())
    page = make_page(report, "/beschluesse/", "Beschlüsse", LEAD, changed=last_change(things))
    entries = (
        (one.datum, dated_entry(report, one, one.datum, f"{one.gremium}, {ERGEBNISSE[one.ergebnis]}"))
        for one in things
    )
    number = phrases.count(len(things), "Beschluss", "Beschlüsse", "Ein")
    view = TimeListView(LEAD, number, year_groups(entries))
    yield page_output(report, TEMPLATE, page, view, Place("content/beschluesse"))
