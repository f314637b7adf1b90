"""Outlines of several Kommunen together: what is left when the borders they share are gone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from fokusbericht.model.places import Point, Polygon, Ring


def outline(polygons: Iterable[Polygon]) -> tuple[Ring, ...]:
    """Return the closed rings around the polygons.

    Neighbours have exactly the same points along their border: an edge that occurs twice lies
    within. Islands and holes come out as rings of their own, to be filled by even and odd.
    """
    counts = Counter(edge for polygon in polygons for ring in polygon for edge in _edges(ring))
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for (one, other), count in counts.items():
        if count % 2:
            neighbours[one].add(other)
            neighbours[other].add(one)
    return tuple(_walks(neighbours))


def _edges(ring: Ring) -> Iterator[tuple[Point, Point]]:
    for one, other in pairwise(ring):
        if one != other:
            yield (one, other) if one < other else (other, one)


def _walks(neighbours: dict[Point, set[Point]]) -> Iterator[Ring]:
    # Every point has an even number of edges, so a walk can only end where it began.
    for start in sorted(neighbours):
        while neighbours[start]:
            ring = [start]
            while len(ring) == 1 or ring[-1] != start:
                here = ring[-1]
                there = min(neighbours[here])
                neighbours[here].remove(there)
                neighbours[there].remove(here)
                ring.append(there)
            yield tuple(ring)
