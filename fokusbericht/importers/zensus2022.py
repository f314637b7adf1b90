"""Zensus 2022: flat CSV of the Zensusdatenbank (one line a value), and the Regionaltabellen.

…;time;1_variable_code;1_variable_label;1_variable_attribute_code;…;value;value_unit;…;value_q
…;2022-05-15;GEOGM4;Gemeinden (…);010565690001;Appen;4818;Anzahl;PRS018;Personen;e

Berichtszeitpunkt;_RS;Name;Regionalebene;SCHUELER_SCH_STP;SCHUELER_SCH_STP__M;…
20220515;010560015015;Elmshorn, Stadt;Gemeinde;6210;3110;…
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from fokusbericht.importers.excel import read_sheets
from fokusbericht.importers.flat import Flat, read_flat
from fokusbericht.importers.guide import Gebietsebene, Guide
from fokusbericht.importers.raumbezug import fits, key_at, level_of
from fokusbericht.importers.sheets import Sheet, cell_at, text_of
from fokusbericht.importers.table import SourceLine, SourceTable
from fokusbericht.problems import Place, Problem

RULE = "zensus2022"
NEEDED = ("time", "1_variable_attribute_code", "value")
# Regionaltabellen: the key, the day, and the level under both names that it has.
KEY, DAY, LEVELS = "_RS", "Berichtszeitpunkt", ("Regionalebene", "Reg_Ebene")
# The level of Ämter, with a key that shows whether it is one.
AMT = re.compile(r"(?:Gemeindeverband|Verbandsgemeinde|Samtgemeinde|Amt) [0-9]{9}")
GUIDE = Guide(
    art="zensus2022",
    schluessel=("1_variable_attribute_code",),
    jahrspalte="time",
    trennzeichen=";",
    nichts_ist_null=True,
)
# The indicator that the table 1000A-0000 fills when none is named.
INDICATOR = "zensus-bevoelkerung"


def read_places(sheet: Sheet, place: str, problems: list[Problem]) -> Flat | None:
    """Return a flat file of the census; None after a problem, as for files of GENESIS."""
    told = len(problems)
    flat = read_flat(sheet, place, problems)
    if flat and not any(map(_is_census, sheet.rows[1:])):
        sentence = (
            "Diese Datei stammt nicht aus der Zensusdatenbank, sondern aus GENESIS oder der "
            "Regionaldatenbank. Bitte als Art „genesis“ statt „zensus2022“ angeben."
        )
        problems.append(Problem(Place(sheet.path, 1), sentence, RULE))
    return flat if len(problems) == told else None


def _is_census(row: Sequence[object]) -> bool:
    """Say whether a line has a variable of the census for the place: GEOGM4, GEOLK1."""
    return any(str(cell).strip().startswith("GEO") for cell in row)


def is_regional(sheet: Sheet) -> bool:
    """Say whether this is a Regionaltabelle."""
    heads = [text_of(cell) for cell in sheet.rows[0]] if sheet.rows else []
    return KEY in heads and DAY in heads


def read_workbook(path: Path, shown: str, guide: Guide, problems: list[Problem]) -> Sheet | None:
    """Return the sheet of a workbook that has the columns of a guide; None after a problem."""
    stat = path.stat()
    sheets, told = _sheets(path, (stat.st_mtime_ns, stat.st_size), shown)
    problems.extend(told)
    tables = [sheet for sheet in sheets if is_regional(sheet)]
    if guide.blatt:
        tables = [sheet for sheet in tables if sheet.name == guide.blatt]
    if not tables and not told:
        sentence = (
            "Die Mappe hat kein Blatt mit einer Regionaltabelle, deren erste Zeile "
            f"„{DAY}“ und „{KEY}“ nennt."
        )
        problems.append(Problem(Place(shown), sentence, RULE))
    names = {name for one in guide.werte for name in one.names}
    return max(tables, key=lambda one: len(names & {*map(text_of, one.rows[0])}), default=None)


@lru_cache(maxsize=1)
def _sheets(
    path: Path,
    stamp: tuple[int, int],
    shown: str,
) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Return the sheets of a workbook that hold figures, and what is wrong with it."""
    problems: list[Problem] = []

    def choose(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name.startswith("CSV")) or names

    return tuple(read_sheets(path, shown, choose, problems)), tuple(problems)


def read_regional(sheet: Sheet, guide: Guide) -> SourceTable:
    """Return a Regionaltabelle with the heads „Schlüssel“ and „Jahr“ before its own."""
    heads = [text_of(cell) for cell in sheet.rows[0]]
    key, day = heads.index(KEY), heads.index(DAY)
    level = next((heads.index(name) for name in LEVELS if name in heads), None)
    columns = (key, day, *range(len(heads)))
    lines = []
    for number, row in zip(sheet.lines[1:], sheet.rows[1:], strict=True):
        raw = text_of(cell_at(row, key))
        word = text_of(cell_at(row, level)) if level is not None else ""
        known = level_of(word)
        full = key_at(known, raw) if known else raw
        is_amt = Gebietsebene.AMT in guide.ebenen and AMT.fullmatch(f"{word} {raw}")
        passed = word if word and not (is_amt or (known and fits(known, full))) else ""
        cells = (full, text_of(cell_at(row, day))[:4], *(cell_at(row, i) for i in columns[2:]))
        lines.append(SourceLine(number, cells, columns, passed))
    return SourceTable(sheet.path, ("Schlüssel", "Jahr", *heads), tuple(lines))


def no_census(sheet: Sheet) -> Problem:
    """Return the problem that a file is neither."""
    heads = [text_of(cell) for cell in sheet.rows[0]] if sheet.rows else []
    missing = next((name for name in NEEDED if name not in heads), NEEDED[0])
    sentence = (
        f"Das ist keine flache CSV-Datei des Zensus: Es fehlt die Spalte „{missing}“. "
        "Bitte beim Herunterladen „CSV flach“ wählen."
    )
    return Problem(Place(sheet.path), sentence, RULE)
