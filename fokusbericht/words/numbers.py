"""Figures in words: numbers with their units, names and ranks of areas, sources."""

from collections.abc import Iterable
from dataclasses import replace

from fokusbericht.model.figures import Ebene, Fehlgrund, Indikator, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Figure, Levels
from fokusbericht.statistics.rounding import shown
from fokusbericht.statistics.uncertainty import interval_of
from fokusbericht.text.formatting import format_date, format_number, format_quantity
from fokusbericht.urls import url_of
from fokusbericht.views import Cell

WORDS = {
    Fehlgrund.UNBEKANNT: "keine Angabe",
    Fehlgrund.NICHTS: "nichts vorhanden",
    Fehlgrund.GEHEIM: "geheim gehalten",
    Fehlgrund.UNSICHER: "zu unsicher",
}
FEW_RANKED = 3  # fewer places have no order worth the name
MARKS = {Fehlgrund.NICHTS: "–", Fehlgrund.GEHEIM: "•"}  # of tables, in which words are too wide


def value_text(indikator: Indikator, figure: Figure | None) -> str:
    """Return a figure with its unit, or in words why there is none: 38,8 % · geheim gehalten."""
    if figure is None or figure.value is None:
        parts = parts_text(figure)
        return f"{absence(figure)} ({parts})" if parts else absence(figure)
    return format_quantity(figure.value, indikator.einheit, indikator.dezimalstellen)


def number_cell(indikator: Indikator, figure: Figure | None) -> Cell:
    """Return a figure for a table, without its unit; who listens hears the words of a mark."""
    if figure is None:
        return Cell("", number=True)
    if figure.value is None and figure.missing in MARKS:
        return Cell(MARKS[figure.missing], number=True, spoken=absence(figure))
    if figure.value is None:
        return Cell(absence(figure), number=True, note=parts_text(figure))
    return Cell(format_number(figure.value, indikator.dezimalstellen), number=True)


def worded_cell(indikator: Indikator, figure: Figure | None) -> Cell:
    """Return a figure for a table of one column, where there is room for words."""
    cell = number_cell(indikator, figure)
    return replace(cell, text=cell.spoken, spoken="") if cell.spoken else cell


def absence(figure: Figure | None) -> str:
    """Return in words why there is no figure."""
    if figure is None:
        return WORDS[Fehlgrund.UNBEKANNT]
    has_gap = figure.gap or parts_text(figure)
    return "unvollständig" if has_gap else WORDS[figure.missing or Fehlgrund.UNBEKANNT]


def parts_text(figure: Figure | None) -> str:
    """Return how much of a sum is there: "47 von 49 Kommunen"; nothing if all or none is."""
    if figure is None or figure.missing is not Fehlgrund.UNBEKANNT:
        return ""
    return f"{figure.parts} von {figure.whole} Kommunen" if 0 < figure.parts < figure.whole else ""


def area_name(report: Report, area: str) -> str:
    """Return the name of an area: "Elmshorn", "Uetersen/Tornesch", "Schleswig-Holstein"."""
    geografie = report.geografie
    if area == geografie.schluessel:
        return geografie.name
    if area in geografie.kommunen:
        return geografie.kommunen[area].name
    if area in geografie.quartiere:
        quartier = geografie.quartiere[area]
        return f"{geografie.kommunen[quartier.kommune].name}: {quartier.name}"
    return geografie.raeume[area].name if area in geografie.raeume else geografie.vergleich[area]


def distinct_name(report: Report, area: str) -> str:
    """Return the name of an area where rooms and Kommunen of the same name stand side by side."""
    is_room = area in report.geografie.raeume
    return f"Raum {area_name(report, area)}" if is_room else area_name(report, area)


def area_url(report: Report, area: str) -> str:
    """Return the address of an area's profile, or nothing for areas outside the county."""
    geografie = report.geografie
    if area == geografie.schluessel:
        return "/raeume/kreis/"
    ags = geografie.quartiere[area].kommune if area in geografie.quartiere else area
    if ags in geografie.kommunen:
        return url_of(report, geografie.kommunen[ags].key)
    return url_of(report, geografie.raeume[area].key) if area in geografie.raeume else ""


