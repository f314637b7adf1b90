"""Readers of tables and data files: CSV, JSON, and the packed file of the Kreiskarte."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from openpyxl import load_workbook

from secrecy.county import KREIS, ROOMS, SLUGS
from secrecy.reading import PLACE, WEIGHT, Atlas, Reading, around, of_column

Rows = list[dict[str, str]]
BY_SLUG = (
    {slug: ags for ags, slug in SLUGS.items()} | {"kreis": KREIS} | {one: one for one in ROOMS}
)


def rows_of(data: bytes) -> Rows:
    """Return the rows of a CSV file by the names of its columns."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def indicator_csv(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what a table beside an indicator's page says."""
    name, rows = path.split("/")[1], rows_of(data)
    yield from of_column(
        (name, row["raum_schluessel"], int(row["jahr"]), row["wert"]) for row in rows
    )
    for row in rows:
        if "platz" in row:
            place = float(row["platz"])
            yield Reading(name, row["raum_schluessel"], int(row["jahr"]), place, place, PLACE)


def profile_csv(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what the table beside a profile says."""
    area = BY_SLUG[path.split("/")[1]]
    yield from of_column(
        (row["indikator"], area, int(row["jahr"]), row["wert"]) for row in rows_of(data)
    )


def pair_csv(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what the table of two compared figures says."""
    for row in rows_of(data):
        names = [re.fullmatch(r"(.+)_(\d{4})", name) for name in row]
        yield from ()
        for one in filter(None, names):
            yield from of_column(
                (one[1], other["raum_schluessel"], int(one[2]), other[one[0]])
                for other in rows_of(data)
            )
        return


def indicator_json(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what an indicator's file for programs says."""
    found = json.loads(data, parse_float=str, parse_int=str)
    yield from of_column(
        (found["schluessel"], row["raum"], int(row["jahr"]), str(row["wert"]))
        for row in found["werte"]
    )


def cube(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what an indicator's JSON-stat says: areas by years."""
    found = json.loads(data, parse_float=str, parse_int=str)
    areas, years, names = (found["dimension"][one]["category"]["index"] for one in found["id"])
    cells = iter(found["value"])
    yield from of_column(
        (name, area, int(year), str(next(cells)))
        for area in areas
        for year in years
        for name in names
    )


def all_csv(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what the table of all figures says."""
    yield from of_column(
        (row["indikator"], row["raum_schluessel"], int(row["jahr"]), row["wert"])
        for row in rows_of(data)
    )


def all_json(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what the table of all figures says as JSON."""
    found = json.loads(data, parse_float=str, parse_int=str)
    yield from of_column(
        (row["indikator"], row["raum_schluessel"], int(row["jahr"]), str(row["wert"]))
        for row in found["zeilen"]
    )


def workbook(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what the sheet of all figures says."""
    sheet = load_workbook(io.BytesIO(data), read_only=True)["Werte"]
    head, *rows = sheet.iter_rows(values_only=True)
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    yield from of_column(
        (
            str(row["indikator"]),
            str(row["raum_schluessel"]),
            int(str(row["jahr"])),
            plain(row["wert"]),
        )
        for row in cells
    )


def database(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what the table of all figures says, and of a map the columns of its layers."""
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(data)
        figures = file.execute("SELECT indikator, raum_schluessel, jahr, wert FROM werte")
        yield from of_column((*row[:3], plain(row[3])) for row in figures)
        for layer in ("kommunen_zahlen", "raeume_zahlen") if path.endswith(".gpkg") else ():
            yield from _layer(file.execute(f"SELECT * FROM {layer}"))


def _layer(found: sqlite3.Cursor) -> Iterator[Reading]:
    head = [one[0] for one in found.description]
    rows = [dict(zip(head, row, strict=True)) for row in found]
    for name in filter(None, (re.fullmatch(r"(.+)_(\d{4})", one) for one in head)):
        yield from of_column(
            (name[1], row["schluessel"], int(name[2]), plain(row[name[0]])) for row in rows
        )


def plain(value: object) -> str:
    """Return a cell as it would be printed: 7.0 is 7."""
    return str(value).removesuffix(".0")


def packed(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what the packed file of all figures says, and whom it calls too small for a rank."""
    found = json.loads(data)
    for entry in found["kennzahlen"]:
        name, years = entry["id"], entry["jahre"]
        for level, row in entry["werte"].items():
            areas = [one[0] for one in found["gebiete"][level]]
            cells = iter(row)
            for area in areas:
                yield from _unpacked(name, area, years, cells, entry["ziffern"])
        for level, years in entry.get("zu_klein", {}).items():
            yield from _too_small(entry, years, [one[0] for one in found["gebiete"][level]])


def _unpacked(
    name: str, area: str, years: list[int], cells: Iterator[int | str], digits: int
) -> Iterator[Reading]:
    before = 0
    for year in years:
        cell = next(cells)
        if not isinstance(cell, str):
            before += cell
            yield Reading(name, area, year, *around(before / 10**digits, digits))


def _too_small(
    entry: dict[str, object], years: dict[str, list[int]], areas: list[str]
) -> Iterator[Reading]:
    for year, numbers in years.items():
        for number in numbers:
            yield Reading(str(entry["id"]), areas[number], int(year), 0, -1, WEIGHT)


def packed_script(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield the same of the figures by which the search answers, which are set by a script."""
    yield from packed(path, data.partition(b"=")[2].rstrip(b";\n"), atlas)


READERS = (
    (r"sozialbericht/[^/]+/(?:daten|karte|verlauf|rangfolge)\.csv", indicator_csv),
    (r"(?:kommunen|raeume)/[^/]+/daten\.csv", profile_csv),
    (r"sozialbericht/vergleich/[^/]+/werte\.csv", pair_csv),
    (r"api/v1/indikatoren/[^/]+\.json", indicator_json),
    (r"sozialbericht/[^/]+/daten\.jsonstat\.json", cube),
    (r"daten/werte\.csv", all_csv),
    (r"daten/werte\.json", all_json),
    (r"daten/fokusbericht\.xlsx", workbook),
    (r"daten/fokusbericht\.(?:sqlite|gpkg)", database),
    (r"sozialbericht/kreisdaten\.[0-9a-f]+\.json", packed),
    (r"suche/zahlen\.js", packed_script),
)
