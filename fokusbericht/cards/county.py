"""The county in shades: what lies where is found once, and then only coloured for each card."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from PIL import Image, ImageDraw

from fokusbericht.cards.sheet import FINE, FIRST, FULL
from fokusbericht.charts.vega.palette import Pixels
from fokusbericht.maps.outline import outline
from fokusbericht.maps.projection import MapLayout, layout_of
from fokusbericht.model.places import Geografie, Ring

RIM = 1.4  # px between two areas
STEPS = 2  # shades of a rim: more would be seen in the size of the file alone
HATCHED = {"fehlt": (7, (1,)), "geheim": (7, (1, -1))}  # px between two lines, and which way
GROUND = 1  # shades of what lies between the lines of a pattern
TRIAL = 540  # px


@dataclass(frozen=True, slots=True)
class CountyPlate:
    """A map without colours: for each pixel the number of its area (0: none), and its share."""

    area: Pixels
    share: Pixels
    inset: tuple[float, float, float, float] | None  # the box around what is far off

    @property
    def width(self) -> int:
        """Return how wide it is, in px."""
        return int(self.area.shape[1])

    @property
    def height(self) -> int:
        """Return how high it is."""
        return int(self.area.shape[0])


def plate_of(geografie: Geografie, areas: tuple[str, ...], width: int, height: int) -> CountyPlate:
    """Return the map of these areas, as large as it can be in a box; made once for all cards."""
    return _plates(_Asked(geografie, areas, width, height))


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    # A Geografie holds dicts, which have no hash; what is drawn of it has one.
    geografie: Geografie
    areas: tuple[str, ...]
    width: int
    height: int

    def _drawn(self) -> tuple[object, ...]:
        geografie = self.geografie
        shapes = ((ags, one.shape) for ags, one in geografie.kommunen.items())
        return (self.areas, self.width, self.height, *shapes, *_unions(geografie).items())

    def __hash__(self) -> int:
        return hash((self.areas, self.width, self.height))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._drawn() == other._drawn()


@lru_cache(maxsize=8)
def _plates(asked: _Asked) -> CountyPlate:
    layout = _layout(asked)
    size = layout.width * FINE, layout.height * FINE
    image = Image.new("L", size)
    pen = ImageDraw.Draw(image)
    rings = [
        (number, ring)
        for number, area in enumerate(asked.areas, 1)
        for ring in _rings(asked.geografie, area, layout)
    ]
    # The largest first: what lies in the hole of another is drawn upon it.
    rings.sort(key=lambda one: -_size(one[1]))
    for number, ring in rings:
        pen.polygon(ring, number)
    for _, ring in rings:
        pen.line([*ring, ring[0]], 0, round(RIM * FINE), "curve")
    parts = np.asarray(image).reshape(layout.height, FINE, layout.width, FINE)
    filled = np.count_nonzero(parts, axis=(1, 3)) / (FINE * FINE)
    share = np.rint(filled * STEPS) * (FULL // STEPS)
    inset = layout.inset.box if layout.inset else None
    return CountyPlate(parts.max(axis=(1, 3)), share.astype(np.uint8), inset)


def _layout(asked: _Asked) -> MapLayout:
    trial = layout_of(asked.geografie, TRIAL, captioned=False)
    scale = min(asked.width / trial.width, asked.height / trial.height)
    layout = layout_of(asked.geografie, int(TRIAL * scale), captioned=False)
    while layout.width > asked.width or layout.height > asked.height:
        scale *= 0.99
        layout = layout_of(asked.geografie, int(TRIAL * scale), captioned=False)
    return layout


def _unions(geografie: Geografie) -> dict[str, tuple[str, ...]]:
    """Return the Kommunen of each room and of each Amt."""
    rooms = {key: one.kommunen for key, one in geografie.raeume.items()}
    return rooms | {key: one.kommunen for key, one in geografie.aemter.items()}


def _rings(geografie: Geografie, area: str, layout: MapLayout) -> list[list[tuple[float, float]]]:
    """Return the rings of an area, in parts of px; what is drawn elsewhere is a ring of its own."""
    groups: dict[object, list[str]] = {}
    members = _unions(geografie).get(area, (area,))
    for ags in (one for one in members if one in geografie.kommunen):
        groups.setdefault(layout.projection_of(ags), []).append(ags)
    drawn = []
    for group in groups.values():
        shapes = [polygon for ags in group for polygon in geografie.kommunen[ags].shape]
        found: Iterable[Ring] = outline(shapes) if len(group) > 1 else chain(*shapes)
        projection = layout.projection_of(group[0])
        for ring in found:
            points = (projection.px(*point) for point in ring)
            drawn.append([(x * FINE, y * FINE) for x, y in points])
    return drawn


def _size(ring: list[tuple[float, float]]) -> float:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def coloured(plate: CountyPlate, colours: Mapping[int, str]) -> Pixels:
    """Return the map with each area in its colour, as numbers of the palette; paper is 0."""
    first = np.zeros(256, np.uint8)
    for number, colour in colours.items():
        first[number] = FIRST[colour if colour in FIRST else "leise"]
    pixels = first[plate.area] + plate.share
    for css in HATCHED.keys() & set(colours.values()):
        numbers = [number for number, colour in colours.items() if colour == css]
        here = np.isin(plate.area, numbers)
        pattern = pattern_of(css, plate.width, plate.height)
        pixels[here] = FIRST["leise"] + pattern[here] * (plate.share[here] > FULL // 2)
    pixels[plate.share == 0] = 0
    return pixels


@lru_cache(maxsize=16)
def pattern_of(css: str, width: int, height: int) -> Pixels:
    """Return the pattern of areas without a figure, in shades."""
    step, ways = HATCHED[css]
    y, x = np.mgrid[:height, :width]
    shades = np.full((height, width), GROUND, np.uint8)
    for way in ways:
        shades[(x + way * y) % step == 0] = FULL - 2
    return shades
