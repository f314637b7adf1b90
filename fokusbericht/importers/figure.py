"""What a file says of an area in a year: one number, or numerator and denominator."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from fokusbericht.model.figures import Fehlgrund
from fokusbericht.problems import Place
from fokusbericht.sources.numbers import Number


@dataclass(frozen=True, slots=True)
class ImportedFigure:
    """What a file says of an area and a year."""

    parts: tuple[Number, ...]
    """The value, or numerator and denominator."""
    place: Place
    """Where it stands in the source."""


def total(numbers: Iterable[Number]) -> Number:
    """Return a sum; what is missing in a part is missing in the whole, but nothing counts as 0."""
    result = Decimal(0)
    for number in numbers:
        if isinstance(number, Fehlgrund) and number is not Fehlgrund.NICHTS:
            return number
        result += number if isinstance(number, Decimal) else 0
    return result
