"""The Deutschlandatlas: the columns of both workbooks that carry an abbreviation, cell by cell.

The year is what the column's own head says (2026), or the line under the abbreviation in the list
of indicators (2024); `bev_binw` and `bev_ausw` say „2024“ over the figures of 2022.
"""

import re
from collections.abc import Iterator
from functools import cache

from kreis.gegenprobe.cells import Series, number
from kreis.gegenprobe.folder import sheets, text

BOOKS = {
    "2024": "quellen2/roh/deutschlandatlas_2024-12_kreis_pinneberg.xlsx",
    "2026": "quellen2/roh/deutschlandatlas_2026-04_kreis_pinneberg.xlsx",
}
LIST = "quellen2/roh/deutschlandatlas_2024-12_indikatoren.txt"
MISSING = {-9999, -99999}
WRONG_YEAR = {("2026", "bev_binw"): "2022", ("2026", "bev_ausw"): "2022"}
YEARS = re.compile(r"\b20(\d\d)(?:[-–](\d\d))?\b")
ABBREVIATION = re.compile(r"Indikatorkürzel: (\S+)\s+(.*)", re.DOTALL)
LISTED = r"Indikatorenkürzel: {}\s+(.*?)Gebietsstand"


def series(edition: str, name: str) -> Series:
    """Return the values of an abbreviation in an edition, by area and the year the atlas names."""
    found: Series = {}
    for told, column in columns(edition, name):
        year = WRONG_YEAR.get((edition, name)) or year_of(told)
        found |= {(area, year): (number(cell),) for area, cell in column.items()}
    return found


@cache
def columns(edition: str, name: str) -> list[tuple[str, dict[str, object]]]:
    """Return the columns of an edition that carry an abbreviation, each with its words."""
    return [one for title in sheets(BOOKS[edition]) for one in _of_sheet(edition, title, name)]


def _of_sheet(edition: str, title: str, name: str) -> Iterator[tuple[str, dict[str, object]]]:
    heads, *body = _table(edition, title)
    for place, head in enumerate(heads):
        if abbreviation(head) == name:
            cells = {area_of(title, row[0]): row[place] for row in body if row[0]}
            yield words(edition, str(head), name), _present(cells)


def _table(edition: str, title: str) -> list[tuple[object, ...]]:
    """Return the heads of a sheet and the rows under them; a sheet of prose has none."""
    if not title.startswith("Deutschlandatlas_"):
        return [()]
    return sheets(BOOKS[edition])[title][3 if edition == "2026" else 0 :]


def _present(cells: dict[str, object]) -> dict[str, object]:
    return {
        area: cell
        for area, cell in cells.items()
        if isinstance(cell, int | float) and cell not in MISSING
    }


def abbreviation(head: object) -> str:
    """Return the abbreviation in the head of a column."""
    found = ABBREVIATION.match(str(head))
    return found[1] if found else str(head)


def words(edition: str, head: str, name: str) -> str:
    """Return what a figure is, in the words of the atlas."""
    if edition == "2026":
        found = ABBREVIATION.match(head)
    else:
        found = re.search(LISTED.format(name.replace("_", r"_\s?")), text(LIST), re.DOTALL)
    assert found, f"the atlas does not say what {name} is"
    return found[found.re.groups]


def year_of(words: str) -> str:
    """Return the last year that is named; of „2021-24“, the end."""
    start, end = YEARS.findall(words)[-1]
    return f"20{end or start}"


def area_of(sheet: str, cell: object) -> str:
    """Return our key for a cell of the first column, which may have lost its noughts."""
    if not str(cell).isdigit():
        return str(cell)
    if "_VBGEM" in sheet:
        return administration_of(sheet, int(str(cell)))
    key = f"{int(str(cell)):08d}"
    return key[:5] if "_KRS" in sheet else key


def administration_of(sheet: str, key: int) -> str:
    """Return an Amt (nine digits) or a Kommune; in the sheet of 2019, an Amt is a Kommune „9..“."""
    if "1219" not in sheet:
        whole = f"{key:09d}"
        return whole if whole[5] == "5" else whole[:5] + whole[6:]
    short = f"{key:08d}"
    return f"0105656{short[6:]}" if short[5] == "9" else short
