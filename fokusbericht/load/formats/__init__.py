"""The format of a county's folder: its number in kreis.yml, and the steps from one to the next.

A step is a module with `NUMBER`, the format it leads to; `is_needed(root)`, whether a folder cannot
be read without it; and `plan(folder, problems)`, what it would change. A new format takes a module
and a word in `STEPS`.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from fokusbericht.load.formats import plain_files, stances
from fokusbericht.load.formats.folder import FileChange, Folder
from fokusbericht.problems import Problem


class FormatStep(Protocol):
    """The way from one format to the next."""

    NUMBER: int

    def is_needed(self, root: Path) -> bool:
        """Say whether a folder in the format before cannot be read."""

    def plan(self, folder: Folder, problems: list[Problem]) -> Iterator[FileChange]:
        """Yield what would change; note what stands in the way."""


STEPS: Sequence[FormatStep] = (plain_files, stances)  # rising
