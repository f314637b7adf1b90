"""What the tests of the importers have in common: a small county, workbooks, real sources."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from support import REPOSITORY, SMALL, small_county

from fokusbericht.importers import plan, run
from fokusbericht.importers.keys import Keys
from fokusbericht.importers.plan import Import, Request

SOURCES = REPOSITORY.parent / "shared" / "quellen"
GUIDES = Path(__file__).parent / "zuordnungen"
KEYS = Keys(
    "01099",
    {"01": "Musterland", "01099": "Musterkreis", "01099001": "Nordort"}
    | {"01099002": "Mitte", "01099003": "Südort"},
)

AEMTER = 'aemter: [{schluessel: "010995620", name: Marsch}]'

needs_sources = pytest.mark.skipif(
    not (SOURCES / "roh").is_dir(), reason="Die amtlichen Dateien (../shared/quellen) fehlen hier."
)


def county(folder: Path, guide: str = "", indicator: str = "miete") -> Path:
    """Return the small county, with a guide beside one of its indicators."""
    name = f"indicators/wohnen/{indicator}.einlesen.yml"
    return small_county(folder, {name: guide} if guide else {})


def file(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    """Write a source file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def workbook(
    folder: Path, rows: Sequence[Sequence[object]], sheet: str = "Daten", name: str = "quelle.xlsx"
) -> Path:
    """Write a workbook with one sheet."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    book.save(folder / name)
    return folder / name


def planned(root: Path, art: str, path: Path, indicator: str = "", year: int = 0) -> Import:
    """Return what an import would do."""
    return plan(Request(art, path, indicator, year or None), root)


def sentences(found: Import) -> list[str]:
    """Return the problems without the folder they are in."""
    return [
        f"{Path(problem.place.path).name}:{problem.place.line}:{problem.place.column}: "
        f"{problem.sentence}"
        for problem in found.problems
    ]


def values(found: Import, number: int = 0) -> dict[tuple[str, str], str]:
    """Return the values of a changed table as it would be."""
    assert found.problems == (), found.problems
    lines = found.changes[number].after.splitlines()[1:]
    cells = [line.split(";", 2) for line in lines]
    return {(raum, jahr): value for raum, jahr, value in cells}


def written(root: Path, *arguments: object) -> list[str]:
    """Run an import that writes; return what is told."""
    lines, code = run([*map(str, arguments), "--schreiben"], root)
    assert code == 0, lines
    return lines


def county_with_amt(folder: Path, files: Mapping[str, str]) -> Path:
    """Return the small county with the Amt Marsch, to which Mitte and Südort belong."""
    name = "geo/raeume.yml"
    text = (SMALL / name).read_text(encoding="utf-8")
    old = "Südort, schluessel: suedort, art: Gemeinde, "
    assert old in text
    text = text.replace(old, f"{old}amt: Marsch, ").replace("amt: Amt Mitte", "amt: Marsch")
    text = text.replace("kommunen:\n", f"{AEMTER}\nkommunen:\n", 1)
    return small_county(folder, {name: text, **files})
