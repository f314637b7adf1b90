"""The roundest number between two others: 1, 2 or 5 times a power of ten, or a multiple of that.

All is reckoned exactly: a number is what its decimals say, however large or small.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, log10


def exact(value: float) -> Fraction:
    """Return the number that a reader sees: 0.1 is a tenth."""
    return Fraction(repr(value))


def step_of(size: float) -> Fraction:
    """Return the first of 1, 2, 5, 10, 20 … that is not below a size."""
    power = Fraction(10) ** floor(log10(size))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= exact(size))


def unit_of(digits: int) -> Fraction:
    """Return the last digit that is shown: a tenth for 1."""
    return Fraction(1, 10**digits)


def nearest(value: float, step: Fraction) -> float:
    """Return the multiple of a step that is nearest to a number."""
    return float(round(exact(value) / step) * step)


def next_above(value: float, step: Fraction) -> float:
    """Return the least multiple of a step that is not below a number."""
    return float(ceil(exact(value) / step) * step)


def multiple_between(low: float, high: float, aim: float, step: Fraction) -> float | None:
    """Return the multiple of a step above `low` and up to `high` that is nearest to `aim`."""
    first, last = floor(exact(low) / step) + 1, floor(exact(high) / step)
    found = float(min(max(round(exact(aim) / step), first), last) * step)
    return found if first <= last and low < found <= high else None


def roundest(low: float, high: float, aim: float, coarsest: Fraction) -> float:
    """Return the roundest number above `low` and up to `high`, of several the nearest to `aim`.

    >>> roundest(8.8, 31.0, 8.8, Fraction(1)), roundest(0.116, 0.167, 0.14, Fraction(1))
    (9.0, 0.15)
    """
    # In whole numbers of the last digit of both, as fractions are slow.
    places = max(0, *(-_last_digit(one) for one in (low, high)))
    scale: int = 10**places
    numbers = [Decimal(repr(one)).scaleb(places) for one in (low, high, aim)]
    below, top, middle = map(round, numbers)
    for step in _ever_finer(max(1, int(coarsest * scale))):
        first, last = below // step + 1, top // step
        if first <= last:
            nearest_one = (2 * middle + step) // (2 * step)
            found = min(max(nearest_one, first), last) * step / scale
            if low < found <= high:
                return found
    return high  # between two neighbours among the numbers of a computer


def _last_digit(value: float) -> int:
    """Return the power of ten of a number's last digit: -2 for 0.25."""
    return int(Decimal(repr(value)).as_tuple().exponent)


def _ever_finer(coarsest: int) -> Iterator[int]:
    """Yield 50, 20, 10, 5, 2, 1 from the coarsest on."""
    step = coarsest
    while step:
        yield step
        step = step * 2 // 5 if str(step)[0] == "5" else step // 2
