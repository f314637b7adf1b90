"""Edits by chance, as editors make them: a value, a sentence, a name, a file that is gone."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from fuzz.fresh import edits

EDITED = ("content", "indicators", "geo")
WRITTEN = (".md", ".yml", ".csv", ".geojson", ".svg", ".vtt")  # a film is not edited by hand


def texts(root: Path) -> dict[str, str]:
    """Return all files that editors write, by path."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for folder in EDITED
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in WRITTEN
    }


def changed(chance: Random, root: Path) -> Callable[[], None]:
    """Change a value, a sentence, a name, or take a file away; return how to undo it."""
    found = texts(root)
    path = chance.choice(sorted(found))
    file, before = root / path, found[path]
    way = chance.randrange(10)
    if way == 0:
        file.unlink()
    elif way == 1:
        other = file.with_name(f"{file.stem}-neu{file.suffix}")
        file.rename(other)
        return lambda: write(other.rename(file), before)
    elif way < 5 and path.endswith(".md"):
        write(file, f"{before}\nEin Satz mehr, der {chance.randrange(99)}. seiner Art.\n")
    else:
        write(file, chance.choice([one.content for one in edits({path: before})] or [before]))
    return lambda: write(file, before)


def write(file: Path, text: str) -> None:
    """Write a file as an editor saves it."""
    file.write_text(text, encoding="utf-8")
