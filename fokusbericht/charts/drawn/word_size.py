"""Pictures of the size of a word: bars side by side, and so many squares of a hundred."""

from dataclasses import dataclass
from html import escape

from fokusbericht.charts.layout import text_width

WIDTH, ROW, BAR, LETTER = 180, 20, 12, 13  # px
GAP = 6
COLUMNS, SQUARE, STEP = 20, 7, 9


@dataclass(frozen=True, slots=True)
class SmallBar:
    """A bar with its name and its value as text; the first of several is the one that matters."""

    name: str
    value: float
    text: str


def small_bars_svg(bars: tuple[SmallBar, ...], title: str) -> str:
    """Return bars as inline SVG in the colour of the text around; values that are not negative."""
    left = max(text_width(one.name, LETTER) for one in bars) + GAP
    right = max(text_width(one.text, LETTER, bold=True) for one in bars) + GAP
    most = max(one.value for one in bars) or 1
    rows = "".join(
        _row(one, number * ROW, left, (WIDTH - left - right) * one.value / most, number == 0)
        for number, one in enumerate(bars)
    )
    return _framed("kleine-balken", (WIDTH, ROW * len(bars)), title, rows)


def _row(bar: SmallBar, top: float, left: float, length: float, is_first: bool) -> str:
    quiet = "" if is_first else ' opacity=".55"'
    base = f'y="{top + 15:g}"'
    return (
        f'<text x="0" {base} font-size="{LETTER}">{escape(bar.name)}</text>'
        f'<rect x="{left:.0f}" y="{top + 4:g}" width="{max(length, 1):.1f}" height="{BAR}"{quiet}/>'
        f'<text x="{left + length + GAP:.0f}" {base} font-size="{LETTER}" font-weight="600">'
        f"{escape(bar.text)}</text>"
    )


def hundred_svg(share: float, title: str) -> str:
    """Return a hundred squares of which so many are filled, as inline SVG."""
    full = min(max(round(share), 0), 100)
    rows = 100 // COLUMNS

    def squares(numbers: range) -> str:
        # Filled column by column, as one reads.
        return "".join(
            f"M{number // rows * STEP} {number % rows * STEP}h{SQUARE}v{SQUARE}h-{SQUARE}z"
            for number in numbers
        )

    drawn = f'<path d="{squares(range(full))}"/>' if full else ""
    rest = f'<path opacity=".25" d="{squares(range(full, 100))}"/>' if full < 100 else ""
    return _framed("hundert", (COLUMNS * STEP, rows * STEP), title, drawn + rest)


def _framed(css: str, size: tuple[float, float], title: str, body: str) -> str:
    width, height = size
    return (
        f'<svg class="{css}" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="img" aria-label="{escape(title)}" fill="currentColor">'
        f"{body}</svg>"
    )
