"""/fokusgruppen/<gruppe>/: a group, its fields, its meetings and what it recommended."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model import Fokusgruppe, Quelle, Report
from fokusbericht.output import Output
from fokusbericht.pages import phrases
from fokusbericht.pages.asides import LinkGroup, filled, keys_of, link_group
from fokusbericht.pages.frame import link_to, neighbours, page_output, thing_page
from fokusbericht.pages.names import GRUPPENARTEN, TERMINARTEN
from fokusbericht.pages.progress import rows_of
from fokusbericht.pages.texts import prose_view
from fokusbericht.pages.views import Entry, Fact, RecommendationRow
from fokusbericht.render import ProseView, datum

TEMPLATE = "fokusgruppe.html"


@dataclass(frozen=True, slots=True)
class FokusgruppeView:
    """A focus group or other working structure."""

    lead: str
    facts: tuple[Fact, ...]
    aside: tuple[LinkGroup, ...]
    body: ProseView
    found: str
    rows: tuple[RecommendationRow, ...]
    meetings: tuple[Entry, ...]
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan all groups."""
    ordered = sorted(report.fokusgruppen.values(), key=lambda one: (one.titel, one.key))
    keys = tuple(group.key for group in ordered)
    for group in ordered:
        before, after = neighbours(report, keys, group.key)
        page = thing_page(
            report,
            group,
            parents=[("Fokusgruppen", "/fokusgruppen/")],
            previous=before,
            following=after,
        )
        yield page_output(report, TEMPLATE, page, _view(report, group), group.place)


def _view(report: Report, group: Fokusgruppe) -> FokusgruppeView:
    own = [one for one in report.empfehlungen.values() if group.key in keys_of(one.fokusgruppen)]
    fields = link_group(report, "Handlungsfelder", keys_of(group.handlungsfelder))
    return FokusgruppeView(
        lead=group.kurz,
        facts=tuple(_facts(group)),
        aside=filled([fields]),
        body=prose_view(report, group.body),
        found=phrases.empfehlungen(len(own)),
        rows=rows_of(report, own),
        meetings=tuple(_meetings(report, group)),
        sources=group.quellen,
    )


def _facts(group: Fokusgruppe) -> Iterator[Fact]:
    yield Fact("Art", GRUPPENARTEN[group.art])
    time = phrases.span(group.seit, group.bis)
    if time:
        yield Fact("Arbeitet" if group.bis is None else "Arbeitete", time)


def _meetings(report: Report, group: Fokusgruppe) -> Iterator[Entry]:
    found = [
        one
        for one in report.termine.values()
        if one.fokusgruppe and one.fokusgruppe.key == group.key
    ]
    for termin in sorted(found, key=lambda one: (one.datum.latest(), one.key), reverse=True):
        date = f"{datum(termin.datum)} · {TERMINARTEN[termin.art]}"
        badge = "Beispiel" if termin.beispiel else ""
        yield Entry(date, "", termin.kurz, link_to(report, termin.key), badge)
