"""From a flat table and a guide to figures: one or two numbers for an area and a year."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from fokusbericht.importers.doubts import MIXED, SIGNED, Percent, Share, doubt_of
from fokusbericht.importers.figure import ImportedFigure, total
from fokusbericht.importers.guide import LEVEL_OF_LENGTH, YEAR, Columns, Guide
from fokusbericht.importers.keys import Keys, KeySpelling, joined
from fokusbericht.importers.sheets import letter_of, text_of
from fokusbericht.importers.table import COLUMN, HERE, SourceLine, SourceTable
from fokusbericht.importers.wholes import wholes_in
from fokusbericht.load.cells import Faults, cause_of
from fokusbericht.model.figures import AreaYear, Fehlgrund
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources.numbers import (
    FOREIGN,
    CellValue,
    Habit,
    Number,
    Unread,
    Why,
    find_decimal,
    read_cell,
)

KEY = "unbekannter-raum"
NUMBER = "zahl"
JAHR = "jahr"
GUIDE = "zuordnung"
FEW = 2

DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")  # as dates of Excel are read
TIME = re.compile(r"[0-9]{2,}:[0-9]{2}:[0-9]{2}")
MERGED = (
    "Diese Zelle ist in Excel mit anderen verbunden; für welche der Wert gilt, ist nicht zu "
    "erkennen. Bitte die Verbindung aufheben und jeden Wert einzeln eintragen."
)
UNKNOWN_AMT = "Bitte dort unter „aemter“ ergänzen oder mit „ausser“ auslassen."
NO_RESULT = "Die Formel hat kein gespeichertes Ergebnis. Bitte in Excel öffnen und speichern."
# Two years or days with a sign between them: 2019-2021, 2021-07-01/2022-06-30, 2019-21.
A_YEAR = r"(?:[0-9]{2}\.[0-9]{2}\.)?((?:19|20)[0-9]{2})(?:-[0-9]{2}-[0-9]{2})?"
AND = r"\s*(?:[-–—/,;&+]|bis|und|u\.)\s*"
PERIOD = re.compile(rf"(?<![0-9]){A_YEAR}{AND}{A_YEAR}(?![0-9])")
SHORT_PERIOD = re.compile(r"(?<![0-9.])((?:19|20)[0-9]{2})\s*([-–—/])\s*([0-9]{2})(?![0-9-])")
IN_A_TEXT = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Collection:
    """All figures of a file, and what is worth knowing about it."""

    figures: Mapping[AreaYear, ImportedFigure]
    foreign: int = 0
    """How many lines are about other areas."""
    passed: Mapping[str, int] = field(default_factory=dict)
    """How many lines are about what is no official area, by what it is."""
    lost: frozenset[AreaYear] = frozenset()
    """Kommunen of the county that are no more and the guide leaves out, each with its year."""
    complete: frozenset[int] = frozenset()
    """The years for which no such Kommune is left out."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A year (None: the line says it) and the columns of its parts."""

    year: int | None
    columns: tuple[tuple[int, ...], ...]


def collect(table: SourceTable, guide: Guide, keys: Keys, problems: list[Problem]) -> Collection:
    """Return the figures of our areas; whatever is wrong in their lines is a problem."""
    before = len(problems)
    key_columns = [table.find(name, problems) for name in guide.schluessel]
    year_column = table.find(guide.jahrspalte, problems) if guide.jahrspalte else None
    slots = _slots(table, guide, year_column, problems)
    wanted, unwanted = conditions(table, guide, problems)
    problems.extend(_unknown_areas(table, guide, keys))
    if len(problems) > before:
        return Collection({})
    found = tuple(column for column in key_columns if column is not None)
    collector = _Collector(table, guide, keys, problems, found, year_column, slots)
    collector.tell_overlong()
    if len(problems) > before:
        return Collection({})
    kept = [line for line in table.lines if wanted(line)]
    if guide.ausser:
        collector.leave_out([line for line in kept if unwanted(line)])
        kept = [line for line in kept if not unwanted(line)]
    return collector.collect(kept)


