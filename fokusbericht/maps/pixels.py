"""The pixels of a map to take along; imported only when one is made: numpy loads slowly."""

from functools import lru_cache

from fokusbericht.charts.vega.palette import Pixels, joined, opened, packed, runs_of
from fokusbericht.charts.vega.pixels import drawn
from fokusbericht.charts.vega.takeaway import EDGE, place_of_drawing
from fokusbericht.maps import standalone as alone
from fokusbericht.maps.drawing import CountyPaths, draw
from fokusbericht.maps.plate import Artwork, Ink, Sides, colour, inked, picture, plate, with_sides
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
    above, below = _around(drawing, view, scale)
    artwork = _artwork(drawing, view, tuple(areas.values()), above.shape[1], scale)
    inks = [_ink(area.css, artwork, scale) for area in areas]
    runs = joined([runs_of(above), inked(plate(artwork, scale), inks), runs_of(below)])
    height = len(above) + round(artwork.height * scale) + len(below)
    return packed(runs, above.shape[1], height)


def _artwork(
    drawing: CountyPaths, view: MapView, areas: tuple[str, ...], page_width: int, scale: float
) -> Artwork:
    width, height = _size(drawing)
    left = round(EDGE * scale)
    sides = left, page_width - left - round(width * scale)
    below = alone.coloured(inset_box(drawing.layout.inset))
    upon = alone.coloured("".join(above(drawing, view)))
    return Artwork(width, height, sides, alone.PAPER, below, areas, upon)


def _ink(css: str, artwork: Artwork, scale: float) -> Ink:
    if css in HATCHES:
        size = artwork.width, artwork.height
        return Ink(_hatching(css, size, artwork.sides, scale), colour(alone.QUIET))
    return Ink(colour(alone.FILLS[css]), colour(alone.PAPER))


@lru_cache(maxsize=2)
def _hatching(css: str, size: tuple[int, int], sides: Sides, scale: float) -> Pixels:
    """Return a whole map full of a pattern."""
    width, height = size
    view = MapView("", "", (), legend=((css, ""),))
    area = f'<path{hatch_fill(css, PREFIX)} d="M0 0h{width}v{height}H0z"/>'
    body = alone.coloured(hatches(view, PREFIX) + area)
    pixels = picture(alone.PAPER, body, (0, 0, width, height), scale)
    return with_sides(pixels, sides).reshape(-1, 4)


def _around(drawing: CountyPaths, view: MapView, scale: float) -> tuple[Pixels, Pixels]:
    """Return what stands above the map, its title, and what stands below: legend and source.

    These are drawn around a map of nearly no height, which is left out.
    """
    width, height = drawing.layout.width, drawing.layout.height
    odd = height % 2  # px of it, lest what is below falls between two pixels
    around = opened(drawn(page(view, hatches(view, PREFIX), (width, odd), PREFIX), scale))
    top = round(place_of_drawing(view.title, width)[1] * scale)
    covered = _size(drawing)[1] - height + odd
    return around[:top], around[top + round(covered * scale) :]


def _size(drawing: CountyPaths) -> tuple[int, int]:
    """Return width and height as even numbers: at 1.5 these are whole pixels."""
    width, height = (side + side % 2 for side in (drawing.layout.width, drawing.layout.height))
    return width, height
