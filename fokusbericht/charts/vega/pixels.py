"""From SVG to PNG, with a palette: drawings have few colours, so the files become small."""

from io import BytesIO

from fokusbericht.charts.vega.vegalite import FONT
from fokusbericht.media.converter import converter

OURS = "Liberation Sans"  # vl-convert brings it along: the same letters on every machine
MOST = 256  # colours of a palette
EFFORT = 4  # of compression: what more would take, nobody would see in the size


def png(svg: str, scale: float = 2) -> bytes:
    """Return the picture in pixels; `svg` should be one that stands alone (`titled`)."""
    return with_palette(pixels(svg, scale))


def pixels(svg: str, scale: float) -> bytes:
    """Return a drawing in all its colours."""
    drawn: bytes = converter().svg_to_png(svg.replace(FONT, OURS), scale=scale)
    return drawn


def with_palette(raw: bytes) -> bytes:
    """Return a PNG with at most 256 colours; one that lets shine through stays as it is."""
    from PIL import Image

    image = Image.open(BytesIO(raw))
    if image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255):
        return raw
    # The octree takes a quarter of the time of the other ways, and is nearer to what was drawn.
    small = image.convert("RGB").quantize(MOST, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = BytesIO()
    small.save(out, "PNG", compress_level=EFFORT)
    return out.getvalue()
