"""A place's rank among others: equal values share the better rank."""

from collections.abc import Mapping


def quarter(place: int, places: int) -> int:
    """Return the quarter of a ranking that a place is in: 1 the highest values, 4 the lowest."""
    return min(4, (place - 1) * 4 // places + 1)


def ranks(values: Mapping[str, float]) -> dict[str, int]:
    """Return the rank of each area, 1 for the highest value."""
    ordered = sorted(values.values(), reverse=True)
    first = {value: number for number, value in reversed(list(enumerate(ordered, start=1)))}
    return {area: first[value] for area, value in values.items()}
