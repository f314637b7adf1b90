"""Regionaldatenbank and GENESIS, CSV as downloaded: titles, heads, lines, a rule, footnotes.

    GENESIS-Tabelle: 12411-01-01-4                          2022;01056;Pinneberg, Landkreis;…;7
    Bevölkerung nach Geschlecht - Stichtag 31.12.;;;;
    ;;31.12.2018;31.12.2018;31.12.2018                      The year stands over the columns,
    ;;Insgesamt;männlich;weiblich                           or, as above, in the first one; then
    01056;      Pinneberg, Landkreis;314391;154211;160180   the key, the name, traits, values.
    __________
    © Statistische Ämter des Bundes und der Länder

It becomes a flat table: Schlüssel, Name, Jahr, Merkmal 1 …, and a column for each head.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fokusbericht.importers.guide import Guide
from fokusbericht.importers.sheets import Sheet, cell_at, text_of
from fokusbericht.importers.table import Line, Table
from fokusbericht.importers.text import read_csv
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.numbers import MARKS
from fokusbericht.problems import Place, Problem

RULE = "genesis"
KEY = re.compile(r"DG|D|0|[0-9]{2,3}|[0-9]{5}|[0-9]{7,12}")
TIME = re.compile(r"(?:[0-9]{2}\.[0-9]{2}\.)?(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?")
TIME_HEADS = ("Stichtag", "Jahr", "Jahre", "Zeit", "Schuljahr", "Berichtsjahr", "Semester")
# Between the levels that we know: regions of a Land, unions of Kommunen.
BETWEEN = re.compile(r"[0-9]{3}|[0-9]{9,10}")
END = re.compile(r"_{5,}")

# „x“ is here: the field is blocked because a value would make no sense; „.“: unknown or secret.
GUIDE = Guide(
    art="genesis",
    schluessel=("Schlüssel",),
    jahrspalte="Jahr",
    dezimalzeichen=",",
    trennzeichen=";",
    fehlzeichen={**MARKS, "x": Fehlgrund.UNBEKANNT},
)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things are in one file."""

    heads: range
    """The rows of heads."""
    leading: int
    """How many columns come before the values."""
    time: int | None
    """The column of the year, if it has one."""
    key: int


def read(path: Path, shown: str, guide: Guide, problems: list[Problem]) -> Table | None:
    """Return a table of GENESIS as a flat one; None after a problem."""
    # Footnotes carry single quotation marks, and no cell needs them.
    sheet = read_csv(path, shown, problems, guide.kodierung, guide.trennzeichen, quotes=False)
    if sheet is None:
        return None
    sheet = _without_footnotes(sheet)
    layout = _layout(sheet)
    if layout is None:
        sentence = (
            "Das ist keine Tabelle der Regionaldatenbank: Erwartet werden Kopfzeilen, die mit „;“ "
            "beginnen, und darunter Zeilen mit einem amtlichen Schlüssel."
        )
        problems.append(Problem(Place(shown), sentence, RULE))
        return None
    return _flat(sheet, layout)


def _without_footnotes(sheet: Sheet) -> Sheet:
    end = next(
        (i for i, row in enumerate(sheet.rows) if END.fullmatch(text_of(row[0]))), len(sheet.rows)
    )
    return Sheet(sheet.path, sheet.name, sheet.rows[:end], sheet.lines[:end])


def _layout(sheet: Sheet) -> _Layout | None:
    """Return where things are; heads are the rows that begin with an empty cell."""
    starts = [i for i, row in enumerate(sheet.rows) if text_of(row[0]) == ""]
    if not starts:
        return None
    first = starts[0]
    last = next((i for i in range(first, len(sheet.rows)) if i not in starts), len(sheet.rows))
    leading = min(_empty_cells(row) for row in sheet.rows[first:last])
    body = sheet.rows[last : last + 50]
    filled = any(_empty_cells(row) < len(row) for row in sheet.rows[first:last])
    if not body or leading < 1 or not filled:
        return None
    time = next((c for c in range(leading) if _all(TIME, body, c)), None)
    key = next((c for c in range(leading) if c != time and _all(KEY, body, c)), None)
    return None if key is None else _Layout(range(first, last), leading, time, key)


def _empty_cells(row: Sequence[object]) -> int:
    filled = (i for i, cell in enumerate(row) if str(cell).strip())
    return next(filled, len(row))


def _all(pattern: re.Pattern[str], rows: Sequence[tuple[object, ...]], column: int) -> bool:
    texts = [str(row[column]).strip() for row in rows if column < len(row)]
    return bool(texts) and all(pattern.fullmatch(text) for text in texts)


def _flat(sheet: Sheet, layout: _Layout) -> Table:
    years, names = _heads(sheet, layout)
    values = tuple(dict.fromkeys(names))
    traits = [c for c in range(layout.key + 2, layout.leading) if c != layout.time]
    heads = ("Schlüssel", "Name", "Jahr", *_trait_names(len(traits)), *values)
    lines = tuple(
        line
        for i in range(layout.heads.stop, len(sheet.rows))
        if not BETWEEN.fullmatch(text_of(cell_at(sheet.rows[i], layout.key)))
        for line in _lines(sheet, i, layout, traits, years, names, values)
    )
    return Table(sheet.path, heads, lines, sheet.lines[layout.heads.start])


def _trait_names(count: int) -> tuple[str, ...]:
    return tuple(f"Merkmal {number}" for number in range(1, count + 1))


def _heads(sheet: Sheet, layout: _Layout) -> tuple[list[str], list[str]]:
    """Return for each column of values its year, if it has one, and what is left of its heads."""
    rows = [sheet.rows[i] for i in layout.heads]
    width = max(i + 1 for row in rows for i, cell in enumerate(row) if text_of(cell))
    years, names = [], []
    for column in range(layout.leading, width):
        parts = [text_of(cell_at(row, column)) for row in rows]
        times = [part for part in parts if TIME.fullmatch(part)]
        rest = [part for part in parts if part and part not in times and part not in TIME_HEADS]
        years.append(times[0] if times else "")
        names.append(" | ".join(dict.fromkeys(rest)) or "Wert")
    return years, names


def _lines(
    sheet: Sheet,
    i: int,
    layout: _Layout,
    traits: Sequence[int],
    years: Sequence[str],
    names: Sequence[str],
    values: Sequence[str],
) -> Iterator[Line]:
    """Yield a line for each year in a row."""
    row = sheet.rows[i]
    own = text_of(cell_at(row, layout.time)) if layout.time is not None else ""
    name = layout.key + 1
    for year in dict.fromkeys(years):
        places = {names[n]: layout.leading + n for n in range(len(names)) if years[n] == year}
        columns = tuple(places.get(value, layout.key) for value in values)
        yield Line(
            sheet.lines[i],
            (
                text_of(cell_at(row, layout.key)),
                text_of(cell_at(row, name)) if name < layout.leading else "",
                own or year,
                *(text_of(cell_at(row, column)) for column in traits),
                *(cell_at(row, places[value]) if value in places else "" for value in values),
            ),
            (layout.key, name, layout.time or layout.leading, *traits, *columns),
        )
