"""The file of a book: documents, pictures and what programs are told, in a zip without a clock."""

from collections.abc import Iterator, Mapping

from fokusbericht.building.render import filled
from fokusbericht.building.templates import source_of
from fokusbericht.exports.epub.cover import cover
from fokusbericht.exports.epub.leaves import EditionBook, book_of
from fokusbericht.exports.epub.light import light
from fokusbericht.exports.office import FORBIDDEN, zipped
from fokusbericht.model.editions import Ausgabe
from fokusbericht.model.report import Report

MIMETYPE = b"application/epub+zip"
CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="EPUB/paket.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
PACKAGE, STYLE = "buch/paket.xml", "buch/buch.css"
LEAVES = (
    *("umschlag", "titelei", "inhalt", "saetze", "kapitel", "quellen", "tabellen", "impressum"),
)
TEMPLATES = (PACKAGE, *(f"buch/{name}.html" for name in LEAVES))


def drawings_of(edition: Ausgabe) -> tuple[str, ...]:
    """Return the drawings that a book holds, by the names of their files.

    Screens for reading are small, so they are the narrow ones; the cover shows the wide map.
    """
    names = [f"{one.name}-schmal.svg" for one in edition.illustrations()]
    return (*names, f"{edition.cover.name}.svg") if edition.cover.name else tuple(names)


def make_book(report: Report, edition: Ausgabe, drawings: Mapping[str, bytes]) -> bytes:
    """Return an edition as EPUB."""
    book = book_of(edition)
    drawn = {name: light(drawings[name].decode()) for name in drawings_of(edition)}
    texts = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/paket.opf": _filled(report, PACKAGE, book, {}),
        **{f"EPUB/{name}": text for name, text in _documents(report, book)},
        "EPUB/buch.css": source_of(report.root, STYLE),
        "EPUB/umschlag.svg": cover(edition, drawn.get(f"{edition.cover.name}.svg", "")),
        **{f"EPUB/bilder/{name}.svg": drawn[f"{name}-schmal.svg"] for name in book.pictures},
    }
    parts = {path: FORBIDDEN.sub("", text).encode() for path, text in texts.items()}
    return zipped({"mimetype": MIMETYPE, **parts})


def _documents(report: Report, book: EditionBook) -> Iterator[tuple[str, str]]:
    for leaf in book.leaves:
        yield leaf.name, _filled(report, f"buch/{leaf.template}.html", book, {"leaf": leaf})


def _filled(report: Report, template: str, book: EditionBook, more: Mapping[str, object]) -> str:
    context = {"book": book, "words": book.edition.words, **more}
    return filled(report, template, "", context).lstrip()
