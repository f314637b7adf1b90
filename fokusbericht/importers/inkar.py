"""INKAR of the BBSR: the wide export of inkar.de, and long tables made from it.

    Kennziffer;Raumeinheit;Aggregat;Ausländeranteil;Ausländeranteil;Wohnfläche
    ;;;2016;2017;2017
    "01056";"Pinneberg";"Landkreis";"9,5";"10,1";"45,7"

    kreis,jahr,indikator,wert                       (or Kennziffer;Zeitbezug;Indikator;Wert …)
    01056,2017,share_foreign,10.1

Both become a flat table: Schlüssel, Jahr, Indikator, Wert.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fokusbericht.importers.collect import IN_A_TEXT
from fokusbericht.importers.guide import Columns, Guide
from fokusbericht.importers.sheets import Sheet, cell_at, text_of
from fokusbericht.importers.table import Line, Table
from fokusbericht.importers.text import read_csv
from fokusbericht.problems import Place, Problem

RULE = "inkar"
HEADS = ("Schlüssel", "Jahr", "Indikator", "Wert")
WIDE = ("kennziffer", "raumeinheit")
# What the columns of a long table may be called.
LONG: Mapping[str, tuple[str, ...]] = {
    "Schlüssel": ("kennziffer", "kreis", "ags", "gkz", "schluessel", "schlüssel"),
    "Jahr": ("jahr", "zeitbezug", "zeit"),
    "Indikator": ("indikator", "merkmal", "kuerzel", "kürzel"),
    "Wert": ("wert",),
}
AREA_GROUPS = ("land", "länder", "bundesland", "bundesländer", "bund", "deutschland")
GUIDE = Guide(
    art="inkar", schluessel=("Schlüssel",), jahrspalte="Jahr", werte=(Columns(("Wert",)),)
)


@dataclass(frozen=True, slots=True)
class Export:
    """A file of INKAR as a flat table."""

    table: Table
    decimal: str
    """Its decimal sign; empty where only the numbers tell."""


def read(path: Path, shown: str, guide: Guide, problems: list[Problem]) -> Export | None:
    """Return an export as a flat table; None after a problem."""
    sheet = read_csv(path, shown, problems, guide.kodierung, guide.trennzeichen)
    if sheet is None:
        return None
    heads = [text_of(cell).lower() for cell in sheet.rows[0]] if sheet.rows else []
    if tuple(heads[:2]) == WIDE and len(sheet.rows) > 1:
        return Export(Table(shown, HEADS, tuple(_wide_lines(sheet)), 1), ",")
    columns = {name: _position(heads, known) for name, known in LONG.items()}
    if all(column is not None for column in columns.values()):
        places = tuple(column for column in columns.values() if column is not None)
        return Export(Table(shown, HEADS, tuple(_long_lines(sheet, places)), 1), "")
    sentence = (
        "Das ist kein Export aus INKAR: Die erste Zeile beginnt mit „Kennziffer;Raumeinheit“ oder "
        "nennt Kennziffer, Zeitbezug, Indikator und Wert."
    )
    problems.append(Problem(Place(shown), sentence, RULE))
    return None


def guide_for(export: Export, guide: Guide, problems: list[Problem]) -> Guide | None:
    """Return the guide for the one indicator that is meant; None after a problem."""
    fitting = replace(guide, dezimalzeichen=guide.dezimalzeichen or export.decimal)
    names = sorted({text_of(line.cells[2]) for line in export.table.lines})
    if "Indikator" in guide.filter or len(names) <= 1:
        return fitting
    told = ", ".join(f"„{name}“" for name in names[:40])
    sentence = (
        f"Die Datei enthält {len(names)} Indikatoren. Bitte angeben, welcher gilt: "
        f"„filter: {{Indikator: …}}“. Möglich sind: {told}."
    )
    problems.append(Problem(Place(export.table.path), sentence, RULE))
    return None


def _position(heads: list[str], known: tuple[str, ...]) -> int | None:
    return next((heads.index(name) for name in known if name in heads), None)


def _is_area(key: str, group: str) -> bool:
    """Tell real areas from groups of them, whose short numbers look like those of Länder."""
    return len(key) > 2 or group.lower() in AREA_GROUPS


def _wide_lines(sheet: Sheet) -> Iterator[Line]:
    heads, years = sheet.rows[0], sheet.rows[1]
    first = 3 if text_of(cell_at(heads, 2)).lower() == "aggregat" else 2
    columns = [c for c in range(first, len(heads)) if IN_A_TEXT.search(text_of(cell_at(years, c)))]
    for number, row in zip(sheet.lines[2:], sheet.rows[2:], strict=True):
        key = text_of(cell_at(row, 0))
        if first == 3 and not _is_area(key, text_of(cell_at(row, 2))):
            continue
        for column in columns:
            cells = (key, text_of(years[column]), text_of(heads[column]), cell_at(row, column))
            yield Line(number, cells, (0, column, column, column))


def _long_lines(sheet: Sheet, places: tuple[int, ...]) -> Iterator[Line]:
    for number, row in zip(sheet.lines[1:], sheet.rows[1:], strict=True):
        yield Line(number, tuple(cell_at(row, column) for column in places), places)
