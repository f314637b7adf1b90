"""Any Excel or CSV table, read as `<id>.einlesen.yml` says."""

from pathlib import Path

from fokusbericht.importers.excel import read_sheet
from fokusbericht.importers.guide import Guide
from fokusbericht.importers.table import SourceTable, table_of
from fokusbericht.importers.text import read_csv
from fokusbericht.problems import Place, Problem

RULE = "tabelle"
EXCEL = (".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx")
OTHER = {".ods": "LibreOffice", ".pdf": "PDF", ".zip": "Zip-Archiv", ".docx": "Word"}


def read(path: Path, shown: str, guide: Guide, problems: list[Problem]) -> SourceTable | None:
    """Return the table in a file; None after a problem."""
    suffix = path.suffix.lower()
    if suffix in OTHER:
        sentence = (
            f"{OTHER[suffix]} lässt sich nicht einlesen. Bitte als .xlsx oder .csv speichern."
        )
        problems.append(Problem(Place(shown), sentence, RULE))
        return None
    sheet = (
        read_sheet(path, shown, guide.blatt, problems)
        if suffix in EXCEL
        else read_csv(path, shown, problems, guide.kodierung, guide.trennzeichen)
    )
    if sheet is None:
        return None
    first, last = guide.kopfzeile
    if last == 1 and sheet.lines:
        first = last = sheet.lines[0]  # empty lines before it do not count
    if not any(first <= line <= last for line in sheet.lines):
        sentence = f"In Zeile {first} steht nichts, dort wird der Kopf der Tabelle erwartet."
        problems.append(Problem(Place(shown, first), sentence, RULE))
        return None
    return table_of(sheet, first, last)
