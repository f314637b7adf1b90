"""Excel workbooks: each sheet a table whose first row is its head."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from fokusbericht.audit.columns import PrintedCell
from fokusbericht.audit.context import page_context
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.sightings import Sighting
from fokusbericht.audit.tables import ShownTable, read_table

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_STRINGS = "xl/sharedStrings.xml"


def read_workbook(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield the protected figures of a workbook, its hidden sheets as well."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            names = parts.namelist()
            texts = _texts(fromstring(parts.read(_STRINGS))) if _STRINGS in names else []
            sheets = [fromstring(parts.read(name)) for name in sorted(names) if _SHEET.match(name)]
    except (BadZipFile, ParseError):
        return
    for sheet in sheets:
        rows = [_row(one, texts) for one in sheet.iter(f"{_S}row")]
        if rows:
            table = ShownTable("", rows[0], tuple(rows[1:]), plain=True)
            yield from read_table(lexicon, page_context(lexicon, path), table)


def _texts(root: Element) -> list[str]:
    return [_text(one) for one in root.iter(f"{_S}si")]


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{_S}t"))


def _row(row: Element, texts: Sequence[str]) -> tuple[PrintedCell, ...]:
    """Return the cells of a row, each in its column."""
    found: list[PrintedCell] = []
    for cell in row.iter(f"{_S}c"):
        column = _column(cell.get("r", ""))
        found += [PrintedCell("")] * (column - len(found))
        found.append(PrintedCell(_cell(cell, texts)))
    return tuple(found)


def _column(place: str) -> int:
    """Return the number of a column: "A2" is 0, "AA7" is 26."""
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return max(number - 1, 0)


def _cell(cell: Element, texts: Sequence[str]) -> str:
    value = cell.findtext(f"{_S}v")
    if value is None:
        return _text(cell)
    return texts[int(value)] if cell.get("t") == "s" else value