def latest_year(indikator: Indikator, levels: Levels, areas: Iterable[str]) -> int:
    """Return the last year in which one of the areas has a value; 0 if none has."""
    return max(
        (
            year
            for area in areas
            for year, figure in levels.get(area, {}).items()
            if figure.value is not None
        ),
        default=0,
    )


def source_line(indikator: Indikator, year: int = 0) -> str:
    """Return source, day and state of the data in one line."""
    day = f"Stichtag {indikator.stichtag}" if indikator.stichtag[:1].isdigit() else ""
    parts = (str(year) if year else "", indikator.quelle.name, day, _stand(indikator))
    return " · ".join(part for part in parts if part)


def _stand(indikator: Indikator) -> str:
    return f"Datenstand {format_date(indikator.stand)}"


def county_keys(report: Report, levels: Levels) -> tuple[str, ...]:
    """Return the counties and cities that have figures, our own among them."""
    return tuple(area for area in levels if len(area) == 5 and area.isdigit())


def has_values(levels: Levels, area: str) -> bool:
    """Say whether an area has any figure."""
    return any(figure.value is not None for figure in levels.get(area, {}).values())


def ranked_values(
    report: Report, indikator: Indikator, levels: Levels, year: int
) -> dict[str, float]:
    """Return the figures that are ranked, as they are shown: those of Kommunen, or of counties,
    Land and Bund.

    Where the indicator asks for a least base, smaller Kommunen are left out.
    """
    measures = (*county_keys(report, levels), "01", "D")
    areas = tuple(report.geografie.kommunen) if indikator.ebene is Ebene.KOMMUNE else measures
    return {
        area: shown(value, indikator.dezimalstellen)
        for area in areas
        if (figure := levels.get(area, {}).get(year))
        and (value := figure.value) is not None
        and not is_too_small(report, indikator, area, year)
    }


def is_too_small(report: Report, indikator: Indikator, area: str, year: int) -> bool:
    """Say whether a figure rests on too few for a rank, by the indicator's own rule."""
    if indikator.rang is None:
        return False
    cell = indikator.werte.get((area, year))
    base = cell.nenner if cell else None
    if base is None and indikator.gewicht:
        weight = report.indikatoren[indikator.gewicht.key.name].werte.get((area, year))
        base = weight.zahl if weight else None
    return base is None or base < indikator.rang.mindestens


def interval_text(indikator: Indikator, area: str, year: int) -> str:
    """Return how sure a share of few is: "sicher zwischen 12,1 und 38,0 %", or nothing."""
    found = interval_of(indikator, area, year) if indikator.unsicherheit else None
    if found is None:
        return ""
    # In percent, whatever the unit of the share.
    percent = (end / indikator.je * 100 for end in found)
    low, high = (format_number(end, indikator.dezimalstellen) for end in percent)
    return f"{low} bis {high}\u202f%"


def sum_note(report: Report, indikator: Indikator, levels: Levels, year: int) -> str:
    """Return by how much the official county figure differs from our sum; nothing if it does not.

    Sums of official figures need not add up (rounding, secrecy at the source), and are not forced.
    """
    geografie = report.geografie
    official = levels.get(geografie.schluessel, {}).get(year)
    if indikator.art is not Zahlart.ANZAHL or indikator.ebene is not Ebene.KOMMUNE:
        return ""
    shown = [levels.get(ags, {}).get(year, Figure(None)).value for ags in geografie.kommunen]
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
        f"Die Werte der {len(geografie.kommunen)} Kommunen ergeben zusammen "
        f"{value_text(indikator, Figure(ours))}; amtlich sind {value_text(indikator, official)}. "
        "Solche Unterschiede entstehen beim Runden und bei der Geheimhaltung an der Quelle."
    )


def shown_year(report: Report, indikator: Indikator, levels: Levels) -> int:
    """Return the year that is shown first: the last one at the lowest level that has figures."""
    geografie = report.geografie
    lowest = tuple(geografie.kommunen) if indikator.ebene is Ebene.KOMMUNE else ()
    return latest_year(indikator, levels, lowest) or latest_year(
        indikator, levels, (geografie.schluessel,)
    )
