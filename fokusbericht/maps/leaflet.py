"""The interactive map: what its frame says, the shared geometry, and the names of classes."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from types import ModuleType
from typing import cast

import orjson

from fokusbericht.maps.drawing import draw
from fokusbericht.maps.map_frame import MapFrame
from fokusbericht.maps.outline import outline
from fokusbericht.maps.projection import EDGE, far_off
from fokusbericht.maps.svg import WIDTH, inset_scale
from fokusbericht.model.places import Geografie, Polygon, Ring
from fokusbericht.text.formatting import format_number

MOST_DIGITS = 15  # of a break that somebody wrote
GRID = 10_000  # coordinates are whole numbers of 1/10,000 degree, each relative to the one before


def interactive(frame: MapFrame) -> bytes:
    """Return the script of the interactive map, which is laid over the county's picture."""
    with _left_out("pandas"):
        from fokusbericht.maps.folium_map import render

    return render(has_inset=bool(frame.far)).encode()


@contextmanager
def _left_out(name: str) -> Iterator[None]:
    """Let nobody load a package meanwhile: folium can do without pandas, which is for tables."""
    is_known = name in sys.modules
    sys.modules.setdefault(name, cast(ModuleType, None))
    try:
        yield
    finally:
        if not is_known:
            del sys.modules[name]


def frame_of_map(geografie: Geografie) -> MapFrame:
    """Return where the picture of the county has what."""
    layout = draw(geografie, WIDTH).layout
    left, top = layout.mainland.left, layout.mainland.top
    size, mainland = (
        (layout.width, layout.height),
        (left, top, layout.width - EDGE, layout.height - EDGE),
    )
    if layout.inset is None:
        return MapFrame(size, mainland)
    inset = layout.inset
    return MapFrame(size, mainland, inset.box, inset.name, inset.factor, inset_scale(inset))


def geometry(geografie: Geografie) -> bytes:
    """Return the shapes of all areas as JSON, in the order of `kreisdaten`.

    {"kommunen": [{"id": "01056001", "fern": false, "ringe": [[x, y, dx, dy, …]]}, …],
     "aemter": [{"id": "01056002", "kommunen": [1]}, …,
                {"id": "010565660", "fern": false, "ringe": […], "kommunen": [2, 3, …]}],
     "raeume": […]}

    A Kommune that belongs to no Amt is named by its number alone: it has the same shape.
    """
    shapes = {ags: kommune.shape for ags, kommune in sorted(geografie.kommunen.items())}
    far = far_off(shapes)
    kommunen = [_area(ags, ags in far, _rings(shape)) for ags, shape in shapes.items()]
    numbers = {ags: number for number, ags in enumerate(shapes)}

    def together(key: str, members: Sequence[str]) -> dict[str, object]:
        return _area(key, set(members) <= far, _outline(shapes[ags] for ags in members))

    found = {
        "kommunen": kommunen,
        "aemter": [
            {"id": key, "kommunen": [numbers[key]]}
            if key in numbers
            else together(key, members := geografie.aemter[key].kommunen)
            | {"kommunen": [numbers[ags] for ags in members]}
            for key in (geografie.verwaltungen() if geografie.aemter else ())
        ],
        "raeume": [together(key, raum.kommunen) for key, raum in geografie.raeume.items()],
    }
    return orjson.dumps({level: areas for level, areas in found.items() if areas})


def _area(key: str, far: bool, rings: Sequence[Ring]) -> dict[str, object]:
    return {"id": key, "fern": far, "ringe": [_ring(ring) for ring in rings]}


def _rings(shape: Sequence[Polygon]) -> list[Ring]:
    return [ring for polygon in shape for ring in polygon]


def _outline(shapes: Iterable[tuple[Polygon, ...]]) -> tuple[Ring, ...]:
    return outline(polygon for shape in shapes for polygon in shape)


def _ring(ring: Ring) -> list[int]:
    numbers, before = [], (0, 0)
    for lon, lat in ring[:-1]:
        here = (round(lon * GRID), round(lat * GRID))
        numbers += [here[0] - before[0], here[1] - before[1]]
        before = here
    return numbers


def class_labels(breaks: Sequence[float], unit: str, digits: int) -> tuple[str, ...]:
    """Return "unter 45 %", "45 bis unter 55 %", "ab 55 %".

    Units longer than a sign would not fit; they stand in the title of a map. Breaks have as many
    digits as they need, lest two ranges read the same.
    """
    sign = f"\u202f{unit}" if unit == "%" else ""
    needed = next((d for d in range(MOST_DIGITS) if all(round(b, d) == b for b in breaks)), digits)
    texts = [format_number(number, needed) for number in breaks]
    if not texts:
        return ("alle Werte",)
    middle = (f"{low} bis unter {high}{sign}" for low, high in pairwise(texts))
    return (f"unter {texts[0]}{sign}", *middle, f"ab {texts[-1]}{sign}")
