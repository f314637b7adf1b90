"""Editions of the report as documents: made of the report as it is, or as they were frozen."""

from collections.abc import Iterator
from dataclasses import replace

from fokusbericht.editions.made import made_of
from fokusbericht.figures.telling_changes import press_figures
from fokusbericht.model.base import Key
from fokusbericht.model.editions import Ausgabe
from fokusbericht.model.press import PressFigures
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.words.editions import edition_words

__all__ = ["ausgabe_of", "editions", "press_of"]


def editions(report: Report) -> Iterator[Ausgabe]:
    """Yield all editions that can be read as a short report, by year."""
    ordered = sorted(report.berichte.values(), key=lambda one: (one.jahr, one.key))
    yield from filter(None, (ausgabe_of(report, one.key) for one in ordered))


@query
def ausgabe_of(report: Report, key: Key) -> Ausgabe | None:
    """Return an edition, as it was frozen if it was; None of a report that is only listed."""
    frozen = report.eingefroren.get(key.name)
    return _told(frozen.ausgabe) if frozen else made_of(report, report.berichte[key.name])


def press_of(report: Report, key: Key) -> PressFigures | None:
    """Return the press figures of an edition, as they were frozen if they were.

    Else the newest one has them that is no example: earlier ones had other figures in their time.
    """
    frozen = report.eingefroren.get(key.name)
    if frozen:
        return frozen.press
    ordered = sorted(report.berichte.values(), key=lambda one: (one.jahr, one.key))
    real = [one for one in ordered if not one.beispiel] or ordered
    return press_figures(report, real[-1].jahr) if real and real[-1].key == key else None


def _told(frozen: Ausgabe) -> Ausgabe:
    """Return a frozen edition that has all words: those that came later are today's."""
    return replace(frozen, words={**edition_words(len(frozen.sentences)), **frozen.words})
