"""Press figures of an edition: plain data that says all there is to say, and can be frozen."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class YearBar:
    """A change from the year before, in percent or in the unit of the figure."""

    year: int
    size: float


@dataclass(frozen=True, slots=True)
class TellingChange:
    """The last change of a figure, with all that is told of it."""

    indicator: str
    title: str
    area: str
    href: str  # where the figure has its page; its files lie below
    year_before: int
    year: int
    before: str  # the figures, with their unit: 29.693 €
    now: str
    number_before: str  # the same for programs: 29693
    number: str
    unit: str
    change: str  # +5,6 %
    change_unit: str  # Prozent
    usual: str  # +1,2 bis +3,1, in the same unit
    usual_low: float
    usual_high: float
    times: str  # how far from the usual it is
    sentence: str
    reasons: str  # why it is told, in sentences
    beside: str  # the same in Land and Bund
    caution: str  # what it does not say, as a figure of its kind
    remark: str  # what the editors say of the figure
    source: str
    licence: str
    heard: str  # the drawing, for those who listen
    bars: tuple[YearBar, ...]  # all changes that compare, its own the last


@dataclass(frozen=True, slots=True)
class JudgedChange:
    """A last change that was judged: by how much, what was usual, and what became of it."""

    title: str
    href: str
    year: int
    change: str
    usual: str
    times: str  # 3,5-mal
    verdict: str


@dataclass(frozen=True, slots=True)
class LeftOutCount:
    """How many figures are not among those that are told, and why."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class PressFigures:
    """All that a page of press figures says: what is told, what was judged, what was not."""

    year: int
    lead: str
    why_few: str
    rule: tuple[str, ...]
    changes: tuple[TellingChange, ...]  # the most unusual first
    older: tuple[TellingChange, ...]  # as unusual, but no news any more
    judged: tuple[JudgedChange, ...]
    left_out: tuple[LeftOutCount, ...]
    frozen: str = ""  # the day on which they were frozen; nothing of those that move on

    def links(self) -> Iterator[str]:
        """Yield all pages that they lead to."""
        yield from (one.href for one in (*self.changes, *self.older))
        yield from (one.href for one in self.judged)
