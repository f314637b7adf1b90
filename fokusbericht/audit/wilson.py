"""A 95 % interval read backwards: which share Wilson's formula has made it from."""

from math import sqrt

from fokusbericht.audit.numbers import Printed
from fokusbericht.statistics.uncertainty import wilson


def share_between(low: Printed, high: Printed) -> tuple[float, float]:
    """Return between which percentages the share lies whose interval is printed.

    Both ends x solve (x - p)² = z² x (1 - x) / n, so p follows from them without n: whoever knows
    the base gets the number of cases.
    """
    return _share(low.low, high.low), _share(low.high, high.high)


def follows(low: Printed, high: Printed, share: float, base: float) -> bool:
    """Say whether an interval follows from the printed share and its base, so tells nothing new."""
    if not base or not 0 <= share <= 100:
        return False
    ends = wilson(share / 100 * base, base)
    both = zip((low, high), ends, strict=True)
    return all(one.low - 1e-9 <= 100 * end <= one.high + 1e-9 for one, end in both)


def _share(low: float, high: float) -> float:
    first, second = (min(max(one / 100, 0.0), 1.0) for one in (low, high))
    below, above = sqrt(first * (1 - first)), sqrt(second * (1 - second))
    if not below + above:
        return 50 * (first + second)
    return 100 * (first * above + second * below) / (below + above)
