"""Figures as they are written in German texts: 38,8 · rund 20.000 · minus 7,6 · 1,5 Millionen."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.checks.numerals import AREAS, NO_NUMBERS

TOLERANCE = 0.05  # of what is called „rund“ or „knapp“
DIGITS_THAT_COUNT = 2  # at least; the other zeros of a whole number may come from rounding
TINY = 1e-9
FACTORS = {"tausend": 1e3, "million": 1e6, "mio": 1e6, "milliarde": 1e9, "mrd": 1e9}

QUANTITY = re.compile(
    r"(?:\b(?P<about>(?i:knapp|rund|gut|fast|etwa|circa|ca\.|ungefähr|annähernd|nahezu|beinahe))\s+)?"
    r"(?:(?P<sign>(?<![\w,.])[−–+-]|\b(?i:minus|plus)\s(?:von\s|um\s)?)\s?)?"
    r"(?<![\w.,/])(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?"
    r"(?!\w|[.,/:]\d|-[A-Za-zÄÖÜäöüß])"
    r"(?:\s(?P<factor>(?i:tausend|million|mio|milliarde|mrd)))?"
)
# What a figure is told of, or what it is beyond: „13,5 von 100“, „mehr als 70“, „unter 15“.
NO_FIGURES = (
    *NO_NUMBERS,
    AREAS,
    re.compile(
        r"(?<!(?i:minus)\s)(?<!(?i:plus)\s)\b(?:von|je|auf|pro|unter)\s(?:100|1\.?000|10\.?000|100\.?000)"
        r"\b(?![.,]\d)"
    ),
    re.compile(
        r"\b(?i:mehr als|weniger als|über|unter|ab|mindestens|wenigstens|höchstens|bis zu)\s"
        r"\d[\d.]*(?:,\d+)?"
    ),
    re.compile(r"\b(?i:platz|rang)\s\d+"),
    re.compile(r"\b\d+-?(?:\s?(?:bis|und|oder|–|-)\s?(?:unter\s)?\d+)?\s?-?(?i:jährige?[nmrs]?)\b"),
)
AGES = re.compile(r"\b\d+(?:\s?(?:bis|und|oder|–|-)\s?(?:unter\s)?\d+)?\sJahre?n?\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text: its worth, and that of the last of its digits that counts."""

    words: str
    start: int
    number: float
    step: float
    sign: int
    """-1 or 1 where it is told whether it is more or less; else 0."""
    is_about: bool

    def fits(self, value: float) -> bool:
        """Say whether it is a value, rounded as it is written."""
        if self.sign and value * self.sign < 0:
            return False
        if self.is_about and abs(abs(value) - self.number) <= TOLERANCE * self.number:
            return True
        rounded = math.floor(abs(value) / self.step + 0.5 + TINY) * self.step
        return math.isclose(rounded, self.number, abs_tol=self.step / 4)


def find_quantities(text: str, with_ages: bool = False) -> Iterator[Quantity]:
    """Yield the figures in a text; years, dates, ages, ranks and bounds are none.

    >>> [one.number for one in find_quantities("2024 waren es 13,5 von 100 Kindern unter 15.")]
    [13.5]

    `with_ages` reads what is told in years as well.
    """
    for pattern in NO_FIGURES if with_ages else (*NO_FIGURES, AGES):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    for match in QUANTITY.finditer(text):
        yield _quantity(match)


def _quantity(match: re.Match[str]) -> Quantity:
    whole, part = match["whole"].replace(".", ""), match["part"] or ""
    factor = FACTORS[match["factor"].lower()] if match["factor"] else 1
    zeros = min(len(whole) - len(whole.rstrip("0")), max(0, len(whole) - DIGITS_THAT_COUNT))
    step = 10.0 ** (-len(part) if part else zeros)
    end = match.end("part") if part else match.end("whole")
    start = match.start("sign") if match["sign"] else match.start("whole")
    return Quantity(
        match.string[start:end],
        match.start("whole"),
        float(f"{whole}.{part or 0}") * factor,
        step * factor,
        _sign(match["sign"] or ""),
        bool(match["about"]),
    )


def _sign(written: str) -> int:
    if not written:
        return 0
    return 1 if written.startswith(("+", "p", "P")) else -1
