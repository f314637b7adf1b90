"""What a build is made of, as two fingerprints: the program, and the county's files."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cache, cached_property
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from time import time_ns
from typing import NamedTuple

from fokusbericht.problems import Problem
from fokusbericht.sources.files import open_plain, walk

OURS = Path(__file__).resolve().parents[2]
# Menus, colours and the notice are on every page, the shapes of the Kommunen on most.
ON_ALL_PAGES = ("content/kreis.yml", "geo/raeume.yml", "geo/kommunen.geojson")
FIGURES = ("indicators/", "geo/", "archiv/")
TOLD, TEXTS = ("content/", "indicators/"), (".md", ".yml", ".csv")  # what a report holds
INSTALLED = "node_modules/.package-lock.json"  # what npm has brought, as it wrote it down
FOLDERS = ("content", "indicators", "geo", "archiv")


# Which file it was, its last change and that of its content (ns), its size, its print.
FileMark = tuple[int, int, int, int, str]
MOMENT = 100_000_000  # ns; clocks of file systems move in steps


class Ingredient(NamedTuple):
    """A file that counts: where it is, and its name, the same wherever the folder lies."""

    path: Path
    name: str


class Snapshot:
    """What a build is made of at one moment: each file is read once for all fingerprints.

    It is taken before a build reads anything, so that what changes later is seen by the next one.
    Of a file that bears the same mark as before – what the system says of its content, and when it
    last changed – the print is known.
    """

    def __init__(
        self, root: Path, tag: date | None = None, marks: Mapping[str, FileMark] | None = None
    ) -> None:
        self._root = root
        self._day = tag.isoformat() if tag else ""
        self._known = marks or {}
        self._start = time_ns()
        self._marks: dict[str, FileMark] = {}
        self._digests: dict[Path, str] = {}
        self._problems: list[Problem] = []
        self._inputs = list(_input_files(root, FOLDERS, self._problems))

    @cached_property
    def recipe(self) -> str:
        """Return the fingerprint of all that shapes pages and is no ingredient of one.

        These are the program, its templates and libraries, and the files that are on all pages.
        """
        templates = _template_files(self._root, "")
        return self._fingerprint(chain(self._shaping, templates), installed())

    @cached_property
    def program(self) -> str:
        """Return the fingerprint of all that shapes every file: the recipe without templates."""
        return self._fingerprint(self._shaping, installed())

    @cached_property
    def _shaping(self) -> list[Ingredient]:
        return list(_shaping_files(self._root))

    @cached_property
    def inputs(self) -> str:
        """Return the fingerprint of all files an editor writes, and of the day that is asked for.

        What is wrong with folders counts as well, also with that of templates, whose files are in
        the recipe: a link that came is a change.
        """
        problems = [*self._problems]
        list(walk(self._root, "templates", problems))
        return self._fingerprint(self._inputs, f"{self._day}{problems}")

    @cached_property
    def media(self) -> str:
        """Return the fingerprint of all files that pages are made of and no part of a report holds.

        These are pictures, films, what surrounds the county's map, and what was published before.
        """
        told = {
            one for one in self._inputs if one.name.startswith(TOLD) and one.name.endswith(TEXTS)
        }
        rest = (one for one in self._inputs if one not in told)
        return self._fingerprint(rest, self._day)

    @cached_property
    def figures(self) -> str:
        """Return the fingerprint of all that decides which figures are hidden: them, the program.

        The day decides which of them are under embargo.
        """
        kreis = Ingredient(self._root / ON_ALL_PAGES[0], ON_ALL_PAGES[0])
        figures = [one for one in self._inputs if one.name.startswith(FIGURES)]
        program = (one for one in self._shaping if one.path.suffix == ".py")
        return self._fingerprint((*program, kreis, *figures), self._day)

    def digests(self) -> dict[str, str]:
        """Return the prints of the files of the county that were read, by path."""
        below = f"{self._root}/"
        found = ((str(path), one) for path, one in self._digests.items())
        return {path.removeprefix(below): one for path, one in found if path.startswith(below)}

    def marks(self) -> dict[str, FileMark]:
        """Return the mark and print of each file that was read, but for those just written.

        What is written again in the same moment may bear the same mark.
        """
        return {path: one for path, one in self._marks.items() if one[1] < self._start - MOMENT}

    def _fingerprint(self, files: Iterable[Ingredient], said: str = "") -> str:
        return _fingerprint(files, said, self._print_of)

    def _print_of(self, path: Path) -> str:
        if path not in self._digests:
            self._digests[path] = self._read(str(path))
        return self._digests[path]

    def _read(self, path: str) -> str:
        mark = _mark_of(path)
        known = self._known.get(path)
        if mark and known and tuple(known[:-1]) == mark:
            self._marks[path] = known
            return str(known[-1])
        found = _digest(Path(path))
        if mark:
            self._marks[path] = (*mark, found)
        return found


def templates_of(root: Path, below: str = "") -> str:
    """Return the fingerprint of all templates and assets, or of those in a folder: "assets/"."""
    return _fingerprint(_template_files(root, below))


def program() -> tuple[object, ...]:
    """Return what the system says of the program's files: the same as long as none is changed."""
    return tuple((one.name, _mark_of(str(one.path))) for one in _program_files())


