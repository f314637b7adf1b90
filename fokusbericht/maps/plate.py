"""What all maps of a county share, in pixels: drawn once, and then only inked for each map.

In each pixel of a map an area has a share of its fill and one of its stroke; the rest of the pixel
is the same on all maps. Most pixels lie wholly within one area. Imported only when a map in pixels
is made: numpy loads slowly.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from fokusbericht.charts.vega.palette import Pixels, opened
from fokusbericht.charts.vega.pixels import drawn
from fokusbericht.charts.vega.vegalite import FONT

Floats = NDArray[np.float32]
Window = tuple[int, int, int, int]  # left, top, width, height, in px of the drawing
NUMBER = re.compile(r"-?\d*\.\d+|-?\d+")
REACH = 2  # px around an area that its stroke may need
# Red tells how much of a pixel is filled, green how much of it is stroked, blue what is left.
# Nothing is drawn without a ground: vl-convert mistakes the colours of what lets shine through.
PROBE = '<path fill="#f00" stroke="#0f0" fill-rule="evenodd" d="{}"/>'
BLUE, BLACK, WHITE = "#00f", "#000", "#fff"


@dataclass(frozen=True, slots=True)
class Artwork:
    """What a map is drawn of: SVG with its colours as attributes. Both sizes are even numbers."""

    width: int
    height: int
    paper: str  # its colour
    below: str
    areas: tuple[str, ...]  # path data, in the order in which they are drawn
    above: str

    @property
    def window(self) -> Window:
        """Return the whole of it."""
        return 0, 0, self.width, self.height


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an area has of the mixed pixels."""

    places: NDArray[np.intp]  # which of them
    fill: Floats
    stroke: Floats


@dataclass(frozen=True, slots=True)
class Plate:
    """A map without the colours of its areas."""

    paper: Pixels  # one colour
    inside: NDArray[np.uint16]  # for each pixel the area that it lies wholly in, from 1; 0: none
    mixed: NDArray[np.intp]  # the places of pixels that are neither one area nor paper
    rest: Floats  # their colours without areas
    coverages: tuple[Coverage, ...]  # one for each area


@dataclass(frozen=True, slots=True)
class Ink:
    """What an area is painted with."""

    fill: Pixels  # one colour, or a whole picture of a pattern
    stroke: Pixels


def picture(ground: str, body: str, window: Window, scale: float) -> Pixels:
    """Return a part of a drawing in pixels, on a ground of this colour."""
    left, top, width, height = window
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{left} {top} {width} {height}" font-family="{FONT}">'
        f'<path fill="{ground}" d="M{left} {top}h{width}v{height}h-{width}z"/>'
        f'<g stroke-linejoin="round">{body}</g></svg>'
    )
    return opened(drawn(svg, scale))


@lru_cache(maxsize=2)
def plate(artwork: Artwork, scale: float) -> Plate:
    """Return what is the same on all maps of an artwork, at 1.5 or 2 pixels for each of its px."""
    white = picture(WHITE, artwork.above, artwork.window, scale)[..., 0].copy()
    black = picture(BLACK, artwork.above, artwork.window, scale)
    seen = _part(white - black[..., 0])  # how much is seen of what lies below
    inside = np.zeros(seen.shape, np.uint16)
    # The last area first: it covers those drawn before it.
    numbered = reversed(list(enumerate(artwork.areas, 1)))
    laid = [_laid(area, number, scale, seen, inside) for number, area in numbered][::-1]
    ground = picture(artwork.paper, artwork.below, artwork.window, scale)
    paper = colour(artwork.paper)
    is_paper = (seen == 1) & (ground.view(np.uint32) == paper.view(np.uint32))[..., 0]
    mixed = np.flatnonzero((inside == 0) & ~is_paper)
    rest = _flat(ground)[mixed, :3] * seen.reshape(-1)[mixed, None] + _flat(black)[mixed, :3]
    coverages = tuple(replace(one, places=np.searchsorted(mixed, one.places)) for one in laid)
    return Plate(paper, inside, mixed, rest, coverages)


def _laid(
    path: str, number: int, scale: float, seen: Floats, inside: NDArray[np.uint16]
) -> Coverage:
    """Return what is seen of an area, with its places on the map, and write down what it covers."""
    window = _window(path)
    pixels = picture(BLUE, PROBE.format(path), window, scale)
    left, top = (round(edge * scale) for edge in window[:2])
    here = (slice(top, top + pixels.shape[0]), slice(left, left + pixels.shape[1]))
    fill, stroke, none = (_part(pixels[..., colour]) for colour in range(3))
    fill, stroke = fill * seen[here], stroke * seen[here]
    seen[here] *= none
    inside[here][fill == 1] = number
    rows, columns = np.nonzero((fill < 1) & (fill + stroke > 0))
    places = (rows + top) * seen.shape[1] + columns + left
    return Coverage(places, fill[rows, columns], stroke[rows, columns])


def _window(path: str) -> Window:
    """Return where an area lies, by even numbers: at 1.5 these are whole pixels."""
    xs: list[float] = []
    ys: list[float] = []
    for ring in path.split("M")[1:]:  # "M3 4l1-.5.5 2z": each point relative to the one before
        numbers = [float(number) for number in NUMBER.findall(ring)]
        xs += accumulate(numbers[::2])
        ys += accumulate(numbers[1::2])
    left, top = (2 * floor((min(each) - REACH) / 2) for each in (xs, ys))
    right, bottom = (2 * ceil((max(each) + REACH) / 2) for each in (xs, ys))
    return left, top, right - left, bottom - top


def _part(channel: Pixels) -> Floats:
    """Return numbers from 0 to 1."""
    numbers: Floats = channel.astype(np.float32)
    numbers /= 255
    return numbers


def colour(name: str) -> Pixels:
    """Return a colour, "#fbfaf6", as an opaque pixel."""
    return np.frombuffer(bytes.fromhex(f"{name[1:]}ff"), np.uint8)


def inked(plate: Plate, inks: Sequence[Ink]) -> Pixels:
    """Return the map, each area in its ink."""
    # A pattern is laid over the colour of its strokes.
    one = [ink.stroke if _is_pattern(ink) else ink.fill for ink in inks]
    table = np.stack([plate.paper, *one]).view(np.uint32)
    pixels = table[plate.inside].view(np.uint8)
    colours = plate.rest.copy()
    for number, (coverage, ink) in enumerate(zip(plate.coverages, inks, strict=True), 1):
        fill = ink.fill
        if _is_pattern(ink):
            here = plate.inside == number
            pixels[here] = ink.fill[here]
            fill = _flat(ink.fill)[plate.mixed[coverage.places]]
        colours[coverage.places] += coverage.fill[:, None] * fill[..., :3]
        colours[coverage.places] += coverage.stroke[:, None] * ink.stroke[:3]
    _flat(pixels)[plate.mixed, :3] = np.rint(colours)
    return pixels


def _is_pattern(ink: Ink) -> bool:
    return ink.fill.ndim > 1


def _flat(pixels: Pixels) -> Pixels:
    return pixels.reshape(-1, 4)
