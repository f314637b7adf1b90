"""The only way to an editor's files: what is listed and opened here is a plain file of the county.

Links are not followed, pipes and devices never opened; what the system leaves behind is passed
over. Paths are told as the county knows them: from its folder, with slashes, umlauts in one piece.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import ELOOP
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, NamedTuple
from unicodedata import normalize

from fokusbericht.problems import Place, Problem
from fokusbericht.text.characters import is_odd

READABLE = "lesbar"
NAME = "dateiname"
# Names that systems and programs give to files of their own; those with a point in front, too.
LITTER = ("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "icon\r", "$recycle.bin")
MEGABYTE = 1_000_000
MOST_BYTES = 50 * MEGABYTE  # no text or picture of ours has a tenth of it
# What stands in place of a large file that was not fetched along with the others.
POINTERS = (
    *(b"version https://git-lfs.github.com/spec/", b"version https://hawser.github.com/spec/"),
    b"/annex/objects/",
)
LONGEST_POINTER = 1024

GONE = "Diese Datei fehlt oder ist nicht lesbar."
LINK = (
    "Dies ist eine Verknüpfung; ihr wird nicht gefolgt. Bitte die Datei oder den Ordner selbst "
    "hierher legen."
)
LINKED = "Der Ordner „{}“ ist eine Verknüpfung; ihr wird nicht gefolgt."
NO_FILE = "Dies ist keine gewöhnliche Datei; sie wird nicht geöffnet. Bitte entfernen."
NO_FOLDER = "Hier wird ein Ordner erwartet. Bitte die Datei umbenennen oder entfernen."
IS_FOLDER = "Dies ist ein Ordner und keine Datei. Bitte umbenennen oder entfernen."
CLOSED = "Dieser Ordner lässt sich nicht lesen. Bitte die Rechte prüfen."
POINTER = (
    "Hier liegt nur ein Zeiger von Git LFS, nicht die Datei selbst. Bitte mit „git lfs pull“ holen."
)
TOO_LARGE = "Diese Datei ist größer als {} MB. Bitte verkleinern."
NO_UTF8 = "Dieser Dateiname ist nicht lesbar. Bitte mit einfachen Buchstaben neu benennen."
ODD_NAME = "Im Dateinamen steht ein unsichtbares Zeichen. Bitte neu benennen."
SAME_NAME = "Dieser Name gilt als derselbe wie „{}“. Bitte eine der Dateien umbenennen."


class Found(NamedTuple):
    """Something in a folder: its path as it is told and as the disk has it; is it a folder?"""

    path: str
    on_disk: str
    is_folder: bool

    @property
    def name(self) -> str:
        """Return the last part of the path."""
        return self.path.rpartition("/")[2]


# --- Noting what is looked at -------------------------------------------------------------------

Look = tuple[str, str]  # how, and at what: ("content", "geo/raeume.yml")
CONTENT, FOLDER, THERE, SIZE = "content", "folder", "there", "size"

_records: list[dict[Look, str]] = []


@contextmanager
def looks() -> Iterator[Mapping[Look, str]]:
    """Record what is looked at of a county, each with a print of what was seen."""
    seen: dict[Look, str] = {}
    _records.append(seen)
    try:
        yield seen
    finally:
        _records.pop()


def look_again(root: Path, look: Look) -> str:
    """Return the print of what is seen now."""
    how, path = look
    with looks() as seen:
        if how == CONTENT:
            open_file(root, path)
        elif how == FOLDER:
            list_folder(root, path)
        elif how == THERE:
            exists(root, path)
        else:
            size_of(root, Found(path, path, is_folder=False))
    return seen[look]


def digest(data: bytes) -> str:
    """Return the print of a content."""
    return blake2b(data, digest_size=12).hexdigest()


def _note(how: str, path: str, seen: object) -> None:
    if _records:
        told = digest(seen) if isinstance(seen, bytes) else repr(seen)
        _records[-1][how, path] = told


# --- Looking ------------------------------------------------------------------------------------


def list_folder(root: Path, folder: str) -> tuple[list[Found], list[Problem]]:
    """Return what may be read in a folder, by name, and what is wrong with the rest of it."""
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    where = folder if _is_there(f"{root}/{folder}") else _composed(root, folder) or folder
    for entry in _entries(root, where, problems):
        told = told_name(entry.name)
        place = Place(f"{folder}/{told}")
        fault = _fault(entry, told, place)
        is_folder = not fault and entry.is_dir(follow_symlinks=False)
        same = told if is_folder else told.casefold()
        if fault:
            problems.append(fault)
        elif same in found:
            problems.append(Problem(place, SAME_NAME.format(found[same].name), NAME))
        else:
            found[same] = Found(f"{folder}/{told}", f"{where}/{entry.name}", is_folder)
    kept = sorted(found.values())
    _note(FOLDER, folder, (kept, problems))
    return kept, problems


def list_files(root: Path, folder: str, ending: str = "") -> list[str]:
    """Return the paths of the files in a folder, by name; what is wrong there is told elsewhere."""
    inside, _ = list_folder(root, folder)
    return [one.path for one in inside if not one.is_folder and one.path.endswith(ending)]


def walk(root: Path, folder: str, problems: list[Problem]) -> Iterator[Found]:
    """Yield all that may be read in a folder and below it, sorted; note what may not."""
    waiting, told = list_folder(root, folder)
    problems += told
    waiting.reverse()
    while waiting:
        one = waiting.pop()
        yield one
        if one.is_folder:
            inside, told = list_folder(root, one.path)
            problems += told
            waiting += reversed(inside)


def is_litter(name: str) -> bool:
    """Say whether a name is one of those that systems and programs leave behind."""
    is_draft = name.endswith("~") or (name.startswith("#") and name.endswith("#"))
    is_hidden = name.startswith((".", "~$")) and not name.startswith("..")
    return is_hidden or is_draft or name.lower() in LITTER


def exists(root: Path, path: str) -> bool:
    """Say whether there is anything of a name, be it readable or not."""
    is_there = _find(root, path) is not None
    _note(THERE, path, is_there)
    return is_there


def path_of(root: Path, path: str) -> Path:
    """Return where a file is, however the disk puts its umlauts together."""
    return root / (_find(root, path) or path)


def size_of(root: Path, found: Found) -> int:
    """Return how many bytes a file has; none when it is gone meanwhile."""
    try:
        size = os.lstat(root / found.on_disk).st_size
    except OSError:
        size = 0
    _note(SIZE, found.on_disk, size)
    return size


def told_name(name: str) -> str:
    """Return a file's name as it is told: umlauts in one piece, what is no UTF-8 escaped."""
    readable = os.fsencode(name).decode("utf-8", "backslashreplace")
    return normalize("NFC", readable)