def traces_of(root: Path) -> Mapping[Path, tuple[int, int]]:
    """Return when each file that a build reads was changed (in ns), and its size.

    Far cheaper than the fingerprints, but blind where neither has changed.
    """
    found = {}
    for one in chain(_recipe_files(root), _input_files(root, FOLDERS, [])):
        with suppress(OSError):  # gone since the folder was listed
            status = one.path.lstat()
            found[one.path] = (status.st_mtime_ns, status.st_size)
    return found


def template_folders(root: Path) -> tuple[Path, ...]:
    """Return where templates and assets are looked for: the county's own folder, then ours."""
    own, ours = root / "templates", OURS / "templates"
    return (ours,) if own.resolve() == ours or not own.is_dir() else (own, ours)


def _input_files(
    root: Path, folders: Iterable[str], problems: list[Problem]
) -> Iterator[Ingredient]:
    for folder in folders:
        for one in walk(root, folder, problems):
            if not one.is_folder:
                yield Ingredient(root / one.on_disk, one.path)


def _program_files() -> list[Ingredient]:
    return _ours("fokusbericht", "*.py")


def _recipe_files(root: Path) -> Iterator[Ingredient]:
    yield from _shaping_files(root)
    yield from _template_files(root, "")


def _template_files(root: Path, below: str) -> Iterator[Ingredient]:
    for folder in template_folders(root):
        place = "program" if folder.parent == OURS else "county"
        for one in walk(folder.parent, folder.name, []):
            if not one.is_folder and one.path.startswith(f"{folder.name}/{below}"):
                yield Ingredient(folder.parent / one.on_disk, f"{place}:{one.path}")


def _shaping_files(root: Path) -> Iterator[Ingredient]:
    yield from _program_files()
    for pattern in ("*.conf", "*.json"):
        yield from _ours("fokusbericht", pattern)
    yield Ingredient(OURS / INSTALLED, INSTALLED)
    yield from (Ingredient(root / name, f"county:{name}") for name in ON_ALL_PAGES)


def version_of(library: str) -> str:
    """Return the version of an installed library; nothing of one that is not there."""
    name = f"{library.lower().replace('-', '_')}-"
    found = (one for one in installed().split() if one.lower().startswith(name))
    return next((one[len(name) :] for one in found), "")


@cache
def installed() -> str:
    """Return what Python libraries are installed, each with its version: "altair-5.5.0 …".

    That is what the folders of their metadata are called; nothing is read or imported.
    """
    found: set[str] = set()
    for folder in filter(Path.is_dir, map(Path, sys.path)):
        found.update(one.stem for one in folder.iterdir() if one.suffix == ".dist-info")
    return " ".join(sorted(found))


def _ours(folder: str, pattern: str) -> list[Ingredient]:
    found = sorted((OURS / folder).rglob(pattern))
    return [Ingredient(path, path.relative_to(OURS).as_posix()) for path in found]


def _mark_of(path: str) -> tuple[int, int, int, int] | None:
    """Return which file it is, when it was changed, by whatever means, and its size."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    last = max(status.st_ctime_ns, status.st_mtime_ns)
    return status.st_ino, last, status.st_mtime_ns, status.st_size


def _fingerprint(
    files: Iterable[Ingredient], said: str = "", print_of: Callable[[Path], str] | None = None
) -> str:
    tell = print_of or _digest
    digest = blake2b(f"{sys.version}{said}".encode(), digest_size=12)
    for one in files:
        digest.update(f"{one.name}:{tell(one.path)}:".encode())
    return digest.hexdigest()


def _digest(path: Path) -> str:
    """Return what a file holds in short; nothing of one that is gone or no plain file."""
    try:
        digest = blake2b(digest_size=12)
        with open_plain(path) as file:
            while part := file.read(1 << 20):
                digest.update(part)
        return digest.hexdigest()
    except OSError:
        return ""
