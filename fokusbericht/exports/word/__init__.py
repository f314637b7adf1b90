"""Word files: a document as plain data → the bytes of a .docx that every office program opens.

The same document makes the same bytes.
"""

from fokusbericht.exports.word.document import Document, InlinePicture, WordBlock
from fokusbericht.exports.word.writer import to_docx

__all__ = ["Document", "InlinePicture", "WordBlock", "to_docx"]
