"""The life of a thing on a time axis: what happened when, and how long nothing did.

Inline SVG, so that it takes its colours from the page: see `templates/assets/empfehlung.css`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from fokusbericht.charts.layout import text_width, year_ticks
from fokusbericht.charts.scale import AxisScale

WIDTH, EDGE, SIZE = 760, 8, 14
ROW = 21  # px from one row of labels to the next
AXIS, BELOW = 20, 62  # px between the lowest label and the axis, and what stands under it
YEAR_WIDTH = 46
YEAR = 0.9  # what lasts longer than this is a whole year


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened between two moments in years; a year alone is a span."""

    label: str
    start: float
    end: float
    sign: str = "punkt"  # punkt | gut | schlecht

    @property
    def middle(self) -> float:
        """Return where its label hangs."""
        return (self.start + self.end) / 2

    @property
    def is_span(self) -> bool:
        """Say whether only the year is known."""
        return self.end - self.start > YEAR and self.sign == "punkt"


@dataclass(frozen=True, slots=True)
class Lifeline:
    """A life up to today; `silence` says how long there has been no news, if that is long."""

    id: str
    title: str
    description: str
    moments: tuple[Moment, ...]
    today: float
    silence: str
    has_ended: bool

    @property
    def end(self) -> float:
        """Return where the line ends: at today, or where the life has ended."""
        last = self.moments[-1].end
        return last if self.has_ended else max(self.today, last)

    def __html__(self) -> str:
        return lifeline_svg(self)


def lifeline_svg(life: Lifeline) -> str:
    """Return the drawing; a life of one moment that has ended has no axis to draw."""
    x = _axis(life)
    rows = staircase([x.px(one.middle) for one in life.moments], _widths(life))
    y = (max(rows) + 1) * ROW + AXIS
    body = "".join((*_line(life, x, y), *_years(x, y), *_labels(life, x, y, rows)))
    below = BELOW - ROW if life.has_ended else BELOW
    return (
        f'<svg class="leben-bild" viewBox="0 0 {WIDTH} {y + below}" role="img" '
        f'aria-labelledby="{life.id}-titel {life.id}-text">'
        f'<title id="{life.id}-titel">{escape(life.title)}</title>'
        f'<desc id="{life.id}-text">{escape(life.description)}</desc>{body}</svg>'
    )


def staircase(poles: Sequence[float], widths: Sequence[float]) -> list[int]:
    """Return the row of each label, which begins at its pole: no pole runs through a label.

    From the right: a label lies above all that stand within its width.
    """
    rows: dict[int, int] = {}
    for one in sorted(range(len(poles)), key=lambda i: (poles[i], i), reverse=True):
        within = [rows[i] for i in rows if poles[i] < poles[one] + widths[one] + EDGE]
        rows[one] = max(within, default=-1) + 1
    return [rows[i] for i in range(len(poles))]


def _widths(life: Lifeline) -> list[float]:
    return [text_width(one.label, SIZE, bold=True) + 6 for one in life.moments]


def _axis(life: Lifeline) -> AxisScale:
    # The plot ends so far from the edge that the last labels have their room.
    low = float(int(life.moments[0].start))
    high = max(float(int(life.end) + 1), low + 1)
    length = float(WIDTH - 2 * EDGE)
    for moment, width in zip(life.moments, _widths(life), strict=True):
        share = (moment.middle - low) / (high - low)
        length = min(length, (WIDTH - 2 * EDGE - width) / max(share, 0.01))
    return AxisScale(low, high, max(length, WIDTH / 2))


def _px(x: AxisScale, year: float) -> str:
    return f"{x.px(year) + EDGE:.1f}"


def _line(life: Lifeline, x: AxisScale, y: int) -> Iterator[str]:
    first, last = life.moments[0].start, life.moments[-1].end
    yield f'<path class="lauf" d="M{_px(x, first)} {y}H{_px(x, last)}"/>'
    if life.has_ended:
        return
    kind = "still-strich" if life.silence else "offen-strich"
    yield f'<path class="{kind}" d="M{_px(x, last)} {y}H{_px(x, life.end)}"/>'
    right = x.px(life.end) + EDGE
    yield f'<path class="heute" d="M{right:.1f} {y - 7}v14"/>'
    words = life.silence or "bis heute"
    css = "still-text" if life.silence else "jahr"
    middle = (x.px(last) + x.px(life.end)) / 2 + EDGE
    half = text_width(words, SIZE, bold=True) / 2
    at = max(half, min(WIDTH - half, middle))
    yield f'<text class="{css} mitte" x="{at:.1f}" y="{y + 52}">{escape(words)}</text>'


def _years(x: AxisScale, y: int) -> Iterator[str]:
    first, last = int(x.low), int(x.high)
    room = (last - first) * YEAR_WIDTH / x.length
    for year in year_ticks(first, last, room):
        yield f'<path class="marke-strich" d="M{_px(x, year)} {y + 10}v6"/>'
    for year in year_ticks(first, last, room):
        yield f'<text class="jahr mitte" x="{_text_x(x, year)}" y="{y + 30}">{year}</text>'


def _text_x(x: AxisScale, year: float) -> str:
    return f"{max(18.0, min(WIDTH - 18.0, x.px(year) + EDGE)):.1f}"


def _labels(life: Lifeline, x: AxisScale, y: int, rows: Sequence[int]) -> Iterator[str]:
    for moment, row in zip(life.moments, rows, strict=True):
        left, top = x.px(moment.middle) + EDGE, y - AXIS - row * ROW
        yield f'<path class="mast" d="M{left:.1f} {y - 6}V{top - 10}"/>'
        yield moment_svg(moment, x, EDGE, y)
        yield f'<text x="{left + 5:.1f}" y="{top - 1}">{escape(moment.label)}</text>'


def moment_svg(moment: Moment, x: AxisScale, left: float, y: float) -> str:
    """Return the sign of a moment, `left` px from the edge; a span where only the year is known."""
    if moment.is_span:
        width = max(x.px(moment.end) - x.px(moment.start), 12)
        start = x.px(moment.middle) + left - width / 2
        place = f'x="{start:.1f}" y="{y - 5:.1f}" width="{width:.1f}"'
        return f'<rect class="spanne" {place} height="10" rx="5"/>'
    return sign_svg(moment.sign, x.px(moment.middle) + left, y)


def sign_svg(sign: str, x: float, y: float) -> str:
    """Return the sign of a step: a dot, or how it ended: a tick in a disc, a cross in a square."""
    if sign == "punkt":
        return f'<circle class="punkt" cx="{x:.1f}" cy="{y:.1f}" r="6"/>'
    if sign == "gut":
        disc = f'<circle class="punkt" cx="{x:.1f}" cy="{y:.1f}" r="9"/>'
        return f'{disc}<path class="zeichen" d="M{x - 4:.1f} {y + 0.5:.1f}l3 3l5 -6.5"/>'
    square = (
        f'<rect class="schlecht" x="{x - 8:.1f}" y="{y - 8:.1f}" width="16" height="16" rx="2"/>'
    )
    cross = f'<path class="zeichen" d="M{x - 3.5:.1f} {y - 3.5:.1f}l7 7m0 -7l-7 7"/>'
    return square + cross
