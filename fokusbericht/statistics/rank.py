"""A place's rank among others: equal values share the better rank."""

from collections.abc import Mapping


def ranks(values: Mapping[str, float]) -> dict[str, int]:
    """Return the rank of each area, 1 for the highest value."""
    ordered = sorted(values.values(), reverse=True)
    first = {value: number for number, value in reversed(list(enumerate(ordered, start=1)))}
    return {area: first[value] for area, value in values.items()}
