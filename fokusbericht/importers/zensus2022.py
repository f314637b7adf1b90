"""Zensus 2022, flat CSV of the Zensusdatenbank (1000A-0000 and its like): one line a value.

…;time;1_variable_code;1_variable_label;1_variable_attribute_code;…;value;value_unit;…;value_q
…;2022-05-15;GEOGM4;Gemeinden (…);010565690001;Appen;4818;Anzahl;PRS018;Personen;e
"""

from dataclasses import replace
from pathlib import Path

from fokusbericht.importers.guide import Columns, Guide
from fokusbericht.importers.table import Table, table_of
from fokusbericht.importers.text import read_csv
from fokusbericht.problems import Place, Problem

RULE = "zensus2022"
NEEDED = ("time", "1_variable_attribute_code", "value")
GUIDE = Guide(
    art="zensus2022",
    schluessel=("1_variable_attribute_code",),
    jahrspalte="time",
    werte=(Columns(("value",)),),
    dezimalzeichen=",",
    trennzeichen=";",
)
# The indicator that the table 1000A-0000 fills when none is named.
INDICATOR = "zensus-bevoelkerung"


def read(path: Path, shown: str, guide: Guide, problems: list[Problem]) -> Table | None:
    """Return the lines of a flat file; None after a problem."""
    sheet = read_csv(path, shown, problems, guide.kodierung, guide.trennzeichen)
    if sheet is None:
        return None
    table = table_of(sheet, 1, 1)
    missing = [name for name in NEEDED if name not in table.heads]
    if missing:
        sentence = (
            f"Das ist keine flache CSV-Datei des Zensus: Es fehlt die Spalte „{missing[0]}“. "
            "Bitte beim Herunterladen „CSV flach“ wählen."
        )
        problems.append(Problem(Place(shown), sentence, RULE))
        return None
    # The first variable can be the date or a trait; the place is the one that starts with GEO.
    return _with_place_first(table)


def _with_place_first(table: Table) -> Table:
    """Let the head of the key point to the variable that is a place."""
    codes = [i for i, head in enumerate(table.heads) if head.endswith("_variable_code")]
    places = [
        i for i in codes if any(str(line.cells[i]).startswith("GEO") for line in table.lines[:1])
    ]
    prefix = table.heads[places[0]].partition("_")[0] if places else "1"
    if prefix == "1":
        return table
    heads = tuple(_swapped(head, prefix) for head in table.heads)
    return replace(table, heads=heads)


def _swapped(head: str, prefix: str) -> str:
    number, line, rest = head.partition("_")
    other = {"1": prefix, prefix: "1"}.get(number, number)
    return f"{other}{line}{rest}"
