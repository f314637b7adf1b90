"""The Kommunen together are what the table says of the county, but for a declared tolerance."""

from collections.abc import Iterator
from math import sqrt

from fokusbericht.checks.doubts import UNTOLD, Doubt, may_tell, unconfirmed, written
from fokusbericht.checks.each import Looks, each_indicator
from fokusbericht.checks.spots import BASE, VALUE, cell_place
from fokusbericht.model.figures import Ebene, Indikator, Pruefregel, Wert, Zahlart
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.statistics.aggregate import lowest_areas

ID = Pruefregel.SUMME.value
PARTS = ("Kommunen", "Ämter und amtsfreien Kommunen")
MOST_DECIMALS = 6
SLIGHT = 1e-6  # what adding up decimals makes of nothing
NAMES = {"zahl": ("Wert", VALUE), "zaehler": ("Zähler", VALUE), "nenner": ("Nenner", BASE)}


def check(report: Report) -> Iterator[Problem]:
    """Yield values of the county that are not the sum of its Kommunen."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each indicator."""
    return each_indicator(report, _check)


def _check(report: Report, indikator: Indikator) -> Iterator[Problem]:
    for doubt, sentence in unconfirmed(indikator, Pruefregel.SUMME, find(report, indikator)):
        place = cell_place(indikator, doubt.area, doubt.year, doubt.column)
        yield Problem(place, sentence, ID)


def find(report: Report, indikator: Indikator) -> Iterator[Doubt]:
    """Yield years whose sum misses the county; where not all are known, if it is above it."""
    # What is left of protected tables need not add up.
    areas = lowest_areas(report.geografie, indikator.ebene)
    if not areas or indikator.geschuetzt or indikator.ableitung:
        return
    county = report.geografie.schluessel
    own = {year: cell for (area, year), cell in indikator.werte.items() if area == county}
    for year, cell in sorted(own.items()):
        cells = [indikator.werte.get((area, year)) for area in areas]
        for name in _adding_up(indikator, cell):
            parts = [getattr(one, name) for one in cells if one]
            known = [part for part in parts if part is not None]
            whole = getattr(cell, name)
            is_all = len(known) == len(cells)
            is_above = sum(known) > whole and not indikator.saldo
            if known and (is_all or is_above) and _differs(indikator, known, whole):
                yield _doubt(report, indikator, year, name, (sum(known), whole), is_all)


def _adding_up(indikator: Indikator, cell: Wert) -> tuple[str, ...]:
    if cell.zaehler is not None and cell.nenner is not None:
        return "zaehler", "nenner"
    return ("zahl",) if indikator.art is Zahlart.ANZAHL and cell.zahl is not None else ()


def _differs(indikator: Indikator, parts: list[float], whole: float) -> bool:
    apart = abs(sum(parts) - whole)
    if apart <= SLIGHT:
        return False
    allowed = indikator.toleranz
    return apart > (_rounding([*parts, whole]) if allowed is None else allowed) + SLIGHT


def _rounding(numbers: list[float]) -> float:
    """Return how far rounding to the last digit may lead, all but surely.

    Each of n numbers is off by up to a half, their sum by √n/√12 on average: √n is 3.5 times that.
    """
    digits = max(_decimals(number) for number in numbers)
    off: float = sqrt(len(numbers)) / 10.0**digits
    return off


def _decimals(number: float) -> int:
    fitting = (digits for digits in range(MOST_DECIMALS) if round(number, digits) == number)
    return next(fitting, MOST_DECIMALS)


def _doubt(
    report: Report,
    indikator: Indikator,
    year: int,
    name: str,
    both: tuple[float, float],
    is_all: bool,
) -> Doubt:
    column, index = NAMES[name]
    parts = PARTS[indikator.ebene is Ebene.AMT]
    what = f"Die {parts} ergeben {year} zusammen nicht den Kreis ({column}). {UNTOLD}"
    if may_tell(report, indikator):
        together, whole = (written(round(number, MOST_DECIMALS)) for number in both)
        whose = f"Die {parts}" if is_all else f"Schon die bekannten {parts}"
        what = (
            f"{whose} haben {year} zusammen {together}, der Kreis hat {whole} ({column}). "
            "Ist die Quelle gerundet, erlaubt eine „toleranz“ den Abstand in allen Jahren."
        )
    return Doubt(report.geografie.schluessel, year, what, index)
