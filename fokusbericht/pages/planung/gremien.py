"""/gremien/: who consults and decides, and how much lies before each body."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.model.planning import Gremium
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.planung.consultation import ordered_bodies, pending_at, sessions
from fokusbericht.problems import Place
from fokusbericht.urls import url_of
from fokusbericht.views import Cell

TEMPLATE = "planung/gremien.html"
LEAD = "Wer über Empfehlungen berät und entscheidet, was dort liegt und was dort schon war."
HEAD = ("Gremium", "Liegt dort", "davon vertagt", "Beraten oder entschieden")


@dataclass(frozen=True, slots=True)
class GremienView:
    """All political bodies, with the amount of their business."""

    lead: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of political bodies, if there are any."""
    bodies = ordered_bodies(report)
    if not bodies:
        return
    page = make_page(report, "/gremien/", "Gremien", LEAD, changed=last_change(bodies))
    view = GremienView(LEAD, HEAD, tuple(business_row(report, one) for one in bodies))
    yield page_output(report, TEMPLATE, page, view, Place("content/gremien"))


def business_row(report: Report, gremium: Gremium) -> tuple[Cell, ...]:
    """Return a body with the numbers of what lies there, was adjourned, and was dealt with."""
    found = pending_at(report, gremium.key)
    numbers = (
        len(found),
        sum(one.is_adjourned() for one in found),
        len(sessions(report)[gremium.key]),
    )
    name = Cell(gremium.titel, url_of(report, gremium.key))
    return (name, *(Cell(str(number), number=True) for number in numbers))
