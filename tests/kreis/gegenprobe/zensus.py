"""The regional tables of the Zensus 2022: counts by the code of a characteristic."""

from functools import cache

from kreis.gegenprobe.cells import UNSURE, Number, Numbers, Series, number, total
from kreis.gegenprobe.folder import records

YEAR = "2022"
NOUGHT = "–"
TABLE = "quellen2/roh/zensus2022_regionaltabelle_{}.csv"
PERSONS = ("Demografie", "0_Insgesamt_")
HOUSEHOLDS = ("Haushalte", "0_Insgesamt_")
# All buildings with living space, be they houses to live in or others.
BUILDINGS = ("Gebaeude_Wohnungen", "GEBAEUDEART_SYS_1")


def area_of(regional: str) -> str:
    """Return our key for a regional key of two, five, nine or twelve digits."""
    if regional == "00":
        return "D"
    return regional[:5] + regional[9:] if len(regional) == 12 else regional


def cell(text: str) -> Number:
    """Return a count; a dash is none, a stroke is too unsure to be told."""
    return UNSURE if text == UNSURE else number(text.replace(NOUGHT, "0"))


@cache
def counts(table: str, codes: str) -> dict[str, Number]:
    """Return the sum of some columns, `A+B`, or what is left, `A-B`, for each area."""
    return {
        area_of(row["_RS"]): _reckoned({code: row[code] for code in _codes(codes)}, codes)
        for row in records(TABLE.format(table), ";")
    }


def _codes(codes: str) -> list[str]:
    return codes.replace("-", "+").split("+")


def _reckoned(row: dict[str, str], codes: str) -> Number:
    plus, *minus = codes.split("-")
    added = total(cell(row[code]) for code in plus.split("+"))
    taken = total(cell(row[code]) for code in minus)
    if isinstance(added, str) or isinstance(taken, str):
        return UNSURE
    return added - taken


def series(table: str, part: str, whole: str = "") -> Series:
    """Return counts, or parts with what they are parts of."""
    columns = [counts(table, codes) for codes in (part, whole) if codes]
    return {(area, YEAR): _told(tuple(column[area] for column in columns)) for area in columns[0]}


def _told(numbers: Numbers) -> Numbers:
    """Say that both are unsure where one is: half a share is none."""
    return (UNSURE,) * len(numbers) if UNSURE in numbers else numbers
