"""/beschluesse/<beschluss>/: a decision, who took it and what it concerns."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.model.base import Key, Quelle
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.asides import LinkGroup, by_kind, keys_of
from fokusbericht.pages.frame.links import neighbours
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.frame.texts import prose_view
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import url_of
from fokusbericht.views import Fact, ProseView, RecommendationRow
from fokusbericht.words.names import ERGEBNISSE
from fokusbericht.words.progress import rows_of
from fokusbericht.words.votes import vote_text

TEMPLATE = "planung/beschluss.html"


@dataclass(frozen=True, slots=True)
class BeschlussView:
    """A decision of a political body."""

    lead: str
    facts: tuple[Fact, ...]
    aside: tuple[LinkGroup, ...]
    body: ProseView
    rows: tuple[RecommendationRow, ...]
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan all decisions."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    ordered = sorted(report.beschluesse.values(), key=lambda one: (one.datum.latest(), one.key))
    keys = tuple(beschluss.key for beschluss in ordered)
    for beschluss in ordered:
        yield Batch(beschluss.key.name, partial(_plan_beschluss, report, beschluss, keys))


def _plan_beschluss(
    report: Report, beschluss: Beschluss, keys: tuple[Key, ...]
) -> Iterator[Output]:
    before, after = neighbours(report, keys, beschluss.key)
    page = thing_page(
        report,
        beschluss,
        parents=[("Beschlüsse", "/beschluesse/")],
        previous=before,
        following=after,
    )
    yield page_output(report, TEMPLATE, page, _view(report, beschluss), beschluss.place)


def _view(report: Report, beschluss: Beschluss) -> BeschlussView:
    concerned = [one for one in report.empfehlungen.values() if _concerns(beschluss, one)]
    rows = {one.key for one in concerned}
    others = (key for key in keys_of(beschluss.betrifft) if key not in rows)
    return BeschlussView(
        lead=beschluss.kurz,
        facts=tuple(_facts(report, beschluss)),
        aside=by_kind(report, others),
        body=prose_view(report, beschluss.body),
        rows=rows_of(report, concerned),
        sources=beschluss.quellen,
    )


def _concerns(beschluss: Beschluss, empfehlung: Handlungsempfehlung) -> bool:
    """Say whether a decision concerns a recommendation, whichever of the two says so."""
    steps = [step.beschluss.key for step in empfehlung.verlauf if step.beschluss]
    return beschluss.key in steps or empfehlung.key in keys_of(beschluss.betrifft)


def _facts(report: Report, beschluss: Beschluss) -> Iterator[Fact]:
    body = beschluss.gremium.key
    yield Fact("Gremium", report.titles[body], url_of(report, body))
    yield Fact("Datum", format_date(beschluss.datum))
    yield Fact("Ergebnis", ERGEBNISSE[beschluss.ergebnis])
    yield Fact("Abstimmung", vote_text(beschluss.abstimmung) or "nicht bekannt")
    yield Fact("Vorlage", beschluss.vorlage or "Nummer nicht bekannt", beschluss.vorlage_url)
    if beschluss.url:
        yield Fact("Niederschrift", "im Kreistagsinformationssystem", beschluss.url)
