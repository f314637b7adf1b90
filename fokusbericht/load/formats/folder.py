"""A county's files as they are and as they would be, without a byte of them being written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import open_file, walk

FOLDERS = ("content", "indicators", "geo", "archiv")
RULE = "format"


@dataclass(frozen=True, slots=True)
class File:
    """A file: where it is on the disk, what it would hold (None: what it holds), and why."""

    on_disk: str
    content: bytes | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a step does to one file: it gets another path, another content, or both."""

    path: str
    to: str
    reason: str
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a county by the path they would have."""

    root: Path
    files: Mapping[str, File]

    def read(self, path: str, problems: list[Problem]) -> bytes | None:
        """Return the content of a file as it would be; None after a problem."""
        file = self.files[path]
        data = open_file(self.root, file.on_disk) if file.content is None else file.content
        if isinstance(data, bytes):
            return data
        problems.append(Problem(Place(path), data, RULE))
        return None

    def after(self, changes: Iterable[FileChange], problems: list[Problem]) -> "Folder":
        """Return the folder after some changes; two files of one name are a problem."""
        found = dict(self.files)
        for change in changes:
            file = found.pop(change.path)
            if change.to in found:
                sentence = (
                    f"Diese Datei hieße dann {change.to}, und die gibt es schon. Bitte eine der "
                    "beiden entfernen oder umbenennen."
                )
                problems.append(Problem(Place(change.path), sentence, RULE))
            content = file.content if change.content is None else change.content
            reasons = (*file.reasons, change.reason)
            found[change.to] = replace(file, content=content, reasons=reasons)
        return Folder(self.root, found)

    def changed(self) -> Mapping[str, File]:
        """Return the files that would not be as they are, by their new path."""
        return {
            path: file
            for path, file in sorted(self.files.items())
            if file.on_disk != path or file.content is not None
        }


def open_folder(root: Path, problems: list[Problem]) -> Folder:
    """Return a county's folder as it is; links and whatever is no file are told, not followed."""
    found = (one for folder in FOLDERS for one in walk(root, folder, problems))
    return Folder(root, {one.path: File(one.on_disk) for one in found if not one.is_folder})
