"""Format 2: endings in small letters, names in one form, plain lines, tables as we write them.

    content/seiten/Ziele.markdown    →  content/seiten/Ziele.md
    indicators/arbeit/quote.CSV      →  indicators/arbeit/quote.csv
    sep=;\\r\\nRaum;Jahr;Wert;\\r\\n…     →  raum;jahr;wert\\n…

No value is touched: which of two readings of a number is meant, only people know.
"""

from collections.abc import Iterator
from pathlib import Path

from fokusbericht.load.formats.folder import FileChange, Folder
from fokusbericht.problems import Problem
from fokusbericht.sources.rows import Row, rows_of
from fokusbericht.sources.texts import decode

NUMBER = 2
# How texts of ours end, by how others end them.
ENDINGS = {".yaml": ".yml", ".markdown": ".md", ".mdown": ".md", ".mkd": ".md"}
TEXTS = (".yml", ".md", ".csv")
OURS = (*TEXTS, ".geojson")
DOUBLED = ".txt"  # what Windows hides and editors add
DELIMITER = ";"


def is_needed(root: Path) -> bool:
    """Say no: what this step puts right is read without it, or told file by file."""
    return False


def plan(folder: Folder, problems: list[Problem]) -> Iterator[FileChange]:
    """Yield what would be renamed, and what would be written otherwise."""
    for path, file in sorted(folder.files.items()):
        to = _renamed(path)
        if to != path:
            yield FileChange(path, to, "Endung")
        elif file.on_disk != path:
            yield FileChange(path, path, "Umlaute im Namen")
        if to.endswith(TEXTS):
            yield from _rewritten(folder, path, to, problems)


def _renamed(path: str) -> str:
    """Return the path with the ending that texts of ours have; others keep theirs."""
    inner = path[: -len(DOUBLED)] if path.lower().endswith(DOUBLED) else path
    stem, point, ending = inner.rpartition(".")
    small = (point + ending).lower()
    found = ENDINGS.get(small, small)
    is_ours = found in OURS and (found != ".md" or path.startswith("content/"))
    return stem + found if point and is_ours else path


def _rewritten(folder: Folder, path: str, to: str, problems: list[Problem]) -> Iterator[FileChange]:
    data = folder.read(path, problems)
    text = None if data is None else decode(data, path, problems)
    if text is None:
        return
    if text.encode() != data:
        yield FileChange(to, to, "Zeichen und Zeilenenden", text.encode())
    table = _plain_table(text, path) if to.endswith(".csv") else text
    if table != text:
        yield FileChange(to, to, "Form der Tabelle", table.encode())


def _plain_table(text: str, path: str) -> str:
    """Return a table with its head in small letters and semicolons, and nothing of Excel's own.

    Where that cannot be said for sure, the table stays as it is.
    """
    told: list[Problem] = []
    rows = rows_of(text, path, told)
    lines = [_line(row) for row in rows]
    if told or not rows or None in lines:
        return text
    return "".join(f"{line}\n" for line in [DELIMITER.join(rows[0].cells), *lines[1:]])


def _line(row: Row) -> str | None:
    """Return a row with semicolons; None where one of its cells holds a bare one."""
    if row.delimiter == DELIMITER:
        return row.text
    parts = row.parts()
    is_clear = not any(DELIMITER in part and '"' not in part for part in parts)
    return DELIMITER.join(parts) if is_clear else None
