"""Imports run one way: a room imports only rooms below it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from support import REPOSITORY

PACKAGE = REPOSITORY / "fokusbericht"

# From the ground up; rooms on one line must not import one another.
FLOORS = (
    (
        *("problems", "addresses", "language", "processes", "converter", "headers", "bom"),
        "characters",
        *("pictures", "vector", "films", "captions"),
    ),
    ("model", "files"),
    ("numbers",),
    ("sources", "output", "names"),
    ("prose",),
    ("references", "statistics"),
    ("formats",),
    ("load",),
    ("checks", "proposal"),
    ("urls",),
    ("recipe", "write"),
    ("assets", "preview", "sandbox"),
    ("template_faults",),
    ("render",),
    ("charts",),
    ("maps",),
    ("exports",),
    ("pages",),
    ("site",),
    ("audit",),
    ("importers",),
    ("cli",),
)
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def room_of(path: Path) -> str:
    """Return the room a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and room of each import from our own package, also of those inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "fokusbericht" and len(parts) > 1:
                yield node.lineno, parts[1]


def test_every_room_has_its_floor() -> None:
    rooms = {room_of(path) for path in PACKAGE.rglob("*.py")} - {"__init__"}
    assert rooms == set(FLOOR_OF)


def test_rooms_import_only_lower_rooms() -> None:
    wrong = [
        f"{path.relative_to(REPOSITORY)}:{line} imports {room}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if room_of(path) != "__init__"
        for line, room in imported_rooms(path)
        if room != room_of(path) and FLOOR_OF[room] >= FLOOR_OF[room_of(path)]
    ]
    assert wrong == []


def test_only_write_touches_the_disk_and_only_cli_prints() -> None:
    writing = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "rmtree", "copy2"}
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in writing and room_of(path) not in ("write", "importers"):
                wrong.append(f"{path.name}:{node.lineno} {name}")
            if name == "print" and room_of(path) != "cli":
                wrong.append(f"{path.name}:{node.lineno} print")
    assert wrong == []
