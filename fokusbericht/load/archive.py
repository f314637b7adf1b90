"""What was once published of protected figures: a file that a command writes, and nobody else.

    tag;indikator;raum;jahr;wert
    2024-03-01;armut;01099001;2022;12,5
    2024-03-01;armut;01099002;2022;x
    2025-03-01;armut;01099001;2022;.

Each day tells what changed since the day before; a point says that a cell is published no more.
Rows of one publication are sorted. Where a row of the same day does not come after the one above
it, the next publication of that day begins.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from fokusbericht.load.cells import wrong_width
from fokusbericht.load.figures import CSV, FEHLGRUENDE, YEAR
from fokusbericht.model.figures import Fehlgrund, Veroeffentlichung
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import exists
from fokusbericht.sources.numbers import OURS, Unread, Why, read
from fokusbericht.sources.rows import Row, read_rows

PATH = "archiv/veroeffentlicht.csv"
HEAD = ("tag", "indikator", "raum", "jahr", "wert")
GONE = Fehlgrund.UNBEKANNT.value
KEY = re.compile(r"[\w-]+")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

CellKey = tuple[str, str, int]  # indicator, area, year


class ArchiveEntry(NamedTuple):
    """A row of the archive."""

    tag: date
    cell: CellKey
    text: str


def load_archive(root: Path, problems: list[Problem]) -> tuple[Veroeffentlichung, ...]:
    """Return what was published by the end of each publication; nothing where there is no file."""
    if not exists(root, PATH):
        return ()
    told = len(problems)
    rows = read_rows(root, PATH, problems)
    if len(problems) == told and (not rows or rows[0].cells != HEAD):
        sentence = f"Die erste Zeile heißt „{';'.join(HEAD)}“."
        problems.append(Problem(Place(PATH), sentence, CSV))
        return ()
    return tuple(_states(list(_entries(rows[1:], problems))))


def is_value(text: str) -> bool:
    """Say whether a text can be the cell of a table: a number or a mark."""
    return text in FEHLGRUENDE or not isinstance(read(text, OURS), Unread)


def _entries(rows: list[Row], problems: list[Problem]) -> Iterator[ArchiveEntry]:
    """Yield the rows that are in order; tell what is wrong with the others."""
    latest = date.min
    for row in rows:
        wrong = _fault(row, latest)
        if wrong:
            index, sentence = wrong
            problems.append(Problem(row.place(index), sentence, CSV))
            continue
        tag, indikator, raum, jahr, wert = row.cells
        latest = date.fromisoformat(tag)
        yield ArchiveEntry(latest, (indikator, raum, int(jahr)), wert)


def _fault(row: Row, latest: date) -> tuple[int, str] | None:
    """Return the first cell of a row that is wrong, and why."""
    if len(row.cells) != len(HEAD):
        return 0, wrong_width(len(row.cells), len(HEAD))
    tag, indikator, raum, jahr, wert = row.cells
    day = read_day(tag)
    if day is None:
        return 0, f"„{tag}“ ist kein Tag der Form JJJJ-MM-TT."
    if day < latest:
        return 0, f"Die Tage müssen steigen; darüber steht schon {latest}."
    for index, key in enumerate((indikator, raum), start=1):
        if not KEY.fullmatch(key):
            return index, f"„{key}“ ist kein Schlüssel." if key else "Diese Zelle ist leer."
    if not YEAR.fullmatch(jahr):
        return 3, f"„{jahr}“ ist kein Jahr."
    return None if is_value(wert) else (4, _no_value(wert))


def _no_value(wert: str) -> str:
    found = read(wert, OURS)
    if isinstance(found, Unread) and found.why is Why.MEHRDEUTIG:
        return f"{found.sentence} Bitte ohne Tausenderpunkt und mit Dezimalkomma schreiben."
    return f"„{wert}“ ist keine Zahl und keines der Zeichen . - x /"


def read_day(text: str) -> date | None:
    """Return the day that is meant, if it is one."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def _states(entries: list[ArchiveEntry]) -> Iterator[Veroeffentlichung]:
    """Yield what was published in all, after each publication."""
    werte: dict[CellKey, str] = {}
    for rows in _publications(entries):
        told = {**werte, **{row.cell: row.text for row in rows}}
        werte = {cell: text for cell, text in told.items() if text != GONE}
        yield Veroeffentlichung(rows[0].tag, werte)


def _publications(entries: list[ArchiveEntry]) -> Iterator[list[ArchiveEntry]]:
    """Yield the rows of one publication after the other."""
    rows: list[ArchiveEntry] = []
    for entry in entries:
        if rows and not (rows[-1].tag == entry.tag and rows[-1].cell < entry.cell):
            yield rows
            rows = []
        rows.append(entry)
    if rows:
        yield rows
