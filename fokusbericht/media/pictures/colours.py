"""All kinds of pixels – grey, deep, palette, print – become RGB or RGBA as the web shows them."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

DEEP = ("I", "I;16", "I;16B", "I;16L", "I;16N")  # grey of 16 bits
LEVELS = 65536
WITH_PROFILE = ("RGB", "L", "CMYK")  # what a colour profile can be about


def in_web_colours(image: "Image", profile: bytes) -> "Image":
    """Return the pixels as RGB, or RGBA where something shines through."""
    image, alpha = _parted(image)
    if profile and image.mode in WITH_PROFILE:
        image = _by_profile(image, profile)
    image = image.convert("RGB")
    if alpha is not None:
        image.putalpha(alpha)
    return image


def _parted(image: "Image") -> "tuple[Image, Image | None]":
    """Return the pixels without, and the mask that says, what shines through."""
    if image.mode in DEEP:
        return _of_deep_grey(image)
    if not image.has_transparency_data:
        return image.convert({"1": "L", "P": "RGB"}.get(image.mode, image.mode)), None
    if image.mode == "RGB":
        image.info["transparency"] = _eight_bits(image.info["transparency"])
    whole = image.convert("RGBA")
    if image.mode in ("L", "LA"):
        return image.convert("L"), whole.getchannel("A")
    return whole.convert("RGB"), whole.getchannel("A")


def _of_deep_grey(image: "Image") -> "tuple[Image, Image | None]":
    """Bring 65,536 steps of grey to 256; Pillow would make all but the darkest white."""
    hole = image.info.get("transparency")
    image = image.convert("I")
    grey = image.point([(level + 128) // 257 for level in range(LEVELS)], "L")
    if not isinstance(hole, int):
        return grey, None
    return grey, image.point([0 if level == hole else 255 for level in range(LEVELS)], "L")


def _eight_bits(colour: object) -> object:
    """Return the colour that shines through as the pixels have it: deep ones lost their lower half.

    A picture of eight bits has no values beyond 255.
    """
    if isinstance(colour, tuple) and any(value > 255 for value in colour):
        return tuple(value >> 8 for value in colour)
    return colour


def _by_profile(image: "Image", profile: bytes) -> "Image":
    from PIL import ImageCms

    try:
        source = ImageCms.getOpenProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        made = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    # A broken profile, or one of other colours, is none; its reader raises whatever comes.
    except Exception:
        return image
    return image if made is None else made
