"""The docs, read by heading, table and example, and the rules the program tells problems by."""

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from support import REPOSITORY

from fokusbericht.load.fields import Fields

HANDBOOK = REPOSITORY / "docs" / "redaktion.md"
OPERATIONS = REPOSITORY / "docs" / "betrieb.md"
ARCHITECTURE = REPOSITORY / "docs" / "architektur.md"
README = REPOSITORY / "README.md"
EXAMPLE = re.compile(r"^Beispiel `([^`]+)`:\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BY_HAND = ("fokusbericht.importers", "fokusbericht.editing")
TICKED = re.compile(r"`([^`]+)`")


def sections(path: Path) -> Mapping[str, list[str]]:
    """Return the lines under each heading; what is fenced off is left out."""
    found: dict[str, list[str]] = {"": []}
    heading, fenced = "", False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif not fenced and line.startswith("#"):
            heading = line.lstrip("# ")
            assert heading not in found, f"{path.name} has two headings „{heading}“"
            found[heading] = []
        elif not fenced:
            found[heading].append(line)
    return found


def section(name: str) -> list[str]:
    """Return the lines of the one section of the handbook whose heading holds a name."""
    fitting = [lines for heading, lines in sections(HANDBOOK).items() if name in heading]
    assert len(fitting) == 1, f"{len(fitting)} headings hold „{name}“"
    return fitting[0]


def rows(lines: list[str], head: str) -> Iterator[tuple[str, str]]:
    """Yield each ticked word of the first column with the second, of tables headed by a word."""
    inside = False
    for line in lines:
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if not cells:
            inside = False
        elif cells[0] == head:
            inside = True
        elif inside:
            yield from ((word, cells[1]) for word in TICKED.findall(cells[0]))


def ticked(lines: list[str]) -> set[str]:
    """Return all that stands in backticks."""
    return set(TICKED.findall("\n".join(lines)))


def examples() -> dict[str, str]:
    """Return the example files of the handbook by path."""
    return dict(EXAMPLE.findall(HANDBOOK.read_text(encoding="utf-8")))


def telling_modules() -> list[str]:
    """Return the modules whose problems editors and CI may see, by their dotted name."""
    paths = (REPOSITORY / "fokusbericht").rglob("*.py")
    names = (path.relative_to(REPOSITORY).with_suffix("").as_posix() for path in paths)
    dotted = (name.replace("/", ".").removesuffix(".__init__") for name in names)
    # What is run by hand reports to whoever runs it.
    return sorted(name for name in dotted if not name.startswith(BY_HAND))


@cache
def rules_of(dotted: str) -> frozenset[str]:
    """Return the rules that a module tells problems by: third of `Problem`, `rule` of `note`."""
    return frozenset(_rules_of(dotted))


def _rules_of(dotted: str) -> Iterator[str]:
    module = import_module(dotted)
    tree = ast.parse(inspect.getsource(module))
    owners: list[ast.Module | ast.ClassDef] = [tree]
    owners += [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for owner in owners:
        own = getattr(getattr(module, getattr(owner, "name", ""), None), "note", Fields.note)
        for function in owner.body:
            if isinstance(function, ast.FunctionDef):
                yield from _rules_in(function, own, vars(module))


def _rules_in(
    function: ast.FunctionDef, own_note: object, names: Mapping[str, object]
) -> Iterator[str]:
    """Yield the rules given in a function; a rule that it was itself given is its caller's."""
    handed_on = {argument.arg for argument in function.args.args}
    for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
        rule = _rule_of(call, own_note)
        if isinstance(rule, ast.Name) and rule.id in handed_on:
            continue
        found = names[rule.id] if isinstance(rule, ast.Name) else getattr(rule, "value", rule)
        assert found is None or isinstance(found, str), ast.dump(call)
        if found:
            yield found


def _rule_of(call: ast.Call, own_note: object) -> ast.expr | str | None:
    """Return what a call gives as rule, the default if it gives none, None if it has no rule."""
    if getattr(call.func, "id", "") == "Problem":
        return call.args[2]
    if not isinstance(call.func, ast.Attribute) or call.func.attr != "note":
        return None
    is_own = isinstance(call.func.value, ast.Name) and call.func.value.id == "self"
    note = own_note if is_own else Fields.note
    assert callable(note)
    parameters = inspect.signature(note).parameters
    if "rule" not in parameters:
        return None
    position = [*parameters].index("rule") - 1
    return call.args[position] if position < len(call.args) else parameters["rule"].default
