"""The sums and spans that the notes beside the sources name hold, reckoned from our own tables."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import pytest
from kreis.gegenprobe import atlas, ours
from kreis.gegenprobe.cells import Key, Numbers, is_near, number
from kreis.gegenprobe.folder import needs_folder, text
from kreis.gegenprobe.register import WITNESSES
from kreis.gegenprobe.witnesses import NEWER, said

pytestmark = needs_folder
OLDER_NOTES = "quellen/README.md"
NEWER_NOTES = "quellen2/README.md"
COUNTY, LAND, BUND = "01056", "01", "D"
ISLAND = "01056025"
# By how many people the Kommunen of a county may miss its own row: small counts were altered.
ALTERED = 38
KOMMUNEN = 49
MANY = 80  # files whose lowest and highest value the notes tell

NATION = "wahlbeteiligung-bundestagswahl-kreise"
NIGHT = "wahlbeteiligung-bundestagswahl"

Reckoning = Callable[[], Decimal]


def share(part: Decimal, whole: Decimal) -> Decimal:
    """Return a percentage with two digits behind the comma."""
    return round(100 * part / whole, 2)


def turnout(election: str, area: str, year: int) -> Reckoning:
    """Return how many of a hundred voted."""
    return lambda: share(*ours.counts(f"wahlbeteiligung-{election}", area, year))


def part(name: str, area: str = COUNTY, year: int = 2022) -> Reckoning:
    """Return a numerator."""
    return lambda: ours.counts(name, area, year)[0]


def told(name: str, area: str, year: int) -> Reckoning:
    """Return a value."""
    return lambda: ours.value(name, area, year)


def added(name: str, year: int) -> Reckoning:
    """Return the sum of the Kommunen."""
    return lambda: sum_of(ours.of_kommunen(name, year).values())


def sum_of(values: Iterable[Numbers], place: int = 0) -> Decimal:
    """Return the sum of values, of numerators (0) or of denominators (1)."""
    return sum((Decimal(numbers[place]) for numbers in values), Decimal(0))


def of_the_night(place: int) -> Reckoning:
    """Return a sum over what the night of the election told of: all but Helgoland."""
    return lambda: sum_of(
        (both for (area, _), both in ours.table(NIGHT).items() if len(area) > len(COUNTY)), place
    )


NIGHT_NOTE = "17 Gebiete 199.438 / 235.692"
LANDTAG = "60,35 / 64,21 / 60,18 / 73,57 / 66,55 / 69,50 / 71,78 % (2022 … 1996)"
LANDTAG_YEARS = (2022, 2017, 2012, 2009, 2005, 2000, 1996)


def landtag() -> Iterator[tuple[str, Reckoning]]:
    """Yield the turnout of the Land in each year, as the notes tell it."""
    for told_share, year in zip(LANDTAG.split(" %")[0].split(" / "), LANDTAG_YEARS, strict=True):
        yield told_share.replace(",", "."), turnout("landtagswahl", LAND, year)


# What the notes say, in their words, and what we reckon.
NAMED: tuple[tuple[str, str, str, Reckoning], ...] = (
    (NEWER_NOTES, "Kreiszeile 320.275", "320275", told("zensus-bevoelkerung", COUNTY, 2022)),
    (OLDER_NOTES, "49 Zensuswerte 320.275", "320275", added("zensus-bevoelkerung", 2022)),
    (NEWER_NOTES, "Ausländer 37.362", "37362", part("auslaenderanteil")),
    (NEWER_NOTES, "Einwanderungsgeschichte 64.228", "64228", part("einwanderungsgeschichte")),
    (NEWER_NOTES, "(amtlich 322.130)", "322130", added("bevoelkerung", 2022)),
    (OLDER_NOTES, "2022: 322.130", "322130", told("bevoelkerung", COUNTY, 2022)),
    (OLDER_NOTES, "2014: Kreissumme 304.087", "304087", added("bevoelkerung", 2014)),
    (OLDER_NOTES, "(Kreissumme 316.103 geprüft)", "316103", added("bevoelkerung", 2019)),
    *((NEWER_NOTES, LANDTAG, *one) for one in landtag()),
    (NEWER_NOTES, "Europawahl Bund 64,74", "64.74", turnout("europawahl", BUND, 2024)),
    (NEWER_NOTES, "SH 64,41 %", "64.41", turnout("europawahl", LAND, 2024)),
    (NEWER_NOTES, NIGHT_NOTE, "199438", of_the_night(0)),
    (NEWER_NOTES, NIGHT_NOTE, "235692", of_the_night(1)),
    (NEWER_NOTES, "Bundestagswahl Kreis 84,60 %", "84.60", turnout("bundestagswahl", COUNTY, 2025)),
    (NEWER_NOTES, "amtlich 200.304 / 236.767", "200304", part(NATION, COUNTY, 2025)),
    (NEWER_NOTES, "VGR 2023: Kreis 31.360", "31360", told("verfuegbares-einkommen", COUNTY, 2023)),
    (NEWER_NOTES, "Land 29.395", "29395", told("verfuegbares-einkommen", LAND, 2023)),
    (NEWER_NOTES, "Bund 28.452", "28452", told("verfuegbares-einkommen", BUND, 2023)),
    (NEWER_NOTES, "40.898 / 44.796 € je Einw.", "40898", told("steuereinnahmekraft", ISLAND, 2022)),
    (NEWER_NOTES, "40.898 / 44.796 € je Einw.", "44796", told("steuereinnahmekraft", ISLAND, 2023)),
    (
        NEWER_NOTES,
        "1,4 % (06/2022) → 99,5 % (12/2023)",
        "1.4",
        told("breitband-50", "01056019", 2022),
    ),
    (
        NEWER_NOTES,
        "1,4 % (06/2022) → 99,5 % (12/2023)",
        "99.5",
        told("breitband-50", "01056019", 2023),
    ),
)


@pytest.mark.parametrize("named", NAMED, ids=lambda named: f"{named[1]}: {named[2]}")
def test_a_named_sum_holds(named: tuple[str, str, str, Reckoning]) -> None:
    notes, words, value, reckoned = named
    assert words in text(notes)
    assert is_near(reckoned(), Decimal(value)), reckoned()


def test_the_kommunen_of_the_zensus_miss_the_county_by_few() -> None:
    assert f"weicht je Merkmal um 0–{ALTERED} Personen ab" in text(NEWER_NOTES)
    missed = {name: gaps(name) for name in WITNESSES if is_counted_in_full(name)}
    assert len(missed) > 30
    assert {name: gap for name, gap in missed.items() if max(gap) > ALTERED * columns(name)} == {}


def is_counted_in_full(name: str) -> bool:
    """Say whether the Zensus has a figure for each Kommune and the county, as counts."""
    table = ours.table(name)
    is_counted = any("Regionaltabelle" in witness.name for witness in WITNESSES[name])
    is_whole = len(ours.of_kommunen(name, 2022)) == KOMMUNEN and (COUNTY, "2022") in table
    return is_counted and is_whole and not any("/" in numbers for numbers in table.values())


def columns(name: str) -> int:
    """Return of how many columns of a regional table a figure is the sum."""
    parts = (one.name for one in WITNESSES[name] if "Regionaltabelle" in one.name)
    return max(part.count("+") + 1 for part in parts)


def gaps(name: str) -> list[Decimal]:
    """Return by how much the sums of the Kommunen miss the county's own row."""
    county, kommunen = ours.table(name)[COUNTY, "2022"], ours.of_kommunen(name, 2022).values()
    return [abs(sum_of(kommunen, at) - Decimal(whole)) for at, whole in enumerate(county)]


