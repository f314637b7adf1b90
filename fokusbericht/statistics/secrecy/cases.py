"""How many people stand behind each figure: the cases that must not be few.

Of a count these are the count itself, of shares and rates the numerators, of a mean all whom it is
a mean of. Denominators are taken to be known to all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fokusbericht.model.figures import AreaYear, Fehlgrund, Geheimhaltung, Indikator, Wert, Zahlart
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.secrecy.areas import areas_of, sum_of, today_s_cut

OF_BASE = (Zahlart.ANTEIL, Zahlart.RATE)
Interval = tuple[float, float]  # between which numbers a figure lies
AVERAGES = (Zahlart.MITTELWERT, Zahlart.INDEX)


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases behind an indicator within the county, by place; None where nobody knows them."""

    values: Mapping[AreaYear, float | None]
    bases: Mapping[AreaYear, float]
    """Denominators of shares and rates."""
    marked: frozenset[AreaYear]
    """Figures that are hidden already: by their source, or in a protected table."""
    slack: Mapping[AreaYear, float] = field(default_factory=dict)
    """How far the cases of bare shares may be off, as the shares are rounded."""


@query
def cases_of(report: Report, name: str) -> Cases:
    """Return the cases behind an indicator."""
    indikator = report.indikatoren[name]
    inside = dict(_inside(report, indikator))
    bases = _bases(report, indikator, inside)
    return Cases(
        {place: _count(indikator, cell, bases.get(place)) for place, cell in inside.items()},
        bases if indikator.art in OF_BASE else {},
        frozenset(place for place, cell in inside.items() if cell.fehlt is Fehlgrund.GEHEIM),
        dict(_slack(indikator, inside, bases)),
    )


def _slack(
    indikator: Indikator, inside: Mapping[AreaYear, Wert], bases: Mapping[AreaYear, float]
) -> Iterator[tuple[AreaYear, float]]:
    half = 0.5 * 10**-indikator.dezimalstellen / indikator.je
    for place, cell in inside.items():
        if indikator.art in OF_BASE and cell.zaehler is None and place in bases:
            yield place, half * bases[place] + 0.5


def base_name(indikator: Indikator) -> str:
    """Return the indicator that counts the base where a table only has values; else nothing."""
    rule = indikator.geheimhaltung or Geheimhaltung()
    ref = rule.grundlage or indikator.gewicht
    return ref.key.name if ref else ""


def _inside(report: Report, indikator: Indikator) -> Iterator[tuple[AreaYear, Wert]]:
    geografie = report.geografie
    ours = {*geografie.kommunen, *geografie.quartiere, *geografie.raeume, geografie.schluessel}
    return ((place, cell) for place, cell in indikator.werte.items() if place[0] in ours)


def _bases(
    report: Report, indikator: Indikator, inside: Mapping[AreaYear, Wert]
) -> dict[AreaYear, float]:
    """Return denominators: of the table itself, else those that another indicator counts.

    A protected table has figures of rooms, but no denominators for them.
    """
    found = {place: cell.nenner for place, cell in inside.items() if cell.nenner}
    other = report.indikatoren.get(base_name(indikator))
    if not found and other and indikator.art is not Zahlart.ANZAHL:
        known = {place: cell.zahl for place, cell in other.werte.items() if cell.zahl}
        found = {place: known[place] for place in inside if place in known}
    if not indikator.geschuetzt:
        return found
    areas = areas_of(report, today_s_cut(report))
    return {place: base for place in inside if (base := sum_of(areas, found, place))}


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
