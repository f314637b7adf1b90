"""Files read so that every value still knows its line: YAML nodes, CSV rows, front matter."""

from fokusbericht.sources.faults import SYNTAX
from fokusbericht.sources.files import READABLE
from fokusbericht.sources.heads import read_page
from fokusbericht.sources.nodes import parse_yaml, read_yaml
from fokusbericht.sources.rows import Row, read_rows
from fokusbericht.sources.texts import read_text
from fokusbericht.sources.values import Entry, Scalar, Sequence, Table, Value, is_empty

__all__ = [
    "READABLE",
    "SYNTAX",
    "Entry",
    "Row",
    "Scalar",
    "Sequence",
    "Table",
    "Value",
    "is_empty",
    "parse_yaml",
    "read_page",
    "read_rows",
    "read_text",
    "read_yaml",
]
