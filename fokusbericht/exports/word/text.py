"""Runs of text and tables, as python-docx adds them to a document."""

import re
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from fokusbericht.exports.word.blocks import Item, Run, Runs, Table
from fokusbericht.exports.word.oxml import DEPTHS, STEP, add_link, grow
from fokusbericht.exports.word.styles import TABLE, TEXT_WIDTH

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

MOST_TOGETHER = 12  # rows of a table that no page break goes through
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # in XML
RESERVED = "!#$%&'()*+,/:;=?@[]~"  # in addresses: kept as they are


def allowed(text: str) -> str:
    """Return a text without the characters that XML does not allow."""
    return FORBIDDEN.sub("", text)


def add_paragraph(word: "Word", style: str, runs: Runs = ()) -> "Paragraph":
    """Add a paragraph; `style` is the key of its style."""
    return _filled(word.add_paragraph(), style, runs)


def add_indented(word: "Word", item: Item) -> None:
    """Add what goes on with an item of a list: as far in as its text, without a mark."""
    from docx.shared import Twips

    form = add_paragraph(word, "Normal", item.runs).paragraph_format
    form.left_indent = Twips(STEP * (min(item.depth, DEPTHS - 1) + 1))


def _filled(paragraph: "Paragraph", style: str, runs: Runs) -> "Paragraph":
    if style != "Normal":
        paragraph._p.style = style  # by its key: looking for its name would take half of the time
    for run in runs:
        if run.href:
            add_link(paragraph, allowed(run.text), quote(run.href, safe=RESERVED))
            continue
        added = paragraph.add_run(allowed(run.text))
        if run.bold:
            added.bold = True
        if run.italic:
            added.italic = True
        if run.struck:
            added.font.strike = True
        if run.raised:
            added.font.superscript = True
    return paragraph


def add_table(word: "Word", block: Table) -> None:
    """Add a table under its caption; its first row is marked as its head."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    if block.caption:
        add_paragraph(word, "Caption", (Run(block.caption),))
    table = word.add_table(len(block.rows) + 1, len(block.head), TABLE)
    table.autofit = False
    if block.caption:
        grow(table._tbl.tblPr, f"<w:tblCaption w:val={quoteattr(allowed(block.caption))}/>")
    widths = [Cm(TEXT_WIDTH * part / sum(block.widths)) for part in block.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    head = tuple((Run(text),) for text in block.head)
    small = len(block.rows) <= MOST_TOGETHER
    for number, (row, texts) in enumerate(zip(table.rows, (head, *block.rows), strict=True)):
        is_head = "<w:tblHeader/>" * (number == 0)
        grow(row._tr.get_or_add_trPr(), f"<w:cantSplit/>{is_head}")
        stays = (small or number == 0) and number < len(block.rows)
        for column, (cell, runs) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = widths[column]
            form = _filled(cell.paragraphs[0], "Tabellentext", runs).paragraph_format
            if stays:
                form.keep_with_next = True
            if column in block.numbers:
                form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
