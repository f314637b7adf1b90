"""Elections as they were counted: polling districts added up to Kommunen, Ämter and the county."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from kreis.gegenprobe.cells import Key, Numbers, Series, german, number
from kreis.gegenprobe.folder import records, rows, sheets

COUNTY = "01056"
LAND = "quellen2/roh/landtagswahl_2022_wahlbezirke_kreis_pinneberg.xlsx"
EUROPE = "quellen2/roh/europawahl_2024_wbz_kreis_pinneberg.csv"
NATION = "quellen2/roh/btw2025_kreise_sh.csv"
NIGHT = "quellen2/roh/zeit_btw25_gemeindeverbaende_pinneberg.csv"
LOCAL = "quellen/roh/gemeindewahl_"
LOCAL_2018 = f"{LOCAL}2018_kreis_pinneberg_2230_spalten.csv"
LOCAL_2023 = f"{LOCAL}2023_stimmbezirke_kreis_pinneberg.csv"

District = tuple[str, str, str, dict[str, Decimal]]
Counted = Iterable[tuple[str, Numbers]]


def added(year: str, districts: Counted) -> Series:
    """Return the sums of what was counted in the districts of each area."""
    sums: defaultdict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for area, numbers in districts:
        sums[area] = [have + Decimal(more) for have, more in zip(sums[area], numbers, strict=True)]
    return {(area, year): tuple(both) for area, both in sums.items()}


# --- Landtagswahl 2022: who may vote A, with a mark for a postal ballot A2, who voted B ---


@cache
def land_districts() -> tuple[District, ...]:
    """Return key, key of the Amt, name of the Kommune and counts of each district."""
    _, _, letters, *body = sheets(LAND)["Sheet1"]
    return tuple(
        (str(row[0]), str(row[4]), str(row[2] or ""), _lettered(letters, row))
        for row in body
        if str(row[0]).isdigit()
    )


def _lettered(letters: tuple[object, ...], row: tuple[object, ...]) -> dict[str, Decimal]:
    wanted = ("A", "A2", "B")
    return {str(at): number(cell) for at, cell in zip(letters, row, strict=True) if at in wanted}


def has_joint_post(amt: str) -> bool:
    """Say whether an Amt of several Kommunen counts their postal votes together."""
    names = {name for _, at, name, _ in land_districts() if at == amt and name}
    has_own_rows = any(at == amt and not name for _, at, name, _ in land_districts())
    return has_own_rows and len(names) > 1


def turnout_2022() -> Series:
    """Return voters and who may vote: of Kommunen, else of the Amt that counts for them."""
    districts = list(land_districts())
    found = added("2022", _land_areas(districts))
    county = added("2022", ((COUNTY, (row["B"], row["A"])) for *_, row in districts))
    return found | county


def _land_areas(districts: list[District]) -> Iterator[tuple[str, Numbers]]:
    seats = {amt: key for key, amt, name, _ in districts if name}
    for key, amt, name, row in districts:
        if has_joint_post(amt):
            yield f"0105656{amt.zfill(2)}", (row["B"], row["A"])
        else:
            own = key if name else seats[amt]
            yield f"{COUNTY}{own[2:5]}", (row["B"], row["A"])


def postal_2022() -> Series:
    """Return who asked for a postal ballot and who may vote."""
    own = [(key, row) for key, _, name, row in land_districts() if name]
    marked = added("2022", ((f"{COUNTY}{key[2:5]}", (row["A2"], row["A"])) for key, row in own))
    return marked | added("2022", ((COUNTY, (row["A2"], row["A"])) for _, row in own))


# --- Europawahl 2024: by Ämter and Kommunen without one, post and ballot boxes together ---


def turnout_2024() -> Series:
    """Return voters and who may vote of each administration and the county."""
    districts = records(EUROPE, ";")
    counted = [(_administration(row), _voters(row)) for row in districts]
    county = [(COUNTY, numbers) for _, numbers in counted]
    return added("2024", [*counted, *county])


def _administration(row: dict[str, str]) -> str:
    verband = row["Verbandsgemeinde"]
    return f"{COUNTY}{verband}" if verband[0] == "5" else f"{COUNTY}{verband[1:]}"


def _voters(row: dict[str, str]) -> Numbers:
    return german(row["Wählende"]), german(row["Wahlberechtigte"])


# --- Bundestagswahl 2025 ---


def turnout_2025() -> Series:
    """Return voters and who may vote of the counties."""
    heads = {"SH": "Schleswig-Holstein"}
    counties = [row for row in rows(NATION, ";") if row[0] in heads]
    return {(row[1], "2025"): (number(row[4]), number(row[3])) for row in counties}


def turnout_2025_of_county() -> Series:
    """Return voters and who may vote of our county."""
    return {key: both for key, both in turnout_2025().items() if key[0] == COUNTY}


def turnout_of_the_night() -> Series:
    """Return voters and who may vote of each administration, as known in the night."""
    found: Series = {}
    for row in records(NIGHT):
        place = row["id"]
        area = place if place[5] == "5" else place[:5] + place[6:]
        found[area, "2025"] = (number(row["waehlende"]), number(row["wahlberechtigte"]))
    return found


# --- Gemeindewahlen ---


def local_turnout() -> Series:
    """Return voters and who may vote in the four years whose own files are there."""
    early = (*_local_book("1998"), *_local_book("2003"))
    late = {_area_2018(row): (number(row[9]), number(row[8])) for row in _rows_2018()}
    return dict(early) | {(area, "2018"): both for area, both in late.items()} | _local_2023()


def _local_book(year: str) -> Iterator[tuple[Key, Numbers]]:
    """Yield the rows of a workbook that has keys like „56 013“, voters in G, who may vote in C."""
    for row in sheets(f"{LOCAL}sh_{year}.xlsx")["summary"]:
        key = str(row[0])
        if key.startswith("56 "):
            yield (f"{COUNTY}{key[3:]}", year), (german(row[6]), german(row[2]))


def _rows_2018() -> list[list[str]]:
    return rows(LOCAL_2018)[1:]


def _area_2018(row: list[str]) -> str:
    return row[3].zfill(8)


def _local_2023() -> Series:
    return added(
        "2023",
        (
            (f"{COUNTY}{row['gemeinde'][-3:]}", (number(row[f"{who}_gesamt"]), number(row[may])))
            for row in records(LOCAL_2023)
            for who, may in (("waehlende", "wahlberechtigte_gesamt"),)
        ),
    )


def postal_2018() -> Series:
    """Return who voted by post and who voted."""
    return {(_area_2018(row), "2018"): (number(row[10]), number(row[9])) for row in _rows_2018()}


def women_2018() -> Series:
    """Return the seats of women and all seats given, from 739 times three columns."""
    heads = rows(LOCAL_2018)[0]
    columns = [place for place, head in enumerate(heads) if head == "Mandate Frauen"]
    return {(_area_2018(row), "2018"): (_sum(row, columns), number(row[6])) for row in _rows_2018()}


def _sum(row: list[str], columns: list[int]) -> Decimal:
    return sum((number(row[place]) for place in columns if row[place].strip()), Decimal(0))
