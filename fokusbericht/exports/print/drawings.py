"""Our drawings as they are printed: in light colours, on white, in the typeface of the paper."""

import re

TYPEFACE = "Fira Sans"
PAPER = "#fbfaf6"  # the ground of the site, for which there is no ink
AT_RULE = re.compile(r"@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
FONT_ATTRIBUTE = re.compile(r'font-family="[^"]*"')
FONT_RULE = re.compile(r"font-family:[^;}\"]*")


def light_svg(drawing: bytes, ink: str = "#1a2326") -> bytes:
    """Return a drawing for paper: what follows the colour of text around it is in `ink`."""
    svg = AT_RULE.sub("", drawing.decode())
    svg = FONT_ATTRIBUTE.sub(f'font-family="{TYPEFACE}"', svg)
    svg = FONT_RULE.sub(f"font-family:'{TYPEFACE}'", svg)
    return svg.replace(PAPER, "#ffffff").replace("currentColor", ink).encode()
