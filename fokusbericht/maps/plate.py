"""What all maps of a county share, in pixels: drawn once, and then only inked for each map.

In each pixel of a map an area has a share of its fill and one of its stroke; the rest of the pixel
is the same on all maps. Most pixels lie wholly within one area, so that all maps have the same runs
of one colour. Imported only when a map in pixels is made: numpy loads slowly.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from math import ceil, floor
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from fokusbericht.charts.vega.palette import Colours, PixelRuns, Pixels, opened, runs_of
from fokusbericht.charts.vega.pixels import drawn
from fokusbericht.charts.vega.vegalite import FONT

Number = TypeVar("Number", np.uint8, np.uint32)
Floats = NDArray[np.float32]
Places = NDArray[np.intp]
Window = tuple[int, int, int, int]  # left, top, width, height, in px of the drawing
Sides = tuple[int, int]  # the pixels of paper to the left and right of a map
NUMBER = re.compile(r"-?\d*\.\d+|-?\d+")
REACH = 2  # px around an area that its stroke may need
# Red tells how much of a pixel is filled, green how much of it is stroked, blue what is left.
# Nothing is drawn without a ground: vl-convert mistakes the colours of what lets shine through.
PROBE = '<path fill="#f00" stroke="#0f0" fill-rule="evenodd" d="{}"/>'
BLUE, BLACK, WHITE = "#00f", "#000", "#fff"


@dataclass(frozen=True, slots=True)
class Artwork:
    """What a map is drawn of: SVG with its colours as attributes. Width and height are even."""

    width: int
    height: int
    sides: Sides
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

    places: Places  # which of them
    fill: Floats
    stroke: Floats


@dataclass(frozen=True, slots=True)
class Plate:
    """A map without the colours of its areas, as runs of pixels.

    Each is paper (0), lies wholly in an area (1 and up), or is a single mixed pixel (those after).
    """

    paper: Pixels  # one colour
    runs: PixelRuns  # with these numbers in place of colours
    mixed: Places  # the places of pixels that are neither one area nor paper
    rest: Floats  # their colours without areas
    coverages: tuple[Coverage, ...]  # one for each area


@dataclass(frozen=True, slots=True)
class Ink:
    """What an area is painted with."""

    fill: Pixels  # one colour, or a whole map of a pattern, pixel by pixel
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
    inside = np.zeros(seen.shape, np.uint32)
    # The last area first: it covers those drawn before it.
    numbered = reversed(list(enumerate(artwork.areas, 1)))
    laid = [_laid(area, number, scale, seen, inside) for number, area in numbered][::-1]
    ground = picture(artwork.paper, artwork.below, artwork.window, scale)
    paper = colour(artwork.paper)
    is_paper = (seen == 1) & (ground.view(np.uint32) == paper.view(np.uint32))[..., 0]
    is_mixed = (inside == 0) & ~is_paper
    mixed = np.flatnonzero(is_mixed)
    rest = _flat(ground)[mixed, :3] * seen.reshape(-1)[mixed, None] + _flat(black)[mixed, :3]
    coverages = tuple(replace(one, places=np.searchsorted(mixed, one.places)) for one in laid)
    inside[is_mixed] = np.arange(mixed.size) + len(laid) + 1
    inside = with_sides(inside, artwork.sides)
    on_page = np.flatnonzero(inside > len(laid))
    return Plate(paper, runs_of(inside), on_page, rest, coverages)


def _laid(path: str, number: int, scale: float, seen: Floats, inside: Colours) -> Coverage:
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


def with_sides(pixels: NDArray[Number], sides: Sides) -> NDArray[Number]:
    """Return a map with room to its left and right."""
    height, _, *rest = pixels.shape
    left, right = (np.zeros((height, side, *rest), pixels.dtype) for side in sides)
    return np.concatenate([left, pixels, right], axis=1)


def inked(plate: Plate, inks: Sequence[Ink]) -> PixelRuns:
    """Return the map, each area in its ink."""
    # A pattern is laid over the colour of its strokes.
    one = [ink.stroke if _is_pattern(ink) else ink.fill for ink in inks]
    pixels = np.concatenate([np.stack([plate.paper, *one]), _mixed(plate, inks)])
    colours = pixels.view(np.uint32).reshape(-1)
    patterns = {number: ink.fill for number, ink in enumerate(inks, 1) if _is_pattern(ink)}
    if patterns:
        return _patterned(plate.runs, colours, patterns)
    return PixelRuns(colours[plate.runs.colours], plate.runs.lengths)


def _patterned(runs: PixelRuns, colours: Colours, patterns: Mapping[int, Pixels]) -> PixelRuns:
    """Return runs in their colours, those of areas with a pattern pixel by pixel."""
    is_split = np.isin(runs.colours, list(patterns))
    which = np.repeat(np.arange(is_split.size), np.where(is_split, runs.lengths, 1))
    numbers, is_split = runs.colours[which], is_split[which]
    lengths = np.where(is_split, 1, runs.lengths[which])
    places = np.cumsum(lengths) - lengths
    found = colours[numbers]
    split = np.flatnonzero(is_split)
    for number, pattern in patterns.items():
        here = split[numbers[split] == number]
        found[here] = pattern.view(np.uint32)[places[here], 0]
    return PixelRuns(found, lengths)


def _mixed(plate: Plate, inks: Sequence[Ink]) -> Pixels:
    """Return the colours of the mixed pixels."""
    colours = plate.rest.copy()
    for coverage, ink in zip(plate.coverages, inks, strict=True):
        fill = ink.fill
        if _is_pattern(ink):
            fill = fill[plate.mixed[coverage.places]]
        here = colours.take(coverage.places, axis=0)
        here += coverage.fill[:, None] * fill[..., :3]
        here += coverage.stroke[:, None] * ink.stroke[:3]
        colours[coverage.places] = here
    pixels = np.full((len(colours), 4), 255, np.uint8)
    pixels[:, :3] = np.rint(colours)
    return pixels


def _is_pattern(ink: Ink) -> bool:
    return ink.fill.ndim > 1


def _flat(pixels: Pixels) -> Pixels:
    return pixels.reshape(-1, 4)
