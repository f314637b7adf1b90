"""Word files: a document as plain data → the bytes of a .docx that every office program opens.

The same document makes the same bytes.
"""

from fokusbericht.exports.word.blocks import (
    Block,
    Document,
    Heading,
    InlinePicture,
    Item,
    Listing,
    Paragraph,
    ParagraphStyle,
    Run,
    Runs,
    Table,
    runs_of,
)
from fokusbericht.exports.word.from_html import blocks_of_html
from fokusbericht.exports.word.writer import to_docx

__all__ = [
    "Block",
    "Document",
    "Heading",
    "InlinePicture",
    "Item",
    "Listing",
    "Paragraph",
    "ParagraphStyle",
    "Run",
    "Runs",
    "Table",
    "blocks_of_html",
    "runs_of",
    "to_docx",
]
