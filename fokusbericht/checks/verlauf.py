"""A life: steps in order, results where a body decides; the right year of a recommendation."""

import re
from collections.abc import Iterator
from itertools import pairwise

from fokusbericht.checks.wording import written
from fokusbericht.model.lives import SESSIONS, Vorgang
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem
from fokusbericht.text.language import sentences

ID = "verlauf"
MOST_SENTENCES = 3


def check(report: Report) -> Iterator[Problem]:
    """Yield steps out of order and names that contradict the year."""
    for empfehlung in report.empfehlungen.values():
        yield from _check_name(empfehlung)
    for vorgang in report.vorgaenge():
        yield from _check_steps(vorgang)


def _check_name(empfehlung: Handlungsempfehlung) -> Iterator[Problem]:
    place, name = empfehlung.place, empfehlung.key.name
    if not re.fullmatch(r"\d{4}-\d{2}", name):
        sentence = "Der Dateiname beginnt mit Jahr und Nummer, zum Beispiel 2022-03-wohnraum.md."
        yield Problem(place, sentence, "dateiname")
    elif empfehlung.jahr and not name.startswith(f"{empfehlung.jahr}-"):
        sentence = f"Der Dateiname sagt {name[:4]}, der Kopf sagt „jahr: {empfehlung.jahr}“."
        yield Problem(Place(place.path), sentence, "dateiname")


def _check_steps(vorgang: Vorgang) -> Iterator[Problem]:
    for before, after in pairwise(vorgang.steps()):
        if after.datum.year > 1 and after.datum.latest() < before.datum.latest():
            sentence = (
                f"Dieser Schritt ({written(after.datum)}) liegt vor dem Schritt darüber "
                f"({written(before.datum)}). Bitte nach Datum ordnen."
            )
            yield Problem(after.place, sentence, ID)
    for step in vorgang.verlauf:
        if step.ergebnis and step.schritt not in SESSIONS:
            sentence = "Ein „ergebnis“ haben nur die Schritte „ausschuss“ und „kreistag“."
            yield Problem(step.place, sentence, ID)
        number = len(sentences(step.text))
        if number > MOST_SENTENCES:
            sentence = (
                f"Dieser Schritt hat {number} Sätze, höchstens {MOST_SENTENCES} sind vorgesehen. "
                "Ausführliches gehört in den Text darunter."
            )
            yield Problem(step.place, sentence, ID)
