"""Pixels with a palette; imported only when a picture is made: numpy and Pillow load slowly.

Drawings have few colours and long runs of one: each run is looked at once, not each pixel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]  # height, width, red-green-blue-alpha
Colours = NDArray[np.uint32]  # the four of a pixel as one number
MOST = 256  # colours of a palette
EXACT = 32  # of them for surfaces, which keep their colour to the point
LONG = 8  # px of a run that belongs to a surface, not to a rim between two
EFFORT = 4  # of compression: what more would take, nobody would see in the size


@dataclass(frozen=True, slots=True)
class PixelRuns:
    """Pixels of a picture, row by row, as runs of one colour."""

    colours: Colours
    lengths: NDArray[np.intp]


def opened(raw: bytes) -> Pixels:
    """Return the pixels of a file that the rasteriser wrote."""
    image = Image.open(BytesIO(raw))
    return np.asarray(image if image.mode == "RGBA" else image.convert("RGBA"))


def is_opaque(pixels: Pixels) -> bool:
    """Say whether nothing shines through."""
    least = int(pixels.view(np.uint32).min())  # as numbers: alpha weighs most
    return least >> 24 == 255


def with_palette(pixels: Pixels) -> bytes:
    """Return opaque pixels as a PNG with at most 256 colours."""
    height, width = pixels.shape[:2]
    return packed(runs_of(pixels), width, height)


def runs_of(pixels: Pixels | Colours) -> PixelRuns:
    """Return pixels as runs, as long as they can be."""
    flat = np.ascontiguousarray(pixels).view(np.uint32).reshape(-1)
    starts = _starts(flat)
    return PixelRuns(flat[starts], np.diff(starts, append=flat.size))


def joined(parts: Sequence[PixelRuns]) -> PixelRuns:
    """Return one part of a picture below the other; runs that meet become one."""
    colours = np.concatenate([part.colours for part in parts])
    starts = _starts(colours)
    lengths = np.concatenate([part.lengths for part in parts])
    return PixelRuns(colours[starts], np.add.reduceat(lengths, starts))


def _starts(colours: Colours) -> NDArray[np.intp]:
    """Return where another colour begins."""
    begins = np.ones(colours.size, bool)
    np.not_equal(colours[1:], colours[:-1], out=begins[1:])
    return np.flatnonzero(begins)


def packed(runs: PixelRuns, width: int, height: int) -> bytes:
    """Return an opaque picture of this size as a PNG with at most 256 colours."""
    numbers, palette = _reduced(runs.colours, runs.lengths)
    image = Image.frombytes("P", (width, height), np.repeat(numbers, runs.lengths).tobytes())
    image.putpalette(palette)
    out = BytesIO()
    image.save(out, "PNG", compress_level=EFFORT)
    return out.getvalue()


def _reduced(colours: Colours, lengths: NDArray[np.intp]) -> tuple[Pixels, bytes]:
    """Return for each run a number of a palette, and the palette."""
    exact = _surfaces(colours, lengths)
    numbers = np.zeros(colours.size, np.uint8)
    is_rim = np.ones(colours.size, bool)
    for number, colour in enumerate(exact):
        found = colours == colour
        numbers[found] = number
        is_rim &= ~found
    rims = colours[is_rim]
    palette = bytes(chain.from_iterable(int(one).to_bytes(4, "little")[:3] for one in exact))
    if not rims.size:
        return numbers, palette
    # The octree takes a quarter of the time of other ways, and is nearer to what was drawn.
    row = Image.frombytes("RGBX", (rims.size, 1), rims.tobytes()).convert("RGB")
    few = row.quantize(MOST - exact.size, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    numbers[is_rim] = np.frombuffer(few.tobytes(), np.uint8) + exact.size
    return numbers, palette + bytes(few.getpalette() or ())


def _surfaces(colours: Colours, lengths: NDArray[np.intp]) -> Colours:
    """Return the colours of most pixels in long runs, in an order of their own."""
    is_long = lengths >= LONG
    found, which = np.unique(colours[is_long], return_inverse=True)
    sizes = np.bincount(which, lengths[is_long])
    return found[np.argsort(-sizes, kind="stable")[:EXACT]]
