"""/grundlagen/: all background pages in their order."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Bereich
from fokusbericht.pages.frame.links import last_change, link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.orte.cut import MODEL_LEAD, model_link
from fokusbericht.problems import Place
from fokusbericht.views import Link

TEMPLATE = "texte/grundlagen.html"
LEAD = "Wie Sozialplanung im Kreis arbeitet, wer mitredet und wie alles anfing."


@dataclass(frozen=True, slots=True)
class GrundlagenView:
    """The background pages."""

    lead: str
    pages: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the overview."""
    found = [one for one in report.seiten.values() if one.bereich is Bereich.GRUNDLAGEN]
    ordered = sorted(found, key=lambda one: (one.reihenfolge, one.key))
    page = make_page(report, "/grundlagen/", "Grundlagen", LEAD, changed=last_change(ordered))
    links = [link_to(report, seite.key, seite.kurz) for seite in ordered]
    if model := model_link(report, MODEL_LEAD):
        links.append(model)
    view = GrundlagenView(LEAD, tuple(links))
    yield page_output(report, TEMPLATE, page, view, Place("content/seiten"))
