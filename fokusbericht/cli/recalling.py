"""What an earlier build planned, as far as it still holds: read from the memory beside the site."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fokusbericht.building.write import Kept, Memory, read_memory

if TYPE_CHECKING:
    from fokusbericht.building.due import Planned, Records

NOTE = "planung"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The memory of a site that is whole, and how it was planned."""

    memory: Memory
    records: "Records"

    def kept(self, planned: "Planned") -> Kept:
        """Return the files that stay as they are."""
        return Kept([one.path for one in planned.kept], self.memory)


def recalled(out: Path, recipe: str, media: str) -> Earlier | None:
    """Return how a site was planned; None where other things than texts and figures are new."""
    from fokusbericht.building.due import from_note

    memory = read_memory(out.resolve())
    if memory is None or not memory.complete or memory.recipe != recipe:
        return None
    note = memory.notes.get(NOTE)
    if not isinstance(note, dict) or note.get("media") != media:
        return None
    records = from_note(note)
    written = {made.path for one in records.batches.values() for made in one.outputs}
    return Earlier(memory, records) if written == memory.files.keys() else None


def note_of(planned: "Planned", media: str) -> dict[str, object]:
    """Return what the next build need not plan again."""
    from fokusbericht.building.due import as_note

    return {NOTE: {"media": media, **as_note(planned.records)}}
