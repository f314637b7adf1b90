"""Maps of two figures at once: nine colours, and the square that explains them.

The class `b20` is the upper third (2) of the figure across and the lower third (0) of the upright
one. Blue grows with the one, orange with the other, and where both are high or low there is no
hue. All nine keep an OKLab distance of at least 0.1 from one another, in light and in dark, as seen
with normal sight and with protanopia, deuteranopia and tritanopia (Machado 2009).
"""

from collections.abc import Iterable, Iterator
from html import escape

from fokusbericht.charts.layout import wrap

CLASSES = tuple(f"b{across}{up}" for across in range(3) for up in range(3))
LIGHT = (  # on paper; templates/assets/vergleich.css has them too, and those of dark screens
    *("#d9dad0", "#dca672", "#d27526"),
    *("#8db4c3", "#897f7c", "#7e4b31"),
    *("#3594c4", "#3d5b78", "#342a35"),
)
FIELD, TEXT, LINE = 34, 14, 18  # px: side of a field, size and height of a line
SIDE = 3 * FIELD


def bivariate_class(across: int, up: int) -> str:
    """Return the CSS class of two thirds, each 0 (lower) to 2 (upper)."""
    return f"b{across}{up}"


def square(left: float, top: float) -> str:
    """Return the nine fields, the figure across growing to the right, the other upwards."""
    return "".join(_fields(left, top))


def _fields(left: float, top: float) -> Iterator[str]:
    for name in CLASSES:
        x, y = left + int(name[1]) * FIELD, top + (2 - int(name[2])) * FIELD
        yield f'<path class="{name}" d="M{x:g} {y:g}h{FIELD}v{FIELD}h-{FIELD}z"/>'


def explained(axes: tuple[str, str], left: float, top: float, width: float) -> tuple[str, float]:
    """Return the square with the names of both axes above and below it, and how high that is."""
    above, below = (wrap(text, TEXT, width) for text in (f"↑ {axes[1]}", f"{axes[0]} →"))
    fields = top + len(above) * LINE + 4
    foot = fields + SIDE + 4
    texts = (*_lines(above, left, top), *_lines(below, left, foot))
    return "".join((square(left, fields), *texts)), foot + len(below) * LINE - top


def _lines(lines: Iterable[str], left: float, top: float) -> Iterator[str]:
    for number, line in enumerate(lines):
        y = top + number * LINE + TEXT
        yield f'<text class="klein" x="{left:g}" y="{y:g}">{escape(line)}</text>'
