"""CSV files as a program reads them: a head, rows, decimal comma or point."""

import csv
from collections.abc import Iterator

from fokusbericht.audit.columns import PrintedCell
from fokusbericht.audit.context import page_context
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.sightings import Sighting
from fokusbericht.audit.tables import ShownTable, read_table


def read_csv(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield the protected figures of a CSV file."""
    lines = data.decode("utf-8-sig", "replace").splitlines()
    if not lines:
        return
    mark = max(";,\t", key=lines[0].count)
    rows = [tuple(PrintedCell(text) for text in row) for row in csv.reader(lines, delimiter=mark)]
    yield from read_table(
        lexicon, page_context(lexicon, path), ShownTable("", rows[0], tuple(rows[1:]), plain=True)
    )
