"""What stays of a site, brought over into the new one: files, links and folders as they are."""

import os
import shutil
import stat
from collections.abc import Set
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from fokusbericht.building.write.faults import Unwritable
from fokusbericht.building.write.places import mount_points


class Brought(NamedTuple):
    """A folder that was brought over, and how the old one looked."""

    old: str
    new: str
    status: os.stat_result


def bring_over(old: Path, new: Path, without: Set[str]) -> list[Brought]:
    """Bring over all but some files; return the folders that were brought, innermost first.

    Files become hard links, so that no bytes are copied and the old site is untouched. Links stay
    links and are never followed. Folders that others left empty stay; those that only held what
    goes don't. Where `new` is the site of before, what is the same file in both stays in it.
    """
    if not new.is_dir():
        new.mkdir()
    bringing = _Bringing(without, mount_points(), old.stat().st_dev)
    bringing.bring(str(old), str(new), "")
    return bringing.folders


def look_alike(folders: list[Brought]) -> None:
    """Give folders the times and rights that they had; the innermost first, as each may forbid."""
    for old, new, status in folders:
        if _rights(Path(new).stat()) == _rights(status) and not _has_more(old):
            # Most are as we made them, and there are many: only their times are missing.
            os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))
            continue
        shutil.copystat(old, new)
        with suppress(OSError, AttributeError):  # only the superuser may, and has to
            os.chown(new, status.st_uid, status.st_gid)


def _rights(status: os.stat_result) -> tuple[int, int, int]:
    return stat.S_IMODE(status.st_mode), status.st_uid, status.st_gid


def _has_more(path: str) -> bool:
    """Say whether a folder has lists of rights, as far as can be told."""
    with suppress(OSError, AttributeError):
        return bool(os.listxattr(path))
    return True


@dataclass(slots=True)
class _Bringing:
    without: Set[str]
    mounts: Set[str]
    device: int
    folders: list[Brought] = field(default_factory=list)

    def bring(self, old: str, new: str, below: str) -> bool:
        """Return whether anything of a folder stays, or it was empty before."""
        entries, there = _entries(old), {one.name: one for one in _entries(new)}
        stays = not entries
        for entry in entries:
            path, target = f"{below}{entry.name}", f"{new}/{entry.name}"
            before = there.pop(entry.name, None)
            if before and not _may_stay(before, entry):
                _remove_one(before)
                before = None
            if entry.is_dir(follow_symlinks=False):
                stays |= self.bring_folder(entry, target, f"{path}/", is_there=before is not None)
            elif path in self.without and entry.is_file(follow_symlinks=False):
                if before:
                    _remove_one(before)
            else:
                if before is None:
                    _bring_one(entry, target)
                stays = True
        for rest in there.values():
            _remove_one(rest)
        return stays

    def bring_folder(
        self, entry: "os.DirEntry[str]", target: str, below: str, is_there: bool
    ) -> bool:
        status = entry.stat(follow_symlinks=False)
        self.refuse_mount(entry.path, status.st_dev)
        if not is_there:
            Path(target).mkdir()
        if not self.bring(entry.path, target, below):
            Path(target).rmdir()
            return False
        self.folders.append(Brought(entry.path, target, status))
        return True

    def refuse_mount(self, path: str, device: int) -> None:
        if path in self.mounts or device != self.device:
            sentence = (
                f"{path} ist eingehängt (mount). Wird die Website ausgetauscht, ginge verloren, "
                "was darin liegt. Bitte außerhalb des Ziels einhängen."
            )
            raise Unwritable(sentence)


def _entries(folder: str) -> "list[os.DirEntry[str]]":
    with os.scandir(folder) as found:
        return list(found)


def _may_stay(before: "os.DirEntry[str]", entry: "os.DirEntry[str]") -> bool:
    """Say whether what is there already is a folder as well, or the very same file."""
    if entry.is_dir(follow_symlinks=False):
        return before.is_dir(follow_symlinks=False)
    return before.inode() == entry.inode()


def _remove_one(entry: "os.DirEntry[str]") -> None:
    if entry.is_dir(follow_symlinks=False):
        remove_folder(entry.path)
    else:
        Path(entry.path).unlink()


def remove_folder(folder: str) -> None:
    """Remove a folder with all that is in it; links are removed, not followed."""
    # As shutil.rmtree, but in half the time: nobody else may write into a folder of ours.
    for entry in _entries(folder):
        _remove_one(entry)
    Path(folder).rmdir()


def _bring_one(entry: "os.DirEntry[str]", target: str) -> None:
    if entry.is_symlink():
        Path(target).symlink_to(Path(entry.path).readlink())
        with suppress(OSError, NotImplementedError):
            shutil.copystat(entry.path, target, follow_symlinks=False)
        return
    try:
        os.link(entry.path, target, follow_symlinks=False)
    except (OSError, NotImplementedError):  # file systems without hard links
        if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            raise
        shutil.copy2(entry.path, target, follow_symlinks=False)
