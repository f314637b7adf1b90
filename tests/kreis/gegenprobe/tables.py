"""Tables that were collected ready, and raw ones that are a plain table: one column, one figure."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import cache

from kreis.gegenprobe.atlas import year_of
from kreis.gegenprobe.cells import Numbers, Series, german, number
from kreis.gegenprobe.folder import records, rows

ABROAD = {"DG": "D"}  # a key of theirs for a key of ours
TAXES = "quellen2/roh/hebesaetze_2021_kreis_pinneberg.csv"
AGS = "Amtlicher Gemeinde-schlüssel"
LATER = ("2022", "2024", "2025")
TAXES_LATER = "quellen2/roh/hebesatz_tbco_gemeinden_auszug.csv"
NET = "quellen2/roh/breitbandatlas_privat_2021_mitte_kreis_pinneberg.csv"
GERDA = "quellen/indikatoren/zensus2022_gerda_alle_spalten.csv"
INKAR = "quellen/kreise/inkar_kreise_sh.csv"
LAND_USE = "quellen/roh/flaechenatlas2019_sh.csv"
PEOPLE_2022 = "quellen/roh/zensus2022_1000A-0000_flat_sh.csv"
STRUCTURE_2024 = "quellen2/roh/europawahl2024_strukturdaten_sh.csv"
STRUCTURE_2025 = "quellen2/roh/btw2025_strukturdaten_sh.csv"


@cache
def ready(name: str, *columns: str) -> Series:
    """Return a collected table: its counts where it has them, else its values."""
    found: Series = {}
    for row in records(f"{name}.csv"):
        wanted = columns or (("zaehler", "nenner") if "nenner" in row else ("wert",))
        area = row["ags"]
        found[ABROAD.get(area, area), row["jahr"]] = tuple(number(row[one]) for one in wanted)
    return found


def chosen(name: str, column: str, wanted: str) -> Series:
    """Return the rows of a long table that are marked as one figure."""
    return {
        (row.get("ags") or row["kreis"], row["jahr"]): (number(row["wert"]),)
        for row in records(name)
        if row[column] == wanted
    }


def gerda(column: str) -> Series:
    """Return a column of GERDA for the Zensus 2022."""
    return {(row["ags"], "2022"): (number(row[f"{column}_census22"]),) for row in records(GERDA)}


def land_use(column: str) -> Series:
    """Return a column of the Flächenatlas 2019."""
    return {(row["ags"], "2019"): (number(row[column]),) for row in records(LAND_USE)}


def people_2022() -> Series:
    """Return the people of the Zensus 2022 from its flat file."""
    return {
        (key[:5] + key[9:], "2022"): (number(row["value"]),)
        for row in records(PEOPLE_2022, ";")
        for key in (row["1_variable_attribute_code"],)
    }


def taxes(head: str, column: str) -> Series:
    """Return a rate of tax of 2021, and of the later years that the second list has."""
    cells = {(row[AGS], "2021"): row[head] for row in records(TAXES, ";")}
    for row in records(TAXES_LATER):
        cells |= {(row["ags"], year): row.get(f"{column}{year}", "") for year in LATER}
    return {key: (number(cell),) for key, cell in cells.items() if cell not in ("", "0")}


def people_2024() -> Series:
    """Return the people at the end of 2024."""
    return {(row["ags"], "2024"): (number(row["ew_31122024"]),) for row in records(TAXES_LATER)}


def net(head: str) -> Series:
    """Return a column of the Breitbandatlas of 2021."""
    return {(row["AGS"], "2021"): (number(row[head]),) for row in records(NET)}


def structure(name: str, words: tuple[str, ...]) -> Series:
    """Return the column of Strukturdaten whose head has these words, by the year in that head."""
    _, heads, *body = _below(rows(name, ";"), "Spalten-Nr.")
    place = place_of(name, words)
    year = year_of(heads[place])
    return {(area, year): told for area, told in _structured(body, place) if told}


def collected_structure(raw: str, collected: str, words: tuple[str, ...]) -> Series:
    """Return the same column as it was collected, under the number that stands above its head."""
    numbered, *_ = _below(rows(raw, ";"), "Spalten-Nr.")
    return chosen(collected, "spalte", numbered[place_of(raw, words)])


def place_of(name: str, words: tuple[str, ...]) -> int:
    """Return where the one column stands whose head has these words."""
    _, heads, *_ = _below(rows(name, ";"), "Spalten-Nr.")
    (place,) = [at for at, head in enumerate(heads) if all(word in head for word in words)]
    return place


def _below(lines: list[list[str]], mark: str) -> list[list[str]]:
    (start,) = [at for at, line in enumerate(lines) if line[0] == mark]
    return lines[start:]


def _structured(body: Iterable[list[str]], place: int) -> Iterable[tuple[str, Numbers]]:
    for line in body:
        area = AREAS.get((line[1], line[2]), line[1])
        yield area, _one(line[place])


# The Wahlkreis 7 is the county. Sums of towns or of rural counties alone are no area of ours.
AREAS = {
    ("01", "Schleswig-Holstein Land"): "01",
    ("01", "Schleswig-Holstein kreisfreie Städte"): "towns",
    ("01", "Schleswig-Holstein Kreise"): "rural counties",
    ("99", "Deutschland"): "D",
    ("99", "Deutschland Städte bzw. Stadtkreise"): "towns",
    ("99", "Deutschland Landkreise bzw. Kreise"): "rural counties",
    ("7", "Pinneberg"): "01056",
    ("901", "Land insgesamt"): "01",
    ("999", "Insgesamt"): "D",
}


def _one(cell: str) -> tuple[Decimal, ...]:
    try:
        return (german(cell),)
    except InvalidOperation:
        return ()
