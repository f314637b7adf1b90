"""Hints at figures in texts that the indicator they link to does not know.

They are compared with what is published alone: of a hidden value nothing is told, not even that a
text has it right.
"""

import re
from collections.abc import Iterator
from itertools import chain

from fokusbericht.checks.each import Looks, each_text
from fokusbericht.checks.quantities import Quantity, find_quantities
from fokusbericht.model.base import Key, Kind, Text
from fokusbericht.model.figures import Wert
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem, Severity
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.statistics.rounding import shown
from fokusbericht.text.formatting import format_quantity
from fokusbericht.text.prose import LINK, place_at, without_code

ID = "zahl-im-text"
AROUND = 24  # characters beside a label that may belong to its figure: „rund“, „Millionen“
DIGIT = re.compile(r"\d")


def check(report: Report) -> Iterator[Problem]:
    """Yield hints at linked figures that are none of their indicator."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each text."""
    return each_text(report, _check)


def _check(report: Report, text: Text) -> Iterator[Problem]:
    if "indikator:" not in text.source:
        return
    for link in LINK.finditer(without_code(text.source)):
        key = report.find(link[1].strip()) if link[2] and DIGIT.search(link[2]) else None
        if key and key.kind is Kind.INDIKATOR:
            yield from _check_link(report, text, link, key)


def _check_link(report: Report, text: Text, link: re.Match[str], key: Key) -> Iterator[Problem]:
    messung = messungen(report)[key.name]
    for quantity in _labelled(link, messung):
        if not is_known(messung, quantity):
            place = place_at(text, quantity.start)
            yield Problem(place, _told(report, messung, quantity), ID, Severity.WARNING)


def _labelled(link: re.Match[str], messung: Messung) -> Iterator[Quantity]:
    """Yield the figures in the label of a link, but for those of the indicator's own name."""
    before = max(0, link.start() - AROUND)
    label = link.string[link.start(2) : link.end(2)]
    # All that is no word of the sentence is taken out, so that „rund“ stands right before it.
    lead = re.split(r"[\n\]|]", link.string[before : link.start()])[-1]
    tail = re.split(r"[\n\[]", link.string[link.end() : link.end() + AROUND])[0]
    shift = link.start(2) - len(lead)
    titel, unit = messung.indikator.titel, messung.indikator.einheit
    for one in find_quantities(f"{lead}{label}{tail}", with_ages="Jahr" in unit):
        if 0 <= one.start - len(lead) < len(label) and one.words not in titel:
            yield Quantity(
                one.words, one.start + shift, one.number, one.step, one.sign, one.is_about
            )


def is_known(messung: Messung, quantity: Quantity) -> bool:
    """Say whether a figure is published of any area in any year; rooms are reckoned last."""
    cells = messung.indikator.werte.values()
    if any(quantity.fits(value) for cell in cells for value in _values(messung, cell)):
        return True
    areas = (messung.known(area).values() for area in messung.levels)
    return any(map(quantity.fits, chain(*areas, _cases(messung))))


def _values(messung: Messung, cell: Wert) -> Iterator[float]:
    if cell.zahl is not None:
        yield cell.zahl
        yield shown(cell.zahl, messung.indikator.dezimalstellen)
    if cell.zaehler is not None:
        yield cell.zaehler
    if cell.nenner is not None:
        yield cell.nenner


def _cases(messung: Messung) -> Iterator[float]:
    """Yield what the county counts in a year, of a share whose cases are told."""
    cells = messung.indikator.werte
    for year in messung.indikator.years():
        known = (cells.get((area, year)) for area in messung.lowest)
        counts = [cell.zaehler for cell in known if cell and cell.zaehler is not None]
        if counts:
            yield sum(counts)


def _told(report: Report, messung: Messung, quantity: Quantity) -> str:
    indikator = messung.indikator
    year, figure = messung.latest(messung.own)
    sentence = f"„{quantity.words}“ steht nirgends bei „{indikator.titel}“, wohin der Link führt."
    if figure.value is None:
        return f"{sentence} Bitte vergleichen."
    value = format_quantity(figure.value, indikator.einheit, indikator.dezimalstellen)
    return f"{sentence} Dort steht zuletzt: {report.kreis.name} {value} ({year})."
