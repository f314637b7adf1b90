"""Destatis, Gemeindeverzeichnis (Auszug, xlsx) of any year since 1987: people, area, centre.

    Satz-art | Land | RB | Kreis | VB | Gem | Gemeindename | Fläche km2 | insgesamt | männlich | …
    60       | 01   | 0  | 56    | 0015 | 015 | Elmshorn, Stadt | 21.36 | 50728 | 24907 | …

Rows with Satzart 60 are Kommunen. Heads are spread over several rows and differ from year to
year; the centre is in degrees, in 2009 in degrees.minutesseconds, which looks just the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from fokusbericht.importers.excel import read_sheets
from fokusbericht.importers.guide import Columns, Gebietsebene, Guide
from fokusbericht.importers.keys import joined
from fokusbericht.importers.sheets import Sheet, cell_at, text_of
from fokusbericht.importers.stichtag import Stichtag, days_in
from fokusbericht.importers.table import SourceLine, SourceTable
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.numbers import CellValue, read_number

ART = "gemeindeverzeichnis"
HEADS = ("Schlüssel", "Gemeindename", "Fläche", "insgesamt", "männlich", "weiblich")
KEY = ("land", "rb", "kreis", "gem")
# How a head begins, in any year; „gemeinde“ was the head of the Kommune's number in 1987.
BEGINNINGS: Mapping[str, tuple[str, ...]] = {
    "satzart": ("satzart",),
    "land": ("land",),
    "rb": ("rb",),
    "kreis": ("kreis",),
    "gem": ("gem",),
    "Gemeindename": ("gemeindename",),
    "Fläche": ("fläche",),
    "insgesamt": ("insgesamt",),
    "männlich": ("männlich",),
    "weiblich": ("weiblich",),
}
EXACT = ("land", "rb", "kreis", "gem")
ALSO = {"gemeinde": "gem"}
CENTRE = ("Längengrad", "Breitengrad")
HEAD_ROWS = 8
MUNICIPALITY = "60"
DAY = re.compile(r"(?<!\d)(\d\d)\.(\d\d)\.((?:19|20)\d\d)(?!\d)")
# What a head says of the people, up to where it goes on to the area.
PEOPLE = re.compile(r"(?:Bevölkerung|Einwohner)(?:(?!Fläche).)*", re.DOTALL)
ENOUGH_CENTRES = 20

BASE = Guide(
    art=ART,
    schluessel=("Schlüssel",),
    dezimalzeichen=",",
    ebenen=(Gebietsebene.KOMMUNE,),
)
# Which of our indicators it fills, and with what.
INDICATORS: Mapping[str, tuple[str, ...]] = {
    "bevoelkerung": ("insgesamt",),
    "flaeche": ("Fläche",),
    "frauenanteil": ("weiblich", "insgesamt"),
    "bevoelkerungsdichte": ("insgesamt", "Fläche"),
}


@dataclass(frozen=True, slots=True)
class Midpoint:
    """The middle of a Kommune in decimal degrees."""

    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the register."""

    table: SourceTable
    year: int
    midpoints: Mapping[str, Midpoint]
    """The middle of each Kommune, by key; empty before 2009."""


def guide_for(indicator: str) -> Guide | None:
    """Return how to fill one of our indicators; None if the register has nothing for it."""
    parts = INDICATORS.get(indicator)
    return replace(BASE, werte=tuple(Columns((part,)) for part in parts)) if parts else None


def read(path: Path, shown: str, year: int | None, problems: list[Problem]) -> Edition | None:
    """Return the Kommunen of an edition; None after a problem.

    The year is that of the head over the people. A given year confirms it where the file
    contradicts itself, and never stands against it.
    """
    opened = _open(path, shown, problems)
    if opened is None:
        return None
    claims = tuple(_claims(opened))
    refusal = _no_year_end(opened) or _refusal(claims, year)
    if refusal:
        problems.append(Problem(Place(shown), refusal, ART))
        return None
    found = year or claims[0].year
    return Edition(_table(opened), found, _midpoints(opened))