def _unknown_areas(table: SourceTable, guide: Guide, keys: Keys) -> Iterator[Problem]:
    """Yield areas that a guide names and nobody knows."""
    for name, areas in (("unbekannt", guide.unbekannt), ("gebiete", guide.gebiete.values())):
        for area in areas:
            if not keys.is_ours(area):
                hint = did_you_mean(area, keys.names)
                sentence = f"„{name}“: Das Gebiet „{area}“ steht nicht in geo/raeume.yml.{hint}"
                yield Problem(Place(table.path), sentence, GUIDE)


def _slots(
    table: SourceTable, guide: Guide, year_column: int | None, problems: list[Problem]
) -> list[_Slot]:
    if guide.jahre_im_kopf and guide.werte:
        if any(HERE in name for one in guide.werte for name in one.names):
            return list(_named_years(table, guide, problems))
        return [_Slot(guide.jahr, tuple(_positions(table, one, problems) for one in guide.werte))]
    if guide.jahre_im_kopf:
        years = [(int(head), i) for i, head in enumerate(table.heads) if YEAR.fullmatch(head)]
        if not years:
            sentence = "Keine Spalte trägt ein Jahr als Kopf, wie es „jahr: kopf“ verlangt."
            problems.append(Problem(Place(table.path, table.head_line), sentence, GUIDE))
        problems.extend(_unclear_years(table))
        chosen = [(year, column) for year, column in years if guide.jahr in (None, year)]
        if years and not chosen:
            there = ", ".join(str(year) for year, _ in years)
            problems.append(_other_year(table, guide, there))
        return [_Slot(year, ((column,),)) for year, column in chosen]
    if not guide.werte:
        sentence = f"Welche Spalte gilt? Bitte „wert: …“ angeben.{_value_heads(table)}"
        problems.append(Problem(Place(table.path, table.head_line), sentence, GUIDE))
    # A line that tells its year is never taken for another one.
    year = guide.jahr if year_column is None else None
    return [_Slot(year, tuple(_positions(table, one, problems) for one in guide.werte))]


def _named_years(table: SourceTable, guide: Guide, problems: list[Problem]) -> Iterator[_Slot]:
    """Yield a slot for each year in which all columns are there: „am 31.12.{jahr}“."""
    found: dict[str, dict[int, int]] = {}
    for name in dict.fromkeys(name for one in guide.werte for name in one.names):
        if HERE not in name:
            column = table.find(name, problems)
            found[name] = {} if column is None else dict.fromkeys(range(MAXYEAR), column)
            continue
        years = table.find_years(name)
        found[name] = dict(years)
        if not years:
            sentence = f"Keine Spalte heißt „{name}“ mit einem Jahr statt „{HERE}“."
            problems.append(Problem(Place(table.path, table.head_line), sentence, COLUMN))
        elif len(found[name]) < len(years):
            year = next(one for one, other in pairwise(years) if one[0] == other[0])[0]
            sentence = f"Für {year} heißen mehrere Spalten „{name}“. Welche gilt?"
            problems.append(Problem(Place(table.path, table.head_line), sentence, COLUMN))
    every = [years.keys() for name, years in found.items() if HERE in name]
    for year in sorted(set.intersection(*map(set, every))):
        columns = (tuple(found[name].get(year, 0) for name in one.names) for one in guide.werte)
        yield _Slot(year, tuple(columns))


def _other_year(table: SourceTable, guide: Guide, there: str) -> Problem:
    """Return the problem that a file has nothing for the year that is asked for."""
    sentence = (
        f"Angegeben ist das Jahr {guide.jahr}, die Datei nennt {there}. Bitte das "
        "Jahr weglassen oder berichtigen."
    )
    return Problem(Place(table.path), sentence, JAHR)


