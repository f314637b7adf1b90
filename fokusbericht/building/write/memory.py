"""What a build remembers of a site, in one file beside it:

    {"format": 2, "recipe": "9f…", "inputs": "77…", "complete": true,
     "files": {"index.html": {"key": "3b…", "size": 5120}, …}, "notes": {…}}

`notes` are for whoever builds: what was reckoned for this site and holds as long as it stands.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import orjson

FORMAT = 2
OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SORT_KEYS
# Neither a link nor a pipe that somebody has put there is followed or waited for.
AS_IT_STANDS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last build left behind: fingerprint and size of each file we wrote."""

    recipe: str
    inputs: str
    complete: bool
    files: Mapping[str, tuple[str, int]]
    notes: Mapping[str, object] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return the file."""
        files = {path: {"key": key, "size": size} for path, (key, size) in self.files.items()}
        data = {
            "format": FORMAT,
            "recipe": self.recipe,
            "inputs": self.inputs,
            "complete": self.complete,
            "files": files,
            "notes": self.notes,
        }
        return orjson.dumps(data, option=OPTIONS)


def memory_path(out: Path) -> Path:
    """Return the file that remembers a site: beside it, never in it."""
    return out.with_name(f".{out.name}.cache.json")


def shelf_path(out: Path) -> Path:
    """Return the file that holds what need not be made again, beside the memory of a site."""
    return out.with_name(f".{out.name}.cache.bin")


def read_shelf(out: Path) -> bytes:
    """Return what the last build left on the shelf; nothing if there is none."""
    try:
        return _read(shelf_path(out))
    except OSError:
        return b""


def read_memory(out: Path) -> Memory | None:
    """Return what the last build left behind; None if there is nothing to trust.

    What another version of the program has written is not trusted, but known to be ours.
    """
    try:
        data = orjson.loads(_read(memory_path(out)))
        if data["format"] != FORMAT:
            return Memory("", "", False, dict.fromkeys(map(str, data["files"]), ("", 0)))
        files = {path: (str(one["key"]), int(one["size"])) for path, one in data["files"].items()}
        notes = dict(data.get("notes", {}))
        is_complete = data["complete"] is True
        return Memory(str(data["recipe"]), str(data["inputs"]), is_complete, files, notes)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _read(path: Path) -> bytes:
    with os.fdopen(os.open(path, AS_IT_STANDS), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError
        return file.read()
