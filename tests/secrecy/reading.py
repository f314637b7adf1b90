"""What an outsider reads out of the bytes of a built site: intervals that printed digits leave.

Nothing here knows the program; it knows the formats, as anybody does who opens the files.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from secrecy.county import KOMMUNEN, KREIS, NAMES, QUARTIERE, ROOMS, County

Site = Mapping[str, bytes]

VALUE = "wert"
WEIGHT = "gewicht"  # of a mean or the denominator of a share, as a rank rule tells about it
LEAST, MOST = "wilson von", "wilson bis"
PLACE = "platz"  # in a ranking by height


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """Between what a figure lies, or what else is told about it (`what`)."""

    indicator: str
    area: str
    year: int
    low: float
    high: float
    what: str = VALUE


@dataclass(frozen=True, slots=True)
class Atlas:
    """What everybody knows about a county: the names of places and figures."""

    areas: Mapping[str, str]  # by name
    indicators: Mapping[str, str]  # by title
    digits: Mapping[str, int]


AREAS = (
    {name: ags for ags, name in zip(KOMMUNEN, NAMES, strict=True)}
    | {f"{name} (Gemeinde)": ags for ags, name in zip(KOMMUNEN, NAMES, strict=True)}
    | {room.title(): room for room in ROOMS}
    | {f"Raum {room.title()}": room for room in ROOMS}
    | {f"Anger: Viertel {key[-1]}": key for keys in QUARTIERE.values() for key in keys}
    | {"Musterkreis": KREIS}
)


def atlas_of(county: County) -> Atlas:
    """Return the public names of a county's places and figures."""
    tables = county.tables
    return Atlas(
        AREAS,
        {str(table.head["titel"]): name for name, table in tables.items()},
        {name: int(str(table.head.get("dezimalstellen", 0))) for name, table in tables.items()},
    )


NUMBER = r"[-−]?\d{1,3}(?:\.\d{3})*(?:,\d+)?|[-−]?\d+(?:,\d+)?"


def interval(text: str, digits: int | None = None) -> tuple[float, float] | None:
    """Return what a German number stands for: 2,5 is 2.45 to 2.55; None for any mark.

    >>> interval("1.234,5")
    (1234.45, 1234.55)
    """
    clean = text.strip().removesuffix("%").strip()
    if not re.fullmatch(NUMBER, clean):
        return None
    plain = clean.replace("−", "-").replace(".", "").replace(",", ".")
    shown = len(plain.partition(".")[2]) if digits is None else digits
    return around(float(plain), shown)


def around(value: float, digits: int) -> tuple[float, float]:
    """Return what a number with so many decimals may have been before it was rounded."""
    half = 0.5 / 10**digits
    return round(value - half, 9), round(value + half, 9)


Raw = tuple[str, str, int, str]  # indicator, area, year, number as it stands in the file


def of_column(rows: Iterable[Raw]) -> Iterator[Reading]:
    """Yield readings of a file that drops zeros at the end: its longest number tells its digits."""
    known = [row for row in rows if re.fullmatch(r"[-−]?\d+([.,]\d+)?", row[3])]
    longest: dict[str, int] = {}
    for name, _, _, text in known:
        shown = len(re.split("[.,]", text)[1]) if re.search("[.,]", text) else 0
        longest[name] = max(longest.get(name, 0), shown)
    for name, area, year, text in known:
        value = float(text.replace(",", ".").replace("−", "-"))
        yield Reading(name, area, year, *around(value, longest[name]))


Reader = Callable[[str, bytes, Atlas], Iterable[Reading]]


def read(site: Site, atlas: Atlas, files: str = ".*") -> frozenset[Reading]:
    """Return all readings of the files whose paths fit a pattern."""
    found: set[Reading] = set()
    for path in site:
        if re.fullmatch(files, path) and not path.startswith("assets/"):
            found |= _read_file(path, site[path], _Named(atlas))
    return frozenset(found)


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    atlas: Atlas

    def __hash__(self) -> int:
        return hash(tuple(self.atlas.indicators.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Named) and self.atlas == other.atlas


@cache
def _read_file(path: str, data: bytes, named: _Named) -> frozenset[Reading]:
    from secrecy import reading_drawings, reading_pages, reading_tables

    readers: tuple[tuple[str, Reader], ...] = (
        *reading_tables.READERS,
        *reading_pages.READERS,
        *reading_drawings.READERS,
    )
    return frozenset(
        one
        for pattern, reader in readers
        if re.fullmatch(pattern, path)
        for one in reader(path, data, named.atlas)
    )
