"""The day that figures are of, in all the ways in which heads and titles write it.

31.12.2021, 31.12.21, 2021-12-31, 31. Dezember 2021, Dez. 2021, 2021; not the year of a census.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"]
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
MONTH = r"(?P<month>\d{1,2})"
DAY = r"(?<!\d)(?P<day>\d{1,2})"
NAMED = r"(?P<name>jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)[a-zä]*\.?"
# The most exact first: a year alone counts only where nothing says more.
SPELLINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{DAY}\.\s?{MONTH}\.\s?(?P<year>(?:19|20)\d\d|\d\d)(?!\d)"
        rf"|(?<!\d)(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
        rf"|{DAY.replace('day', 'day2')}\.\s?{NAMED}\s?{YEAR.replace('year', 'year2')}",
        rf"(?<![a-zä]){NAMED}\s?{YEAR}",
        rf"(?<![\d.])(?<!Zensus )(?<!NUTS ){YEAR}(?![.\d]\d)",
    )
)


@dataclass(frozen=True, slots=True)
class Stichtag:
    """A day as it is told; a year alone means its end."""

    told: str
    year: int
    month: int = 12
    day: int = 31

    @property
    def is_first_day(self) -> bool:
        """Say whether it is the day after the end of a year."""
        return (self.month, self.day) == (1, 1)

    @property
    def is_end(self) -> bool:
        """Say whether it is the end of a year."""
        return (self.month, self.day) == (12, 31)


def days_in(text: str) -> list[Stichtag]:
    """Return the days in a text, all of the most exact spelling that it has.

    >>> [(one.told, one.year) for one in days_in("am 31.12.21")]
    [('31.12.21', 2021)]
    >>> [(one.told, one.month) for one in days_in("Zensus 2022, 31. März 2023")]
    [('31. März 2023', 3)]
    >>> [one.year for text in ("Dez. 2021", "Stand 2020", "Zensus 2022") for one in days_in(text)]
    [2021, 2020]
    """
    every = (list(_days(spelling, text)) for spelling in SPELLINGS)
    return next((found for found in every if found), [])


def _days(spelling: re.Pattern[str], text: str) -> Iterator[Stichtag]:
    for match in spelling.finditer(text):
        parts = {name: part for name, part in match.groupdict().items() if part}
        if iso := parts.get("iso"):
            yield Stichtag(iso, *map(int, iso.split("-")))
            continue
        year = parts.get("year") or parts["year2"]
        full = year if len(year) == 4 else ("19" if year > "80" else "20") + year
        name = parts.get("name", "").lower()
        month = MONTHS.index(name) + 1 if name else int(parts.get("month", 12))
        day = parts.get("day") or parts.get("day2")
        yield Stichtag(match[0], int(full), month, int(day) if day else 31)
