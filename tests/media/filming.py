"""Films of a few bytes, box by box, with what cameras write into them."""

from struct import pack

FRAMES = bytes(range(256)) * 8
SECRET = b"GEHEIM"


def box(kind: bytes, *content: bytes, wide: bool = False) -> bytes:
    """Return a box with what is in it; a wide one tells its size in eight bytes."""
    inner = b"".join(content)
    if wide:
        return pack(">I4sQ", 1, kind, len(inner) + 16) + inner
    return pack(">I4s", len(inner) + 8, kind) + inner


def head(kind: bytes, version: int, rest: bytes) -> bytes:
    """Return a head with the times when it was made and changed."""
    times = b"\x11" * (16 if version else 8)
    return box(kind, bytes((version, 0, 0, 0)), times, rest)


def picture(name: bytes = b"GEHEIM Kamera 9") -> bytes:
    """Return the description of pictures, which names the device."""
    middle = bytes(6) + pack(">H", 1) + bytes(16) + pack(">HH", 640, 360) + bytes(14)
    return box(
        b"avc1",
        middle,
        bytes((len(name),)) + name.ljust(31, b"\0"),
        b"\0\x18\xff\xff",
        box(b"avcC", b"abc"),
    )


def track(kind: bytes = b"vide", name: bytes = SECRET, version: int = 0, *more: bytes) -> bytes:
    """Return a track of pictures or sound, whose handler has a name."""
    tables = (
        box(
            b"stsd",
            bytes(4),
            pack(">I", 1),
            picture() if kind == b"vide" else box(b"mp4a", bytes(28)),
        ),
        box(b"stco", bytes(4), pack(">II", 1, 48)),
    )
    minf = box(
        b"minf",
        box(b"vmhd", bytes(12)),
        box(
            b"dinf",
            box(b"dref", bytes(4), pack(">I", 1), box(b"url ", bytes(4), b"file:///C:/GEHEIM")),
        ),
        box(b"stbl", *tables, box(b"uuid", bytes(16), SECRET)),
    )
    handler = box(b"hdlr", bytes(8), kind, b"appl" + bytes(8), name + b"\0")
    mdia = box(b"mdia", head(b"mdhd", version, bytes(16)), handler, minf, box(b"udta", SECRET))
    return box(b"trak", head(b"tkhd", version, bytes(72)), mdia, *more)


def moov(*more: bytes, tracks: bytes = b"", version: int = 0) -> bytes:
    """Return the index of a film."""
    rest = pack(">IQ" if version else ">II", 1000, 7500) + bytes(80)
    return box(b"moov", head(b"mvhd", version, rest), tracks or track(version=version), *more)


def film(*more: bytes, index: bytes | None = None) -> bytes:
    """Return a whole film: kind, pictures, index, and what comes after."""
    return (
        box(b"ftyp", b"isom", bytes(4), b"isom")
        + box(b"mdat", FRAMES)
        + (index or moov())
        + b"".join(more)
    )


UDTA = box(b"udta", box(b"\xa9xyz", pack(">HH", 17, 0) + b"+53.65+009.79/" + SECRET))
