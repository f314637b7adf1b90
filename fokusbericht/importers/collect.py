"""From a flat table and a guide to figures: one or two numbers for an area and a year."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from fokusbericht.importers.guide import LEVEL_OF_LENGTH, YEAR, Columns, Guide
from fokusbericht.importers.keys import Form, Keys, joined
from fokusbericht.importers.sheets import Cell, text_of
from fokusbericht.importers.table import Line, Table
from fokusbericht.load.cells import Faults, cause_of
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.numbers import (
    Habit,
    Number,
    Unread,
    Why,
    find_decimal,
    read_cell,
)
from fokusbericht.problems import Place, Problem, did_you_mean

KEY = "unbekannter-raum"
NUMBER = "zahl"
JAHR = "jahr"
GUIDE = "zuordnung"

Spot = tuple[str, int]  # an area and a year
IN_A_TEXT = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a file says of an area and a year."""

    parts: tuple[Number, ...]
    """The value, or numerator and denominator."""
    place: Place
    """Where it stands in the source."""


@dataclass(frozen=True, slots=True)
class Collection:
    """All figures of a file, and what is worth knowing about it."""

    figures: Mapping[Spot, Figure]
    foreign: int = 0
    """How many lines are about other areas."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A year (None: the line says it) and the columns of its parts."""

    year: int | None
    columns: tuple[tuple[int, ...], ...]


def collect(table: Table, guide: Guide, keys: Keys, problems: list[Problem]) -> Collection:
    """Return the figures of our areas; whatever is wrong in their lines is a problem."""
    before = len(problems)
    key_columns = [table.find(name, problems) for name in guide.schluessel]
    year_column = table.find(guide.jahrspalte, problems) if guide.jahrspalte else None
    slots = _slots(table, guide, problems)
    keep = _condition(table, guide, problems)
    if len(problems) > before:
        return Collection({})
    found = tuple(column for column in key_columns if column is not None)
    collector = _Collector(table, guide, keys, problems)
    return collector.collect(
        [line for line in table.lines if keep(line)], found, year_column, slots
    )


def _slots(table: Table, guide: Guide, problems: list[Problem]) -> list[_Slot]:
    if guide.jahre_im_kopf:
        years = [(int(head), i) for i, head in enumerate(table.heads) if YEAR.fullmatch(head)]
        if not years:
            sentence = "Keine Spalte trägt ein Jahr als Kopf, wie es „jahr: kopf“ verlangt."
            problems.append(Problem(Place(table.path, table.head_line), sentence, GUIDE))
        return [_Slot(year, ((column,),)) for year, column in years]
    if not guide.werte:
        sentence = f"Welche Spalte gilt? Bitte „wert: …“ angeben.{_value_heads(table)}"
        problems.append(Problem(Place(table.path, table.head_line), sentence, GUIDE))
    return [_Slot(guide.jahr, tuple(_positions(table, one, problems) for one in guide.werte))]


def _value_heads(table: Table) -> str:
    heads = [head for head in dict.fromkeys(table.heads) if head]
    return f" Möglich sind: {', '.join(f'„{head}“' for head in heads[:40])}." if heads else ""


def _positions(table: Table, columns: Columns, problems: list[Problem]) -> tuple[int, ...]:
    if columns.every and (every := table.find_all(columns.names[0])):
        return every
    found = [table.find(name, problems) for name in columns.names]
    return tuple(column for column in found if column is not None)


def _condition(table: Table, guide: Guide, problems: list[Problem]) -> Callable[[Line], bool]:
    """Return what tells which lines count."""
    wanted = _found_conditions(table, guide.filter, problems)
    unwanted = _found_conditions(table, guide.ausser, problems)

    def keep(line: Line) -> bool:
        return all(text_of(line.cells[i]) in texts for i, texts in wanted) and not any(
            text_of(line.cells[i]) in texts for i, texts in unwanted
        )

    return keep


