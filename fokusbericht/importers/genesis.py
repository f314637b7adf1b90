"""Regionaldatenbank and GENESIS, CSV as downloaded: titles, heads, lines, a rule, footnotes.

    GENESIS-Tabelle: 12411-01-01-4                          2022;01056;Pinneberg, Landkreis;…;7
    Bevölkerung nach Geschlecht - Stichtag 31.12.;;;;
    ;;31.12.2018;31.12.2018;31.12.2018                      The year stands over the columns,
    ;;Insgesamt;männlich;weiblich                           or, as above, in the first one; then
    01056;      Pinneberg, Landkreis;314391;154211;160180   the key, the name, traits, values.
    __________
    © Statistische Ämter des Bundes und der Länder

It becomes a flat table: Schlüssel, Name, Jahr, Merkmal 1 …, and a column for each head. Beside a
value there may be a column with its quality (e, p, r …), under the same heads or under none.
Files with one line a value are read by `flat.py`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fokusbericht.importers.guide import Gebietsebene, Guide
from fokusbericht.importers.sheets import Sheet, cell_at, text_of
from fokusbericht.importers.table import SourceLine, SourceTable
from fokusbericht.importers.text import read_csv
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.numbers import MARKS, CellValue

RULE = "genesis"
KEY = re.compile(r"DG|D|0|[0-9]{2,3}|[0-9]{5}|[0-9]{7,12}")
TIME = re.compile(r"(?:[0-9]{2}\.[0-9]{2}\.)?(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?")
TIME_HEADS = ("Stichtag", "Jahr", "Jahre", "Zeit", "Schuljahr", "Berichtsjahr", "Semester")
QUOTED = re.compile(r'"(?:[0-9.]+|DG)"')
# A line above the heads that tells nothing but the time.
ALONE = re.compile(rf"(?:(?:{'|'.join(TIME_HEADS)}):? )?({TIME.pattern})")
A_DAY = re.compile(r"(?<![0-9])[0-3][0-9]\.[01][0-9]\.(?:19|20)[0-9]{2}(?![0-9])")
OTHER_DAY = re.compile(r"(?<!\w)(?:gebiets)?stand(?!\w)", re.IGNORECASE)
# Between the levels that we know: regions of a Land, unions of Kommunen.
BETWEEN = re.compile(r"[0-9]{3}|[0-9]{9,10}")
AMT = re.compile(r"[0-9]{5}[1-9][0-9]{3}")
END = re.compile(r"_{5,}")
# What comes after the figures, also where no rule parts it from them.
FOOTER = re.compile(
    r"\(C\)|©|Copyright|Stand:|Quelle:|Statistische Ämter|Erstellt am", re.IGNORECASE
)
# The letters of a column of quality: final, provisional, revised, estimated and so on.
LETTERS = re.compile(r"[a-zA-Z]{1,2}")
MARKED = re.compile(r"[-–./x…]|\.\.\.|\(\)")

# „x“ is here: the field is blocked because a value would make no sense; „.“: unknown or secret.
GUIDE = Guide(
    art="genesis",
    schluessel=("Schlüssel",),
    jahrspalte="Jahr",
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


def read(path: Path, shown: str, guide: Guide, problems: list[Problem]) -> SourceTable | None:
    """Return a table of GENESIS as a flat one; None after a problem."""
    # Footnotes carry single quotation marks, and no cell needs them.
    sheet = read_csv(path, shown, problems, guide.kodierung, guide.trennzeichen, quotes=False)
    if sheet and any(QUOTED.fullmatch(text_of(row[0])) for row in sheet.rows):
        # Some program has put them on every cell.
        sheet = read_csv(path, shown, problems, guide.kodierung, guide.trennzeichen)
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
    table = _flat(sheet, layout, Gebietsebene.AMT in guide.ebenen)
    doubled = [head for head, count in Counter(table.heads).items() if count > 1]
    if doubled:
        sentence = (
            f"Unter „{doubled[0]}“ stehen mehrere Spalten mit Zahlen. Welche gilt, ist nicht zu "
            "erkennen; bitte die Tabelle mit allen Merkmalen im Kopf neu herunterladen."
        )
        problems.append(Problem(Place(shown, table.head_line), sentence, RULE))
        return None
    return table


def _without_footnotes(sheet: Sheet) -> Sheet:
    """Return a sheet up to the rule below its figures; without one, up to the first footer."""
    heads = next((i for i, row in enumerate(sheet.rows) if text_of(row[0]) == ""), 0)
    rows = enumerate(sheet.rows)
    end = next((i for i, row in rows if _is_end(row, i > heads)), len(sheet.rows))
    return Sheet(sheet.path, sheet.name, sheet.rows[:end], sheet.lines[:end])


def _is_end(row: Sequence[CellValue], is_below_heads: bool) -> bool:
    first = text_of(row[0])
    is_alone = not any(text_of(cell) for cell in row[1:])
    return bool(END.fullmatch(first) or (is_below_heads and is_alone and FOOTER.match(first)))


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
    time = next((c for c in range(leading) if _most(TIME, body, c)), None)
    key = next((c for c in range(leading) if c != time and _most(KEY, body, c)), None)
    return None if key is None else _Layout(range(first, last), leading, time, key)


def _empty_cells(row: Sequence[object]) -> int:
    filled = (i for i, cell in enumerate(row) if str(cell).strip())
    return next(filled, len(row))


def _most(pattern: re.Pattern[str], rows: Sequence[tuple[object, ...]], column: int) -> bool:
    """Say whether a column is of a kind, but for some footnotes that no rule parts from it."""
    texts = [str(row[column]).strip() for row in rows if column < len(row)]
    return sum(map(bool, map(pattern.fullmatch, texts))) * 2 >= max(len(texts), 1)


def _flat(sheet: Sheet, layout: _Layout, with_aemter: bool) -> SourceTable:
    years, names, columns = _heads(sheet, layout)
    if not any(years):
        years = [_year_above(sheet, layout)] * len(years)
    # A head that stands twice for one year is kept twice, and then told.
    spots = list(zip(years, names, strict=True))
    twice = [name for spot, name in zip(spots, names, strict=True) if spots.count(spot) > 1]
    values = (*dict.fromkeys(names), *dict.fromkeys(twice))
    around = (*range(layout.key + 2, layout.leading), *range(layout.key))
    traits = [c for c in around if c != layout.time]
    heads = ("Schlüssel", "Name", "Jahr", *_trait_names(len(traits)), *values)
    lines = tuple(
        line
        for i in range(layout.heads.stop, len(sheet.rows))
        if not _is_between(text_of(cell_at(sheet.rows[i], layout.key)), with_aemter)
        for line in _lines(sheet, i, layout, traits, (years, names, columns), values)
    )
    return SourceTable(sheet.path, heads, lines, sheet.lines[layout.heads.start])


def _is_between(key: str, with_aemter: bool) -> bool:
    """Say whether a key is that of an area that we keep no figures for."""
    is_amt = with_aemter and AMT.fullmatch(key)
    return not is_amt and BETWEEN.fullmatch(key) is not None


def _year_above(sheet: Sheet, layout: _Layout) -> str:
    """Return the one time that is told above the heads: „Stichtag: 31.12.2022“, „am 31.12.2022“."""
    rows = sheet.rows[: layout.heads.start]
    lines = [" ".join(text for cell in row if (text := text_of(cell))) for row in rows]
    found = {match[1] for line in lines if (match := ALONE.fullmatch(line))}
    found |= {day for line in lines if not OTHER_DAY.search(line) for day in A_DAY.findall(line)}
    return found.pop() if len(found) == 1 else ""


def _trait_names(count: int) -> tuple[str, ...]:
    return tuple(f"Merkmal {number}" for number in range(1, count + 1))


def _heads(sheet: Sheet, layout: _Layout) -> tuple[list[str], list[str], list[int]]:
    """Return for each column of values its year, if any, what is left of its heads, and where."""
    rows = [sheet.rows[i] for i in layout.heads]
    width = max(i + 1 for row in rows for i, cell in enumerate(row) if text_of(cell))
    body = sheet.rows[layout.heads.stop :]
    years: list[str] = []
    names: list[str] = []
    columns: list[int] = []
    before: list[str] = []
    for column in range(layout.leading, width):
        parts = [text_of(cell_at(row, column)) for row in rows]
        if _is_quality(parts, before, [text_of(cell_at(row, column)) for row in body]):
            continue
        times = [part for part in parts if TIME.fullmatch(part)]
        rest = [part for part in parts if part and part not in times and part not in TIME_HEADS]
        years.append(times[0] if times else "")
        names.append(" | ".join(dict.fromkeys(rest)) or "Wert")
        columns.append(column)
        before = parts
    return years, names, columns


def _is_quality(parts: list[str], before: list[str], cells: list[str]) -> bool:
    """Say whether a column tells the quality of the one before it, and holds no figures."""
    is_like = all(part in ("", other) for part, other in zip(parts, before, strict=False))
    is_beside = bool(before) and (is_like or _says_quality(parts))
    filled = [cell for cell in cells if cell]
    letters = [cell for cell in filled if LETTERS.fullmatch(cell) and cell.lower() != "x"]
    others = [cell for cell in filled if cell not in letters and not MARKED.fullmatch(cell)]
    return is_beside and not others and (bool(letters) or not filled)


def _says_quality(parts: list[str]) -> bool:
    return any(part.lower() == "q" or part.lower().startswith("qualität") for part in parts)


def _lines(
    sheet: Sheet,
    i: int,
    layout: _Layout,
    traits: Sequence[int],
    heads: tuple[Sequence[str], Sequence[str], Sequence[int]],
    values: Sequence[str],
) -> Iterator[SourceLine]:
    """Yield a line for each year in a row."""
    years, names, found = heads
    row = sheet.rows[i]
    own = text_of(cell_at(row, layout.time)) if layout.time is not None else ""
    name = layout.key + 1
    for year in dict.fromkeys(years):
        places = {names[n]: found[n] for n in range(len(names)) if years[n] == year}
        columns = tuple(places.get(value, layout.key) for value in values)
        yield SourceLine(
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
