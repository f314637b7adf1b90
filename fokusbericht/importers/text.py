"""CSV files of any office: encoding, separator and quotes are found out or told."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from fokusbericht.importers.sheets import READABLE, Sheet
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.numbers import CellValue
from fokusbericht.sources.rows import named_delimiter

MOST_BYTES = 100_000_000
MOST_LINES_IN_A_CELL = 10  # more, and somebody forgot to close a quotation mark
DELIMITERS = (";", ",", "\t", "|")

# What an editor may write for an encoding, and Python's name for it.
ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "latin-1": "latin-1",
    "iso-8859-1": "latin-1",
    "iso-8859-15": "iso-8859-15",
    "windows-1252": "cp1252",
}
NAMES = {"utf-8-sig": "utf-8", "cp1252": "windows-1252"}
QUOTED = re.compile('"[^"]*"')
# Letters of UTF-8 taken for single bytes: Ã¤ for ä, â€“ for a dash.
UTF8_READ_AS_LATIN = re.compile("[ÃÂ][\x80-\xbf\u0152-\u2122]|â\x80|â€")


def read_csv(
    path: Path,
    shown: str,
    problems: list[Problem],
    encoding: str = "",
    delimiter: str = "",
    quotes: bool = True,
) -> Sheet | None:
    """Return the rows of a CSV file that are not empty, as texts; None after a problem."""
    stat = path.stat()
    stamp = (stat.st_mtime_ns, stat.st_size)
    sheet, told = _read_once(path, stamp, shown, encoding, delimiter, quotes)
    problems.extend(told)
    return sheet


@lru_cache(maxsize=4)
def _read_once(
    path: Path,
    stamp: tuple[int, int],
    shown: str,
    encoding: str,
    delimiter: str,
    quotes: bool,
) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Return a file and what is wrong with it; one file may fill many tables."""
    problems: list[Problem] = []
    sheet = _read(path, shown, problems, encoding, delimiter, quotes)
    return sheet, tuple(problems)


def _read(
    path: Path, shown: str, problems: list[Problem], encoding: str, delimiter: str, quotes: bool
) -> Sheet | None:
    text = _decoded(path, shown, encoding, problems)
    if text is None:
        return None
    rows: list[tuple[CellValue, ...]] = []
    lines: list[int] = []
    named = named_delimiter(text)
    try:
        sign = delimiter or named or find_delimiter(text)
        for line, row in _rows(text, sign, quotes):
            if named and line == 1:
                continue
            problem = _unclosed(shown, line, row)
            if problem:
                problems.append(problem)
                return None
            rows.append(row)
            lines.append(line)
    except csv.Error:
        sentence = "Ab hier ist die Datei kein lesbares CSV. Fehlt ein Anführungszeichen?"
        problems.append(Problem(Place(shown, len(rows) + 1), sentence, READABLE))
        return None
    return Sheet(shown, "", tuple(rows), tuple(lines))


def find_delimiter(text: str) -> str:
    """Return what parts the cells: most lines have it equally often, outside quotation marks."""
    lines = [QUOTED.sub("", line) for line in text.splitlines()[:200]]

    def evenness(sign: str) -> int:
        counts = Counter(line.count(sign) for line in lines if sign in line)
        return max(counts.values(), default=0)

    return max(DELIMITERS, key=evenness)


def _rows(text: str, delimiter: str, quotes: bool) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each row that is not empty, with the number of its first line."""
    stream = io.StringIO(text, newline="")
    reader = (
        csv.reader(stream, delimiter=delimiter)
        if quotes
        else csv.reader(stream, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    )
    line = 1
    for row in reader:
        if any(cell.strip() for cell in row):
            yield line, tuple(row)
        line = reader.line_num + 1


def _unclosed(shown: str, line: int, row: tuple[CellValue, ...]) -> Problem | None:
    for column, cell in enumerate(row, start=1):
        if isinstance(cell, str) and cell.count("\n") > MOST_LINES_IN_A_CELL:
            sentence = (
                "In dieser Zelle wird ein Anführungszeichen geöffnet und erst viele Zeilen "
                "später geschlossen. Bitte das fehlende Zeichen ergänzen."
            )
            return Problem(Place(shown, line, column), sentence, READABLE)
    return None


def _decoded(path: Path, shown: str, encoding: str, problems: list[Problem]) -> str | None:
    if path.stat().st_size > MOST_BYTES:
        sentence = f"Die Datei ist größer als {MOST_BYTES // 1_000_000} MB."
        problems.append(Problem(Place(shown), sentence, READABLE))
        return None
    data = path.read_bytes()
    found = ENCODINGS[encoding] if encoding else _guessed(data)
    try:
        text = data.decode(found)
    except UnicodeError as error:
        problems.append(_wrong_encoding(shown, data, encoding or "utf-8", error))
        return None
    told = _taken_for_latin(shown, text, encoding) or _binary(shown, text)
    if told:
        problems.append(told)
        return None
    return text


def _guessed(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "latin-1"


def _wrong_encoding(shown: str, data: bytes, encoding: str, error: UnicodeError) -> Problem:
    start = error.start if isinstance(error, UnicodeDecodeError) else 0
    line = data.count(b"\n", 0, start) + 1
    guess = NAMES.get(_guessed(data), _guessed(data))
    sentence = (
        f"Hier steht ein Zeichen, das es in {encoding} nicht gibt. "
        f"Die Datei ist vermutlich {guess}: Bitte „kodierung: {guess}“ angeben."
    )
    return Problem(Place(shown, line), sentence, READABLE)


def _taken_for_latin(shown: str, text: str, encoding: str) -> Problem | None:
    """Tell that a file said to be latin-1 is UTF-8."""
    match = UTF8_READ_AS_LATIN.search(text)
    if match is None or encoding in ("", "utf-8", "utf-16"):
        return None
    line = text.count("\n", 0, match.start()) + 1
    sentence = (
        f"Als {encoding} gelesen steht hier „{match[0]}“; die Datei ist vermutlich utf-8. "
        "Bitte „kodierung: utf-8“ angeben oder die Zeile weglassen."
    )
    return Problem(Place(shown, line), sentence, READABLE)


def _binary(shown: str, text: str) -> Problem | None:
    if "\0" not in text:
        return None
    line = text.count("\n", 0, text.index("\0")) + 1
    sentence = "Die Datei ist kein Text. Ist es eine Excel-Mappe? Dann muss sie auf .xlsx enden."
    return Problem(Place(shown, line), sentence, READABLE)
