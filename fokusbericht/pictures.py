"""Pictures of editors made fit for the web: measured, freed of all metadata, scaled, encoded.

What a camera writes beside the picture (place, time, device) never leaves the office: only the
pixels are taken over. Pillow is imported only where there is a picture.
"""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
MOST_BYTES = 30_000_000
LEAST_WIDTH = 200  # px; less is a thumbnail
WIDTHS = (480, 960, 1600)  # a phone, the column of text, the same on a fine screen
FORMS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
ORIENTATION = 0x0112  # of EXIF
TURNED = (5, 6, 7, 8)
SETTINGS: dict[str, dict[str, int]] = {  # as Pillow calls them
    "webp": {"quality": 80, "method": 4},
    "jpg": {"quality": 82, "optimize": 1, "progressive": 1},
    "png": {"optimize": 1},
}
TOO_LARGE = "Das Bild hat mehr als 50 Millionen Bildpunkte. Bitte verkleinern."
UNREADABLE = "Das Bild ist nicht lesbar oder unvollständig. Bitte noch einmal als {} speichern."
WRONG_FORM = "Das ist keine Datei der Art {}. Erlaubt sind JPEG, PNG, WebP und SVG."


@dataclass(frozen=True, slots=True)
class Measures:
    """Width and height as a reader sees the picture, and whether parts of it are transparent."""

    width: int
    height: int
    transparent: bool


def measure(data: bytes, ending: str) -> Measures | str:
    """Return the measures of a whole picture, or the sentence that says what is wrong with it.

    All its pixels are read once, so that nothing can go wrong when it is made.
    """
    from PIL import Image, UnidentifiedImageError

    kind = ending.removeprefix(".").upper()
    form = "JPEG" if kind in ("JPG", "JPEG") else kind
    if len(data) > MOST_BYTES:
        return f"Die Datei ist größer als {MOST_BYTES // 1_000_000} MB. Bitte verkleinern."
    try:
        # Only the one reader that the name promises: the fewer, the less there is to attack.
        with Image.open(BytesIO(data), formats=(form,)) as image:
            if image.width * image.height > MOST_PIXELS:
                return TOO_LARGE
            transparent = image.has_transparency_data
            turned = image.getexif().get(ORIENTATION, 1) in TURNED
            width, height = image.size[::-1] if turned else image.size
            image.draft("RGB", (64, 64))  # JPEG: whether it is whole shows in an eighth as well
            image.load()
    except UnidentifiedImageError:
        return WRONG_FORM.format(form)
    # Broken files make the readers raise whatever comes; each means the same to an editor.
    except Exception as error:
        is_bomb = isinstance(error, Image.DecompressionBombError)
        return TOO_LARGE if is_bomb else UNREADABLE.format(form)
    if width < LEAST_WIDTH:
        return f"Das Bild ist nur {width} Bildpunkte breit, nötig sind {LEAST_WIDTH}."
    return Measures(width, height, transparent)


def widths_of(width: int) -> tuple[int, ...]:
    """Return the widths that a picture is made in: never more than it has."""
    smaller = tuple(one for one in WIDTHS if one < width)
    return (*smaller, width) if width <= WIDTHS[-1] else smaller


def digest_of(data: bytes) -> str:
    """Return a name for a picture as this program makes it."""
    digest = blake2b(repr((SETTINGS, WIDTHS, version("pillow"))).encode(), digest_size=5)
    digest.update(data)
    return digest.hexdigest()


def encode(path: Path, width: int, form: str) -> bytes:
    """Return a picture in a width and form (webp, jpg, png); equal files give equal bytes."""
    image = _pixels(path, path.stat().st_mtime_ns)
    height = max(1, round(image.height * width / image.width))
    if (width, height) != image.size:
        image = image.resize((width, height), reducing_gap=3.0)
    if form == "jpg" and image.mode != "RGB":
        image = image.convert("RGB")
    stream = BytesIO()
    image.save(stream, "JPEG" if form == "jpg" else form.upper(), **SETTINGS[form])
    return stream.getvalue()


@lru_cache(maxsize=2)
def _pixels(path: Path, changed: int) -> "Image":
    """Return the bare pixels, upright and in the colours of the web."""
    from PIL import Image, ImageOps

    with Image.open(BytesIO(path.read_bytes()), formats=tuple(FORMS)) as opened:
        turned = ImageOps.exif_transpose(opened)
        profile = opened.info.get("icc_profile")
        transparent = opened.has_transparency_data
        image = _in_web_colours(turned, profile, "RGBA" if transparent else "RGB")
    # A new picture knows nothing of what stood beside the old one.
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def _in_web_colours(image: "Image", profile: bytes | None, mode: str) -> "Image":
    from PIL import ImageCms

    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            source = ImageCms.getOpenProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode=mode
            )
            return made if made is not None else image.convert(mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile is none
    return image.convert(mode)
