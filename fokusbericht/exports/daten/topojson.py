"""/daten/karte.topojson: all layers of the county's map in one, each border once.

    {"type": "Topology", "transform": {"scale": [0.0005, 0.0005], "translate": [9.4, 53.5]},
     "objects": {"kommunen": {"type": "GeometryCollection", "geometries": [
       {"type": "MultiPolygon", "id": "01056001", "arcs": [[[0, ~2, 5]]], "properties": {…}}, …]}},
     "arcs": [[[10, 4], [3, -1], …], …]}

Nothing is rounded: the scale is the grid on which the points lie. Outer rings turn clockwise here,
as the programs that draw such files (d3) fill the rest of the world otherwise.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import pairwise
from math import gcd

from fokusbericht.exports.daten.layers import (
    MapFeature,
    extent_of,
    layers_of,
    polygons_of,
    topology,
)
from fokusbericht.exports.daten.topology import ArcRing
from fokusbericht.model.places import Ring
from fokusbericht.model.report import Report

UNIT = 10_000_000  # of a degree: its parts, each a centimetre


def topojson(report: Report) -> Mapping[str, object]:
    """Return the file as plain data."""
    arcs = topology(report).arcs
    xs = _axis(x for arc in arcs for x, _ in arc)
    ys = _axis(y for arc in arcs for _, y in arc)
    extent = extent_of(point for arc in arcs for point in arc)
    return {
        "type": "Topology",
        "titel": f"{report.geografie.name}: Kommunen, Ämter, Betrachtungsräume",
        "quelle": report.geografie.quelle,
        **({"bbox": extent} if extent else {}),
        "transform": {
            "scale": [xs.step / UNIT, ys.step / UNIT],
            "translate": [xs.start / UNIT, ys.start / UNIT],
        },
        "objects": {
            layer.name: {
                "type": "GeometryCollection",
                "geometries": [_geometry(report, one) for one in layer.features],
            }
            for layer in layers_of(report)
        },
        "arcs": [_steps(arc, xs, ys) for arc in arcs],
    }


def _axis(values: Iterable[float]) -> range:
    """Return where numbers begin, and the widest step by which all can be reached."""
    whole = sorted({_whole(value) for value in values}) or [0]
    return range(whole[0], whole[-1] + 1, reduce(gcd, (one - whole[0] for one in whole)) or 1)


def _whole(value: float) -> int:
    return round(value * UNIT)


def _steps(arc: Ring, xs: range, ys: range) -> list[tuple[int, int]]:
    """Return the points of an arc on the grid: the first, then each as the way to it."""
    points = [
        ((_whole(x) - xs.start) // xs.step, (_whole(y) - ys.start) // ys.step) for x, y in arc
    ]
    return [points[0], *((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points))]


def _geometry(report: Report, feature: MapFeature) -> Mapping[str, object]:
    said = {"id": feature.key, "properties": feature.said}
    polygons = polygons_of(report, feature)
    if not polygons:
        return {"type": None, **said}
    arcs = [[_clockwise(ring) for ring in polygon] for polygon in polygons]
    if len(arcs) == 1:
        return {"type": "Polygon", **said, "arcs": arcs[0]}
    return {"type": "MultiPolygon", **said, "arcs": arcs}


def _clockwise(ring: ArcRing) -> list[int]:
    return [~arc for arc in reversed(ring)]
