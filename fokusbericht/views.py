"""Shapes that the components take, shared by the page kinds: plain data, formatted by nobody yet
or already text, never HTML."""

from collections.abc import Mapping
from dataclasses import dataclass

LONG_FACET = 6  # values; facets with more are folded


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a menu or list; `note` says what it is or how many are behind it."""

    title: str
    href: str
    note: str = ""
    current: bool = False
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class EmbedView:
    """A figure in the middle of a text: the component that draws it, and its data."""

    component: str
    data: object


@dataclass(frozen=True, slots=True)
class Explanation:
    """A term that a text uses: how it is explained on the page, and in which words it is used."""

    id: str
    title: str
    text: str
    href: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProseView:
    """A text with its links resolved: target as written → (address, title)."""

    source: str
    links: Mapping[str, tuple[str, str]]
    embeds: Mapping[str, EmbedView]  # "karte: leerstandsquote, 2022" → what is drawn
    terms: tuple[Explanation, ...] = ()  # explained where they are used first

    def __bool__(self) -> bool:
        return bool(self.source.strip())


@dataclass(frozen=True, slots=True)
class PlainText:
    """A paragraph without marks, of a head, whose terms are explained."""

    text: str
    terms: tuple[Explanation, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `bar` (0 to 100) draws a bar behind it, which is `cut` where it would be
    far longer; `spoken` is what is heard of a mark; the first one's `anchor` is that of its row."""

    text: str
    href: str = ""
    number: bool = False
    bar: float | None = None
    note: str = ""
    spoken: str = ""
    cut: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value."""

    label: str
    value: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure of its own: the number as text, with a sentence and its source.

    `beside` are the figures of Land and Bund of the same year.
    """

    label: str
    value: str
    unit: str = ""
    sentence: str = ""
    href: str = ""
    source: str = ""
    beside: str = ""


EXAMPLE = "Beispiel"  # the badge of an entry that is made up


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """An entry of a timeline."""

    date: str
    title: str
    text: str = ""
    link: Link | None = None
    badge: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A dot on the way of a recommendation; state: done | current | open | good | bad."""

    label: str
    date: str
    state: str


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation in a list."""

    title: str
    href: str
    meta: str
    steps: tuple[Step, ...]
    state: str
    silence: str
    is_example: bool
    grade: str
    grade_kind: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by, and how many have it; one without an address leads nowhere."""

    key: str
    title: str
    href: str
    count: int
    note: str = ""
    current: bool = False
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class FacetView:
    """A filter: its name in addresses, its values, apart from these what only examples have."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    examples: tuple[Choice, ...] = ()

    @property
    def is_long(self) -> bool:
        """Say whether it is folded, with its number of values."""
        return len(self.choices) > LONG_FACET

    @property
    def is_chosen(self) -> bool:
        """Say whether one of its values is chosen."""
        return any(one.current for one in (*self.choices, *self.examples))

    def in_use(self) -> int:
        """Return how many of its values lead somewhere."""
        return sum(bool(one.href) for one in (*self.choices, *self.examples))


@dataclass(frozen=True, slots=True)
class LegendClass:
    """A class of a map: the name of its swatch, its range, how many areas."""

    name: str
    label: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn file with its narrow variant; sizes in pixels.

    `interactive` is the address of its figures; the page then needs the script diagramm.js.
    """

    src: str
    alt: str
    width: int
    height: int
    src_narrow: str = ""
    width_narrow: int = 0
    height_narrow: int = 0
    interactive: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary."""

    id: str
    title: str
    short: str
    text: ProseView
    links: tuple[Link, ...]
    searched: str = ""  # under which other words the search finds it
    uses: tuple[Link, ...] = ()  # where it is used
    others: str = ""  # on how many pages besides
    more: tuple[Link, ...] = ()  # these, unless they are too many


@dataclass(frozen=True, slots=True)
class GlossaryGroup:
    """The terms under one letter."""

    id: str
    title: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """The Kommunen of one Betrachtungsraum."""

    title: str
    href: str
    links: tuple[Link, ...]