def test_people_per_area_times_area_are_the_people() -> None:
    assert "Dichte 2022 x Fläche, Summe 322.129,8" in text(NEWER_NOTES)
    density = atlas.series("2024", "bev_dicht")
    areas = ours.of_kommunen("flaeche", 2023)
    people = sum(Decimal(density[ags, "2022"][0]) * Decimal(area) for ags, (area,) in areas.items())
    assert round(people, 1) == Decimal("322129.8")


def test_the_people_of_2024_are_those_of_their_density() -> None:
    assert "für alle 49 (max. Abw. 0,1)" in text(NEWER_NOTES)
    density = atlas.series("2026", "bev_dicht")
    areas = ours.of_kommunen("flaeche", 2023)
    for ags, (people,) in ours.of_kommunen("bevoelkerung", 2024).items():
        (area,) = areas[ags]
        assert abs(Decimal(density[ags, "2024"][0]) * Decimal(area) - Decimal(people)) < 1, ags


# --- The spans in the table of files ---

SPAN = re.compile(r"^\| (\w+)\.csv \|.*\| (-?[\d.]+) … (-?[\d.]+) \|", re.MULTILINE)


def spans() -> dict[str, tuple[Decimal, Decimal]]:
    """Return the lowest and the highest value of the Kommunen for each file of the notes."""
    found = SPAN.findall(text(NEWER_NOTES))
    return {name: (number(low), number(high)) for name, low, high in found}


def told_by(file: str) -> Iterator[tuple[str, list[Decimal]]]:
    """Yield our values of the Kommunen for what a file has, of each table it speaks for."""
    for name in WITNESSES:
        for witness in WITNESSES[name]:
            if witness.name == NEWER + file:
                yield name, [one_number(ours.table(name)[key]) for key in keys(name, said(witness))]


def keys(name: str, series: Iterable[Key]) -> list[Key]:
    """Return where a table and a file both have a value of a Kommune."""
    return [key for key in series if len(key[0]) == ours.AGS and key in ours.table(name)]


def one_number(numbers: Numbers) -> Decimal:
    """Return a value, or the percentage of two counts."""
    if len(numbers) == 1:
        return Decimal(numbers[0])
    return 100 * Decimal(numbers[0]) / Decimal(numbers[1])


def test_lowest_and_highest_are_those_of_the_notes() -> None:
    compared = [
        (file, name, (min(values), max(values)), span)
        for file, span in spans().items()
        for name, values in told_by(file)
    ]
    assert len(compared) > MANY
    assert [
        (file, name, have, span)
        for file, name, have, span in compared
        if not (is_near(have[0], span[0]) and is_near(have[1], span[1]))
    ] == []
