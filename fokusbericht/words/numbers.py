"""Figures in words: numbers with their units, names and ranks of areas, sources."""

import re
from dataclasses import replace

from fokusbericht.model.base import PartialDate
from fokusbericht.model.figures import Fehlgrund, Indikator, Zahlart
from fokusbericht.model.places import Geografie
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.messung import Messung
from fokusbericht.statistics.rounding import whole
from fokusbericht.statistics.uncertainty import interval_of
from fokusbericht.text.formatting import format_date, format_number, format_quantity
from fokusbericht.urls import address_of
from fokusbericht.views import Cell
from fokusbericht.words.german import in_words
from fokusbericht.words.verwaltungen import AREAS

WORDS = {
    Fehlgrund.UNBEKANNT: "keine Angabe",
    Fehlgrund.NICHTS: "nichts vorhanden",
    Fehlgrund.GEHEIM: "geheim gehalten",
    Fehlgrund.UNSICHER: "zu unsicher",
}
INCOMPLETE = "unvollständig"
FULL_DATE = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")
DAY_OF_YEAR = re.compile(r"(\d{2})\.(\d{2})\.")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
EVERY_YEAR = "Jahr"  # a Stichtag that says no more than the year itself
FEW_RANKED = 3  # fewer places have no order worth the name
MARKS = {Fehlgrund.NICHTS: "–", Fehlgrund.GEHEIM: "•"}  # of tables, in which words are too wide


def value_text(indikator: Indikator, figure: Figure | None) -> str:
    """Return a figure with its unit, or in words why there is none: 38,8 % · geheim gehalten."""
    if figure is None or figure.value is None:
        parts = parts_text(indikator, figure)
        return f"{absence(figure)} ({parts})" if parts else absence(figure)
    return format_quantity(figure.value, indikator.einheit, indikator.dezimalstellen)


def number_cell(indikator: Indikator, figure: Figure | None) -> Cell:
    """Return a figure for a table, without its unit; who listens hears the words of a mark."""
    if figure is None:
        return Cell("", number=True)
    if figure.value is None and figure.missing in MARKS:
        return Cell(MARKS[figure.missing], number=True, spoken=absence(figure))
    if figure.value is None:
        return Cell(absence(figure), number=True, note=parts_text(indikator, figure))
    return Cell(format_number(figure.value, indikator.dezimalstellen), number=True)


def signed_difference(indikator: Indikator, value: float, base: float) -> str:
    """Return by how much one figure differs from another, as they are shown: +1,8 or −0,3."""
    digits = indikator.dezimalstellen
    apart = whole(value, digits) - whole(base, digits)
    return f"{'+' if apart > 0 else ''}{format_number(apart / 10**digits, digits)}"


def worded_cell(indikator: Indikator, figure: Figure | None) -> Cell:
    """Return a figure for a table of one column, where there is room for words."""
    cell = number_cell(indikator, figure)
    return replace(cell, text=cell.spoken, spoken="") if cell.spoken else cell


def absence(figure: Figure | None) -> str:
    """Return in words why there is no figure."""
    if figure is None:
        return WORDS[Fehlgrund.UNBEKANNT]
    return INCOMPLETE if is_incomplete(figure) else WORDS[figure.missing or Fehlgrund.UNBEKANNT]


def is_incomplete(figure: Figure) -> bool:
    """Say whether some of what a figure is put together of is there, but not all."""
    return figure.gap or _has_some(figure)


def _has_some(figure: Figure) -> bool:
    return figure.missing is Fehlgrund.UNBEKANNT and 0 < figure.parts < figure.whole


def parts_text(indikator: Indikator, figure: Figure | None) -> str:
    """Return how much of a sum is there: "47 von 49 Kommunen"; nothing if all or none is."""
    if figure is None or not _has_some(figure):
        return ""
    return f"{figure.parts} von {figure.whole} {AREAS[indikator.ebene][2]}"


def parts_words(indikator: Indikator, figure: Figure) -> str:
    """Return the same for a sentence: "zwei von drei Kommunen"."""
    if not _has_some(figure):
        return ""
    parts = in_words(figure.parts)
    return f"{parts} von {in_words(figure.whole)} {AREAS[indikator.ebene][2]}"


def area_url(geografie: Geografie, area: str) -> str:
    """Return the address of an area's profile, or nothing for areas outside the county."""
    if area == geografie.schluessel:
        return "/raeume/kreis/"
    ags = geografie.quartiere[area].kommune if area in geografie.quartiere else area
    if ags in geografie.kommunen:
        return address_of(geografie.kommunen[ags].key)
    return address_of(geografie.raeume[area].key) if area in geografie.raeume else ""


def source_line(indikator: Indikator, year: int = 0) -> str:
    """Return source and date in one line; what its name tells already is not said again."""
    name, day = indikator.quelle.name, _day(indikator, year)
    return name if YEAR.findall(name) == [day] else f"{name} · Stand: {day}"


def _day(indikator: Indikator, year: int) -> str:
    """Return the one date of the figures of a year, or of the last: as exact as it is known."""
    stand, stichtag = indikator.stand, indikator.stichtag
    year = year or max(indikator.years(), default=stand.year)
    if exact := FULL_DATE.fullmatch(stichtag):
        return date_text(stichtag) if int(exact[3]) == year else str(year)
    if yearly := DAY_OF_YEAR.fullmatch(stichtag):
        return format_date(PartialDate(year, int(yearly[2]), int(yearly[1])))
    if stichtag == EVERY_YEAR:
        return str(year)
    if YEAR.search(stichtag):
        return stichtag
    is_span = stichtag.endswith(EVERY_YEAR.lower())  # Schuljahr
    if stand.year == year and stand.month and not is_span:
        return format_date(stand)
    return f"{stichtag} {year}".strip()


def date_text(stichtag: str) -> str:
    """Return the day figures are of in words, where it is written in digits: 15. Mai 2022."""
    if exact := FULL_DATE.fullmatch(stichtag):
        return format_date(PartialDate(int(exact[3]), int(exact[2]), int(exact[1])))
    return stichtag


def interval_text(indikator: Indikator, area: str, year: int) -> str:
    """Return how sure a share of few is: "sicher zwischen 12,1 und 38,0 %", or nothing."""
    found = interval_of(indikator, area, year) if indikator.unsicherheit else None
    if found is None:
        return ""
    # In percent, whatever the unit of the share.
    percent = (end / indikator.je * 100 for end in found)
    low, high = (format_number(end, indikator.dezimalstellen) for end in percent)
    return f"{low} bis {high}\u202f%"


def sum_note(messung: Messung, year: int) -> str:
    """Return by how much the official county figure differs from our sum; nothing if it does not.

    Sums of official figures need not add up (rounding, secrecy at the source), and are not forced.
    """
    indikator = messung.indikator
    official = messung.at(messung.own, year)
    if indikator.art is not Zahlart.ANZAHL or not messung.has_map:
        return ""
    shown = [messung.value(area, year) for area in messung.lowest]
    known = [value for value in shown if value is not None]
    if official is None or not official.official or official.value is None:
        return ""
    if len(known) < len(shown):
        return ""
    ours = sum(known)
    digits = indikator.dezimalstellen
    if format_number(ours, digits) == format_number(official.value, digits):
        return ""
    return (
        f"Die Werte der {len(shown)} {AREAS[indikator.ebene][1]} ergeben zusammen "
        f"{value_text(indikator, Figure(ours))}; amtlich sind {value_text(indikator, official)}. "
        "Solche Unterschiede entstehen beim Runden und bei der Geheimhaltung an der Quelle."
    )
