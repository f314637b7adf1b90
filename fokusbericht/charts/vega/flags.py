"""Labels of upright lines, like flags on poles: no pole runs through another's flag."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from fokusbericht.charts.layout import text_width
from fokusbericht.charts.vega import vegalite

GAP = 5  # px between a pole and its text
LINE_HEIGHT = vegalite.TEXT * 1.25
AIR = 2  # px around a text that no other pole touches
RIGHT, LEFT, ATOP = 0, 1, 2  # where a flag hangs, the best first
ALIGN = ("left", "right", "center")  # of its text


class Flag(NamedTuple):
    """A label: where it hangs on its pole, the span of its text in px, and its row."""

    side: int
    left: float
    right: float
    row: int = 0  # 0 is nearest to the plot

    @property
    def anchor(self) -> float:
        """Return where the text is anchored, as `ALIGN` says."""
        return (self.left, self.right, (self.left + self.right) / 2)[self.side]

    @property
    def reach(self) -> int:
        """Return how many rows the pole goes through: it ends below a flag atop of it."""
        return self.row + (self.side != ATOP)


@dataclass(frozen=True, slots=True)
class PoleLabel:
    """A name and its number, at a pole so many px from the left."""

    pole: float
    name: str
    number: str
    bold: bool = False

    def lines(self, split: bool) -> tuple[str, ...]:
        """Return the text in one line, or in two."""
        return (self.name, self.number) if split else (f"{self.name} {self.number}",)

    def width(self, split: bool) -> float:
        """Return how wide the text is."""
        return max(text_width(line, vegalite.TEXT, self.bold) for line in self.lines(split))


@dataclass(frozen=True, slots=True)
class Hoisted:
    """Labels with their flags, all in one line or all in two."""

    labels: tuple[PoleLabel, ...]
    flags: tuple[Flag, ...]
    split: bool

    @property
    def row_height(self) -> float:
        """Return the px from one row to the next."""
        return LINE_HEIGHT * (2 if self.split else 1)

    @property
    def height(self) -> float:
        """Return the px that all rows take."""
        return max((flag.row + 1 for flag in self.flags), default=0) * self.row_height

    def pairs(self) -> Iterator[tuple[PoleLabel, Flag]]:
        """Yield each label with its flag."""
        yield from zip(self.labels, self.flags, strict=True)

    def texts(self, upward: bool) -> Iterator[tuple[PoleLabel, Flag, str, float]]:
        """Yield each line of each label, and how many px its middle is away from the plot."""
        for label, flag in self.pairs():
            lines = label.lines(self.split)
            for number, line in enumerate(reversed(lines) if upward else lines):
                away = flag.row * self.row_height + (number + 0.5) * LINE_HEIGHT
                yield label, flag, line, away


def hoist(choices: Sequence[Sequence[PoleLabel]], low: float, high: float) -> Hoisted:
    """Return where labels hang, between `low` and `high`: in as few rows as can be.

    Each choice has the same labels with shorter names than the one before.
    """
    best = choices[:-1] or choices
    for labels, split in [*product(best, (False, True)), *product(choices[-1:], (False, True))]:
        poles, widths = [one.pole for one in labels], [one.width(split) for one in labels]
        found = flags(poles, widths, low, high)
        if found or not labels:
            return Hoisted(tuple(labels), tuple(found), split)
    stacked = _stacked(poles, widths, low, high)
    return Hoisted(tuple(labels), tuple(stacked), split)


def flags(poles: Sequence[float], widths: Sequence[float], low: float, high: float) -> list[Flag]:
    """Return a flag for each pole; none where their poles would cross their flags."""
    choices = ([*_free(*one, low, high)] for one in zip(poles, widths, strict=True))
    hung = (_in_rows(poles, flags) for flags in product(*choices))
    return min((found for found in hung if found), key=_cost, default=[])


def _stacked(
    poles: Sequence[float], widths: Sequence[float], low: float, high: float
) -> list[Flag]:
    places = zip(poles, widths, strict=True)
    return [[*_free(*one, low, high)][-1]._replace(row=row) for row, one in enumerate(places)]


def _free(pole: float, width: float, low: float, high: float) -> Iterator[Flag]:
    # Beside the pole where there is room, and always atop of it, moved in as far as it must.
    if pole + GAP + width <= high:
        yield Flag(RIGHT, pole + GAP, pole + GAP + width)
    if pole - GAP - width >= low:
        yield Flag(LEFT, pole - GAP - width, pole - GAP)
    left = max(low, min(pole - width / 2, high - width))
    yield Flag(ATOP, left, left + width)


def _cost(hung: Sequence[Flag]) -> tuple[int, int, tuple[int, ...]]:
    sides = tuple(flag.side for flag in hung)
    return max(flag.row for flag in hung), sides.count(ATOP), sides


def _in_rows(poles: Sequence[float], hung: Sequence[Flag]) -> list[Flag]:
    # A pole that would run through a flag ends below it; [] where that goes round in circles.
    below = [
        {n for n, pole in enumerate(poles) if n != own and _touches(flag, pole)}
        for own, flag in enumerate(hung)
    ]
    done: dict[int, Flag] = {}
    while len(done) < len(hung):
        ready = (n for n in range(len(hung)) if n not in done and below[n] <= done.keys())
        number = next(ready, None)
        if number is None:
            return []
        flag = hung[number]
        lowest = max((done[n].reach for n in below[number]), default=0)
        taken = {other.row for other in done.values() if _meet(flag, other)}
        row = next(row for row in range(lowest, lowest + len(hung) + 1) if row not in taken)
        done[number] = flag._replace(row=row)
    return [done[n] for n in range(len(hung))]


def _touches(flag: Flag, pole: float) -> bool:
    return flag.left - AIR < pole < flag.right + AIR


def _meet(one: Flag, other: Flag) -> bool:
    return one.left - AIR < other.right + AIR and other.left - AIR < one.right + AIR
