"""What the codes of a font mean, and how far each moves on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fokusbericht.audit.pdf.objects import Dictionary, array, dictionary, entry

_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf(?:char|range)", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[([^\]]*)\])")
_MOST = 0x10000


@dataclass(frozen=True, slots=True)
class CodeMap:
    """A font as a reader of text needs it."""

    bytes_each: int
    meanings: dict[int, str]
    widths: dict[int, float]  # of letters of size 1
    other_width: float

    def read(self, shown: bytes) -> tuple[str, float]:
        """Return what a shown string says, and how wide it is at size 1."""
        if self.bytes_each == 1:
            codes: list[int] = list(shown)
        else:
            codes = [high << 8 | low for high, low in zip(shown[::2], shown[1::2], strict=False)]
        text = "".join(self.meanings.get(code, "") for code in codes)
        return text, sum(self.widths.get(code, self.other_width) for code in codes)


def code_map(font: Dictionary) -> CodeMap:
    """Return what the codes of a font mean; without a map, those of Windows."""
    mapped = entry(font, "/ToUnicode")
    is_composite = entry(font, "/Subtype") == "/Type0"
    meanings = _windows() if mapped is None and not is_composite else {}
    if mapped is not None and hasattr(mapped, "get_data"):
        meanings = dict(_meanings(mapped.get_data()))
    if is_composite:
        inner = dictionary(next(iter(array(entry(font, "/DescendantFonts"))), None))
        widths, other = _composite(array(entry(inner, "/W"))), entry(inner, "/DW")
        return CodeMap(2, meanings, widths, float(1000 if other is None else other) / 1000)
    matrix = array(entry(font, "/FontMatrix"))
    unit = float(matrix[0]) if matrix else 0.001
    first = int(entry(font, "/FirstChar") or 0)
    each = array(entry(font, "/Widths"))
    widths = {first + place: float(one) * unit for place, one in enumerate(each)}
    return CodeMap(1, meanings, widths, 0.5)


def _windows() -> dict[int, str]:
    return {code: bytes((code,)).decode("cp1252", "ignore") for code in range(256)}


def _composite(entries: list[Any]) -> dict[int, float]:
    found: dict[int, float] = {}
    place = 0
    while place + 1 < len(entries):
        first, second = int(entries[place]), entries[place + 1]
        if isinstance(second, list):
            found.update((first + step, float(one) / 1000) for step, one in enumerate(second))
            place += 2
            continue
        width = float(entries[place + 2]) / 1000
        found.update((code, width) for code in range(first, min(int(second), _MOST) + 1))
        place += 3
    return found


def _meanings(data: bytes) -> Iterator[tuple[int, str]]:
    for kind, block in _BLOCK.findall(data):
        if kind == b"char":
            yield from ((int(code, 16), _utf16(text)) for code, text in _CHAR.findall(block))
            continue
        for first, last, text, texts in _RANGE.findall(block):
            yield from _range(int(first, 16), int(last, 16), text, texts)


def _range(first: int, last: int, text: bytes, texts: bytes) -> Iterator[tuple[int, str]]:
    if texts:
        each = re.findall(rb"<([0-9A-Fa-f\s]*)>", texts)
        yield from ((first + step, _utf16(one)) for step, one in enumerate(each))
    elif start := _utf16(text):
        for step in range(min(last - first, _MOST) + 1):
            yield first + step, start[:-1] + chr(min(ord(start[-1]) + step, 0x10FFFF))


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "ignore")