def _found_conditions(
    table: Table, conditions: Mapping[str, tuple[str, ...]], problems: list[Problem]
) -> list[tuple[int, tuple[str, ...]]]:
    """Return the columns of conditions; a value that no line has is most likely misspelt."""
    found = []
    for name, texts in conditions.items():
        column = table.find(name, problems)
        if column is None:
            continue
        known = dict.fromkeys(text_of(line.cells[column]) for line in table.lines)
        for text in texts:
            if text not in known:
                hint = did_you_mean(text, known)
                sentence = f"In der Spalte „{name}“ steht nirgends „{text}“.{hint}"
                problems.append(Problem(Place(table.path, table.head_line), sentence, GUIDE))
        found.append((column, texts))
    return found


class _Collector:
    """Reads the lines of one table; every cell is told once if it is wrong."""

    def __init__(self, table: Table, guide: Guide, keys: Keys, problems: list[Problem]) -> None:
        self.table = table
        self.guide = guide
        self.keys = keys
        self.problems = problems
        self.decimals: dict[int, str] = {}
        self.faults = Faults()

    def collect(
        self,
        lines: Sequence[Line],
        key_columns: tuple[int, ...],
        year_column: int | None,
        slots: Sequence[_Slot],
    ) -> Collection:
        ours: list[tuple[str, Line]] = []
        foreign = 0
        used = {column for slot in slots for part in slot.columns for column in part}
        for line in lines:
            key = self.key(line, key_columns, used)
            if key is not None and self.is_wanted(key):
                ours.append((key, line))
            foreign += key is not None and not self.keys.is_ours(key)
        if not self.guide.dezimalzeichen:
            self.decimals = {i: find_decimal(line.cells[i] for _, line in ours) for i in used}
        figures: dict[Spot, Figure] = {}
        for key, line in ours:
            for slot in slots:
                year = slot.year if slot.year is not None else self.year(line, year_column)
                if year is not None:
                    self.add(figures, (key, year), self.figure(line, slot))
        self.problems.extend(self.faults.told(NUMBER))
        return Collection(figures, foreign)

    def key(self, line: Line, columns: tuple[int, ...], used: Iterable[int]) -> str | None:
        """Return the key of a line; a footnote has neither key nor values and is passed over."""
        text = joined([line.cells[column] for column in columns])
        key = self.keys.find(text, self.guide.form)
        if key is not None and not self.keys.is_lost(key):
            return key
        if key is None and not any(line.cells[column] != "" for column in used):
            return None
        where = self.table.column_name(line, columns[0])
        if key is None:
            sentence = f"{where}: {_no_key(text)}"
        else:
            sentence = (
                f"{where}: Eine Kommune {key} kennt geo/raeume.yml nicht. Ist sie neu oder "
                "aufgelöst? Bitte dort ergänzen oder die Zeile mit „ausser“ auslassen."
            )
        self.note(line, columns[0], sentence, KEY)
        return None

    def is_wanted(self, key: str) -> bool:
        return self.keys.is_ours(key) and LEVEL_OF_LENGTH.get(len(key)) in self.guide.ebenen

    def year(self, line: Line, column: int | None) -> int | None:
        """Return the year of a line: 2023, 31.12.2023, 2022/23."""
        if column is None:
            return None
        text = text_of(line.cells[column])
        match = IN_A_TEXT.search(text)
        if match:
            return int(match[0])
        where = self.table.column_name(line, column)
        self.note(line, column, f"{where}: „{text}“ ist kein Jahr.", JAHR)
        return None

    def figure(self, line: Line, slot: _Slot) -> Figure:
        parts = tuple(self.part(line, columns) for columns in slot.columns)
        return Figure(parts, self.table.place(line, slot.columns[0][0]))

    def part(self, line: Line, columns: tuple[int, ...]) -> Number:
        """Return a number, or the sum of several; empty cells of a sum don't count."""
        if len(columns) == 1:
            return self.number(line, columns[0])
        filled = [column for column in columns if line.cells[column] != ""]
        return (
            total([self.number(line, column) for column in filled]) if filled else self.guide.leer
        )

    def number(self, line: Line, column: int) -> Number:
        cell = line.cells[column]
        if isinstance(cell, str) and not cell.strip():
            return self.guide.leer
        number = read_cell(cell, self.guide.fehlzeichen, self.habit(column))
        if isinstance(number, Unread):
            sentence = f"{self.table.column_name(line, column)}: {self.told(number, cell)}"
            cause = cause_of(number, text_of(cell))
            self.faults.add(column, cause, self.table.place(line, column), sentence)
            return Fehlgrund.UNBEKANNT
        return number if isinstance(number, Fehlgrund) else number * self.guide.faktor

    def habit(self, column: int) -> Habit:
        """Return what is known of the numbers in a column; only in books brackets mean minus."""
        is_official = self.guide.art != "tabelle"
        vote = self.decimals.get(column, "")
        return Habit(self.guide.dezimalzeichen, vote, has_brackets=is_official)

    def told(self, found: Unread, cell: Cell) -> str:
        """Return what is wrong with a cell, and what to do."""
        text = text_of(cell)
        if found.why is Why.MEHRDEUTIG:
            return f'{found.sentence} Bitte „dezimalzeichen“ angeben: "," oder ".".'
        if found.why is Why.KEINE:
            return _no_number(text, self.guide.dezimalzeichen)
        return f"{found.sentence} Bitte in der Datei nur die Zahl stehen lassen."

    def add(self, figures: dict[Spot, Figure], spot: Spot, figure: Figure) -> None:
        first = figures.get(spot)
        if first is None:
            figures[spot] = figure
        elif self.guide.summieren:
            parts = zip(first.parts, figure.parts, strict=True)
            figures[spot] = replace(first, parts=tuple(total(pair) for pair in parts))
        else:
            sentence = (
                f"{self.keys.name(spot[0])} im Jahr {spot[1]} steht schon in Zeile "
                f"{first.place.line}. Sind das Teile, hilft „summieren: true“, sonst „filter“."
            )
            self.problems.append(Problem(figure.place, sentence, GUIDE))

    def note(self, line: Line, column: int, sentence: str, rule: str) -> None:
        self.problems.append(Problem(self.table.place(line, column), sentence, rule))


