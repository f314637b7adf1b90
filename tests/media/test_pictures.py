"""Every photograph that a browser shows is made: whatever stands beside it.

What the check calls good can be made in every width and form; all else is told with its name.
"""

import random
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin
from support import small_county, told

from fokusbericht.media.pictures import MOVING, TOO_LONG, Measures, encode, measure, widths_of

SIZE = (600, 400)
ABOUT = "datei: {}\nalt: Ein Verlauf von Schwarz nach Weiß.\nurheber: Erika\nlizenz: CC BY 4.0\n"
SECRET = b"GEHEIM"


def scene() -> Image.Image:
    """Return a picture whose left upper corner is red: how it stands can be seen."""
    image = Image.new("RGB", SIZE, (30, 90, 160))
    ImageDraw.Draw(image).rectangle((0, 0, 150, 150), fill=(230, 20, 20))
    return image


def tiff(entries: list[tuple[int, int, int, bytes]], order: str = ">", tail: bytes = b"") -> bytes:
    """Return the notes of a camera: entries of tag, type, count and four bytes."""
    head = (b"MM\0*" if order == ">" else b"II*\0") + pack(f"{order}I", 8)
    body = b"".join(pack(f"{order}HHI", *entry[:3]) + entry[3] for entry in entries)
    return head + pack(f"{order}H", len(entries)) + body + pack(f"{order}I", 0) + tail


def turned(value: int, order: str = ">") -> tuple[int, int, int, bytes]:
    """Return the entry of the orientation."""
    return 0x0112, 3, 1, pack(f"{order}H", value) + b"\0\0"


def with_segment(data: bytes, marker: int, body: bytes) -> bytes:
    """Return a JPEG with one more segment at its start."""
    return data[:2] + pack(">BBH", 0xFF, marker, len(body) + 2) + body + data[2:]


def with_chunk(data: bytes, kind: bytes, body: bytes, crc: int | None = None) -> bytes:
    """Return a PNG with one more chunk after its head, if wished with a wrong sum."""
    crc = zlib.crc32(kind + body) if crc is None else crc
    return data[:33] + pack(">I", len(body)) + kind + body + pack(">I", crc) + data[33:]


def with_riff(data: bytes, kind: bytes, body: bytes) -> bytes:
    """Return a WebP in its extended form with one more chunk, as cameras write it."""
    image = data[12:]
    extended = b"VP8X" + pack("<I", 10) + bytes((0x0C, 0, 0, 0))
    extended += (SIZE[0] - 1).to_bytes(3, "little") + (SIZE[1] - 1).to_bytes(3, "little")
    more = kind + pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
    content = b"WEBP" + extended + image + more
    return b"RIFF" + pack("<I", len(content)) + content


def saved(image: Image.Image, form: str, **more: Any) -> bytes:
    stream = BytesIO()
    image.save(stream, form, **more)
    return stream.getvalue()


def made(folder: Path, data: bytes, ending: str) -> list[Image.Image]:
    """Return all files of a picture; what the check says of it must be true of them."""
    measures = measure(data, ending)
    assert isinstance(measures, Measures), measures
    path = folder / f"bild{len(list(folder.iterdir()))}{ending}"
    path.write_bytes(data)
    found = []
    for form in ("webp", "png" if measures.transparent else "jpg"):
        for width in widths_of(measures.width):
            image = Image.open(BytesIO(encode(path, width, form)))
            image.load()
            assert abs(image.width / image.height - measures.width / measures.height) < 0.02
            assert not {"exif", "xmp", "icc_profile", "comment"} & image.info.keys()
            found.append(image)
    return found


