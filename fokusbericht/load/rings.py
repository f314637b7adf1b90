"""A geometry of GeoJSON → the polygons of a Kommune, or what is wrong with it.

Heights are passed over (RFC 7946), open rings closed, points that stand twice taken once.
"""

from collections.abc import Iterator
from itertools import pairwise

from fokusbericht.model.places import Point, Polygon, Ring

Shape = tuple[Polygon, ...]
Segment = tuple[float, float, float, float, int]  # from west to east, and its number in the ring

FEWEST = 4  # points of a ring, the first told again as the last
FARTHEST = 1000.0  # what is beyond was never meant as degrees
HUGE = 1e12  # what is beyond was never meant as anything
MOST_LOOKS = 3_000_000  # at pairs of segments: more is too slow to be worth it


class NoShape(Exception):
    """A geometry that is no shape; the message says why, after „Die Fläche von …“."""


class Metres(NoShape):
    """Coordinates in a system of metres: wrong for the whole file."""


def read_shape(geometry: object) -> Shape:
    """Return the polygons of a geometry. Raises NoShape."""
    shape = tuple(_polygon(rings) for rings in _polygons(geometry))
    if not shape:
        raise NoShape("ist leer.")
    return shape


def _polygons(geometry: object) -> Iterator[object]:
    """Yield the coordinates of each polygon, in collections too."""
    waiting = [geometry]
    while waiting:
        found = waiting.pop()
        if not isinstance(found, dict):
            raise NoShape("fehlt: Unter „geometry“ steht kein Polygon.")
        kind = found.get("type")
        inner = found.get("geometries" if kind == "GeometryCollection" else "coordinates")
        if kind == "Polygon":
            yield inner
        elif kind in ("MultiPolygon", "GeometryCollection") and isinstance(inner, list):
            if kind == "MultiPolygon":
                yield from inner
            else:
                waiting.extend(reversed(inner))
        elif isinstance(kind, str) and kind.endswith(("Point", "LineString")):
            raise NoShape(f"ist keine Fläche, sondern „{kind}“. Gebraucht wird Polygon.")
        else:
            raise NoShape("ist weder Polygon noch MultiPolygon.")


def _polygon(rings: object) -> Polygon:
    if not isinstance(rings, list):
        raise NoShape("hat keine lesbaren Koordinaten.")
    if not rings:
        raise NoShape("ist leer.")
    return tuple(_ring(ring) for ring in rings)


def _ring(points: object) -> Ring:
    if not isinstance(points, list):
        raise NoShape("hat keine lesbaren Koordinaten.")
    if len(points) < FEWEST:
        raise NoShape(f"hat einen Ring mit weniger als {FEWEST} Punkten.")
    read = [_point(point) for point in points]
    ring = [read[0], *(here for before, here in pairwise(read) if here != before)]
    if ring[0] != ring[-1]:
        ring.append(ring[0])
    if crossing := find_crossing(ring):
        raise NoShape(
            f"überschneidet sich selbst bei {crossing[0]:.5f}, {crossing[1]:.5f}. "
            "„einlesen grenzen“ bereinigt das."
        )
    if len(set(ring)) < FEWEST - 1 or not _area(ring):
        raise NoShape("hat einen Ring ohne Inhalt: Seine Punkte liegen auf einer Linie.")
    return tuple(ring)


def _point(point: object) -> Point:
    if not isinstance(point, list) or len(point) < 2:
        raise NoShape("hat einen Punkt ohne Länge und Breite.")
    lon, lat = _degree(point[0]), _degree(point[1])
    if abs(lon) > FARTHEST or abs(lat) > FARTHEST:
        raise Metres(f"hat Koordinaten in Metern ({lon:.0f}, {lat:.0f}), gebraucht werden Grade.")
    if abs(lon) > 180 or abs(lat) > 90:
        raise NoShape(
            f"liegt nicht auf der Erde: {lon:g}, {lat:g}. Erst die Länge, dann die Breite."
        )
    return lon, lat


def _degree(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < HUGE:
        return float(value)
    shown = "null" if value is None else str(value)[:20]
    raise NoShape(f"hat eine Koordinate, die keine Zahl ist: „{shown}“.")


def _area(ring: list[Point]) -> float:
    """Return twice the area, counted from its first point for the sake of the digits."""
    left, low = ring[0]
    return sum(
        (one[0] - left) * (other[1] - low) - (other[0] - left) * (one[1] - low)
        for one, other in pairwise(ring)
    )


def find_crossing(ring: list[Point]) -> Point | None:
    """Return where a ring crosses itself; that it touches itself is none.

    Only segments above the same piece of the earth from west to east are compared.
    """
    segments = sorted(
        (*one, *other, number) if one <= other else (*other, *one, number)
        for number, (one, other) in enumerate(pairwise(ring))
    )
    open_ones: list[Segment] = []
    looks = 0
    for segment in segments:
        open_ones = [other for other in open_ones if other[2] >= segment[0]]
        looks += len(open_ones)
        if looks > MOST_LOOKS:
            return None
        for other in open_ones:
            if _cross(segment, other):
                return _meeting(segment, other)
        open_ones.append(segment)
    return None


def _cross(one: Segment, other: Segment) -> bool:
    """Tell whether each has the ends of the other on both sides."""
    return (
        _side(one, other[0], other[1]) * _side(one, other[2], other[3]) < 0
        and _side(other, one[0], one[1]) * _side(other, one[2], one[3]) < 0
    )


def _side(line: Segment, x: float, y: float) -> float:
    side = (line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0])
    # What differs by the last digits lies on the line.
    return side if abs(side) > 1e-15 else 0.0


def _meeting(one: Segment, other: Segment) -> Point:
    before, after = _side(other, one[0], one[1]), _side(other, one[2], one[3])
    part = before / (before - after)
    return one[0] + part * (one[2] - one[0]), one[1] + part * (one[3] - one[1])
