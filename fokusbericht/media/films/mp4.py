"""MP4 (ISO base media): boxes within boxes; what is not known to make a film becomes `free`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from struct import error, unpack_from

from fokusbericht.media.films.patches import SENSORS, Broken, Film, Patch

NOT_ONE = "Das ist kein Film der Art MP4. Bitte noch einmal als MP4 speichern."
NOT_WHOLE = "Der Film ist unvollständig oder beschädigt. Bitte noch einmal als MP4 speichern."


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What makes a film, by the box it lies in; boxes that are named here on the left are looked into.
PARTS: Mapping[str, frozenset[str]] = {
    "": _words("ftyp styp moov mdat moof mfra sidx ssix pdin"),
    "moov": _words("mvhd trak mvex iods"),
    "trak": _words("tkhd edts mdia tref"),
    "mdia": _words("mdhd hdlr minf elng"),
    "minf": _words("vmhd smhd hmhd sthd nmhd gmhd dinf stbl"),
    "dinf": _words("dref"),
    "edts": _words("elst"),
    "stbl": _words(
        "stsd stts ctts cslg stss stsh stsz stz2 stsc stco co64 sdtp sbgp sgpd stdp padb subs saiz "
        "saio"
    ),
    "mvex": _words("mehd trex leva trep"),
    "moof": _words("mfhd traf"),
    "traf": _words("tfhd tfdt trun sdtp sbgp sgpd subs saiz saio senc"),
    "mfra": _words("tfra mfro"),
}
SHOWN = _words("vide soun subt sbtl text clcp")  # what a reader sees or hears
HARMLESS = _words("tmcd hint")  # clocks and hints for servers: left out
COMPRESSOR = (50, 82)  # where a video's description names the program or device
ALONE = b"\0\0\0\1"  # of an address: the film's data lie in the film itself


@dataclass(frozen=True, slots=True)
class Box:
    """A box: from `start` to `end`, its content from `inner` on."""

    kind: str
    start: int
    inner: int
    end: int


def look_at_mp4(data: memoryview) -> Film:
    """Return what is to be known of a film. Raises Broken."""
    if bytes(data[4:8]) != b"ftyp":
        raise Broken(NOT_ONE)
    film, seen = Film(), set()
    try:
        for box in _boxes(data, 0, len(data)):
            seen.add(box.kind)
            _visit(data, box, "", film)
    except error:  # a box that is shorter than what it has to hold
        raise Broken(NOT_WHOLE) from None
    if "moov" not in seen or not seen & {"mdat", "moof"} or "vide" not in film.kinds:
        raise Broken(NOT_ONE if "moov" in seen else NOT_WHOLE)
    return film


def _boxes(data: memoryview, place: int, end: int) -> Iterator[Box]:
    """Yield the boxes between two places; they fill it to the end."""
    while place < end:
        if end - place < 8:
            raise Broken(NOT_WHOLE)
        size, inner = int.from_bytes(data[place : place + 4], "big"), place + 8
        if size == 1:
            size, inner = int.from_bytes(data[inner : inner + 8], "big"), inner + 8
        elif size == 0 and end == len(data):  # the last one may just go on
            size = end - place
        if size < inner - place or place + size > end:
            raise Broken(NOT_WHOLE)
        kind = bytes(data[place + 4 : place + 8]).decode("latin-1")
        yield Box(kind, place, inner, place + size)
        place += size


def _visit(data: memoryview, box: Box, parent: str, film: Film) -> None:
    """Note what of a box is to be overwritten."""
    if box.kind not in PARTS[parent]:
        film.patches += _freed(box)
    elif box.kind == "trak" and (kind := _handler(data, box)) not in SHOWN:
        if kind not in HARMLESS:
            raise Broken(SENSORS.format(_shown(kind)) if kind else NOT_WHOLE)
        film.patches += _freed(box)
    elif box.kind in PARTS:
        for inner in _boxes(data, box.inner, box.end):
            _visit(data, inner, box.kind, film)
    elif box.kind in _LEAVES:
        _LEAVES[box.kind](data, box, film)


def _freed(box: Box) -> tuple[Patch, Patch]:
    return Patch(box.start + 4, box.start + 8, b"free"), Patch(box.inner, box.end)


def _shown(kind: str) -> str:
    return "".join(one if one.isalnum() and one.isascii() else "?" for one in kind)


def _handler(data: memoryview, track: Box) -> str:
    """Return what a track holds: vide, soun …; nothing if it does not say."""
    for media in _boxes(data, track.inner, track.end):
        if media.kind == "mdia":
            for box in _boxes(data, media.inner, media.end):
                if box.kind == "hdlr":
                    return bytes(data[box.inner + 8 : box.inner + 12]).decode("latin-1")
    return ""


def _head(data: memoryview, box: Box, film: Film) -> None:
    """Wipe when it was made and changed; of the whole film, remember how long it is."""
    is_long = unpack_from("B", data, box.inner)[0] == 1
    times = box.inner + 4
    scale = times + (16 if is_long else 8)
    if scale > box.end:
        raise Broken(NOT_WHOLE)
    film.patches.append(Patch(times, scale))
    if box.kind == "mvhd":
        unit, length = unpack_from(">IQ" if is_long else ">II", data, scale)
        is_known = unit and length < (2**64 if is_long else 2**32) - 1
        film.seconds = length / unit if is_known else 0.0


def _kind_of_track(data: memoryview, box: Box, film: Film) -> None:
    """Remember what a track holds; wipe by which program and under which name."""
    film.kinds.add(bytes(data[box.inner + 8 : box.inner + 12]).decode("latin-1"))
    if box.end < box.inner + 12:
        raise Broken(NOT_WHOLE)
    film.patches.append(Patch(box.inner + 12, box.end))


def _addresses(data: memoryview, box: Box, film: Film) -> None:
    """Wipe addresses of files elsewhere: they tell of folders, and nobody can follow them."""
    for entry in _boxes(data, box.inner + 8, box.end):
        film.patches.append(Patch(entry.inner, entry.end, ALONE[: entry.end - entry.inner]))


def _descriptions(data: memoryview, box: Box, film: Film) -> None:
    """Wipe the name of the device from the descriptions of pictures."""
    for entry in _boxes(data, box.inner + 8, box.end):
        if _is_picture(data, entry):
            first, last = COMPRESSOR
            film.patches.append(Patch(entry.start + first, entry.start + last))


def _is_picture(data: memoryview, entry: Box) -> bool:
    """Tell whether a description is that of pictures: it ends with a depth and minus one."""
    last = entry.start + COMPRESSOR[1]
    return last + 4 <= entry.end and bytes(data[last + 2 : last + 4]) == b"\xff\xff"


_LEAVES: Mapping[str, Callable[[memoryview, Box, Film], None]] = {
    "mvhd": _head,
    "tkhd": _head,
    "mdhd": _head,
    "hdlr": _kind_of_track,
    "dref": _addresses,
    "stsd": _descriptions,
}
