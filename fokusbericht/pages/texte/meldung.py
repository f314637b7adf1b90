"""/aktuelles/<meldung>/: a piece of news."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.model.base import Key, Quelle
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Aktuelles
from fokusbericht.pages.frame.asides import LinkGroup, filled, keys_of, link_group
from fokusbericht.pages.frame.links import neighbours
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.frame.texts import body_view
from fokusbericht.text.formatting import format_date
from fokusbericht.views import ProseView

TEMPLATE = "texte/meldung.html"


@dataclass(frozen=True, slots=True)
class MeldungView:
    """A piece of news."""

    lead: str
    date: str
    iso_date: str
    aside: tuple[LinkGroup, ...]
    body: ProseView
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan all news."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    ordered = sorted(report.aktuelles.values(), key=lambda one: (one.datum.latest(), one.key))
    keys = tuple(meldung.key for meldung in ordered)
    for meldung in ordered:
        yield Batch(meldung.key.name, partial(_plan_meldung, report, meldung, keys))


def _plan_meldung(report: Report, meldung: Aktuelles, keys: tuple[Key, ...]) -> Iterator[Output]:
    before, after = neighbours(report, keys, meldung.key)
    parents = [("Aktuelles", "/aktuelles/")]
    page = thing_page(report, meldung, parents=parents, previous=before, following=after)
    yield page_output(report, TEMPLATE, page, _view(report, meldung), meldung.place)


def _view(report: Report, meldung: Aktuelles) -> MeldungView:
    day = meldung.datum
    fields = link_group(report, "Handlungsfelder", keys_of(meldung.handlungsfelder))
    return MeldungView(
        lead=meldung.kurz,
        date=format_date(day),
        iso_date=str(day.year) if day.season else day.isoformat(),
        aside=filled([fields]),
        body=body_view(report, meldung),
        sources=meldung.quellen,
    )