def _unclear_years(table: SourceTable) -> Iterator[Problem]:
    """Yield heads that begin with a year and go on, and those that stand twice."""
    seen: set[str] = set()
    for column, head in enumerate(table.heads):
        letter, place = letter_of(column), Place(table.path, table.head_line, column + 1)
        if YEAR.fullmatch(head) and head in seen:
            sentence = (
                f"Spalte {letter}: Das Jahr {head} steht schon über einer anderen Spalte. Welche "
                "gilt, ist nicht zu erkennen; bitte jede Spalte eindeutig benennen."
            )
            yield Problem(place, sentence, GUIDE)
        elif not YEAR.fullmatch(head) and (year := YEAR.match(head)):
            sentence = (
                f"Spalte {letter}: Der Kopf „{head}“ beginnt mit einem Jahr. Ist er das Jahr, "
                f"bitte nur {year[0]} stehen lassen, sonst anders beginnen."
            )
            yield Problem(place, sentence, GUIDE)
        seen.add(head)


def _value_heads(table: SourceTable) -> str:
    heads = [head for head in dict.fromkeys(table.heads) if head]
    return f" Möglich sind: {', '.join(f'„{head}“' for head in heads[:40])}." if heads else ""


def _positions(table: SourceTable, columns: Columns, problems: list[Problem]) -> tuple[int, ...]:
    if columns.every and (every := table.find_all(columns.names[0])):
        return every
    found = [table.find(name, problems) for name in columns.names]
    return tuple(column for column in found if column is not None)


def conditions(
    table: SourceTable, guide: Guide, problems: list[Problem]
) -> tuple[Callable[[SourceLine], bool], Callable[[SourceLine], bool]]:
    """Return what tells which lines a guide wants, and which of them it leaves out."""
    wanted = _found_conditions(table, guide.filter, problems)
    unwanted = _found_conditions(table, guide.ausser, problems)

    def is_wanted(line: SourceLine) -> bool:
        return all(text_of(line.cells[i]) in texts for i, texts in wanted)

    def is_left_out(line: SourceLine) -> bool:
        return any(text_of(line.cells[i]) in texts for i, texts in unwanted)

    return is_wanted, is_left_out


