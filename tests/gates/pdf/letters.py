"""Fonts are in the file, and each letter can be told in Unicode."""

import unicodedata
from collections.abc import Callable, Iterator

from pikepdf import Dictionary, Name

from .condition import Condition
from .content import Piece
from .document import Document
from .font import Font

LetterTest = Callable[[Piece], bool]
PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts_of(document: Document) -> Iterator[tuple[int, Font]]:
    """Yield the fonts that are used, with a page of each."""
    seen: set[str] = set()
    for number, content in enumerate(document.contents):
        for key, font in content.fonts.items():
            if f"{key}{font.name}" not in seen:
                seen.add(f"{key}{font.name}")
                yield number, font


def _inner(font: Font) -> Dictionary:
    return font.source.DescendantFonts[0] if font.is_composite else font.source


def not_embedded(document: Document) -> Iterator[str]:
    for number, font in fonts_of(document):
        if font.source.get("/Subtype") == Name.Type3:
            continue
        descriptor = _inner(font).get("/FontDescriptor", {})
        if not any(one in descriptor for one in PROGRAMS):
            yield f"page {number + 1}: {font.name}"


def no_unicode(document: Document) -> Iterator[str]:
    for number, font in fonts_of(document):
        if font.meanings is None and font.meaning(65) is None:
            yield f"page {number + 1}: {font.name or 'a font'} has no ToUnicode"


def no_glyph_map(document: Document) -> Iterator[str]:
    for number, font in fonts_of(document):
        inner = _inner(font)
        if inner.get("/Subtype") == Name.CIDFontType2 and "/CIDToGIDMap" not in inner:
            yield f"page {number + 1}: {font.name}"


def unmapped(document: Document) -> Iterator[str]:
    yield from _letters(document, _is_unmapped)


def zero(document: Document) -> Iterator[str]:
    yield from _fonts_with(document, "\0")


def not_a_character(document: Document) -> Iterator[str]:
    yield from _fonts_with(document, "\ufeff\ufffe")


def private(document: Document) -> Iterator[str]:
    yield from _letters(document, lambda one: any(map(_is_private, one.text)))


def replaced(document: Document) -> Iterator[str]:
    yield from _letters(document, lambda one: "\ufffd" in one.text)


def not_defined(document: Document) -> Iterator[str]:
    yield from _letters(document, lambda one: one.font.is_composite and one.code == 0)


def _is_unmapped(one: Piece) -> bool:
    has_map = one.font.meanings is not None and one.code != 0
    return has_map and not one.text and one.font.meaning(one.code) is None


def _is_private(character: str) -> bool:
    return unicodedata.category(character) == "Co"


def _letters(document: Document, is_wrong: LetterTest) -> Iterator[str]:
    for number, content in enumerate(document.contents):
        found = [one for one in content.pieces if is_wrong(one)]
        if found:
            codes = sorted({f"{one.font.name} {one.code}" for one in found})
            yield f"page {number + 1}: {len(found)} letters ({', '.join(codes[:3])})"


def _fonts_with(document: Document, characters: str) -> Iterator[str]:
    for number, font in fonts_of(document):
        if any(one in text for text in (font.meanings or {}).values() for one in characters):
            yield f"page {number + 1}: {font.name}"


CONDITIONS = (
    Condition("10-001", "letter without meaning", unmapped),
    Condition("31-005", "font without map of glyphs", no_glyph_map),
    Condition("31-009", "font not in the file", not_embedded),
    Condition("31-027", "font without ToUnicode", no_unicode),
    Condition("31-028", "letter is zero", zero),
    Condition("31-029", "letter is a mark of order", not_a_character),
    Condition("31-030", "letter not in the font", not_defined),
    Condition("", "letter of a private area", private),
    Condition("", "letter lost", replaced),
)
