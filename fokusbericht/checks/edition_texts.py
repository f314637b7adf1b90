"""Hints at texts of a short report that will not fit, or will not be true in ten years."""

import re
from collections.abc import Iterator
from functools import partial

from fokusbericht.model.planning import Auswahl, Bericht, Teilwahl
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem, Severity
from fokusbericht.text.language import words
from fokusbericht.text.prose import place_at, sections

ID = "kurzbericht"
MOST_WORDS = 110  # of a Handlungsfeld, which has a third of a page
TODAY = re.compile(r"\bheut(?:e|ig\w*)\b", re.IGNORECASE)


def check(report: Report) -> Iterator[Problem]:
    """Yield hints at the texts of short reports."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Problem]]:
    """Yield the check of each short report."""
    for name, bericht in report.berichte.items():
        if bericht.ausgabe and name not in report.eingefroren:
            yield Batch(name, partial(_check, report, bericht, bericht.ausgabe))


def _check(report: Report, bericht: Bericht, auswahl: Auswahl) -> Iterator[Problem]:
    if not any(one.title for one in sections(bericht.body.source)):
        sentence = (
            "Dem Kurzbericht fehlen die Leitthemen: Jede Überschrift (##) im Text wird eines."
        )
        yield _hint(bericht.body.place, sentence)
    for teil in auswahl.felder:
        yield from _check_length(report, teil)
    if found := TODAY.search(bericht.body.source):
        yield _hint(place_at(bericht.body, found.start()), _passing(found[0]))
    for place, text in _texts(auswahl):
        if found := TODAY.search(text):
            yield _hint(place, _passing(found[0]))


def _check_length(report: Report, teil: Teilwahl) -> Iterator[Problem]:
    number = len(words(teil.text))
    if teil.feld and number > MOST_WORDS:
        sentence = (
            f"Der Text zu „{report.titles[teil.feld.key]}“ hat {number} Wörter; "
            f"mehr als {MOST_WORDS} passen nicht in seine Drittelseite."
        )
        yield _hint(teil.place, sentence)


def _texts(auswahl: Auswahl) -> Iterator[tuple[Place, str]]:
    if auswahl.vorwort:
        yield auswahl.vorwort.place, auswahl.vorwort.text
    for teil in (*auswahl.felder, auswahl.finanzen, auswahl.netzwerk, auswahl.methode):
        yield teil.place, teil.text


def _passing(word: str) -> str:
    return f"„{word}“ stimmt in einem Kurzbericht nicht lange. Bitte das Jahr nennen."


def _hint(place: Place, sentence: str) -> Problem:
    return Problem(place, sentence, ID, Severity.WARNING)
