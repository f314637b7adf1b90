"""Excel workbooks read as plain values, guarded against what a hostile file can do.

Before any XML is parsed, the archive is weighed and looked through: too much to unpack, and
entities or document types, are refused. Formulas are read as the result that Excel stored.
"""

import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from fokusbericht.importers.excel_grid import NO_TEXT, Book, read_grid
from fokusbericht.importers.sheets import READABLE, Sheet
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources.numbers import CellValue

# Far above any real table of all German municipalities (2 MB packed, 14 MB unpacked, ratio 26).
MOST_PACKED = 60_000_000
MOST_UNPACKED = 150_000_000
MOST_RATIO = 200
SMALL = 1_000_000  # below, a high ratio does no harm
MOST_NAMES_TOLD = 8
MOST_MEMBERS = 2_000
CHUNK = 1_000_000

OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # .xls, and .xlsx with a password
HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|meta|head)", re.IGNORECASE)
DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING = re.compile(rb"\W*<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
# In any other encoding a document type could hide from the search for it.
PLAIN_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")
NO_RESULT = re.compile(rb"</(?:x:)?f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</(?:x:)?c>|<f[^>]*/>\s*</c>")


Choose = Callable[[tuple[str, ...]], tuple[str, ...]]


def read_sheet(path: Path, shown: str, wanted: str, problems: list[Problem]) -> Sheet | None:
    """Return a sheet by its name or number (the first one if nothing is wanted).

    After a problem the answer is None; `shown` is how the file is called in sentences.
    """
    stat = path.stat()
    sheet, told = _read_once(path, (stat.st_mtime_ns, stat.st_size), shown, wanted)
    problems.extend(told)
    return sheet


@lru_cache(maxsize=4)
def _read_once(
    path: Path,
    stamp: tuple[int, int],
    shown: str,
    wanted: str,
) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Return a sheet and what is wrong with it; one sheet may fill many tables."""
    problems: list[Problem] = []
    sheet = _read(path, shown, wanted, problems)
    return sheet, tuple(problems)


def _read(path: Path, shown: str, wanted: str, problems: list[Problem]) -> Sheet | None:
    def choose(names: tuple[str, ...]) -> tuple[str, ...]:
        name = _chosen(names, wanted)
        if name is None:
            sentence = f"Das Blatt „{wanted}“ gibt es nicht.{_choice(wanted, names)}"
            problems.append(Problem(Place(shown), sentence, READABLE))
        others.extend(other for other in names if other != name and not wanted)
        return (name,) if name else ()

    others: list[str] = []
    sheet = next(iter(read_sheets(path, shown, choose, problems)), None)
    if sheet and others and not any(cell != "" for row in sheet.rows for cell in row):
        problems.append(Problem(Place(shown), _empty(sheet.name, others), READABLE))
        return None
    return replace(sheet, notes=(*sheet.notes, *_told_others(sheet, others))) if sheet else None


def _empty(name: str, others: list[str]) -> str:
    told = ", ".join(f"„{other}“" for other in others[:MOST_NAMES_TOLD])
    return (
        f"Das Blatt „{name}“ ist leer; die Mappe hat noch {told}. Bitte angeben, welches gilt: "
        f"„blatt: {others[0]}“."
    )


def _told_others(sheet: Sheet, others: list[str]) -> Iterator[str]:
    """Yield which sheet is read, where an editor has not said it and there are several."""
    if others:
        told = ", ".join(f"„{name}“" for name in others[:MOST_NAMES_TOLD])
        rest = " …" if len(others) > MOST_NAMES_TOLD else ""
        sentence = f"Gelesen wird das Blatt „{sheet.name}“."
        yield f"{sentence} Ein anderes ({told}{rest}) geht mit „blatt: …“."


def read_sheets(path: Path, shown: str, choose: Choose, problems: list[Problem]) -> list[Sheet]:
    """Return the sheets that are chosen from the names of all; none after a problem."""
    try:
        refusal, has_blank_formulas = _inspect(path)
        found = refusal or _load(path, shown, choose, has_blank_formulas)
    # openpyxl raises whatever comes when a file is broken; each means the same to an editor.
    except Exception:
        found = (
            "Die Datei ist keine lesbare Excel-Mappe. "
            "Bitte in Excel öffnen und als „Excel-Arbeitsmappe (.xlsx)“ speichern."
        )
    if isinstance(found, str):
        problems.append(Problem(Place(shown), found, READABLE))
        return []
    return found


def _inspect(path: Path) -> tuple[str, bool]:
    """Return why an archive must not be opened, and whether it has formulas without a result."""
    size = path.stat().st_size
    if size > MOST_PACKED:
        return f"Die Datei ist größer als {MOST_PACKED // 1_000_000} MB.", False
    if other := _what_else(path):
        return other, False
    with zipfile.ZipFile(path) as archive:
        refusal = _weigh(archive.infolist(), size)
        return (refusal, False) if refusal else _look_through(archive)


def _what_else(path: Path) -> str:
    """Return what a file is that is no workbook of today, and what to do."""
    with path.open("rb") as file:
        start = file.read(1_000)
    if start.startswith(OLD_EXCEL):
        return (
            "Das ist eine Datei im alten Excel-Format (.xls) oder mit Kennwort. Bitte in "
            "Excel öffnen und ohne Kennwort als „Excel-Arbeitsmappe (.xlsx)“ speichern."
        )
    if not start.strip():
        return (
            "Die Datei ist leer und keine lesbare Excel-Mappe. Bitte noch einmal herunterladen "
            "oder speichern."
        )
    if HTML.match(start):
        return (
            "Das ist eine Internetseite (HTML), die sich Excel nennt. Bitte in Excel öffnen und "
            "als „Excel-Arbeitsmappe (.xlsx)“ speichern."
        )
    if b";" in start and b"\0" not in start and not start.startswith(b"PK"):
        return "Das ist eine Textdatei, keine Excel-Mappe. Bitte in .csv umbenennen."
    return ""


def _weigh(members: list[zipfile.ZipInfo], size: int) -> str:
    """Return why the archive unpacks to too much; zipfile never unpacks more than is declared."""
    heavy = sum(member.file_size for member in members) > MOST_UNPACKED
    dense = any(
        member.file_size > SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1)
        for member in members
    )
    folded = sum(member.compress_size for member in members) > size
    if heavy or dense or folded or len(members) > MOST_MEMBERS:
        return (
            "Die Datei ist verdächtig stark gepackt und wird nicht geöffnet. Stammt sie aus "
            "sicherer Quelle, bitte nur das nötige Blatt in eine neue Mappe kopieren."
        )
    return ""


def _look_through(archive: zipfile.ZipFile) -> tuple[str, bool]:
    """Return why some XML must not be parsed, and whether a formula lacks its result.

    All members are looked at, whatever they are called: the archive itself says which is what.
    """
    blank = False
    for member in archive.infolist():
        for number, part in enumerate(_parts(archive, member)):
            bare = part.replace(b"\0", b"")  # UTF-16
            strange = ENCODING.match(bare) if number == 0 else None
            if DOCTYPE.search(bare) or (strange and strange[1].lower() not in PLAIN_ENCODINGS):
                return (
                    f"Die Datei enthält in „{member.filename}“ eine Dokumenttyp-Angabe oder eine "
                    "fremde Kodierung und wird nicht geöffnet. Stammt sie aus sicherer Quelle, "
                    "bitte nur das nötige Blatt in eine neue Mappe kopieren."
                ), False
            blank = blank or NO_RESULT.search(part) is not None
    return "", blank


def _parts(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a member piece by piece, each beginning with the end of the one before."""
    end = b""
    with archive.open(member) as file:
        while piece := file.read(CHUNK):
            yield end + piece
            end = piece[-256:]


def _chosen(names: tuple[str, ...], wanted: str) -> str | None:
    if not wanted:
        return names[0]
    if wanted in names:
        return wanted
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(names):
        return names[int(wanted) - 1]
    return None


def _choice(wanted: str, names: tuple[str, ...]) -> str:
    return did_you_mean(wanted, names) or f" Möglich sind: {', '.join(names)}."


def _load(path: Path, shown: str, choose: Choose, has_blank_formulas: bool) -> list[Sheet] | str:
    """Return the chosen sheets, or the sentence that says why not."""
    with _opened(path, results=True) as book:
        names = _names(book)
        if not names:
            return "Die Mappe hat kein Blatt mit Zellen, nur Diagramme."
        chosen = choose(names)
        found = {name: read_grid(book, name) for name in chosen}
    grids = {name: grid for name, grid in found.items() if grid is not None}
    if len(grids) < len(found):
        return "Das Blatt hat zu viele Zellen. Bitte nur den nötigen Teil speichern."
    rows = {name: grid.rows for name, grid in grids.items()}
    if has_blank_formulas:
        with _opened(path, results=False) as book:
            for name in rows:
                formulas = read_grid(book, name)
                rows[name] = _with_formulas(rows[name], formulas.rows if formulas else [])
    return [
        Sheet(
            *(shown, name, tuple(rows[name]), tuple(range(1, len(rows[name]) + 1))),
            merged=grid.merged,
            notes=grid.notes,
        )
        for name, grid in grids.items()
    ]


def _names(book: Book) -> tuple[str, ...]:
    """Return the sheets as an editor counts them: those that are hidden come last."""
    names = [sheet.title for sheet in book.worksheets]  # a sheet of a chart has no cells
    return tuple(sorted(names, key=lambda name: book[name].sheet_state != "visible"))


@contextmanager
def _opened(path: Path, results: bool) -> Iterator[Book]:
    """Open a workbook to read the results of its formulas, or the formulas themselves."""
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path, read_only=True, data_only=results, rich_text=True)
        try:
            yield book
        finally:
            book.close()


def _with_formulas(
    results: list[tuple[CellValue, ...]], formulas: list[tuple[CellValue, ...]]
) -> list[tuple[CellValue, ...]]:
    """Put a formula where its result should be; it is no number and will be told as such."""
    return [
        tuple(
            {"": formula, NO_TEXT: ""}.get(str(result), result)
            for result, formula in zip(row, others, strict=False)
        )
        for row, others in zip(results, formulas, strict=True)
    ]
