"""Word files: paragraphs and tables of all parts, headings as what stands over them."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from fokusbericht.audit.columns import PrintedCell
from fokusbericht.audit.context import Context, page_context
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.lines import LinkedText
from fokusbericht.audit.sentences import read_line
from fokusbericht.audit.sightings import Sighting
from fokusbericht.audit.tables import ShownTable, read_table

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = 60  # characters: a longer paragraph is no heading


def read_word(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield the protected figures of a Word file, its headers, notes and comments as well."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            texts = [parts.read(name) for name in sorted(parts.namelist()) if name.endswith(".xml")]
    except BadZipFile:
        return
    for text in texts:
        try:
            root = fromstring(text)
        except ParseError:
            continue
        yield from _part(lexicon, page_context(lexicon, path), root)


def _part(lexicon: Lexicon, context: Context, root: Element) -> Iterator[Sighting]:
    """Read what stands in a part, one below the other; each heading changes the context."""
    caption = ""
    for element in _blocks(root):
        if element.tag == f"{_W}tbl":
            yield from _table(lexicon, context, caption, element)
            continue
        text = _text(element)
        if not text:
            continue
        if len(text) <= _TITLE and lexicon.title_pattern.match(text):
            context, caption = context.under(lexicon, text), text
        yield from read_line(lexicon, context, LinkedText(text), "Absatz")


def _blocks(element: Element) -> Iterator[Element]:
    """Yield paragraphs and whole tables, in their order; texts of other parts as they come."""
    for one in element:
        if one.tag in (f"{_W}p", f"{_W}tbl"):
            yield one
        elif len(one):
            yield from _blocks(one)
        elif one.text and one.text.strip():
            yield one


def _text(element: Element) -> str:
    found = []
    for one in element.iter():
        if one.text and (one.tag == f"{_W}t" or not one.tag.startswith(_W)):
            found.append(one.text)
        elif one.tag in (f"{_W}tab", f"{_W}br"):
            found.append(" ")
    return " ".join("".join(found).split())


def _table(
    lexicon: Lexicon, context: Context, caption: str, element: Element
) -> Iterator[Sighting]:
    rows = [
        tuple(PrintedCell(_text(cell)) for cell in row.iter(f"{_W}tc"))
        for row in element.iter(f"{_W}tr")
    ]
    if not rows:
        return
    yield from read_table(lexicon, context, ShownTable(caption, rows[0], tuple(rows[1:])))