def _found_conditions(
    table: SourceTable, conditions: Mapping[str, tuple[str, ...]], problems: list[Problem]
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

    def __init__(
        self,
        table: SourceTable,
        guide: Guide,
        keys: Keys,
        problems: list[Problem],
        key_columns: tuple[int, ...],
        year_column: int | None,
        slots: Sequence[_Slot],
    ) -> None:
        self.table = table
        self.guide = guide
        self.keys = keys
        self.problems = problems
        self.key_columns = key_columns
        self.year_column = year_column
        self.slots = slots
        self.used = {column for slot in slots for part in slot.columns for column in part}
        self.decimals: dict[int, str] = {}
        self.percent: frozenset[int] = frozenset()
        """The columns that Excel shows with percent, at least here and there."""
        self.signed: frozenset[int] = frozenset()
        """The columns in which texts have a sign of percent, at least here and there."""
        self.faults = Faults()
        self.faulty: set[Place] = set()
        self.year_faults = Faults()
        self.lost: set[AreaYear] = set()
        self.figures: dict[AreaYear, ImportedFigure] = {}
        self.first: dict[AreaYear, SourceLine] = {}
        self.doubles: list[tuple[AreaYear, Place]] = []
        self.summed: dict[AreaYear, list[ImportedFigure]] = {}
        self.other_years: Counter[int] = Counter()

    def collect(self, lines: Sequence[SourceLine]) -> Collection:
        """Return the figures of some lines."""
        official = [line for line in lines if not line.passed]
        found = [(key, line) for line in official if (key := self.key(line)) is not None]
        ours = [(key, line) for key, line in found if self.is_wanted(key)]
        if not self.guide.dezimalzeichen:
            self.decimals = {i: find_decimal(line.cells[i] for _, line in ours) for i in self.used}
        self.percent = frozenset(
            i for i in self.used if any(isinstance(line.cells[i], Share) for _, line in ours)
        )
        self.signed = frozenset(
            i for i in self.used if any(_is_signed(line.cells[i]) for _, line in ours)
        )
        for key, line in ours:
            self.read_line(key, line)
        self.problems.extend(self.faults.told(NUMBER))
        self.problems.extend(self.year_faults.told(JAHR))
        self.tell_doubles()
        self.tell_wholes()
        self.tell_other_years()
        self.blank_unknown()
        years = {year for raum, year in self.figures if len(raum) == 8}
        return Collection(
            self.figures,
            foreign=sum(not self.is_known(key) for key, _ in found),
            passed=Counter(line.passed for line in lines if line.passed),
            lost=frozenset(self.lost),
            complete=frozenset(years - {year for _, year in self.lost}),
        )

    def read_line(self, key: str, line: SourceLine) -> None:
        """Read what a line says of each year that counts."""
        for slot in self.slots:
            year = slot.year if slot.year is not None else self.year(line, self.year_column)
            if year is None:
                continue
            if self.year_column is not None and self.guide.jahr not in (None, year):
                self.other_years[year] += 1
            else:
                self.add((key, year), line, slot)

    def leave_out(self, lines: Sequence[SourceLine]) -> None:
        """Remember which Kommunen of the county that are no more are left out with a value."""
        for line in lines:
            key = self.keys.find(
                joined([line.cells[i] for i in self.key_columns]), self.guide.spelling
            )
            if line.passed or key is None or not self.is_part(key):
                continue
            for slot in self.slots:
                years = IN_A_TEXT.search(text_of(line.cells[self.year_column or 0]))
                year = slot.year or (int(years[0]) if self.year_column is not None and years else 0)
                if year and year <= self.last_of(key) and not self.is_empty(line, slot):
                    self.lost.add((key, year))

    def is_part(self, key: str) -> bool:
        """Say whether it is a Kommune that is no more and was a part of the county of today."""
        is_part = self.keys.is_former(key) and any(self.keys.goals(key))
        return self.keys.is_lost(key) or is_part

    def last_of(self, key: str) -> int:
        """Return the last year for which a Kommune counts."""
        return self.keys.ends(key) or MAXYEAR

    def is_empty(self, line: SourceLine, slot: _Slot) -> bool:
        """Say whether a line tells that there is nothing."""
        cells = [text_of(line.cells[i]) for part in slot.columns for i in part]
        nothing = (Fehlgrund.NICHTS, Decimal(0))
        return all(read_cell(cell, self.guide.fehlzeichen, FOREIGN) in nothing for cell in cells)

    def key(self, line: SourceLine) -> str | None:
        """Return the key of a line; a footnote has neither key nor values and is passed over."""
        text = joined([line.cells[column] for column in self.key_columns])
        key = self.keys.find(text, self.guide.spelling)
        if key is not None and not self.keys.is_lost(key):
            return key
        if key is None and not any(line.cells[column] != "" for column in self.used):
            return None
        if key is not None and all(self.is_empty(line, slot) for slot in self.slots):
            return None  # offices go on listing Kommunen that are no more, with „-“
        if key is not None and not self.is_wanted_level(key):
            return None
        where = self.table.column_name(line, self.key_columns[0])
        if key is None:
            sentence = f"{where}: {_no_key(text)}"
        elif len(key) == 9:
            sentence = f"{where}: Ein Amt {key} kennt geo/raeume.yml nicht. {UNKNOWN_AMT}"
        else:
            sentence = (
                f"{where}: Eine Kommune {key} kennt geo/raeume.yml nicht. Ist sie neu, bitte dort "
                "ergänzen; ist sie aufgelöst, ihre Nachfolgerin in geo/umsteiger.csv nennen. Mit "
                "„ausser“ ausgelassen, bleibt die Summe des Kreises unvollständig."
            )
        self.note(line, self.key_columns[0], sentence, KEY)
        return None

    def is_known(self, key: str) -> bool:
        """Tell whether figures of this area are kept, or belong to one of ours."""
        return self.keys.is_ours(key) or self.keys.is_former(key)

    def is_wanted(self, key: str) -> bool:
        """Tell whether figures of this area are asked for."""
        is_inside = self.guide.je_amt and key in self.keys.in_an_amt
        return self.is_known(key) and self.is_wanted_level(key) and not is_inside

    def is_wanted_level(self, key: str) -> bool:
        return LEVEL_OF_LENGTH.get(len(key)) in self.guide.ebenen

    def year(self, line: SourceLine, column: int | None) -> int | None:
        """Return the year of a line: 2023, 31.12.2023, 2022/23."""
        if column is None:
            return None
        text = text_of(line.cells[column])
        match = IN_A_TEXT.search(text)
        where = self.table.column_name(line, column)
        if is_period(text):
            sentence = (
                f"{where}: „{text}“ ist ein Zeitraum, kein Jahr. Soll er gelten, bitte in der "
                "Datei das eine Jahr eintragen, sonst die Zeile mit „ausser“ auslassen."
            )
            self.year_faults.add(column, "ZEITRAUM", self.table.place(line, column), sentence)
            return None
        if match:
            return int(match[0])
        sentence = f"{where}: „{text}“ ist kein Jahr."
        self.year_faults.add(column, text, self.table.place(line, column), sentence)
        return None

    def figure(self, line: SourceLine, slot: _Slot) -> ImportedFigure:
        parts = tuple(self.rounded(self.part(line, columns)) for columns in slot.columns)
        if len(parts) == 2 and parts[0] is Fehlgrund.NICHTS and self.guide.nichts_ist_null:
            parts = (Decimal(0), parts[1])
        if Fehlgrund.UNSICHER in parts:
            parts = (Fehlgrund.UNSICHER,) * len(parts)  # the share is, whichever part is unsure
        return ImportedFigure(parts, self.table.place(line, slot.columns[0][0]))

    def rounded(self, number: Number) -> Number:
        """Return a number with as many digits as the guide says."""
        digits = self.guide.runden
        if digits is None or isinstance(number, Fehlgrund):
            return number
        return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)

    def part(self, line: SourceLine, columns: tuple[int, ...]) -> Number:
        """Return a number, or the sum of several; empty cells of a sum don't count."""
        if len(columns) == 1:
            return self.number(line, columns[0])
        filled = [column for column in columns if line.cells[column] != ""]
        return (
            total([self.number(line, column) for column in filled]) if filled else self.guide.leer
        )

    def number(self, line: SourceLine, column: int) -> Number:
        cell = line.cells[column]
        if (line.number, line.columns[column]) in self.table.merged:
            sentence = f"{self.table.column_name(line, column)}: {MERGED}"
            self.add_fault(line, column, MERGED, sentence)
            return Fehlgrund.UNBEKANNT
        if doubt := doubt_of(cell) or self.mixed(line, column):
            sentence = f"{self.table.column_name(line, column)}: {doubt}"
            self.add_fault(line, column, doubt, sentence)
            return Fehlgrund.UNBEKANNT
        if isinstance(cell, str) and not cell.strip():
            return self.guide.leer
        number = read_cell(cell, self.guide.fehlzeichen, self.habit(column))
        if isinstance(number, Unread):
            sentence = f"{self.table.column_name(line, column)}: {self.told(number, cell)}"
            text = text_of(cell)
            cause = "ZEIT" if TIME.fullmatch(text) else cause_of(number, text)
            self.add_fault(line, column, cause, sentence)
            return Fehlgrund.UNBEKANNT
        return number if isinstance(number, Fehlgrund) else number * self.guide.faktor

    def add_fault(self, line: SourceLine, column: int, cause: str, sentence: str) -> None:
        """Note what is wrong with a cell, once even if its line counts for several areas."""
        place = self.table.place(line, column)
        if place not in self.faulty:
            self.faulty.add(place)
            self.faults.add(column, cause, place, sentence)

    def mixed(self, line: SourceLine, column: int) -> str:
        """Return what is doubtful of a number without percent, where others are with it."""
        cell = line.cells[column]
        is_apart = column in self.percent | self.signed
        if not is_apart or isinstance(cell, Percent) or _is_signed(cell):
            return ""
        number = read_cell(cell, self.guide.fehlzeichen, self.habit(column))
        if not isinstance(number, Decimal) or not number:
            return ""
        if column in self.percent:
            return MIXED
        return SIGNED if abs(number) <= 1 else ""

    def habit(self, column: int) -> Habit:
        """Return what is known of the numbers in a column; only in books brackets mean minus."""
        is_official = self.guide.art != "tabelle"
        vote = self.decimals.get(column, "")
        return Habit(self.guide.dezimalzeichen, vote, has_brackets=is_official)

    def told(self, found: Unread, cell: CellValue) -> str:
        """Return what is wrong with a cell, and what to do."""
        text = text_of(cell)
        if found.why is Why.MEHRDEUTIG:
            return f'{found.sentence} Bitte „dezimalzeichen“ angeben: "," oder ".".'
        if found.why is Why.KEINE or DAY.fullmatch(text) or TIME.fullmatch(text):
            return _no_number(text, self.guide.dezimalzeichen)
        return f"{found.sentence} Bitte in der Datei nur die Zahl stehen lassen."

    def add(self, spot: AreaYear, line: SourceLine, slot: _Slot) -> None:
        """Keep a figure; a line that stands twice counts once."""
        first = self.figures.get(spot)
        is_same = first is not None and self.first[spot].cells == line.cells
        if is_same and not self.guide.summieren:
            return
        figure = self.figure(line, slot)
        if first is None:
            self.figures[spot] = figure
            self.first[spot] = line
        elif self.guide.summieren:
            parts = zip(first.parts, figure.parts, strict=True)
            self.summed.setdefault(spot, [first]).append(figure)
            self.figures[spot] = replace(first, parts=tuple(total(pair) for pair in parts))
        else:
            self.doubles.append((spot, figure.place))

    def tell_doubles(self) -> None:
        """Tell of areas that have several values in a year; many are told as one cause."""
        more = len(self.doubles) - 1
        for spot, place in self.doubles[: 1 if more >= FEW else FEW]:
            sentence = (
                f"{self.keys.name(spot[0])} im Jahr {spot[1]} steht schon in Zeile "
                f"{self.figures[spot].place.line}. Sind das Teile, hilft „summieren: true“, sonst "
                f"„filter“.{_elsewhere(more) if more >= FEW else ''}"
            )
            self.problems.append(Problem(place, sentence, GUIDE))

    def blank_unknown(self) -> None:
        """Leave areas unknown whose value says nothing, whether the file has it or not."""
        for year in {year for _, year in self.figures}:
            any_figure = next(one for spot, one in self.figures.items() if spot[1] == year)
            blank = replace(any_figure, parts=(Fehlgrund.UNBEKANNT,) * len(any_figure.parts))
            areas = filter(self.is_wanted, self.guide.unbekannt)
            self.figures |= {(area, year): blank for area in areas}

    def tell_wholes(self) -> None:
        """Tell of lines that hold the sum of the others already, if most areas have such a one."""
        wholes = wholes_in(self.summed)
        for (area, year), place in [*wholes.items()][:1]:
            sentence = (
                f"{self.keys.name(area)} im Jahr {year}: In dieser Zeile steht schon die Summe der "
                "anderen Zeilen; mit „summieren“ zählte sie doppelt. Bitte solche Zeilen mit "
                f"„ausser“ oder „filter“ auslassen.{_elsewhere(len(wholes) - 1)}"
            )
            self.problems.append(Problem(place, sentence, GUIDE))

    def tell_overlong(self) -> None:
        """Tell of lines of our areas whose cells a sign too many has moved."""
        places = [
            self.table.place(line, self.key_columns[0])
            for line in self.table.lines
            if line.number in self.table.overlong and self.is_about_us(line)
        ]
        if places:
            sentence = (
                "Diese Zeile hat mehr Zellen als die Tabelle Köpfe. Steht das Trennzeichen auch in "
                "einem Wert, etwa als Dezimalkomma, gehört er in Anführungszeichen; fehlt ein "
                f"Kopf, bitte ergänzen.{_elsewhere(len(set(places)) - 1)}"
            )
            self.problems.append(Problem(places[0], sentence, COLUMN))

    def is_about_us(self, line: SourceLine) -> bool:
        """Say whether a line has the key of one of our areas."""
        key = self.keys.find(joined([line.cells[i] for i in self.key_columns]), self.guide.spelling)
        return not line.passed and key is not None and self.is_known(key)

    def tell_other_years(self) -> None:
        """Tell that a file has nothing for the year that is asked for."""
        if self.other_years and not self.figures:
            there = ", ".join(map(str, sorted(self.other_years)))
            self.problems.append(_other_year(self.table, self.guide, there))

    def note(self, line: SourceLine, column: int, sentence: str, rule: str) -> None:
        self.problems.append(Problem(self.table.place(line, column), sentence, rule))


