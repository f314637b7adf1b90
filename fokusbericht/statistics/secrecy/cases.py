"""How many people stand behind each figure: the cases that must not be few.

Of a count these are the count itself, of shares and rates the numerators, of a mean all whom it is
a mean of. Denominators are taken to be known to all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fokusbericht.model.figures import Fehlgrund, Geheimhaltung, Indikator, Wert, Zahlart
from fokusbericht.model.report import Report

Place = tuple[str, int]  # area or key of a Betrachtungsraum, and year

OF_BASE = (Zahlart.ANTEIL, Zahlart.RATE)
AVERAGES = (Zahlart.MITTELWERT, Zahlart.INDEX)


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases behind an indicator within the county, by place; None where nobody knows them."""

    values: Mapping[Place, float | None]
    bases: Mapping[Place, float]
    """Denominators of shares and rates."""
    marked: frozenset[Place]
    """Figures that are hidden already: by their source, or in a protected table."""


@lru_cache(maxsize=4096)
def cases_of(report: Report, name: str) -> Cases:
    """Return the cases behind an indicator."""
    indikator = report.indikatoren[name]
    inside = dict(_inside(report, indikator))
    bases = _bases(report, indikator, inside)
    return Cases(
        {place: _count(indikator, cell, bases.get(place)) for place, cell in inside.items()},
        bases if indikator.art in OF_BASE else {},
        frozenset(place for place, cell in inside.items() if cell.fehlt is Fehlgrund.GEHEIM),
    )


def base_name(indikator: Indikator) -> str:
    """Return the indicator that counts the base where a table only has values; else nothing."""
    rule = indikator.geheimhaltung or Geheimhaltung()
    ref = rule.grundlage or indikator.gewicht
    return ref.key.name if ref else ""


def _inside(report: Report, indikator: Indikator) -> Iterator[tuple[Place, Wert]]:
    geografie = report.geografie
    ours = {*geografie.kommunen, *geografie.quartiere, *geografie.raeume, geografie.schluessel}
    return ((place, cell) for place, cell in indikator.werte.items() if place[0] in ours)


def _bases(
    report: Report, indikator: Indikator, inside: Mapping[Place, Wert]
) -> dict[Place, float]:
    """Return denominators: of the table itself, else those that another indicator counts."""
    own = {place: cell.nenner for place, cell in inside.items() if cell.nenner}
    other = report.indikatoren.get(base_name(indikator))
    if own or other is None or indikator.art is Zahlart.ANZAHL:
        return own
    cells = {place: other.werte.get(place) for place in inside}
    return {place: cell.zahl for place, cell in cells.items() if cell and cell.zahl}


def _count(indikator: Indikator, cell: Wert, base: float | None) -> float | None:
    """Return the cases behind a cell; those of a bare share are the nearest whole number."""
    if indikator.art is Zahlart.ANZAHL:
        return cell.zahl
    if cell.fehlt is Fehlgrund.GEHEIM:
        return None
    if indikator.art in AVERAGES:
        return base if cell.zahl is not None else None
    if cell.zaehler is not None or cell.zahl is None or base is None:
        return cell.zaehler
    return float(round(cell.zahl * base / indikator.je))