def total(numbers: Iterable[Number]) -> Number:
    """Return a sum; what is missing in a part is missing in the whole, but nothing counts as 0."""
    result = Decimal(0)
    for number in numbers:
        if isinstance(number, Fehlgrund) and number is not Fehlgrund.NICHTS:
            return number
        result += number if isinstance(number, Decimal) else 0
    return result


def _no_key(text: str) -> str:
    if not text:
        return "Hier fehlt der amtliche Schlüssel."
    if re.fullmatch(r"[0-9][.,][0-9]+E\+?[0-9]+", text, re.IGNORECASE):
        return (
            f"Excel hat den Schlüssel als „{text}“ gespeichert und Ziffern verloren. Bitte die "
            "Spalte vor dem Öffnen als Text formatieren."
        )
    if re.fullmatch(r"[0-9]{5}|[0-9]{8}", text):
        form = (Form.KREIS_GEMEINDE if len(text) == 5 else Form.STIMMBEZIRK).value
        return (
            f"„{text}“ ist kein amtlicher Schlüssel. Sind die ersten fünf Ziffern Kreis und "
            f"Gemeinde? Dann hilft „schluesselform: {form}“."
        )
    return (
        f"„{text}“ ist kein amtlicher Schlüssel. Gehört die Zeile nicht dazu, bitte mit "
        "„ausser“ auslassen."
    )


def _no_number(text: str, sign: str) -> str:
    if text.startswith("="):
        return "Die Formel hat kein gespeichertes Ergebnis. Bitte in Excel öffnen und speichern."
    if text.startswith("#"):
        return f"Excel meldet hier den Fehler „{text}“."
    if len(text) <= 3 and not any(letter.isalnum() for letter in text):
        return f'Was bedeutet „{text}“? Bitte unter „fehlzeichen“ angeben, etwa "{text}": x.'
    return f"„{text}“ ist keine Zahl{_with_sign(sign)}."


def _with_sign(sign: str) -> str:
    return {",": " mit Dezimalkomma", ".": " mit Dezimalpunkt"}.get(sign, "")
