"""PDFs: their tags as the elements of a page, all else that can be read in them, their files.

What is tagged is read as an outsider with a screen reader reads it: headings, tables with their
heads, links with where they lead. A picture is read by where its words stand, as a drawing is.
What carries no tag – running heads, words that were forgotten – is read line by line.
"""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader

from fokusbericht.audit.context import page_context
from fokusbericht.audit.hypertext import read_elements
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.pdf.objects import BROKEN, Dictionary, array, dictionary, entry, text_of
from fokusbericht.audit.pdf.structure import elements_of
from fokusbericht.audit.sightings import Sighting


def read_pdf(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield the protected figures of a PDF, but for those of the files in it."""
    try:
        root = elements_of(PdfReader(BytesIO(data)))
    except BROKEN:
        return
    yield from read_elements(lexicon, page_context(lexicon, path), root)


def files_in_pdf(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the files that are attached to a PDF, each with its name."""
    try:
        names = dictionary(entry(PdfReader(BytesIO(data)).root_object, "/Names"))
        yield from _attached(dictionary(entry(names, "/EmbeddedFiles")))
    except BROKEN:
        return


def _attached(node: Dictionary, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    for found in array(entry(node, "/Names"))[1::2]:
        one = dictionary(found)
        inside = dictionary(entry(one, "/EF"))
        stream = entry(inside, "/F") or entry(inside, "/UF")
        name = text_of(entry(one, "/UF")) or text_of(entry(one, "/F"))
        if stream is not None and hasattr(stream, "get_data"):
            yield name, stream.get_data()
    if depth < 20:
        for kid in array(entry(node, "/Kids")):
            yield from _attached(dictionary(kid), depth + 1)
