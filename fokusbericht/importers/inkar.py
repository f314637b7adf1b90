"""INKAR of the BBSR: the wide export of inkar.de, and long tables made from it.

    Kennziffer;Raumeinheit;Aggregat;Ausländeranteil;Ausländeranteil;Wohnfläche
    ;;;2016;2017;2017
    "01056";"Pinneberg";"Landkreis";"9,5";"10,1";"45,7"

    kreis,jahr,indikator,wert                       (or Kennziffer;Zeitbezug;Indikator;Wert …)
    01056,2017,share_foreign,10.1

    Bereich;ID;Kuerzel;Indikator;Raumbezug;Kennziffer;Name;Zeitbezug;Wert
    Arbeitslosigkeit;12;q_alo;Arbeitslosenquote;Kreise;1099;Muster;2021;4,7

All become a flat table: Schlüssel, Jahr, Indikator, Wert, and what else the file has. Lines about
what is no official area – types of Kreise, regions – are marked, for their numbers look like keys.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fokusbericht.importers.collect import IN_A_TEXT
from fokusbericht.importers.guide import Columns, Guide
from fokusbericht.importers.raumbezug import fits, key_at, level_of
from fokusbericht.importers.sheets import Sheet, cell_at, letter_of, text_of
from fokusbericht.importers.table import SourceLine, SourceTable, overlong_lines
from fokusbericht.importers.text import read_csv
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.numbers import find_decimal

RULE = "inkar"
HEADS = ("Schlüssel", "Jahr", "Indikator", "Wert")
# Heads by which one indicator is told from others of the same name.
NAMES = ("Indikator", "Kuerzel", "Kürzel", "ID")
WIDE = ("kennziffer", "raumeinheit")
# What the columns of a long table may be called.
LONG: Mapping[str, tuple[str, ...]] = {
    "Schlüssel": ("kennziffer", "kreis", "ags", "gkz", "schluessel", "schlüssel"),
    "Jahr": ("jahr", "zeitbezug", "zeit"),
    "Indikator": ("indikator", "merkmal", "kuerzel", "kürzel"),
    "Wert": ("wert",),
}
LEVEL = ("raumbezug", "aggregat", "raumebene", "gebietsebene", "regionalebene")
# Shorter keys can be those of Länder as well as of regions and types.
SURE = 4
GUIDE = Guide(
    art="inkar", schluessel=("Schlüssel",), jahrspalte="Jahr", werte=(Columns(("Wert",)),)
)


@dataclass(frozen=True, slots=True)
class Export:
    """A file of INKAR as a flat table."""

    table: SourceTable
    decimal: str
    """Its decimal sign; empty where only the numbers tell."""


def read(path: Path, shown: str, guide: Guide, problems: list[Problem]) -> Export | None:
    """Return an export as a flat table; None after a problem."""
    sheet = read_csv(path, shown, problems, guide.kodierung, guide.trennzeichen)
    if sheet is None:
        return None
    heads = [text_of(cell).lower() for cell in sheet.rows[0]] if sheet.rows else []
    if tuple(heads[:2]) == WIDE and len(sheet.rows) > 1:
        problems.extend(_unclear_columns(sheet))
        lines = tuple(_wide_lines(sheet))
        # One program wrote all columns: what one of them shows holds for the others.
        decimal = find_decimal(line.cells[3] for line in lines)
        overlong = overlong_lines(sheet, 2)
        return Export(
            SourceTable(shown, (*HEADS, "Raumbezug"), lines, 1, overlong=overlong), decimal
        )
    columns = {name: _position(heads, known) for name, known in LONG.items()}
    places = tuple(column for column in columns.values() if column is not None)
    if len(places) == len(LONG):
        return Export(_long_table(sheet, places, _position(heads, LEVEL)), "")
    sentence = (
        "Das ist kein Export aus INKAR: Die erste Zeile beginnt mit „Kennziffer;Raumeinheit“ oder "
        "nennt Kennziffer, Zeitbezug, Indikator und Wert."
    )
    problems.append(Problem(Place(shown), sentence, RULE))
    return None


def guide_for(export: Export, guide: Guide, problems: list[Problem]) -> Guide | None:
    """Return the guide for the one indicator that is meant; None after a problem."""
    fitting = replace(guide, dezimalzeichen=guide.dezimalzeichen or export.decimal)
    heads = [name for name in NAMES if name in export.table.heads]
    found = {name: _names(export.table, name) for name in heads}
    several = next((name for name in heads if len(found[name]) > 1), "")
    if any(name in guide.filter for name in NAMES) or not several:
        return fitting
    names = found[several]
    told = ", ".join(f"„{name}“" for name in names[:40])
    sentence = (
        f"Die Datei enthält {len(names)} Indikatoren. Bitte angeben, welcher gilt: "
        f"„filter: {{{several}: …}}“. Möglich sind: {told}."
    )
    problems.append(Problem(Place(export.table.path), sentence, RULE))
    return None


def _names(table: SourceTable, head: str) -> list[str]:
    """Return what stands in a column that names the indicator."""
    column = table.heads.index(head)
    return sorted({text_of(line.cells[column]) for line in table.lines})


def _position(heads: list[str], known: tuple[str, ...]) -> int | None:
    return next((heads.index(name) for name in known if name in heads), None)


def _area(key: str, level_name: str | None) -> tuple[str, str]:
    """Return a key as it must be read, and why it is that of no official area.

    >>> _area("1", "Bundesländer"), _area("1", "Kreistypen")
    (('01', ''), ('1', 'Kreistypen'))
    """
    if level_name is None:
        return key, "" if len(key) >= SURE else f"Kennziffer {key} ohne Raumbezug"
    level = level_of(level_name)
    if level is None:
        return key, level_name or "ohne Raumbezug"
    full = key_at(level, key)
    return full, "" if fits(level, full) else f"{level_name}, Kennziffer {key}"


def _unclear_columns(sheet: Sheet) -> Iterator[Problem]:
    """Yield columns of the wide export without a year, and those that say the same as another."""
    heads, years = sheet.rows[0], sheet.rows[1]
    first: dict[tuple[str, str], int] = {}
    for column in range(2, len(heads)):
        name, year = text_of(heads[column]), text_of(cell_at(years, column))
        if (not name and not year) or (column == 2 and name.lower() in LEVEL):
            continue
        place, where = Place(sheet.path, sheet.lines[1], column + 1), f"Spalte {letter_of(column)}"
        if not name:
            sentence = f"{where} ({year}): Hier fehlt der Indikator. Bitte in der Datei ergänzen."
            yield Problem(Place(sheet.path, sheet.lines[0], column + 1), sentence, RULE)
        elif not IN_A_TEXT.search(year):
            sentence = f"{where} („{name}“): Hier fehlt das Jahr. Bitte in der Datei ergänzen."
            yield Problem(place, sentence, RULE)
        elif (name, year) in first:
            sentence = (
                f"{where}: „{name}“ ({year}) steht schon in Spalte "
                f"{letter_of(first[name, year])}. Bitte eine der beiden löschen."
            )
            yield Problem(place, sentence, RULE)
        first.setdefault((name, year), column)


def _wide_lines(sheet: Sheet) -> Iterator[SourceLine]:
    heads, years = sheet.rows[0], sheet.rows[1]
    first = 3 if text_of(cell_at(heads, 2)).lower() in LEVEL else 2
    columns = [c for c in range(first, len(heads)) if IN_A_TEXT.search(text_of(cell_at(years, c)))]
    for number, row in zip(sheet.lines[2:], sheet.rows[2:], strict=True):
        level = text_of(cell_at(row, 2)) if first == 3 else None
        key, passed = _area(text_of(cell_at(row, 0)), level)
        for column in columns:
            year, name = text_of(years[column]), text_of(heads[column])
            cells = (key, year, name, cell_at(row, column), level or "")
            yield SourceLine(number, cells, (0, column, column, column, 2), passed)


def _long_table(sheet: Sheet, places: tuple[int, ...], level: int | None) -> SourceTable:
    """Return a long table with the columns that count first, the others by their own names."""
    heads = [text_of(cell) for cell in sheet.rows[0]]
    others = tuple(i for i in range(len(heads)) if i not in places and heads[i] not in HEADS)
    columns = (*places, *others)
    lines = []
    for number, row in zip(sheet.lines[1:], sheet.rows[1:], strict=True):
        word = None if level is None else text_of(cell_at(row, level))
        key, passed = _area(text_of(cell_at(row, places[0])), word)
        cells = (key, *(cell_at(row, column) for column in columns[1:]))
        lines.append(SourceLine(number, cells, columns, passed))
    names = (*HEADS, *(heads[i] for i in others))
    return SourceTable(sheet.path, names, tuple(lines), 1, overlong=overlong_lines(sheet, 1))
