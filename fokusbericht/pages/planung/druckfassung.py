"""/fokus/<name>/druck/: an edition as one page to print, made of the edition alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import unquote

from markupsafe import Markup

from fokusbericht.building.output import Output
from fokusbericht.editions import ausgabe_of
from fokusbericht.exports.edition_pictures import address_of_picture
from fokusbericht.model.editions import (
    Ausgabe,
    Chapter,
    ChapterKind,
    ChapterPassage,
    Illustration,
    YearSentence,
)
from fokusbericht.model.planning import Bericht
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.text.blocks import Block
from fokusbericht.urls import url_of

TEMPLATE = "planung/druckfassung.html"
STYLE = "druckfassung.css"
TITLE = "Druckfassung"
SCHEME = re.compile(r"^https?://(?:www\.)?")
KICKERS = {ChapterKind.THEME: "theme", ChapterKind.FIELD: "field"}


@dataclass(frozen=True, slots=True)
class PrintedAddress:
    """Where a link leads, as it is read on paper."""

    title: str
    href: str
    short: str  # "fokus.example/handlungsfelder/wohnen/"
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A drawing with its size, and where its figures stand today."""

    shown: Illustration
    src: str
    src_narrow: str  # for phones; nothing where it is narrow already
    width: int
    height: int
    address: str


@dataclass(frozen=True, slots=True)
class PrintedPassage:
    """Text and pictures: one stands beside the text, several beside each other."""

    blocks: tuple[Block, ...]
    pictures: tuple[PrintedPicture, ...]
    form: str  # "daneben", "reihe"; nothing where a picture stands alone


@dataclass(frozen=True, slots=True)
class PrintedChapter:
    """A chapter as it is set; all but lists are kept whole on a sheet."""

    chapter: Chapter
    anchor: str
    kicker: str
    passages: tuple[PrintedPassage, ...]
    deeper: tuple[PrintedAddress, ...]
    is_whole: bool
    begins: bool  # a new sheet


@dataclass(frozen=True, slots=True)
class PrintView:
    """An edition as a page to print."""

    edition: Ausgabe
    cover: PrintedPicture | None
    sentences: tuple[YearSentence, ...]
    chapters: tuple[PrintedChapter, ...]
    sources: tuple[PrintedAddress, ...]
    running: str
    address: str


def plan(report: Report) -> Iterator[Output]:
    """Plan the page of each edition."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for name, bericht in report.berichte.items():
        yield Batch(name, partial(_plan, report, bericht))


def print_url(ausgabe: Ausgabe) -> str:
    """Return where an edition is as a page to print."""
    return f"{ausgabe.url}druck/"


def _plan(report: Report, bericht: Bericht) -> Iterator[Output]:
    ausgabe = ausgabe_of(report, bericht.key)
    if ausgabe:
        page = _page(report, bericht, ausgabe)
        view = view_of(ausgabe)
        yield page_output(report, TEMPLATE, page, view, bericht.place, listed=False)


def _page(report: Report, bericht: Bericht, ausgabe: Ausgabe) -> Page:
    """Return the frame: the journey is what shall be found."""
    page = make_page(
        report,
        print_url(ausgabe),
        f"{TITLE}: {ausgabe.title}",
        f"{ausgabe.title} auf einer Seite zum Drucken: {ausgabe.subtitle}.",
        parents=[("Fokusberichte", "/fokus/"), (bericht.titel, url_of(report, bericht.key))],
        is_example=bericht.beispiel,
        styles=(STYLE,),
    )
    return replace(page, indexed=False, canonical=f"{report.kreis.basis_url}{ausgabe.url}")


def view_of(ausgabe: Ausgabe) -> PrintView:
    """Return an edition as a page to print."""
    cover = ausgabe.cover
    return PrintView(
        edition=ausgabe,
        cover=_picture(ausgabe, cover, is_narrow=False) if cover.name else None,
        sentences=tuple(replace(one, drawing=Markup(one.drawing)) for one in ausgabe.sentences),
        chapters=tuple(_chapters(ausgabe)),
        sources=tuple(
            PrintedAddress(
                one.name, one.url, _short(ausgabe, one.url), _said_of(one.stand, one.licence)
            )
            for one in ausgabe.sources
        ),
        running=f"{ausgabe.title} · {ausgabe.county}",
        address=_short(ausgabe, ausgabe.url),
    )


def _said_of(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _chapters(ausgabe: Ausgabe) -> Iterator[PrintedChapter]:
    before: ChapterKind | None = None
    for number, chapter in enumerate(ausgabe.chapters, 1):
        is_new = chapter.kind is not before
        yield PrintedChapter(
            chapter=chapter,
            anchor=f"kapitel-{number}",
            kicker=ausgabe.words[KICKERS[chapter.kind]] if chapter.kind in KICKERS else "",
            passages=tuple(_passage(ausgabe, one) for one in chapter.passages),
            deeper=tuple(
                PrintedAddress(one.title, one.href, _short(ausgabe, one.href), one.note)
                for one in chapter.deeper
            ),
            is_whole=not chapter.entries,
            begins=is_new and chapter.kind in (ChapterKind.GOALS, ChapterKind.FIELD),
        )
        before = chapter.kind


def _passage(ausgabe: Ausgabe, passage: ChapterPassage) -> PrintedPassage:
    many = len(passage.illustrations) > 1
    form = "reihe" if many else "daneben" if passage.blocks and passage.illustrations else ""
    pictures = (_picture(ausgabe, one, bool(form)) for one in passage.illustrations)
    return PrintedPassage(passage.blocks, tuple(pictures), form)


def _picture(ausgabe: Ausgabe, one: Illustration, is_narrow: bool) -> PrintedPicture:
    address = address_of_picture(ausgabe, one.name)
    return PrintedPicture(
        shown=one,
        src=f"{address}-schmal.svg" if is_narrow else f"{address}.svg",
        src_narrow="" if is_narrow else f"{address}-schmal.svg",
        width=one.width_narrow if is_narrow else one.width,
        height=one.height_narrow if is_narrow else one.height,
        address=_short(ausgabe, one.href),
    )


def _short(ausgabe: Ausgabe, href: str) -> str:
    """Return an address as it is typed: without what browsers add themselves."""
    whole = f"{ausgabe.base}{href}" if href.startswith("/") else href
    plain = unquote(whole)
    bare = SCHEME.sub("", plain if plain.isprintable() and " " not in plain else whole)
    return bare.rstrip("/")
