"""Two years whose figures are all the same: a column that was copied to the wrong year.

What hardly ever changes (an area, a distance, a rate of taxation) may be the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from fokusbericht.checks.doubts import Doubt, unconfirmed
from fokusbericht.checks.each import Looks, each_indicator
from fokusbericht.checks.series import FigureColumn, by_year, columns_of
from fokusbericht.checks.spots import cell_place
from fokusbericht.model.figures import Indikator, Pruefregel
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = Pruefregel.GLEICHE_SPALTEN.value
FEWEST = 3  # areas with a value in both years
LEAST = 10  # smaller counts are the same by chance
ENOUGH = 5  # so many different values are not all the same by chance
DIGITS = 8  # nor are fewer of so many digits in all

Years = Mapping[int, Mapping[str, float]]


def check(report: Report) -> Iterator[Problem]:
    """Yield years that have the figures of another year."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each indicator."""
    return each_indicator(report, _check)


def _check(report: Report, indikator: Indikator) -> Iterator[Problem]:
    doubts = find(report, indikator)
    for doubt, sentence in unconfirmed(indikator, Pruefregel.GLEICHE_SPALTEN, doubts):
        place = cell_place(indikator, doubt.area, doubt.year, doubt.column)
        yield Problem(place, sentence, ID)


def find(report: Report, indikator: Indikator) -> Iterator[Doubt]:
    """Yield the later of two equal years, where other years differ."""
    # A base such as the number of flats may stay; what it is the base of may not.
    columns = [*columns_of(indikator)]
    years, *others = [by_year(one.cells) for one in columns] or [{}]
    if len(years) < 2:
        return
    column, bases = columns[0], others[0] if others else {}
    pairs = combinations(years, 2)
    copies = [
        (one, two)
        for one, two in pairs
        if (same := _shared(years[one], years[two]))
        and _is_sure(same, _shared(bases.get(one, {}), bases.get(two, {})), column)
    ]
    if not copies or _is_steady(years, column):
        return
    first_of = {two: one for one, two in reversed(copies)}
    for two, one in sorted(first_of.items()):
        what = f"{two} hat überall dieselben Werte wie {one}. Steht hier das falsche Jahr?"
        yield Doubt("", two, what)


def _shared(one: Mapping[str, float], two: Mapping[str, float]) -> list[float]:
    """Return the values of two years that are equal wherever both have one; else nothing."""
    found = []
    for area, number in two.items():
        other = one.get(area)
        if other is None:
            continue
        if other != number:
            return []  # nearly always at the first
        found.append(number)
    return found if len(found) >= FEWEST else []


def _is_sure(values: Sequence[float], bases: Sequence[float], column: FigureColumn) -> bool:
    """Say whether values are not the same by chance; bases that are the same too make it sure."""
    telling = {one for one in values if not column.is_count or abs(one) >= LEAST}
    digits = sum(_digits(one) for one in (*telling, *set(bases)))
    return len(telling) >= ENOUGH or (column.is_count and bool(telling) and digits >= DIGITS)


def _digits(number: float) -> int:
    return len(f"{abs(number):.10g}".replace(".", "").lstrip("0"))


def _is_steady(years: Years, column: FigureColumn) -> bool:
    """Say whether a figure hardly changes at all; of two years only counts are known to."""
    pairs = [*pairwise(years.values())]
    if len(pairs) == 1:
        return not column.is_count
    same = sum(_same_share(one, two) > 0.5 for one, two in pairs)
    return same * 2 > len(pairs)


def _same_share(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    shared = [area for area in two if area in one]
    return sum(one[area] == two[area] for area in shared) / len(shared) if shared else 0
