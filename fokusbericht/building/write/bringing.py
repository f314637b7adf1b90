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
    goes don't.
    """
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
        with os.scandir(old) as found:
            entries = list(found)
        stays = not entries
        for entry in entries:
            path, target = f"{below}{entry.name}", f"{new}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                stays |= self.bring_folder(entry, target, f"{path}/")
            elif not (path in self.without and entry.is_file(follow_symlinks=False)):
                _bring_one(entry, target)
                stays = True
        return stays

    def bring_folder(self, entry: "os.DirEntry[str]", target: str, below: str) -> bool:
        status = entry.stat(follow_symlinks=False)
        self.refuse_mount(entry.path, status.st_dev)
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
