"""What an import would change in one table of ours, and the table as it would be then.

Our tables look like this, sorted by area and year; numbers that stay keep their spelling:

    raum;jahr;zaehler;nenner
    01056001;2018;2139;3997
    01056001;2023;2114;3972
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import median

from fokusbericht.building.write import write_below
from fokusbericht.importers.figure import ImportedFigure
from fokusbericht.load.cells import Numbers, cause_of
from fokusbericht.load.figures import YEAR
from fokusbericht.model.figures import AreaYear, Fehlgrund
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.numbers import MARKS, OURS, Number, Unread, cell_text, read_cell
from fokusbericht.sources.rows import Row, read_rows

IMPORT = "einlesen"
HEADS = {1: "raum;jahr;wert", 2: "raum;jahr;zaehler;nenner"}
BIG = Decimal(1) / 3
TIMES_USUAL = 3
QUIET = Decimal("0.02")  # below, three times the usual change is still no news
FEW = 3  # so many changes it takes to speak of a usual one

NumberParts = tuple[Number, ...]
Values = Mapping[AreaYear, tuple[str, ...]]
MeasureOf = Callable[[tuple[str, ...]], Decimal | None]


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """A value before and after; empty where there was or will be none."""

    raum: str
    jahr: int
    before: str
    after: str


@dataclass(frozen=True, slots=True, order=True)
class Jump:
    """A value that is far from the one before it."""

    raum: str
    jahr: int
    what: str
    """Value, or denominator („Nenner“)."""
    since: int
    """The year compared with; the same year when the value itself was changed."""
    before: Decimal
    after: Decimal
    usual: Decimal | None
    """The usual change in a year, as a share; None where too little is known."""
    has_break: bool
    """Whether the series is cut in between."""


@dataclass(frozen=True, slots=True)
class TableChange:
    """What an import does to one file; nothing is written yet."""

    path: str
    """Relative to the folder of the county."""
    before: str | None
    """The text of the file, None if there is none."""
    after: str
    new: tuple[Difference, ...] = ()
    changed: tuple[Difference, ...] = ()
    removed: tuple[Difference, ...] = ()
    jumps: tuple[Jump, ...] = ()
    kept: int = 0
    """How many values stay as they are."""
    more_exact: int = 0
    """How many of these the file has with fewer digits."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing changes."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Totals:
    """What is known of the sums of the county, which the build reckons where it has no own value.

    A year without its sum gets the row `01099;2005;.`, so that nobody takes the rest for all.
    """

    kreis: str = ""
    incomplete: frozenset[int] = frozenset()
    complete: frozenset[int] = frozenset()


def write(changes: Iterable[TableChange], root: Path) -> None:
    """Write the files of an import: each whole, and all or none."""
    write_below(root, {one.path: one.after for one in changes if not one.is_empty})


def compare(
    root: Path,
    path: str,
    figures: Mapping[AreaYear, ImportedFigure],
    brueche: Sequence[int],
    problems: list[Problem],
    totals: Totals = Totals(),
) -> TableChange | None:
    """Return what the figures of a file change in the table at `path`; None after a problem.

    For each year and level that the file has, it has all: what was there and is not in the file
    any more is removed. Other years and levels stay.
    """
    before = len(problems)
    first = next(iter(figures.values()))
    old = _existing(root, path, len(first.parts), problems)
    if len(problems) > before:
        return None
    new = {spot: _spelled(figure.parts, old.get(spot)) for spot, figure in figures.items()}
    exact = _more_exact(old, new)
    new |= exact
    problems.extend(_too_many_gone(path, old, new, first.place))
    if len(problems) > before:
        return None
    gone = _gone(old, new) | _outdated(old, new, totals)
    marked = {**new, **_unknown_totals(old, gone, new, totals)}
    change = _merged(path, _read(root, path), old, marked, gone, brueche)
    return replace(change, more_exact=len(exact))


def _more_exact(old: Values, new: Values) -> Values:
    """Return the values that stay because the file has the same with fewer digits.

    Offices round from one edition to the next; what is known more exactly is not to be lost.
    """
    digits = max((_digits(value[0]) for value in new.values() if len(value) == 1), default=0)
    if not digits:
        return {}
    half = Decimal(1).scaleb(-digits) / 2
    return {
        spot: old[spot]
        for spot, value in new.items()
        if spot in old and old[spot] != value and _digits(old[spot][0]) > digits
        if isinstance(before := _number(old[spot][0]), Decimal)
        if isinstance(after := _number(value[0]), Decimal)
        if abs(before - after) <= half
    }


