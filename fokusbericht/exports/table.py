"""Tables as CSV files that German spreadsheets open by a double click.

raum_schluessel;raum;jahr;wert
01056015;Elmshorn;2022;34,8
"""

from collections.abc import Iterable, Sequence

# Spreadsheets take such a cell for a formula, some of them in full width as well; a leading
# apostrophe keeps it text.
FORMULA = ("=", "+", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
BOM = "\ufeff"  # without it Excel reads umlauts as two letters each


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV: UTF-8 with byte order mark, semicolons, decimal commas as given."""
    lines = [";".join(_cell(cell) for cell in row) for row in (head, *rows)]
    return (BOM + "\r\n".join(lines) + "\r\n").encode()


def _cell(text: str) -> str:
    if text.startswith(FORMULA) or (text.startswith("-") and not _is_number(text)):
        text = f"'{text}"
    if any(mark in text for mark in ';"\n\r'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _is_number(text: str) -> bool:
    return text == "-" or text[1:].replace(",", "", 1).isdigit()


def csv_number(value: float | None, missing: str = ".") -> str:
    """Return a number for a CSV: decimal comma, no thousands mark, all its digits."""
    if value is None:
        return missing
    return f"{round(value, 6):.10g}".replace(".", ",")
