"""An edition of the report as a document of its own: the same for page, PDF, EPUB and slides.

It holds all its words and numbers as they are read, the names of its drawings, and the addresses of
today's figures and pages; so that one which is frozen says in ten years what it says today.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fokusbericht.model.press import PressFigures
from fokusbericht.problems import Place
from fokusbericht.text.blocks import Block, runs_of


class ChapterKind(StrEnum):
    """What a chapter of an edition tells, in the order in which they stand."""

    FOREWORD = "vorwort"
    INTRODUCTION = "einleitung"
    THEME = "leitthema"
    GOALS = "ziele"
    DECISIONS = "beschluesse"
    FIELD = "handlungsfeld"
    FINANCE = "finanzen"
    FOLLOWED = "fruehere"
    NETWORK = "netzwerk"
    METHOD = "methode"


@dataclass(frozen=True, slots=True)
class DeeperLink:
    """A page of the site on which a reader finds more."""

    title: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Illustration:
    """A map or chart: `<name>.svg`, and `<name>-schmal.svg` for narrow columns; sizes in px.

    Both hold their legend, and colours for light and dark. The table is what it shows, as text.
    """

    name: str  # within its edition, and on the site: "karte-leerstandsquote"
    title: str
    alt: str
    caption: str  # a sentence that says what it shows
    source: str
    href: str  # of the figure as it is today
    width: int
    height: int
    width_narrow: int
    height_narrow: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class EditionFigure:
    """A number with its unit, its year and where it comes from."""

    indicator: str  # its key
    label: str
    value: str  # as it is read: "325.200"
    number: str  # for programs: "325200", with a decimal comma
    unit: str
    year: str
    source: str
    licence: str
    href: str  # of the figure as it is today


@dataclass(frozen=True, slots=True)
class YearSentence:
    """One of the sentences that tell the year: a number, what it says, a picture like a word."""

    figure: EditionFigure
    text: str
    drawing: str  # SVG in the colour of the text around it; nothing where there is none
    heard: str  # what it shows


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """A recommendation, a decision or another matter, with its state when the edition was made."""

    title: str
    kind: str  # "Zielvorschlag 2025-01"
    text: str
    state: str  # "in Beratung seit Mai 2025"
    notes: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class ChapterPassage:
    """Text of a chapter, and the pictures that stand behind it."""

    blocks: tuple[Block, ...]
    illustrations: tuple[Illustration, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of an edition; whatever it has not is empty."""

    kind: ChapterKind
    anchor: str
    title: str
    statement: str = ""  # one sentence, set large
    blocks: tuple[Block, ...] = ()
    figures: tuple[EditionFigure, ...] = ()
    illustrations: tuple[Illustration, ...] = ()
    places: tuple[int, ...] = ()  # of each in the text: how many blocks stand before it
    entries: tuple[EditionEntry, ...] = ()
    deeper: tuple[DeeperLink, ...] = ()
    source: str = ""

    @property
    def passages(self) -> tuple[ChapterPassage, ...]:
        """Return the text parted by its pictures; those without a place stand behind it."""
        places = (*self.places, *(len(self.blocks) for _ in self.illustrations))
        pictures: dict[int, list[Illustration]] = {len(self.blocks): []}
        for place, one in zip(places, self.illustrations, strict=False):
            pictures.setdefault(min(place, len(self.blocks)), []).append(one)
        ends = sorted(pictures)
        return tuple(
            ChapterPassage(self.blocks[start:end], tuple(pictures[end]))
            for start, end in zip((0, *ends), ends, strict=False)
            if start < end or pictures[end]
        )


@dataclass(frozen=True, slots=True)
class EditionSource:
    """Where figures and facts of an edition come from."""

    name: str
    url: str
    stand: str
    licence: str


@dataclass(frozen=True, slots=True)
class Ausgabe:
    """An edition as a whole."""

    name: str  # its key, and its folder on the site: "2025"
    year: int
    title: str  # "Fokus 2025"
    subtitle: str
    county: str
    base: str  # the address of the site: "https://fokus.example"
    accent: str  # the colour of the county: "#0a5f73"
    summary: str
    notice: str  # that it is a demonstration, or made up; nothing where it is the county's own
    stand: str  # of which day its figures are: "1. November 2026"
    stand_iso: str
    minutes: int  # that reading takes
    cover: Illustration
    sentences: tuple[YearSentence, ...]
    chapters: tuple[Chapter, ...]
    sources: tuple[EditionSource, ...]
    map_credit: str
    licence: str  # of the texts
    office: tuple[str, ...]  # who publishes it, and where: lines
    words: Mapping[str, str] = field(default_factory=dict)  # what is said around all this
    frozen: str = ""  # the day on which it was frozen; nothing of one that moves on

    @property
    def url(self) -> str:
        """Return the address of its page."""
        return f"/fokus/{self.name}/"

    @property
    def pdf(self) -> str:
        """Return the name of its PDF."""
        return f"fokus-{self.name}.pdf"

    def illustrations(self) -> tuple[Illustration, ...]:
        """Return all drawings, each once, the cover's first."""
        found = [self.cover, *(one for part in self.chapters for one in part.illustrations)]
        return tuple({one.name: one for one in found if one.name}.values())

    def links(self) -> Iterator[str]:
        """Yield all addresses that it leads to."""
        for figure in self.figures():
            yield figure.href
        for one in self.illustrations():
            yield one.href
        for part in self.chapters:
            yield from (one.href for one in part.entries)
            yield from (one.href for one in part.deeper)
            yield from (run.href for block in part.blocks for run in runs_of(block) if run.href)

    def figures(self) -> tuple[EditionFigure, ...]:
        """Return all numbers, each once, in the order in which they are read."""
        said = [one.figure for one in self.sentences]
        found = [*said, *(one for part in self.chapters for one in part.figures)]
        return tuple({(one.indicator, one.year): one for one in found}.values())


@dataclass(frozen=True, slots=True)
class Eingefroren:
    """An edition as it was frozen, with the checksums of its files by their path in its folder."""

    ausgabe: Ausgabe
    files: Mapping[str, str]
    place: Place
    press: PressFigures | None = None
