"""The last change of a series from one year to the next, measured by what it usually does.

A change is unusual when it lies at least three times as far from the usual one as the changes of
earlier years usually do, and when hardly any of those lay as far. Usual is the median, and how far
they usually lie from it is the median of their distances (Hampel 1974): one wild year moves
neither. As in control charts a series is held against itself alone, not against others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from statistics import median

from fokusbericht.statistics.rounding import whole

RECENT = 3  # years: what ended earlier is no news of an edition
FEWEST = 7  # earlier changes: fewer have nothing usual
TIMES = 3  # as far from the usual change as the others usually are
RARE = 10  # at most one in so many earlier years lay as far
# Last digits: a change may be off by one when both figures are rounded, so two changes by two.
VISIBLE, ROUNDED = 2, 2
FEW_CASES = 100  # where they are known: fewer jump by chance
MOST, MOST_OF_THEME = 10, 2  # changes that are told


class LeftOut(Enum):
    """Why the last change of a series is not told, in the order in which it is asked."""

    NO_COURSE = auto()  # no two figures
    SECRET = auto()  # protected: rounded, some of them hidden
    NO_YEAR = auto()  # its years are those of reports
    TELLS_CHANGE = auto()  # a change, balance or index itself
    NO_YEAR_BEFORE = auto()
    BREAK = auto()  # between the last two years
    SHORT = auto()
    FEW_CASES = auto()
    OLD = auto()  # when the edition appeared
    ROUNDING = auto()
    USUAL = auto()
    NOT_RARE = auto()  # it was as far from the usual change several times
    SAME_SUBJECT = auto()
    FULL_THEME = auto()
    BEYOND = auto()  # after so many others


@dataclass(frozen=True, slots=True)
class YearlyChange:
    """The last change of a series, and those before it in years that compare.

    Changes are in percent of the year before, or in the unit of the figure: `in_percent`.
    """

    figures: Mapping[int, float]  # all that compare, by year
    digits: int
    in_percent: bool

    @property
    def year(self) -> int:
        """Return the later of its two years."""
        return max(self.figures)

    @property
    def before(self) -> float:
        """Return the figure of the year before."""
        return self.figures[self.year - 1]

    @property
    def now(self) -> float:
        """Return the last figure."""
        return self.figures[self.year]

    @property
    def size(self) -> float:
        """Return the change itself."""
        return self._at(self.year)

    @property
    def earlier(self) -> dict[int, float]:
        """Return the earlier changes by the later of their years: those of a single year."""
        years = (year for year in self.figures if year - 1 in self.figures and year < self.year)
        return {year: self._at(year) for year in sorted(years)}

    @property
    def usual(self) -> float:
        """Return the change in the middle of the earlier ones."""
        return median(self.earlier.values())

    @property
    def spread(self) -> float:
        """Return how far half of the earlier changes lie from the usual one at most."""
        usual = self.usual
        return median(abs(one - usual) for one in self.earlier.values())

    @property
    def band(self) -> tuple[float, float]:
        """Return between which changes half of the earlier ones lie at least."""
        return self.usual - self.spread, self.usual + self.spread

    @property
    def times(self) -> float:
        """Return how many times as far from the usual change it lies as the others usually do.

        What rounding alone can make of it counts as usual in any case.
        """
        return abs(self.size - self.usual) / max(self.spread, ROUNDED * self._last_digit)

    @property
    def as_far(self) -> int:
        """Return in how many earlier years the change lay at least as far from the usual one."""
        usual, far = self.usual, abs(self.size - self.usual)
        return sum(abs(one - usual) >= far for one in self.earlier.values())

    @property
    def is_visible(self) -> bool:
        """Say whether it is more than rounding can make."""
        moved = whole(self.now, self.digits) - whole(self.before, self.digits)
        return abs(moved) >= VISIBLE

    def verdict(self) -> LeftOut | None:
        """Return why it is nothing unusual; None if it is."""
        if not self.is_visible:
            return LeftOut.ROUNDING
        if self.times < TIMES:
            return LeftOut.USUAL
        return LeftOut.NOT_RARE if self.as_far * RARE > len(self.earlier) else None

    def is_old(self, edition: int) -> bool:
        """Say whether it was no news any more in the year of an edition."""
        return self.year < edition - RECENT

    @property
    def _last_digit(self) -> float:
        digit = 1 / 10.0**self.digits
        return digit / self.before * 100 if self.in_percent else digit

    def _at(self, year: int) -> float:
        before, now = self.figures[year - 1], self.figures[year]
        # Figures are as they are shown, so their differences have no more digits.
        return (
            (now - before) / before * 100 if self.in_percent else round(now - before, self.digits)
        )


def last_change(
    known: Mapping[int, float], *, since: int, digits: int, by_percent: bool
) -> YearlyChange | LeftOut:
    """Return the last change of a series, or why there is none to be judged.

    `known` are its figures as they are shown; from the year `since` on they compare with the last.
    """
    figures = dict(sorted(known.items()))
    last = max(figures, default=0)
    if len(figures) < 2:
        return LeftOut.NO_COURSE
    if last - 1 not in figures:
        return LeftOut.NO_YEAR_BEFORE
    if last - 1 < since:
        return LeftOut.BREAK
    compared = {year: value for year, value in figures.items() if year >= since}
    in_percent = by_percent and min(compared.values()) > 0
    change = YearlyChange(compared, digits, in_percent)
    return change if len(change.earlier) >= FEWEST else LeftOut.SHORT