def _digits(text: str) -> int:
    """Return how many digits a number has after the comma.

    >>> [_digits(text) for text in ("12,79", "13", ".")]
    [2, 0, 0]
    """
    return len(text.partition(",")[2])


def _unknown_totals(old: Values, gone: set[AreaYear], new: Values, totals: Totals) -> Values:
    """Return a row without a value for each year in which the county's sum has a gap."""
    blank = (Fehlgrund.UNBEKANNT.value,) * len(next(iter(new.values())))
    there = (set(old) - gone) | set(new)
    spots = {(totals.kreis, year) for year in totals.incomplete}
    return {spot: blank for spot in spots if spot not in there}


def _outdated(old: Values, new: Values, totals: Totals) -> set[AreaYear]:
    """Return the rows without a value that stood for a gap which is closed."""
    spots = {(totals.kreis, year) for year in totals.complete}
    blank = {Fehlgrund.UNBEKANNT.value}
    return {spot for spot in spots if spot not in new and set(old.get(spot, ())) == blank}


def _merged(
    path: str,
    text: str | None,
    old: Values,
    new: Values,
    gone: set[AreaYear],
    brueche: Sequence[int],
) -> TableChange:
    values = {spot: value for spot, value in old.items() if spot not in gone} | dict(new)
    touched = {spot for spot, value in new.items() if value != old.get(spot)}
    is_same = text is not None and not touched and not gone
    return TableChange(
        path=path,
        before=text,
        after=text if is_same and text else format_values(values),
        new=_differences(old, new, touched - set(old)),
        changed=_differences(old, new, touched & set(old)),
        removed=_differences(old, new, gone),
        jumps=tuple(sorted(_jumps(old, values, touched, brueche))),
        kept=len(values) - len(touched),
    )


def format_values(values: Values) -> str:
    """Return a table of ours."""
    width = len(next(iter(values.values())))
    lines = [";".join((raum, str(jahr), *values[raum, jahr])) for raum, jahr in sorted(values)]
    return "\n".join((HEADS[width], *lines)) + "\n"


def _read(root: Path, path: str) -> str | None:
    file = root / path
    return file.read_text(encoding="utf-8-sig") if file.is_file() else None


def _existing(root: Path, path: str, width: int, problems: list[Problem]) -> Values:
    """Return what the table has now; there may be none yet."""
    if not (root / path).is_file():
        return {}
    rows = read_rows(root, path, problems)
    if rows and ";".join(rows[0].cells) != HEADS[width]:
        sentence = (
            f"Die Tabelle hat die Spalten „{';'.join(rows[0].cells)}“, eingelesen würde "
            f"„{HEADS[width]}“. Bitte „wert“ oder „zaehler“ und „nenner“ passend angeben."
        )
        problems.append(Problem(Place(path), sentence, IMPORT))
        return {}
    return dict(_spots(rows[1:], width, problems))


def _spots(
    rows: Sequence[Row], width: int, problems: list[Problem]
) -> Iterator[tuple[AreaYear, tuple[str, ...]]]:
    numbers = Numbers(rows, OURS)
    for row in rows:
        cells = row.cells
        if len(cells) == width + 2 and YEAR.fullmatch(cells[1]):
            texts = (_with_comma(numbers, row, index) for index in range(2, len(cells)))
            yield (cells[0], int(cells[1])), tuple(texts)
        else:
            sentence = "Diese Zeile der Tabelle ist nicht lesbar. Bitte erst berichtigen."
            problems.append(Problem(row.place(0), sentence, IMPORT))
    problems.extend(numbers.faults.told(IMPORT))


def _with_comma(numbers: Numbers, row: Row, index: int) -> str:
    """Return a number as it is spelled, but with a comma for a decimal point; a mark as it is."""
    cell = row.cells[index]
    if "." not in cell or cell == ".":
        return cell
    found = numbers.read(index, cell)
    if isinstance(found, Decimal):
        return f"{found:f}".replace(".", ",")
    sentence = f"{found.sentence} Bitte erst berichtigen."
    numbers.faults.add(index, cause_of(found, cell), row.place(index), sentence)
    return cell


