"""Pictures to take along: a chart or a map with its title, its source and where it comes from.

All colours are attributes and light, so that the picture looks the same in every program.
"""

from collections.abc import Iterator, Sequence
from html import escape
from xml.etree import ElementTree

from fokusbericht.charts.layout import wrap
from fokusbericht.charts.vega.clean import SVG
from fokusbericht.charts.vega.colours import INK, PAPER, QUIET
from fokusbericht.charts.vega.vegalite import FONT

PIXELS = 1.5  # of a PNG for each of its SVG: enough for a slide
TITLE, SMALL = 20, 13  # px
LINE = 1.3  # from one line to the next, in heights of the text
EDGE, GAP = 18, 12  # px around everything, and between picture and texts
OWN = tuple(f"{{{SVG}}}{name}" for name in ("title", "desc", "style"))  # made anew for the whole


def titled(svg: str, title: str, source: str, link: str) -> str:
    """Return a picture of its own: title, drawing, source and permalink on paper.

    `svg` is a chart, or a map that stands alone. One that has all this already gets it anew.
    """
    root = ElementTree.fromstring(svg)
    width, height = _size(root)
    titles = wrap(title, TITLE, width, bold=True)
    _, top = place_of_drawing(title, width)
    notes = [line for note in (source, link) for line in wrap(note, SMALL, width) if line]
    foot = top + height + GAP
    whole = (width + 2 * EDGE, round(foot + len(notes) * SMALL * LINE + EDGE * 0.8))
    return (
        f'<svg xmlns="{SVG}" lang="de" width="{whole[0]}" height="{whole[1]}" '
        f'viewBox="0 0 {whole[0]} {whole[1]}" role="img" aria-labelledby="titel text" '
        f'font-family="{FONT}"><title id="titel">{escape(title)}</title>'
        f'<desc id="text">{escape(root.findtext(OWN[1], ""))}</desc>'
        f'<path fill="{PAPER}" d="M0 0h{whole[0]}v{whole[1]}H0z"/>'
        f'<g fill="{INK}" font-weight="600">{"".join(_lines(titles, EDGE, TITLE))}</g>'
        f'<g id="bild" data-width="{width}" data-height="{height}" '
        f'transform="translate({EDGE} {top})">{_drawn(root)}</g>'
        f'<g fill="{QUIET}">{"".join(_lines(notes, foot, SMALL))}</g></svg>\n'
    )


def place_of_drawing(title: str, width: int) -> tuple[int, int]:
    """Return where the drawing of this width stands in such a picture: below its title."""
    lines = len(wrap(title, TITLE, width, bold=True))
    return EDGE, round(EDGE + lines * TITLE * LINE + GAP)


def _framed(root: ElementTree.Element) -> ElementTree.Element | None:
    return root.find(f"{{{SVG}}}g[@id='bild']")


def _size(root: ElementTree.Element) -> tuple[int, int]:
    inside = _framed(root)
    if inside is not None:
        return int(inside.get("data-width", 0)), int(inside.get("data-height", 0))
    _, _, width, height = (round(float(part)) for part in root.get("viewBox", "0 0 0 0").split())
    return width, height


def _drawn(root: ElementTree.Element) -> str:
    ElementTree.register_namespace("", SVG)
    framed = _framed(root)
    parts = [part for part in (root if framed is None else framed) if part.tag not in OWN]
    text = "".join(ElementTree.tostring(part, encoding="unicode") for part in parts)
    return text.replace(f' xmlns="{SVG}"', "").replace(" />", "/>")


def _lines(lines: Sequence[str], top: float, size: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        y = top + (number + 0.8) * size * LINE
        yield f'<text x="{EDGE}" y="{y:.0f}" font-size="{size}">{escape(line)}</text>'
