"""How a camera was held: read from whatever of its notes is still readable."""

import re
from struct import error, unpack_from

UPRIGHT = 1
ORIENTATION = 0x0112
KINDS = {1: "B", 3: "H", 4: "I"}  # types of whole numbers
ENTRY = 12  # bytes
IN_XMP = re.compile(rb"tiff:Orientation\s*(?:=\s*[\"']|>)\s*([1-8])\s*[\"'<]")


def orientation_of(exif: bytes, xmp: bytes) -> int:
    """Return the orientation of a picture, 1 to 8; upright if the notes do not say.

    Only the one entry is looked at, so all others may be as broken as they like.
    """
    try:
        found = _in_exif(exif)
    except error:  # it ends before the entry
        found = 0
    if not found:
        match = IN_XMP.search(xmp)
        found = int(match[1]) if match else UPRIGHT
    return found if 1 <= found <= 8 else UPRIGHT


def _in_exif(exif: bytes) -> int:
    """Return what the entry says, 0 if there is none."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 0
    (first,) = unpack_from(f"{order}I", exif, 4)
    (count,) = unpack_from(f"{order}H", exif, first)
    for number in range(count):
        place = first + 2 + ENTRY * number
        tag, kind, values = unpack_from(f"{order}HHI", exif, place)
        if tag == ORIENTATION:
            is_number = kind in KINDS and values == 1
            return int(unpack_from(order + KINDS[kind], exif, place + 8)[0]) if is_number else 0
    return 0
