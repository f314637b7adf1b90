"""The history of a Handlungsfeld: names that are taken up were borne, and only a vote is a vote."""

from collections.abc import Iterator

from fokusbericht.model.planning import Feldschritt, Handlungsfeld, Wandel
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem, did_you_mean

ID = "feldname"


def check(report: Report) -> Iterator[Problem]:
    """Yield names that no field bore, and „vorrang“ where nobody spoke about it."""
    borne = {name for feld in report.handlungsfelder.values() for name in _names(feld)}
    for feld in report.handlungsfelder.values():
        own = _names(feld)
        for step in feld.verlauf:
            if step.vorher and step.vorher not in own:
                yield _unknown(step, "vorher", step.vorher, own)
            if step.von and step.von not in borne:
                yield _unknown(step, "von", step.von, borne)
            if step.vorrang is not None and step.was is not Wandel.PRIORITAET:
                sentence = "„vorrang“ steht nur bei Schritten mit „was: prioritaet“."
                yield Problem(step.place, sentence, ID)


def _names(feld: Handlungsfeld) -> set[str]:
    return {feld.titel, *(step.name for step in feld.verlauf if step.name)}


def _unknown(step: Feldschritt, key: str, name: str, known: set[str]) -> Problem:
    hint = did_you_mean(name, sorted(known))
    return Problem(step.place, f"„{key}: {name}“: So hieß in „verlauf“ kein Feld.{hint}", ID)
