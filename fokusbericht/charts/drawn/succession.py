"""Several lives tied to one another on one time axis: who falls silent is succeeded by others.

Inline SVG, so that it takes its colours from the page: see `templates/assets/empfehlung.css`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from fokusbericht.charts.drawn.lifeline import Moment, moment_svg
from fokusbericht.charts.layout import text_width, wrap, year_ticks
from fokusbericht.charts.scale import AxisScale

EDGE, SIZE = 12, 14
LINE = 18  # px from one line of text to the next
UNDER, AFTER = 14, 24  # px between a label and its strand, and between a strand and the next label
AXIS = 34
YEAR_WIDTH = 46


@dataclass(frozen=True, slots=True)
class Succeeding:
    """One life; `before` are the places of those that it goes on from."""

    label: str
    steps: tuple[Moment, ...]
    has_ended: bool
    is_silent: bool
    is_current: bool
    before: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """Lives in the order of their beginnings, up to today."""

    id: str
    description: str
    strands: tuple[Succeeding, ...]
    today: float
    width: int

    def __html__(self) -> str:
        return succession_svg(self)


@dataclass(frozen=True, slots=True)
class _PlacedStrand:
    # A strand where it is drawn: its label in lines, and the height of its line.
    strand: Succeeding
    lines: tuple[str, ...]
    top: int
    y: int


def succession_svg(succession: Succession) -> str:
    """Return the drawing."""
    x = _axis(succession)
    places = _places(succession)
    bottom = places[-1].y + AFTER
    body = "".join((*_years(x, bottom), *_ties(places, x), *_lives(succession, places, x)))
    name = f"{succession.id}-titel"
    return (
        f'<svg class="{succession.id}" viewBox="0 0 {succession.width} {bottom + AXIS}" role="img" '
        f'aria-labelledby="{name} {succession.id}-text">'
        f'<title id="{name}">Der Faden durch die Jahre</title>'
        f'<desc id="{succession.id}-text">{escape(succession.description)}</desc>{body}</svg>'
    )


def _axis(succession: Succession) -> AxisScale:
    low = int(min(strand.steps[0].start for strand in succession.strands))
    high = max(succession.today, *(strand.steps[-1].end for strand in succession.strands))
    return AxisScale(low, max(high, low + 1), succession.width - 2 * EDGE)


def _places(succession: Succession) -> list[_PlacedStrand]:
    places, top = [], 0
    for strand in succession.strands:
        lines = wrap(strand.label, SIZE, succession.width - 8, strand.is_current)
        y = top + len(lines) * LINE + UNDER
        places.append(_PlacedStrand(strand, lines, top, y))
        top = y + AFTER
    return places


def _years(x: AxisScale, bottom: int) -> Iterator[str]:
    first, last = int(x.low), int(x.high)
    for year in year_ticks(first, last, (last - first) * YEAR_WIDTH / x.length) or (first,):
        at = x.px(year) + EDGE
        yield f'<path class="raster" d="M{at:.1f} 0V{bottom}"/>'
        left = max(18.0, min(x.length + 2 * EDGE - 18, at))
        yield f'<text class="jahr mitte" x="{left:.1f}" y="{bottom + 20}">{year}</text>'


def _ties(places: list[_PlacedStrand], x: AxisScale) -> Iterator[str]:
    # From the strand that goes on, at the moment the next begins or at its own end, down to it.
    for place in places:
        start = x.px(place.strand.steps[0].middle) + EDGE
        for number in place.strand.before:
            before = places[number]
            end = x.px(before.strand.steps[-1].middle) + EDGE
            leave = min(start, end) if before.strand.has_ended else start
            bend = place.y - AFTER
            down = f"V{bend}Q{leave:.1f} {place.y} {start:.1f} {place.y}"
            yield f'<path class="band" d="M{leave:.1f} {before.y}{down}"/>'


def _lives(succession: Succession, places: list[_PlacedStrand], x: AxisScale) -> Iterator[str]:
    for number, place in enumerate(places):
        strand, y = place.strand, place.y
        css = " hier" if strand.is_current else ""
        first, last = (x.px(strand.steps[at].middle) + EDGE for at in (0, -1))
        followers = [one.strand for one in places if number in one.strand.before]
        if not strand.has_ended:
            yield _open_end(succession, strand, followers, x, last, y)
        yield f'<path class="lauf{css}" d="M{first:.1f} {y}H{last:.1f}"/>'
        yield from _dots(strand, x, y)
        yield from _label(succession, place, first - 6)


def _label(succession: Succession, place: _PlacedStrand, wanted: float) -> Iterator[str]:
    # On paper of its own, so that successions run behind it.
    css = " hier" if place.strand.is_current else ""
    left = max(4.0, min(wanted, succession.width - _width(place) - 4))
    for row, text in enumerate(place.lines):
        at = place.top + (row + 1) * LINE - 3
        width = text_width(text, SIZE) * 0.92 + 6  # the estimate is on the safe side
        box = f'x="{left - 3:.1f}" y="{at - 14}" width="{width:.1f}" height="{LINE}"'
        yield f'<rect class="grund" {box}/>'
        yield f'<text class="titel{css}" x="{left:.1f}" y="{at}">{escape(text)}</text>'


def _width(place: _PlacedStrand) -> float:
    return max(text_width(line, SIZE, place.strand.is_current) for line in place.lines)


def _open_end(
    succession: Succession,
    strand: Succeeding,
    followers: list[Succeeding],
    x: AxisScale,
    last: float,
    y: int,
) -> str:
    # Where others go on, the line leads up to the last of them; else to today.
    goal = max((one.steps[0].middle for one in followers), default=succession.today)
    css = "still-strich" if strand.is_silent and not followers else "offen-strich"
    return f'<path class="{css}" d="M{last:.1f} {y}H{max(last, x.px(goal) + EDGE):.1f}"/>'


def _dots(strand: Succeeding, x: AxisScale, y: int) -> Iterator[str]:
    for moment in strand.steps[:-1]:
        yield f'<circle class="punkt" cx="{x.px(moment.middle) + EDGE:.1f}" cy="{y}" r="4"/>'
    last = strand.steps[-1]
    yield moment_svg(last, x, EDGE, y)
    if strand.is_current and not last.is_span:
        yield f'<circle class="hof" cx="{x.px(last.middle) + EDGE:.1f}" cy="{y}" r="12"/>'
