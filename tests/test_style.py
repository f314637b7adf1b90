"""The code keeps its style and its types, and each name of a type has one meaning."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import REPOSITORY


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
    ],
    ids=" ".join,
)
def test_clean(command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


# What is said by more than one module because it is one idea, and why it is not imported.
ONE_IDEA = {
    "Block": "what a document is made of: as it is read (text/prose), as Word takes it",
    "Heading": "the same",
    "Item": "the same",
    "Listing": "the same",
    "Paragraph": "the same",
    "Table": "the same",
    "AreaYear": "disclosure control knows no report",
    "CellKey": "the audit takes nothing from the room that reads the archive",
}


def types_of(path: Path) -> Iterator[str]:
    """Yield the classes of a module and its aliases of types, be they its own alone."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if is_type(name, value):
                yield name


def is_type(name: str, value: ast.expr) -> bool:
    """Say whether what is assigned is an alias of a type: Ring = tuple[Point, ...]."""
    is_variable = isinstance(value, ast.Call)  # T = TypeVar("T")
    return re.fullmatch(r"_?[A-Z][a-z]\w*", name) is not None and not is_variable


def shared_names(package: Path) -> dict[str, list[str]]:
    """Return the names of types that several modules give, each with these modules."""
    found: dict[str, list[str]] = {}
    for path in sorted(package.rglob("*.py")):
        for name in types_of(path):
            found.setdefault(name.lstrip("_"), []).append(path.relative_to(package).as_posix())
    return {name: paths for name, paths in found.items() if len(paths) > 1}


def test_one_word_has_one_meaning() -> None:
    shared = shared_names(REPOSITORY / "fokusbericht")
    assert {name: paths for name, paths in shared.items() if name not in ONE_IDEA} == {}
    assert ONE_IDEA.keys() <= shared.keys()  # what nobody shares any more is struck from the list


def test_a_word_with_two_meanings_is_found(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("class Box:\n    pass\n\n\nBounds = tuple[float, float]\n")
    (tmp_path / "two.py").write_text("Box = tuple[int, int]\nDated = TypeVar('Dated')\nEDGE = 1\n")
    (tmp_path / "six.py").write_text(
        "class _Bounds:\n    pass\n\n\nEDGE = 2\nDated = TypeVar('D')\n"
    )
    assert shared_names(tmp_path) == {"Bounds": ["one.py", "six.py"], "Box": ["one.py", "two.py"]}


NAMED = re.compile(r"([A-Z]\w+)\]?(?: \| None)?\s+\(([a-z_/]+\.py)\)")


def test_templates_tell_where_the_shapes_are_that_they_take() -> None:
    package, named = REPOSITORY / "fokusbericht", []
    for path in sorted((REPOSITORY / "templates").rglob("*.html")):
        head = path.read_text(encoding="utf-8").partition("#}")[0]
        named += [(path.name, *found) for found in NAMED.findall(head)]
    assert len(named) > 40
    assert [one for one in named if one[1] not in types_of(package / one[2])] == []
