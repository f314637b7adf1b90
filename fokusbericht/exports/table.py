"""Tables as CSV files that German spreadsheets open by a double click.

ebene;raum_schluessel;raum;jahr;wert
kommune;01056015;Elmshorn;2022;34,8
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from fokusbericht.model.places import Geografie

FORMULA = "=+-@"  # spreadsheets take a cell for a formula that begins with one of these …
ALWAYS = ("\t", "\r", "\n")  # … or with one of these; a leading apostrophe keeps it text
NUMBER = re.compile(r"-(?:[0-9]+(?:,[0-9]+)?(?:e[+-]?[0-9]+)?)?")  # a minus alone is a mark
# Letters and signs that show nothing, besides those that Unicode calls blank, control or format.
UNSEEN = frozenset("\u115f\u1160\u2800\u3164\uffa0")
UNSEEN_KINDS = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me"))
BOM = "\ufeff"  # without it Excel reads umlauts as two letters each

AREA_HEAD = ("ebene", "raum_schluessel", "raum")  # what every table of figures begins with


def area_cells(geografie: Geografie, area: str) -> tuple[str, str, str]:
    """Return what a row says of its area, so that a town and the room of its name stay apart."""
    return geografie.level_of(area), area, geografie.name_of(area)


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV: UTF-8 with byte order mark, semicolons, decimal commas as given."""
    lines = [";".join(map(_cell, row)) for row in (head, *rows)]
    return (BOM + "\r\n".join(lines) + "\r\n").encode()


@lru_cache(maxsize=4096)  # areas, units and sources stand in row after row
def _cell(text: str) -> str:
    if is_formula(text):
        text = f"'{text}"
    if any(mark in text for mark in ';"\n\r'):
        return '"' + text.replace('"', '""') + '"'
    return text


def is_formula(text: str) -> bool:
    """Say whether the first sign to be seen makes a spreadsheet reckon, in whatever width."""
    if not text or (text[0].isascii() and text[0].isalnum()):
        return False  # nearly always
    if text.startswith(ALWAYS):
        return True
    first = next((sign for sign in text if not _is_unseen(sign)), " ")
    return unicodedata.normalize("NFKC", first)[:1] in FORMULA and not NUMBER.fullmatch(text)


def _is_unseen(sign: str) -> bool:
    return sign in UNSEEN or unicodedata.category(sign) in UNSEEN_KINDS


def csv_number(value: float | None, missing: str = ".") -> str:
    """Return a number for a CSV: decimal comma, no thousands mark, all its digits."""
    if value is None:
        return missing
    return f"{round(value, 6):.10g}".replace(".", ",")