def _spelled(parts: NumberParts, old: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return numbers as texts, spelled as before where they are the same."""
    if old is not None and tuple(_number(text) for text in old) == parts:
        return old
    return tuple(cell_text(part) for part in parts)


def _number(text: str) -> Number | None:
    found = read_cell(text, MARKS, OURS)
    return None if isinstance(found, Unread) else found


def _gone(old: Values, new: Values) -> set[AreaYear]:
    covered = {(len(raum), jahr) for raum, jahr in new}
    return {
        (raum, jahr)
        for raum, jahr in old
        if (len(raum), jahr) in covered and (raum, jahr) not in new
    }


def _too_many_gone(path: str, old: Values, new: Values, place: Place) -> Iterator[Problem]:
    """Tell of a file that has less than half of what is there: it is hardly the whole file."""
    for width, jahr in sorted({(len(raum), jahr) for raum, jahr in _gone(old, new)}):
        there = sum(1 for raum, year in old if (len(raum), year) == (width, jahr))
        left = sum(1 for raum, year in new if (len(raum), year) == (width, jahr))
        if left * 2 < there:
            sentence = (
                f"Für {jahr} stehen in {path} schon {there} Werte dieser Ebene, die Datei hat nur "
                f"{left}. Ist sie vollständig, filtert die Zuordnung zu viel?"
            )
            yield Problem(place, sentence, IMPORT)


def _differences(old: Values, new: Values, spots: set[AreaYear]) -> tuple[Difference, ...]:
    return tuple(
        Difference(*spot, "/".join(old.get(spot, ())), "/".join(new.get(spot, ())))
        for spot in sorted(spots)
    )


# --- Jumps --------------------------------------------------------------------------------------


def _jumps(
    old: Values, merged: Values, touched: set[AreaYear], brueche: Sequence[int]
) -> Iterator[Jump]:
    """Yield what changes by more than a third, or by three times what is usual there."""
    for what, measure in (("Wert", _value), ("Nenner", _denominator)):
        known = _series(old, measure)
        series = _series(merged, measure)
        for raum, jahr in sorted(touched):
            after = series[raum].get(jahr)
            since = jahr if jahr in known[raum] else _neighbour(series[raum], jahr)
            before = known[raum].get(since) if since == jahr else series[raum].get(since)
            if after is None or before is None:
                continue
            others = {year: value for year, value in series[raum].items() if year != jahr}
            usual = _usual(others, brueche)
            if _is_big(before, after, max(abs(jahr - since), 1), usual):
                cut = _is_cut(since, jahr, brueche)
                yield Jump(raum, jahr, what, since, before, after, usual, cut)


def _value(parts: tuple[str, ...]) -> Decimal | None:
    numbers = [number for number in map(_number, parts) if isinstance(number, Decimal)]
    if len(numbers) < len(parts):
        return None
    if len(numbers) == 1:
        return numbers[0]
    return numbers[0] / numbers[1] if numbers[1] else None


def _denominator(parts: tuple[str, ...]) -> Decimal | None:
    number = _number(parts[1]) if len(parts) == 2 else None
    return number if isinstance(number, Decimal) else None


def _series(values: Values, measure: MeasureOf) -> defaultdict[str, dict[int, Decimal]]:
    series: defaultdict[str, dict[int, Decimal]] = defaultdict(dict)
    for raum, jahr in sorted(values):
        number = measure(values[raum, jahr])
        if number is not None:
            series[raum][jahr] = number
    return series


def _neighbour(series: Mapping[int, Decimal], jahr: int) -> int:
    """Return the last year before with a value, else the first one after; 0 if there is none."""
    earlier = [year for year in series if year < jahr]
    later = [year for year in series if year > jahr]
    return max(earlier) if earlier else min(later, default=0)


def _usual(series: Mapping[int, Decimal], brueche: Sequence[int]) -> Decimal | None:
    """Return the median change in a year, as a share."""
    changes = [
        abs(series[late] - series[early]) / abs(series[early]) / (late - early)
        for early, late in pairwise(sorted(series))
        if series[early] and not _is_cut(early, late, brueche)
    ]
    return median(changes) if len(changes) >= FEW else None


def _is_big(before: Decimal, after: Decimal, years: int, usual: Decimal | None) -> bool:
    if not before:
        return bool(after)
    share = abs(after - before) / abs(before)
    unusual = usual is not None and share > max(TIMES_USUAL * usual * years, QUIET)
    return share > BIG or unusual


def _is_cut(one: int, other: int, brueche: Sequence[int]) -> bool:
    return any(min(one, other) < jahr <= max(one, other) for jahr in brueche)
