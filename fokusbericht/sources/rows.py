"""CSV as rows that know their line: `;`, `,`, tab or `|`, as the head has it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from fokusbericht.problems import Place, Problem
from fokusbericht.sources.texts import place_at, read_text

TABLE = "csv"
DELIMITERS = (";", "\t", "|", ",")
# What Excel writes above a table to itself.
NAMED_DELIMITER = re.compile(r'"?sep=([^\w\s"]|\t)"?\W*', re.IGNORECASE)
NAMES = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
OPEN_QUOTE = "Dieses Anführungszeichen wird nicht geschlossen."


class Row(NamedTuple):
    """A row of a CSV file; a quoted cell may hold delimiters and line ends."""

    path: str
    line: int
    text: str
    delimiter: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Return its cells, without blanks and quotes around them."""
        if '"' in self.text:
            return tuple(_unquoted(part.strip()) for part in self.parts())
        return tuple(cell.strip() for cell in self.text.split(self.delimiter))

    def parts(self) -> list[str]:
        """Return its cells as they are written."""
        if '"' not in self.text:
            return self.text.split(self.delimiter)
        cell, found, start = _cell(self.delimiter), [], 0
        while start <= len(self.text):
            found.append(self.text[start : (end := _end(cell, self.text, start))])
            start = end + 1
        return found

    def place(self, index: int) -> Place:
        """Return where a cell starts."""
        start = sum(len(part) + 1 for part in self.parts()[:index])
        place = place_at(self.path, self.text, start)
        return place._replace(line=self.line + place.line - 1)


@lru_cache(maxsize=8)
def _cell(delimiter: str) -> re.Pattern[str]:
    """Return the form of a cell up to the delimiter: from quote to quote, or without."""
    sign = re.escape(delimiter)
    return re.compile(rf'[ ]*"(?:[^"]|"")*(?:"[^{sign}]*)?|[^{sign}]*')


def _end(cell: re.Pattern[str], text: str, start: int) -> int:
    match = cell.match(text, start)
    return match.end() if match else len(text)


def _unquoted(cell: str) -> str:
    if not cell.startswith('"'):
        return cell.strip('"')
    end = cell.rfind('"')
    inner = cell[1:end] + cell[end + 1 :] if end > 0 else cell[1:]
    return inner.replace('""', '"').strip()


def read_rows(root: Path, path: str, problems: list[Problem]) -> list[Row]:
    """Return the rows of a CSV file, the header first, in small letters.

    What Excel leaves behind is passed over: empty rows, empty columns at the right, „sep=;“.
    """
    text = read_text(root, path, problems)
    return [] if text is None else rows_of(text, path, problems)


def named_delimiter(text: str) -> str:
    """Return the sign that Excel names in a first line of its own, „sep=;“; mostly none."""
    match = NAMED_DELIMITER.fullmatch(text.partition("\n")[0])
    return match[1] if match else ""


def rows_of(text: str, path: str, problems: list[Problem]) -> list[Row]:
    """Return the rows of a CSV text, as `read_rows` does of a file."""
    lines = text.split("\n")
    named = named_delimiter(text)
    first = 1 if named else 0
    head = next((line for line in lines[first:] if line.strip()), "")
    delimiter = named or next((one for one in DELIMITERS if one in head), ";")
    rows = list(_rows(path, lines, first, delimiter, problems))
    if not rows:
        return []
    rows[0] = rows[0]._replace(text=rows[0].text.lower().translate(NAMES))
    return list(_without_empty_columns(rows))


def _rows(
    path: str, lines: list[str], first: int, delimiter: str, problems: list[Problem]
) -> Iterator[Row]:
    """Yield all rows in which something stands; tell a quote that nothing closes."""
    nothing = f'{delimiter}" \t\u00a0'
    waiting: list[str] = []  # the lines of a row whose last cell is still open
    for number, line in enumerate(lines[first:], start=first + 1):
        if waiting:
            waiting.append(line)
            if line.count('"') % 2:
                text = "\n".join(waiting)
                yield Row(path, number - len(waiting) + 1, text, delimiter)
                waiting = []
        elif '"' in line and _is_open(line, delimiter):
            waiting = [line]
        elif line.strip(nothing):
            yield Row(path, number, line, delimiter)
    if waiting:
        row = Row(path, len(lines) - len(waiting) + 1, waiting[0], delimiter)
        problems.append(Problem(row.place(len(row.parts()) - 1), OPEN_QUOTE, TABLE))


def _is_open(line: str, delimiter: str) -> bool:
    """Say whether the last cell of a line begins with a quote and does not end with it."""
    last = Row("", 1, line, delimiter).parts()[-1].strip()
    return last.startswith('"') and last.count('"') % 2 == 1


def _without_empty_columns(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows, cut where behind the last column of the head nothing stands."""
    ends = (rows[0].delimiter, '"', " ", "\t", "\u00a0")
    cells = rows[0].cells
    width = max(number for number, cell in enumerate(cells, start=1) if cell)
    for row in rows:
        if row.text.endswith(ends):
            parts = row.parts()
            if len(parts) > width and not any(cell for cell in row.cells[width:]):
                row = row._replace(text=row.delimiter.join(parts[:width]))
        yield row
