"""All steps from a folder's format to today's, one after the other, before anything is written."""

from dataclasses import dataclass
from pathlib import Path

from fokusbericht.load import formats
from fokusbericht.load.formats.folder import FileChange, Folder, open_folder
from fokusbericht.load.formats.number import FIRST, KREIS, RULE, number_in, too_new, with_number
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.texts import decode


@dataclass(frozen=True, slots=True)
class Conversion:
    """What would change in a folder, or why it cannot be brought into another format."""

    before: int
    after: int
    folder: Folder
    problems: tuple[Problem, ...] = ()


def plan_conversion(root: Path) -> Conversion:
    """Return what would change in a folder; with problems, nothing may be written."""
    problems: list[Problem] = []
    folder = open_folder(root, problems)
    number, newest = _number(folder, problems), formats.STEPS[-1].NUMBER
    if number > newest:
        problems.append(too_new(_text(folder, []), number, newest))
    for step in formats.STEPS:
        if number < step.NUMBER and not problems:
            folder = folder.after(list(step.plan(folder, problems)), problems)
    if number < newest and not problems:
        folder = _numbered(folder, newest, problems)
    return Conversion(number, newest, folder, tuple(sorted(set(problems))))


def _number(folder: Folder, problems: list[Problem]) -> int:
    found = number_in(_text(folder, problems))
    if isinstance(found, Problem):
        problems.append(found)
        return FIRST
    return found


def _text(folder: Folder, problems: list[Problem]) -> str:
    """Return the kreis.yml of a folder, however its name is written."""
    path = _kreis(folder)
    if path is None:
        sentence = "Diese Datei fehlt. In ihr steht die Nummer des Formats."
        problems.append(Problem(Place(KREIS), sentence, RULE))
        return ""
    data = folder.read(path, problems)
    return (decode(data, path, problems) or "") if data is not None else ""


def _kreis(folder: Folder) -> str | None:
    stem = KREIS.removesuffix(".yml")
    names = (path for path in folder.files if path.lower() in (f"{stem}.yml", f"{stem}.yaml"))
    return next(iter(sorted(names)), None)


def _numbered(folder: Folder, number: int, problems: list[Problem]) -> Folder:
    """Return the folder with the number of its new format."""
    text = with_number(_text(folder, problems), number)
    if isinstance(text, Problem):
        problems.append(text)
        return folder
    path = _kreis(folder) or KREIS
    change = FileChange(path, path, f"format: {number}", text.encode())
    return folder.after([change], problems)
