"""Borders that neighbours share, each told once: arcs, and areas as rings of arcs.

Neighbours have exactly the same points along their border, so arcs are found by comparing points.
A ring lists its arcs as TopoJSON does: 3 is the fourth arc, ~3 the same one backwards. Outer rings
turn counterclockwise, holes clockwise.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fokusbericht.model.places import Point, Polygon, Ring

ArcRing = tuple[int, ...]
ArcPolygon = tuple[ArcRing, ...]  # the outer ring first


@dataclass(frozen=True, slots=True)
class Topology:
    """All arcs of some areas, and the polygons of each area by its key."""

    arcs: tuple[Ring, ...]
    areas: Mapping[str, tuple[ArcPolygon, ...]]

    def points(self, ring: ArcRing) -> Ring:
        """Return the points of a ring; the last is the first again."""
        found: list[Point] = []
        for arc in ring:
            found += self.arc(arc)[bool(found) :]
        return tuple(found)

    def arc(self, number: int) -> Ring:
        """Return the points of an arc in the direction in which it is meant."""
        return self.arcs[number] if number >= 0 else self.arcs[~number][::-1]

    def joined(self, keys: Iterable[str]) -> tuple[ArcPolygon, ...]:
        """Return areas as one: without the borders that they share."""
        used = [arc for key in keys for one in self.areas[key] for ring in one for arc in ring]
        there = set(used)
        left = sorted(arc for arc in there if ~arc not in there)
        return _polygons(self, list(self._rings(left)))

    def _rings(self, arcs: Sequence[int]) -> Iterator[ArcRing]:
        """Yield the rings that arcs make; where one meets itself it is cut in two."""
        begins: dict[Point, list[int]] = defaultdict(list)
        for arc in reversed(arcs):
            begins[self.arc(arc)[0]].append(arc)
        for first in arcs:
            walk: list[int] = []
            here = self.arc(first)[0]
            while begins[here]:
                walk.append(begins[here].pop())
                here = self.arc(walk[-1])[-1]
                starts = [self.arc(arc)[0] for arc in walk]
                if here in starts:
                    yield tuple(walk[starts.index(here) :])
                    del walk[starts.index(here) :]


def topology_of(shapes: Mapping[str, Sequence[Polygon]]) -> Topology:
    """Return the arcs of areas, and the areas made of them."""
    turned = {
        key: [[turn(ring, is_outer=not number) for number, ring in enumerate(one)] for one in shape]
        for key, shape in shapes.items()
    }
    rings = [ring for shape in turned.values() for polygon in shape for ring in polygon]
    joints, known, arcs = _joints(rings), dict[Ring, int](), list[Ring]()

    def number_of(arc: Ring) -> int:
        if arc not in known:
            known[arc], known[arc[::-1]] = len(arcs), ~len(arcs)
            arcs.append(arc)
        return known[arc]

    areas = {
        key: tuple(
            tuple(tuple(map(number_of, _cut(ring, joints))) for ring in polygon)
            for polygon in shape
        )
        for key, shape in turned.items()
    }
    return Topology(tuple(arcs), areas)


def _joints(rings: Iterable[Ring]) -> set[Point]:
    """Return the points at which borders meet."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for one, other in pairwise(ring):
            neighbours[one].add(other)
            neighbours[other].add(one)
    return {point for point, others in neighbours.items() if len(others) != 2}


def _cut(ring: Ring, joints: set[Point]) -> Iterator[Ring]:
    """Yield a ring from joint to joint; without any, whole from its least point on."""
    points = ring[:-1]
    found = [number for number, point in enumerate(points) if point in joints]
    start = found[0] if found else points.index(min(points))
    points = (*points[start:], *points[: start + 1])
    ends = [number - start for number in found] or [0]
    for first, last in pairwise([*ends, len(points) - 1]):
        yield points[first : last + 1]


# --- Rings and polygons ---------------------------------------------------------------------------


def twice_the_area(ring: Ring) -> float:
    """Return twice the area within a ring, negative if it turns clockwise."""
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring))


def turn(ring: Ring, is_outer: bool) -> Ring:
    """Return a ring closed, without doubled points, in the direction that it should have."""
    points = [point for point, before in zip(ring, (None, *ring), strict=False) if point != before]
    if points[0] != points[-1]:
        points.append(points[0])
    return tuple(points if (twice_the_area(tuple(points)) > 0) is is_outer else points[::-1])


def _polygons(topology: Topology, rings: Sequence[ArcRing]) -> tuple[ArcPolygon, ...]:
    """Return rings as polygons: each hole in the smallest outer ring around it."""
    drawn = {ring: topology.points(ring) for ring in rings}
    sizes = {ring: twice_the_area(points) for ring, points in drawn.items()}
    found: dict[ArcRing, list[ArcRing]] = {ring: [ring] for ring in rings if sizes[ring] > 0}
    for hole in (ring for ring in rings if sizes[ring] < 0):
        around = [ring for ring in found if _holds(drawn[ring], drawn[hole])]
        if around:
            found[min(around, key=sizes.__getitem__)].append(hole)
    return tuple(map(tuple, found.values()))


def _holds(outer: Ring, inner: Ring) -> bool:
    """Say whether a ring lies in another; they may touch in some points."""
    votes = Counter(_is_in(outer, _between(*edge)) for edge in pairwise(inner))
    return votes[True] > votes[False]


def _between(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _is_in(ring: Ring, point: Point) -> bool:
    x, y = point
    crossed = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed
