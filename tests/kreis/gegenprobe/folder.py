"""Where the collected sources lie, and their files read plainly: rows of text, cells as they are.

Nothing here knows the importers: what they read is what is checked.
"""

import csv
import io
from functools import cache
from itertools import takewhile

import pytest
from openpyxl import load_workbook
from support import IN_CI, REPOSITORY

SHARED = REPOSITORY.parent / "shared"
OLDER = "quellen"
NEWER = "quellen2"
NEEDED = (SHARED / OLDER / "roh", SHARED / NEWER / "roh")

needs_folder = pytest.mark.skipif(
    IN_CI or not all(path.is_dir() for path in NEEDED),
    reason="Die gesammelten Quellen (../shared/quellen, ../shared/quellen2) fehlen hier.",
)

Row = list[str]


@cache
def text(name: str) -> str:
    """Return a file of the folder as text."""
    return (SHARED / name).read_text(encoding="utf-8-sig")


@cache
def rows(name: str, delimiter: str = ",") -> list[Row]:
    """Return all rows of a CSV file, the head as well."""
    return list(csv.reader(io.StringIO(text(name)), delimiter=delimiter))


@cache
def records(name: str, delimiter: str = ",") -> list[dict[str, str]]:
    """Return the rows of a CSV file that has its heads in the first line."""
    return list(csv.DictReader(io.StringIO(text(name)), delimiter=delimiter))


@cache
def sheets(name: str) -> dict[str, list[tuple[object, ...]]]:
    """Return all sheets of a workbook as they are."""
    book = load_workbook(SHARED / name, read_only=True, data_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def sheet_part(name: str, number: int, column: int, until: str) -> list[tuple[object, ...]]:
    """Return the rows of a long sheet as far as the first that has a mark in a column."""
    book = load_workbook(SHARED / name, read_only=True, data_only=True)
    lines = book.worksheets[number].iter_rows(values_only=True)
    return list(takewhile(lambda row: len(row) <= column or row[column] != until, lines))
