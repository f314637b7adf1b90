"""The numbers of a table, column by column: who votes, what is told, and what is told once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fokusbericht.problems import Place, Problem
from fokusbericht.sources.numbers import Habit, Unread, Why, find_decimal, read
from fokusbericht.sources.rows import Row


def wrong_width(found: int, width: int) -> str:
    """Return what is said of a row with more or less cells than its head."""
    return f"Hier {'steht eine Zelle' if found == 1 else f'stehen {found} Zellen'} statt {width}."


class Faults:
    """Faults of cells: of each cause in a column the first one is told, and how many more."""

    def __init__(self) -> None:
        self._first: dict[tuple[int, str], tuple[Place, str]] = {}
        self._counts: Counter[tuple[int, str]] = Counter()

    def add(self, column: int, cause: str, place: Place, sentence: str) -> None:
        """Note what is wrong with a cell."""
        self._first.setdefault((column, cause), (place, sentence))
        self._counts[column, cause] += 1

    def told(self, rule: str) -> Iterator[Problem]:
        """Yield a problem for each cause."""
        for key, (place, sentence) in self._first.items():
            yield Problem(place, f"{sentence}{_more(self._counts[key] - 1)}", rule)


class Numbers:
    """Reads the cells of a table of ours; a doubtful one is settled by the others of its column."""

    def __init__(self, rows: Sequence[Row], habit: Habit) -> None:
        self._rows = rows
        self._habit = habit
        self._votes: dict[int, str] = {}
        self.faults = Faults()

    def read(self, index: int, cell: str) -> Decimal | Unread:
        """Return the number in a cell, or why there is none."""
        found = read(cell, self._habit)
        if isinstance(found, Unread) and found.why is Why.MEHRDEUTIG:
            return read(cell, replace(self._habit, vote=self._vote(index)))
        return found

    def _vote(self, index: int) -> str:
        if index not in self._votes:
            cells = (row.cells for row in self._rows)
            column = (found[index] for found in cells if len(found) > index)
            self._votes[index] = find_decimal(column)
        return self._votes[index]


def cause_of(found: Unread, cell: str) -> str:
    """Return what cells that are wrong for the same reason have in common."""
    if found.why is Why.ZUSATZ:
        return f"ZUSATZ {cell.lstrip('-+−0123456789., ')}"
    if cell.startswith("="):
        return "FORMEL"
    return cell if found.why is Why.KEINE else found.why.name


def _more(count: int) -> str:
    if count == 0:
        return ""
    cells = "eine weitere Zelle" if count == 1 else f"{count} weitere Zellen"
    return f" Betroffen sind diese und {cells} dieser Spalte."
