"""The pixels of a card: numbers of a palette, in which each colour shades into the paper.

So letters, lines and areas are written as numbers, with no colours to be reduced afterwards.
Imported only when a card is drawn: numpy and Pillow load slowly.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from fokusbericht.cards.lettering import Letters, font_of
from fokusbericht.maps.standalone import FILLS, INK, PAPER, QUIET

Shades = NDArray[np.uint8]  # of a colour, from 0 (paper) to FULL
FULL = 6
STEPS = FULL + 1
FINE = 4  # parts of a px, in which shapes are drawn before they become shades
EFFORT = 6  # of compression
MARGIN = 8  # px around a line, for letters that reach out
ABOVE, BASE, BELOW = 0.3, 0.8, 0.5  # of the size: what may reach above a line, where it stands
LINE, PALE, CALL = "#778387", "#d6d8cf", "#a63a0a"
NAMES = (
    *("tinte", "leise", "akzent", "linie", "still", "ruf"),
    *("k0", "k1", "k2", "k3", "k4", "d0", "d1", "d2", "d3", "d4"),
)
FIRST = {name: number * STEPS for number, name in enumerate(NAMES)}
Draw = Callable[[ImageDraw.ImageDraw, int], None]  # the px are to be multiplied by the number


@lru_cache(maxsize=4)
def palette(accent: str) -> bytes:
    """Return all shades of all colours, from paper to full."""
    named = {"tinte": INK, "leise": QUIET, "akzent": accent} | FILLS
    named |= {"linie": LINE, "still": PALE, "ruf": CALL}
    paper = np.array(_parts(PAPER))
    colours = [np.array(_parts(named[name])) for name in NAMES]
    steps = np.arange(STEPS)[:, None] / FULL
    ramps = [np.rint(paper + (colour - paper) * steps) for colour in colours]
    return np.concatenate(ramps).astype(np.uint8).tobytes()


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


@dataclass(slots=True)
class CardSheet:
    """A card while it is drawn."""

    width: int
    height: int
    accent: str
    pixels: NDArray[np.uint8] = field(init=False)

    def __post_init__(self) -> None:
        self.pixels = np.zeros((self.height, self.width), np.uint8)

    def lay(self, shades: Shades, left: int, top: int, colour: str, on: str = "") -> None:
        """Lay a shape in a colour upon the paper, or as paper upon a surface of one colour."""
        below, right = top + shades.shape[0], left + shades.shape[1]
        here = self.pixels[max(top, 0) : below, max(left, 0) : right]
        shades = shades[max(-top, 0) :, max(-left, 0) :][: here.shape[0], : here.shape[1]]
        laid = FIRST[on] + FULL - shades if on else FIRST[colour] + shades
        np.copyto(here, laid.astype(np.uint8), where=shades > 0)

    def text(
        self,
        text: str,
        left: float,
        top: float,
        letters: Letters,
        colour: str = "tinte",
        on: str = "",
    ) -> float:
        """Write a line whose letters stand between `top` and the size below; return its end."""
        above = round(letters.size * ABOVE)
        self.lay(_written(text, letters), round(left) - MARGIN, round(top) - above, colour, on)
        return left + letters.width(text)

    def box(self, left: int, top: int, width: int, height: int, colour: str) -> None:
        """Fill a box."""
        self.pixels[top : top + height, left : left + width] = FIRST[colour] + FULL

    def shape(self, draw: Draw, box: tuple[int, int, int, int], colour: str) -> None:
        """Lay a shape that is drawn in a box (left, top, width, height)."""
        left, top, width, height = box
        self.lay(drawn(draw, width, height), left, top, colour)

    def png(self) -> bytes:
        """Return it as a file."""
        image = Image.frombytes("P", (self.width, self.height), self.pixels.tobytes())
        image.putpalette(palette(self.accent))
        out = BytesIO()
        image.save(out, "PNG", compress_level=EFFORT)
        return out.getvalue()


@lru_cache(maxsize=256)  # the same lines stand on many cards
def _written(text: str, letters: Letters) -> Shades:
    """Return a line in shades, its letters beginning behind the margin."""
    left: float = MARGIN
    size = (
        round(letters.size * (ABOVE + BASE + BELOW)),
        int(left + letters.width(text)) + 2 * MARGIN,
    )
    line = np.zeros(size, np.uint8)
    for letter in text:
        glyph, x, y = _glyph(letter, letters)
        if glyph.size:
            across, down = (
                round(left) + x,
                round(letters.size * ABOVE) + round(letters.size * BASE) + y,
            )
            here = line[down : down + glyph.shape[0], across : across + glyph.shape[1]]
            np.maximum(here, glyph[: here.shape[0], : here.shape[1]], out=here)
        left += letters.advance(letter)
    return line


@lru_cache(maxsize=4096)
def _glyph(letter: str, letters: Letters) -> tuple[Shades, int, int]:
    """Return a letter in shades, and where it stands to its place on the base line."""
    font = font_of(letter, letters.size, letters.weight)
    if font is None or letter.isspace():
        return np.zeros((0, 0), np.uint8), 0, 0
    mask, (x, y) = font.getmask2(letter, "L", anchor="ls")
    inked = np.frombuffer(bytes(mask), np.uint8).reshape(mask.size[::-1])
    return _shades(inked), x, y


def drawn(draw: Draw, width: int, height: int) -> Shades:
    """Return a shape that is drawn in white, in parts of px."""
    image = Image.new("L", (width * FINE, height * FINE))
    draw(ImageDraw.Draw(image), FINE)
    return _shades(np.asarray(image.reduce(FINE)))


def _shades(inked: NDArray[np.uint8]) -> Shades:
    """Return 256 steps as those of a palette."""
    shades: Shades = ((inked.astype(np.uint16) * FULL + 127) // 255).astype(np.uint8)
    return shades


def line(points: Sequence[tuple[float, float]], width: float) -> Draw:
    """Return what draws a line through points, round where it turns and ends."""

    def draw(pen: ImageDraw.ImageDraw, fine: int) -> None:
        scaled = [(x * fine, y * fine) for x, y in points]
        pen.line(scaled, 255, round(width * fine), "curve")
        half = width * fine / 2
        for x, y in (scaled[0], scaled[-1]):
            pen.ellipse((x - half, y - half, x + half, y + half), 255)

    return draw


def disc(x: float, y: float, radius: float, hollow: float = 0) -> Draw:
    """Return what draws a disc, or with the width of its rim a ring."""

    def draw(pen: ImageDraw.ImageDraw, fine: int) -> None:
        box = [(x - radius) * fine, (y - radius) * fine, (x + radius) * fine, (y + radius) * fine]
        if hollow:
            pen.ellipse(box, outline=255, width=round(hollow * fine))
        else:
            pen.ellipse(box, 255)

    return draw
