"""The paths of a county, made once for all its maps."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from fokusbericht.maps.outline import outline
from fokusbericht.maps.projection import MapLayout, Projection, layout_of
from fokusbericht.model.places import Geografie, Polygon, Ring


@dataclass(frozen=True, slots=True)
class CountyPaths:
    """All that maps of one county share."""

    layout: MapLayout
    areas: Mapping[str, str]  # AGS → path data
    rooms: Mapping[str, str]  # key of a Betrachtungsraum → path data of its outline
    aemter: Mapping[str, str]  # key of an Amt → the same
    county: str  # the outline of all
    places: Mapping[str, tuple[float, float]]  # AGS or key of a room → where its label goes


def draw(geografie: Geografie, width: int, captioned: bool = True) -> CountyPaths:
    """Return the drawing of a county; the same county is drawn only once.

    In a captioned one the inset has room for its name.
    """
    return _drawings(_Hashed(geografie, width, captioned))


@dataclass(frozen=True, slots=True, eq=False)
class _Hashed:
    # A Geografie holds dicts, which have no hash; what is drawn of it has one.
    geografie: Geografie
    width: int
    captioned: bool

    def _drawn(self) -> tuple[object, ...]:
        kommunen, raeume = self.geografie.kommunen.values(), self.geografie.raeume.items()
        rooms = ((key, room.zentren, room.kommunen) for key, room in raeume)
        aemter = ((key, amt.kommunen) for key, amt in self.geografie.aemter.items())
        return (
            self.width,
            self.captioned,
            *rooms,
            *aemter,
            *((k.ags, k.name, k.lon, k.lat, k.shape) for k in kommunen),
        )

    def __hash__(self) -> int:
        return hash((self.width, *self.geografie.kommunen, *self.geografie.raeume))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashed) and self._drawn() == other._drawn()


@lru_cache(maxsize=8)
def _drawings(hashed: _Hashed) -> CountyPaths:
    geografie = hashed.geografie
    layout = layout_of(geografie, hashed.width, hashed.captioned)
    shapes = {ags: kommune.shape for ags, kommune in sorted(geografie.kommunen.items())}
    areas = {
        ags: path_of(_rings(shape), layout.projection_of(ags)) for ags, shape in shapes.items()
    }
    rooms, aemter = (
        {key: outline_path(shapes, one.kommunen, layout) for key, one in many.items()}
        for many in (geografie.raeume, geografie.aemter)
    )
    county, places = outline_path(shapes, shapes, layout), _places(geografie, layout)
    return CountyPaths(layout, areas, rooms, aemter, county, places)


def outline_path(
    shapes: Mapping[str, tuple[Polygon, ...]], kommunen: Iterable[str], layout: MapLayout
) -> str:
    """Return the outline of several Kommunen; those in the inset are drawn there."""
    groups: dict[Projection, list[Polygon]] = {}
    for ags in kommunen:
        groups.setdefault(layout.projection_of(ags), []).extend(shapes.get(ags, ()))
    return "".join(path_of(outline(polygons), where) for where, polygons in groups.items())


def path_of(rings: Iterable[Ring], projection: Projection) -> str:
    """Return rings as path data in half px, each point relative to the one before."""
    return "".join(_ring([projection.px(*point) for point in ring]) for ring in rings)


def _ring(points: list[tuple[float, float]]) -> str:
    halves = [(round(x * 2), round(y * 2)) for x, y in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(halves) if a != b]
    if len(steps) < 3:
        return ""
    if halves[0] == halves[-1]:
        steps.pop()  # "z" draws it
    return f"M{_numbers(halves[0])}l{_numbers(half for step in steps for half in step)}z"


def _numbers(halves: Iterable[int]) -> str:
    # "3.5-2.5.5 7": a blank only where two numbers would run together.
    parts: list[str] = []
    before = ""
    for half in halves:
        number = f"{half / 2:g}"
        if abs(half) == 1:
            number = number.replace("0.", ".")
        joined = not before or number[0] == "-" or (number[0] == "." and "." in before)
        parts.append(number if joined else f" {number}")
        before = number
    return "".join(parts)


def _rings(shape: tuple[Polygon, ...]) -> Iterator[Ring]:
    for polygon in shape:
        yield from polygon


def _places(geografie: Geografie, layout: MapLayout) -> dict[str, tuple[float, float]]:
    # A room's name stands at its centre; of two centres, between them.
    places = {
        ags: layout.projection_of(ags).px(kommune.lon, kommune.lat)
        for ags, kommune in geografie.kommunen.items()
    }
    for key, room in geografie.raeume.items():
        centres = [places[ags] for ags in room.zentren if ags in places]
        if centres:
            x, y = (sum(values) / len(centres) for values in zip(*centres, strict=True))
            places[key] = (x, y)
    return places
