"""Strips: all places as ticks on a line, their middle half as a band, one of them as a dot."""

from dataclasses import dataclass

from fokusbericht.charts.scale import AxisScale

WIDTH, HEIGHT, EDGE = 240, 24, 6


@dataclass(frozen=True, slots=True)
class Strip:
    """Where one value lies among all others; `half` is the middle half of them."""

    values: tuple[float, ...]
    half: tuple[float, float]
    own: float


def strip_svg(strip: Strip) -> str:
    """Return inline SVG without words: what it shows stands beside it. Colours come from CSS."""
    low, high = min(strip.values), max(strip.values)
    scale = AxisScale(low, high if high > low else low + 1, WIDTH - 2 * EDGE)
    ticks = "".join(f"M{_px(scale, value):g} 8v8" for value in sorted(set(strip.values)))
    left, right = (_px(scale, value) for value in strip.half)
    return (
        f'<svg class="streifen" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">'
        f'<rect class="mitte" x="{left:g}" y="4" width="{max(right - left, 1):g}" height="16"/>'
        f'<path class="alle" d="{ticks}"/>'
        f'<circle class="hier" cx="{_px(scale, strip.own):g}" cy="12" r="5"/></svg>'
    )


def _px(scale: AxisScale, value: float) -> float:
    return round(scale.px(value) + EDGE)
