"""The pixels of a map to take along; imported only when one is made: numpy loads slowly."""

from functools import lru_cache

import numpy as np

from fokusbericht.charts.vega.palette import Pixels, opened, with_palette
from fokusbericht.charts.vega.pixels import drawn
from fokusbericht.charts.vega.takeaway import place_of_drawing
from fokusbericht.maps import standalone as alone
from fokusbericht.maps.drawing import CountyPaths, draw
from fokusbericht.maps.plate import Artwork, Ink, colour, inked, picture, plate
from fokusbericht.maps.svg import (
    HATCHES,
    WIDTH,
    MapView,
    above,
    area_path,
    hatch_fill,
    hatches,
    inset_box,
    page,
)
from fokusbericht.model.places import Geografie

PREFIX = "karte"


def render(geografie: Geografie, view: MapView, scale: float) -> bytes:
    """Return what `map_svg` draws as a file, in pixels."""
    drawing = draw(geografie, WIDTH)
    areas = {area: path for area in view.areas if (path := area_path(drawing, area))}
    artwork = _artwork(drawing, view, tuple(areas.values()))
    inks = [_ink(area.css, artwork, scale) for area in areas]
    return with_palette(_framed(inked(plate(artwork, scale), inks), drawing, view, scale))


def _artwork(drawing: CountyPaths, view: MapView, areas: tuple[str, ...]) -> Artwork:
    width, height = (side + side % 2 for side in (drawing.layout.width, drawing.layout.height))
    below = alone.coloured(inset_box(drawing.layout.inset))
    upon = alone.coloured("".join(above(drawing, view)))
    return Artwork(width, height, alone.PAPER, below, areas, upon)


def _ink(css: str, artwork: Artwork, scale: float) -> Ink:
    if css in HATCHES:
        return Ink(_hatching(css, artwork.width, artwork.height, scale), colour(alone.QUIET))
    return Ink(colour(alone.FILLS[css]), colour(alone.PAPER))


@lru_cache(maxsize=2)
def _hatching(css: str, width: int, height: int, scale: float) -> Pixels:
    """Return a whole map full of a pattern."""
    view = MapView("", "", (), legend=((css, ""),))
    area = f'<path{hatch_fill(css, PREFIX)} d="M0 0h{width}v{height}H0z"/>'
    body = alone.coloured(hatches(view, PREFIX) + area)
    return picture(alone.PAPER, body, (0, 0, width, height), scale)


def _framed(pixels: Pixels, drawing: CountyPaths, view: MapView, scale: float) -> Pixels:
    """Return the map between its title, and its legend and source.

    These are drawn around a map of nearly no height, and are then moved apart.
    """
    width, height = drawing.layout.width, drawing.layout.height
    odd = height % 2  # px of it, lest what is below falls between two pixels
    page_svg = page(view, hatches(view, PREFIX), (width, odd), PREFIX)
    around = opened(drawn(page_svg, scale))
    left, top = (round(edge * scale) for edge in place_of_drawing(view.title, width))
    more = round((height - odd) * scale)
    whole = np.empty((around.shape[0] + more, *around.shape[1:]), np.uint8)
    whole[:top], whole[top : top + more] = around[:top], around[0]
    whole[top + more :] = around[top:]
    whole[top : top + pixels.shape[0], left : left + pixels.shape[1]] = pixels
    return whole
