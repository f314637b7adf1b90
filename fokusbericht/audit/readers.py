"""Which reader reads which kind of file; what no reader knows is read as lines of text."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from posixpath import dirname

from fokusbericht.audit.books import files_in_book
from fokusbericht.audit.csv_tables import read_csv
from fokusbericht.audit.databases import read_database
from fokusbericht.audit.drawings import read_svg
from fokusbericht.audit.feeds import read_text, read_xml
from fokusbericht.audit.hypertext import read_html
from fokusbericht.audit.lexicon import Lexicon, is_about
from fokusbericht.audit.records import read_json
from fokusbericht.audit.scripts import read_script
from fokusbericht.audit.sightings import Sighting
from fokusbericht.audit.word import read_word
from fokusbericht.audit.workbooks import read_workbook

Reader = Callable[[Lexicon, str, bytes], Iterator[Sighting]]


def _read_paper(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield the protected figures of a PDF and of the files that are attached to it."""
    from fokusbericht.audit.pdf import files_in_pdf, read_pdf  # most sites have none that is new

    yield from read_pdf(lexicon, path, data)
    yield from _read_within(lexicon, path, files_in_pdf(data))


def _read_book(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield the protected figures of an EPUB."""
    yield from _read_within(lexicon, path, files_in_book(data))


def _read_within(
    lexicon: Lexicon, path: str, files: Iterable[tuple[str, bytes]]
) -> Iterator[Sighting]:
    """Read files in a file; what names an indicator ("karte-leerstand") is one of its page."""
    pages = {name: page for page, name in lexicon.indicator_pages.items()}
    for name, data in files:
        stem = PurePosixPath(name).stem
        about = [one for one in lexicon.protected if f"-{one}-" in f"-{stem}-"]
        folder = pages[max(about, key=len)] if about else dirname(path)
        for one in read_file(lexicon, f"{folder}/{PurePosixPath(name).name}", data):
            yield replace(one, path=f"{path}/{name}")


_READERS: Mapping[str, Reader] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".json": read_json,
    ".geojson": read_json,
    ".topojson": read_json,
    ".jsonld": read_json,
    ".ttl": read_text,
    ".webmanifest": read_json,
    ".html": read_html,
    ".svg": read_svg,
    ".xml": read_xml,
    ".docx": read_word,
    ".epub": _read_book,
    ".ncx": read_xml,
    ".opf": read_xml,
    ".pdf": _read_paper,
    ".xhtml": read_html,
    ".xlsx": read_workbook,
    ".sqlite": read_database,
    ".gpkg": read_database,
    ".ics": read_text,
    ".js": read_script,
    ".txt": read_text,
    ".conf": read_text,
    "": read_text,  # _redirects
    ".md": read_text,
    ".vtt": read_text,
}
_PACKED = frozenset({".docx", ".xlsx", ".pdf", ".epub"})  # their bytes do not show what is in them


def reader_of(path: str) -> Reader | None:
    """Return what reads a file; None for pictures, films, styles and our own scripts."""
    if path.startswith("assets/"):
        return None
    return _READERS.get(PurePosixPath(path).suffix.lower())


def read_file(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield what a file tells of protected figures; most tell nothing and are not taken apart."""
    reader = reader_of(path)
    if reader is None:
        return
    if PurePosixPath(path).suffix.lower() in _PACKED or is_about(lexicon, path, data):
        yield from reader(lexicon, path, data)
