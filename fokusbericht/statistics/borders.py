"""Which Kommunen share a border: those whose shapes have an edge in common."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import cos, hypot, radians

from fokusbericht.model.places import Kommune, Point
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report

KM_PER_DEGREE = 111.2
# The shapes are rounded to a grid of about 50 m: what is shorter may only be a corner that meets.
SHORTEST_KM = 0.05

Edge = tuple[Point, Point]


@query
def borders(report: Report) -> Mapping[str, tuple[str, ...]]:
    """Return for each Kommune (by AGS) the Kommunen it borders on within the county, sorted."""
    lengths = _shared_lengths(report.geografie.kommunen)
    found: dict[str, list[str]] = {ags: [] for ags in report.geografie.kommunen}
    for (one, other), length in sorted(lengths.items()):
        if length > SHORTEST_KM:
            found[one].append(other)
            found[other].append(one)
    return {ags: tuple(sorted(others)) for ags, others in found.items()}


def _shared_lengths(kommunen: Mapping[str, Kommune]) -> dict[tuple[str, str], float]:
    owners: dict[Edge, set[str]] = {}
    for ags, kommune in kommunen.items():
        for edge in _edges(kommune):
            owners.setdefault(edge, set()).add(ags)
    lengths: dict[tuple[str, str], float] = {}
    for edge, pair in owners.items():
        if len(pair) == 2:
            one, other = sorted(pair)
            lengths[one, other] = lengths.get((one, other), 0) + _length(edge)
    return lengths


def _edges(kommune: Kommune) -> Iterator[Edge]:
    for polygon in kommune.shape:
        for ring in polygon:
            yield from ((min(pair), max(pair)) for pair in pairwise(ring))


def _length(edge: Edge) -> float:
    (lon, lat), (other_lon, other_lat) = edge
    return hypot((lon - other_lon) * cos(radians(lat)), lat - other_lat) * KM_PER_DEGREE
