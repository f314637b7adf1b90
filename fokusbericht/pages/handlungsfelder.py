"""/handlungsfelder/: all fields, each with one figure, and how the set has changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model import Report
from fokusbericht.output import Output
from fokusbericht.pages.field_history import set_history
from fokusbericht.pages.frame import last_change, make_page, page_output
from fokusbericht.pages.key_figures import field_figures
from fokusbericht.pages.views import Cell, KeyFigure
from fokusbericht.problems import Place

TEMPLATE = "handlungsfelder.html"
LEAD = "Worum sich Sozialplanung kümmert, jedes Feld mit einer Zahl, die man kennen sollte."


@dataclass(frozen=True, slots=True)
class HandlungsfelderView:
    """All fields."""

    lead: str
    fields: tuple[KeyFigure, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the overview."""
    page = make_page(
        report,
        "/handlungsfelder/",
        "Handlungsfelder",
        LEAD,
        changed=last_change(report.handlungsfelder.values()),
    )
    head, rows = set_history(report)
    view = HandlungsfelderView(LEAD, field_figures(report), head, rows)
    yield page_output(report, TEMPLATE, page, view, Place("content/handlungsfelder"))
