"""/fokusgruppen/: all groups by what they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.model.base import Kind, PartialDate
from fokusbericht.model.planning import Fokusgruppe, Gruppenart, Termin
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.asides import LinkGroup, filled, keys_of
from fokusbericht.pages.frame.links import last_change, link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.frame.timelists import (
    YearGroup,
    dated_entry,
    parted,
    undivided,
    year_groups,
)
from fokusbericht.pages.planung.group_pictures import Times, Work, times, work
from fokusbericht.problems import Place
from fokusbericht.views import Link, TimelineEntry
from fokusbericht.words import phrases
from fokusbericht.words.german import begun
from fokusbericht.words.names import GRUPPENARTEN_PLURAL, TERMINARTEN

TEMPLATE = "planung/fokusgruppen.html"
LEAD = (
    "In Fokusgruppen beraten Menschen aus der Praxis über ein Thema und schreiben Empfehlungen. "
    "Andere Gruppen ordnen sie ein und planen das Verfahren."
)


@dataclass(frozen=True, slots=True)
class FokusgruppenView:
    """All groups."""

    lead: str
    groups: tuple[LinkGroup, ...]
    times: Times | None
    work: Work | None
    years: tuple[YearGroup, ...]
    examples: tuple[TimelineEntry, ...]  # meetings that are made up
    more: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of groups."""
    page = make_page(
        report,
        "/fokusgruppen/",
        "Fokusgruppen und ihre Partner",
        LEAD,
        changed=last_change(report.fokusgruppen.values()),
        styles=("felder.css",),
    )
    real, examples = parted(_past(report))
    groups = filled(_group(report, art) for art in Gruppenart)
    view = FokusgruppenView(
        LEAD,
        groups,
        times(report) if groups else None,
        work(report),
        year_groups(_entry(report, one) for one in real),
        undivided(_entry(report, one) for one in examples),
        _more(report),
    )
    yield page_output(report, TEMPLATE, page, view, Place("content/fokusgruppen"))


def _past(report: Report) -> Iterator[Termin]:
    """Yield the meetings that already were."""
    today = report.kreis.stichtag
    yield from (one for one in report.termine.values() if one.datum.earliest() <= today)


def _entry(report: Report, one: Termin) -> tuple[PartialDate, TimelineEntry]:
    """Return a meeting as an entry; who met stands with the kind."""
    return one.datum, dated_entry(report, one, one.datum, _who_met(report, one))


def _more(report: Report) -> tuple[Link, ...]:
    """Return the pages that speak of groups."""
    found = {
        source
        for group in report.fokusgruppen.values()
        for source in report.backlinks.get(group.key, ())
        if source.kind is Kind.SEITE
    }
    return tuple(link_to(report, key) for key in sorted(found, key=lambda one: report.titles[one]))


def _who_met(report: Report, termin: Termin) -> str:
    group = report.titles[termin.fokusgruppe.key] if termin.fokusgruppe else ""
    return ", ".join(part for part in (TERMINARTEN[termin.art], group) if part)


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
    return f"{begun(note)}." if note else ""
