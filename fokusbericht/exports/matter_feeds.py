"""A feed for each recommendation, decision and suggestion: its steps, and what was corrected.

What is real only; what carries the matter on later is told here, too, so that nobody who follows
the first has to know of it.
"""

from collections.abc import Iterator
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.exports.atom import NAME, FeedEntry, feed_output, feed_view
from fokusbericht.exports.feed import corrections_at
from fokusbericht.exports.feeds import step_entries
from fokusbericht.model.lives import Vorgang
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.text.references import later_decisions, successors
from fokusbericht.urls import url_of


def plan(report: Report) -> Iterator[Output]:
    """Plan all these feeds."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for one in report.vorgaenge():
        if not one.beispiel:
            yield Batch(str(one.key), partial(_plan_matter, report, one))


def _plan_matter(report: Report, vorgang: Vorgang) -> Iterator[Output]:
    page = url_of(report, vorgang.key)
    entries = [*_entries(report, vorgang)][::-1]
    view = feed_view(report, page, vorgang.titel, entries)
    yield feed_output(report, page + NAME, view, vorgang.place)


def _entries(report: Report, vorgang: Vorgang) -> Iterator[FeedEntry]:
    yield from step_entries(report, vorgang)
    later = {
        *successors(report).get(vorgang.key, ()),
        *later_decisions(report).get(vorgang.key, ()),
    }
    for one in report.vorgaenge() if later else ():
        if one.key in later and not one.beispiel:
            yield from step_entries(report, one)
    yield from corrections_at(report, vorgang)
