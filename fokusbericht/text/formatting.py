"""Numbers, quantities and dates as German readers know them."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from fokusbericht.model.base import PartialDate
from fokusbericht.text.language import MONTHS, SEASONS

SEPARATORS = str.maketrans(",.", ".,")
NARROW = "\u202f"  # narrow no-break space, between a number and its unit


@lru_cache(maxsize=8192)  # tables, maps, charts and sentences say the same figures
def format_number(value: float, digits: int = 0) -> str:
    """Return a number the German way, halves rounded up: 1.234,5 and −0,3."""
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    text = f"{abs(exact):,f}".translate(SEPARATORS)
    return f"−{text}" if exact < 0 else text


def format_quantity(value: float, unit: str, digits: int = 0) -> str:
    """Return a number with its unit: 38,8 %."""
    return f"{format_number(value, digits)}{NARROW}{unit}" if unit else format_number(value, digits)


def format_size(size: int) -> str:
    """Return how large a file is: 3 KB, 2,4 MB."""
    if size < 1_000_000:
        return f"{format_number(max(size / 1000, 1))}\u00a0KB"
    return f"{format_number(size / 1_000_000, 1)}\u00a0MB"


def format_date(value: date | PartialDate) -> str:
    """Return a date in words, as far as it is known: 16. November 2016, Mai 2022, Herbst 2019."""
    if isinstance(value, date):
        value = PartialDate(value.year, value.month, value.day)
    if value.season:
        return f"{SEASONS[value.season]} {value.year}"
    if not value.month:
        return str(value.year)
    month = f"{MONTHS[value.month - 1]} {value.year}"
    return f"{value.day}.\u00a0{month}" if value.day else month
