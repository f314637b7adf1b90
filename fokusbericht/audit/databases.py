"""SQLite files, GeoPackages among them: each table with the names of its columns."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from fokusbericht.audit.columns import PrintedCell
from fokusbericht.audit.context import page_context
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.sightings import Sighting
from fokusbericht.audit.tables import ShownTable, read_table

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"


def read_database(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield the protected figures of a database; what views show stands in its tables."""
    with closing(sqlite3.connect(":memory:")) as file:
        try:
            file.deserialize(data)
            tables = [_table(file, name) for (name,) in file.execute(_TABLES).fetchall()]
        except sqlite3.DatabaseError:
            return
    for table in tables:
        yield from read_table(lexicon, page_context(lexicon, path), table)


def _table(file: sqlite3.Connection, name: str) -> ShownTable:
    quoted = name.replace('"', '""')
    found = file.execute(f'SELECT * FROM "{quoted}"')
    head = tuple(PrintedCell(one[0]) for one in found.description)
    rows = tuple(tuple(PrintedCell(_text(one)) for one in row) for row in found)
    return ShownTable("", head, rows, plain=True)


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, bytes) else str(value)
