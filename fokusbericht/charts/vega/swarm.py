"""Dots beside one another on an axis, moved up and down until none covers another."""

from collections.abc import Iterator, Sequence

AIR = 1.5  # px between two dots


def swarm(places: Sequence[float], radius: float) -> list[float]:
    """Return how far each dot moves from the middle line: as little as it must, by turns."""
    reach = 2 * radius + AIR
    moved: dict[int, float] = {}
    for number in sorted(range(len(places)), key=lambda n: (places[n], n)):
        near = [
            (abs(places[number] - places[other]), move)
            for other, move in moved.items()
            if abs(places[number] - places[other]) < reach
        ]
        free = (
            move for move in sorted(_moves(near, reach), key=_least) if _fits(move, near, reach)
        )
        moved[number] = next(free)
    return [round(moved[number], 1) for number in range(len(places))]


def _moves(near: Sequence[tuple[float, float]], reach: float) -> Iterator[float]:
    # The middle, and right above and below each neighbour.
    yield 0.0
    for apart, move in near:
        height = (reach**2 - apart**2) ** 0.5
        yield move + height
        yield move - height


def _least(move: float) -> tuple[float, float]:
    return abs(move), move


def _fits(move: float, near: Sequence[tuple[float, float]], reach: float) -> bool:
    return all(apart**2 + (move - other) ** 2 >= reach**2 - 1e-6 for apart, other in near)
