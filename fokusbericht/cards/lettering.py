"""The letters of cards: a font that is set up with the libraries, and how a text is wrapped.

It is Source Sans 3 (SIL Open Font License), packed for browsers; it is served nowhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from fokusbericht.building.assets import FONTS
from fokusbericht.text.characters import SOFT_HYPHEN
from fokusbericht.text.hyphenation import soften

SETS = ("latin", "latin-ext")  # a file each: what the first has not, the second may have
REGULAR, BOLD = 400, 600
NARROW, NARROW_PART = "\u202f", 8  # a blank that fonts for the web lack, and its part of the size
SHORTEST = 12  # letters of a word that may be cut
RAGGED = 0.4  # of a line that may stay empty before a word that has room on the next one
PIECE = re.compile(rf"[^/{SOFT_HYPHEN}-]+[/{SOFT_HYPHEN}-]?|[/-]")
DOTS = "…"


def font_file(weight: int, name: str = SETS[0]) -> Path:
    """Return where the set-up leaves a font."""
    return FONTS / f"source-sans-3-{name}-{weight}-normal.woff"


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of a size and a weight."""

    size: int
    weight: int = REGULAR

    def width(self, text: str) -> float:
        """Return how wide a text is, in px."""
        return sum(self.advance(one) for one in text)

    def advance(self, letter: str) -> float:
        """Return how far the next letter stands from one; what no font has takes no room."""
        if letter == NARROW:
            return self.size / NARROW_PART
        return _advance(letter, self.size, self.weight)


@lru_cache(maxsize=4096)
def _advance(letter: str, size: int, weight: int) -> float:
    font = font_of(letter, size, weight)
    return font.getlength(letter) if font else 0.0


@lru_cache(maxsize=1024)
def font_of(letter: str, size: int, weight: int) -> ImageFont.FreeTypeFont | None:
    """Return the font that has a letter; None if none has."""
    missing = "\uffff"  # no letter: a font draws for it what it draws for all that it has not
    for name in SETS:
        font = _font(name, size, weight)
        if letter == " " or bytes(font.getmask(letter)) != bytes(font.getmask(missing)):
            return font
    return None


@lru_cache(maxsize=64)
def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    file = font_file(weight, name)
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A text in lines, in letters in which it fits."""

    letters: Letters
    lines: tuple[str, ...]
    is_whole: bool = True


def fitted(text: str, sizes: Sequence[Letters], width: float, most: int) -> Wrapped:
    """Return a text in the first letters in which it has room; in the last, what has room of it."""
    for letters in sizes:
        lines = tuple(_wrapped(text, letters, width))
        if len(lines) <= most and all(letters.width(line) <= width for line in lines):
            return Wrapped(letters, lines)
    return Wrapped(sizes[-1], _cut(lines, sizes[-1], width, most), is_whole=False)


def _cut(lines: Sequence[str], letters: Letters, width: float, most: int) -> tuple[str, ...]:
    if len(lines) <= most or not most:
        return tuple(lines[:most])
    words = lines[most - 1].split(" ")
    while len(words) > 1 and letters.width(f"{' '.join(words)} {DOTS}") > width:
        words.pop()
    last = " ".join(words).rstrip("-,;:–")
    return (*lines[: most - 1], f"{last} {DOTS}")


def _wrapped(text: str, letters: Letters, width: float) -> Iterator[str]:
    """Yield lines; a word is cut at its seams where it has no room, or leaves too much of it."""
    line = ""
    for word in soften(text, SHORTEST).split(" "):
        whole = word.replace(SOFT_HYPHEN, "")
        joined = f"{line} {whole}" if line else whole
        if letters.width(joined) <= width:
            line = joined
            continue
        is_ragged = letters.width(line) < width * (1 - RAGGED)
        if line and not (is_ragged or letters.width(whole) > width):
            yield line
            line = whole
            continue
        *full, line = _broken(line, word, letters, width)
        yield from full
    if line:
        yield line


def _broken(line: str, word: str, letters: Letters, width: float) -> list[str]:
    """Return the lines of a word that is cut, the first of them behind what stands there."""
    lines, start = [f"{line} " if line else ""], True
    for piece in PIECE.findall(word):
        plain = piece.removesuffix(SOFT_HYPHEN)
        needed = f"{lines[-1]}{plain}{'-' * (plain != piece)}"
        if not (start and not lines[-1]) and letters.width(needed) > width:
            lines[-1] = _ended(lines[-1], start)
            lines.append("")
        lines[-1] += plain
        start = False
    return [one for one in lines if one]


def _ended(line: str, is_whole: bool) -> str:
    """Return a line that ends here, with a hyphen where it ends within a word."""
    return line.rstrip() if is_whole or line.endswith(("-", "/")) else f"{line}-"
