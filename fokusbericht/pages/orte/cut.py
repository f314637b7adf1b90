"""How the county is cut into Betrachtungsräume, and where the cut departs from the model."""

from collections.abc import Iterable
from dataclasses import dataclass

from fokusbericht.figures.areas import kommune_link
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.places import Fassung
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import GRAVITATION
from fokusbericht.views import Link

EXPLAINED_BY = Key(Kind.SEITE, "betrachtungsraeume")
MODEL_TITLE = "Wie die Räume berechnet sind"
MODEL_LEAD = (
    "Welche Kommune gehört zu welchem Zentrum? Ein einfaches Rechenmodell, das jede und jeder "
    "nachrechnen kann, und wie knapp es entscheidet."
)


@dataclass(frozen=True, slots=True)
class Override:
    """A Kommune that was put to another room than the model says."""

    kommune: Link
    reason: str


@dataclass(frozen=True, slots=True)
class CutView:
    """The cut that holds today."""

    text: str
    explanation: str
    exceptions: tuple[Override, ...]
    more: Link | None
    model: Link | None


def cut_view(report: Report, kommunen: Iterable[str]) -> CutView:
    """Return today's cut, with its exceptions among some Kommunen."""
    fassung = current(report)
    members = set(kommunen)
    exceptions = tuple(
        Override(kommune_link(report, report.geografie.kommunen[one.ags]), one.grund)
        for one in fassung.uebersteuerungen
        if one.ags in members
    )
    more = link_to(report, EXPLAINED_BY) if EXPLAINED_BY in report.titles else None
    return CutView(cut_text(fassung), fassung.erlaeuterung, exceptions, more, model_link(report))


def model_link(report: Report, note: str = "") -> Link | None:
    """Return a link to the page of the gravitation model, if today's cut is made by one."""
    return Link(MODEL_TITLE, GRAVITATION, note) if current(report).modell else None


def current(report: Report) -> Fassung:
    """Return the latest cut."""
    return max(report.geografie.fassungen, key=lambda one: one.seit)


def cut_text(fassung: Fassung) -> str:
    """Return how the cut was made, what it is called and since when it holds."""
    since = format_date(fassung.seit)
    return f"Zuordnung {fassung.verfahren}. Fassung „{fassung.titel}“ vom {since}."
