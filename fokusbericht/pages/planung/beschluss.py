"""/beschluesse/<beschluss>/: a decision, who took it and what it concerns."""

from collections.abc import Iterator
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.model.base import Key
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import neighbours
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.planung.matter import TEMPLATE, matter_view
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import url_of
from fokusbericht.views import Fact
from fokusbericht.words.names import ERGEBNISSE
from fokusbericht.words.votes import vote_text


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
        styles=("empfehlung.css",),
    )
    view = matter_view(report, beschluss, _overline(report, beschluss), _facts(report, beschluss))
    yield page_output(report, TEMPLATE, page, view, beschluss.place)


def _overline(report: Report, beschluss: Beschluss) -> str:
    return f"Beschluss · {report.titles[beschluss.gremium.key]}"


def _facts(report: Report, beschluss: Beschluss) -> Iterator[Fact]:
    body = beschluss.gremium.key
    yield Fact("Gremium", report.titles[body], url_of(report, body))
    yield Fact("Datum", format_date(beschluss.datum))
    yield Fact("Ergebnis", ERGEBNISSE[beschluss.ergebnis])
    yield Fact("Abstimmung", vote_text(beschluss.abstimmung) or "nicht bekannt")
    yield Fact("Vorlage", beschluss.vorlage or "Nummer nicht bekannt", beschluss.vorlage_url)
    yield Fact("Zuständig", beschluss.zustaendig or "nicht bekannt")
    if beschluss.url:
        yield Fact("Niederschrift", "im Kreistagsinformationssystem", beschluss.url)
