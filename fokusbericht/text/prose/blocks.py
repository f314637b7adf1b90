"""What a text is made of: paragraphs, headings, lists, tables, quotes, notes, code."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fokusbericht.text.prose.lines import Line
from fokusbericht.text.prose.tables import Passage


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6; its anchor is empty where none was asked for."""

    level: int
    words: Passage
    anchor: str


@dataclass(frozen=True, slots=True)
class Code:
    """Lines shown as they are written; `span` is where they stand, fences included."""

    text: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody else said."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; `done` says whether a task is, None where it is no task."""

    blocks: "tuple[Block, ...]"
    number: int | None
    done: bool | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; the items of a loose one are paragraphs."""

    items: tuple[Item, ...]
    is_loose: bool

    @property
    def is_ordered(self) -> bool:
        """Say whether it counts its items."""
        return self.items[0].number is not None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; each row has as many cells as the head."""

    head: tuple[Passage, ...]
    sides: tuple[str, ...]
    rows: tuple[tuple[Passage, ...], ...]


Block = Paragraph | Heading | Code | ThematicBreak | Quote | Listing | Table


@dataclass(frozen=True, slots=True)
class Note:
    """What a footnote says."""

    blocks: tuple[Block, ...]
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Misreading:
    """What could not be read as it was meant, and where it stands in the text."""

    offset: int
    sentence: str
    earlier: int = -1
    """Where the other of two things stands; its line is told where the sentence says „{Zeile}“."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it was read: its blocks, its notes and addresses by name, its faults."""

    blocks: tuple[Block, ...]
    notes: Mapping[str, Note]
    addresses: Mapping[str, tuple[str, str]]
    faults: tuple[Misreading, ...]


def leaves(blocks: tuple[Block, ...]) -> Iterator[tuple[Passage, ...]]:
    """Yield the words of each paragraph, heading and cell, in as many pieces as it has lines."""
    for block in blocks:
        match block:
            case Paragraph():
                yield tuple(Passage(line.text, line.offset) for line in block.lines)
            case Heading():
                yield (block.words,)
            case Quote():
                yield from leaves(block.blocks)
            case Listing():
                for item in block.items:
                    yield from leaves(item.blocks)
            case Table():
                yield from ((cell,) for row in (block.head, *block.rows) for cell in row)


def codes(blocks: tuple[Block, ...]) -> Iterator[Code]:
    """Yield all code between fences."""
    for block in blocks:
        match block:
            case Code():
                yield block
            case Quote():
                yield from codes(block.blocks)
            case Listing():
                for item in block.items:
                    yield from codes(item.blocks)
