"""Lines that hold the sum of the others already: „Gemeinde insgesamt“ among its Stimmbezirke.

What a line is called tells little; that it is the sum of the others, in most areas, tells it.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from fokusbericht.importers.figure import ImportedFigure
from fokusbericht.model.figures import AreaYear
from fokusbericht.problems import Place

FEWEST = 3  # lines of an area: a whole and two parts
SURE = 100  # what is less adds up to another number by chance

Counted = tuple[Decimal, Place]


def wholes_in(summed: Mapping[AreaYear, Sequence[ImportedFigure]]) -> dict[AreaYear, Place]:
    """Return where the wholes among summed lines stand, if most areas have such a one."""
    many = {spot: found for spot, lines in summed.items() if (found := [*_counted(lines)])}
    comparable = {spot: found for spot, found in many.items() if len(found) >= FEWEST}
    wholes = {spot: max(found) for spot, found in comparable.items() if _has_whole(found)}
    is_sure = sum(number for number, _ in wholes.values()) >= SURE
    if not is_sure or len(wholes) * 2 <= len(comparable):
        return {}
    return {spot: place for spot, (_, place) in wholes.items()}


def _counted(lines: Sequence[ImportedFigure]) -> Iterator[Counted]:
    """Yield the numbers of lines, each with its place; of shares the denominators, not noughts."""
    for line in lines:
        number = line.parts[-1]
        if isinstance(number, Decimal) and number:
            yield number, line.place


def _has_whole(found: Sequence[Counted]) -> bool:
    numbers = [number for number, _ in found]
    return max(numbers) * 2 == sum(numbers)
