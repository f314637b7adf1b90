"""Where may be written: what stands there, what lies around it, what the build itself reads."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

from fokusbericht.building.write.faults import OTHER
from fokusbericht.building.write.memory import memory_path

READ_OF_COUNTY = ("content", "indicators", "geo", "archiv", "templates", ".git")
READ_OF_PROGRAM = (
    *("fokusbericht", "templates", "content", "indicators", "geo", "archiv"),
    *("node_modules", "docs", "tests", ".git"),
)
LONGEST = 200  # bytes of a name; those of the files beside it are longer
MOUNTS = Path("/proc/self/mountinfo")
KINDS: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISREG, "eine Datei"),
    (stat.S_ISFIFO, "eine Pipe"),
    (stat.S_ISSOCK, "ein Socket"),
    (stat.S_ISCHR, "ein Gerät"),
    (stat.S_ISBLK, "ein Gerät"),
)


def why_no_site(out: Path, root: Path, program: Path) -> str:
    """Return the sentence why a site must not be put there; nothing if it may.

    Nothing is made or changed to find that out.
    """
    return why_no_folder(out) or next(_in_the_county(out, root, program), "")


def why_no_folder(out: Path) -> str:
    """Return why no folder can be put there, whatever is read from elsewhere."""
    if reason := _why_no_name(out):
        return f"{reason} {OTHER}"
    there = _itself(out)
    if there.is_symlink():
        return f"{out} ist ein Link auf {there.readlink()}. Bitte mit --out das Ziel selbst nennen."
    if there.exists() and not there.is_dir():
        return f"{out} ist {kind_of(there)}, kein Ordner. {OTHER}"
    place = out.resolve()
    if place == place.parent:
        return f"{out} ist der oberste Ordner des ganzen Dateisystems. {OTHER}"
    if str(place) in mount_points() or os.path.ismount(place):
        return (
            f"{out} ist eingehängt (mount) und lässt sich nicht austauschen. Bitte mit --out "
            f"einen Ordner darin nennen, zum Beispiel {out / 'site'}."
        )
    return ""


def why_no_file(out: Path, root: Path, program: Path) -> str:
    """Return the sentence why a file must not be put there; nothing if it may."""
    other = "Bitte mit --out eine andere Datei nennen."
    if reason := _why_no_name(out):
        return f"{reason} {other}"
    there = _itself(out)
    if there.is_symlink():
        return f"{out} ist ein Link auf {there.readlink()}. Bitte mit --out das Ziel selbst nennen."
    if there.exists() and not there.is_file():
        kind = "ein Ordner" if there.is_dir() else kind_of(there)
        return f"{out} ist {kind}, keine Datei. {other}"
    place = out.resolve()
    inside = (one for one in _read(root, program) if _is_read(place.parent, one))
    folder = next(inside, None)
    return f"{out} liegt in {folder}; dort liest der Bau. {other}" if folder else ""


def kind_of(path: Path) -> str:
    """Return what stands there, with its article: "eine Datei"."""
    mode = path.lstat().st_mode
    return next((name for fits, name in KINDS if fits(mode)), "kein Ordner")


def mount_points() -> frozenset[str]:
    """Return where other file systems, or other folders, are mounted, as far as can be told."""
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return frozenset()
    fields = (line.split(b" ") for line in lines)
    return frozenset(os.fsdecode(_plain(one[4])) for one in fields if len(one) > 4)


def _plain(path: bytes) -> bytes:
    """Return a path of the kernel's list, in which blanks are written as \\040."""
    return re.sub(rb"\\([0-7]{3})", lambda match: bytes((int(match[1], 8),)), path)


def _itself(out: Path) -> Path:
    """Return what will be written to, also by way of folders that are not there: a/gone/../b.

    The last name is kept, so that a link is seen as one.
    """
    return out.resolve() if out.name in ("", "..") else out.parent.resolve() / out.name


def _why_no_name(out: Path) -> str:
    if len(os.fsencode(out.name)) > LONGEST:
        return f"Der Name „{out.name[:40]}…“ ist zu lang."
    for one in out.parents:
        if one.exists():
            return "" if one.is_dir() else f"{one} ist {kind_of(one)}, kein Ordner."
        if one.is_symlink():
            return f"{one} ist ein Link ins Leere."
    return ""


def _in_the_county(out: Path, root: Path, program: Path) -> Iterator[str]:
    """Yield what a folder would have to do with what is read, or with somebody's own files."""
    place = out.resolve()
    for folder, what in _precious(root, program):
        if _is_within(folder, place):
            yield f"{out} {what} oder liegt darüber. {OTHER}"
    for folder in _read(root, program):
        if _is_read(place, folder):
            yield f"{out} liegt in {folder}; dort liest der Bau. {OTHER}"
    if (place / ".git").exists() or ".git" in place.parts:
        yield f"{out} ist ein Arbeitsordner von git. {OTHER}"
    for folder in place.parents:
        if folder.name and memory_path(folder).is_file():
            yield f"{out} liegt in einer gebauten Website ({folder}). {OTHER}"


def _precious(root: Path, program: Path) -> Iterator[tuple[Path, str]]:
    yield root.resolve(), "ist der Ordner des Berichts"
    yield program.resolve(), "ist der Ordner des Programms"
    with suppress(RuntimeError):  # nobody has one
        yield Path.home().resolve(), "ist Ihr persönlicher Ordner"


def _read(root: Path, program: Path) -> Iterator[Path]:
    yield from (root / name for name in READ_OF_COUNTY)
    yield from (program / name for name in READ_OF_PROGRAM)


def _is_read(place: Path, folder: Path) -> bool:
    """Say whether a path is a folder, or lies in it; on some disk „Content“ is „content“."""
    if _is_within(place, folder):
        return True
    above, name = folder.parent.resolve(), _plainly(folder.name)
    return any(
        one.parent == above and _plainly(one.name) == name for one in (place, *place.parents)
    )


def _plainly(name: str) -> str:
    return normalize("NFC", name).casefold()


def _is_within(place: Path, folder: Path) -> bool:
    """Say whether a path is a folder or lies in it, by whatever names."""
    if place.is_relative_to(folder.resolve()):
        return True
    if not folder.exists():
        return False
    return any(one.exists() and one.samefile(folder) for one in (place, *place.parents))
