"""A folder is brought into the format of today: file by file, each whole or not at all.

Whatever interrupts it, the next run goes on: the number of the format is written last.
"""

from collections.abc import Iterator
from contextlib import suppress
from os.path import lexists
from pathlib import Path

from fokusbericht.building.write import Unwritable, write_file
from fokusbericht.load.formats.conversion import Conversion
from fokusbericht.load.formats.folder import File

KREIS = "content/kreis."


def convert(conversion: Conversion) -> None:
    """Rename and write what a conversion changes. Raises Unwritable where a file is in the way."""
    changed = conversion.folder.changed().items()
    for path, file in sorted(changed, key=lambda one: (one[0].startswith(KREIS), one[0])):
        _convert(conversion.folder.root, path, file)


def lines_of(conversion: Conversion, is_written: bool) -> Iterator[str]:
    """Yield what changes, a line a file, and how many there are."""
    changed = conversion.folder.changed()
    if not changed:
        yield f"Nichts zu tun: Dieser Ordner hat das Format {conversion.after}."
        return
    yield f"Vom Format {conversion.before} zum Format {conversion.after}:"
    for path, file in changed.items():
        moved = "" if file.on_disk == path else f" → {path}"
        yield f"  {file.on_disk}{moved}: {', '.join(dict.fromkeys(file.reasons))}"
    count = "Eine Datei" if len(changed) == 1 else f"{len(changed)} Dateien"
    if is_written:
        yield f"{count} umgestellt."
    else:
        verb = "würde" if len(changed) == 1 else "würden"
        yield f"{count} {verb} sich ändern. Geschrieben wird mit --schreiben."


def _convert(root: Path, path: str, file: File) -> None:
    source, target = root / file.on_disk, root / path
    if file.on_disk != path:
        if lexists(target) and not source.samefile(target):
            raise Unwritable(f"{path} gibt es schon. Bitte eine der beiden Dateien entfernen.")
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)
        _tidy(root, source.parent)
    if file.content is not None:
        write_file(target, file.content)


def _tidy(root: Path, folder: Path) -> None:
    """Remove a folder whose name is spelt otherwise now, once nothing is left in it."""
    with suppress(OSError):
        while folder.parent != root:
            folder.rmdir()
            folder = folder.parent
