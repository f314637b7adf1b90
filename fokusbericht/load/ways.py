"""geo/<name>.csv: a figure for each way from one Kommune to another."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from fokusbericht.load.cells import Numbers, cause_of, wrong_width
from fokusbericht.load.fields import AREA, CLEARLY, TYPE
from fokusbericht.load.figures import CSV
from fokusbericht.model.places import Wegetabelle
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources.numbers import Habit, Unread, Why
from fokusbericht.sources.rows import Row, read_rows

FILE = re.compile(r"geo/[a-z0-9-]+\.csv")
Way = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WayMeasure:
    """What is told of a way, within bounds."""

    name: str  # as in the head of the table
    least: int
    most: int
    is_whole: bool
    what: str


# A way without time would draw without bounds.
MINUTES = WayMeasure("minuten", 1, 1440, False, "eine Zahl")
PERSONS = WayMeasure("personen", 0, 1_000_000, True, "eine ganze Zahl")


@dataclass(frozen=True, slots=True)
class Ways:
    """Reads the tables of ways between known Kommunen; each row is told once if it is wrong."""

    root: Path
    known: Collection[str]
    problems: list[Problem]

    def table(self, path: str, place: Place, measure: WayMeasure) -> Wegetabelle | None:
        """Return the table of a name that stands at a place; None without one."""
        if not path:
            return None
        if not FILE.fullmatch(path):
            sentence = f"„{path}“ ist keine Tabelle in geo/, zum Beispiel geo/wege.csv."
            self.problems.append(Problem(place, sentence, TYPE))
            return None
        return Wegetabelle(path, self.read(path, measure), place)

    def read(self, path: str, measure: WayMeasure) -> dict[Way, float]:
        """Return what stands in a file."""
        told = len(self.problems)
        rows = read_rows(self.root, path, self.problems)
        if len(self.problems) > told:
            return {}
        if rows and rows[0].cells != ("von", "nach", measure.name):
            self.note(rows[0], 0, f"Die erste Zeile heißt „von;nach;{measure.name}“.")
            return {}
        if len(rows) < 2:
            self.problems.append(Problem(Place(path), "Diese Tabelle hat keine Werte.", CSV))
        habit = Habit(least=measure.least, most=measure.most, is_ours=True)
        numbers = Numbers(rows[1:], habit)
        found = dict(self.ways(rows[1:], measure, numbers))
        self.problems.extend(numbers.faults.told(CSV))
        return found

    def ways(
        self, rows: list[Row], measure: WayMeasure, numbers: Numbers
    ) -> Iterator[tuple[Way, float]]:
        """Yield each way that is in order."""
        lines: dict[Way, int] = {}
        for row in rows:
            if len(row.cells) != 3:
                self.note(row, 0, wrong_width(len(row.cells), 3))
                continue
            start, end, cell = row.cells
            are_known = [self.is_known(row, index) for index in (0, 1)]
            value = self.number(row, cell, measure, numbers)
            if value is None or not all(are_known):
                continue
            if start == end:
                self.note(
                    row, 1, "Start und Ziel sind dieselbe Kommune. Bitte die Zeile streichen."
                )
            elif (start, end) in lines:
                line = lines[start, end]
                self.note(row, 0, f"Der Weg von {start} nach {end} steht schon in Zeile {line}.")
            else:
                lines[start, end] = row.line
                yield (start, end), value

    def is_known(self, row: Row, index: int) -> bool:
        """Say whether a cell names a Kommune."""
        cell = row.cells[index]
        if cell in self.known:
            return True
        hint = did_you_mean(cell, self.known)
        sentence = f"Die Kommune „{cell}“ kennt geo/raeume.yml nicht.{hint}"
        self.note(row, index, sentence, AREA)
        return False

    def number(self, row: Row, cell: str, measure: WayMeasure, numbers: Numbers) -> float | None:
        """Return the number of a way, if it is one within bounds."""
        found = numbers.read(2, cell)
        if isinstance(found, Unread):
            if found.why is Why.MEHRDEUTIG:
                sentence = f"{found.sentence} {CLEARLY}"
                numbers.faults.add(2, cause_of(found, cell), row.place(2), sentence)
                return None
        elif measure.least <= found <= measure.most and (not measure.is_whole or found % 1 == 0):
            return float(found)
        what = f"„{cell}“" if cell else "Diese Zelle ist leer"
        sentence = (
            f"{what}: Unter „{measure.name}“ steht {measure.what} von {measure.least} bis "
            f"{measure.most}, ohne Tausenderpunkt."
        )
        self.note(row, 2, sentence)
        return None

    def note(self, row: Row, index: int, sentence: str, rule: str = CSV) -> None:
        """Note a problem of a cell."""
        self.problems.append(Problem(row.place(index), sentence, rule))
