"""The files of pictures taken apart: what makes pixels, and what cameras and programs wrote beside.

Only what makes pixels goes to the decoder, so that nothing written beside them – place, device,
comments, previews, however broken – can leave the office or get in the way.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from struct import pack, unpack_from

MOST_PROFILE = 5_000_000  # bytes of a colour profile unpacked; those of offices have 3 MB at most
START, SCAN, END = 0xD8, 0xDA, 0xD9  # markers of JPEG
ALONE = (*range(0xD0, 0xD8), START, 0x01)  # markers that nothing follows
NEXT_MARKER = re.compile(rb"\xff+([^\xff\x00])", re.DOTALL)
# In the data of a scan FF00 is a byte of the picture, and FFD0 to FFD7 are marks within it.
NEXT_AFTER_SCAN = re.compile(rb"\xff+([^\xff\x00\xd0-\xd7])", re.DOTALL)
BESIDE = (*range(0xE0, 0xF0), 0xFE)  # what is written beside a JPEG: APP0 to APP15, comment
PIXEL_APPS = {0xE0: b"JFIF\0", 0xEE: b"Adobe"}  # but these say how its colours are meant
PNG = b"\x89PNG\r\n\x1a\n"
PIXEL_CHUNKS = (b"tRNS",)  # besides the critical ones
WEBP_PIXELS = (b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF")
WEBP_BESIDE = 0x2C  # flags of VP8X: a profile, Exif, XMP


@dataclass(slots=True)
class Parts:
    """A picture's file in parts; `frames` says how many pictures are shown one after another."""

    pixels: bytes
    exif: bytes = b""
    xmp: bytes = b""
    profile: bytes = b""
    frames: int = 1


def take_apart(data: bytes, form: str) -> Parts:
    """Return the parts of a file (JPEG, PNG, WEBP); one of another form is left as it is."""
    return _READERS[form](data)


@dataclass(slots=True)
class _Jpeg:
    kept: list[bytes] = field(default_factory=list)
    exif: bytes = b""
    xmp: bytes = b""
    profile: dict[int, bytes] = field(default_factory=dict)  # by the number of its part

    def segment(self, marker: int, body: bytes) -> None:
        """Keep what makes pixels; of the rest remember what tells how they are meant."""
        if marker not in BESIDE or body.startswith(PIXEL_APPS.get(marker, b"\0none")):
            self.kept.append(pack(">BBH", 0xFF, marker, len(body) + 2) + body)
        elif marker == 0xE1 and body.startswith(b"Exif\0") and not self.exif:
            self.exif = body[6:]
        elif marker == 0xE1 and body.startswith(b"http://ns.adobe.com/xap/1.0/\0"):
            self.xmp = self.xmp or body[29:]
        elif marker == 0xE2 and body.startswith(b"ICC_PROFILE\0") and len(body) > 14:
            self.profile.setdefault(body[12], body[14:])


def _jpeg(data: bytes) -> Parts:
    if not data.startswith(b"\xff\xd8"):
        return Parts(data)
    found, place = _Jpeg([data[:2]]), 2
    # As browsers do: whatever lies before the next marker is passed over.
    while match := NEXT_MARKER.search(data, place):
        marker, place = match[1][0], match.end()
        if marker == END:
            break
        if marker in ALONE:
            continue
        length = int.from_bytes(data[place : place + 2], "big")
        if length < 2 or place + length > len(data):
            break
        found.segment(marker, data[place + 2 : place + length])
        place += length
        if marker == SCAN:
            after = NEXT_AFTER_SCAN.search(data, place)
            stop = after.start() if after else len(data)
            found.kept.append(data[place:stop])
            if not after:  # it ends in the middle of the picture
                return _of_jpeg(found)
            place = stop
    found.kept.append(b"\xff\xd9")
    return _of_jpeg(found)


def _of_jpeg(found: _Jpeg) -> Parts:
    profile = b"".join(found.profile[number] for number in sorted(found.profile))
    return Parts(b"".join(found.kept), found.exif, found.xmp, profile)


def _png(data: bytes) -> Parts:
    if not data.startswith(PNG):
        return Parts(data)
    parts, kept = Parts(b""), [PNG]
    for kind, body, whole in _png_chunks(data):
        if kind[:1].isupper() or kind in PIXEL_CHUNKS:
            kept.append(whole)
        elif kind == b"eXIf":
            parts.exif = parts.exif or body
        elif kind == b"iTXt" and body.startswith(b"XML:com.adobe.xmp\0\0"):
            parts.xmp = parts.xmp or body
        elif kind == b"iCCP":
            parts.profile = parts.profile or _unpacked(body.partition(b"\0")[2][1:])
        elif kind == b"acTL" and len(body) == 8:
            parts.frames = int.from_bytes(body[:4], "big")
    parts.pixels = b"".join(kept)
    return parts


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield kind, content and the whole of each chunk; the last may be cut off."""
    place = len(PNG)
    while place + 8 <= len(data):
        length, kind = unpack_from(">I4s", data, place)
        end = place + 12 + length
        yield kind, data[place + 8 : end - 4], data[place:end]
        if kind == b"IEND":
            return
        place = end


def _unpacked(packed: bytes) -> bytes:
    """Return what was packed; nothing if it is broken or far too much."""
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(packed, MOST_PROFILE)
    except zlib.error:
        return b""
    return found if unpacker.eof else b""


def _webp(data: bytes) -> Parts:
    if not (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return Parts(data)
    parts, kept, frames = Parts(b""), [], 0
    for kind, body, whole in _webp_chunks(data):
        if kind == b"VP8X" and body:
            # What is left out must not be promised.
            kept.append(whole[:8] + bytes((body[0] & ~WEBP_BESIDE,)) + whole[9:])
        elif kind in WEBP_PIXELS:
            kept.append(whole)
            frames += kind == b"ANMF"
        elif kind == b"EXIF":
            parts.exif = parts.exif or body.removeprefix(b"Exif\0\0")
        elif kind == b"XMP ":
            parts.xmp = parts.xmp or body
        elif kind == b"ICCP":
            parts.profile = parts.profile or body
    content = b"WEBP" + b"".join(kept)
    parts.pixels = b"RIFF" + pack("<I", len(content)) + content
    parts.frames = max(1, frames)
    return parts


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield kind, content and the whole of each chunk; the last may be cut off."""
    place = 12
    while place + 8 <= len(data):
        kind, length = unpack_from("<4sI", data, place)
        end = place + 8 + length + length % 2
        yield kind, data[place + 8 : place + 8 + length], data[place:end]
        place = end


_READERS: Mapping[str, Callable[[bytes], Parts]] = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp}
