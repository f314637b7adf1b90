"""Deutschlandatlas: one workbook, a sheet for each level of areas and each day of their borders.

    Deutschlandatlas_GEM1224                             (GEM: Gemeinden, VBGEM: Ämter, KRS: Kreise)
    GKZ1224   Gemeindename   Indikatorkürzel: p_apo      The head names the indicator by its short
                             … Apotheke im Jahr 2024     name, and the year; until 2025 it was only
    1099001   Nordort        3,9                         the short name.

It becomes a flat table for one short name: Schlüssel, Jahr, Wert.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fokusbericht.importers.excel import read_sheets
from fokusbericht.importers.guide import Columns, Gebietsebene, Guide
from fokusbericht.importers.keys import Keys, KeySpelling
from fokusbericht.importers.sheets import Sheet, cell_at, text_of
from fokusbericht.importers.table import SourceLine, SourceTable
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources.numbers import CellValue

ART = "deutschlandatlas"
HEADS = ("Schlüssel", "Jahr", "Wert")
GUIDE = Guide(art=ART, ebenen=tuple(Gebietsebene))
# A sheet by its name, and the head of its keys: „GKZ1224“; one edition says „KRS12224“.
SHEET = re.compile(r".*_(GEM|VBGEM|KRS)([0-9]{4})(?:_.*)?", re.IGNORECASE)
KEYS = re.compile(r"(?:GKZ|GEM|VBG|VBGEM|KRS)[0-9]{4,5}", re.IGNORECASE)
NAMED = re.compile(r"Indikatorkürzel:?\s*(\S+)\s*(.*)", re.DOTALL)
SPELLINGS = {
    "GEM": KeySpelling.AMTLICH,
    "VBGEM": KeySpelling.GEMEINDEVERBAND,
    "KRS": KeySpelling.KREIS,
}
MISSING = ("-9999", "-99999")
# The last year told holds: „zwischen 2019 und 2024“, „in den Jahren 2021-24“.
YEARS = re.compile(r"(?<![0-9.])((?:19|20)[0-9]{2})(?:\s?[-–/]\s?([0-9]{2}))?(?![0-9])")


@dataclass(frozen=True, slots=True)
class AtlasColumn:
    """One indicator in one sheet."""

    kuerzel: str
    year: int | None
    """None where the head says none."""
    position: int
    sheet: Sheet
    head: int
    """The row of the heads, from 0."""
    spelling: KeySpelling


@dataclass(frozen=True, slots=True)
class Atlas:
    """A workbook of the Deutschlandatlas."""

    path: str
    columns: tuple[AtlasColumn, ...]

    def has(self, kuerzel: str) -> bool:
        """Say whether there is an indicator of this short name."""
        return any(column.kuerzel == kuerzel for column in self.columns)


def read(path: Path, shown: str, problems: list[Problem]) -> Atlas | None:
    """Return a workbook with all its indicators; None after a problem."""
    told = len(problems)
    sheets = read_sheets(path, shown, _fitting, problems)
    if len(problems) > told:
        return None
    columns = tuple(column for sheet in sheets for column in _columns(sheet))
    if not columns:
        sentence = (
            "Das ist keine Mappe des Deutschlandatlas: Es fehlen Blätter wie "
            "„Deutschlandatlas_GEM1224“ mit dem Schlüssel („GKZ1224“) vorn."
        )
        problems.append(Problem(Place(shown), sentence, ART))
        return None
    return Atlas(shown, columns)


def table_for(
    atlas: Atlas, guide: Guide, keys: Keys, problems: list[Problem]
) -> SourceTable | None:
    """Return a flat table for the one short name that a guide names; None after a problem."""
    kuerzel = guide.werte[0].names[0] if guide.werte else ""
    found = [column for column in atlas.columns if column.kuerzel == kuerzel]
    if not found:
        problems.append(_not_there(atlas, kuerzel))
        return None
    years = [column.year or guide.jahr for column in found]
    for column, year in zip(found, years, strict=True):
        if year is None:
            sentence = (
                f"Der Kopf „{kuerzel}“ nennt kein Jahr. Bitte in der Zuordnung „jahr: …“ oder mit "
                "--jahr angeben."
            )
            place = column.sheet.place(column.head, column.position)
            problems.append(Problem(place, sentence, ART))
    lines = [
        line
        for column, year in zip(found, years, strict=True)
        for line in _lines(column, str(year), keys)
    ]
    return SourceTable(atlas.path, HEADS, tuple(lines))


def fitting(guide: Guide, year: int | None) -> Guide:
    """Return the guide for such a table; a year given with the command chooses."""
    head = Columns((HEADS[2],))
    return replace(guide, schluessel=HEADS[:1], jahrspalte=HEADS[1], werte=(head,), jahr=year)


def _not_there(atlas: Atlas, kuerzel: str) -> Problem:
    known = [column.kuerzel for column in atlas.columns]
    if not kuerzel:
        sentence = "Welcher Indikator gilt? Bitte „wert: …“ mit seinem Kürzel angeben, etwa p_apo."
        return Problem(Place(atlas.path), sentence, ART)
    hint = did_you_mean(kuerzel, known)
    sentence = f"Das Kürzel „{kuerzel}“ steht in keinem Blatt.{hint}"
    return Problem(Place(atlas.path), sentence, ART)


def _fitting(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if SHEET.fullmatch(name))


def _columns(sheet: Sheet) -> Iterator[AtlasColumn]:
    """Yield the indicators of a sheet; none where no row begins with the head of keys."""
    match = SHEET.fullmatch(sheet.name)
    rows = enumerate(sheet.rows)
    head = next((i for i, row in rows if KEYS.fullmatch(text_of(cell_at(row, 0)))), None)
    if match is None or head is None:
        return
    for position, cell in enumerate(sheet.rows[head][2:], start=2):
        text = text_of(cell)
        named = NAMED.fullmatch(text)
        name, told = (named[1], named[2]) if named else (text, "")
        if name:
            spelling = SPELLINGS[match[1].upper()]
            yield AtlasColumn(name, _last_year(told), position, sheet, head, spelling)


def _last_year(text: str) -> int | None:
    """Return the last year in a head.

    >>> [_last_year(text) for text in ("zwischen 2019 und 2024", "in den Jahren 2021-24", "x")]
    [2024, 2024, None]
    >>> _last_year("am Arbeitsort von 2013 bis 2023 pro Jahr, je 10.000 Personen")
    2023
    """
    found = [match[1][:2] + (match[2] or match[1][2:]) for match in YEARS.finditer(text)]
    return max(map(int, found), default=None)


def _lines(column: AtlasColumn, year: str, keys: Keys) -> Iterator[SourceLine]:
    """Yield a line for each area; what is no official key is told by whoever reads them."""
    sheet = column.sheet
    rows: Sequence[tuple[CellValue, ...]] = sheet.rows[column.head + 1 :]
    for number, row in zip(sheet.lines[column.head + 1 :], rows, strict=True):
        raw = text_of(cell_at(row, 0))
        if not raw and not text_of(cell_at(row, column.position)):
            continue
        value = cell_at(row, column.position)
        cells = (
            keys.find(raw, column.spelling) or raw,
            year,
            "." if text_of(value) in MISSING else value,
        )
        yield SourceLine(number, cells, (0, column.position, column.position))
