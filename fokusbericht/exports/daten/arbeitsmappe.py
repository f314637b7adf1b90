"""/daten/fokusbericht.xlsx: all tables as one Excel workbook, and what they are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from fokusbericht.exports.daten.columns import ColumnKind, CsvRow, OpenTable
from fokusbericht.exports.daten.tables import BY_NAME, TABLES, rows_of
from fokusbericht.exports.daten.typed import typed
from fokusbericht.exports.workbook import (
    SheetCell,
    SheetHead,
    SheetLink,
    SheetNumber,
    SheetProse,
    SheetTitle,
    Workbook,
    WorkbookSheet,
    workbook_bytes,
)
from fokusbericht.model.report import Report
from fokusbericht.text.formatting import format_date

NAME = "fokusbericht.xlsx"
FIGURES = BY_NAME["werte"]
FIRST = (FIGURES, BY_NAME["indikatoren"])
README, COLUMNS = "Lies mich", "Spalten"
LONGEST_NAME = 31  # letters of the name of a sheet
ADDRESSES = ("http://", "https://")
MARKS = (
    "Wo es keinen Wert gibt, steht im Blatt „Werte“ ein Zeichen: Punkt für unbekannt, Strich für "
    "nichts vorhanden, x für geheim gehalten, / für nicht sicher genug. Daneben steht es als Wort. "
    "Summe und Mittelwert lassen diese Zellen aus."
)
LEVELS = "Jede Ebene fasst die darunter zusammen: Wer summiert, filtert vorher die Spalte „ebene“."


def arbeitsmappe(report: Report) -> bytes:
    """Return the file."""
    kreis = report.kreis
    tables = [one for one in _ordered() if rows_of(report, one.name)]
    sheets = [_sheet(report, one) for one in tables]
    book = Workbook(
        f"{kreis.titel} {kreis.name}: alle Daten",
        kreis.name,
        kreis.stichtag,
        (_readme(report, tables), *sheets, _columns(tables)),
    )
    return workbook_bytes(book)


def _ordered() -> Sequence[OpenTable]:
    return (*FIRST, *(one for one in TABLES if one not in FIRST))


def _sheet(report: Report, one: OpenTable) -> WorkbookSheet:
    makers = [_maker(each.kind) for each in one.columns]
    rows: Iterator[list[SheetCell]] = (
        [make(text) for make, text in zip(makers, row, strict=True)]
        for row in rows_of(report, one.name)
    )
    if one is FIGURES:
        digits = {name: each.dezimalstellen for name, each in report.indikatoren.items()}
        rows = _shown(rows_of(report, one.name), digits)
    return WorkbookSheet(one.name_in_short, one.head, list(rows))


def _maker(kind: ColumnKind) -> Callable[[str], SheetCell]:
    """Return what makes a cell of a text; what cannot be told as a number stays text."""
    if kind is ColumnKind.DAY:
        return lambda text: date.fromisoformat(text) if text else None
    if kind is ColumnKind.INTEGER:
        return lambda text: int(text) if text else None
    if kind is ColumnKind.NUMBER:
        return _number
    return lambda text: SheetLink(text, text) if text.startswith(ADDRESSES) else text


def _number(text: str) -> SheetCell:
    found = typed(ColumnKind.NUMBER, text)
    return float(found) if isinstance(found, int | float) else text


def _shown(rows: Sequence[CsvRow], digits: Mapping[str, int]) -> Iterator[list[SheetCell]]:
    """Yield the rows of figures: numbers with their decimals, marks as they are."""
    name, year, value = (FIGURES.head.index(one) for one in ("indikator", "jahr", "wert"))
    for row in rows:
        cells: list[SheetCell] = [*row]
        cells[year] = int(row[year])
        number = _number(row[value])
        cells[value] = (
            SheetNumber(number, digits[row[name]]) if isinstance(number, float) else number
        )
        yield cells


# --- What the file says of itself -----------------------------------------------------------------


def _readme(report: Report, tables: Sequence[OpenTable]) -> WorkbookSheet:
    kreis = report.kreis
    address = f"{kreis.basis_url}/daten/"
    told: list[tuple[SheetCell, ...]] = [
        (SheetTitle(f"{kreis.titel} {kreis.name}: alle Daten"),),
        (),
        ("Zu beachten", SheetProse(kreis.hinweis)),
        ("Stand", format_date(kreis.stichtag)),
        ("Adresse", SheetLink(address, address)),
        ("Lizenz der Texte", SheetProse(kreis.lizenz_texte)),
        ("Lizenz der Werte", SheetProse(FIGURES.terms(report))),
        ("Fehlende Werte", SheetProse(MARKS)),
        ("Summen", SheetProse(LEVELS)),
        (),
        tuple(map(SheetHead, ("Blatt", "Inhalt", "Zeilen"))),
    ]
    for one in tables:
        name = one.name_in_short
        told.append((SheetLink(name, f"#{name}"), one.title, len(rows_of(report, one.name))))
    told.append((SheetLink(COLUMNS, f"#{COLUMNS}"), "was jede Spalte bedeutet"))
    rows = [row for row in told if row[1:] != (SheetProse(""),)]
    return WorkbookSheet(README, (), rows, widths=(30, 90, 10))


def _columns(tables: Sequence[OpenTable]) -> WorkbookSheet:
    rows = [
        (one.name_in_short, each.name, each.meaning, each.kind.value)
        for one in tables
        for each in one.columns
    ]
    return WorkbookSheet(COLUMNS, ("Blatt", "Spalte", "Bedeutung", "Inhalt"), rows)
