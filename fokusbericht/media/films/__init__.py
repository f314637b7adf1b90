"""Films of editors: looked at box by box, and freed of what cameras and programs write into them.

Pictures and sound stay byte for byte, and where they are: what goes is overwritten in place. So no
table of places has to be reckoned anew, and nothing is decoded.
"""

from mmap import ACCESS_COPY, ACCESS_READ, mmap
from pathlib import Path

from fokusbericht.media.films.mp4 import look_at_mp4
from fokusbericht.media.films.patches import Broken, Film
from fokusbericht.media.films.webm import look_at_webm

ENDINGS = (".mp4", ".webm")
_LOOKS = {".mp4": look_at_mp4, ".webm": look_at_webm}


def examine(path: Path) -> Film | str:
    """Return what is to be known of a film, or the sentence that says what is wrong with it."""
    if not path.stat().st_size:
        return "Die Datei ist leer."
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        try:
            with memoryview(data) as view:
                return _LOOKS[path.suffix](view)
        except Broken as reason:
            return str(reason)


def cleaned(path: Path) -> bytes:
    """Return a film that has passed the check, without its metadata; it is in memory once."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_COPY) as data:
        with memoryview(data) as view:
            film = _LOOKS[path.suffix](view)
        for patch in film.patches:
            data[patch.start : patch.end] = patch.head.ljust(patch.end - patch.start, b"\0")
        return bytes(data)
