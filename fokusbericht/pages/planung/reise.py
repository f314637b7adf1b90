"""An edition as a journey: the whole of it on one page, made of the edition alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from fokusbericht.exports.edition_books import book_url
from fokusbericht.exports.edition_pictures import address_of_picture
from fokusbericht.exports.edition_prints import slides_of
from fokusbericht.model.editions import (
    Ausgabe,
    Chapter,
    ChapterKind,
    EditionFigure,
    Illustration,
    YearSentence,
)
from fokusbericht.pages.frame.asides import LinkGroup
from fokusbericht.pages.planung.druckfassung import print_url
from fokusbericht.text.blocks import Block
from fokusbericht.views import Link

TEMPLATE = "planung/reise.html"
STYLE = "reise.css"
SCRIPT = "reise.js"
WIDEST_BESIDE = 600  # px: a wider drawing would be too small beside its text
SENTENCES, FORMS, SOURCES = "ausgabe-saetze", "ausgabe-formen", "ausgabe-quellen"
# The kinds whose chapters stand under a heading of their own, by the words of the edition.
GROUPS = {ChapterKind.THEME: "themes", ChapterKind.FIELD: "fields"}
KICKERS = {ChapterKind.THEME: "theme", ChapterKind.FIELD: "field"}


@dataclass(frozen=True, slots=True)
class WordSized:
    """A drawing in the midst of a text, in its colour."""

    svg: str

    def __html__(self) -> str:
        """Return the drawing."""
        return self.svg


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence of the year."""

    figure: EditionFigure
    text: str
    drawing: WordSized


@dataclass(frozen=True, slots=True)
class StepPicture:
    """A picture: its address without an ending, and whether its wide drawing fits beside a text."""

    illustration: Illustration
    address: str
    fits_beside: bool


@dataclass(frozen=True, slots=True)
class ReadingStep:
    """A part of a chapter's text, and the picture beside it."""

    blocks: tuple[Block, ...]
    shown: StepPicture | None


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter: its text in steps, each with the picture that it tells of."""

    chapter: Chapter
    kicker: str
    steps: tuple[ReadingStep, ...]
    changes: bool  # whether its picture changes as one reads


@dataclass(frozen=True, slots=True)
class JourneyView:
    """An edition as it is read on one page."""

    edition: Ausgabe
    contents: tuple[LinkGroup, ...]
    cover: StepPicture | None
    told: tuple[SentenceView, ...]
    parts: tuple[ChapterView, ...]
    forms: tuple[Link, ...]  # the same as files
    around: tuple[Link, ...]  # below it: what is no part of the edition


def journey(edition: Ausgabe, around: tuple[Link, ...] = ()) -> JourneyView:
    """Return the page of an edition, and what stands around it."""
    return JourneyView(
        edition=edition,
        contents=tuple(_contents(edition)),
        cover=_shown(edition, edition.cover) if edition.cover.name else None,
        told=tuple(map(_told, edition.sentences)),
        parts=tuple(_part(edition, one) for one in edition.chapters),
        forms=tuple(forms_of(edition)),
        around=around,
    )


def _contents(edition: Ausgabe) -> Iterator[LinkGroup]:
    """Yield the chapters in their order; themes and fields under a heading each."""
    words = edition.words
    if edition.sentences:
        yield LinkGroup("", (Link(words["year_in_sentences"], f"#{SENTENCES}"),))
    for group, chapters in groupby(edition.chapters, lambda one: GROUPS.get(one.kind, "")):
        links = tuple(Link(one.title, f"#{one.anchor}") for one in chapters)
        yield LinkGroup(words[group] if group and len(links) > 1 else "", links)
    ends = (Link(words["forms"], f"#{FORMS}"), Link(words["sources"], f"#{SOURCES}"))
    yield LinkGroup("", ends)


def forms_of(edition: Ausgabe) -> Iterator[Link]:
    """Yield an edition in other forms: to print, for the session, for readers of books."""
    words = edition.words
    yield Link(words["pdf"], f"{edition.url}{edition.pdf}")
    yield Link(words["slides"], f"{edition.url}{slides_of(edition)}")
    yield Link(words["epub"], book_url(edition))
    yield Link(words["print"], print_url(edition))


def _told(one: YearSentence) -> SentenceView:
    return SentenceView(one.figure, one.text, WordSized(one.drawing))


def _shown(edition: Ausgabe, one: Illustration) -> StepPicture:
    return StepPicture(one, address_of_picture(edition, one.name), one.width <= WIDEST_BESIDE)


def _part(edition: Ausgabe, chapter: Chapter) -> ChapterView:
    kicker = KICKERS.get(chapter.kind)
    return ChapterView(
        chapter=chapter,
        kicker=edition.words[kicker] if kicker else "",
        steps=tuple(_steps(edition, chapter)),
        changes=len(chapter.illustrations) > 1,
    )


def _steps(edition: Ausgabe, chapter: Chapter) -> Iterator[ReadingStep]:
    if not chapter.illustrations:
        if chapter.blocks:
            yield ReadingStep(chapter.blocks, None)
        return
    cuts = (0, *_ends(chapter), len(chapter.blocks))
    for one, (start, end) in zip(chapter.illustrations, pairwise(cuts), strict=True):
        yield ReadingStep(chapter.blocks[start:end], _shown(edition, one))


def _ends(chapter: Chapter) -> tuple[int, ...]:
    """Return before which blocks a text is cut, so that each picture has its part.

    A picture stands behind its text; where the first stands above all text, before it. Where no
    text says where they stand, they share it.
    """
    number = len(chapter.illustrations)
    places = chapter.places
    if len(places) != number:
        return tuple(len(chapter.blocks) * one // number for one in range(1, number))
    return places[1:] if places[0] == 0 else places[:-1]
