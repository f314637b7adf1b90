"""/fokusgruppen/: all groups by what they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model import Fokusgruppe, Gruppenart, Report
from fokusbericht.output import Output
from fokusbericht.pages import phrases
from fokusbericht.pages.asides import LinkGroup, filled, keys_of
from fokusbericht.pages.frame import Link, last_change, link_to, make_page, page_output
from fokusbericht.pages.names import GRUPPENARTEN_PLURAL
from fokusbericht.problems import Place

TEMPLATE = "fokusgruppen.html"
LEAD = (
    "In Fokusgruppen beraten Menschen aus der Praxis über ein Thema und schreiben Empfehlungen. "
    "Andere Gruppen ordnen sie ein und planen das Verfahren."
)


@dataclass(frozen=True, slots=True)
class FokusgruppenView:
    """All groups."""

    lead: str
    groups: tuple[LinkGroup, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of groups."""
    page = make_page(
        report,
        "/fokusgruppen/",
        "Fokusgruppen und ihre Partner",
        LEAD,
        changed=last_change(report.fokusgruppen.values()),
    )
    groups = filled(_group(report, art) for art in Gruppenart)
    yield page_output(
        report, TEMPLATE, page, FokusgruppenView(LEAD, groups), Place("content/fokusgruppen")
    )


def _group(report: Report, art: Gruppenart) -> LinkGroup:
    found = [one for one in report.fokusgruppen.values() if one.art is art]
    ordered = sorted(found, key=lambda one: (one.titel, one.key))
    return LinkGroup(GRUPPENARTEN_PLURAL[art], tuple(_link(report, one) for one in ordered))


def _link(report: Report, group: Fokusgruppe) -> Link:
    own = [one for one in report.empfehlungen.values() if group.key in keys_of(one.fokusgruppen)]
    parts = [phrases.span(group.seit, group.bis), phrases.empfehlungen(len(own)) if own else ""]
    note = " · ".join(part for part in parts if part)
    return link_to(report, group.key, f"{group.kurz} {_as_sentence(note)}".strip())


def _as_sentence(note: str) -> str:
    return f"{note[:1].upper()}{note[1:]}." if note else ""
