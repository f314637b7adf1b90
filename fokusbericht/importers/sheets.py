"""A sheet of cells as any source file has it, whether it was Excel or CSV."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from fokusbericht.problems import Place
from fokusbericht.sources.numbers import CellValue

READABLE = "lesbar"


class Merged(NamedTuple):
    """A range of cells that Excel shows as one: lines as Excel counts them, columns from 0."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet; rows may differ in length."""

    path: str
    name: str
    """Empty for a CSV file."""
    rows: tuple[tuple[CellValue, ...], ...]
    lines: tuple[int, ...]
    """The number of each row, as Excel or an editor shows it."""
    merged: tuple[Merged, ...] = ()
    notes: tuple[str, ...] = ()
    """What whoever reads it should know."""

    def place(self, row: int, column: int = 0) -> Place:
        """Return where a cell is; the column is counted in cells."""
        return Place(self.path, self.lines[row], column + 1)


def text_of(cell: CellValue) -> str:
    """Return a cell as text without blanks around it; runs of blanks and line ends become one.

    >>> text_of(Decimal("1056015")), text_of(" Wähler\\n insgesamt ")
    ('1056015', 'Wähler insgesamt')
    """
    text = f"{cell:f}" if isinstance(cell, Decimal) else cell
    return " ".join(text.split())


def cell_at(row: tuple[CellValue, ...], column: int) -> CellValue:
    """Return a cell; rows that end early are empty there."""
    return row[column] if 0 <= column < len(row) else ""


def letter_of(column: int) -> str:
    """Return how Excel calls a column.

    >>> [letter_of(0), letter_of(25), letter_of(26), letter_of(2229)]
    ['A', 'Z', 'AA', 'CGT']
    """
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
