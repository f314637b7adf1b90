"""What a build is made of, as two fingerprints: the program, and the county's files."""

import platform
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from itertools import chain
from pathlib import Path

OURS = Path(__file__).resolve().parent.parent
# Menus, colours and the notice are on every page, the shapes of the Kommunen on most.
ON_ALL_PAGES = ("content/kreis.yml", "geo/raeume.yml", "geo/kommunen.geojson")
FIGURES = ("indicators", "geo", "archiv")
FOLDERS = ("content", "indicators", "geo", "archiv")


def recipe_of(root: Path) -> str:
    """Return the fingerprint of all that shapes pages and is no ingredient of one.

    These are the program, its templates and libraries, and the files that are on all pages. When
    it changes, all is made anew.
    """
    return _fingerprint(_recipe_files(root))


def inputs_of(root: Path, tag: date | None = None) -> str:
    """Return the fingerprint of all files an editor writes, and of the day that is asked for."""
    return _fingerprint(_input_files(root), _day(tag))


def figures_of(root: Path, tag: date | None = None) -> str:
    """Return the fingerprint of all that decides which figures are hidden: them and the program.

    The day decides which of them are under embargo.
    """
    figures = (path for path in _input_files(root) if path.relative_to(root).parts[0] in FIGURES)
    return _fingerprint((*_program_files(), root / ON_ALL_PAGES[0], *figures), _day(tag))


def program() -> str:
    """Return the fingerprint of the program alone, without templates and libraries."""
    return _fingerprint(_program_files())


def traces_of(root: Path) -> Mapping[Path, tuple[int, int]]:
    """Return when each file that a build reads was changed (in ns), and its size.

    Far cheaper than the fingerprints, but blind where neither has changed.
    """
    found = {}
    for path in chain(_recipe_files(root), _input_files(root)):
        with suppress(FileNotFoundError):  # gone since the folder was listed
            status = path.stat()
            found[path] = (status.st_mtime_ns, status.st_size)
    return found


def template_folders(root: Path) -> tuple[Path, ...]:
    """Return where templates and assets are looked for: the county's own folder, then ours."""
    own, ours = root / "templates", OURS / "templates"
    return (ours,) if own.resolve() == ours or not own.is_dir() else (own, ours)


def _input_files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted(path for path in (root / folder).rglob("*") if path.is_file())


def _program_files() -> list[Path]:
    return sorted((OURS / "fokusbericht").rglob("*.py"))


def _recipe_files(root: Path) -> Iterator[Path]:
    yield from _program_files()
    yield from sorted((OURS / "fokusbericht").rglob("*.conf"))
    for folder in template_folders(root):
        yield from sorted(path for path in folder.rglob("*.*") if path.is_file())
    for path in (OURS / "constraints.txt", OURS / "package-lock.json"):
        if path.is_file():
            yield path
    yield from (root / name for name in ON_ALL_PAGES if (root / name).is_file())


def _day(tag: date | None) -> str:
    return tag.isoformat() if tag else ""


def _fingerprint(paths: Iterable[Path], said: str = "") -> str:
    digest = blake2b(f"{platform.python_version()}{said}".encode(), digest_size=12)
    for path in paths:
        content = path.read_bytes()
        # The length keeps the end of one file from being read as the start of the next.
        digest.update(f"{path}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()
