"""What a document is made of, as plain data: headings, paragraphs, lists, tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style; with an address it is a link."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    struck: bool = False
    raised: bool = False


Runs = tuple[Run, ...]


class ParagraphStyle(StrEnum):
    """What a paragraph is; the value is the name of its style in Word."""

    TEXT = "Normal"
    TITLE = "Title"
    SENDER = "Absender"
    FACT = "Angabe"  # a label, a tab and what it says
    NOTICE = "Hinweis"  # framed, so that nobody overlooks it
    DECISION = "Beschluss"  # what is voted on
    REMARK = "Anmerkung"  # small
    QUOTE = "Quote"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs
    style: ParagraphStyle = ParagraphStyle.TEXT


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with its depth from 0 on; it has a number or a dot.

    `number` is where counting begins anew; 0 where it goes on. What `goes_on` has no mark of its
    own: it belongs to the item above, after a list within that.
    """

    runs: Runs
    depth: int = 0
    ordered: bool = False
    number: int = 0
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row is its head; `widths` are parts of the whole width."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]
    numbers: tuple[int, ...] = ()  # the columns that are set flush right


Block = Heading | Paragraph | Listing | Table


def runs_of(block: Block) -> Iterator[Run]:
    """Yield all text of a block, but for the head of a table."""
    match block:
        case Heading() | Paragraph():
            yield from block.runs
        case Listing():
            for item in block.items:
                yield from item.runs
        case Table():
            for row in block.rows:
                yield from (run for cell in row for run in cell)
