"""A handout as plain data: two pages, each of parts; what has no room there is left out by rank."""

from collections.abc import Mapping
from dataclasses import dataclass

from fokusbericht.model.editions import EditionEntry, EditionSource, Illustration
from fokusbericht.text.blocks import Block


@dataclass(frozen=True, slots=True)
class HeftFigure:
    """A number with its unit and year, and what it compares with."""

    label: str
    value: str
    unit: str
    year: str
    beside: str


@dataclass(frozen=True, slots=True)
class HeftRow:
    """A row of a table; its first cell is its head."""

    cells: tuple[str, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading of their own; a table without such has one group without a title."""

    title: str
    rows: tuple[HeftRow, ...]


@dataclass(frozen=True, slots=True)
class HeftTable:
    """A table; `widths` are parts of the whole width, `numbers` the columns set flush right."""

    caption: str
    head: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    widths: tuple[int, ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HeftSentence:
    """What is told in a sentence under a short heading; with the name of its drawing, if any."""

    heading: str
    text: str
    rank: int
    drawing: str = ""
    heard: str = ""  # what the drawing shows


@dataclass(frozen=True, slots=True)
class HeftEntry:
    """A recommendation, decision or suggestion."""

    entry: EditionEntry
    rank: int


@dataclass(frozen=True, slots=True)
class HeftBlock:
    """A paragraph or list of a text."""

    block: Block
    rank: int


@dataclass(frozen=True, slots=True)
class HeftPart:
    """A part of a page under its heading; whatever it has not is empty."""

    title: str
    lead: str = ""
    figures: tuple[HeftFigure, ...] = ()
    sentences: tuple[HeftSentence, ...] = ()
    illustrations: tuple[Illustration, ...] = ()
    blocks: tuple[HeftBlock, ...] = ()
    entries: tuple[HeftEntry, ...] = ()
    table: HeftTable | None = None
    note: str = ""
    is_half: bool = False  # two such in a row stand side by side

    def __bool__(self) -> bool:
        return bool(
            self.lead
            or self.figures
            or self.sentences
            or self.illustrations
            or self.blocks
            or self.entries
            or self.table
        )


@dataclass(frozen=True, slots=True)
class Heft:
    """A handout of a thing on two pages.

    What has a rank is left out, the highest first, until a page holds all the rest.
    """

    name: str  # of its file, without its ending: "kommune-elmshorn"
    kind: str  # "Kommune"
    title: str
    lead: str
    county: str
    site: str  # what the whole is called: "Fokusbericht"
    accent: str
    notice: str
    stand: str
    stand_iso: str
    address: str  # of its page
    locator: str  # the name of the drawing that shows where it lies
    locator_heard: str
    pages: tuple[tuple[HeftPart, ...], tuple[HeftPart, ...]]
    sources: tuple[EditionSource, ...]
    map_credit: str
    licence: str
    words: Mapping[str, str]
