"""/beschluesse/: all decisions, newest first."""

from collections.abc import Iterator

from fokusbericht.building.output import Output
from fokusbericht.model.base import PartialDate
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.report import Report
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
from fokusbericht.views import TimelineEntry
from fokusbericht.words import phrases
from fokusbericht.words.names import ERGEBNISSE, name_of_body

LEAD = "Was Kreistag und Ausschüsse zur Sozialplanung entschieden haben."


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of decisions."""
    things = tuple(report.beschluesse.values())
    page = make_page(report, "/beschluesse/", "Beschlüsse", LEAD, changed=last_change(things))
    real, examples = parted(things)
    view = TimeListView(
        LEAD,
        phrases.count(len(real), "Beschluss", "Beschlüsse", "Ein"),
        year_groups(_entry(report, one) for one in real),
        examples=undivided(_entry(report, one) for one in examples),
    )
    yield page_output(report, TEMPLATE, page, view, Place("content/beschluesse"))


def _entry(report: Report, beschluss: Beschluss) -> tuple[PartialDate, TimelineEntry]:
    result = f"{name_of_body(report, beschluss)}, {ERGEBNISSE[beschluss.ergebnis]}"
    return beschluss.datum, dated_entry(report, beschluss, beschluss.datum, result)
