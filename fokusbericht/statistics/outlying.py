"""Values so far from all others that a picture of all would say nothing of the others."""

from collections.abc import Collection, Mapping


def cut_off(values: Mapping[str, float], aside: Collection[str]) -> frozenset[str]:
    """Return who of those that are set aside lies too far out to be drawn to scale.

    That is who lies beyond the others by more than half of what these take, counted from zero.
    """
    others = [value for area, value in values.items() if area not in aside]
    if not others:
        return frozenset()
    low, high = min(0, *others), max(0, *others)
    room = (high - low) / 2
    far = (area for area in aside if not low - room <= values.get(area, 0) <= high + room)
    return frozenset(far)
