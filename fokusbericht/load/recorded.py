"""What was recorded of all figures: a file that a command writes, and nobody else.

    tag;indikator;jahr;anzahl;pruefsumme;werte
    2025-03-01;armut;2022;2;4be0d8a3c971;01099=12,5 01099001=9,1 01099002=-
    2025-03-01;notlagen;2022;14;09f1c2d4ab55;
    2026-03-01;armut;2022;0;;

Each day tells what changed since the day before, a row for each year of an indicator that is new
or other; without numbers and checksum the year was shown no more. Of protected figures there are no
values. Of several rows of one day the last counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from fokusbericht.load.archive import KEY, read_day
from fokusbericht.load.cells import wrong_width
from fokusbericht.load.figures import CSV, YEAR
from fokusbericht.model.figures import Jahresstand
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import exists
from fokusbericht.sources.rows import Row, read_rows

PATH = "archiv/daten.csv"
HEAD = ("tag", "indikator", "jahr", "anzahl", "pruefsumme", "werte")
SUM = re.compile(r"[0-9a-f]{12}")
CELL = re.compile(r"[\w-]+=(?:-?[0-9]+(?:,[0-9]+)?(?:e[+-]?[0-9]+)?|[-x/])")
COUNT = re.compile(r"0|[1-9][0-9]{0,6}")
BY_COMMAND = "Diese Datei schreibt nur „build.py festhalten“."

YearKey = tuple[str, int]  # indicator, year


def checksum(werte: str) -> str:
    """Return what tells the cells of a year apart from others."""
    return sha256(werte.encode()).hexdigest()[:12]


def packed_cells(cells: Mapping[str, str]) -> str:
    """Return the cells of a year in one: "01056015=38,8 sued=40,1"."""
    return " ".join(f"{area}={text}" for area, text in sorted(cells.items()))


def cells_of(werte: str) -> dict[str, str]:
    """Return the cells of a year by area."""
    pairs = (one.partition("=") for one in werte.split())
    return {area: text for area, _, text in pairs}


def load_recorded(root: Path, problems: list[Problem]) -> dict[str, tuple[Jahresstand, ...]]:
    """Return what was recorded, by day; nothing where there is no file."""
    if not exists(root, PATH):
        return {}
    told = len(problems)
    rows = read_rows(root, PATH, problems)
    if len(problems) == told and (not rows or rows[0].cells != HEAD):
        sentence = f"Die erste Zeile heißt „{';'.join(HEAD)}“."
        problems.append(Problem(Place(PATH), sentence, CSV))
        return {}
    days: dict[str, dict[YearKey, Jahresstand]] = {}
    for day, one in _entries(rows[1:], problems):
        days.setdefault(day, {})[one.indikator, one.jahr] = one
    return {day: tuple(found[key] for key in sorted(found)) for day, found in days.items()}


def state_after(
    before: Mapping[YearKey, Jahresstand], rows: Iterable[Jahresstand]
) -> dict[YearKey, Jahresstand]:
    """Return what was shown in all, after a day that changed some of it."""
    told = {**before, **{(one.indikator, one.jahr): one for one in rows}}
    return {key: one for key, one in told.items() if not one.is_gone}


def _entries(rows: list[Row], problems: list[Problem]) -> Iterator[tuple[str, Jahresstand]]:
    """Yield the rows that are in order; tell what is wrong with the others."""
    latest = date.min
    for row in rows:
        wrong = _fault(row, latest)
        if wrong:
            index, sentence = wrong
            problems.append(Problem(row.place(index), sentence, CSV))
            continue
        tag, indikator, jahr, anzahl, pruefsumme, werte = row.cells
        latest = date.fromisoformat(tag)
        yield tag, Jahresstand(indikator, int(jahr), int(anzahl), pruefsumme, werte)


def _fault(row: Row, latest: date) -> tuple[int, str] | None:
    """Return the first cell of a row that is wrong, and why."""
    if len(row.cells) != len(HEAD):
        return 0, wrong_width(len(row.cells), len(HEAD))
    tag, indikator, jahr, *_ = row.cells
    day = read_day(tag)
    if day is None:
        return 0, f"„{tag}“ ist kein Tag der Form JJJJ-MM-TT."
    if day < latest:
        return 0, f"Die Tage müssen steigen; darüber steht schon {latest}."
    if not KEY.fullmatch(indikator):
        return 1, f"„{indikator}“ ist kein Schlüssel." if indikator else "Diese Zelle ist leer."
    return (2, f"„{jahr}“ ist kein Jahr.") if not YEAR.fullmatch(jahr) else _sum_fault(row)


def _sum_fault(row: Row) -> tuple[int, str] | None:
    """Return what of the number, the checksum and the values does not fit together."""
    anzahl, pruefsumme, werte = row.cells[3:]
    if not COUNT.fullmatch(anzahl):
        return 3, f"„{anzahl}“ ist keine Anzahl."
    if not pruefsumme:
        fits = anzahl == "0" and not werte
        return None if fits else (4, f"Hier fehlt die Prüfsumme. {BY_COMMAND}")
    if not SUM.fullmatch(pruefsumme):
        return 4, f"„{pruefsumme}“ ist keine Prüfsumme. {BY_COMMAND}"
    if not werte:
        return None
    if not all(map(CELL.fullmatch, werte.split(" "))):
        return 5, f"Die Werte sind nicht zu lesen. {BY_COMMAND}"
    if checksum(werte) != pruefsumme:
        return 4, f"Die Prüfsumme passt nicht zu den Werten. {BY_COMMAND}"
    return None
