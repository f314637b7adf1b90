"""What a site shows of all figures, as its tables print it: a row for each year of an indicator."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from fokusbericht.load.recorded import CELL, YearKey, checksum, packed_cells
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.figures import Fehlgrund, Jahresstand
from fokusbericht.model.report import Report
from fokusbericht.statistics.secrecy import as_published
from fokusbericht.urls import address_of

State = Mapping[YearKey, Jahresstand]

COLUMNS = ("raum_schluessel", "jahr", "wert")
MARKS = frozenset(one.value for one in Fehlgrund)


def table_path(name: str) -> str:
    """Return where a site has the table of all figures of an indicator."""
    return f"{address_of(Key(Kind.INDIKATOR, name))[1:]}daten.csv"


def told_of(report: Report) -> tuple[str, ...]:
    """Return the indicators whose figures are followed; what is made up counts nowhere."""
    return tuple(sorted(name for name, one in report.indikatoren.items() if not one.beispiel))


def guarded(report: Report) -> frozenset[str]:
    """Return the indicators of which nothing but a checksum is kept and counted."""
    found = as_published(report).indikatoren
    return frozenset(name for name, one in found.items() if one.geschuetzt)


def state_of(tables: Mapping[str, bytes], careful: frozenset[str]) -> dict[YearKey, Jahresstand]:
    """Return what tables show, by the names of their indicators; of the `careful` no values.

    Raises ValueError with the name of what is no such table.
    """
    found: dict[YearKey, Jahresstand] = {}
    for name in sorted(tables):
        for year, cells in _years(name, tables[name]):
            werte = packed_cells(cells)
            count = sum(text not in MARKS for text in cells.values())
            shown = "" if name in careful else werte
            found[name, year] = Jahresstand(name, year, count, checksum(werte), shown)
    return found


def _years(name: str, data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the cells of each year, rising; a year without any was never shown."""
    years: dict[int, dict[str, str]] = {}
    try:
        rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
        head = next(rows)
        area, year, value = map(head.index, COLUMNS)
        for row in rows:
            cell = row[value]
            if cell == Fehlgrund.UNBEKANNT.value:
                continue
            if not CELL.fullmatch(f"{row[area]}={cell}"):
                raise ValueError(cell)
            years.setdefault(int(row[year]), {})[row[area]] = cell
    except (ValueError, IndexError, StopIteration, csv.Error) as error:
        raise ValueError(name) from error
    yield from sorted(years.items())
