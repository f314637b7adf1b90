"""Changes from year to year as bars over what is usual, the last of them marked."""

from dataclasses import dataclass
from html import escape

from fokusbericht.charts.drawn.svg import path, points
from fokusbericht.charts.scale import AxisScale

WIDTH, HEIGHT = 340, 170
TOP, BOTTOM = 24, 46  # room for a label on either side of the bars, and for the years
ABOVE, BELOW, YEARS = -7, 17, 6  # px to the base lines of letters
LABEL = 120  # px that the longest label takes: −0,4 Prozentpunkte
FILLED, WIDEST = 0.62, 26  # of the room of a bar, and px


@dataclass(frozen=True, slots=True)
class YearlyBars:
    """Changes by year, the last one with its label; `usual` is a band from low to high."""

    title: str  # what a screen reader hears
    bars: tuple[tuple[int, float], ...]
    usual: tuple[float, float]
    label: str  # +5,6 %

    def __html__(self) -> str:
        return yearly_bars_svg(self)


def yearly_bars_svg(picture: YearlyBars) -> str:
    """Return inline SVG whose colours come from CSS."""
    sizes = [size for _, size in picture.bars]
    low, high = min(0, *sizes, picture.usual[0]), max(0, *sizes, picture.usual[1])
    scale = AxisScale(low, high if high > low else 1, HEIGHT - TOP - BOTTOM, upright=True)
    first, last = picture.bars[0][0], picture.bars[-1][0]
    room = WIDTH / (last - first + 1)
    wide = min(room * FILLED, WIDEST)
    bars = {year: (room * (year - first + 0.5), _y(scale, size)) for year, size in picture.bars}
    zero, (at, end) = _y(scale, 0), bars[last]
    top, bottom = (_y(scale, one) for one in reversed(picture.usual))
    earlier = (_bar(*bars[year], zero, wide) for year, _ in picture.bars[:-1])
    beneath = [bar_end for middle, bar_end in bars.values() if middle > WIDTH - LABEL]
    label = min(zero, *beneath) + ABOVE if end < zero else max(zero, *beneath) + BELOW
    return (
        f'<svg class="jahresbalken" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(picture.title)}"><rect class="ueblich" x="0" y="{points(top)}" '
        f'width="{WIDTH}" height="{points(max(bottom - top, 2))}"/>{path("davor", *earlier)}'
        f"{path('zuletzt', _bar(at, end, zero, wide))}{path('null', f'M0 {points(zero)}h{WIDTH}')}"
        f"{_text('wert', WIDTH, label, picture.label, 'end')}"
        f"{_text('jahr', 0, HEIGHT - YEARS, str(first))}"
        f"{_text('jahr', WIDTH, HEIGHT - YEARS, str(last), 'end')}</svg>"
    )


def _y(scale: AxisScale, value: float) -> float:
    return scale.px(value) + TOP


def _bar(middle: float, end: float, zero: float, width: float) -> str:
    """Return a bar as path data; one without height is drawn as a hair, so that it is seen."""
    height = end - zero if abs(end - zero) >= 1 else 1
    left = points(middle - width / 2, zero)
    return f"M{left}h{points(width)}v{points(height)}h{points(-width)}z"


def _text(css: str, x: float, y: float, text: str, anchor: str = "start") -> str:
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="{css}" x="{x:g}" y="{points(y)}"{side}>{escape(text, quote=False)}</text>'
