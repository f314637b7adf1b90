"""What stays of a site, brought over into the new one: files, links and folders as they are."""

import os
import shutil
import stat
from collections.abc import Set
from contextlib import suppress
from pathlib import Path

from fokusbericht.building.write.faults import Unwritable
from fokusbericht.building.write.places import mount_points

Pairs = list[tuple[Path, Path]]


def bring_over(old: Path, new: Path, without: Set[str]) -> Pairs:
    """Bring over all but some files; return the folders that were brought, each with the old one.

    Files become hard links, so that no bytes are copied and the old site is untouched. Links stay
    links and are never followed. Folders that others left empty stay; those that only held what
    goes don't.
    """
    mounts = mount_points()
    pairs: Pairs = []
    new.mkdir()
    _bring(old, new, "", without, mounts, pairs)
    return pairs


def look_alike(pairs: Pairs) -> None:
    """Give folders the times and rights that they had; the innermost first, as each may forbid."""
    for old, new in pairs:
        shutil.copystat(old, new)
        with suppress(OSError, AttributeError):  # only the superuser may, and has to
            status = old.stat()
            os.chown(new, status.st_uid, status.st_gid)


def _bring(
    old: Path, new: Path, below: str, without: Set[str], mounts: Set[str], pairs: Pairs
) -> bool:
    """Return whether anything of a folder stays, or it was empty before."""
    with os.scandir(old) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    stays = not entries
    for entry in entries:
        path, target = f"{below}{entry.name}", new / entry.name
        if entry.is_dir(follow_symlinks=False):
            _refuse_mount(entry.path, mounts)
            target.mkdir()
            if _bring(Path(entry.path), target, f"{path}/", without, mounts, pairs):
                pairs.append((Path(entry.path), target))
                stays = True
            else:
                target.rmdir()
        elif not (path in without and entry.is_file(follow_symlinks=False)):
            _bring_one(entry, target)
            stays = True
    return stays


def _refuse_mount(path: str, mounts: Set[str]) -> None:
    if path in mounts or os.path.ismount(path):
        sentence = (
            f"{path} ist eingehängt (mount). Wird die Website ausgetauscht, ginge verloren, was "
            "darin liegt. Bitte außerhalb des Ziels einhängen."
        )
        raise Unwritable(sentence)


def _bring_one(entry: "os.DirEntry[str]", target: Path) -> None:
    if entry.is_symlink():
        target.symlink_to(Path(entry.path).readlink())
        with suppress(OSError, NotImplementedError):
            shutil.copystat(entry.path, target, follow_symlinks=False)
        return
    try:
        os.link(entry.path, target, follow_symlinks=False)
    except (OSError, NotImplementedError):  # file systems without hard links
        if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            raise
        shutil.copy2(entry.path, target, follow_symlinks=False)
