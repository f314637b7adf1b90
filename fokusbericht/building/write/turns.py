"""One build after the other into one site; who has the turn clears what killed ones left."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from fokusbericht.building.write.bringing import remove_folder
from fokusbericht.building.write.faults import Unwritable
from fokusbericht.building.write.memory import memory_path, shelf_path

ASIDE = ".neu-"
SPARE = ".vorher"
PARKED = "alt"  # in the folder aside: the old site, between two renames
PATIENCE = 300.0  # seconds to wait for another build
PAUSE = 0.05
LOCK = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def turn(out: Path, patience: float = PATIENCE, keeps_spare: bool = False) -> Iterator[None]:
    """Wait until nobody else writes to a site, and keep others from it; begin with clear ground.

    The mark of a turn is a lock that ends with its process, however that ends. Raises Unwritable
    when another build takes too long. What is kept of the site of before is litter to whoever does
    not keep it.
    """
    path = _lock_path(out)
    held = _locked(out, path, patience)
    try:
        _sweep(out, keeps_spare)
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(held)


def folder_aside(out: Path) -> Path:
    """Make a folder beside a site, for us alone; whatever is still there later is litter."""
    aside = out.with_name(f".{out.name}{ASIDE}{os.urandom(4).hex()}")
    aside.mkdir(0o700)
    return aside


def spare_of(out: Path) -> Path:
    """Return where the site of before is kept, which the next build begins with."""
    return out.with_name(f".{out.name}{SPARE}")


def clear(out: Path) -> None:
    """Remove what killed builds have left, unless another is at work now."""
    with suppress(OSError, Unwritable):
        if {*_litter(out)} - {spare_of(out)} or _lock_path(out).exists():
            with turn(out, patience=0, keeps_spare=True):
                pass


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it; links are removed, not followed."""
    with suppress(OSError):
        remove_folder(str(folder))
    if os.path.lexists(folder):
        _remove_by_force(folder)


def _remove_by_force(folder: Path) -> None:
    with suppress(OSError):
        for one, _, _ in os.walk(folder):
            # One that nobody may write to was brought over as it was. Files are the site's own.
            Path(one).chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _lock_path(out: Path) -> Path:
    return out.with_name(f".{out.name}.sperre")


def _locked(out: Path, path: Path, patience: float) -> int:
    end = monotonic() + patience
    while True:
        file = os.open(path, LOCK, 0o600)
        if _has_lock(file) and _is_still(file, path):
            return file
        os.close(file)
        if monotonic() >= end:
            raise Unwritable(
                f"In {out} baut gerade ein anderer Aufruf. Bitte warten, bis er endet."
            )
        sleep(PAUSE)


def _has_lock(file: int) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_still(file: int, path: Path) -> bool:
    """Say whether the lock is on the file that others find: who had it before has removed his."""
    try:
        return os.path.samestat(os.fstat(file), path.lstat())
    except FileNotFoundError:
        return False


def _sweep(out: Path, keeps_spare: bool) -> None:
    """Bring back a site parked between two renames, and remove all litter."""
    for one in _litter(out):
        if keeps_spare and one == spare_of(out):
            continue
        parked = one / PARKED
        if parked.is_dir() and not parked.is_symlink() and not os.path.lexists(out):
            parked.rename(out)
        if one.is_dir():
            remove(one)
        else:
            one.unlink(missing_ok=True)


def _litter(out: Path) -> Iterator[Path]:
    """Yield what only builds of ours leave beside a site: real folders and files of such names."""
    aside = re.compile(rf"\.{re.escape(out.name)}{re.escape(ASIDE)}([0-9]+-)?[a-z0-9_]{{8}}")
    memory = memory_path(out)
    # The last is what an older version of the program has left.
    shelf = shelf_path(out)
    memories = (f".{memory.name}.neu", f".{shelf.name}.neu", memory.with_suffix(".neu").name)
    for name in sorted(one.name for one in out.parent.iterdir()):
        path = out.parent / name
        if aside.fullmatch(name) or name in memories or path == spare_of(out):
            is_folder = path.is_dir() and not path.is_symlink()
            if is_folder is (name not in memories) and (is_folder or path.is_file()):
                yield path
