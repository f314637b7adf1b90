"""Tests keep apart: what is said of the county's own content stands in tests/kreis/ alone.

So an editor's correction turns no test of the program red, and no test leans on another.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from support import HERE

READING = re.compile(
    r"load(ed|_report)\(REPOSITORY\b|\breal_(site|report)\b"
    r"|REPOSITORY / (folder|\"(content|geo|indicators)\b)"
)
# Where the fixtures are made and named that only tests in tests/kreis/ take.
NAMED_IN = {"conftest.py", "choosing.py"}


def modules() -> Iterator[tuple[str, Path]]:
    """Yield all modules below tests/, but for the benches."""
    for path in sorted(HERE.rglob("*.py")):
        name = path.relative_to(HERE).as_posix()
        if not name.startswith("bench/"):
            yield name, path


def test_only_tests_of_the_county_read_its_own_folders() -> None:
    reading = {name for name, path in modules() if READING.search(path.read_text(encoding="utf-8"))}
    assert {name for name in reading if not name.startswith("kreis/")} == NAMED_IN


def test_no_test_takes_anything_from_another() -> None:
    taken = [
        f"{name}:{node.lineno} {node.module}"
        for name, path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").rpartition(".")[2][:5] == "test_"
    ]
    assert taken == []
