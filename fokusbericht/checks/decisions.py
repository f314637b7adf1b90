"""A step that names a decision tells of the same day, the same body and the same outcome."""

from collections.abc import Iterator

from fokusbericht.checks.votes import fits
from fokusbericht.checks.wording import written
from fokusbericht.model.base import PartialDate
from fokusbericht.model.lives import Schritt, Verlaufsschritt
from fokusbericht.model.planning import Beschluss, Gremienart
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "beschluss"
BODIES = {Schritt.KREISTAG: Gremienart.KREISTAG, Schritt.AUSSCHUSS: Gremienart.AUSSCHUSS}


def check(report: Report) -> Iterator[Problem]:
    """Yield steps that contradict the decision they name, and changes before they were decided."""
    for vorgang in report.vorgaenge():
        for step in vorgang.verlauf:
            beschluss = report.beschluesse.get(step.beschluss.key.name) if step.beschluss else None
            if beschluss and step.schritt in BODIES:
                yield from _check_step(report, step, beschluss)
    for feld in report.handlungsfelder.values():
        for event in feld.verlauf:
            beschluss = (
                report.beschluesse.get(event.beschluss.key.name) if event.beschluss else None
            )
            if beschluss and event.datum.year > 1 and _is_before(event.datum, beschluss.datum):
                told = _both("Dieser Schritt ist vom", event.datum, beschluss)
                yield Problem(event.place, f"{told} Bitte eines von beiden berichtigen.", ID)


def _check_step(report: Report, step: Verlaufsschritt, beschluss: Beschluss) -> Iterator[Problem]:
    found = [*_contradictions(report, step, beschluss)]
    pairs = ((step.abstimmung, step.ergebnis), (beschluss.abstimmung, beschluss.ergebnis))
    is_told = any(vote and result and not fits(vote, result) for vote, result in pairs)
    if found and not is_told:
        sentence = f"{' '.join(found)} Bitte eines von beiden berichtigen."
        yield Problem(step.place, sentence, ID)


def _contradictions(report: Report, step: Verlaufsschritt, beschluss: Beschluss) -> Iterator[str]:
    """Yield what a step and its decision tell differently, one sentence each."""
    name = beschluss.key.name
    if _is_known(step.datum, beschluss) and not _may_be_same(step.datum, beschluss.datum):
        yield _both("Dieser Schritt ist vom", step.datum, beschluss)
    if step.ergebnis and step.ergebnis is not beschluss.ergebnis:
        yield (
            f"Hier heißt das Ergebnis „{step.ergebnis.value}“, im Beschluss „{name}“ "
            f"„{beschluss.ergebnis.value}“."
        )
    gremium = report.gremien.get(beschluss.gremium.key.name)
    if step.gremium and step.gremium.key != beschluss.gremium.key:
        yield (
            f"Hier steht das Gremium „{step.gremium.key.name}“, im Beschluss „{name}“ "
            f"„{beschluss.gremium.key.name}“."
        )
    elif gremium and gremium.art is not BODIES[step.schritt]:
        yield (
            f"Der Schritt heißt „{step.schritt.value}“, den Beschluss „{name}“ fasste aber "
            f"„{gremium.titel}“."
        )
    if step.abstimmung and beschluss.abstimmung and step.abstimmung != beschluss.abstimmung:
        yield f"Die Stimmen sind andere als im Beschluss „{name}“."
    if step.vorlage and beschluss.vorlage and step.vorlage != beschluss.vorlage:
        yield (
            f"Hier steht die Vorlage „{step.vorlage}“, im Beschluss „{name}“ „{beschluss.vorlage}“."
        )


def _is_known(datum: PartialDate, beschluss: Beschluss) -> bool:
    return datum.year > 1 and beschluss.datum.year > 1


def _is_before(one: PartialDate, two: PartialDate) -> bool:
    return one.latest() < two.earliest()


def _may_be_same(one: PartialDate, two: PartialDate) -> bool:
    return one.earliest() <= two.latest() and two.earliest() <= one.latest()


def _both(begin: str, datum: PartialDate, beschluss: Beschluss) -> str:
    return (
        f"{begin} {written(datum)}, der Beschluss „{beschluss.key.name}“ vom "
        f"{written(beschluss.datum)}."
    )
