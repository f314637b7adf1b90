"""A flat table: one line of heads, and lines that still know where they come from.

Every source layout is made into this form; what is read from it then does not depend on the
source any more.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fokusbericht.importers.sheets import Merged, Sheet, cell_at, letter_of, text_of
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources.numbers import CellValue

COLUMN = "spalte"
LETTER = re.compile(r"Spalte ([A-Z]{1,3})")
MOST_HEADS_TOLD = 12
HERE = "{jahr}"  # where a year stands in a name


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a table."""

    number: int
    """Its number in the source file."""
    cells: tuple[CellValue, ...]
    columns: tuple[int, ...]
    """For each cell its column in the source file, from 0."""
    passed: str = ""
    """Why the line is about no official area, as „Kreistypen“; then it is passed over."""
    numbers: tuple[int, ...] = ()
    """For each cell the number of its line, where the cells come from several."""


@dataclass(frozen=True, slots=True)
class SourceTable:
    """Heads and lines of one source file."""

    path: str
    heads: tuple[str, ...]
    lines: tuple[SourceLine, ...]
    head_line: int = 1
    merged: frozenset[tuple[int, int]] = frozenset()
    """Line and column of cells in the source that share one value with others."""
    notes: tuple[str, ...] = ()
    overlong: frozenset[int] = frozenset()
    """Lines of a text file with more cells than heads: a sign too many has moved their cells."""

    def place(self, line: SourceLine, index: int) -> Place:
        """Return where a cell is in the source; the column is counted in cells."""
        number = line.numbers[index] if line.numbers else line.number
        return Place(self.path, number, line.columns[index] + 1)

    def column_name(self, line: SourceLine, index: int) -> str:
        """Return a column as an editor finds it: „Spalte C (Wahlberechtigte)“."""
        return f"Spalte {letter_of(line.columns[index])} ({self.heads[index]})"

    def find(self, name: str, problems: list[Problem]) -> int | None:
        """Return the one column of this name, „Spalte C“ included; None after a problem."""
        found = self.find_all(name)
        if len(found) == 1:
            return found[0]
        if found:
            letters = ", ".join(letter_of(index) for index in found[:3])
            sentence = (
                f"Die Spalte „{name}“ gibt es {len(found)}-mal ({letters} …). Bitte "
                f"„Spalte {letter_of(found[0])}“ schreiben oder mit {{alle: …}} summieren."
            )
        else:
            sentence = f"Die Spalte „{name}“ gibt es nicht.{self._choice(name)}"
        problems.append(Problem(Place(self.path, self.head_line), sentence, COLUMN))
        return None

    def find_all(self, name: str) -> tuple[int, ...]:
        """Return all columns of this name; case, line ends and hyphens at them don't count."""
        wanted = _comparable(name)
        found = tuple(i for i, head in enumerate(self.heads) if _comparable(head) == wanted)
        letter = LETTER.fullmatch(name)
        if found or letter is None:
            return found
        return tuple(i for i in range(len(self.heads)) if letter_of(i) == letter[1])

    def find_years(self, name: str) -> list[tuple[int, int]]:
        """Return each year in which a column is called so, with the column.

        „Quote im * {jahr}“ fits „Quote im Oktober 2023“: a star stands for what may change as well.
        """
        escaped = (re.escape(_comparable(part)) for part in name.split(HERE, 1))
        before, after = (part.replace(r"\*", ".*") for part in escaped)
        pattern = re.compile(rf"{before}((?:19|20)[0-9]{{2}}){after}")
        found = [pattern.fullmatch(_comparable(head)) for head in self.heads]
        return sorted((int(match[1]), column) for column, match in enumerate(found) if match)

    def _choice(self, name: str) -> str:
        known = [head for head in dict.fromkeys(self.heads) if head]
        rest = "" if len(known) <= MOST_HEADS_TOLD else " …"
        told = ", ".join(f"„{head}“" for head in known[:MOST_HEADS_TOLD])
        return did_you_mean(name, known) or f" Möglich sind: {told}{rest}."


def overlong_lines(sheet: Sheet, heads: int) -> frozenset[int]:
    """Return the lines below the heads of a text file that go on where no head is any more."""
    if sheet.name:
        return frozenset()
    width = max(map(len, sheet.rows[:heads]), default=0)
    rows = zip(sheet.lines[heads:], sheet.rows[heads:], strict=True)
    return frozenset(line for line, row in rows if any(map(text_of, row[width:])))


def table_of(sheet: Sheet, first: int, last: int) -> SourceTable:
    """Return a sheet as a table whose heads stand in the rows with these numbers.

    Heads in several rows are read one under the other: „Bevölkerung insgesamt“. A head that
    spans several columns is written only in the first of them and holds for all.
    """
    positions = [i for i, line in enumerate(sheet.lines) if first <= line <= last]
    width = max((len(row) for row in sheet.rows), default=0)
    heads = _joined_heads([sheet.rows[i] for i in positions], width)
    start = positions[-1] + 1 if positions else len(sheet.rows)
    columns = tuple(range(width))
    body = [one for one in sheet.merged if one.top > last]
    spread = _spread_down(sheet, body)
    lines = tuple(
        SourceLine(line, tuple(spread.get((line, c)) or cell_at(row, c) for c in columns), columns)
        for line, row in zip(sheet.lines[start:], sheet.rows[start:], strict=True)
        if any(cell != "" for cell in row)
    )
    overlong = overlong_lines(sheet, start)
    return SourceTable(sheet.path, heads, lines, first, _shared(body), sheet.notes, overlong)


def _spread_down(sheet: Sheet, body: list[Merged]) -> dict[tuple[int, int], CellValue]:
    """Return what merged cells below the heads say in each of their lines: the first one holds."""
    rows = dict(zip(sheet.lines, sheet.rows, strict=True))
    return {
        (line, one.left): cell_at(rows.get(one.top, ()), one.left)
        for one in body
        for line in range(one.top + 1, one.bottom + 1)
    }


def _shared(body: list[Merged]) -> frozenset[tuple[int, int]]:
    """Return the cells whose value is not theirs alone; the first of a single line has its own."""
    return frozenset(
        (line, column)
        for one in body
        for line in range(one.top, one.bottom + 1)
        for column in range(one.left, one.right + 1)
        if one.bottom > one.top or column > one.left
    )


def _joined_heads(rows: list[tuple[CellValue, ...]], width: int) -> tuple[str, ...]:
    spread = [_spread(row, width) for row in rows[:-1]]
    spread += [[text_of(cell_at(row, column)) for column in range(width)] for row in rows[-1:]]
    return tuple(_without_doubles(parts) for parts in zip(*spread, strict=True))


def _spread(row: tuple[CellValue, ...], width: int) -> list[str]:
    """Repeat each head up to the next one."""
    found, current = [], ""
    for column in range(width):
        current = text_of(cell_at(row, column)) or current
        found.append(current)
    return found


def _without_doubles(parts: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(part for part in parts if part))


def _comparable(name: str) -> str:
    """Return what of a name counts.

    >>> _comparable("bevölkerungs- \\nproportionaler \\nUmsteige-schlüssel")
    'bevölkerungsproportionalerumsteigeschlüssel'
    """
    return re.sub(r"[\s\u00ad-]", "", name).casefold()
