"""The columns of a table, as programs are told of them: their type, marks for nothing, keys."""

from dataclasses import dataclass
from enum import Enum

from fokusbericht.exports.daten.columns import ColumnKind, OpenColumn, OpenTable
from fokusbericht.exports.daten.tables import BY_NAME
from fokusbericht.model.figures import Fehlgrund

MISSING = tuple(one.value for one in Fehlgrund)  # in tables of figures


class ColumnType(Enum):
    """What a cell is, by the names that both Table Schema and CSVW know."""

    TEXT = "string"
    NUMBER = "number"
    INTEGER = "integer"
    FLAG = "boolean"
    DAY = "date"


@dataclass(frozen=True, slots=True)
class ColumnSchema:
    """A column: its name for ever, what it means, what a cell is."""

    name: str
    meaning: str
    type: ColumnType = ColumnType.TEXT
    refers: str = ""  # the table whose key it holds


@dataclass(frozen=True, slots=True)
class TableSchema:
    """The columns of a table, by which of them a row is known, and what stands for nothing."""

    columns: tuple[ColumnSchema, ...]
    key: tuple[str, ...]
    missing: tuple[str, ...] = ("",)


TYPES = {
    ColumnKind.NUMBER: ColumnType.NUMBER,
    ColumnKind.INTEGER: ColumnType.INTEGER,
    ColumnKind.FLAG: ColumnType.FLAG,
    ColumnKind.DAY: ColumnType.DAY,
}
FIGURES = TableSchema(
    (
        ColumnSchema("ebene", "kommune, quartier, amt, betrachtungsraum, kreis, land oder bund"),
        ColumnSchema("raum_schluessel", "amtlicher Schlüssel oder Kennung des Raums"),
        ColumnSchema("raum", "Name des Raums"),
        ColumnSchema("jahr", "Jahr", ColumnType.INTEGER),
        ColumnSchema(
            "wert",
            "der Wert; . unbekannt, - nichts vorhanden, x geheim gehalten, / nicht sicher genug",
            ColumnType.NUMBER,
        ),
        ColumnSchema("einheit", "Einheit des Werts"),
        ColumnSchema("quelle", "woher der Wert stammt"),
        ColumnSchema("lizenz", "unter welcher Lizenz"),
    ),
    ("raum_schluessel", "jahr"),
    MISSING,
)


def schema_of(table: OpenTable) -> TableSchema:
    """Return what programs are told of a table below /daten/."""
    columns = tuple(
        ColumnSchema(
            one.name, one.meaning, TYPES.get(one.kind, ColumnType.TEXT), _referred(table, one)
        )
        for one in table.columns
    )
    has_marks = any(one.kind is ColumnKind.NUMBER for one in table.columns)
    return TableSchema(columns, table.key, ("", *MISSING) if has_marks else ("",))


def _referred(table: OpenTable, column: OpenColumn) -> str:
    """Return the table that a cell's one key is of, where a row there is known by a key alone."""
    other = BY_NAME.get(column.refers)
    is_one = other is not None and len(other.key) == 1 and column.kind is not ColumnKind.LIST
    return column.refers if is_one and column.refers != table.name else ""
