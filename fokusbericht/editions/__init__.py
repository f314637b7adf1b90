"""Editions of the report as documents: made of the report as it is, or as they were frozen."""

from collections.abc import Iterator
from dataclasses import replace

from fokusbericht.editions.made import made_of
from fokusbericht.model.base import Key
from fokusbericht.model.editions import Ausgabe
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.words.editions import edition_words

__all__ = ["ausgabe_of", "editions"]


def editions(report: Report) -> Iterator[Ausgabe]:
    """Yield all editions that can be read as a short report, by year."""
    ordered = sorted(report.berichte.values(), key=lambda one: (one.jahr, one.key))
    yield from filter(None, (ausgabe_of(report, one.key) for one in ordered))


@query
def ausgabe_of(report: Report, key: Key) -> Ausgabe | None:
    """Return an edition, as it was frozen if it was; None of a report that is only listed."""
    frozen = report.eingefroren.get(key.name)
    return _told(frozen.ausgabe) if frozen else made_of(report, report.berichte[key.name])


def _told(frozen: Ausgabe) -> Ausgabe:
    """Return a frozen edition that has all words: those that came later are today's."""
    return replace(frozen, words={**edition_words(len(frozen.sentences)), **frozen.words})
