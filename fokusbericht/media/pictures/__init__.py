"""Pictures of editors made fit for the web: measured, freed of all metadata, scaled, encoded.

What a camera writes beside the picture (place, time, device) never leaves the office: only the
pixels are taken over. One function reads them, for measuring and for making alike, so that what
passes the check can be made. Pillow is imported only where there is a picture.
"""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from fokusbericht.media.pictures.colours import in_web_colours
from fokusbericht.media.pictures.containers import Parts, take_apart
from fokusbericht.media.pictures.orientation import orientation_of

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
MOST_BYTES = 30_000_000
LEAST_WIDTH = 200  # px; less is a thumbnail
MOST_HEIGHT = 16_383  # px; WebP has no more
WIDTHS = (480, 960, 1600)  # a phone, the column of text, the same on a fine screen
TURNED = (5, 6, 7, 8)  # orientations that lie on their side
TURNS = {  # orientation → how a picture is set upright, as Pillow calls it
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
SETTINGS: dict[str, dict[str, int]] = {  # as Pillow calls them
    "webp": {"quality": 80, "method": 4},
    "jpg": {"quality": 82, "optimize": 1, "progressive": 1},
    "png": {"optimize": 1},
}
TOO_LARGE = "Das Bild hat mehr als 50 Millionen Bildpunkte. Bitte verkleinern."
TOO_LONG = "Das Bild ist viel zu hoch für seine Breite. Bitte zuschneiden."
UNREADABLE = "Das Bild ist nicht lesbar oder unvollständig. Bitte noch einmal als {} speichern."
WRONG_FORM = "Das ist keine Datei der Art {}. Erlaubt sind JPEG, PNG, WebP und SVG."
MOVING = "Das Bild bewegt sich. Bitte ein Standbild daraus speichern."


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

    form = form_of(ending)
    if len(data) > MOST_BYTES:
        return f"Die Datei ist größer als {MOST_BYTES // 1_000_000} MB. Bitte verkleinern."
    parts = take_apart(data, form)
    if parts.frames > 1:
        return MOVING
    try:
        with catch_warnings():
            simplefilter("ignore")  # what Pillow finds odd but can read
            with Image.open(BytesIO(parts.pixels), formats=(form,)) as image:
                if image.width * image.height > MOST_PIXELS:
                    return TOO_LARGE
                size = image.size
            seen = _pixels(parts, form, is_draft=True)
    except UnidentifiedImageError:
        return WRONG_FORM.format(form)
    # Broken files make the readers raise whatever comes; each means the same to an editor.
    except Exception as error:
        is_bomb = isinstance(error, Image.DecompressionBombError)
        return TOO_LARGE if is_bomb else UNREADABLE.format(form)
    is_turned = orientation_of(parts.exif, parts.xmp) in TURNED
    width, height = size[::-1] if is_turned else size
    if width < LEAST_WIDTH:
        return f"Das Bild ist nur {width} Bildpunkte breit, nötig sind {LEAST_WIDTH}."
    if height_of(width, height, widths_of(width)[-1]) > MOST_HEIGHT:
        return TOO_LONG
    return Measures(width, height, seen.mode == "RGBA")


def form_of(ending: str) -> str:
    """Return what Pillow calls the form of a file: ".jpeg" is JPEG."""
    kind = ending.removeprefix(".").upper()
    return "JPEG" if kind == "JPG" else kind


def widths_of(width: int) -> tuple[int, ...]:
    """Return the widths that a picture is made in: never more than it has."""
    smaller = tuple(one for one in WIDTHS if one < width)
    return (*smaller, width) if width <= WIDTHS[-1] else smaller


def height_of(width: int, height: int, made: int) -> int:
    """Return the height of a picture that is made in a width."""
    return max(1, round(height * made / width))


def digest_of(data: bytes) -> str:
    """Return a name for a picture as this program makes it."""
    from importlib.metadata import version

    digest = blake2b(repr((SETTINGS, WIDTHS, version("pillow"))).encode(), digest_size=5)
    digest.update(data)
    return digest.hexdigest()


def encode(path: Path, width: int, form: str) -> bytes:
    """Return a picture in a width and form (webp, jpg, png); equal files give equal bytes."""
    image = _read(path, path.stat().st_mtime_ns)
    size = (width, height_of(image.width, image.height, width))
    if size != image.size:
        image = image.resize(size, reducing_gap=3.0)
    if form == "jpg" and image.mode != "RGB":
        image = image.convert("RGB")
    stream = BytesIO()
    image.save(stream, "JPEG" if form == "jpg" else form.upper(), **SETTINGS[form])
    return stream.getvalue()


@lru_cache(maxsize=2)
def _read(path: Path, changed: int) -> "Image":
    """Return the pixels of a file that has passed the check."""
    form = form_of(path.suffix)
    return _pixels(take_apart(path.read_bytes(), form), form)


def _pixels(parts: Parts, form: str, is_draft: bool = False) -> "Image":
    """Return the bare pixels, upright and in the colours of the web; a draft may be smaller."""
    from PIL import Image

    # Only the one reader that the name promises: the fewer, the less there is to attack.
    with Image.open(BytesIO(parts.pixels), formats=(form,)) as opened:
        if is_draft:  # JPEG: whether it is whole shows in an eighth as well
            opened.draft("RGB", (64, 64))
        opened.load()
        image = in_web_colours(opened, parts.profile)
    turn = TURNS.get(orientation_of(parts.exif, parts.xmp))
    image = image if turn is None else image.transpose(Image.Transpose[turn])
    # A new picture knows nothing of what stood beside the old one.
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare
