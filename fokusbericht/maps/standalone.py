"""A map to take along: with its title, legend and source, all colours as attributes."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from fokusbericht.charts.layout import text_width
from fokusbericht.charts.vega.takeaway import titled
from fokusbericht.maps import bivariate

SMALL, NAME = 14, 15  # px
SWATCH, GAP = 26, 18
PAPER, INK, QUIET = "#fbfaf6", "#1a2326", "#4e5c62"
SVG = "http://www.w3.org/2000/svg"
STILL = "#d3d6cf"  # of what is only there to show where something else lies
SEQUENTIAL = "#c8e0cd #96c3b5 #5e9f9f #2b7585 #0b4a5d"
DIVERGING = "#9a4a12 #dd9a5c #dcdacb #74aec0 #135f7d"
FILLS = {
    f"{name}{number}": colour
    for name, colours in (("k", SEQUENTIAL), ("d", DIVERGING))
    for number, colour in enumerate(colours.split())
} | dict(zip(bivariate.CLASSES, bivariate.LIGHT, strict=True))
STYLES = {  # what the style sheet says of these classes on a page
    **{name: f'fill="{colour}"' for name, colour in FILLS.items()},
    "gebiete": f'stroke="{PAPER}"',
    "fehlt": f'stroke="{QUIET}"',
    "geheim": f'stroke="{QUIET}"',
    "schraffur-grund": f'fill="{PAPER}"',
    "schraffur": f'fill="none" stroke="{QUIET}" stroke-width="1.4"',
    "raum": f'fill="none" stroke="{INK}" stroke-width="1.5"',
    "kasten": 'stroke="#778387"',
    "gewaehlt": 'stroke="#a63a0a" stroke-width="3.5"',
    "klein": f'fill="{QUIET}" font-size="{SMALL}"',
    "name": f'fill="{INK}" font-size="{NAME}" font-weight="600"',
    "still": f'fill="{STILL}"',
    "hier": f'fill="{FILLS["k4"]}"',
}
RIM = f'stroke="{PAPER}" stroke-width="4" stroke-linejoin="round" aria-hidden="true"'


def page(
    body: str,
    size: tuple[int, int],
    title: str,
    description: str,
    source: str,
    legend: Sequence[tuple[str, str, str]],
    axes: tuple[str, str] | None = None,
    link: str = "",
) -> str:
    """Return the map as an SVG file.

    The legend's entries are a class, its hatching if it has one, and its text; a map of two
    figures has their names as `axes`.
    """
    width, height = size
    square, high = bivariate.explained(axes, 0, height + 14, width) if axes else ("", 0)
    rows, bottom = legend_rows(legend, width, height + 14 + high + (14 if axes else 0))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {bottom:.0f}">'
        f'<desc>{escape(description)}</desc><g stroke-linejoin="round">{body}</g>'
        f"{square}{rows}</svg>"
    )
    return titled(coloured(svg), title, source, link)


def with_colours(svg: str) -> str:
    """Return a drawing for a page as a file of its own."""
    return coloured(svg.replace("<svg ", f'<svg xmlns="{SVG}" ', 1))


def coloured(svg: str) -> str:
    """Return a drawing with attributes in the place of classes.

    Names get their rim as a text of its own below: not every program can paint it first.
    """
    rimmed = re.sub(r'<text class="name"(.*?</text>)', rf'<text class="name" {RIM}\1\g<0>', svg)
    return re.sub(r'class="([\w-]+)"', lambda found: STYLES.get(found[1], ""), rimmed)


def legend_rows(
    legend: Sequence[tuple[str, str, str]], width: int, top: float
) -> tuple[str, float]:
    """Return the rows of the legend, and where it ends."""
    placed = list(_placed(legend, width))
    parts = []
    for (css, hatch, text), x, row in placed:
        y = top + row * (SMALL + 8)
        parts.append(f'<path class="{css}"{hatch} d="M{x:.0f} {y:.0f}h{SWATCH}v14h-{SWATCH}z"/>')
        place = f'x="{x + SWATCH + 6:.0f}" y="{y + 12:.0f}"'
        parts.append(f'<text class="klein" {place}>{escape(text)}</text>')
    rows = placed[-1][2] + 1 if placed else 0
    return "".join(parts), top + rows * (SMALL + 8)


def _placed(
    legend: Sequence[tuple[str, str, str]], width: int
) -> Iterator[tuple[tuple[str, str, str], float, int]]:
    # Each entry with its left edge and its row.
    x, row = 0.0, 0
    for entry in legend:
        needed = SWATCH + 6 + text_width(entry[2], SMALL)
        if x > 0 and x + needed > width:
            x, row = 0.0, row + 1
        yield entry, x, row
        x += needed + GAP
