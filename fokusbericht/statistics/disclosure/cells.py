"""What a publication consists of: figures, what binds them together, and what must stay secret."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from math import inf


class Status(Enum):
    """What may happen to a figure."""

    OPEN = "open"  # shown, unless it must be hidden
    KEPT = "kept"  # hidden only where no other way exists
    PUBLIC = "public"  # known from elsewhere: cannot be hidden
    ABSENT = "absent"  # not published anyway
    SECRET = "secret"  # marked as secret by its source; its value may be unknown to us


@dataclass(frozen=True, slots=True)
class Rule:
    """When a figure is secret, and how little may be known about it then.

    Whoever computes with all that is published must find everything from 0 to `minimum` possible,
    and a span of `width`; no more is asked than was possible before anything was published.
    """

    minimum: int = 3
    """The least number of cases that may be shown."""
    zero_is_secret: bool = False
    """Whether "nobody" is secret, too."""
    width: float | None = None
    """The Schutzbreite in cases; without it, `minimum`."""
    is_given: bool = False
    """Whether the figures were hidden by others, who alone know why: nothing more is hidden, and
    all that is asked is that no hidden figure is seen to be below `minimum`."""

    def is_secret(self, value: float) -> bool:
        """Tell whether a number of cases is too small to be shown."""
        return value < self.minimum and (value > 0 or self.zero_is_secret)


@dataclass(frozen=True, slots=True)
class CountCell:
    """A figure, in cases."""

    id: str
    """Its name in relations; ties between equally good solutions go to the smaller one."""
    value: float | None
    """The number of cases; None when we don't know it, either."""
    cost: float | None = None
    """What is lost by hiding it; without it, 1 + value: small places go before large ones."""
    status: Status = Status.OPEN
    """What may happen to it."""
    lower: float = 0
    """The least value that is possible for all who know nothing of this publication."""
    upper: float = inf
    """The greatest one, such as 3 for a mark "under 4" or the base of a share."""
    seen: tuple[float, float] | None = None
    """What is learnt from it when it is shown, such as by a rounded share; None: the value."""
    whole: bool = True
    """Whether only whole numbers are possible."""


@dataclass(frozen=True, slots=True)
class KnownSum:
    """Something everybody knows about several figures, whether they are shown or not.

    The sum of `terms` (cell, factor) lies between `constant` - `slack[0]` and
    `constant` + `slack[1]`. A room and its Kommunen; and a total rounded to tens, told as 40:

    >>> KnownSum((("room", 1), ("a", -1), ("b", -1)))
    KnownSum(terms=(('room', 1), ('a', -1), ('b', -1)), constant=0, slack=(0, 0))
    >>> KnownSum((("total", 1),), 40, slack=(5, 5)).slack
    (5, 5)
    """

    terms: tuple[tuple[str, float], ...]
    constant: float = 0
    slack: tuple[float, float] = (0, 0)


Rules = Rule | Mapping[str, Rule]
"""One rule for all cells, or the rules by id: cells without one are never secret by themselves."""


def rule_of(rules: Rules, cell: str) -> Rule | None:
    """Return the rule for a cell."""
    return rules if isinstance(rules, Rule) else rules.get(cell)


class Reason(Enum):
    """Why something is told."""

    SHOWN = "shown"  # a secret cell is published
    NARROW = "narrow"  # it can be computed too closely
    IMPOSSIBLE = "impossible"  # nothing that may be hidden protects it
    CONTRADICTION = "contradiction"  # no numbers fit all relations and published figures


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret cell and what can be found out about it.

    Bounds that are wide enough are not followed further than the rule asks.
    """

    cell: str
    low: float
    high: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Suppression:
    """What must be hidden: `primary` for itself, `secondary` so that nobody computes the former.

    `findings` are secret cells that cannot be protected by hiding: the interval is the best.
    """

    primary: frozenset[str] = frozenset()
    secondary: frozenset[str] = frozenset()
    findings: tuple[Leak, ...] = ()

    @property
    def hidden(self) -> frozenset[str]:
        """All that must be hidden."""
        return self.primary | self.secondary