def colour(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    place = int(x * (image.width - 1)), int(y * (image.height - 1))
    return tuple(image.convert("RGBA").getpixel(place))  # type: ignore[arg-type]


def is_red(image: Image.Image, x: float, y: float) -> bool:
    red, green, blue, _ = colour(image, x, y)
    return red > 190 and green < 70 and blue < 70


TEXTS_AS_NUMBER = (0x829A, 12, 1, b"\0\0\0\xba"), (0x0132, 2, 20, b"\xff\xff\xff\xff")
BROKEN = {
    "eintraege-ausserhalb": tiff([turned(6), (0x8769, 4, 1, b"\xff\xff\xff\xff")]),
    "falsche-arten": tiff([(0x010F, 99, 7, b"abcd"), *TEXTS_AS_NUMBER, turned(6)]),
    "abgeschnitten": tiff([turned(6), (0x010F, 2, 400, b"\0\0\0\x62")])[:-9],
    "mehr-eintraege-als-da": tiff([turned(6)]).replace(b"\0\1\1\x12", b"\xff\xff\1\x12"),
    "kreist": tiff([turned(6), (0x8769, 4, 1, pack(">I", 8)), (0x8825, 4, 1, pack(">I", 8))]),
    "klein-zuerst": tiff([(0x8298, 2, 900, b"\1\2\3\4"), turned(6, "<")], "<"),
    "dpi-durch-null": tiff([turned(6), (0x011A, 5, 1, pack(">I", 50))], tail=bytes(16)),
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_broken_notes_of_a_camera_harm_nothing_and_still_say_how_it_was_held(
    tmp_path: Path, form: str, name: str
) -> None:
    plain = saved(scene(), form)
    exif = BROKEN[name]
    data = {
        "JPEG": lambda: with_segment(plain, 0xE1, b"Exif\0\0" + exif),
        "PNG": lambda: with_chunk(plain, b"eXIf", exif),
        "WEBP": lambda: with_riff(plain, b"EXIF", exif),
    }[form]()
    measures = measure(data, f".{form.lower()}")
    assert measures == Measures(400, 600, False)
    for image in made(tmp_path, data, f".{form.lower()}"):
        assert is_red(image, 0.97, 0.03) and not is_red(image, 0.03, 0.03)


@pytest.mark.parametrize(
    "entry",
    [
        (0x0112, 3, 1, b"\0\0\0\0"),
        (0x0112, 3, 1, b"\0\x09\0\0"),
        (0x0112, 3, 2, b"\0\6\0\6"),
        (0x0112, 2, 2, b"6\0\0\0"),
        (0x0112, 5, 1, b"\0\0\0\6"),
        (0x0112, 99, 1, b"\0\6\0\0"),
    ],
)
def test_an_orientation_that_is_none_leaves_the_picture_as_it_is(
    tmp_path: Path, entry: tuple[int, int, int, bytes]
) -> None:
    data = with_segment(saved(scene(), "JPEG"), 0xE1, b"Exif\0\0" + tiff([entry]))
    assert all(is_red(image, 0.03, 0.03) for image in made(tmp_path, data, ".jpg"))


@pytest.mark.parametrize("value", range(1, 9))
def test_every_orientation_is_set_upright(tmp_path: Path, value: int) -> None:
    corner = {
        1: (0, 0),
        2: (1, 0),
        3: (1, 1),
        4: (0, 1),
        5: (0, 0),
        6: (1, 0),
        7: (1, 1),
        8: (0, 1),
    }
    data = with_segment(saved(scene(), "JPEG"), 0xE1, b"Exif\0\0" + tiff([turned(value)]))
    image = made(tmp_path, data, ".jpg")[0]
    assert is_red(image, *(0.03 + 0.94 * side for side in corner[value]))
    assert (image.height > image.width) is (value > 4)


def beside() -> Iterator[tuple[str, str, bytes]]:
    """Yield pictures with something broken beside the pixels, which browsers pass over."""
    jpeg, png, webp = (saved(scene(), form) for form in ("JPEG", "PNG", "WEBP"))
    yield "app13", ".jpg", with_segment(jpeg, 0xED, b"Photoshop 3.0\0" + b"8BIM\xff\xff\xff" * 9)
    yield "app13-kurz", ".jpg", with_segment(jpeg, 0xED, b"Photoshop 3.0\0008BIM")
    yield "icc", ".jpg", with_segment(jpeg, 0xE2, b"ICC_PROFILE\0\1\1" + b"\xff" * 200)
    yield "icc-teil-fehlt", ".jpg", with_segment(jpeg, 0xE2, b"ICC_PROFILE\0\2\3" + bytes(90))
    yield "icc-ohne-zaehler", ".jpg", with_segment(jpeg, 0xE2, b"ICC_PROFILE\0")
    yield "mpf", ".jpg", with_segment(jpeg, 0xE2, b"MPF\0MM\0*\0\0\0\x08\xff\xff" + SECRET)
    yield "xmp", ".jpg", with_segment(jpeg, 0xE1, b"http://ns.adobe.com/xap/1.0/\0<x" + SECRET)
    yield "exif-leer", ".jpg", with_segment(jpeg, 0xE1, b"Exif\0\0")
    yield "exif-halb", ".jpg", with_segment(jpeg, 0xE1, b"Exif\0\0MM\0*\0\0")
    yield "kommentar", ".jpg", with_segment(jpeg, 0xFE, b"\xff\xd9\xff\xda" + SECRET)
    yield "muell-vor-marke", ".jpg", jpeg[:2] + SECRET + jpeg[2:]
    yield "text-summe", ".png", with_chunk(png, b"tEXt", b"Comment\0" + SECRET, crc=7)
    yield "exif-summe", ".png", with_chunk(png, b"eXIf", tiff([turned(1)]), crc=7)
    yield "ztxt", ".png", with_chunk(png, b"zTXt", b"Raw profile type exif\0\0kaputt")
    yield "ztxt-bombe", ".png", with_chunk(png, b"zTXt", b"a\0\0" + zlib.compress(bytes(9_000_000)))
    yield "itxt", ".png", with_chunk(png, b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0nix")
    yield "iccp", ".png", with_chunk(png, b"iCCP", b"sRGB\0\0" + b"kein zlib")
    yield "iccp-art", ".png", with_chunk(png, b"iCCP", b"sRGB\0\7" + zlib.compress(b"x" * 200))
    yield (
        "iccp-bombe",
        ".png",
        with_chunk(png, b"iCCP", b"s\0\0" + zlib.compress(bytes(20_000_000))),
    )
    yield "gama-kurz", ".png", with_chunk(png, b"gAMA", b"")
    yield "phys-kurz", ".png", with_chunk(png, b"pHYs", b"\0")
    yield "chrm-kurz", ".png", with_chunk(png, b"cHRM", b"\0")
    yield "srgb-leer", ".png", with_chunk(png, b"sRGB", b"")
    yield "actl-kurz", ".png", with_chunk(png, b"acTL", b"\0")
    yield "unbekannt", ".png", with_chunk(png, b"geHe", SECRET)
    yield "exif", ".webp", with_riff(webp, b"EXIF", b"\xff" * 33)
    yield "xmp", ".webp", with_riff(webp, b"XMP ", b"<" + SECRET)
    yield "iccp", ".webp", with_riff(webp, b"ICCP", b"\xff" * 130)
    yield "fremd", ".webp", with_riff(webp, b"GEHE", SECRET)


BESIDE = {f"{ending[1:]}-{name}": (data, ending) for name, ending, data in beside()}


@pytest.mark.parametrize("name", BESIDE)
def test_whatever_is_written_beside_the_pixels_gets_in_nobodys_way(
    tmp_path: Path, name: str
) -> None:
    data, ending = BESIDE[name]
    for image in made(tmp_path, data, ending):
        assert is_red(image, 0.03, 0.03)
        assert colour(image, 0.9, 0.9)[2] > 120


def deep_grey(**more: Any) -> bytes:
    image = Image.new("I;16", SIZE)
    image.putdata([x * 65535 // (SIZE[0] - 1) for _ in range(SIZE[1]) for x in range(SIZE[0])])
    return saved(image, "PNG", **more)


def raw_png(
    depth: int, kind: int, row: Callable[[int], bytes], *more: tuple[bytes, bytes]
) -> bytes:
    """Return a PNG from the bytes of its rows: Pillow cannot write all that it can read."""
    rows = zlib.compress(b"".join(b"\0" + row(y) for y in range(SIZE[1])))
    head = pack(">IIBBBBB", *SIZE, depth, kind, 0, 0, 0)
    chunks = ((b"IHDR", head), *more, (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


RAMP = [x * 65535 // (SIZE[0] - 1) for x in range(SIZE[0])]
RAMPS = {
    "grau-16": (deep_grey(), ".png"),
    "rgb-16": (raw_png(16, 2, lambda y: b"".join(pack(">HHH", v, v, v) for v in RAMP)), ".png"),
    "grau-alpha-16": (
        raw_png(16, 4, lambda y: b"".join(pack(">HH", v, 65535) for v in RAMP)),
        ".png",
    ),
    "rgba-16": (
        raw_png(16, 6, lambda y: b"".join(pack(">HHHH", v, v, v, 65535) for v in RAMP)),
        ".png",
    ),
    "grau-8": (raw_png(8, 0, lambda y: bytes(v >> 8 for v in RAMP)), ".png"),
    "grau-jpg": (
        saved(Image.open(BytesIO(deep_grey())).point(lambda v: v / 257).convert("L"), "JPEG"),
        ".jpg",
    ),
}


@pytest.mark.parametrize("name", RAMPS)
def test_a_course_from_black_to_white_stays_one(tmp_path: Path, name: str) -> None:
    for image in made(tmp_path, *RAMPS[name]):
        seen = [colour(image, x, 0.5)[0] for x in (0.0, 0.25, 0.5, 0.75, 1.0)]
        for value, wanted in zip(seen, (0, 64, 128, 191, 255), strict=True):
            assert abs(value - wanted) < 6


def test_deep_grey_and_deep_colours_keep_what_shines_through(tmp_path: Path) -> None:
    hole = pack(">H", RAMP[300])
    grey = raw_png(16, 0, lambda y: b"".join(pack(">H", v) for v in RAMP), (b"tRNS", hole))
    colours = raw_png(
        16,
        2,
        lambda y: pack(">HHH", 40000, 500, 9) * SIZE[0],
        (b"tRNS", pack(">HHH", 40000, 500, 9)),
    )
    for image in made(tmp_path, grey, ".png"):
        assert image.mode == "RGBA" and colour(image, 0.1, 0.5)[3] == 255
    assert colour(made(tmp_path, grey, ".png")[-1], 300 / 599, 0.5)[3] == 0
    for image in made(tmp_path, colours, ".png"):
        assert colour(image, 0.5, 0.5)[3] == 0


def test_two_levels_palettes_and_veils_are_made(tmp_path: Path) -> None:
    line = Image.new("1", SIZE, 1)
    ImageDraw.Draw(line).rectangle((0, 0, 150, 150), fill=0)
    for image in made(tmp_path, saved(line, "PNG"), ".png"):
        assert colour(image, 0.03, 0.03)[0] < 9 and colour(image, 0.9, 0.9)[0] > 245
    for image in made(tmp_path, saved(line, "PNG", transparency=1), ".png"):
        assert colour(image, 0.03, 0.03)[3] == 255 and colour(image, 0.9, 0.9)[3] == 0
    palette = scene().quantize(4)
    for image in made(tmp_path, saved(palette, "PNG"), ".png"):
        assert is_red(image, 0.03, 0.03) and image.mode == "RGB"
    reds = (palette.getpalette() or [])[::3]
    alphas = bytes(0 if red < 90 else 255 for red in reds)
    for image in made(tmp_path, saved(palette, "PNG", transparency=alphas), ".png"):
        assert is_red(image, 0.03, 0.03) and colour(image, 0.9, 0.9)[3] == 0
    for mode, form in (("LA", "PNG"), ("RGBA", "PNG"), ("RGBA", "WEBP")):
        veil = scene().convert(mode)
        veil.putalpha(100)
        for image in made(tmp_path, saved(veil, form), f".{form.lower()}"):
            assert image.mode == "RGBA" and abs(colour(image, 0.5, 0.5)[3] - 100) < 4


def test_colours_of_print_become_those_of_the_web(tmp_path: Path) -> None:
    data = saved(scene().convert("CMYK"), "JPEG", quality=95)
    assert b"Adobe" in data
    for image in made(tmp_path, data, ".jpg"):
        assert is_red(image, 0.03, 0.03) and colour(image, 0.9, 0.9)[2] > 120
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    wrong = saved(scene().convert("CMYK"), "JPEG", quality=95, icc_profile=profile)
    for image in made(tmp_path, wrong, ".jpg"):  # a profile of other colours is none
        assert is_red(image, 0.03, 0.03)


def wide_profile() -> bytes:
    """Return a profile whose red is sRGB's green: a wrong use would be seen."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    table = {bytes(profile[132 + 12 * n : 136 + 12 * n]): 132 + 12 * n for n in range(profile[131])}
    red, green = table[b"rXYZ"], table[b"gXYZ"]
    profile[red + 4 : red + 12], profile[green + 4 : green + 12] = (
        profile[green + 4 : green + 12],
        profile[red + 4 : red + 12],
    )
    return bytes(profile)


@pytest.mark.parametrize(
    ("form", "mode"),
    [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "P"), ("PNG", "RGBA"), ("WEBP", "RGB")],
)
def test_a_profile_says_what_colours_are_meant(tmp_path: Path, form: str, mode: str) -> None:
    image = scene().quantize(4) if mode == "P" else scene().convert(mode)
    data = saved(image, form, icc_profile=wide_profile())
    for image in made(tmp_path, data, f".{form.lower()}"):
        red, green, _, _ = colour(image, 0.03, 0.03)
        assert green > 150 > red


def test_progressive_and_interlaced_pictures_are_made(tmp_path: Path) -> None:
    for more in ({"progressive": True}, {"progressive": True, "restart_marker_blocks": 4}):
        for image in made(tmp_path, saved(scene(), "JPEG", **more), ".jpg"):
            assert is_red(image, 0.03, 0.03)


def test_a_moving_picture_is_told() -> None:
    frames = [scene(), scene().transpose(Image.Transpose.ROTATE_180)]
    for form in ("PNG", "WEBP"):
        data = saved(frames[0], form, save_all=True, append_images=frames[1:], duration=200)
        assert measure(data, f".{form.lower()}") == MOVING


def test_a_picture_too_tall_for_the_web_is_told() -> None:
    assert measure(saved(Image.new("L", (200, 17_000)), "PNG"), ".png") == TOO_LONG


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_what_passes_the_check_can_be_made_however_it_is_damaged(tmp_path: Path, form: str) -> None:
    dice, fine = random.Random(form), 0
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    notes = tiff([turned(6), (0x010F, 2, 12, pack(">I", 62))], tail=b"Kamera GmbH\0")
    more: dict[str, Any] = {"exif": b"Exif\0\0" + notes, "icc_profile": profile, "xmp": b"<x>y</x>"}
    if form == "PNG":
        more["pnginfo"] = PngImagePlugin.PngInfo()
        more["pnginfo"].add_text("Comment", "Erika", zip=True)
    whole = saved(scene().resize((360, 240)), form, **more)
    path = tmp_path / f"bild.{form.lower()}"
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 3)):
            data[dice.randrange(2, min(len(data), 1500))] = dice.randrange(256)
        path.write_bytes(data)
        measures = measure(bytes(data), path.suffix)
        if isinstance(measures, str):
            continue
        fine += 1
        for width in widths_of(measures.width):
            assert encode(path, width, "webp") and encode(path, width, "jpg")
    assert fine > 20


@pytest.mark.parametrize("name", ["markt.jpg", "markt.png", "markt.webp"])
def test_what_cannot_be_made_is_told_with_its_name(tmp_path: Path, name: str) -> None:
    form = {"jpg": "JPEG"}.get(name[6:], name[6:].upper())
    data = saved(scene(), form)
    root = small_county(tmp_path, {"content/bilder/markt.yml": ABOUT.format(name)})
    for broken in (data[: len(data) // 2], data[:40], data[:12]):
        (root / "content/bilder" / name).write_bytes(broken)
        assert [line.partition(": ")[0] for line in told(root)] == [f"content/bilder/{name}:1:1"]
