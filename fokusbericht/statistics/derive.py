"""Figures that follow from others by declaration: ratios, indices, changes.

Each is kept as a fraction, so that rooms and the county add up numerators and denominators. No
change is computed across a break of the series.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from fokusbericht.model.figures import (
    Ableitung,
    Ableitungsart,
    AreaYear,
    Fehlgrund,
    Indikator,
    Wert,
)


def with_derived(indikatoren: Mapping[str, Indikator]) -> dict[str, Indikator]:
    """Return the indicators, those that are declared as derived with their figures."""
    return {
        name: replace(one, werte=dict(derived(one, indikatoren))) if one.ableitung else one
        for name, one in indikatoren.items()
    }


def derived(
    indikator: Indikator, others: Mapping[str, Indikator]
) -> Iterator[tuple[AreaYear, Wert]]:
    """Yield the cells of a derived indicator, as they follow from the others."""
    ableitung = indikator.ableitung
    source = others.get(ableitung.von.key.name) if ableitung else None
    if ableitung is None or source is None:
        return
    base = others.get(ableitung.durch.key.name) if ableitung.durch else source
    for (area, year), cell in source.werte.items():
        below = _base_cell(ableitung, source, base, area, year)
        if below is not None:
            yield (area, year), _fraction(ableitung, cell, below, indikator.je)


def _base_cell(
    ableitung: Ableitung, source: Indikator, base: Indikator | None, area: str, year: int
) -> Wert | None:
    """Return what a figure is measured by; None where there is nothing that compares."""
    if base is None:
        return None
    if ableitung.art is Ableitungsart.VERHAELTNIS:
        return base.werte.get((area, year))
    start = ableitung.seit or year - ableitung.jahre
    if start == year and ableitung.art is Ableitungsart.VERAENDERUNG:
        return None
    return None if crosses_break(source, start, year) else source.werte.get((area, start))


def crosses_break(indikator: Indikator, one: int, other: int) -> bool:
    """Say whether a series is cut between two years."""
    low, high = sorted((one, other))
    return any(low < bruch.jahr <= high for bruch in indikator.brueche)


def _fraction(ableitung: Ableitung, above: Wert, below: Wert, factor: float) -> Wert:
    if above.zahl is None or below.zahl is None:
        return Wert(None, above.fehlt or below.fehlt)
    if below.zahl == 0:
        return Wert(None, Fehlgrund.NICHTS)
    change = ableitung.art is Ableitungsart.VERAENDERUNG
    number = above.zahl - below.zahl if change else above.zahl
    return Wert(number / below.zahl * factor, None, number, below.zahl)
