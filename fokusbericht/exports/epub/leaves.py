"""The documents that a book is made of, in their order, and what is said of it as a whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from fokusbericht.exports.epub.absolute import absolute
from fokusbericht.model.editions import (
    Ausgabe,
    ChapterKind,
    Illustration,
    YearSentence,
)
from fokusbericht.text.blocks import Run
from fokusbericht.text.hyphenation import soften
from fokusbericht.text.set_out import SetBlock, heading_column

# What a document is, for readers' programs and for ears; all others are chapters.
SEMANTICS = {
    ChapterKind.FOREWORD: ("foreword", "doc-foreword"),
    ChapterKind.INTRODUCTION: ("introduction", "doc-introduction"),
}
ABOVE = {ChapterKind.THEME: "theme", ChapterKind.FIELD: "field"}
CHAPTER, APPENDIX = ("chapter", "doc-chapter"), ("appendix", "doc-appendix")
TITLE_LEAF, SENTENCES_LEAF, TABLES_LEAF = "titel.xhtml", "saetze.xhtml", "tabellen.xhtml"
FEATURES = (
    *("alternativeText", "displayTransformability", "longDescription", "readingOrder"),
    *("structuralNavigation", "tableOfContents", "unlocked"),
)
LONG = 15  # letters of a word that may have no room on a line of large letters
NUMBER = re.compile(r"[−+-]?[\d.,\s]+(?:\s*[%€])?|[–.\-x/]|")
NAMELESS = re.compile(r"<svg(?![^>]*\sxmlns=)")  # as it may stand in HTML
SVG = '<svg xmlns="http://www.w3.org/2000/svg"'


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document of a book."""

    name: str  # "kapitel-3.xhtml"
    title: str
    template: str
    kind: str
    role: str = ""
    above: str = ""  # a word over the title
    landmark: str = ""  # what it is to those who jump
    is_listed: bool = True  # in the contents
    properties: str = ""
    content: object = None

    @property
    def id(self) -> str:
        """Return its name within the book."""
        return self.name.removesuffix(".xhtml")

    @property
    def heading(self) -> str:
        """Return its title, whose long words may be cut."""
        return soften(self.title, LONG)


@dataclass(frozen=True, slots=True)
class PictureTable:
    """What a drawing shows, as a table, and the place where it is shown."""

    name: str
    title: str
    caption: str
    source: str
    back: str
    table: SetBlock


@dataclass(frozen=True, slots=True)
class EditionBook:
    """An edition as a book."""

    edition: Ausgabe  # all its addresses are whole
    leaves: tuple[Leaf, ...]
    sentences: tuple[YearSentence, ...]
    pictures: tuple[str, ...]
    cover_alt: str
    stand: str
    address: str  # of the edition on the site
    site: str  # the same, short
    publisher: str
    description: str
    rights: str
    features: tuple[str, ...] = FEATURES


def book_of(edition: Ausgabe) -> EditionBook:
    """Return an edition as a book."""
    whole = absolute(edition, edition.base)
    address = f"{edition.base}{edition.url}"
    return EditionBook(
        edition=whole,
        leaves=tuple(_leaves(whole)),
        sentences=tuple(replace(one, drawing=_drawn(one.drawing)) for one in whole.sentences),
        pictures=tuple(one.name for one in whole.illustrations()),
        cover_alt=f"{edition.title}. {edition.cover.alt}".strip(),
        stand=f"{edition.words['stand']}: {edition.stand}",
        address=address,
        site=address.partition("://")[2].rstrip("/"),
        publisher=next(iter(edition.office), edition.county),
        description=" ".join(filter(None, (edition.summary, edition.notice))),
        rights=". ".join(filter(None, (edition.licence, edition.map_credit))),
    )


def _leaves(edition: Ausgabe) -> Iterator[Leaf]:
    words = edition.words
    yield Leaf(
        "umschlag.xhtml", words["cover"], "umschlag", "cover", landmark="cover", is_listed=False
    )
    yield Leaf(TITLE_LEAF, edition.title, "titelei", "titlepage", landmark="titlepage")
    yield Leaf(
        "inhalt.xhtml",
        words["contents"],
        "inhalt",
        "toc",
        landmark="toc",
        is_listed=False,
        properties="nav",
    )
    chapters = [*_chapters(edition)]
    yield replace(chapters[0], landmark="bodymatter")
    yield from chapters[1:]
    yield Leaf("quellen.xhtml", words["sources"], "quellen", *APPENDIX, landmark="backmatter")
    if tables := tuple(_tables(edition)):
        yield Leaf(TABLES_LEAF, words["tables"], "tabellen", *APPENDIX, content=tables)
    yield Leaf("impressum.xhtml", words["imprint"], "impressum", "colophon", "doc-colophon")


def _chapters(edition: Ausgabe) -> Iterator[Leaf]:
    """Yield what is read: the year in sentences, then all chapters."""
    if edition.sentences:
        drawn = "svg" if any(one.drawing for one in edition.sentences) else ""
        yield Leaf(
            SENTENCES_LEAF, edition.words["year_in_sentences"], "saetze", *CHAPTER, properties=drawn
        )
    for number, chapter in enumerate(edition.chapters, 1):
        yield Leaf(
            _name(number),
            chapter.title,
            "kapitel",
            *SEMANTICS.get(chapter.kind, CHAPTER),
            above=edition.words[ABOVE[chapter.kind]] if chapter.kind in ABOVE else "",
            content=chapter,
        )


def _name(number: int) -> str:
    return f"kapitel-{number}.xhtml"


def _tables(edition: Ausgabe) -> Iterator[PictureTable]:
    """Yield the tables of all drawings, each once."""
    shown = {edition.cover.name: TITLE_LEAF}
    for number, chapter in enumerate(edition.chapters, 1):
        shown = {**{one.name: _name(number) for one in chapter.illustrations}, **shown}
    for one in edition.illustrations():
        if one.rows:
            back = f"{shown[one.name]}#bild-{one.name}"
            yield PictureTable(one.name, one.title, one.caption, one.source, back, _table(one))


def _table(one: Illustration) -> SetBlock:
    count = len(one.columns)
    numbers = tuple(at for at in range(count) if all(NUMBER.fullmatch(row[at]) for row in one.rows))
    heading = heading_column(count, numbers)
    rows = tuple(tuple((Run(cell),) for cell in row) for row in one.rows)
    return SetBlock(
        head=one.columns,
        rows=rows,
        numbers=numbers,
        heading=heading,
        name=one.title,
    )


def _drawn(svg: str) -> Markup:
    """Return a drawing as it stands within XML."""
    return Markup(NAMELESS.sub(SVG, svg, count=1))