def _midpoints(opened: "_Opened") -> dict[str, Midpoint]:
    """Return the middle of each Kommune; old editions have none."""
    columns = opened.columns
    if not all(name in columns for name in CENTRE):
        return {}
    pairs: dict[str, tuple[Decimal, Decimal]] = {}
    for row in _municipalities(opened):
        lon, lat = (_degrees(cell_at(row, columns[name])) for name in CENTRE)
        if lon is not None and lat is not None:
            pairs[_key(row, columns)] = (lon, lat)
    if are_sexagesimal([number for pair in pairs.values() for number in pair]):
        pairs = {
            key: (from_sexagesimal(lon), from_sexagesimal(lat)) for key, (lon, lat) in pairs.items()
        }
    return {key: Midpoint(float(lon), float(lat)) for key, (lon, lat) in pairs.items()}


def are_sexagesimal(numbers: Sequence[Decimal]) -> bool:
    """Tell whether numbers are degrees.minutesseconds: no pair of digits ever exceeds 60.

    Among decimal degrees two of three numbers would; so some dozens of numbers are a proof.
    Seconds are rounded and may be 60: 54.0260 is 54° 3' 0".
    """
    return len(numbers) >= ENOUGH_CENTRES and all(map(_is_sexagesimal, numbers))


def _is_sexagesimal(number: Decimal) -> bool:
    digits = f"{number % 1:f}".partition(".")[2].rstrip("0").ljust(4, "0")
    return len(digits) == 4 and int(digits[:2]) < 60 and int(digits[2:]) <= 60


def from_sexagesimal(number: Decimal) -> Decimal:
    """Return decimal degrees.

    >>> round(from_sexagesimal(Decimal("9.2615")), 4)
    Decimal('9.4375')
    """
    degrees = number // 1
    minutes, seconds = divmod((number - degrees) * 10_000, 100)
    return degrees + minutes / 60 + seconds / 3600


@dataclass(frozen=True, slots=True)
class _Opened:
    """The sheets of an edition, and where the columns are."""

    contents: Sheet
    data: Sheet
    columns: Mapping[str, int]


def _open(path: Path, shown: str, problems: list[Problem]) -> _Opened | None:
    sheets = read_sheets(path, shown, _chosen_sheets, problems)
    if not sheets:
        return None
    data = sheets[-1]
    columns = _columns(data)
    missing = [name for name in BEGINNINGS if name not in columns]
    if missing:
        sentence = (
            f"Das Blatt „{data.name}“ ist kein Gemeindeverzeichnis: Es fehlt "
            f"{', '.join(f'„{name}“' for name in missing)}."
        )
        problems.append(Problem(Place(shown), sentence, ART))
        return None
    return _Opened(sheets[0], data, columns)


