"""Imports run one way: a room imports only rooms below it."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from support import REPOSITORY

PACKAGE = REPOSITORY / "fokusbericht"

# From the ground up; rooms on one line must not import one another. A part of a room may have a
# floor of its own: `text.prose` lies higher than the rest of `text`, and the doors of `pages` are
# floors as well. In `figures` one drawing or table lies below the profile of a place, that below
# what is put together from profiles, and pairs of figures on top.
FLOORS = (
    ("problems", "later", "text"),
    ("media",),
    ("model",),
    ("sources",),
    ("urls", "text.prose", "text.formatting"),
    ("text.glossary",),
    ("text.references", "statistics"),
    ("load",),
    ("checks",),
    ("views",),
    ("building",),
    ("charts",),
    ("maps",),
    ("cards", "words"),
    ("exports.table", "exports.office"),
    ("exports.word", "exports.workbook"),
    ("figures.grouping",),
    ("figures.change", "figures.charts", "figures.drawings", "figures.key_figures"),
    ("figures.photographs", "figures.pictures", "figures.ranking", "figures.tables"),
    ("figures.table_of_map", "figures.course", "figures.embeds", "figures.pair_pictures"),
    ("figures.profile",),
    ("figures.files", "figures.headlines", "figures.population"),
    ("figures.cards",),
    ("figures.similar",),
    ("figures.peers",),
    ("figures.differing",),
    ("figures.different", "figures.standouts"),
    ("figures.areas", "figures.profile_files"),
    ("figures.pair_files", "figures.pair_tables"),
    ("figures",),
    ("editions",),
    ("exports",),
    ("pages.frame",),
    ("pages.empfehlungen",),
    ("pages.planung",),
    ("pages.sozialbericht",),
    ("pages.orte",),
    ("pages.start", "pages.texte"),
    ("pages",),
    ("hefte", "search"),
    ("site",),
    ("audit",),
    ("importers",),
    ("editing",),
    ("cli",),
)
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def room_of(module: str) -> str:
    """Return the room of a module: the longest of its names that has a floor, else its first."""
    parts = module.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in names if name in FLOOR_OF), parts[0])


def module_of(path: Path) -> str:
    """Return a file as it is imported, without the name of the package: "text.prose.marks"."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return all that stands in a file."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imported_rooms(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and room of each import from our own package, also of those inside functions."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            package, _, module = name.partition(".")
            if package == "fokusbericht" and module:
                yield node.lineno, room_of(module)


def modules() -> Iterator[tuple[Path, str]]:
    """Yield all files of the package, each with its module."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path != PACKAGE / "__init__.py":
            yield path, module_of(path)


def test_every_room_has_its_floor() -> None:
    assert {room_of(module) for _, module in modules()} == set(FLOOR_OF)


def test_rooms_import_only_lower_rooms() -> None:
    wrong = [
        f"{path.relative_to(REPOSITORY)}:{line} imports {room}"
        for path, module in modules()
        for line, room in imported_rooms(path)
        if room != room_of(module) and FLOOR_OF[room] >= FLOOR_OF[room_of(module)]
    ]
    assert wrong == []


def test_no_modules_import_one_another() -> None:
    known = {module for _, module in modules()}
    ties = {module: {one for one in _imported(path) if one in known} for path, module in modules()}
    TopologicalSorter(ties).prepare()  # raises CycleError, which names them


def _imported(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, also for its types alone."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and node.module:
            package = node.module.removeprefix("fokusbericht").lstrip(".")
            for alias in node.names:
                name = f"{package}.{alias.name}".lstrip(".")
                is_module = (PACKAGE / name.replace(".", "/")).with_suffix(".py").is_file()
                is_package = (PACKAGE / name.replace(".", "/")).is_dir()
                yield name if is_module or is_package else package


def test_only_write_touches_the_disk_and_only_cli_prints() -> None:
    writing = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "rmtree", "copy2"}
    writers = ("building.write", "importers", "editing")
    wrong = []
    for path, module in modules():
        for node in nodes(path):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in writing and not module.startswith(writers):
                wrong.append(f"{path.name}:{node.lineno} {name}")
            if name == "print" and room_of(module) != "cli":
                wrong.append(f"{path.name}:{node.lineno} print")
    assert wrong == []
