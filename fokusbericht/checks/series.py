"""Tables of figures as series: the values of a column, by area or by year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from fokusbericht.checks.spots import BASE, VALUE
from fokusbericht.model.figures import Indikator, Wert, Zahlart

Cells = Mapping[tuple[str, int], float]


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """What a column of a table holds; counts are of people or things."""

    name: str
    index: int
    is_count: bool
    cells: Cells


def columns_of(indikator: Indikator) -> Iterator[FigureColumn]:
    """Yield the columns of figures in an indicator's own table; none of one that is derived."""
    if indikator.ableitung or not indikator.werte:
        return
    if any(cell.zaehler is not None for cell in indikator.werte.values()):
        yield FigureColumn("Zähler", VALUE, True, _numbers(indikator.werte, "zaehler"))
        yield FigureColumn("Nenner", BASE, True, _numbers(indikator.werte, "nenner"))
        return
    counts = indikator.art is Zahlart.ANZAHL and indikator.dezimalstellen == 0
    yield FigureColumn("Wert", VALUE, counts, _numbers(indikator.werte, "zahl"))


def _numbers(werte: Mapping[tuple[str, int], Wert], name: str) -> Cells:
    read = attrgetter(name)
    return {place: number for place, cell in werte.items() if (number := read(cell)) is not None}


def by_area(cells: Cells) -> Mapping[str, list[tuple[int, float]]]:
    """Return the values of each area by year, rising."""
    found: dict[str, list[tuple[int, float]]] = {}
    for (area, year), number in cells.items():
        found.setdefault(area, []).append((year, number))
    for series in found.values():
        series.sort()
    return found


def by_year(cells: Cells) -> Mapping[int, Mapping[str, float]]:
    """Return the values of each year by area; the years rise."""
    found: dict[int, dict[str, float]] = {}
    for (area, year), number in cells.items():
        found.setdefault(year, {})[area] = number
    return {year: found[year] for year in sorted(found)}


def middle_of(numbers: list[float]) -> float:
    """Return the value in the middle; of two the lower."""
    return sorted(numbers)[(len(numbers) - 1) // 2]
