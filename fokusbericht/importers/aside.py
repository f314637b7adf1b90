"""Files of the county written whole: all of them, or none."""

from collections.abc import Mapping
from pathlib import Path


def write_all(root: Path, texts: Mapping[str, str]) -> None:
    """Write files by their path below the root; each is made aside before the first is moved."""
    moves = []
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.neu")
        aside.write_text(text, encoding="utf-8", newline="\n")
        moves.append((aside, path))
    for aside, path in moves:
        aside.replace(path)
