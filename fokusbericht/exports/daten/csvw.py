"""CSV on the Web (W3C): what the columns of a table mean, in a file beside it.

/daten/csv-metadata.json tells of all tables below /daten/; that of an indicator has its own,
daten.csv-metadata.json. Programs look for both by these names.
"""

from collections.abc import Iterable

import orjson

from fokusbericht.exports.daten.forms import Form
from fokusbericht.exports.daten.indikator_json import JsonObject
from fokusbericht.exports.daten.schemas import FIGURES, ColumnSchema, ColumnType, TableSchema
from fokusbericht.model.kreis import Kreis
from fokusbericht.statistics.messung import Messung

CONTEXT = ("http://www.w3.org/ns/csvw", {"@language": "de"})
DIALECT: JsonObject = {"delimiter": ";", "header": True, "encoding": "utf-8"}
DATATYPES: dict[ColumnType, object] = {
    ColumnType.NUMBER: {"base": "decimal", "format": {"decimalChar": ","}},
    ColumnType.FLAG: {"base": "boolean", "format": "ja|nein"},
}


def table_json(url: str, schema: TableSchema, said: JsonObject) -> JsonObject:
    """Return what is said of a table: its address, what it is, its columns."""
    return {
        "url": url,
        **said,
        "tableSchema": {
            "columns": [_column(one, schema) for one in schema.columns],
            "primaryKey": list(schema.key),
        },
    }


def group_json(tables: Iterable[JsonObject]) -> bytes:
    """Return the file that tells of several tables."""
    return _bytes({"@context": CONTEXT, "dialect": DIALECT, "tables": list(tables)})


def _column(column: ColumnSchema, schema: TableSchema) -> JsonObject:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.meaning,
        "datatype": DATATYPES.get(column.type, column.type.value),
        "null": list(schema.missing),
        **({"required": True} if column.name in schema.key else {}),
    }


def _figures(kreis: Kreis, messung: Messung) -> bytes:
    """Return what tells of the table of an indicator."""
    one = messung.indikator
    said: JsonObject = {
        "dc:title": one.titel,
        "dc:description": one.kurz,
        "dc:source": one.quelle.name,
        "dc:rights": one.quelle.lizenz,
        "dc:publisher": kreis.name,
        "dc:modified": one.geaendert.isoformat(),
    }
    table = table_json("daten.csv", FIGURES, {key: one for key, one in said.items() if one})
    return _bytes({"@context": CONTEXT, "dialect": DIALECT, **table})


def _bytes(content: JsonObject) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE)


FORM = Form(
    "CSVW", "daten.csv-metadata.json", "Was die Spalten der CSV bedeuten", _figures, describes=True
)
