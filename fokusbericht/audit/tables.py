"""Tables of all files: what heads, captions and row names make of a cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from fokusbericht.audit.columns import ColumnMeaning, PrintedCell, columns_of
from fokusbericht.audit.context import YEAR, Context
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.numbers import GERMAN, Printed, german, leading, machine
from fokusbericht.audit.sentences import sighting
from fokusbericht.audit.sightings import Sighting
from fokusbericht.audit.wilson import follows, share_between

# Where titles stand; elsewhere a word like "Wohnungen" may be a unit.
_NAMES = ("indikator", "kennzahl", "titel", "thema", "zahl", "")
ALL = Printed(0.0, inf)
_HIDDEN_YEAR = re.compile(r"\(\d{4} geheim gehalten\)")
_BOUNDS = re.compile(rf"({GERMAN}) bis ({GERMAN})\s%")


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table: a caption, the names of its columns, and its rows.

    `plain` says that it is written for programs: no number is grouped.
    """

    caption: str
    head: tuple[PrintedCell, ...]
    rows: tuple[tuple[PrintedCell, ...], ...]
    plain: bool = False


@dataclass(frozen=True, slots=True)
class RowMeaning:
    """What a row is about, as far as it tells."""

    indicator: str
    areas: tuple[str, ...]
    year: int
    base: float | None = None


def read_table(lexicon: Lexicon, context: Context, table: ShownTable) -> Iterator[Sighting]:
    """Yield each cell that is surely a figure of a protected indicator."""
    below = context.under(lexicon, table.caption) if table.caption else context
    columns = columns_of(lexicon, below, table.head)
    if not any(one.kind not in ("", "label", "level") for one in columns):
        return
    for cells in table.rows:
        row = _row(lexicon, below, columns, cells, table.plain)
        for column, cell in zip(columns, cells, strict=False):
            for one in _seen(lexicon, below.path, column, cell, row, table.plain):
                yield replace(one, where=_where(table, column))


def _where(table: ShownTable, column: ColumnMeaning) -> str:
    if table.caption and not table.plain:
        return f"Tabelle „{table.caption.strip()}“"
    return f"Spalte „{column.name}“"


def _row(
    lexicon: Lexicon,
    context: Context,
    columns: Sequence[ColumnMeaning],
    cells: Sequence[PrintedCell],
    plain: bool,
) -> RowMeaning:
    """Return what a row is about: the first place, title and year among its cells."""
    indicator, year = "", 0
    areas: tuple[str, ...] = ()
    base: Printed | None = None
    for column, cell in zip(columns, cells, strict=False):
        text = cell.text.strip()
        if column.kind == "base":
            base = _value(text, plain)
        if column.profile:
            year = year or _cell_year(text)
        if column.kind != "label":
            continue
        linked = [lexicon.indicator_at(context.path, link) for link in cell.links]
        named = lexicon.indicator_of(text) if column.name.casefold() in _NAMES else ""
        indicator = indicator or next(filter(None, linked), "") or named
        areas = areas or _areas(lexicon, context, cell)
        year = year or (int(text) if YEAR.fullmatch(text) else 0)
        if any(linked):  # "Leerstandsquote Prozent, 2022"; the title may have a year as well
            year = year or _cell_year(lexicon.title_pattern.sub(" ", text))
    return RowMeaning(
        indicator or context.indicator,
        areas or context.areas,
        year or context.year,
        base.value if base else None,
    )


def _areas(lexicon: Lexicon, context: Context, cell: PrintedCell) -> tuple[str, ...]:
    """Return the area a cell names; a link tells which of two, unless it leads to a larger one."""
    named = lexicon.areas_of(cell.text)
    pages = (lexicon.areas_at(context.path, link) for link in cell.links)
    linked = next(filter(None, pages), ())
    return linked if linked and (not named or set(linked) <= set(named)) else named


def _seen(
    lexicon: Lexicon,
    path: str,
    column: ColumnMeaning,
    cell: PrintedCell,
    row: RowMeaning,
    plain: bool,
) -> Iterator[Sighting]:
    number = _value(cell.text, plain)
    indicator = column.indicator or row.indicator
    areas = column.areas or row.areas
    is_figure = column.kind not in ("", "label", "level", "base")
    if not is_figure or indicator not in lexicon.protected or not areas:
        return
    tells_year = column.profile or column.areas  # below the name of a place a year may be another
    year = _cell_year(cell.text) if tells_year else column.year or row.year
    year = year or row.year
    seen = sighting(indicator, areas, year, number, path, "") if number else None
    if column.kind == "part" and seen:
        yield _part(seen, number, row.base)
        return
    if seen:
        yield seen
    yield from _interval(lexicon, cell, number, sighting(indicator, areas, year, ALL, path, ""))


def _interval(
    lexicon: Lexicon, cell: PrintedCell, number: Printed | None, whole: Sighting
) -> Iterator[Sighting]:
    """Yield what the 95 % interval in a cell tells beyond its number."""
    found = _BOUNDS.search(cell.text)
    if not found:
        return
    ends = german(found[1]), german(found[2])
    base = lexicon.base_of(whole.indikator, whole.area, whole.year)
    if number and follows(*ends, number.value, base):
        return
    low, high = share_between(*ends)
    if number:
        low, high = max(low, number.low), min(high, number.high)
    yield replace(whole, low=low, high=high)


def _part(seen: Sighting, number: Printed | None, base: float | None) -> Sighting:
    """Return what a numerator tells: with its base the share itself, alone that it is known."""
    if number is None or not base:
        return replace(seen, low=-inf, high=inf)
    return replace(seen, low=number.low / base * 100, high=number.high / base * 100)


def _value(text: str, plain: bool) -> Printed | None:
    return machine(text) if plain else leading(text)


def _cell_year(text: str) -> int:
    """Return the year in a cell that tells it behind its number: "4.835 Personen, 2023"."""
    found = [int(year) for year in YEAR.findall(_HIDDEN_YEAR.sub("", text))]
    return found[-1] if found and text.strip()[:4] != str(found[-1]) else 0
