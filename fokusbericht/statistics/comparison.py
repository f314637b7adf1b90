"""The figures of one indicator in one year that are compared, and which of them stand out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fokusbericht.statistics.rank import ranks
from fokusbericht.statistics.standing_out import Half, middle_half, standing_out

Ends = Callable[[str], tuple[int, int] | None]
"""Returns the 95 % interval of an area's figure in whole last digits, where it is known."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures of Kommunen, or of counties, in whole last digits."""

    values: Mapping[str, int]
    places: Mapping[str, int]  # their ranks, 1 for the highest
    far: Mapping[str, float]  # those that stand out, in widths of the middle half
    half: Half | None


def compare(values: Mapping[str, int], ends: Ends) -> Comparison:
    """Return figures compared; one stands out only if its interval does at both ends."""
    half = middle_half(values.values())
    far = {
        area: distance
        for area, distance in standing_out(values).items()
        if half and _is_sure(ends(area), half)
    }
    return Comparison(values, ranks(values), far, half)


def _is_sure(ends: tuple[int, int] | None, half: Half) -> bool:
    far = [half.distance(end) for end in ends or ()]
    return all(one > 1 for one in far) or all(one < -1 for one in far)
