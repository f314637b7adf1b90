"""A font of a PDF: how it cuts strings into codes, what they mean and how wide they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import Dictionary, Name

_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[([^\]]*)\])")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)


@dataclass(eq=False, slots=True)
class Font:
    """One font with its map to Unicode, if it has one."""

    source: Dictionary
    name: str
    is_composite: bool
    meanings: dict[int, str] | None
    widths: dict[int, float] = field(default_factory=dict)
    other_width: float = 0.0
    unit: float = 0.001  # of glyph space in text space

    def codes(self, text: bytes) -> Iterator[int]:
        """Yield the codes of a shown string."""
        if not self.is_composite:
            yield from text
            return
        for start in range(0, len(text) - 1, 2):
            yield text[start] << 8 | text[start + 1]

    def meaning(self, code: int) -> str | None:
        """Return the text a code stands for; None if nobody can know."""
        if self.meanings is not None:
            return self.meanings.get(code)
        if self.is_composite or self.source.get("/Subtype") == Name.Type3:
            return None
        return bytes((code,)).decode("cp1252", "replace")

    def width(self, code: int) -> float:
        """Return how far a code moves on, for letters of size 1."""
        return self.widths.get(code, self.other_width) * self.unit


def read_font(source: Dictionary) -> Font:
    """Return a font by its dictionary."""
    mapped = source.get("/ToUnicode")
    meanings = to_unicode(mapped.read_bytes()) if mapped is not None else None
    name = str(source.get("/BaseFont", source.get("/Name", ""))).lstrip("/")
    font = Font(source, name, source.get("/Subtype") == Name.Type0, meanings)
    if font.is_composite:
        _composite_widths(font, source.DescendantFonts[0])
    else:
        first = int(source.get("/FirstChar", 0))
        widths = source.get("/Widths", [])
        font.widths = {first + place: float(width) for place, width in enumerate(widths)}
    if source.get("/Subtype") == Name.Type3:
        font.unit = float(source.FontMatrix[0])
    return font


def _composite_widths(font: Font, inner: Dictionary) -> None:
    font.other_width = float(inner.get("/DW", 1000))
    entries = list(inner.get("/W", []))
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, int):
            width = float(entries.pop(0))
            font.widths.update((code, width) for code in range(first, second + 1))
        else:
            font.widths.update((first + place, float(one)) for place, one in enumerate(second))


def to_unicode(data: bytes) -> dict[int, str]:
    """Return what a ToUnicode map says of each code."""
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(data):
        if kind == b"bfchar":
            found.update((int(code, 16), _utf16(text)) for code, text in _CHAR.findall(block))
        else:
            for first, last, text, texts in _RANGE.findall(block):
                found.update(_range(int(first, 16), int(last, 16), text, texts))
    return found


def _range(first: int, last: int, text: bytes, texts: bytes) -> Iterator[tuple[int, str]]:
    if texts:
        each = re.findall(rb"<([0-9A-Fa-f]*)>", texts)
        yield from ((first + place, _utf16(one)) for place, one in enumerate(each))
        return
    start = _utf16(text)
    for place in range(min(last - first, 0xFFFF) + 1):
        yield first + place, start[:-1] + chr(ord(start[-1]) + place) if start else ""


def _utf16(digits: bytes) -> str:
    clean = b"".join(digits.split())
    return bytes.fromhex(clean.decode()).decode("utf-16-be", "replace")
