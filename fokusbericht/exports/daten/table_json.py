"""A table as JSON: the same rows and columns as its CSV, each cell as what it holds.

{"titel": "Betrachtungsräume", "herausgeber": "Kreis Pinneberg", "lizenz": "CC BY 4.0", …,
 "spalten": [{"name": "id", "bedeutung": "Kennung; sie bleibt", "inhalt": "Text"}, …],
 "zeilen": [
{"id": "wedel", "zentren": ["01056050"], …},
…]}
"""

from collections.abc import Mapping, Sequence

import orjson

from fokusbericht.exports.daten.columns import CsvRow, OpenColumn, OpenTable
from fokusbericht.exports.daten.typed import TypedCell, typed
from fokusbericht.model.kreis import Kreis
from fokusbericht.model.report import Report


def head_of(report: Report, one: OpenTable) -> Mapping[str, object]:
    """Return what the file says of itself."""
    kreis: Kreis = report.kreis
    return {
        "titel": one.title,
        "herausgeber": kreis.name,
        "bericht": kreis.titel,
        "lizenz": one.terms(report),
        "hinweis": kreis.hinweis or None,
        "stichtag": kreis.stichtag.isoformat(),
        "adresse": f"{kreis.basis_url}{one.json_url}",
        "spalten": [_column(each) for each in one.columns],
    }


def _column(one: OpenColumn) -> Mapping[str, str]:
    said = {"name": one.name, "bedeutung": one.meaning, "inhalt": one.kind.value}
    return said | ({"verweist_auf": one.refers} if one.refers else {})


def table_json(head: Mapping[str, object], one: OpenTable, rows: Sequence[CsvRow]) -> bytes:
    """Return the file: a head, then an object for each row, on a line of its own."""
    start = orjson.dumps(head, option=orjson.OPT_INDENT_2).removesuffix(b"\n}")
    lines = b",\n".join(orjson.dumps(record_of(one, row)) for row in rows)
    return b"".join((start, b',\n  "zeilen": [\n', lines, b"\n  ]\n}\n"))


def record_of(one: OpenTable, row: CsvRow) -> dict[str, TypedCell]:
    """Return a row as an object."""
    return {
        column.name: typed(column.kind, text) for column, text in zip(one.columns, row, strict=True)
    }
