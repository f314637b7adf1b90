"""Frozen editions: folders that a command writes, and nobody else.

archiv/fokus/2025/summen.txt    the checksum of each other file, as sha256sum writes them
archiv/fokus/2025/ausgabe.yml   text and figures (load/edition_form.py)
archiv/fokus/2025/zahlen.yml    its press figures, if it had some
archiv/fokus/2025/bilder/…      maps and charts as SVG
archiv/fokus/2025/fokus-2025.pdf
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import yaml

from fokusbericht.load.edition_form import NoEdition, from_plain, press_from_plain
from fokusbericht.model.editions import Eingefroren
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import list_folder, read_file, walk

T = TypeVar("T")
FOLDER = "archiv/fokus"
SUMS, DOCUMENT, PRESS = "summen.txt", "ausgabe.yml", "zahlen.yml"
LINE = re.compile(r"([0-9a-f]{64})  ([a-z0-9][a-z0-9./-]*)")
ID = "eingefroren"
CHANGED = (
    "Diese Datei gehört zu einer eingefrorenen Ausgabe und ist nicht mehr die von damals. Bitte "
    "den alten Stand aus der Versionsgeschichte zurückholen; was falsch ist, steht als "
    "Berichtigung in content/berichte/{}.md."
)
GONE = (
    "Von dieser eingefrorenen Ausgabe fehlt die Datei „{}“. Bitte aus der Versionsgeschichte holen."
)
STRANGE = "Zu dieser eingefrorenen Ausgabe gehört diese Datei nicht: Sie steht nicht in summen.txt."
NO_SUMS = "Zeile {} ist keine Prüfsumme mit Datei. Diese Datei schreibt nur „build.py einfrieren“."
# What no drawing of ours has, and what could do something in one.
ALIVE = re.compile(
    rb"<(?:script|foreignobject|iframe|image|use|a|set|animate\w*|!)[\s>/-]|\son\w+\s*=|href\s*="
    rb"|javascript:|@import|url\(\s*[^#\s]",
    re.IGNORECASE,
)
NO_DRAWING = "In dieser Zeichnung steht „{}“. Das kommt in keiner Zeichnung des Programms vor."
NO_FORM = "Diese Ausgabe ist nicht zu lesen ({}). Diese Datei schreibt nur „build.py einfrieren“."


def load_frozen(root: Path, problems: list[Problem]) -> dict[str, Eingefroren]:
    """Return the editions that were frozen and are as they were, by name."""
    folders = [one for one in list_folder(root, FOLDER)[0] if one.is_folder]
    found = {one.name: _edition(root, one.name, problems) for one in folders}
    return {name: one for name, one in found.items() if one}


def checksums(files: Mapping[str, bytes]) -> str:
    """Return the text of the file that holds the checksums of all others."""
    lines = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return "".join(lines)


def _edition(root: Path, name: str, problems: list[Problem]) -> Eingefroren | None:
    folder = f"{FOLDER}/{name}"
    told = len(problems)
    sums = dict(_sums(root, folder, problems))
    files = {one: read_file(root, f"{folder}/{one}", problems) for one in _there(root, folder)}
    problems += _faults(name, folder, sums, files)
    document = files.get(DOCUMENT)
    if len(problems) > told or document is None:
        return None
    ausgabe = _read(from_plain, document, f"{folder}/{DOCUMENT}", problems)
    figures = files.get(PRESS)
    press = _read(press_from_plain, figures, f"{folder}/{PRESS}", problems) if figures else None
    if ausgabe is None:
        return None
    drawn = [(path, data) for path, data in files.items() if data and path.endswith(".svg")]
    drawn += [(DOCUMENT, one.drawing.encode()) for one in ausgabe.sentences]
    problems += _alive(folder, drawn)
    place = Place(f"{folder}/{DOCUMENT}")
    return Eingefroren(ausgabe, {one: sums[one] for one in sorted(sums)}, place, press)


def _alive(folder: str, drawings: Iterable[tuple[str, bytes]]) -> Iterator[Problem]:
    """Yield what stands in a drawing that none of ours has: somebody has made it, sums and all."""
    for path, data in drawings:
        if match := ALIVE.search(data):
            said = match[0].decode("utf-8", "replace").strip()
            yield Problem(Place(f"{folder}/{path}"), NO_DRAWING.format(said), ID)


def _read(form: Callable[[object], T], data: bytes, path: str, problems: list[Problem]) -> T | None:
    """Return what a file holds; None of one that is not to be read, which is told."""
    try:
        return form(yaml.load(data, yaml.CSafeLoader))
    except (NoEdition, yaml.YAMLError) as error:
        problems.append(Problem(Place(path), NO_FORM.format(str(error).split("\n")[0]), ID))
        return None


def _there(root: Path, folder: str) -> list[str]:
    found = walk(root, folder, [])
    paths = (one.path.removeprefix(f"{folder}/") for one in found if not one.is_folder)
    return [path for path in paths if path != SUMS]


def _sums(root: Path, folder: str, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    path = f"{folder}/{SUMS}"
    data = read_file(root, path, problems) or b""
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        match = LINE.fullmatch(line)
        if match:
            yield match[2], match[1]
        else:
            problems.append(Problem(Place(path, number), NO_SUMS.format(number), ID))


def _faults(
    name: str, folder: str, sums: Mapping[str, str], files: Mapping[str, bytes | None]
) -> Iterator[Problem]:
    """Yield what is not as it was: changed, gone, or come to it."""
    for path in sorted({*sums, *files}):
        data = files.get(path)
        place = Place(f"{folder}/{path}")
        if path not in files:
            yield Problem(Place(f"{folder}/{SUMS}"), GONE.format(path), ID)
        elif path not in sums:
            yield Problem(place, STRANGE, ID)
        elif data is not None and sha256(data).hexdigest() != sums[path]:
            yield Problem(place, CHANGED.format(name), ID)
