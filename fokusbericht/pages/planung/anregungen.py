"""/anregungen/: what others than the focus groups suggested, newest first."""

from collections.abc import Iterator

from fokusbericht.building.output import Output
from fokusbericht.model.base import PartialDate
from fokusbericht.model.recommendations import Anregung
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
from fokusbericht.words.names import STAENDE

LEAD = (
    "Was andere vorschlagen: Ausschüsse, Bündnisse, Projekte. Fokusgruppen und Steuerungsgruppe "
    "stehen bei den Empfehlungen; hier gezählt wird nichts davon."
)


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of suggestions, if there are any."""
    things = tuple(report.anregungen.values())
    if not things:
        return
    page = make_page(report, "/anregungen/", "Anregungen", LEAD, changed=last_change(things))
    real, examples = parted(things)
    view = TimeListView(
        LEAD,
        phrases.count(len(real), "Anregung", "Anregungen"),
        year_groups(_entry(report, one) for one in real),
        examples=undivided(_entry(report, one) for one in examples),
    )
    yield page_output(report, TEMPLATE, page, view, Place("content/anregungen"))


def _entry(report: Report, one: Anregung) -> tuple[PartialDate, TimelineEntry]:
    return one.datum, dated_entry(report, one, one.datum, f"{one.von}, {STAENDE[one.stand()]}")
