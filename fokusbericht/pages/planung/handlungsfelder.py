"""/handlungsfelder/: all fields, each with a sentence, and how the set has changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.figures.key_figures import field_sentences
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.field_history import set_history
from fokusbericht.pages.frame.links import last_change, link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.planung.diagrams import RiverPicture
from fokusbericht.pages.planung.field_net import Net, whole_net
from fokusbericht.pages.planung.field_strands import ordered_fields, priorities, river_of
from fokusbericht.problems import Place
from fokusbericht.views import Cell, Link

TEMPLATE = "planung/handlungsfelder.html"
LEAD = "Worum sich Sozialplanung kümmert, jedes Feld mit einem Satz, den man kennen sollte."


@dataclass(frozen=True, slots=True)
class HandlungsfelderView:
    """All fields."""

    lead: str
    fields: tuple[Link, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    river: RiverPicture | None
    priorities: tuple[tuple[Cell, ...], ...]
    decisions: tuple[Link, ...]
    net: Net | None


def plan(report: Report) -> Iterator[Output]:
    """Plan the overview."""
    page = make_page(
        report,
        "/handlungsfelder/",
        "Handlungsfelder",
        LEAD,
        changed=last_change(report.handlungsfelder.values()),
        styles=("felder.css",),
    )
    head, rows = set_history(report)
    view = HandlungsfelderView(
        LEAD,
        field_sentences(report),
        head,
        rows,
        river_of(report),
        priorities(report),
        _decisions(report),
        whole_net(report),
    )
    yield page_output(report, TEMPLATE, page, view, Place("content/handlungsfelder"))


def _decisions(report: Report) -> tuple[Link, ...]:
    """Return the decisions that made the fields, oldest first."""
    keys = {
        step.beschluss.key
        for feld in ordered_fields(report)
        for step in feld.verlauf
        if step.beschluss
    }
    found = sorted(
        (report.beschluesse[key.name] for key in keys),
        key=lambda one: (one.datum.latest(), one.key),
    )
    return tuple(link_to(report, one.key, one.kurz) for one in found)