def is_period(text: str) -> bool:
    """Say whether a text tells of several years; „2022/23“ and „2022/2023“ are one school year.

    >>> [is_period(text) for text in ("2019-2021", "2021-07-01/2022-06-30", "2016/2018")]
    [True, True, True]
    >>> [is_period(text) for text in ("2022/2023", "2022/23", "31.12.2023", "2023-12-31")]
    [False, False, False, False]
    >>> [is_period(text) for text in ("2019-21", "2019/21", "2019 und 2021", "2023-06")]
    [True, True, True, False]
    """
    match = PERIOD.search(text)
    if match is None or match[1] == match[2]:
        return _is_short_period(text)
    is_school_year = match[0] == f"{match[1]}/{int(match[1]) + 1}"
    return not is_school_year


def _is_short_period(text: str) -> bool:
    """Say whether a text is like 2019-21; 2022/23 is one school year, 2022-06 may be a month."""
    match = SHORT_PERIOD.search(text)
    if match is None or int(match[3]) == (int(match[1]) + 1) % 100:
        return False
    return match[2] != "-" or int(match[3]) > 12


def _is_signed(cell: CellValue) -> bool:
    return isinstance(cell, str) and "%" in cell


def _elsewhere(count: int) -> str:
    return f" Ebenso {count}-mal an anderer Stelle." if count > 0 else ""


