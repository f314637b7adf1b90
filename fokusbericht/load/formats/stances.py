"""Format 3: how the Kommunen stand to a recommendation is its `haltung`, as text or as a list.

haltung_kommunen: Die Städte sind dafür.  →  haltung: Die Städte sind dafür.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from fokusbericht.load.content import content_files
from fokusbericht.load.formats.folder import FileChange, Folder
from fokusbericht.problems import Problem
from fokusbericht.sources.texts import decode, read_text

NUMBER = 3
FOLDER = "handlungsempfehlungen"
# Only in the head of a file, which ends with its second line of dashes.
HEAD = re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)
KEY = re.compile(r"^([\"']?)haltung_kommunen\1(?=[ \t]*:)", re.MULTILINE)


def is_needed(root: Path) -> bool:
    """Say whether a recommendation still has the old key."""
    texts = (read_text(root, path, []) for path in content_files(root, FOLDER))
    return any(text is not None and _renamed(text) != text for text in texts)


def plan(folder: Folder, problems: list[Problem]) -> Iterator[FileChange]:
    """Yield the recommendations whose key would be another."""
    for path in sorted(folder.files):
        if not (path.startswith(f"content/{FOLDER}/") and path.endswith(".md")):
            continue
        data = folder.read(path, problems)
        text = None if data is None else decode(data, path, problems)
        renamed = None if text is None else _renamed(text)
        if renamed is not None and renamed != text:
            yield FileChange(path, path, "haltung", renamed.encode())


def _renamed(text: str) -> str:
    return HEAD.sub(lambda head: KEY.sub("haltung", head[0]), text, count=1)
