"""What changed is made, the rest kept, what is gone removed; the swap that publishes.

The only room that writes to disk. A site is made in a folder aside and swapped in whole; any other
file is written whole or not at all. Nothing is written where it cannot be accounted for.
"""

from fokusbericht.building.write.faults import ForeignFolder, Refused, Unwritable, reason_of
from fokusbericht.building.write.memory import Memory, memory_path, read_memory, read_shelf
from fokusbericht.building.write.places import why_no_file, why_no_site
from fokusbericht.building.write.site import (
    Diary,
    Inspect,
    Kept,
    Overtaken,
    find_unchanged,
    fingerprint,
    keep_shelf,
    with_parts,
    write_site,
)
from fokusbericht.building.write.turns import clear
from fokusbericht.building.write.whole import write_below, write_file, write_files_below

__all__ = [
    "Diary",
    "ForeignFolder",
    "Inspect",
    "Kept",
    "Memory",
    "Overtaken",
    "Refused",
    "Unwritable",
    "clear",
    "find_unchanged",
    "fingerprint",
    "keep_shelf",
    "memory_path",
    "read_memory",
    "read_shelf",
    "reason_of",
    "why_no_file",
    "why_no_site",
    "with_parts",
    "write_below",
    "write_file",
    "write_files_below",
    "write_site",
]
