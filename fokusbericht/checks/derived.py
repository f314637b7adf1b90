"""Derived figures follow from figures that have a table of their own, and have none themselves."""

from collections.abc import Iterator

from fokusbericht.model.figures import Ableitung, Ableitungsart, Indikator, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "ableitung"


def check(report: Report) -> Iterator[Problem]:
    """Yield derivations that lead nowhere."""
    for indikator in report.indikatoren.values():
        if indikator.ableitung:
            yield from _check(report, indikator, indikator.ableitung)


def _check(report: Report, indikator: Indikator, ableitung: Ableitung) -> Iterator[Problem]:
    for ref in (ableitung.von, ableitung.durch):
        source = report.indikatoren.get(ref.key.name) if ref else None
        if ref and source and source.ableitung:
            sentence = f"„{ref.key.name}“ ist selbst abgeleitet. Bitte die Ausgangszahl nennen."
            yield Problem(ref.place, sentence, ID)
        elif ref and source and _adds_up(ableitung) and source.art is not Zahlart.ANZAHL:
            sentence = f"„{ref.key.name}“ ist keine Anzahl; Index und Veränderung brauchen eine."
            yield Problem(ref.place, sentence, ID)
    known = all(
        ref is None or ref.key.name in report.indikatoren
        for ref in (ableitung.von, ableitung.durch)
    )
    if known and not indikator.werte:
        sentence = "Aus dieser Ableitung ergibt sich kein Wert: Jahre und Räume passen nicht."
        yield Problem(ableitung.von.place, sentence, ID)


def _adds_up(ableitung: Ableitung) -> bool:
    return ableitung.art is not Ableitungsart.VERHAELTNIS
