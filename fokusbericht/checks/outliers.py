"""A value a thousand times that of the Kommune in the middle, without other years that bear it out.

A town may have hundreds of times as many inhabitants as a village; what has a history of its own
is judged by that.
"""

from collections.abc import Iterator, Mapping

from fokusbericht.checks.doubts import UNTOLD, Doubt, may_tell, named, unconfirmed, written
from fokusbericht.checks.each import Looks, each_indicator
from fokusbericht.checks.series import FigureColumn, by_area, by_year, columns_of, middle_of
from fokusbericht.checks.spots import cell_place
from fokusbericht.model.figures import Indikator, Pruefregel
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = Pruefregel.AUSREISSER.value
TIMES = 1000
FEWEST = 3  # of fewer there is none in the middle
LEAST_MIDDLE = 10  # where most have nearly none, one town may well have all


def check(report: Report) -> Iterator[Problem]:
    """Yield values far from those of all other Kommunen."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each indicator."""
    return each_indicator(report, _check)


def _check(report: Report, indikator: Indikator) -> Iterator[Problem]:
    doubts = find(report, indikator)
    for doubt, sentence in unconfirmed(indikator, Pruefregel.AUSREISSER, doubts):
        place = cell_place(indikator, doubt.area, doubt.year, doubt.column)
        yield Problem(place, sentence, ID)


def find(report: Report, indikator: Indikator) -> Iterator[Doubt]:
    """Yield outliers among the Kommunen of a year."""
    if indikator.saldo:
        return
    kommunen = report.geografie.kommunen
    for column in columns_of(indikator):
        ours = {place: number for place, number in column.cells.items() if place[0] in kommunen}
        least = min((number for number in ours.values() if number > 0), default=0)
        if least == 0 or max(ours.values()) < TIMES * max(least, column.is_count * LEAST_MIDDLE):
            continue  # nearly always
        for year, row in by_year(ours).items():
            if len(row) >= FEWEST:
                yield from _find(report, indikator, column, year, row)


def _find(
    report: Report, indikator: Indikator, column: FigureColumn, year: int, row: Mapping[str, float]
) -> Iterator[Doubt]:
    middle = middle_of([*row.values()])
    if middle <= 0 or (column.is_count and middle < LEAST_MIDDLE):
        return
    if max(row.values()) < TIMES * middle:
        return
    history = by_area(column.cells)
    for area, number in row.items():
        if number >= TIMES * middle and len(history[area]) == 1:
            name = named(report, area)
            what = (
                f"Der {column.name} von {name} {year} passt nicht zu den anderen Kommunen. {UNTOLD}"
            )
            if may_tell(report, indikator):
                what = (
                    f"{name} hat {year} {'den' if column.name == 'Wert' else 'als'} {column.name} "
                    f"{written(number)}: das Tausendfache oder mehr der mittleren Kommune "
                    f"({written(middle)})."
                )
            yield Doubt(area, year, what, column.index)
