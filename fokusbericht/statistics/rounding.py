"""Figures as they are shown, halves rounded up: class and rank then agree with what one reads."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache


@lru_cache(maxsize=8192)  # what is shown of a figure asks for it again and again
def whole(value: float, digits: int) -> int:
    """Return a figure in units of its last digit: 38.84 with one digit is 388."""
    return int(Decimal(repr(value)).scaleb(digits).quantize(Decimal(1), ROUND_HALF_UP))


def shown(value: float, digits: int) -> float:
    """Return a figure as it is shown: 38.85 with one digit is 38.9."""
    return float(whole(value, digits) / 10**digits)
