"""From SVG to PNG, with a palette: drawings have few colours, so the files become small."""

from fokusbericht.charts.vega.vegalite import FONT
from fokusbericht.media.converter import converter

OURS = "Liberation Sans"  # vl-convert brings it along: the same letters on every machine


def png(svg: str, scale: float = 2) -> bytes:
    """Return the picture in pixels; `svg` should be one that stands alone (`titled`).

    One that lets shine through keeps all its colours.
    """
    from fokusbericht.charts.vega.palette import is_opaque, opened, with_palette

    raw = drawn(svg, scale)
    pixels = opened(raw)
    return with_palette(pixels) if is_opaque(pixels) else raw


def drawn(svg: str, scale: float) -> bytes:
    """Return a drawing in all its colours, as a PNG."""
    raw: bytes = converter().svg_to_png(svg.replace(FONT, OURS), scale=scale)
    return raw
