"""Sorted values → groups: cut where the groups are as equal in size, or as alike, as can be.

Equal values always stay together, so all works on the distinct values and how often each occurs.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

SLIGHT = 8  # a group that is off by so many parts of its size still counts as equal


def equal_groups(counts: Sequence[int], parts: int) -> list[int]:
    """Return where groups of about equal size begin, but for the first.

    >>> equal_groups([35, 1, 1, 1, 1, 1], 5)
    [1, 2, 3, 4]
    """
    ends = [0, *accumulate(counts)]
    near = _nearest_cuts(ends, parts)
    if near is not None:
        return near
    fair = ends[-1] / parts
    return _best_cuts(len(counts), parts, lambda low, high: (ends[high] - ends[low] - fair) ** 2)


def alike_groups(values: Sequence[float], counts: Sequence[int], parts: int) -> list[int]:
    """Return where the groups begin within which values differ least (Fisher 1958, Jenks 1967).

    >>> alike_groups([1, 2, 30, 31, 90], [1, 1, 1, 1, 1], 3)
    [2, 4]
    """
    # Squares of large and close values would drown in rounding: counted from the least, in spans.
    span = values[-1] - values[0]
    scaled = [(value - values[0]) / span for value in values]
    numbers = [0, *accumulate(counts)]
    pairs = [*zip(scaled, counts, strict=True)]
    sums = [0.0, *accumulate(value * count for value, count in pairs)]
    squares = [0.0, *accumulate(value * value * count for value, count in pairs)]

    def spread(low: int, high: int) -> float:
        total = sums[high] - sums[low]
        return squares[high] - squares[low] - total * total / (numbers[high] - numbers[low])

    return _best_cuts(len(values), parts, spread)


def _nearest_cuts(ends: Sequence[int], parts: int) -> list[int] | None:
    """Return the cuts nearest to equal sizes; None if ties pull some of them too far."""
    size = ends[-1]
    aims = [(size - 1) * part // parts + 1 for part in range(1, parts)]
    found = [_nearest(ends, aim) for aim in aims]
    is_rising = all(low < high for low, high in pairwise([0, *found, len(ends) - 1]))
    slack = size // parts // SLIGHT
    is_near = all(abs(ends[cut] - aim) <= slack for cut, aim in zip(found, aims, strict=True))
    return found if is_rising and is_near else None


def _nearest(ends: Sequence[int], aim: int) -> int:
    above = bisect_left(ends, aim)
    return above if ends[above] - aim <= aim - ends[above - 1] else above - 1


def _best_cuts(size: int, parts: int, cost: Callable[[int, int], float]) -> list[int]:
    """Return where to cut a row so that the costs of its parts are least together.

    For costs such as squares the best last cut moves right with the end of the row, so that each
    round looks at few cuts.
    """
    best = [cost(0, end) if end else 0.0 for end in range(size + 1)]
    cuts: list[list[int]] = []
    for part in range(2, parts + 1):
        found, last = [0.0] * (size + 1), [0] * (size + 1)
        spans = [(part, size, part - 1, size - 1)]
        while spans:
            first, final, left, right = spans.pop()
            if first > final:
                continue
            end = (first + final) // 2
            choices = range(left, min(right, end - 1) + 1)
            found[end], last[end] = min((best[cut] + cost(cut, end), cut) for cut in choices)
            spans += [(first, end - 1, left, last[end]), (end + 1, final, last[end], right)]
        best = found
        cuts.append(last)
    return _walk_back(size, cuts)


def _walk_back(size: int, cuts: Sequence[Sequence[int]]) -> list[int]:
    found = [size]
    for last in reversed(cuts):
        found.insert(0, last[found[0]])
    return found[:-1]
