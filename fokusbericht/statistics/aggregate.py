"""Figures of Kommunen → figures of Betrachtungsräume and the county, by the kind of figure.

Counts are summed, shares are the sum of numerators over the sum of denominators, means are
weighted; what cannot be added up is not. A level without all its parts has no value, and says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from fokusbericht.model.figures import AreaYear, Ebene, Fehlgrund, Indikator, Wert, Zahlart
from fokusbericht.model.places import Geografie
from fokusbericht.model.report import Report

Werte = Mapping[AreaYear, Wert]


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of an area in a year.

    `parts` of `whole` Kommunen have a value that adds up; `official` says that the source gives it
    for the area itself. `gap`: its Kommunen have values, but one that is no more is missing.
    """

    value: float | None
    missing: Fehlgrund | None = None
    parts: int = 1
    whole: int = 1
    official: bool = True
    gap: bool = False


# What a table says of a sum that must not be reckoned.
UNTOLD = Figure(None, Fehlgrund.UNBEKANNT)
FigureSeries = Mapping[int, Figure]  # by year, rising
Levels = Mapping[str, FigureSeries]  # by area: AGS, key of a Betrachtungsraum, official key


def aggregate(
    indikator: Indikator, werte: Werte, members: Iterable[str], year: int, weights: Werte | None
) -> Figure:
    """Return the value of several Kommunen (or Quartiere) together."""
    keys = tuple(members)
    cells = [werte.get((key, year)) for key in keys]
    known = [cell for cell in cells if cell is not None and cell.zahl is not None]
    whole = len(keys)
    given = [_weight(weights, ags, year) for ags in keys]
    if len(known) < whole:
        secret = any(cell is not None and cell.fehlt is Fehlgrund.GEHEIM for cell in cells)
        reason = Fehlgrund.GEHEIM if secret else Fehlgrund.UNBEKANNT
        # Where even all of them would make no figure together, none of them is a part of one.
        parts = len(known) if _adds_up(indikator, known, weights) else 0
        return Figure(None, reason, parts, whole, official=False)
    value = _together(indikator, known, given)
    missing = None if value is not None else Fehlgrund.UNBEKANNT
    return Figure(value, missing, len(known), whole, official=False)


def _adds_up(indikator: Indikator, cells: list[Wert], weights: Werte | None) -> bool:
    """Say whether figures of some areas make one of all of them."""
    is_fraction = all(cell.nenner for cell in cells)
    return indikator.art is Zahlart.ANZAHL or is_fraction or weights is not None


def _together(indikator: Indikator, cells: list[Wert], weights: list[float | None]) -> float | None:
    numbers = [cell.zahl for cell in cells if cell.zahl is not None]
    if indikator.art is Zahlart.ANZAHL:
        return sum(numbers)
    if all(cell.zaehler is not None and cell.nenner for cell in cells):
        return _share(cells, indikator.je)
    known = [weight for weight in weights if weight is not None]
    if len(known) < len(numbers) or not sum(known):
        return None
    return sum(number * weight for number, weight in zip(numbers, known, strict=True)) / sum(known)


def _share(cells: list[Wert], factor: float) -> float:
    return (
        sum(cell.zaehler or 0 for cell in cells) / sum(cell.nenner or 0 for cell in cells) * factor
    )


def _weight(weights: Werte | None, ags: str, year: int) -> float | None:
    cell = weights.get((ags, year)) if weights else None
    return cell.zahl if cell else None


def with_quartiere(report: Report, indikator: Indikator) -> Werte:
    """Return the cells of an indicator, with those of Kommunen that only their Quartiere have."""
    parts: dict[str, list[str]] = {}
    for quartier in report.geografie.quartiere.values():
        parts.setdefault(quartier.kommune, []).append(quartier.schluessel)
    made: dict[AreaYear, Wert] = {}
    for ags, keys in parts.items():
        for year in {year for area, year in indikator.werte if area in keys}:
            cells = [indikator.werte.get((key, year)) for key in keys]
            if (ags, year) not in indikator.werte and (whole := _whole(indikator, cells)):
                made[ags, year] = whole
    return {**indikator.werte, **made} if made else indikator.werte


def _whole(indikator: Indikator, cells: list[Wert | None]) -> Wert | None:
    """Return a Kommune's cell from its Quartiere; None unless all have one that adds up."""
    known = [cell for cell in cells if cell is not None and cell.zahl is not None]
    if len(known) < len(cells):
        return None
    if indikator.art is Zahlart.ANZAHL:
        return Wert(sum(cell.zahl or 0 for cell in known))
    if not all(cell.zaehler is not None and cell.nenner for cell in known):
        return None
    zaehler = sum(cell.zaehler or 0 for cell in known)
    nenner = sum(cell.nenner or 0 for cell in known)
    return Wert(zaehler / nenner * indikator.je, None, zaehler, nenner)


def lowest_areas(geografie: Geografie, ebene: Ebene) -> tuple[str, ...]:
    """Return the areas that make up the county at the lowest level; of the county alone, none."""
    if ebene is Ebene.KREIS:
        return ()
    return geografie.verwaltungen() if ebene is Ebene.AMT else tuple(geografie.kommunen)


def levels(report: Report, indikator: Indikator) -> Levels:
    """Return an indicator's figures for Kommunen, Betrachtungsräume, county and comparison.

    Those of rooms are reckoned, unless a protected table tells them.
    """
    found: dict[str, dict[int, Figure]] = {}
    told: dict[str, dict[int, Figure]] = {}
    geografie = report.geografie
    werte = with_quartiere(report, indikator)
    for (area, year), cell in sorted(werte.items()):
        is_room = area in geografie.raeume
        series = (told if is_room else found).setdefault(area, {})
        series[year] = Figure(cell.zahl, cell.fehlt, official=not is_room)
    if indikator.ebene is Ebene.KREIS:
        return found
    lowest = lowest_areas(geografie, indikator.ebene)
    weights = report.indikatoren[indikator.gewicht.key.name].werte if indikator.gewicht else None
    # An Amt may lie in several rooms: what is known of it says nothing about them.
    rooms = geografie.raeume.items() if indikator.ebene is Ebene.KOMMUNE else ()
    groups = {name: raum.kommunen for name, raum in rooms}
    groups |= _aemter(indikator, geografie, found)
    groups[geografie.schluessel] = lowest
    years = sorted({year for area, year in werte if area in lowest})
    for name, members in groups.items():
        given = {**found.get(name, {}), **told.get(name, {})}
        summed = {
            year: aggregate(indikator, werte, members, year, weights)
            for year in years
            if year not in given
        }
        merged = {**given, **summed}
        found[name] = {year: merged[year] for year in sorted(merged)}
    county = found[geografie.schluessel]
    for year in years:
        if county[year] == UNTOLD and _has_number(werte, lowest, year):
            county[year] = replace(UNTOLD, gap=True)
    return found


def _aemter(
    indikator: Indikator, geografie: Geografie, found: Mapping[str, object]
) -> dict[str, tuple[str, ...]]:
    """Return the Ämter with their Kommunen, where a table of Kommunen has rows of some Ämter."""
    if indikator.ebene is not Ebene.KOMMUNE or not found.keys() & geografie.aemter.keys():
        return {}
    return {key: amt.kommunen for key, amt in geografie.aemter.items()}


def _has_number(werte: Werte, members: Iterable[str], year: int) -> bool:
    cells = (werte.get((key, year)) for key in members)
    return any(cell is not None and cell.zahl is not None for cell in cells)
