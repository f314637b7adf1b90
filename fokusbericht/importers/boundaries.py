"""Official boundaries become our own map: few points, shared borders stay shared.

The map of the county is made with

    raw = read_boundaries(Path("gemeinden_pinneberg.geojson"))
    kommunen, problems = generalise(raw, tolerance=0.0014, grid=0.0005)
    text = format_geojson(kommunen, ATTRIBUTION)
    Path("geo/kommunen.geojson").write_text(text, encoding="utf-8")

and looks like this, one Kommune a line, sorted by AGS:

    {"type":"FeatureCollection","attribution":"© GeoBasis-DE / BKG 2023, …","features":[
    {"type":"Feature","properties":{"ags":"01056001","name":"Appen"},"geometry":{"type":…}},
    …
    ]}
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, radians
from pathlib import Path

import geopandas
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from fokusbericht.problems import Place, Problem

RULE = "grenzen"
ATTRIBUTION = "© GeoBasis-DE / BKG 2023, dl-de/by-2-0, Daten verändert"
SMALLEST_KM2 = 0.05
KM_PER_DEGREE = 111.195
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Boundary:
    """A Kommune and its area, in degrees (WGS84)."""

    ags: str
    """The key; as the source spells it before `generalise`, 8 digits after."""
    name: str
    geometry: BaseGeometry
    """Empty where the source has none."""
    place: Place
    """The file it comes from, for what is told about it."""


@dataclass(frozen=True, slots=True)
class Face:
    """A piece of the map that no border crosses."""

    polygon: shapely.Polygon
    owner: int
    """The position of the Kommune it belongs to, or NOBODY."""


def read_boundaries(
    path: Path,
    key: str = "ags",
    name: str = "name",
    layer: str | None = None,
    where: str | None = None,
) -> tuple[Boundary, ...]:
    """Read a boundary file of any kind geopandas knows; key and name are columns in it."""
    table = geopandas.read_file(path, layer=layer, where=where)
    table = table if table.crs is None else table.to_crs("EPSG:4326")
    areas = (shapely.Polygon() if area is None else area for area in table.geometry)
    rows = zip(table[key], table[name], areas, strict=True)
    place = Place(str(path))
    return tuple(Boundary(_spelt(ags), str(text), area, place) for ags, text, area in rows)


def _spelt(key: object) -> str:
    """Return a key as text, also where a column of numbers with gaps has made a fraction of it."""
    return str(int(key)) if isinstance(key, float) and key.is_integer() else str(key)


def generalise(
    boundaries: Iterable[Boundary], tolerance: float, grid: float
) -> tuple[tuple[Boundary, ...], tuple[Problem, ...]]:
    """Return the boundaries with fewer points, all on the grid, and what was wrong with them.

    A corner goes when the triangle it makes is smaller than the squared tolerance (Visvalingam
    and Whyatt): a measure of area, so that unequal degrees of longitude and latitude do no harm.
    Snapping comes first and simplifying second, for simplifying only leaves points out:
    what lies on the grid stays there, and what fits together keeps fitting.
    """
    usable, problems = _usable(boundaries)
    kommunen = _merged(usable)
    faces = _settled(_faces(kommunen, grid))
    problems += (*_overlaps(kommunen), *_gaps(faces, kommunen))
    snapped = _dissolved(kommunen, faces)
    problems += tuple(_vanished(kommunen, snapped))
    pairs = zip(snapped, _simplified(snapped, tolerance), strict=True)
    return tuple(replace(each, geometry=_tidied(area, grid)) for each, area in pairs), problems


def normal_key(text: str) -> str | None:
    """Return the 8-digit AGS for any official spelling, or None when it is not one.

    >>> [normal_key(key) for key in ("1056015", "010560015015", "10560015015", "56 015")]
    ['01056015', '01056015', '01056015', None]
    """
    digits = re.sub(r"\s", "", text)
    if not re.fullmatch(r"[0-9]{7,8}|[0-9]{11,12}", digits):
        return None
    full = digits.zfill(8 if len(digits) < 9 else 12)
    return full[:5] + full[-3:] if "01" <= full[:2] <= "16" else None


def format_geojson(boundaries: Iterable[Boundary], attribution: str) -> str:
    """Return the map as GeoJSON, one Kommune a line."""
    head = '{"type":"FeatureCollection","attribution":' + _json(attribution)
    lines = ",\n".join(_json(_feature(each)) for each in boundaries)
    return f'{head},"features":[\n{lines}\n]}}\n'


def _usable(
    boundaries: Iterable[Boundary],
) -> tuple[tuple[Boundary, ...], tuple[Problem, ...]]:
    """Part what can be drawn, with its key made normal, from what cannot, with the reason."""
    good: list[Boundary] = []
    bad: list[Problem] = []
    for number, each in enumerate(boundaries, start=1):
        ags, area = normal_key(each.ags), _area_of(each.geometry)
        if ags is None:
            bad.append(_problem(each, f"Objekt {number}: „{each.ags}“ ist kein Gemeindeschlüssel."))
        elif area.is_empty:
            bad.append(_problem(each, f"Objekt {number}: {each.name} ({ags}) hat keine Fläche."))
        else:
            good.append(replace(each, ags=ags, geometry=area))
    return tuple(good), tuple(bad)


def _area_of(geometry: BaseGeometry) -> BaseGeometry:
    """Return the valid area of a geometry: no third dimension, no lines, no points."""
    return shapely.buffer(shapely.make_valid(shapely.force_2d(geometry)), 0)


def _merged(boundaries: Sequence[Boundary]) -> tuple[Boundary, ...]:
    """Unite what has the same AGS (land and water come apart), sorted by AGS."""
    first = {each.ags: each for each in reversed(boundaries)}
    return tuple(
        replace(
            first[ags],
            geometry=shapely.union_all([b.geometry for b in boundaries if b.ags == ags]),
        )
        for ags in sorted(first)
    )


def _faces(kommunen: Sequence[Boundary], grid: float) -> tuple[Face, ...]:
    """Snap all borders at once, cut them where they meet, and see what lies between them."""
    areas = [each.geometry for each in kommunen]
    borders = shapely.union_all([area.boundary for area in areas], grid_size=grid)
    tree = shapely.STRtree(areas)
    polygons = shapely.get_parts(shapely.polygonize([borders]))
    return tuple(Face(polygon, _owner(polygon, tree)) for polygon in polygons)


def _owner(polygon: shapely.Polygon, tree: shapely.STRtree) -> int:
    """Return whose area covers most of the polygon (first of equals), NOBODY if under half."""
    near = sorted(int(position) for position in tree.query(polygon))
    shares = {position: polygon.intersection(tree.geometries[position]).area for position in near}
    best = max(shares, key=lambda position: shares[position], default=NOBODY)
    return best if best != NOBODY and shares[best] * 2 >= polygon.area else NOBODY


def _settled(faces: Sequence[Face]) -> tuple[Face, ...]:
    """Give each sliver to the neighbour with the longest common border; a lone islet goes.

    The largest piece of each Kommune stays, however small it is.
    """
    largest = {face.owner: face for face in sorted(faces, key=lambda face: face.polygon.area)}
    drawn = [face for face in faces if _is_drawn(face, largest)]
    slivers = [face for face in faces if not _is_drawn(face, largest)]
    tree = shapely.STRtree([face.polygon for face in drawn])
    return (*drawn, *(replace(face, owner=_heir(face, drawn, tree)) for face in slivers))


def _is_drawn(face: Face, largest: Mapping[int, Face]) -> bool:
    """Tell whether a piece is large enough to be drawn, or all that its Kommune has."""
    return not _is_sliver(face) or (face.owner != NOBODY and largest[face.owner] is face)


def _is_sliver(face: Face) -> bool:
    return _km2(face.polygon) < SMALLEST_KM2


def _heir(sliver: Face, drawn: Sequence[Face], tree: shapely.STRtree) -> int:
    """Return the Kommune that shares most border with the sliver."""
    shared: defaultdict[int, float] = defaultdict(float)
    for position in sorted(int(found) for found in tree.query(sliver.polygon)):
        common = sliver.polygon.boundary.intersection(drawn[position].polygon.boundary)
        if drawn[position].owner != NOBODY and common.length:
            shared[drawn[position].owner] += common.length
    return max(shared, key=lambda owner: shared[owner], default=NOBODY)


def _dissolved(kommunen: Sequence[Boundary], faces: Sequence[Face]) -> tuple[Boundary, ...]:
    """Unite the pieces of each Kommune that still has some."""
    owned = {face.owner for face in faces}
    return tuple(
        replace(each, geometry=shapely.union_all([f.polygon for f in faces if f.owner == number]))
        for number, each in enumerate(kommunen)
        if number in owned
    )


def _simplified(kommunen: Sequence[Boundary], tolerance: float) -> Iterator[BaseGeometry]:
    """Leave corners out, half as boldly for an island: it is an inset on maps, drawn larger."""
    areas = [each.geometry for each in kommunen]
    tree = shapely.STRtree(areas)
    coarse = shapely.coverage_simplify(areas, tolerance)
    fine = shapely.coverage_simplify(areas, tolerance / 2)
    for number, area in enumerate(areas):
        is_island = len(tree.query(area, predicate="intersects")) == 1
        yield (fine if is_island else coarse)[number]


def _tidied(area: BaseGeometry, grid: float) -> BaseGeometry:
    """Return the area with clean numbers, parts in order and rings as RFC 7946 wants them."""
    clean = shapely.transform(area, lambda points: np.round(np.round(points / grid) * grid, 9))
    return shapely.orient_polygons(shapely.normalize(clean))


def _overlaps(kommunen: Sequence[Boundary]) -> Iterator[Problem]:
    """Tell of two Kommunen that claim the same land."""
    areas = [each.geometry for each in kommunen]
    tree = shapely.STRtree(areas)
    pairs = tree.query(tree.geometries, predicate="intersects").T.tolist()
    for one, other in sorted((one, other) for one, other in pairs if one < other):
        if _km2(areas[one].intersection(areas[other])) >= SMALLEST_KM2:
            names = f"{kommunen[one].name} und {kommunen[other].name}"
            yield _problem(kommunen[one], f"{names} überlappen sich.")


def _gaps(faces: Sequence[Face], kommunen: Sequence[Boundary]) -> Iterator[Problem]:
    """Tell of land amidst the Kommunen that belongs to none of them."""
    for face in faces:
        if face.owner == NOBODY and not _is_sliver(face):
            spot = face.polygon.representative_point()
            sentence = f"Bei {spot.x:.3f}, {spot.y:.3f} liegt eine Fläche, die niemandem gehört."
            yield _problem(kommunen[0], sentence)


def _vanished(before: Sequence[Boundary], after: Sequence[Boundary]) -> Iterator[Problem]:
    """Tell of Kommunen too small for the grid."""
    left = {each.ags for each in after}
    for each in before:
        if each.ags not in left:
            yield _problem(each, f"{each.name} ({each.ags}) ist für das Raster zu klein.")


def _problem(boundary: Boundary, sentence: str) -> Problem:
    return Problem(boundary.place, sentence, RULE)


def _km2(area: BaseGeometry) -> float:
    """Return about how many square kilometres an area in degrees covers."""
    shrink = 0.0 if area.is_empty else cos(radians(area.centroid.y))
    return float(area.area * shrink * KM_PER_DEGREE**2)


def _feature(boundary: Boundary) -> dict[str, object]:
    """Return the GeoJSON of one Kommune."""
    return {
        "type": "Feature",
        "properties": {"ags": boundary.ags, "name": boundary.name},
        "geometry": shapely.geometry.mapping(boundary.geometry),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
