"""Our own tables, read plainly: `indicators/<thema>/<kennung>.csv` and its `.yml`."""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from kreis.gegenprobe.cells import UNSURE, Key, Number, Numbers
from support import REPOSITORY

FOLDER = REPOSITORY / "indicators"
MARKS = {".", "-"}  # not known, and nothing there
AGS = 8  # digits of the key of a Kommune


@cache
def paths() -> dict[str, Path]:
    """Return the tables by the name of their indicator; derived figures have none."""
    return {path.stem: path for path in sorted(FOLDER.glob("*/*.csv"))}


@cache
def table(name: str) -> dict[Key, Numbers]:
    """Return the values of a table by area and year, without those that a mark stands for."""
    return {key: numbers for key, numbers in _cells(name) if not MARKS & {*numbers}}


@cache
def marked(name: str) -> tuple[Key, ...]:
    """Return where a table says that there is no value."""
    return tuple(key for key, numbers in _cells(name) if MARKS & {*numbers})


def _cells(name: str) -> list[tuple[Key, Numbers]]:
    with paths()[name].open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    return [((area, year), tuple(map(_cell, cells))) for area, year, *cells in lines[1:]]


def _cell(text: str) -> Number:
    return text if text in (*MARKS, UNSURE) else Decimal(text.replace(",", "."))


@cache
def facts() -> dict[str, dict[str, Any]]:
    """Return what the YAML file of each indicator says, derived ones as well."""
    files = (path for path in sorted(FOLDER.glob("*/*.yml")) if "." not in path.stem)
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in files}


def value(name: str, area: str, year: int) -> Decimal:
    """Return one value that is a number alone."""
    (found,) = table(name)[area, str(year)]
    assert isinstance(found, Decimal)
    return found


def counts(name: str, area: str, year: int) -> tuple[Decimal, Decimal]:
    """Return the numerator and the denominator of one value."""
    part, whole = table(name)[area, str(year)]
    assert isinstance(part, Decimal)
    assert isinstance(whole, Decimal)
    return part, whole


def of_kommunen(name: str, year: int) -> dict[str, Numbers]:
    """Return the values of all Kommunen for a year."""
    rows = table(name).items()
    return {area: told for (area, at), told in rows if len(area) == AGS and at == str(year)}


@cache
def areas(ebene: str) -> frozenset[str]:
    """Return the keys of all areas a table of a level may tell of.

    At the level Amt, those Kommunen that belong to one have no rows.
    """
    geo = yaml.safe_load((REPOSITORY / "geo" / "raeume.yml").read_text(encoding="utf-8"))
    told = (one for one in geo["kommunen"] if ebene != "amt" or "amt" not in one)
    kommunen = (one["ags"] for one in told)
    aemter = (one["schluessel"] for one in geo["aemter"])
    return frozenset({*kommunen, *aemter, *geo["vergleich"], geo["kreis"]["schluessel"]})
