"""Two figures of the same areas: how far they go together, in numbers, classes and words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import correlation

from fokusbericht.statistics.rounding import shown

DIGITS = 2  # with so many a coefficient is shown, and named by what is shown
FEWEST = 3  # areas without which nothing is said
SMALL = 10  # areas below which no verdict is given: chance alone makes strong relations
APART = 0.2  # from this difference of the two coefficients on, single areas shape one of them
SWAY = 0.1  # an area without which a coefficient changes by so much is named
FALLACY = (
    "Der Vergleich zeigt keinen ursächlichen Zusammenhang: "
    "Dass zwei Zahlen sich ähnlich verhalten, heißt nicht, dass die eine die andere bewirkt. "
    "Und was für Orte gilt, muss nicht für die Menschen darin gelten."
)


class Strength(Enum):
    """How close a relation is; the value is the adjective before „Zusammenhang“."""

    NONE = "kein"
    WEAK = "schwacher"
    MEDIUM = "mittelstarker"
    STRONG = "starker"


# Conventions, not laws of nature; the page states them.
THRESHOLDS = ((0.2, Strength.NONE), (0.4, Strength.WEAK), (0.7, Strength.MEDIUM))


@dataclass(frozen=True, slots=True)
class Relation:
    """How two figures go together over `n` areas, each coefficient from −1 to 1."""

    spearman: float
    pearson: float
    n: int

    @property
    def strength(self) -> Strength:
        """Return how close it is, by Spearman: single extreme areas weigh no more than others."""
        size = abs(told(self.spearman))
        return next((name for limit, name in THRESHOLDS if size < limit), Strength.STRONG)

    @property
    def rises(self) -> bool:
        """Say whether high values of the one go with high values of the other."""
        return self.spearman > 0


def told(coefficient: float) -> float:
    """Return a coefficient as it is told; what a float cannot tell from a half is one."""
    return shown(round(coefficient, 6), DIGITS)


def relate(xs: Sequence[float], ys: Sequence[float]) -> Relation | None:
    """Return how two figures go together; None for fewer than three areas or equal values."""
    spearman, pearson = _correlation(average_ranks(xs), average_ranks(ys)), _correlation(xs, ys)
    if spearman is None or pearson is None:
        return None
    return Relation(spearman, pearson, len(xs))


def relate_without(xs: Sequence[float], ys: Sequence[float]) -> list[Relation | None]:
    """Return for each area how the two figures go together in all others."""
    return [
        relate([*xs[:one], *xs[one + 1 :]], [*ys[:one], *ys[one + 1 :]]) for one in range(len(xs))
    ]


def swaying(
    relation: Relation, without: Sequence[Relation | None], name: str
) -> tuple[int, Relation] | None:
    """Return without which area a coefficient changes most, and to what; None if hardly.

    `name` is that of the coefficient: "spearman" or "pearson".
    """
    own = _told(relation, name)
    moves = [abs(_told(other, name) - own) if other else 0.0 for other in without]
    most = max(moves, default=0.0)
    found = without[moves.index(most)] if moves else None
    return (moves.index(most), found) if found and told(most) >= SWAY else None


def _told(relation: Relation, name: str) -> float:
    return told(relation.spearman if name == "spearman" else relation.pearson)


def average_ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value from 1 for the lowest on; equal ones share their mean."""
    ordered = sorted(values)
    return [(bisect_left(ordered, one) + bisect_right(ordered, one) + 1) / 2 for one in values]


def thirds(values: Sequence[float]) -> list[int]:
    """Return for each value whether it is in the lower (0), middle (1) or upper third (2).

    Equal values are in the same third, so that thirds may differ in size.
    """
    count = len(values)
    # Three times the place between 0 and 1, doubled and times n: whole numbers, so exact.
    places = [3 * round(2 * rank - 1) for rank in average_ranks(values)]
    return [0 if place < 2 * count else 2 if place > 4 * count else 1 for place in places]


def bivariate(xs: Sequence[float], ys: Sequence[float]) -> list[tuple[int, int]]:
    """Return for each area its thirds in both figures: one of nine classes."""
    return list(zip(thirds(xs), thirds(ys), strict=True))


def _correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    if len(xs) != len(ys):
        raise ValueError("the two figures are not of the same areas")
    if len(xs) < FEWEST or len(set(xs)) < 2 or len(set(ys)) < 2:
        return None
    try:
        found = correlation(xs, ys)
    except ValueError:  # values that differ by less than a float can tell
        return None
    return max(-1.0, min(1.0, found))
