"""How sure a share of few is: the interval of Wilson (1927), which holds for small numbers too."""

from math import sqrt

NORMAL_95 = 1.959963984540054  # two-sided 95 % quantile of the normal distribution


def wilson(part: float, whole: float) -> tuple[float, float]:
    """Return the 95 % interval of a share as (low, high), both 0 to 1; `whole` is positive.

    Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference.
    """
    share, square = part / whole, NORMAL_95**2 / whole
    middle = (share + square / 2) / (1 + square)
    half = NORMAL_95 / (1 + square) * sqrt(share * (1 - share) / whole + square / whole / 4)
    return max(0.0, middle - half), min(1.0, middle + half)
