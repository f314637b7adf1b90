"""Dots beside one another on an axis, moved up and down until none covers another."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

AIR = 1.5  # px between two dots
TOLERANCE = 1e-6  # px², as squares and roots do not meet exactly

PlacedDots = Sequence[tuple[float, float]]  # how far along the axis, and how far moved


def swarm(places: Sequence[float], radius: float) -> list[float]:
    """Return how far each dot moves from the middle line: as little as it must, by turns."""
    reach = 2 * radius + AIR
    moved: dict[int, float] = {}
    for number in sorted(range(len(places)), key=lambda n: (places[n], n)):
        # Those before it lie in their order along the axis: the near ones are the last.
        apart = ((places[number] - places[other], moved[other]) for other in reversed(moved))
        near = list(takewhile(lambda one: one[0] < reach, apart))
        taken = _taken(near, reach)
        moves = sorted(_moves(near, reach))
        moved[number] = next(move for _, move in moves if _is_free(move, taken))
    return [round(moved[number], 1) for number in range(len(places))]


def _moves(near: PlacedDots, reach: float) -> Iterator[tuple[float, float]]:
    """Yield moves, each after how far it goes: to the middle, right above, right below others."""
    yield 0.0, 0.0
    for apart, move in near:
        height = (reach**2 - apart**2) ** 0.5
        for end in (move + height, move - height):
            yield abs(end), end


def _taken(near: PlacedDots, reach: float) -> list[tuple[float, float]]:
    """Return from where to where each stretch goes that neighbours leave no room in, sorted."""
    heights = ((move, reach**2 - apart**2 - TOLERANCE) for apart, move in near)
    stretches = sorted((move - high**0.5, move + high**0.5) for move, high in heights if high > 0)
    joined: list[tuple[float, float]] = []
    for low, high in stretches:
        if joined and low < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return joined


def _is_free(move: float, taken: Sequence[tuple[float, float]]) -> bool:
    before = bisect_left(taken, (move, move)) - 1
    return before < 0 or taken[before][1] <= move
