"""A value about ten times its neighbour years, or a tenth: a slipped comma, another unit.

Small counts jump by nature (one birth, then twelve), and so do small shares: the larger value must
be one that counts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fokusbericht.checks.bounds import whole_of
from fokusbericht.checks.doubts import UNTOLD, Doubt, may_tell, named, unconfirmed, written
from fokusbericht.checks.each import Looks, each_indicator
from fokusbericht.checks.series import FigureColumn, by_area, columns_of, middle_of
from fokusbericht.checks.spots import cell_place
from fokusbericht.model.figures import Indikator, Pruefregel, Zahlart
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = Pruefregel.SPRUNG.value
TIMES = 8  # about ten: the true figure differs from its neighbours, too
LEAST_COUNT = 50  # below it ten times as many happens: some houses are built, a home opens
LEAST_SHARE = 0.1  # of the whole: from 0.3 to 3.1 % a few flats suffice
FEWEST = 5  # so many areas that jump in the same year are one finding

YearValues = Sequence[tuple[int, float]]  # by year, rising


def check(report: Report) -> Iterator[Problem]:
    """Yield values that do not fit their neighbour years."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each indicator."""
    return each_indicator(report, _check)


def _check(report: Report, indikator: Indikator) -> Iterator[Problem]:
    for doubt, sentence in unconfirmed(indikator, Pruefregel.SPRUNG, find(report, indikator)):
        place = cell_place(indikator, doubt.area, doubt.year, doubt.column)
        yield Problem(place, sentence, ID)


def find(report: Report, indikator: Indikator) -> Iterator[Doubt]:
    """Yield jumps; where most areas jump in one year, the year."""
    if indikator.saldo:
        return
    for column in columns_of(indikator):
        rows = by_area(column.cells)
        uneven = {area: row for area, row in rows.items() if _is_uneven(row)}
        if uneven:
            yield from _find(_ToldColumn(report, indikator, column, rows), uneven)


@dataclass(frozen=True, slots=True)
class _ToldColumn:
    """A column of an indicator whose jumps are told."""

    report: Report
    indikator: Indikator
    column: FigureColumn
    rows: Mapping[str, YearValues]


def _is_uneven(row: YearValues) -> bool:
    numbers = [number for _, number in row]
    return min(numbers) * TIMES <= max(numbers) and len(numbers) > 1


def _find(told: _ToldColumn, uneven: Mapping[str, YearValues]) -> Iterator[Doubt]:
    cuts = frozenset(bruch.jahr for bruch in told.indikator.brueche)
    least = _least(told.indikator, told.column)
    found = [
        (area, number)
        for area, row in uneven.items()
        for number in _odd_ones([_sign(*pair, least, cuts) for pair in pairwise(row)], row)
    ]
    tells = bool(found) and may_tell(told.report, told.indikator)
    number_of = Counter(year for row in told.rows.values() for year, _ in row)
    jumps = Counter(uneven[area][number][0] for area, number in found)
    whole = {
        year for year, jumped in jumps.items() if jumped >= FEWEST and jumped * 2 > number_of[year]
    }
    for year in sorted(whole):
        what = (
            f"In {year} sind {jumps[year]} von {number_of[year]} Werten ({told.column.name}) "
            "rund zehnmal so groß oder klein wie in den Nachbarjahren. Ist es dieselbe "
            "Einheit?"
        )
        yield Doubt("", year, what, told.column.index)
    for area, number in found:
        if uneven[area][number][0] not in whole:
            yield _doubt(told, area, number, tells)


def _least(indikator: Indikator, column: FigureColumn) -> float:
    """Return how large the larger of two values must be, so that a jump means something."""
    if column.is_count:
        return LEAST_COUNT
    middle = middle_of([abs(number) for number in column.cells.values()])
    if indikator.art is Zahlart.ANTEIL:
        return max(middle, LEAST_SHARE * whole_of(indikator))
    return middle


def _sign(
    one: tuple[int, float], two: tuple[int, float], least: float, cuts: frozenset[int]
) -> int:
    """Return 1 or -1 if a value is about ten times the one before, or a tenth; across a break 0."""
    (before, first), (after, second) = one, two
    if min(first, second) < 0 or max(first, second) < max(least, 1e-9):
        return 0
    if any(before < cut <= after for cut in cuts):
        return 0
    return (second >= TIMES * first) - (first >= TIMES * second)


def _odd_ones(signs: Sequence[int], row: YearValues) -> Iterator[int]:
    """Yield which values of a series are the odd ones: against both neighbours, or at a step."""
    told: set[int] = set()
    for number, (before, after) in enumerate(pairwise(signs)):
        if before and before == -after and not {number, number + 1} <= told:
            told |= {number, number + 1}
            yield number + 1
    for number, sign in enumerate(signs):
        # What begins or ends with nothing is no fault, only a gap in between is.
        if sign and number not in told and row[number][1] and row[number + 1][1]:
            is_first = number == 0 and len(signs) > 1 and not signs[1]
            yield 0 if is_first else number + 1


def _doubt(told: _ToldColumn, area: str, number: int, tells: bool) -> Doubt:
    row, column = told.rows[area], told.column
    year, value = row[number]
    name = named(told.report, area)
    if not tells:
        what = f"Der {column.name} von {name} {year} passt nicht zu den Nachbarjahren. {UNTOLD}"
        return Doubt(area, year, what, column.index)
    near = [row[other] for other in (number - 1, number + 1) if 0 <= other < len(row)]
    beside = " und ".join(f"{written(one)} ({when})" for when, one in near)
    size = "ein Zehntel etwa oder weniger" if value < near[0][1] else "das Zehnfache etwa oder mehr"
    what = (
        f"{name} hat {year} {'den' if column.name == 'Wert' else 'als'} {column.name} "
        f"{written(value)}: {size} von {beside}."
    )
    return Doubt(area, year, what, column.index)
