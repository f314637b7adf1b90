"""From degrees to the picture: the mainland fills the picture, what is far off gets an inset."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, cos, floor, radians

from fokusbericht.charts.layout import Rectangle
from fokusbericht.model.places import Geografie, Kommune, Polygon, Ring

REMOTE = 0.15  # degrees between a Kommune and the nearest other: further off, it gets an inset
EDGE = 4  # px between the map and the edge of the picture
INSET = 0.32  # the inset's island is at most so much of the mainland's width
CAPTION = 46  # px in the inset for its two lines of text
PAD = 8


@dataclass(frozen=True, slots=True)
class Projection:
    """Equirectangular, true at the middle latitude: x = left + (lon − west) · scale · shrink."""

    west: float
    north: float
    scale: float  # px per degree of latitude
    shrink: float
    left: float = 0
    top: float = 0

    def px(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the place in the picture."""
        x = self.left + (lon - self.west) * self.scale * self.shrink
        return x, self.top + (self.north - lat) * self.scale


@dataclass(frozen=True, slots=True)
class Inset:
    """The frame around what is far off, drawn `factor` times as large as the mainland."""

    box: Rectangle
    name: str
    factor: int
    kommunen: frozenset[str]
    projection: Projection


@dataclass(frozen=True, slots=True)
class MapLayout:
    """The picture's size in px and where everything lies in it."""

    width: int
    height: int
    mainland: Projection
    inset: Inset | None

    def projection_of(self, ags: str) -> Projection:
        """Return how this Kommune is drawn."""
        return self.inset.projection if self._is_far(ags) and self.inset else self.mainland

    def _is_far(self, ags: str) -> bool:
        return self.inset is not None and ags in self.inset.kommunen


def layout_of(geografie: Geografie, width: int, captioned: bool = True) -> MapLayout:
    """Fit the county into a picture of about this width; an inset may widen it a little."""
    shapes = {ags: kommune.shape for ags, kommune in geografie.kommunen.items() if kommune.shape}
    far = far_off(shapes)
    near = [shape for ags, shape in shapes.items() if ags not in far]
    west, south, east, north = _bounds(near)
    shrink = cos(radians((south + north) / 2))
    scale = (width - 2 * EDGE) / ((east - west) * shrink)
    mainland = Projection(west, north, scale, shrink, EDGE, EDGE)
    height = ceil((north - south) * scale) + 2 * EDGE
    if not far:
        return MapLayout(width, height, mainland, None)
    names = [geografie.kommunen[ags] for ags in sorted(far)]
    room = CAPTION if captioned else PAD
    return _with_inset(MapLayout(width, height, mainland, None), near, names, room)


def far_off(shapes: Mapping[str, tuple[Polygon, ...]]) -> frozenset[str]:
    """Return the keys that no chain of near neighbours ties to the Kommune with most points."""
    boxes = {ags: _bounds([shape]) for ags, shape in shapes.items()}
    near = {max(shapes, key=lambda ags: (sum(map(len, shapes[ags][0])), ags))} if shapes else set()
    front = set(near)
    while front:
        front = {
            ags
            for ags in boxes.keys() - near
            if any(_gap(boxes[ags], boxes[other]) <= REMOTE for other in front)
        }
        near |= front
    return frozenset(boxes.keys() - near)


def _gap(one: Rectangle, other: Rectangle) -> float:
    across = max(one[0] - other[2], other[0] - one[2], 0)
    along = max(one[1] - other[3], other[1] - one[3], 0)
    return max(across, along)


def _bounds(shapes: Iterable[tuple[Polygon, ...]]) -> Rectangle:
    points = [point for shape in shapes for polygon in shape for ring in polygon for point in ring]
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return min(lons), min(lats), max(lons), max(lats)


def _with_inset(
    layout: MapLayout, near: list[tuple[Polygon, ...]], far: list[Kommune], room: int
) -> MapLayout:
    # The inset stands in the upper left corner; the mainland moves aside as far as it must.
    west, south, east, north = _bounds([kommune.shape for kommune in far])
    scale, shrink = layout.mainland.scale, layout.mainland.shrink
    native = (east - west) * scale * shrink
    factor = max(1, floor(layout.width * INSET / native))
    box = (
        1.0,
        1.0,
        1 + max(native * factor + 2 * PAD, layout.width * INSET),
        1 + (north - south) * scale * factor + room + PAD,
    )
    left = (box[0] + box[2] - native * factor) / 2
    own = Projection(west, north, scale * factor, shrink, left, box[1] + room)
    rings = [ring for shape in near for polygon in shape for ring in polygon]
    aside = _aside(layout.mainland, rings, box)
    mainland = Projection(
        layout.mainland.west, layout.mainland.north, scale, shrink, EDGE + aside, EDGE
    )
    name = ", ".join(kommune.name for kommune in far)
    inset = Inset(box, name, factor, frozenset(kommune.ags for kommune in far), own)
    return MapLayout(layout.width + aside, layout.height, mainland, inset)


def _aside(mainland: Projection, rings: list[Ring], box: Rectangle) -> int:
    # How far the mainland must move to the right to keep off the inset.
    corner = [mainland.px(*point) for ring in rings for point in ring]
    reach = [box[2] + 2 * PAD - x for x, y in corner if y < box[3] + 2 * PAD]
    return max(0, ceil(max(reach, default=0)))
