"""A lane: one life on the axis of years that all lives of a list share, and what is due.

Inline SVG that stretches with its place: along the axis all is given in percent, so that letters
and signs keep their size. Colours come from `templates/assets/umsetzung.css`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from html import escape

from fokusbericht.charts.layout import text_width

HEIGHT, MIDDLE, LABEL = 46, 14, 38  # px
SIZE = 13  # px of a letter
NARROWEST = 300  # px: labels that keep off one another there do so everywhere
EDGE = 3.0  # percent on both sides
GAP = 6  # px between two labels
TODAY = "heute"


class Sign(Enum):
    """What a mark says; the value is its class and the name of its drawing."""

    DECIDED = "beschlossen"
    TOLD = "beraten"
    REFUSED = "abgelehnt"
    SUSPENDED = "ausgesetzt"
    DONE = "umgesetzt"
    DUE = "faellig"
    OVERDUE = "ueberfaellig"


DRAWN = {
    Sign.DECIDED: '<circle r="6"/>',
    Sign.TOLD: '<circle r="5"/>',
    Sign.REFUSED: '<path d="M-5-5l10 10m0-10l-10 10"/>',
    Sign.SUSPENDED: '<path d="M-3-6v12M3-6v12"/>',
    Sign.DONE: '<circle r="7"/><path class="haken" d="M-3.5 0l2.5 3l4.5-6"/>',
    Sign.DUE: '<path d="M0-7l7 7l-7 7l-7-7z"/>',
    Sign.OVERDUE: '<path d="M0-7l7 7l-7 7l-7-7z"/>',
}


@dataclass(frozen=True, slots=True)
class SignPicture:
    """A sign by itself, for the legend."""

    sign: Sign

    def __html__(self) -> str:
        return (
            '<svg class="bahn-zeichen" width="18" height="18" aria-hidden="true">'
            f'<g transform="translate(9 9)" class="zeichen {self.sign.value}">'
            f"{DRAWN[self.sign]}</g></svg>"
        )


@dataclass(frozen=True, slots=True)
class LaneMark:
    """A sign between two moments in years: of what is known by its year alone, a span."""

    sign: Sign
    start: float
    end: float
    label: str = ""

    @property
    def middle(self) -> float:
        """Return where the sign stands."""
        return (self.start + self.end) / 2

    @property
    def is_span(self) -> bool:
        """Say whether it may have been within more than a month or two."""
        return self.end - self.start > 0.2


@dataclass(frozen=True, slots=True)
class LaneAxis:
    """The years that all lanes of a page show, and where today is."""

    low: int
    high: float
    today: float

    def percent(self, year: float) -> float:
        """Return how far along a moment is; what was before the axis lies at its edge."""
        share = (max(year, float(self.low)) - self.low) / (self.high - self.low)
        return round(EDGE + min(share, 1.0) * (100 - 2 * EDGE), 2)

    def __html__(self) -> str:
        return axis_svg(self)


@dataclass(frozen=True, slots=True)
class Lane:
    """A life: what was, what is due; `is_open` where it goes on, `is_silent` where one waits."""

    axis: LaneAxis
    description: str
    past: tuple[LaneMark, ...]
    due: LaneMark | None
    is_open: bool
    is_silent: bool

    def __html__(self) -> str:
        return lane_svg(self)


def axis_svg(axis: LaneAxis) -> str:
    """Return the years above the lanes; what is heard stands in each lane."""
    years = range(axis.low, int(axis.high) + 1)
    near = {year for year in years if abs(axis.percent(year) - axis.percent(axis.today)) < 9}
    ticks = "".join(
        f'<text x="{axis.percent(year)}%" y="14">{year}</text>'
        for year in years
        if year not in near
    )
    today = f'<text class="heute" x="{axis.percent(axis.today)}%" y="14">{TODAY}</text>'
    return f'<svg class="bahn-achse" height="18" aria-hidden="true">{ticks}{today}</svg>'


def lane_svg(lane: Lane) -> str:
    """Return the drawing of one life."""
    body = "".join((*_grid(lane.axis), *_line(lane), *_marks(lane), *_labels(lane)))
    heard = escape(lane.description, quote=True)
    return f'<svg class="bahn" height="{HEIGHT}" role="img" aria-label="{heard}">{body}</svg>'


def _grid(axis: LaneAxis) -> Iterator[str]:
    for year in range(axis.low, int(axis.high) + 1):
        yield _line_at(axis.percent(year), "raster")
    yield _line_at(axis.percent(axis.today), "heute")


def _line_at(x: float, css: str) -> str:
    return f'<line class="{css}" x1="{x}%" x2="{x}%" y1="0" y2="{2 * MIDDLE}"/>'


def _line(lane: Lane) -> Iterator[str]:
    axis = lane.axis
    first = axis.percent(lane.past[0].middle)
    last = axis.percent(lane.past[-1].middle)
    yield _way(first, last, "lauf")
    if lane.is_open:
        yield _way(last, axis.percent(axis.today), "still" if lane.is_silent else "offen")


def _way(start: float, end: float, css: str) -> str:
    return f'<line class="{css}" x1="{start}%" x2="{end}%" y1="{MIDDLE}" y2="{MIDDLE}"/>'


def _marks(lane: Lane) -> Iterator[str]:
    axis = lane.axis
    for mark in (*lane.past, *([lane.due] if lane.due else ())):
        if mark.end < axis.low:
            continue  # it has its place at the edge, in words
        if mark.is_span:
            start, end = axis.percent(mark.start), axis.percent(mark.end)
            width = round(end - start, 2)
            yield (
                f'<rect class="spanne" x="{start}%" y="{MIDDLE - 4}" width="{width}%" height="8" '
                'rx="4"/>'
            )
        at = f'x="{axis.percent(mark.middle)}%" y="{MIDDLE}" overflow="visible"'
        yield f'<svg {at}><g class="zeichen {mark.sign.value}">{DRAWN[mark.sign]}</g></svg>'


def _labels(lane: Lane) -> Iterator[str]:
    axis = lane.axis
    earlier = [mark for mark in lane.past if mark.end < axis.low]
    shown = [mark for mark in lane.past if mark.end >= axis.low]
    words = [(f"‹ {int(earlier[0].middle)}", 0.0, "start")] if earlier else []
    words += [(mark.label, axis.percent(mark.middle), "middle") for mark in shown if mark.label]
    for word, x, anchor in _kept(words):
        yield f'<text class="{anchor}" x="{x}%" y="{LABEL}">{escape(word)}</text>'


LaneLabel = tuple[str, float, str]  # the words, where in percent, how they lie there


def _kept(words: Sequence[LaneLabel]) -> list[LaneLabel]:
    """Return the labels that have room, the last first: what is newest is told for sure."""
    kept: list[LaneLabel] = []
    for word in map(_inside, reversed(words)):
        if all(_apart(word, other) for other in kept):
            kept.append(word)
    return kept[::-1]


def _inside(word: LaneLabel) -> LaneLabel:
    """Return a label that ends within the lane."""
    left, right = _reach(word)
    if word[2] == "middle" and right > NARROWEST:
        return word[0], 100.0, "end"
    return (word[0], 0.0, "start") if left < 0 else word


def _apart(one: LaneLabel, other: LaneLabel) -> bool:
    (left, right), (low, high) = _reach(one), _reach(other)
    return right + GAP < low or high + GAP < left


def _reach(word: LaneLabel) -> tuple[float, float]:
    """Return from where to where a label reaches, in px of the narrowest lane."""
    width, at = text_width(word[0], SIZE), word[1] / 100 * NARROWEST
    start = {"start": at, "middle": at - width / 2, "end": at - width}[word[2]]
    return start, start + width
