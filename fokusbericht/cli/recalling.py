"""What an earlier build has left, as far as it still holds: read from the files beside the site.

The memory (JSON) knows the site, the shelf what was read, checked and planned for it. Each holds
only for what it was made of.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fokusbericht.building.recipe import FileMark, Snapshot
from fokusbericht.building.write import Kept, Memory, read_memory, read_shelf
from fokusbericht.problems import Problem
from fokusbericht.sources.files import digest
from fokusbericht.sources.shelf import Shelf, Stored, make_ready, packed, unpacked

if TYPE_CHECKING:
    from fokusbericht.building.due import Records
    from fokusbericht.building.planned import Planned, Written

MARKS = "dateien"  # in the memory: the marks of files
NOTE = "regal"  # in the memory: the print of the shelf that belongs to it
HEAD = 24  # so long is the print in front of a shelf


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier build has left that still holds; of a first build, nothing."""

    read: Mapping[str, Stored] = field(default_factory=dict)
    checked: "Records[Problem] | None" = None
    planned: "Records[Written] | None" = None
    memory: Memory | None = None
    has_same_figures: bool = False

    def kept(self, planned: "Planned") -> Kept | None:
        """Return the files that stay as they are; None where there is no site to keep any of."""
        return Kept([one.path for one in planned.kept], self.memory) if self.memory else None


def marks_of(out: Path) -> Mapping[str, FileMark]:
    """Return the marks of files that the last build has read; none where there is no memory."""
    memory = read_memory(out.resolve())
    marks = memory.notes.get(MARKS) if memory else None
    return marks if isinstance(marks, dict) else {}


def make_all_ready(out: Path) -> None:
    """Unpack all that was left beside a site, for whoever waits for the next build."""
    data = read_shelf(out.resolve())
    if left := _opened(data):
        read: Mapping[str, Stored] = left["read"]
        make_ready([data[HEAD:], *(one.data for one in read.values())])


def recalled(out: Path, taken: Snapshot) -> Earlier:
    """Return what still holds of what was left beside a site."""
    out = out.resolve()
    data = read_shelf(out)
    left = _opened(data)
    if left.get("program") != taken.program:
        return Earlier()
    read = left["read"]
    if left["media"] != taken.media:
        return Earlier(read)
    same = left["figures"] == taken.figures
    memory = read_memory(out)
    if memory is None or not _belongs(memory, data, taken.recipe, left["planned"]):
        return Earlier(read, left["checked"], has_same_figures=same)
    return Earlier(read, left["checked"], left["planned"], memory, same)


def _opened(data: bytes) -> Mapping[str, Any]:
    """Return what is on a shelf; nothing of one that is not whole."""
    if digest(data[HEAD:]).encode() != data[:HEAD]:
        return {}
    try:
        left = unpacked(data[HEAD:])
        return left if _is_whole(left) else {}
    except Exception:  # one that somebody has made by hand may fail in any way
        return {}


def _is_whole(left: Any) -> bool:
    from fokusbericht.building.due import Records

    records = left["checked"], left["planned"]
    read = left["read"].values()
    return all(isinstance(one, Records) for one in records) and all(
        isinstance(one, Stored) for one in read
    )


def _belongs(memory: Memory, data: bytes, recipe: str, planned: "Records[Written]") -> bool:
    """Say whether a site is the one that was planned, as it stands in the memory."""
    note = memory.notes.get(NOTE)
    if not memory.complete or memory.recipe != recipe or note != data[:HEAD].decode():
        return False
    return {
        made.path for one in planned.batches.values() for made in one.made
    } == memory.files.keys()


def shelf_of(
    taken: Snapshot, shelf: Shelf, checked: "Records[Problem]", planned: "Records[Written]"
) -> bytes:
    """Return what the next build need not read, check and plan again."""
    data = packed(
        {
            "program": taken.program,
            "media": taken.media,
            "figures": taken.figures,
            "read": shelf.all(),
            "checked": checked,
            "planned": planned,
        }
    )
    return digest(data).encode() + data


def note_of(shelf: bytes, taken: Snapshot) -> dict[str, object]:
    """Return what the memory of a site says of the shelf that belongs to it, and of files."""
    return {NOTE: shelf[:HEAD].decode(), MARKS: taken.marks()}
