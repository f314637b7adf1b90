"""/termine/<termin>/: a meeting and its results."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.model.base import Key, Quelle
from fokusbericht.model.planning import Termin
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.asides import LinkGroup, filled, keys_of, link_group
from fokusbericht.pages.frame.links import link_to, neighbours
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.frame.texts import body_view
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Fact, ProseView
from fokusbericht.words.names import TERMINARTEN

TEMPLATE = "planung/termin.html"


@dataclass(frozen=True, slots=True)
class TerminView:
    """A session, workshop or conference."""

    lead: str
    facts: tuple[Fact, ...]
    aside: tuple[LinkGroup, ...]
    results: tuple[str, ...]
    body: ProseView
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan all meetings."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    ordered = sorted(report.termine.values(), key=lambda one: (one.datum.latest(), one.key))
    keys = tuple(termin.key for termin in ordered)
    for termin in ordered:
        yield Batch(termin.key.name, partial(_plan_termin, report, termin, keys))


def _plan_termin(report: Report, termin: Termin, keys: tuple[Key, ...]) -> Iterator[Output]:
    before, after = neighbours(report, keys, termin.key)
    page = thing_page(
        report, termin, parents=[("Termine", "/termine/")], previous=before, following=after
    )
    yield page_output(report, TEMPLATE, page, _view(report, termin), termin.place)


def _view(report: Report, termin: Termin) -> TerminView:
    fields = link_group(report, "Handlungsfelder", keys_of(termin.handlungsfelder))
    return TerminView(
        lead=termin.kurz,
        facts=tuple(_facts(report, termin)),
        aside=filled([fields]),
        results=termin.ergebnisse,
        body=body_view(report, termin),
        sources=termin.quellen,
    )


def _facts(report: Report, termin: Termin) -> Iterator[Fact]:
    yield Fact("Art", TERMINARTEN[termin.art])
    yield Fact("Datum", format_date(termin.datum))
    if termin.ort:
        yield Fact("Ort", termin.ort)
    if termin.fokusgruppe:
        link = link_to(report, termin.fokusgruppe.key)
        yield Fact("Gruppe", link.title, link.href)
