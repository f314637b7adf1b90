"""Two years whose figures are all the same: a column that was copied to the wrong year.

What hardly ever changes (an area, a distance, a rate of taxation) may be the same.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from fokusbericht.checks.doubts import Doubt, unconfirmed
from fokusbericht.checks.series import Column, by_year, columns_of
from fokusbericht.checks.spots import cell_place
from fokusbericht.model.figures import Indikator, Pruefregel
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = Pruefregel.GLEICHE_SPALTEN.value
FEWEST = 5  # areas with a value in both years
LEAST = 10  # smaller counts are the same by chance

Years = Mapping[int, Mapping[str, float]]


def check(report: Report) -> Iterator[Problem]:
    """Yield years that have the figures of another year."""
    for indikator in report.indikatoren.values():
        doubts = find(report, indikator)
        for doubt, sentence in unconfirmed(indikator, Pruefregel.GLEICHE_SPALTEN, doubts):
            place = cell_place(indikator, doubt.area, doubt.year, doubt.column)
            yield Problem(place, sentence, ID)


def find(report: Report, indikator: Indikator) -> Iterator[Doubt]:
    """Yield the later of two equal years, where other years differ."""
    # A base such as the number of flats may stay; what it is the base of may not.
    column = next(columns_of(indikator), None)
    years = by_year(column.cells) if column else {}
    if column is None or len(years) < 2:
        return
    pairs = combinations(years, 2)
    copies = [(one, two) for one, two in pairs if _is_copy(years[one], years[two], column)]
    if not copies or _is_steady(years, column):
        return
    first_of = {two: one for one, two in reversed(copies)}
    for two, one in sorted(first_of.items()):
        what = f"{two} hat überall dieselben Werte wie {one}. Steht hier das falsche Jahr?"
        yield Doubt("", two, what)


def _is_copy(one: Mapping[str, float], two: Mapping[str, float], column: Column) -> bool:
    """Say whether two years are equal wherever both have a value, and not by chance."""
    shared = 0
    for area, number in two.items():
        other = one.get(area)
        if other is None:
            continue
        if other != number:
            return False  # nearly always at the first
        shared += 1
    if shared < FEWEST:
        return False
    values = [number for area, number in two.items() if area in one]
    if column.is_count:
        values = [number for number in values if abs(number) >= LEAST]
    return len(set(values)) >= FEWEST


def _is_steady(years: Years, column: Column) -> bool:
    """Say whether a figure hardly changes at all; of two years only counts are known to."""
    pairs = [*pairwise(years.values())]
    if len(pairs) == 1:
        return not column.is_count
    same = sum(_same_share(one, two) > 0.5 for one, two in pairs)
    return same * 2 > len(pairs)


def _same_share(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    shared = [area for area in two if area in one]
    return sum(one[area] == two[area] for area in shared) / len(shared) if shared else 0
