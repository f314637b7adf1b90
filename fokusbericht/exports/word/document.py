"""A Word file as plain data: blocks, and pictures between them."""

from dataclasses import dataclass
from datetime import date

from fokusbericht.text.blocks import Block


@dataclass(frozen=True, slots=True)
class InlinePicture:
    """A picture as wide as the text, and what it shows for those who do not see it."""

    png: bytes
    alt: str


WordBlock = Block | InlinePicture


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `head` stands on top of each page, `foot` left of the page number."""

    title: str
    subject: str
    author: str
    changed: date
    head: str
    foot: str
    accent: str  # "#0a5f73"
    blocks: tuple[WordBlock, ...]
