"""What is no text of ours and still must be whole: films, pictures, templates of a county."""

from pathlib import Path

from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import LONGEST_POINTER, POINTER, READABLE, open_file, size_of, walk
from fokusbericht.sources.texts import find_conflict

FOLDERS = ("content/medien", "content/bilder")
TEMPLATES = "templates"
TEXTS = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".md")


def find_unfetched(root: Path, problems: list[Problem]) -> None:
    """Note what only points to a file elsewhere, and templates that Git could not put together."""
    for folder in FOLDERS:
        _look_through(root, folder, [], problems)
    _look_through(root, TEMPLATES, problems, problems)


def _look_through(root: Path, folder: str, faults: list[Problem], problems: list[Problem]) -> None:
    for one in walk(root, folder, faults):
        is_template = folder == TEMPLATES and one.name.endswith(TEXTS)
        if one.is_folder or not (is_template or size_of(root, one) <= LONGEST_POINTER):
            continue
        data = open_file(root, one.path)
        if data == POINTER:
            problems.append(Problem(Place(one.path), POINTER, READABLE))
        elif is_template and isinstance(data, bytes):
            conflict = find_conflict(data.decode(errors="replace"), one.path)
            problems += [conflict] if conflict else []
