"""/anregungen/<anregung>/: a suggestion of others than the focus groups, and what became of it."""

from collections.abc import Iterator
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.model.base import Key
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.recommendations import Anregung
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import neighbours
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.planung.matter import TEMPLATE, matter_view
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Fact
from fokusbericht.words.names import STAENDE

PARENT = ("Anregungen", "/anregungen/")


def plan(report: Report) -> Iterator[Output]:
    """Plan all suggestions."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    ordered = sorted(report.anregungen.values(), key=lambda one: (one.datum.latest(), one.key))
    keys = tuple(one.key for one in ordered)
    for one in ordered:
        yield Batch(one.key.name, partial(_plan_anregung, report, one, keys))


def _plan_anregung(report: Report, one: Anregung, keys: tuple[Key, ...]) -> Iterator[Output]:
    before, after = neighbours(report, keys, one.key)
    page = thing_page(
        report,
        one,
        parents=[PARENT],
        previous=before,
        following=after,
        styles=("empfehlung.css",),
    )
    yield page_output(
        report, TEMPLATE, page, matter_view(report, one, "Anregung", _facts(one)), one.place
    )


def _facts(one: Anregung) -> Iterator[Fact]:
    yield Fact("Von", one.von)
    yield Fact("Datum", format_date(one.datum))
    yield Fact("Stand", STAENDE[one.stand()])
    yield Fact("Zuständig", one.zustaendig or "nicht bekannt")
