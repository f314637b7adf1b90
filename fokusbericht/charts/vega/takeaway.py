"""Pictures to take along: a chart or a map with its title, its source and where it comes from.

All colours are attributes and light, so that the picture looks the same in every program.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape

from fokusbericht.charts.layout import wrap
from fokusbericht.charts.vega.clean import SVG
from fokusbericht.charts.vega.colours import INK, PAPER, QUIET
from fokusbericht.charts.vega.vegalite import FONT

PIXELS = 1.5  # of a PNG for each of its SVG: enough for a slide
TITLE, SMALL = 20, 13  # px
LINE = 1.3  # from one line to the next, in heights of the text
EDGE, GAP = 18, 12  # px around everything, and between picture and texts
# How a drawing of ours begins; its words and colours are made anew for the whole.
HEAD = re.compile(
    r'<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>'
    r"(?:<title[^>]*>[^<]*</title>)?(?:<desc[^>]*>([^<]*)</desc>)?(?:<style>[^<]*</style>)?"
)


def titled(svg: str, title: str, source: str, link: str) -> str:
    """Return a picture of its own: title, drawing, source and permalink on paper.

    `svg` is a chart, or a map that stands alone.
    """
    head = HEAD.match(svg)
    assert head, svg[:200]
    width, height = round(float(head[1])), round(float(head[2]))
    titles = wrap(title, TITLE, width, bold=True)
    _, top = place_of_drawing(title, width)
    notes = [line for note in (source, link) for line in wrap(note, SMALL, width) if line]
    foot = top + height + GAP
    whole = (width + 2 * EDGE, round(foot + len(notes) * SMALL * LINE + EDGE * 0.8))
    return (
        f'<svg xmlns="{SVG}" lang="de" width="{whole[0]}" height="{whole[1]}" '
        f'viewBox="0 0 {whole[0]} {whole[1]}" role="img" aria-labelledby="titel text" '
        f'font-family="{FONT}"><title id="titel">{escape(title)}</title>'
        f'<desc id="text">{escape(unescape(head[3] or ""))}</desc>'
        f'<path fill="{PAPER}" d="M0 0h{whole[0]}v{whole[1]}H0z"/>'
        f'<g fill="{INK}" font-weight="600">{"".join(_lines(titles, EDGE, TITLE))}</g>'
        f'<g id="bild" data-width="{width}" data-height="{height}" '
        f'transform="translate({EDGE} {top})">{svg[head.end() : svg.rindex("</svg>")]}</g>'
        f'<g fill="{QUIET}">{"".join(_lines(notes, foot, SMALL))}</g></svg>\n'
    )


def place_of_drawing(title: str, width: int) -> tuple[int, int]:
    """Return where the drawing of this width stands in such a picture: below its title."""
    lines = len(wrap(title, TITLE, width, bold=True))
    return EDGE, round(EDGE + lines * TITLE * LINE + GAP)


def _lines(lines: Sequence[str], top: float, size: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        y = top + (number + 0.8) * size * LINE
        yield f'<text x="{EDGE}" y="{y:.0f}" font-size="{size}">{escape(line)}</text>'
