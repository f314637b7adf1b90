"""Which reader reads which kind of file; what no reader knows is read as lines of text."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

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
_PACKED = frozenset({".docx", ".xlsx"})  # their bytes do not show what is in them


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
