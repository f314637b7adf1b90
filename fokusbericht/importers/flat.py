"""Flat CSV files of GENESIS, the Regionaldatenbank and the Zensusdatenbank: one line a value.

There are three forms; each has a variable for the place – any of them – and others for traits:

    …;Zeit;1_Merkmal_Code;…;1_Auspraegung_Code;1_Auspraegung_Label;BEVSTD__Bevölkerung__Anzahl
    …;time;1_variable_code;1_variable_label;1_variable_attribute_code;…;BEVSTD__Population__number
    …;1_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label;value_q

A flat table has its own heads, and for each trait its name and code as well („Geschlecht“, „GES“),
so that a guide can filter by any of them. What is left open then is told, never summed.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from fokusbericht.importers.collect import GUIDE, IN_A_TEXT, conditions
from fokusbericht.importers.guide import Columns, Gebietsebene, Guide
from fokusbericht.importers.keys import Keys
from fokusbericht.importers.raumbezug import fits, key_at, level_of
from fokusbericht.importers.sheets import Sheet, cell_at, text_of
from fokusbericht.importers.table import SourceLine, SourceTable
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.numbers import CellValue

# Heads in both languages, each with what it is called here.
VARIABLE = re.compile(
    r"([1-9][0-9]?)_(?:(variable|merkmal)|(variable_attribute|auspraegung|ausprägung))_(code|label)",
    re.IGNORECASE,
)
TIMES = ("time", "zeit")
VALUE = "value"
QUALITY = re.compile(r"value_q|.*_q|.*__qualität.*", re.IGNORECASE | re.DOTALL)
FINE = (Gebietsebene.BUND, Gebietsebene.LAND, Gebietsebene.KREIS, Gebietsebene.KOMMUNE)
WIDE_VALUE = re.compile(r"\s*[A-Za-z0-9]+__\S.*|\s*\S.*__[A-Za-z0-9]+", re.DOTALL)
# Heads that tell of the value, in the form with one column „value“.
OF_VALUE = ("value_variable_code", "value_variable_label", "value_unit")
UNNAMED = "Insgesamt"
WHOLE = re.compile(
    r"(?:ins|zu)?gesamt(?:zahl|wert|summe|bevölkerung)?|insg\.?|total|zusammen|summe"
    r"|alle(?:s|\s.*)?|beide\s.*|(?:.*[\s,(])?(?:insgesamt|zusammen)\)?"
    r"|männlich (?:und|\+|/) weiblich|m/w"
)
LEFT_OUT, YES = "Ausgelassen", "ja"
MOST_CHOICES = 12


@dataclass(frozen=True, slots=True)
class Variable:
    """Where one of the variables stands."""

    number: str
    code: int
    label: int
    key: int
    text: int


@dataclass(frozen=True, slots=True)
class Flat:
    """A flat file as a table: key, year, then its own columns."""

    table: SourceTable
    traits: tuple[int, ...]
    """The columns that tell apart what is counted: labels of traits, unit, name of the value."""
    values: tuple[int, ...]
    """The columns of values: one, or one for each."""
    names: Mapping[int, str]
    """What a column of traits is best called in a filter."""


@dataclass(frozen=True, slots=True)
class GuidedTable:
    """What a guide chose: a column for each value, and how to read them."""

    table: SourceTable
    guide: Guide
    note: str
    """What the figures are about, as far as the file says more than the guide."""


KEY_HEAD, YEAR_HEAD = "Schlüssel", "Jahr"


def is_flat(sheet: Sheet) -> bool:
    """Say whether a file is flat: its first line names variables and the time."""
    heads = [text_of(cell).lower() for cell in sheet.rows[0]] if sheet.rows else []
    return any(time in heads for time in TIMES) and any(map(VARIABLE.fullmatch, heads))


def read_flat(sheet: Sheet, place: str, problems: list[Problem]) -> Flat | None:
    """Return a flat file as a table; `place` is the variable of the place if a guide names it."""
    heads = [text_of(cell) for cell in sheet.rows[0]]
    lower = [head.lower() for head in heads]
    variables = _variables(lower)
    area = _area_of(sheet, variables, heads, place)
    values = tuple(i for i, head in enumerate(lower) if head == VALUE) or _wide_values(heads)
    if area is None or not values:
        problems.append(_lacking(sheet, variables, heads, bool(values)))
        return None
    time = next(lower.index(name) for name in TIMES if name in lower)
    traits = [one for one in variables if one is not area]
    names = _names(sheet, traits)
    own = {head.casefold() for head in heads}
    names = [(name, column) for name, column in names if name.casefold() not in own]
    lines = tuple(
        _line(number, row, len(heads), area, time, [column for _, column in names], bool(place))
        for number, row in zip(sheet.lines[1:], sheet.rows[1:], strict=True)
    )
    table = SourceTable(
        sheet.path, (KEY_HEAD, YEAR_HEAD, *heads, *(name for name, _ in names)), lines
    )
    telling = [one.text for one in traits]
    telling += [lower.index(head) for head in OF_VALUE[1:] if head in lower]
    friendly = {column + 2: name for name, column in reversed(names)}
    return Flat(
        table,
        tuple(i + 2 for i in telling),
        tuple(i + 2 for i in values),
        {i + 2: friendly.get(i + 2, heads[i]) for i in telling},
    )


def _lacking(
    sheet: Sheet, variables: Sequence[Variable], heads: Sequence[str], has_values: bool
) -> Problem:
    """Return the problem that a flat file has no area, or no values."""
    first = sheet.rows[1] if len(sheet.rows) > 1 else ()
    names = [text_of(cell_at(first, one.label)) for one in variables]
    if has_values and not variables:
        sentence = (
            "Zu keinem Merkmal sind seine Spalten da: „1_variable_attribute_code“ oder "
            "„1_variable_attribute_label“."
        )
    elif has_values:
        told = ", ".join(f"„{name}“" for name in names if name)
        sentence = (
            f"Keines der Merkmale ({told}) steht für Gemeinden, Kreise oder Länder. Ist es doch "
            f"eines, bitte seine Spalte angeben, etwa „schluessel: {heads[variables[0].key]}“."
        )
    else:
        sentence = "Es fehlt die Spalte mit Werten: „value“ oder ein Kopf wie „BEVSTD__…__Anzahl“."
    return Problem(Place(sheet.path, 1), sentence, GUIDE)


def _variables(heads: Sequence[str]) -> list[Variable]:
    """Return the variables whose code, label, key and text are all there."""
    found: dict[str, dict[str, int]] = {}
    for column, head in enumerate(heads):
        match = VARIABLE.fullmatch(head)
        if match:
            kind = ("" if match[2] else "attribute_") + match[4]
            found.setdefault(match[1], {}).setdefault(kind, column)
    return [
        Variable(
            number,
            there.get("code", there.get("label", -1)),
            there.get("label", there.get("code", -1)),
            there.get("attribute_code", there.get("attribute_label", -1)),
            there.get("attribute_label", there.get("attribute_code", -1)),
        )
        for number, there in found.items()
        if "attribute_code" in there or "attribute_label" in there
    ]


def _area_of(
    sheet: Sheet, variables: Sequence[Variable], heads: Sequence[str], place: str
) -> Variable | None:
    """Return the variable of the place: as the guide says, or the one with a level of areas.

    Of two the finer one: what is told of Gemeinden in Deutschland is not told of Deutschland.
    """
    if place:
        named = (one for one in variables if heads[one.key].lower() == place.lower())
        return next(named, None)

    def fineness(one: Variable) -> int:
        codes = {text_of(cell_at(row, one.code)) for row in sheet.rows[1:]}
        levels = (level_of(code) for code in codes)
        return max((FINE.index(level) for level in levels if level), default=-1)

    found = max(variables, key=fineness, default=None)
    return found if found and fineness(found) >= 0 else None


def _wide_values(heads: Sequence[str]) -> tuple[int, ...]:
    return tuple(
        i
        for i, head in enumerate(heads)
        if WIDE_VALUE.fullmatch(head) and not QUALITY.fullmatch(head)
    )


def _names(sheet: Sheet, traits: Sequence[Variable]) -> list[tuple[str, int]]:
    """Return how traits may be called besides their heads, and the columns that are meant."""
    first = sheet.rows[1] if len(sheet.rows) > 1 else ()
    found: dict[str, int] = {}
    for one in traits:
        found.setdefault(text_of(cell_at(first, one.label)), one.text)
        found.setdefault(text_of(cell_at(first, one.code)), one.key)
    return [(name, column) for name, column in found.items() if name]


def _line(
    number: int,
    row: tuple[CellValue, ...],
    width: int,
    area: Variable,
    time: int,
    named: Sequence[int],
    is_given: bool,
) -> SourceLine:
    own = tuple(text_of(cell_at(row, i)) for i in range(width))
    level, raw = level_of(own[area.code]), own[area.key]
    key = key_at(level, raw) if level else raw
    passed = ""
    if level is None and not is_given:
        passed = own[area.label] or own[area.code] or "ohne Merkmal"
    elif level is not None and not fits(level, key):
        passed = (
            f"{own[area.label]}, Schlüssel {raw}" if raw else own[area.text] or "ohne Schlüssel"
        )
    columns = (area.key, time, *range(width), *named)
    return SourceLine(number, (key, own[time], *own, *(own[i] for i in named)), columns, passed)


# --- What a guide chooses -----------------------------------------------------------------------


def chosen(flat: Flat, guide: Guide, keys: Keys, problems: list[Problem]) -> GuidedTable | None:
    """Return a table with a column for each value of a guide; None after a problem."""
    told = len(problems)
    wanted, left_out = conditions(flat.table, guide, problems)
    if len(problems) > told:
        return None
    lines = [line for line in flat.table.lines if wanted(line)]
    specs = guide.werte or (Columns(()),)
    kept = [line for line in lines if not (guide.ausser and left_out(line))]
    parts = [_part(flat, spec, lines, kept, guide, keys, problems) for spec in specs]
    if len(problems) > told:
        return None
    heads = tuple(f"Wert {number}" for number in range(1, len(parts) + 1))
    flag = left_out if guide.ausser else (lambda _: False)
    rows = tuple(_joined(parts, flag))
    fitting = replace(
        guide,
        schluessel=(KEY_HEAD,),
        jahrspalte=YEAR_HEAD,
        werte=tuple(Columns((head,)) for head in heads),
        filter={},
        ausser={LEFT_OUT: (YES,)} if any(row.cells[2] for row in rows) else {},
    )
    table = SourceTable(flat.table.path, (KEY_HEAD, YEAR_HEAD, LEFT_OUT, *heads), rows)
    return GuidedTable(table, fitting, _about(flat, [part.lines for part in parts], keys))


@dataclass(frozen=True, slots=True)
class _Part:
    """The lines that a value is taken from, and the column it stands in."""

    lines: tuple[SourceLine, ...]
    column: int


def _part(
    flat: Flat,
    spec: Columns,
    lines: Sequence[SourceLine],
    kept: Sequence[SourceLine],
    guide: Guide,
    keys: Keys,
    problems: list[Problem],
) -> _Part:
    """Return where one value of a guide stands; tell what is left open."""
    column, words = _column(flat, spec)
    telling = _telling(flat)

    def fits_words(line: SourceLine) -> bool:
        return all(_has(line, word, telling) for word in words)

    fitting = tuple(line for line in lines if fits_words(line))
    if words and not fitting:
        problems.append(_nowhere(flat, lines, " | ".join(words)))
    elif column is None:
        told = ", ".join(f"„{flat.table.heads[i].strip()}“" for i in flat.values)
        sentence = f"Welche Spalte gilt? Bitte „wert: …“ angeben. Möglich sind: {told}."
        problems.append(Problem(Place(flat.table.path, 1), sentence, GUIDE))
    else:
        ours = [line for line in kept if fits_words(line) and _is_ours(line, keys)]
        problems.extend(_left_open(flat, ours, guide, keys))
    return _Part(fitting, flat.values[0] if column is None else column)


def _column(flat: Flat, spec: Columns) -> tuple[int | None, list[str]]:
    """Return the column of values that is named, and the words that name something else."""
    words = [word for name in spec.names for word in re.split(r"\s*\|\s*", name) if word]
    for word in words:
        for column in flat.values:
            head = flat.table.heads[column].strip()
            names = {head.casefold(), *(part.casefold() for part in head.split("__"))}
            if word.casefold() in names:
                return column, [other for other in words if other != word]
    return (flat.values[0] if len(flat.values) == 1 else None), words


def _telling(flat: Flat) -> tuple[int, ...]:
    """Return the columns in which a word of a guide may stand: labels and codes."""
    codes = [
        i
        for i, head in enumerate(flat.table.heads)
        if (match := VARIABLE.fullmatch(head)) and match[3] and match[4].lower() == "code"
    ]
    of_value = [i for i, head in enumerate(flat.table.heads) if head.lower() in OF_VALUE]
    return (*flat.traits, *codes, *of_value)


def _has(line: SourceLine, word: str, columns: Sequence[int]) -> bool:
    return any(_shown(line, i).casefold() == word.casefold() for i in columns)


def _shown(line: SourceLine, column: int) -> str:
    """Return a trait as it is told; where a file leaves it empty, all are meant."""
    return text_of(line.cells[column]) or UNNAMED


def _is_ours(line: SourceLine, keys: Keys) -> bool:
    key = None if line.passed else keys.find(text_of(line.cells[0]))
    return key is not None and (keys.is_ours(key) or keys.is_former(key))


def _nowhere(flat: Flat, lines: Sequence[SourceLine], wanted: str) -> Problem:
    heads = ", ".join(f"„{flat.table.heads[i].strip()}“" for i in flat.values)
    choices = "".join(f"; „{flat.names[i]}“: {_choices(lines, i)}" for i in flat.traits)
    sentence = (
        f"Den Wert „{wanted}“ gibt es in dieser Datei nicht. Möglich sind: Wertspalte {heads}"
        f"{choices}."
    )
    return Problem(Place(flat.table.path, 1), sentence, GUIDE)


def _choices(lines: Sequence[SourceLine], column: int) -> str:
    found = list(dict.fromkeys(_shown(line, column) for line in lines))
    rest = " …" if len(found) > MOST_CHOICES else ""
    return ", ".join(f"„{text}“" for text in found[:MOST_CHOICES]) + rest


def _left_open(
    flat: Flat, lines: Sequence[SourceLine], guide: Guide, keys: Keys
) -> Iterator[Problem]:
    """Yield the one problem that a guide leaves open which of several values it means."""
    left_open = [i for i in _open_columns(flat, lines) if not _is_summed(flat, lines, i, guide)]
    if not left_open:
        return
    told = "; ".join(f"„{flat.names[i]}“: {_choices(lines, i)}" for i in left_open)
    example = ", ".join(f"{flat.names[i]}: {_example(lines, i)}" for i in left_open)
    place, start = _second(flat.table.path, lines, keys)
    sentence = (
        f"{start} Offen ist {told}. Bitte in der Zuordnung wählen, etwa „filter: {{{example}}}“."
    )
    yield Problem(place, sentence, GUIDE)


def _open_columns(flat: Flat, lines: Sequence[SourceLine]) -> list[int]:
    """Return the traits that differ where all others found before are the same."""
    found: list[int] = []
    for column in flat.traits:
        by_known: dict[tuple[str, ...], set[str]] = {}
        for line in lines:
            known = tuple(_shown(line, i) for i in found)
            by_known.setdefault(known, set()).add(_shown(line, column))
        if any(len(texts) > 1 for texts in by_known.values()):
            found.append(column)
    return found


def _is_summed(flat: Flat, lines: Sequence[SourceLine], column: int, guide: Guide) -> bool:
    """Say whether an editor wants a trait summed and it has only parts, not the whole as well."""
    is_trait = flat.table.heads[column].lower() not in OF_VALUE
    texts = {_shown(line, column).casefold() for line in lines}
    return guide.summieren and is_trait and not any(map(WHOLE.fullmatch, texts))


def _example(lines: Sequence[SourceLine], column: int) -> str:
    text = text_of(lines[0].cells[column])
    return text if re.fullmatch(r"[\w.-]+(?: [\w.-]+)*", text) else f'"{text}"'


def _second(path: str, lines: Sequence[SourceLine], keys: Keys) -> tuple[Place, str]:
    """Return where an area stands again in the same year, and the sentence that says so."""
    first: dict[tuple[str, str], SourceLine] = {}
    for line in lines:
        spot = (text_of(line.cells[0]), text_of(line.cells[1]))
        if spot in first:
            name = keys.name(keys.find(spot[0]) or spot[0])
            year = IN_A_TEXT.search(spot[1])
            sentence = (
                f"{name} im Jahr {year[0] if year else spot[1]} steht schon in Zeile "
                f"{first[spot].number}. Sind das Teile oder verschiedene Angaben?"
            )
            return Place(path, line.number), sentence
        first[spot] = line
    return Place(path, lines[0].number), "Die Zeilen sagen nicht alle dasselbe."


def _joined(parts: Sequence[_Part], left_out: Callable[[SourceLine], bool]) -> Iterator[SourceLine]:
    """Yield a line for each area and year, with the values of all parts side by side."""
    groups: dict[tuple[str, str, bool], list[list[SourceLine]]] = {}
    for number, part in enumerate(parts):
        for line in part.lines:
            spot = (text_of(line.cells[0]), text_of(line.cells[1]), left_out(line))
            groups.setdefault(spot, [[] for _ in parts])[number].append(line)
    for (key, year, is_out), columns in groups.items():
        for found in zip_longest(*columns):
            first = next(line for line in found if line is not None)
            lines = [line or first for line in found]
            cells = [
                line.cells[part.column] if line else ""
                for line, part in zip(found, parts, strict=True)
            ]
            yield SourceLine(
                first.number,
                (key, year, YES if is_out else "", *cells),
                (*first.columns[:2], 0, *(first.columns[part.column] for part in parts)),
                first.passed,
                (first.number, first.number, first.number, *(line.number for line in lines)),
            )


def _about(flat: Flat, parts: Sequence[Sequence[SourceLine]], keys: Keys) -> str:
    """Return what the figures are about."""
    ours = [[line for line in lines if _is_ours(line, keys)] for lines in parts]
    told = [
        ", ".join(dict.fromkeys(_shown(line, i) for i in flat.traits for line in lines[:1]))
        for lines in ours
    ]
    return f"Gelesen wird: {' geteilt durch '.join(told)}." if all(told) else ""
