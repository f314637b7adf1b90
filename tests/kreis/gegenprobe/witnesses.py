"""What a value can be held against: a way of reading a source, by area and year."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from kreis.gegenprobe import atlas, documents, elections, registers, tables, zensus
from kreis.gegenprobe.cells import Series

OLDER = "quellen/indikatoren/"
NEWER = "quellen2/"
ATLAS_COUNTIES = "quellen2/kreise_sh_deutschlandatlas.csv"
STRUCTURES = {
    "2024": (tables.STRUCTURE_2024, "quellen2/kreise_sh_strukturdaten_2024.csv"),
    "2025": (tables.STRUCTURE_2025, "quellen2/wahlkreis7_strukturdaten_2025.csv"),
}


@dataclass(frozen=True)
class Witness:
    """A source, and how it is read."""

    name: str
    read: Callable[[], Series]
    is_amendment: bool = False  # says anew what is told by another; our `hinweis` names it then


Witnesses = tuple[Witness, ...]


@cache
def said(witness: Witness) -> Series:
    """Return what a witness says, read once."""
    return witness.read()


def ready(name: str, *columns: str) -> Witness:
    """Return a collected table as a witness."""
    return Witness(name, partial(tables.ready, name, *columns))


def older(name: str, *columns: str) -> Witnesses:
    """Return a collected table of the first collection."""
    return (ready(OLDER + name, *columns),)


def newer(*names: str) -> Witnesses:
    """Return collected tables of the second collection."""
    return tuple(ready(NEWER + name) for name in names)


def counted(table: str, part: str, whole: str = "", name: str = "") -> Witnesses:
    """Return a regional table of the Zensus, and the collected table made from it."""
    raw = Witness(f"Regionaltabelle {table}: {part}", partial(zensus.series, table, part, whole))
    return (raw, *newer(*([f"zensus2022_{name}"] if name else [])))


def people(part: str, name: str = "") -> Witnesses:
    """Return a part of all people of the Zensus."""
    return counted("Demografie", part, zensus.PERSONS[1], name)


def households(part: str, name: str) -> Witnesses:
    """Return a part of all households of the Zensus."""
    return counted("Haushalte", part, zensus.HOUSEHOLDS[1], name)


def buildings(part: str, name: str) -> Witnesses:
    """Return a part of all buildings with living space of the Zensus."""
    return counted("Gebaeude_Wohnungen", part, zensus.BUILDINGS[1], name)


def schooling(part: str, name: str) -> Witnesses:
    """Return a part of all who have left school: with and without a certificate."""
    return counted("HoechsterSchulabschluss", part, "SCHULABS_STP__2+SCHULABS_STP__3", name)


def training(part: str, name: str) -> Witnesses:
    """Return a part of all people from the age of fifteen."""
    return counted("HoechsterBeruflAbschluss", part, "BERUFABS_AUSF_STP", name)


def at_work(part: str, whole: str, name: str) -> Witnesses:
    """Return those at work or looking for it as a part of a whole."""
    codes = ("ERWERBSTAT_KURZ_STP__" + one for one in (part, whole))
    return counted("Erwerbsstatus", *(code.removesuffix("__") for code in codes), name)


def of_atlas(name: str, *collected: str) -> Witnesses:
    """Return both editions of the Deutschlandatlas, and what was collected from it."""
    editions = (
        Witness(f"Deutschlandatlas {edition}: {name}", partial(atlas.series, edition, name))
        for edition in atlas.BOOKS
    )
    counties = Witness(
        f"{ATLAS_COUNTIES}: {name}", partial(tables.chosen, ATLAS_COUNTIES, "indikator", name)
    )
    return (*editions, counties, *newer(*collected))


def structure(
    *words: str, files: tuple[str, ...] = ("2024", "2025"), amended: bool = False
) -> Witnesses:
    """Return a column of the Strukturdaten of 2024 and, for the county, Land and Bund, of 2025.

    Some were amended: the file of 2025 counted the same day anew, or divided by the people that the
    Zensus 2022 found. Our tables keep to the file of 2024.
    """
    told = ", ".join(words)
    return tuple(
        witness
        for year in files
        for raw, collected in (STRUCTURES[year],)
        for is_amendment in (amended and year == "2025",)
        for witness in (
            Witness(
                f"Strukturdaten {year}: {told}",
                partial(tables.structure, raw, words),
                is_amendment,
            ),
            Witness(
                f"{collected}: {told}",
                partial(tables.collected_structure, raw, collected, words),
                is_amendment,
            ),
        )
    )


def inkar(variable: str) -> Witnesses:
    """Return a variable of INKAR by the name GERDA gives it."""
    read = partial(tables.chosen, tables.INKAR, "indikator", variable)
    return (Witness(f"INKAR: {variable}", read),)


def gerda(column: str) -> Witness:
    """Return a column of GERDA for the Zensus 2022."""
    return Witness(f"GERDA: {column}", partial(tables.gerda, column))


def one(name: str, read: Callable[[], Series]) -> Witnesses:
    """Return a single way of reading."""
    return (Witness(name, read),)


def land_use(column: str, collected: str) -> Witnesses:
    """Return a column of the Flächenatlas."""
    raw = one(f"Flächenatlas: {column}", partial(tables.land_use, column))
    return (*raw, *older(collected))


def taxes(head: str, column: str, collected: str) -> Witnesses:
    """Return the rates of a tax."""
    raw = one(f"Hebesätze: {head}", partial(tables.taxes, head, column))
    return (*raw, *newer(collected))


def net(head: str, name: str, *collected: str) -> Witnesses:
    """Return a column of the Breitbandatlas of 2021, and of the Deutschlandatlas later."""
    earlier = one(f"Breitbandatlas: {head}", partial(tables.net, head))
    return (*earlier, *(of_atlas(name) if name else ()), *newer(*collected))


def quoted(area: str, year: str, *quotes: tuple[str, str, str]) -> Witnesses:
    """Return a single value that was read on a page: number, file and words."""
    return one(quotes[0][1], partial(documents.read_there, (area, year), *quotes))


PEOPLE = (
    *one("Gemeindeverzeichnisse 1987, 2009, 2023", registers.people_listed),
    *one("BBSR 2020", partial(registers.in_hundreds, "2020", "Bevölkerung am")),
    *one("BBSR 2021", partial(registers.in_hundreds, "2021", "Bevölkerung am")),
    *one("BBSR 2022", partial(registers.in_ones, "2022", "Bevölkerung am")),
    *one("Reihe", partial(registers.collected, "quellen/population_long.csv", "wert")),
    *quoted(documents.KREIS, "2020", ("317085", documents.FACTS, "{year: 2020, v: 317085,")),
    *one("Kreise", registers.counties_collected),
    *one("Summe der Kommunen", registers.county_of_kommunen),
    *one("31.12.2024", tables.people_2024),
    *newer("bevoelkerung_31122024"),
)
JOBS = tuple(
    witness
    for year in ("2020", "2021")
    for witness in one(
        f"BBSR: Beschäftigte {year}",
        partial(registers.in_hundreds, year, "sozialvers.pflichtig Beschäftigte"),
    )
)
LOCAL = one("Gemeindewahlen, eigene Dateien", elections.local_turnout)
