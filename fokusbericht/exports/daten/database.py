"""/daten/fokusbericht.sqlite: all tables as one database, with keys, views, and what columns mean.

Beside the tables of /daten/ there are `ueber` and `spalten`, which describe them, for each list of
keys a table of its own (`handlungsempfehlungen_handlungsfelder`), and views: `werte_lesbar` is what
werte.csv is, `neueste_werte` the last value of each figure in each area.

It is made in memory, so that nothing of time or place gets into it.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from typing import cast

from fokusbericht.exports.daten.columns import ColumnKind, CsvRow, OpenColumn, OpenTable
from fokusbericht.exports.daten.plain import SEPARATOR
from fokusbericht.exports.daten.tables import BY_NAME, TABLES, rows_of
from fokusbericht.exports.daten.typed import typed
from fokusbericht.model.report import Report

StoredCell = str | int | float | None
NAME = "fokusbericht.sqlite"
FIGURES = "werte"
# What other tables say of a figure's row; the view `werte_lesbar` puts it back.
SAID_ELSEWHERE = ("titel", "einheit", "ebene", "raum", "beispiel")
STORED = {
    ColumnKind.NUMBER: "REAL",
    ColumnKind.INTEGER: "INTEGER",
    ColumnKind.FLAG: "INTEGER",
}
ABOUT = "CREATE TABLE ueber (was TEXT PRIMARY KEY, inhalt TEXT NOT NULL) WITHOUT ROWID"
COLUMNS = (
    "CREATE TABLE spalten (tabelle TEXT, spalte TEXT, bedeutung TEXT NOT NULL, "
    "inhalt TEXT NOT NULL, verweist_auf TEXT, PRIMARY KEY (tabelle, spalte))"
)
VIEWS = (
    "CREATE INDEX werte_nach_raum ON werte (raum_schluessel, jahr)",
    "CREATE VIEW werte_lesbar AS SELECT g.ebene, w.raum_schluessel, g.name AS raum, "
    "w.indikator, i.titel, i.einheit, w.jahr, w.wert, w.fehlt, i.beispiel FROM werte w "
    "JOIN indikatoren i ON i.id = w.indikator JOIN gebiete g ON g.schluessel = w.raum_schluessel",
    "CREATE VIEW neueste_werte AS SELECT g.ebene, w.raum_schluessel, g.name AS raum, "
    "w.indikator, i.titel, i.einheit, max(w.jahr) AS jahr, w.wert, i.beispiel FROM werte w "
    "JOIN indikatoren i ON i.id = w.indikator JOIN gebiete g ON g.schluessel = w.raum_schluessel "
    "WHERE w.wert IS NOT NULL GROUP BY w.indikator, w.raum_schluessel",
)


def database(report: Report) -> bytes:
    """Return the file."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        file.execute("PRAGMA foreign_keys = OFF")  # rows may name later ones; a test holds them
        file.execute("BEGIN")
        _describe(file, report)
        for one in TABLES:
            _fill(file, one, rows_of(report, one.name))
        for statement in VIEWS:
            file.execute(statement)
        file.execute("COMMIT")
        return file.serialize()


def _describe(file: sqlite3.Connection, report: Report) -> None:
    kreis = report.kreis
    said = {
        "titel": kreis.titel,
        "herausgeber": kreis.name,
        "adresse": kreis.basis_url,
        "stichtag": kreis.stichtag.isoformat(),
        "lizenz_texte": kreis.lizenz_texte,
        "lizenz_werte": BY_NAME[FIGURES].terms(report),
        "hinweis": kreis.hinweis,
    }
    file.execute(ABOUT)
    file.executemany("INSERT INTO ueber VALUES (?, ?)", said.items())
    file.execute(COLUMNS)
    rows = (
        (one.name, each.name, each.meaning, each.kind.value, each.refers or None)
        for one in TABLES
        for each in columns_of(one)
    )
    file.executemany("INSERT INTO spalten VALUES (?, ?, ?, ?, ?)", rows)


def columns_of(one: OpenTable) -> tuple[OpenColumn, ...]:
    """Return the columns that a table has in the database."""
    left_out = SAID_ELSEWHERE if one.name == FIGURES else ()
    return tuple(each for each in one.columns if each.name not in left_out)


def _fill(file: sqlite3.Connection, one: OpenTable, rows: Sequence[CsvRow]) -> None:
    columns = columns_of(one)
    file.execute(_created(one, columns))
    places = [(one.head.index(each.name), storing(each.kind)) for each in columns]
    cells = ([store(row[place]) for place, store in places] for row in rows)
    insert(file, one.name, len(columns), cells)
    for column in columns:
        if column.kind is ColumnKind.LIST and column.refers:
            _link(file, one, column, rows)


def storing(kind: ColumnKind) -> Callable[[str], StoredCell]:
    """Return what makes of a cell what the database holds: lists stay text, nothing is NULL."""
    if kind not in STORED:
        return lambda text: text or None
    return lambda text: cast(StoredCell, typed(kind, text))


def insert(
    file: sqlite3.Connection, name: str, width: int, rows: Iterable[Sequence[StoredCell | bytes]]
) -> None:
    """Put rows into a table."""
    marks = ", ".join("?" * width)
    file.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)


def declared(column: OpenColumn) -> str:
    """Return a column as it is declared."""
    return f'"{column.name}" {STORED.get(column.kind, "TEXT")}'


def _created(one: OpenTable, columns: Sequence[OpenColumn]) -> str:
    """Return the statement that makes a table."""
    parts = [*map(declared, columns), *_keys(one, columns)]
    ordered = " WITHOUT ROWID" if one.name == FIGURES else ""
    return f'CREATE TABLE "{one.name}" ({", ".join(parts)}){ordered}'


def _keys(one: OpenTable, columns: Sequence[OpenColumn]) -> Iterator[str]:
    if one.key:
        yield f"PRIMARY KEY ({_names(one.key)})"
    for column in columns:
        if column.refers and column.kind is ColumnKind.TEXT:
            yield _foreign(column.name, column.refers)


def _foreign(name: str, table: str) -> str:
    (key,) = BY_NAME[table].key
    return f'FOREIGN KEY ("{name}") REFERENCES "{table}" ("{key}")'


def _names(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _link(
    file: sqlite3.Connection, one: OpenTable, column: OpenColumn, rows: Sequence[CsvRow]
) -> None:
    """Make the table of a list: a row for each thing that is named, in the order of the list."""
    (key,) = one.key
    own, other = one.head.index(key), one.head.index(column.name)
    name = f"{one.name}_{column.name}"
    file.execute(
        f'CREATE TABLE "{name}" ("{one.name}" TEXT, nummer INTEGER, "{column.refers}_ziel" TEXT, '
        f'PRIMARY KEY ("{one.name}", nummer), {_foreign(one.name, one.name)}, '
        f"{_foreign(f'{column.refers}_ziel', column.refers)}) WITHOUT ROWID"
    )
    links = (
        (row[own], number, target)
        for row in rows
        for number, target in enumerate(filter(None, row[other].split(SEPARATOR)), start=1)
    )
    insert(file, name, 3, links)
