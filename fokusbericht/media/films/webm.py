"""WebM (EBML): elements within elements; what is not known to make a film becomes `Void`."""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack

from fokusbericht.media.films.patches import SENSORS, Broken, Film, Patch

NOT_ONE = "Das ist kein Film der Art WebM. Bitte noch einmal als WebM speichern."
NOT_WHOLE = "Der Film ist unvollständig oder beschädigt. Bitte noch einmal als WebM speichern."
HEAD, SEGMENT, INFO, TRACKS, TRACK, CLUSTER, VOID = (
    *(0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0x1F43B675, 0xEC),
)
KIND = 0x4282
SEEK, CUES = 0x114D9B74, 0x1C53BB6B
TOP = (SEEK, INFO, TRACKS, CLUSTER, CUES, 0x1941A469, 0x1043A770, 0x1254C367)
KEPT = {SEGMENT: (SEEK, INFO, TRACKS, CLUSTER, CUES), INFO: (0x2AD7B1, 0x4489), TRACKS: (TRACK,)}
SCALE, LENGTH = KEPT[INFO]
PROGRAMS = (0x4D80, 0x5741)  # there has to be a name, but it may be empty
NAME, KIND_OF_TRACK, CHECKSUM = 0x536E, 0x83, 0xBF
SHOWN = {1: "vide", 2: "soun", 0x11: "text"}


@dataclass(frozen=True, slots=True)
class Element:
    """An element: from `start` to `end`, its content from `inner` on."""

    name: int
    start: int
    inner: int
    end: int


def look_at_webm(data: memoryview) -> Film:
    """Return what is to be known of a film. Raises Broken."""
    film = Film()
    found = list(_elements(data, 0, len(data)))
    kinds = [e for e in found if e.name == HEAD for e in _elements(data, e.inner, e.end)]
    if not any(
        bytes(data[e.inner : e.end]).rstrip(b"\0") == b"webm" for e in kinds if e.name == KIND
    ):
        raise Broken(NOT_ONE)
    for element in found:
        if element.name == SEGMENT:
            for inner in _elements(data, element.inner, element.end):
                _visit(data, inner, film)
        elif element.name != HEAD:
            film.patches.append(_void(element))
    if "vide" not in film.kinds:
        raise Broken(NOT_WHOLE)
    return film


def _elements(data: memoryview, place: int, end: int) -> Iterator[Element]:
    """Yield the elements between two places."""
    while place < end:
        first = place
        name, place = _number(data, place, end, keep_mark=True)
        size, place = _number(data, place, end)
        stop = _end_of_unknown(data, name, place, end) if size < 0 else place + size
        if stop > end:
            raise Broken(NOT_WHOLE)
        yield Element(name, first, place, stop)
        place = stop


def _number(data: memoryview, place: int, end: int, keep_mark: bool = False) -> tuple[int, int]:
    """Return a number of its own length, and where it ends; -1 for a size that is not known."""
    if place >= end or not data[place]:
        raise Broken(NOT_WHOLE)
    length = 9 - data[place].bit_length()
    if place + length > end or (keep_mark and length > 4):
        raise Broken(NOT_WHOLE)
    number = int.from_bytes(data[place : place + length], "big")
    if not keep_mark:
        all_ones = (1 << 7 * length) - 1
        number &= all_ones
        number = -1 if number == all_ones else number
    return number, place + length


def _end_of_unknown(data: memoryview, name: int, place: int, end: int) -> int:
    """Return where an element ends that does not say so, as live recordings have them."""
    if name == SEGMENT:
        return end
    if name != CLUSTER:
        raise Broken(NOT_WHOLE)
    while place < end:
        inner, after = _number(data, place, end, keep_mark=True)
        if inner in TOP:
            break
        size, after = _number(data, after, end)
        if size < 0 or after + size > end:
            raise Broken(NOT_WHOLE)
        place = after + size
    return place


def _visit(data: memoryview, element: Element, film: Film) -> None:
    """Note what of a part of the film is to be overwritten."""
    if element.name not in KEPT[SEGMENT]:
        film.patches.append(_void(element))
    elif element.name == INFO:
        _info(data, element, film)
    elif element.name == TRACKS:
        for track in _elements(data, element.inner, element.end):
            if track.name == TRACK:
                _track(data, track, film)
            else:
                film.patches.append(_void(track))


def _info(data: memoryview, info: Element, film: Film) -> None:
    scale, length = 1_000_000, 0.0
    for element in _elements(data, info.inner, info.end):
        content = bytes(data[element.inner : element.end])
        if element.name in PROGRAMS:
            film.patches.append(Patch(element.inner, element.end))
        elif element.name not in KEPT[INFO]:
            film.patches.append(_void(element))
        elif element.name == SCALE:
            scale = int.from_bytes(content[:8], "big")
        elif len(content) in (4, 8):
            length = unpack(">f" if len(content) == 4 else ">d", content)[0]
    seconds = length * scale / 1e9
    film.seconds = seconds if 0 < seconds < 1e6 else 0.0


def _track(data: memoryview, track: Element, film: Film) -> None:
    for element in _elements(data, track.inner, track.end):
        if element.name in (NAME, CHECKSUM, VOID):
            film.patches.append(_void(element))
        elif element.name == KIND_OF_TRACK:
            kind = int.from_bytes(data[element.inner : element.end][:8], "big")
            if kind not in SHOWN:
                raise Broken(SENSORS.format(kind))
            film.kinds.add(SHOWN[kind])


def _void(element: Element) -> Patch:
    """Return an element of the same length that says nothing."""
    length = element.end - element.start
    wide = 8 if length > 128 else 1
    size = (length - 1 - wide) | 1 << 7 * wide
    return Patch(element.start, element.end, bytes((VOID,)) + size.to_bytes(wide, "big"))
