"""From SVG to PNG, with a palette: drawings have few colours, so the files become small."""

from io import BytesIO

from fokusbericht.charts.vega.vegalite import FONT
from fokusbericht.media.converter import converter

OURS = "Liberation Sans"  # vl-convert brings it along: the same letters on every machine
MOST = 256  # colours of a palette


def png(svg: str, scale: float = 2) -> bytes:
    """Return the picture in pixels; `svg` should be one that stands alone (`titled`)."""
    vl_convert = converter()

    return with_palette(vl_convert.svg_to_png(svg.replace(FONT, OURS), scale=scale))


def with_palette(raw: bytes) -> bytes:
    """Return a PNG with at most 256 colours; one that lets shine through stays as it is."""
    from PIL import Image

    image = Image.open(BytesIO(raw))
    if image.mode != "RGB" and image.convert("RGBA").getchannel("A").getextrema() != (255, 255):
        return raw
    small = image.convert("RGB").quantize(
        MOST, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
    )
    out = BytesIO()
    small.save(out, "PNG")
    return out.getvalue()
