"""Votes: only where a body votes, and such as give the result that is told."""

from collections.abc import Iterator

from fokusbericht.model.lives import Abstimmung, Einmut, Ergebnis
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem

ID = "abstimmung"
CARRIED = (Ergebnis.BESCHLOSSEN, Ergebnis.EMPFOHLEN)


def check(report: Report) -> Iterator[Problem]:
    """Yield votes that contradict the result beside them."""
    for vorgang in report.vorgaenge():
        for step in vorgang.steps():
            if step.abstimmung and step.ergebnis is None:
                sentence = "Eine „abstimmung“ steht nur bei einem Schritt mit „ergebnis“."
                yield Problem(step.place, sentence, ID)
            elif step.ergebnis:
                yield from _check_vote(step.abstimmung, step.ergebnis, step.place)


def _check_vote(vote: Abstimmung | None, ergebnis: Ergebnis, place: Place) -> Iterator[Problem]:
    if vote is None:
        return
    if vote.einmut is Einmut.EINSTIMMIG and (against := _against(vote)):
        yield Problem(place, f"„einstimmig“ passt nicht zu {against}. Bitte prüfen.", ID)
    if fits(vote, ergebnis):
        return
    votes = f"{vote.ja} Ja und {vote.nein} Nein"
    yield Problem(place, f"Mit {votes} ist nichts {ergebnis.value}. Bitte prüfen.", ID)


def _against(vote: Abstimmung) -> str:
    """Return who was of another mind than the others; nothing if nobody was."""
    if vote.ja and vote.nein:
        return f"{vote.ja} Ja und {vote.nein} Nein"
    return "„dafuer“ und „dagegen“ zugleich" if vote.dafuer and vote.dagegen else ""


def fits(vote: Abstimmung, ergebnis: Ergebnis) -> bool:
    """Say whether votes may have given a result."""
    if not vote.is_counted():
        return True
    if ergebnis is Ergebnis.ABGELEHNT:
        return vote.ja <= vote.nein
    return ergebnis not in CARRIED or vote.ja > vote.nein
