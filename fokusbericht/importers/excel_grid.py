"""One sheet of a workbook, read in a single pass: cells, merged ranges, and what is hidden."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, Protocol

from fokusbericht.importers.doubts import STRUCK, doubted
from fokusbericht.importers.excel_cells import is_scaled, is_struck, multiple_in, value_of
from fokusbericht.importers.excel_shown import HIDDEN_TEXT, disguise, hides_text
from fokusbericht.importers.sheets import Merged, letter_of
from fokusbericht.sources.numbers import CellValue

MOST_CELLS = 5_000_000
MOST_TOLD = 8
HIDDEN = ("1", "true")
# What stands for the empty text that a formula has come to: a result, unlike none at all.
NO_TEXT = " "
RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


class StyledCell(Protocol):
    """What openpyxl calls a cell, as far as it is used here."""

    @property
    def value(self) -> object: ...
    @property
    def number_format(self) -> str | None: ...
    @property
    def data_type(self) -> str: ...


class BookSheet(Protocol):
    """A sheet of openpyxl that is only read."""

    title: str
    sheet_state: str

    def _get_source(self) -> IO[bytes]: ...


class Book(Protocol):
    """A workbook of openpyxl."""

    worksheets: list[BookSheet]

    def __getitem__(self, name: str) -> BookSheet: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Grid:
    """What stands in a sheet."""

    rows: list[tuple[CellValue, ...]]
    merged: tuple[Merged, ...] = ()
    notes: tuple[str, ...] = ()
    """What an editor does not see there, or sees otherwise."""


def read_grid(book: Book, name: str) -> Grid | None:
    """Return the cells of a sheet; None if they are too many."""
    from openpyxl.cell.read_only import ReadOnlyCell  # type: ignore[import-untyped]
    from openpyxl.worksheet._reader import WorkSheetParser  # type: ignore[import-untyped]

    sheet = book[name]
    rows: list[tuple[CellValue, ...]] = []
    scaled: list[str] = []
    worded: dict[str, list[str]] = {}
    count = 0
    struck = _struck_styles(book)
    with sheet._get_source() as source:
        parser = WorkSheetParser(source, *_settings(book, sheet), rich_text=True)
        for number, cells in parser.parse():
            count += max((cell["column"] for cell in cells), default=1) + number - len(rows) - 1
            if count > MOST_CELLS:
                return None
            rows.extend(() for _ in range(len(rows), number - 1))
            styled = {cell["column"]: ReadOnlyCell(sheet, **cell) for cell in cells}
            lined = {cell["column"] for cell in cells if cell["style_id"] in struck}
            scaled.extend(_scaled(number, styled))
            for word, place in _worded(number, styled):
                worded.setdefault(word, []).append(place)
            rows.append(_row(styled, lined))
    merged = tuple(_ranges(parser, len(rows), max(map(len, rows), default=0)))
    if sum(map(_size, merged)) > MOST_CELLS:
        return None
    notes = (*_of_sheet(name, sheet), *_hidden(name, parser), *_told_scaled(name, scaled))
    notes += tuple(_told_worded(name, worded))
    return Grid(rows, merged, notes)


def _settings(book: Book, sheet: BookSheet) -> tuple[object, ...]:
    """Return what the parser of a sheet has to know of its workbook, in its order."""
    names = ("data_only", "epoch", "_date_formats", "_timedelta_formats")
    return (
        getattr(sheet, "_shared_strings"),  # noqa: B009
        *(getattr(book, name) for name in names),
    )


def _row(cells: Mapping[int, StyledCell], struck: Set[int]) -> tuple[CellValue, ...]:
    width = max(cells, default=0)
    return tuple(
        _cell(cells[column], column in struck) if column in cells else ""
        for column in range(1, width + 1)
    )


def _cell(cell: StyledCell, is_lined: bool) -> CellValue:
    """Return what a cell means, with the doubt whether it is what Excel shows."""
    raw, form = cell.value, cell.number_format or ""
    found = value_of(raw, form)
    if raw is None and cell.data_type == "str":
        return NO_TEXT
    if raw is None or found == "":
        return found
    if is_lined or is_struck(raw):
        return doubted(found, STRUCK)
    if form in ("", "General"):
        return found
    if isinstance(found, Decimal):
        stored = Decimal(str(raw))
        return doubted(found, disguise(form, stored))
    return doubted(found, HIDDEN_TEXT) if hides_text(form) else found


def _struck_styles(book: Book) -> frozenset[int]:
    """Return the numbers of the styles whose font is struck through."""
    fonts = getattr(book, "_fonts")  # noqa: B009
    styles = getattr(book, "_cell_styles")  # noqa: B009
    return frozenset(i for i, style in enumerate(styles) if fonts[style.fontId].strike)


def _scaled(number: int, cells: Mapping[int, StyledCell]) -> Iterator[str]:
    for column, cell in cells.items():
        form, raw = cell.number_format or "", cell.value
        if isinstance(raw, int | float) and "," in form and is_scaled(form, Decimal(raw)):
            yield f"{letter_of(column - 1)}{number}"


def _worded(number: int, cells: Mapping[int, StyledCell]) -> Iterator[tuple[str, str]]:
    for column, cell in cells.items():
        form, raw = cell.number_format or "", cell.value
        if isinstance(raw, int | float) and (word := multiple_in(form, Decimal(raw))):
            yield word, f"{letter_of(column - 1)}{number}"


def _ranges(parser: object, lines: int, width: int) -> Iterator[Merged]:
    """Yield the merged ranges, as far as there are cells."""
    merged = getattr(parser, "merged_cells", None)
    for one in getattr(merged, "mergeCell", ()) or ():
        if match := RANGE.fullmatch(str(one.ref)):
            left, top, right, bottom = match.groups()
            last = min(_column(right), width - 1)
            yield Merged(int(top), min(int(bottom), lines), _column(left), last)


def _size(one: Merged) -> int:
    return max(one.bottom - one.top + 1, 0) * max(one.right - one.left + 1, 0)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


# --- What an editor does not see ----------------------------------------------------------------


def _of_sheet(name: str, sheet: BookSheet) -> Iterator[str]:
    if sheet.sheet_state != "visible":
        yield f"Das Blatt „{name}“ ist in Excel ausgeblendet. Es wird trotzdem gelesen."


def _hidden(name: str, parser: object) -> Iterator[str]:
    rows = [
        number
        for number, attributes in getattr(parser, "row_dimensions", {}).items()
        if attributes.get("hidden") in HIDDEN
    ]
    columns = [
        attributes["min"]
        for attributes in getattr(parser, "column_dimensions", {}).values()
        if attributes.get("hidden") in HIDDEN
    ]
    letters = [letter_of(int(number) - 1) for number in columns]
    for hidden, one, many in ((rows, "Zeile", "Zeilen"), (letters, "Spalte", "Spalten")):
        if hidden:
            what = f"ist {len(hidden)} {one}" if len(hidden) == 1 else f"sind {len(hidden)} {many}"
            yield (
                f"Im Blatt „{name}“ {what} ausgeblendet oder weggefiltert ({_list(hidden)}). "
                "Auch was dort steht, wird gelesen."
            )


def _told_scaled(name: str, cells: list[str]) -> Iterator[str]:
    if cells:
        yield (
            f"Im Blatt „{name}“ zeigt Excel Zahlen in Tausend oder Millionen an ({_list(cells)}). "
            "Gelesen wird die ganze gespeicherte Zahl."
        )


def _told_worded(name: str, cells: Mapping[str, list[str]]) -> Iterator[str]:
    for word, places in cells.items():
        yield (
            f"Im Blatt „{name}“ zeigt Excel hinter Zahlen „{word}“ ({_list(places)}). Gelesen wird "
            "die gespeicherte Zahl ohne dieses Wort; ist das Vielfache gemeint, hilft „faktor“."
        )


def _list(names: list[str]) -> str:
    rest = " …" if len(names) > MOST_TOLD else ""
    return ", ".join(names[:MOST_TOLD]) + rest
