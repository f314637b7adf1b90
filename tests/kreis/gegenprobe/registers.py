"""The official list of Gemeinden, and the BBSR's key to its changes: people, women, area, jobs."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from kreis.gegenprobe.cells import Series, number
from kreis.gegenprobe.folder import records, sheet_part, sheets

COUNTY = "01056"
# Where the columns stand: the key (Land, RB, Kreis, Gemeinde), area, people and women.
BOOKS = {
    "1987": ("quellen/roh/31121987_Auszug_GV.xlsx", (1, 3, 4), (9, 10, 12)),
    "2009": ("quellen/roh/31122009_Auszug_GV.xlsx", (2, 4, 6), (8, 9, 11)),
    "2023": ("quellen/roh/31122023_Auszug_GV.xlsx", (2, 4, 6), (8, 9, 11)),
}
GEMEINDE = "60"  # the kind of a row
HAMBURG = "02"  # the Land after Schleswig-Holstein
KEY = "quellen/roh/ref-gemeinden-ab-2020.xlsx"
# The list of 1998 holds older numbers; the series gives them to 1997.
ROUNDED = "2020"
LISTED_AS = {"1998": "1997"}


Listed = tuple[Decimal, Decimal, Decimal]


@cache
def gemeinden(year: str) -> dict[str, Listed]:
    """Return area, people and women of each Gemeinde in Schleswig-Holstein."""
    name, (land, kreis, own), values = BOOKS[year]
    found = sheet_part(name, 1, land, HAMBURG)
    return {
        f"{row[land]}0{row[kreis]}{row[own]}": _three(row, values)
        for row in found
        if str(row[0]) == GEMEINDE
    }


def _three(row: tuple[object, ...], values: tuple[int, int, int]) -> Listed:
    """Return three cells; where nobody lives, the cells of people are empty."""
    area, people, women = (number(row[place] or 0) for place in values)
    return round(area, 2), people, women


def people_listed() -> Series:
    """Return the people of each Kommune, county and of the Land in the years of our three lists."""
    found: Series = {}
    for year in BOOKS:
        for ags, (_, people, _) in gemeinden(year).items():
            for area in places_of(ags):
                (before,) = found.get((area, year), (Decimal(0),))
                found[area, year] = (Decimal(before) + people,)
    return found


def places_of(ags: str) -> tuple[str, ...]:
    """Return what a Gemeinde counts for: itself, where it is ours, its county and the Land."""
    return (*([ags] if ags.startswith(COUNTY) else []), ags[:5], ags[:2])


def women_listed() -> Series:
    """Return women and people."""
    return {
        (ags, year): (women, people)
        for year in BOOKS
        for ags, (_, people, women) in gemeinden(year).items()
    }


def areas_listed() -> Series:
    """Return the area in square kilometres."""
    return {(ags, year): (area,) for year in BOOKS for ags, (area, *_) in gemeinden(year).items()}


def areas_between() -> Series:
    """Return the area of 2019: no Kommune changed it between 2017 and 2021."""
    listed = collected("quellen/indikatoren/bevoelkerungsdichte.csv", "nenner")
    return {
        (ags, "2019"): area
        for (ags, year), area in listed.items()
        if year == "2017" and area == listed[ags, "2021"]
    }


def collected(name: str, *columns: str) -> Series:
    """Return columns of a collected table, by the year they belong to."""
    return {
        (row.get("ags") or row["kreis"], LISTED_AS.get(row["jahr"], row["jahr"])): tuple(
            number(row[column]) for column in columns
        )
        for row in records(name)
        if all(row[column] for column in columns)
    }


def counties_collected() -> Series:
    """Return the people of the counties, and of the Land, which is their sum."""
    counties = collected("quellen/kreise/bevoelkerung_kreise_sh.csv", "wert")
    land: defaultdict[str, Decimal] = defaultdict(Decimal)
    for (_, year), (people, *_) in counties.items():
        land[year] += Decimal(people)
    return counties | {("01", year): (people,) for year, people in land.items()}


def county_of_kommunen() -> Series:
    """Return the sum of the county's Kommunen in the years that are not rounded to tens."""
    kommunen = collected("quellen/population_long.csv", "wert")
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for (_, year), (people, *_) in kommunen.items():
        sums[year] += Decimal(people)
    return {(COUNTY, year): (people,) for year, people in sums.items() if year != ROUNDED}


def in_hundreds(year: str, head: str) -> Series:
    """Return a column of the BBSR's key that is told in hundreds."""
    return {(ags, year): (100 * number(cell),) for ags, cell in _key_column(year, head)}


def in_ones(year: str, head: str) -> Series:
    """Return a column of the BBSR's key."""
    return {(ags, year): (number(cell),) for ags, cell in _key_column(year, head)}


def _key_column(year: str, head: str) -> Iterator[tuple[str, object]]:
    heads, *body = sheets(KEY)[year]
    (place,) = [at for at, one in enumerate(heads) if str(one).startswith(head)]
    for row in body:
        ags = str(row[0]).zfill(8)
        if ags.startswith(COUNTY):
            yield ags, row[place]