def _entries(root: Path, folder: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    """Return what is in a folder and no litter; small letters first where names collide."""
    fault = _link_in(root, folder)
    try:
        if not fault:
            with os.scandir(root / folder) as entries:
                kept = [entry for entry in entries if not is_litter(entry.name)]
            return sorted(kept, key=lambda one: (one.name.casefold(), one.name.swapcase()))
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        fault = NO_FOLDER
    except OSError:
        fault = CLOSED
    problems.append(Problem(Place(told_name(folder)), fault, READABLE))
    return []


def _fault(entry: os.DirEntry[str], told: str, place: Place) -> Problem | None:
    """Return why an entry of a folder is not looked at, if so."""
    if entry.name.encode("utf-8", "replace").decode() != entry.name:
        return Problem(place, NO_UTF8, NAME)
    if is_odd(told):
        return Problem(place, ODD_NAME, NAME)
    if entry.is_symlink():
        return Problem(place, LINK, READABLE)
    is_plain = entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)
    return None if is_plain else Problem(place, NO_FILE, READABLE)


# --- Opening ------------------------------------------------------------------------------------


def read_file(
    root: Path, path: str, problems: list[Problem], most: int = MOST_BYTES
) -> bytes | None:
    """Return the content of a file; None after a problem."""
    data = open_file(root, path, most)
    if isinstance(data, bytes):
        return data
    problems.append(Problem(Place(path), data, READABLE))
    return None


def open_file(root: Path, path: str, most: int = MOST_BYTES) -> bytes | str:
    """Return the content of a plain file of the county, or the sentence that tells why not."""
    seen = _opened(root, path, most)
    _note(CONTENT, path, seen)
    return seen


def _opened(root: Path, path: str, most: int) -> bytes | str:
    found = _find(root, path)
    if found is None:
        return GONE
    fault = _link_in(root, found.rpartition("/")[0])
    if fault:
        return fault
    try:
        data = _unfit(os.lstat(root / found), most) or _content(root / found, most)
    except OSError as error:
        return LINK if error.errno == ELOOP else GONE
    return POINTER if isinstance(data, bytes) and is_pointer(data) else data


def is_pointer(data: bytes) -> bool:
    """Say whether a content only points to a large file that was not fetched."""
    return len(data) <= LONGEST_POINTER and data.startswith(POINTERS)


def _content(path: Path, most: int) -> bytes | str:
    with open_plain(path) as file:
        return _unfit(os.fstat(file.fileno()), most) or file.read()


def open_plain(path: Path) -> BinaryIO:
    """Return an open file; a link or pipe in its place is no plain file. Raises OSError."""
    # Between a look and the opening another thing may have taken its place; a pipe without a
    # writer would be waited for.
    if not stat.S_ISREG(path.lstat().st_mode):
        raise OSError(ELOOP, "no plain file", str(path))
    return os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb")


def _unfit(status: os.stat_result, most: int) -> str:
    if stat.S_ISLNK(status.st_mode):
        return LINK
    if stat.S_ISDIR(status.st_mode):
        return IS_FOLDER
    if not stat.S_ISREG(status.st_mode):
        return NO_FILE
    return TOO_LARGE.format(most // MEGABYTE) if status.st_size > most else ""


def _link_in(root: Path, folder: str) -> str:
    """Return the sentence about the first folder of a path that is a link, if one is."""
    parts = folder.split("/")
    for count in range(1, len(parts) + 1):
        part = "/".join(parts[:count])
        if part and _is_link(f"{root}/{part}"):
            return LINKED.format(told_name(part))
    return ""


def _is_link(path: str) -> bool:
    try:
        return stat.S_ISLNK(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def _find(root: Path, path: str) -> str | None:
    """Return a path as the disk has it; None where there is nothing, or it leads out."""
    if ".." in path.split("/") or path.startswith("/"):
        return None
    return path if _is_there(f"{root}/{path}") else _composed(root, path)


def _composed(root: Path, path: str) -> str | None:
    """Return the path on the disk whose umlauts may be put together in another way."""
    if path.isascii():
        return None
    found = ""
    for part in path.split("/"):
        try:
            names = [entry.name for entry in (root / found).iterdir()]
        except (OSError, ValueError):
            return None
        fitting = sorted(name for name in names if told_name(name) == normalize("NFC", part))
        if not fitting:
            return None
        found = f"{found}/{fitting[0]}" if found else fitting[0]
    return found


def _is_there(path: str) -> bool:
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True
