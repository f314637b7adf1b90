"""A document as plain data → the bytes of a .docx, by python-docx."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fokusbericht.exports.word.blocks import (
    Block,
    Document,
    Heading,
    Item,
    Listing,
    Paragraph,
    Picture,
    Table,
)
from fokusbericht.exports.word.oxml import (
    BULLETS,
    DEPTHS,
    LANGUAGE,
    NUMBERS,
    add_field,
    grow,
    numbering,
)
from fokusbericht.exports.word.styles import TEXT_WIDTH, empty_document
from fokusbericht.exports.word.text import add_indented, add_paragraph, add_table, allowed

if TYPE_CHECKING:
    from docx.document import Document as Word

LONGEST = 255  # letters that a property of a file may have
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def to_docx(document: Document) -> bytes:
    """Return the document as a file for Word."""
    from docx import Document as open_word

    word = open_word(BytesIO(empty_document(document.accent)))
    _set_properties(word, document)
    section = word.sections[0]
    section.header.paragraphs[0].add_run(allowed(document.head))
    foot = section.footer.paragraphs[0]
    foot.add_run(allowed(f"{document.foot}\tSeite "))
    add_field(foot, "PAGE")
    foot.add_run(" von ")
    add_field(foot, "NUMPAGES")
    _Body(word).add(document.blocks)
    target = BytesIO()
    word.save(target)
    return _sealed(target)


def _set_properties(word: "Word", document: Document) -> None:
    moment = datetime.combine(document.changed, time(), UTC)
    properties = word.core_properties
    properties.title = allowed(document.title)[:LONGEST]
    properties.subject = allowed(document.subject)[:LONGEST]
    properties.author = properties.last_modified_by = allowed(document.author)[:LONGEST]
    properties.created = properties.modified = moment
    properties.language, properties.comments = LANGUAGE, ""


def _sealed(file: BytesIO) -> bytes:
    """Return the file without a clock, so that same content is same bytes."""
    target = BytesIO()
    with ZipFile(file) as made, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        first, *rest = made.namelist()  # some readers expect [Content_Types].xml there
        for name in (first, *sorted(rest)):
            entry = ZipInfo(name, LONG_AGO)
            entry.create_system = 0  # the same on all systems
            archive.writestr(entry, made.read(name), ZIP_DEFLATED)
    return target.getvalue()


class _Body:
    # Adds blocks one after the other, and counts what has a number.

    def __init__(self, word: "Word") -> None:
        self.word = word
        self.pictures = 0
        self.numbered = NUMBERS  # number of the last list that counts for itself

    def add(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Heading():
                    add_paragraph(self.word, f"Heading{block.level}", block.runs)
                case Paragraph():
                    add_paragraph(self.word, block.look.value, block.runs)
                case Listing():
                    self._add_list(block)
                case Table():
                    add_table(self.word, block)
                case Picture():
                    self._add_picture(block)

    def _add_list(self, block: Listing) -> None:
        counting: dict[int, int] = {}  # depth → number of the list that is counted there
        for item in block.items:
            if item.goes_on:
                add_indented(self.word, item)
                continue
            counting = {depth: one for depth, one in counting.items() if depth <= item.depth}
            if item.ordered and item.number:
                counting[item.depth] = self._next_number(item.number, item.depth)
            elif item.ordered and item.depth not in counting:
                counting[item.depth] = counting.get(item.depth - 1) or self._next_number()
            self._add_item(item, counting[item.depth] if item.ordered else BULLETS)

    def _next_number(self, first: int = 1, depth: int = 0) -> int:
        self.numbered += 1
        new = numbering(self.numbered, NUMBERS, first, min(depth, DEPTHS - 1))
        grow(self.word.part.numbering_part.element, new)
        return self.numbered

    def _add_item(self, item: Item, number: int) -> None:
        style = "ListNumber" if item.ordered else "ListBullet"
        place = add_paragraph(self.word, style, item.runs)._p.get_or_add_pPr().get_or_add_numPr()
        place.get_or_add_ilvl().val = min(item.depth, DEPTHS - 1)
        place.get_or_add_numId().val = number

    def _add_picture(self, block: Picture) -> None:
        from docx.shared import Cm

        self.pictures += 1
        run = add_paragraph(self.word, "Bild").add_run()
        inline = run.add_picture(BytesIO(block.png), Cm(TEXT_WIDTH))._inline
        for side in "TBLR":
            inline.set(f"dist{side}", "0")  # LibreOffice keeps a distance if none is set
        inline.docPr.set("name", f"Bild {self.pictures}")
        inline.docPr.set("descr", allowed(block.alt))
