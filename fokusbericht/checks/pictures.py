"""Each picture of the page on demography has what its kind needs, all in one unit."""

from collections.abc import Iterator

from fokusbericht.model.kreis import Bild, Bildart
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "diagramm"


def check(report: Report) -> Iterator[Problem]:
    """Yield pictures that could not be drawn, or would mislead."""
    for part in report.kreis.demographie:
        for bild in part.bilder:
            yield from (Problem(bild.place, sentence, ID) for sentence in _lacks(bild))
            yield from _units(report, bild)


def _lacks(bild: Bild) -> Iterator[str]:
    number = len(bild.indikatoren)
    if not number:
        yield "Ein Diagramm braucht mindestens einen Indikator."
    if number > 1 and not bild.titel:
        yield "Ein Diagramm mit mehreren Indikatoren braucht einen „titel“."
    if bild.art is Bildart.BILANZ and number != 2:
        yield "Eine Bilanz braucht zwei Indikatoren: den Bestand und was zu ihm hinzukommt."
    if bild.art is Bildart.ANTEILE and number == 1:
        yield "Anteile brauchen mindestens zwei Indikatoren."


def _units(report: Report, bild: Bild) -> Iterator[Problem]:
    """Yield the indicators that do not fit the unit of the first, or are no percentages."""
    known = [ref for ref in bild.indikatoren if ref.key.name in report.indikatoren]
    units = [report.indikatoren[ref.key.name].einheit for ref in known]
    wanted = "%" if bild.art is Bildart.ANTEILE else units[0] if units else ""
    for ref, unit in zip(known, units, strict=True):
        if unit != wanted:
            sentence = f"„{ref.key.name}“ hat die Einheit „{unit}“, das Diagramm „{wanted}“."
            yield Problem(ref.place, sentence, ID)
