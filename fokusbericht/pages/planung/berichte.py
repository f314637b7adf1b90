"""/fokus/: all editions, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.model.planning import Bericht
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change, link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.problems import Place
from fokusbericht.views import Link
from fokusbericht.words import phrases

TEMPLATE = "planung/berichte.html"
LEAD = "Alle bekannten Ausgaben des Berichts, die neueste zuerst."


@dataclass(frozen=True, slots=True)
class BerichteView:
    """All editions."""

    lead: str
    count: str
    editions: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the archive."""
    ordered = sorted(report.berichte.values(), key=lambda one: (-one.jahr, one.key))
    page = make_page(report, "/fokus/", "Fokusberichte", LEAD, changed=last_change(ordered))
    number = phrases.count(sum(not one.beispiel for one in ordered), "Ausgabe", "Ausgaben")
    view = BerichteView(LEAD, number, tuple(_link(report, one) for one in ordered))
    yield page_output(report, TEMPLATE, page, view, Place("content/berichte"))


def _link(report: Report, bericht: Bericht) -> Link:
    return link_to(report, bericht.key, f"{bericht.kurz} Form: {bericht.form}.")
