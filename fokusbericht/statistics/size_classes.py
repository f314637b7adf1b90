"""Places of about one size: cut where the largest gaps between neighbours in size are.

A gap is a ratio, so that 500 and 1,000 lie as far apart as 5,000 and 10,000.
"""

from collections.abc import Mapping, Sequence

LEAST = 5  # places of a class
MOST = 12  # larger classes are cut again, as long as both parts have enough
DOUBLE = 2.0  # so wide a gap cuts smaller classes as well

SizeClass = tuple[str, ...]


def size_classes(sizes: Mapping[str, float]) -> tuple[SizeClass, ...]:
    """Return places by classes of size, the largest first; sizes must be above 0."""
    ordered = sorted(sizes, key=lambda one: (-sizes[one], one))
    return tuple(map(tuple, _cut(ordered, sizes)))


def _cut(ordered: Sequence[str], sizes: Mapping[str, float]) -> list[Sequence[str]]:
    """Return a class as it is, or its parts where it is too large and has a gap to cut at."""
    places = range(LEAST, len(ordered) - LEAST + 1)
    gaps = {at: sizes[ordered[at - 1]] / sizes[ordered[at]] for at in places}
    is_whole = all(len(ordered) <= MOST and gap < DOUBLE for gap in gaps.values())
    if not gaps or is_whole or max(gaps.values()) == 1:
        return [ordered]
    at = max(gaps, key=lambda one: (gaps[one], one))
    return [*_cut(ordered[:at], sizes), *_cut(ordered[at:], sizes)]
