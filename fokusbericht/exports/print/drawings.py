"""Our drawings as they are printed: in light colours, on white, in the typeface of the paper."""

import re
from html import unescape

from fokusbericht.charts.layout import text_width

TYPEFACE = "Fira Sans"
PAPER = "#fbfaf6"  # the ground of the site, for which there is no ink
AT_RULE = re.compile(r"@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
FONT_ATTRIBUTE = re.compile(r'font-family="[^"]*"')
FONT_RULE = re.compile(r"font-family:[^;}\"]*")
NAME = re.compile(r'<text class="name" x="([\d.]+)" y="([\d.]+)" [^>]*>([^<]*)</text>')
SIZE = 15  # px, of names on maps
PLAIN_WIDTH = 0.88  # of the typeface, beside what is thought of those of others
NO_RIM = "<style>.name{stroke:none}</style>"


def light_svg(drawing: bytes, ink: str = "#1a2326") -> bytes:
    """Return a drawing for paper: what follows the colour of text around it is in `ink`."""
    svg = AT_RULE.sub("", drawing.decode())
    svg = FONT_ATTRIBUTE.sub(f'font-family="{TYPEFACE}"', svg)
    svg = FONT_RULE.sub(f"font-family:'{TYPEFACE}'", svg)
    svg = _on_plates(svg).replace(PAPER, "#ffffff")
    return svg.replace("currentColor", ink).encode()


def _on_plates(svg: str) -> str:
    """Return a map whose names stand on plates instead of having a rim.

    A rim is the same word once more, in a PDF: found and copied twice, and read out by some.
    """
    names = list(NAME.finditer(svg))
    if not names:
        return svg
    plates = "".join(_plate(float(one[1]), float(one[2]), unescape(one[3])) for one in names)
    at = names[0].start()
    return f"{svg[:at]}{NO_RIM}{plates}{svg[at:]}"


def _plate(x: float, y: float, name: str) -> str:
    """Return the plate of a name that stands in its middle, on a line."""
    width = text_width(name, SIZE) * PLAIN_WIDTH + 6
    box = f'x="{x - width / 2:.1f}" y="{y - 13:.1f}" width="{width:.1f}" height="17"'
    return f'<rect fill="{PAPER}" fill-opacity=".86" rx="3" {box}/>'
