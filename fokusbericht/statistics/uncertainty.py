"""How sure a share of few is: the interval of Wilson (1927), which holds for small numbers too."""

from math import sqrt

from fokusbericht.model.figures import Indikator, Zahlart

NORMAL_95 = 1.959963984540054  # two-sided 95 % quantile of the normal distribution


def wilson(part: float, whole: float) -> tuple[float, float]:
    """Return the 95 % interval of a share as (low, high), both 0 to 1; `whole` is positive.

    Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference.
    """
    share, square = part / whole, NORMAL_95**2 / whole
    middle = (share + square / 2) / (1 + square)
    half = NORMAL_95 / (1 + square) * sqrt(share * (1 - share) / whole + square / whole / 4)
    return max(0.0, middle - half), min(1.0, middle + half)


def interval_of(indikator: Indikator, area: str, year: int) -> tuple[float, float] | None:
    """Return the 95 % interval of a share in its own unit; None where its base is not known.

    Of a protected share only what is shown of it is known: its interval tells no more.
    """
    cell = indikator.werte.get((area, year))
    if indikator.art is not Zahlart.ANTEIL or cell is None or cell.zahl is None or not cell.nenner:
        return None
    if cell.zaehler is None and not indikator.geschuetzt:
        return None
    part = cell.zahl / indikator.je * cell.nenner if cell.zaehler is None else cell.zaehler
    if not 0 <= part <= cell.nenner:
        return None  # no share; where the figure comes from, that is told
    low, high = wilson(part, cell.nenner)
    return low * indikator.je, high * indikator.je
