"""Pixels with a palette; imported only when a picture is made: numpy and Pillow load slowly.

Drawings have few colours and long runs of one: each run is looked at once, not each pixel.
"""

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
    flat = np.ascontiguousarray(pixels).view(np.uint32).reshape(-1)
    starts = np.flatnonzero(np.concatenate(([True], flat[1:] != flat[:-1])))
    lengths = np.diff(starts, append=flat.size)
    numbers, palette = _reduced(flat[starts], lengths)
    height, width = pixels.shape[:2]
    image = Image.frombytes("P", (width, height), np.repeat(numbers, lengths).tobytes())
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