def _chosen_sheets(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the contents, and the first sheet that speaks of Kommunen, not of their unions."""
    found = [name for name in names if re.search("gemeinde(?:n|daten)", name.lower())]
    return tuple(dict.fromkeys((names[0], *found[:1])))


def _columns(sheet: Sheet) -> dict[str, int]:
    """Return where each head is; the first one counts."""
    found: dict[str, int] = {}
    for row in sheet.rows[:HEAD_ROWS]:
        for column, cell in enumerate(row):
            name = _head_name(cell)
            if name:
                found.setdefault(name, column)
    return found


def _head_name(cell: CellValue) -> str:
    text = re.sub(r"[\s-]", "", text_of(cell)).lower()
    if text in ALSO:
        return ALSO[text]
    for name, beginnings in BEGINNINGS.items():
        if text in beginnings if name in EXACT else text.startswith(beginnings):
            return name
    return next((name for name in CENTRE if text == name.lower()), "")


@dataclass(frozen=True, slots=True)
class _DayClaim:
    """What a file says of the day its figures are of."""

    where: str
    told: str
    year: int


HEAD = "Kopf der Spalte Bevölkerung"


def _claims(opened: _Opened) -> Iterator[_DayClaim]:
    """Yield what a file says of the day of its figures, the head over the people first."""
    head = _head_day(opened)
    if head:
        # Figures of 01.01.2022 are those of the day before.
        yield _DayClaim(HEAD, head.told, head.year - head.is_first_day)
    if title := _last_day(text_of(cell_at(opened.data.rows[0], 0))):
        yield _DayClaim("Titel der Tabelle", title.told, title.year)
    for where, day in (
        ("Name des Blatts", _day_in_name(opened.data.name)),
        *_contents(opened.contents),
    ):
        # 01.01.1988 is the territory on the day after, the figures are of the day before.
        if day and not day.startswith("01.01."):
            yield _DayClaim(where, day, int(day[-4:]))


def _head_day(opened: _Opened) -> Stichtag | None:
    """Return the day in the heads over the people; the one beside that word counts first."""
    heads = " | ".join(_heads_over_people(opened))
    beside = PEOPLE.search(heads)
    days = (beside and days_in(beside[0])) or days_in(heads)
    return days[0] if days else None


def _heads_over_people(opened: _Opened) -> Iterator[str]:
    """Yield the heads over the people; they may stand before, over the area as well."""
    columns = opened.columns
    for row in opened.data.rows[1:HEAD_ROWS]:
        if text_of(cell_at(row, columns["satzart"])).isdigit():
            break
        people, area = (text_of(cell_at(row, columns[name])) for name in ("insgesamt", "Fläche"))
        if people or not area.startswith("Fläche") or PEOPLE.search(area):
            yield people or area


def _last_day(title: str) -> Stichtag | None:
    return next((day for day in reversed(days_in(title)) if not day.is_first_day), None)


def _no_year_end(opened: _Opened) -> str:
    """Return that the people are not those of the end of a year; nothing if they are."""
    head = _head_day(opened)
    if head is None or head.is_end or head.is_first_day:
        return ""
    return (
        f"Der Kopf der Spalte Bevölkerung nennt „{head.told}“. Gelesen wird nur der Stand am "
        "Jahresende (31.12.); bitte die Jahresausgabe herunterladen."
    )


def _day_in_name(name: str) -> str:
    """Return the day in the name of a sheet: 31.12.2023, 31122023, 311217, or a year alone."""
    if day := DAY.search(name):
        return day[0]
    if match := re.search(r"(?<!\d)([0-3]\d)([01]\d)((?:(?:19|20)?\d\d))(?!\d)", name):
        year = match[3] if len(match[3]) == 4 else ("19" if match[3] > "80" else "20") + match[3]
        return f"{match[1]}.{match[2]}.{year}"
    match = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", name)
    return match[0] if match else ""


def _contents(sheet: Sheet) -> Iterator[tuple[str, str]]:
    for row in sheet.rows:
        text = text_of(cell_at(row, 0))
        if text.startswith(("Bevölkerung:", "Gebietsstand:")) and (day := DAY.search(text)):
            yield f"Blatt „{sheet.name}“, {text.partition(':')[0]}", day[0]


def _refusal(claims: Sequence[_DayClaim], given: int | None) -> str:
    """Return why no year is certain; nothing if one is."""
    if not claims:
        return "" if given else "Aus der Datei geht kein Stichtag hervor. Bitte mit --jahr angeben."
    told = "; ".join(f"{one.where}: {one.told}" for one in claims)
    years = dict.fromkeys(one.year for one in claims)
    head = next((one.year for one in claims if one.where == HEAD), None)
    if given is not None and given not in ({head} if head else years):
        return f"Angegeben ist --jahr {given}, die Datei sagt etwas anderes ({told})."
    if given is None and len(years) > 1:
        advice = f"--jahr {head}" if head else f"--jahr, etwa --jahr {next(iter(years))}"
        return (
            f"Die Datei widerspricht sich beim Stichtag ({told}). Der Kopf der Spalte zählt. "
            f"Stimmt er, bitte mit {advice} bestätigen."
        )
    return ""


def _municipalities(opened: _Opened) -> Iterator[tuple[CellValue, ...]]:
    return (row for row in opened.data.rows if _is_municipality(row, opened.columns))


def _is_municipality(row: tuple[CellValue, ...], columns: Mapping[str, int]) -> bool:
    return text_of(cell_at(row, columns["satzart"])) == MUNICIPALITY


def _table(opened: _Opened) -> SourceTable:
    columns = opened.columns
    places = (columns["land"], *(columns[name] for name in HEADS[1:]))
    lines = tuple(
        SourceLine(number, (_key(row, columns), *(cell_at(row, c) for c in places[1:])), places)
        for number, row in zip(opened.data.lines, opened.data.rows, strict=True)
        if _is_municipality(row, columns)
    )
    return SourceTable(opened.data.path, HEADS, lines)


def _key(row: tuple[CellValue, ...], columns: Mapping[str, int]) -> str:
    return joined([cell_at(row, columns[name]) for name in KEY])


def _degrees(cell: CellValue) -> Decimal | None:
    number = read_number(cell, {}, ",") if cell != "" else None
    return number if isinstance(number, Decimal) else None