def _no_key(text: str) -> str:
    if not text:
        return "Hier fehlt der amtliche Schlüssel."
    if text.startswith("="):
        return NO_RESULT
    if re.fullmatch(r"[0-9][.,][0-9]+E\+?[0-9]+", text, re.IGNORECASE):
        return (
            f"Excel hat den Schlüssel als „{text}“ gespeichert und Ziffern verloren. Bitte die "
            "Spalte vor dem Öffnen als Text formatieren."
        )
    if re.fullmatch(r"[0-9]{5}|[0-9]{8}", text):
        spelling = (KeySpelling.KREIS_GEMEINDE if len(text) == 5 else KeySpelling.STIMMBEZIRK).value
        return (
            f"„{text}“ ist kein amtlicher Schlüssel. Sind die ersten fünf Ziffern Kreis und "
            f"Gemeinde? Dann hilft „schluesselform: {spelling}“."
        )
    return (
        f"„{text}“ ist kein amtlicher Schlüssel. Gehört die Zeile nicht dazu, bitte mit "
        "„ausser“ auslassen."
    )


def _no_number(text: str, sign: str) -> str:
    if text.startswith("="):
        return NO_RESULT
    if day := DAY.fullmatch(text):
        return (
            f"Excel hat hier ein Datum gespeichert ({day[3]}.{day[2]}.{day[1]}), keine Zahl. Bitte "
            "die Spalte als Zahl formatieren und den Wert neu eintragen."
        )
    if TIME.fullmatch(text):
        return (
            f"Excel hat hier eine Uhrzeit gespeichert ({text}), keine Zahl. Bitte die Spalte als "
            "Zahl formatieren und den Wert neu eintragen."
        )
    if text in ("WAHR", "FALSCH"):
        return f"Hier steht der Wahrheitswert {text}, keine Zahl."
    if text.startswith("#"):
        return f"Excel meldet hier den Fehler „{text}“."
    if len(text) <= 3 and not any(letter.isalnum() for letter in text):
        return f'Was bedeutet „{text}“? Bitte unter „fehlzeichen“ angeben, etwa "{text}": x.'
    return f"„{text}“ ist keine Zahl{_with_sign(sign)}."


def _with_sign(sign: str) -> str:
    return {",": " mit Dezimalkomma", ".": " mit Dezimalpunkt"}.get(sign, "")
