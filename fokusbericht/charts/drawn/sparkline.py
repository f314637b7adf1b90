"""Sparklines: a line of the size of a word, for the midst of a page; without altair."""

from dataclasses import dataclass
from html import escape

from fokusbericht.charts.scale import AxisScale
from fokusbericht.charts.segments import segments

WIDTH, HEIGHT, EDGE = 120, 32, 4


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A line of the size of a word; `title` is what a screen reader says."""

    title: str
    points: tuple[tuple[int, float | None], ...]
    breaks: tuple[int, ...] = ()


def sparkline_svg(sparkline: Sparkline) -> str:
    """Return inline SVG; `.sparkline path` and `.sparkline circle` take their colour from CSS.

    Without any rules it has the colour of the text around it. Nothing to draw gives no markup.
    """
    parts = segments(sparkline.points, sparkline.breaks)
    if not parts:
        return ""
    years = [year for part in parts for year, _ in part]
    values = [value for part in parts for _, value in part]
    x = _scale(min(years), max(years), WIDTH)
    y = _scale(min(values), max(values), HEIGHT, upright=True)
    drawn = [[(_px(x, year), _px(y, value)) for year, value in part] for part in parts]
    path = "".join(f"M{'L'.join(f'{a:g} {b:g}' for a, b in part)}" for part in drawn)
    right, top = drawn[-1][-1]
    return (
        f'<svg class="sparkline" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img" aria-label="{escape(sparkline.title)}">'
        f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round"/>'
        f'<circle cx="{right:g}" cy="{top:g}" r="3" fill="currentColor"/></svg>'
    )


def _scale(low: float, high: float, length: float, upright: bool = False) -> AxisScale:
    # A line without any change lies in the middle.
    wide = (low, high) if low < high else (low - 1, high + 1)
    return AxisScale(*wide, length - 2 * EDGE, upright)


def _px(scale: AxisScale, value: float) -> float:
    return round(scale.px(value) + EDGE, 1)
