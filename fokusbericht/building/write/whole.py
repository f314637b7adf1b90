"""Files written whole or not at all, never through a link."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from fokusbericht.building.write.faults import Unwritable

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL  # an exclusive file follows no link


def write_file(path: Path, content: bytes, mode: int | None = None) -> None:
    """Write one file and the folders above it."""
    _write_all({path: content}, mode)


def write_below(root: Path, texts: Mapping[str, str]) -> None:
    """Write files of a county by their path below its root: all of them, or none.

    Raises Unwritable where a link would lead elsewhere.
    """
    write_files_below(root, {name: text.encode() for name, text in texts.items()})


def write_files_below(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files of a county that are no texts, in the same way."""
    for name in files:
        _refuse_links(root, root / name)
    _write_all({root / name: data for name, data in files.items()}, None)


def write_new(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Write a file where there is none; an error names it."""
    try:
        with os.fdopen(os.open(path, NEW, mode), "wb") as file:
            file.write(content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _write_all(files: Mapping[Path, bytes], mode: int | None) -> None:
    """Make each file aside before the first is moved; leave nothing aside, whatever happens."""
    asides: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            aside = path.with_name(f".{path.name}.neu")
            aside.unlink(missing_ok=True)  # a killed one has left it
            asides[path] = aside
            write_new(aside, content, _mode_of(path) if mode is None else mode)
        for path, aside in asides.items():
            aside.replace(path)
    finally:
        for aside in asides.values():
            with suppress(OSError):
                aside.unlink(missing_ok=True)


def _mode_of(path: Path) -> int:
    try:
        return stat.S_IMODE(path.lstat().st_mode) if path.is_file() else 0o666
    except OSError:
        return 0o666


def _refuse_links(root: Path, path: Path) -> None:
    above = [one for one in path.parents if one.is_relative_to(root) and one != root]
    for one in (*reversed(above), path):
        if one.is_symlink():
            sentence = (
                f"{one} ist ein Link auf {one.readlink()}. Das Programm schreibt nicht durch "
                "Links. Bitte dort eine Datei oder einen Ordner anlegen."
            )
            raise Unwritable(sentence)
        if one == path and one.exists() and not one.is_file():
            raise Unwritable(f"{one} ist keine Datei. Bitte wegräumen.")
