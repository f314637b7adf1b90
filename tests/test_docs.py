"""Docs cannot rot: what the program asks for, tells and offers stands in them, and nothing else."""

import ast
import inspect
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from handbook import (
    OPERATIONS,
    README,
    TICKED,
    examples,
    rows,
    rules_of,
    section,
    sections,
    telling_modules,
    ticked,
)
from support import HERE, MUSTER, REPOSITORY, loaded

from fokusbericht import cli
from fokusbericht.cli import arguments, telling
from fokusbericht.load.fields import Fields
from fokusbericht.load.figures import HEADS
from fokusbericht.model.base import Kind
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.pages import LISTS, PAGES
from fokusbericht.site import plan_site
from fokusbericht.text.references import FIGURE_EMBEDS, PICTURE_EMBED, TEXT_EMBEDS

# --- Reading Markdown ---------------------------------------------------------------------------


# --- The keys that fokusbericht/load asks for ---------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """A key that a function asks for."""

    key: str
    required: bool
    choices: type[Enum] | None = None


# Every method of Fields whose first parameter is the name of a key, but for two that only look.
GETTERS = {
    name: method
    for name, method in inspect.getmembers(Fields, inspect.isfunction)
    if [*inspect.signature(method).parameters][1:2] == ["name"]
    and name not in ("has", "place_of")
    and not name.startswith("_")
}


@dataclass(frozen=True, slots=True)
class Function:
    """A function or method of fokusbericht/load."""

    module: str
    name: str
    node: ast.FunctionDef


@cache
def functions() -> tuple[Function, ...]:
    """Return all functions and methods of fokusbericht/load, but for the getters."""
    found = []
    for path in sorted((REPOSITORY / "fokusbericht" / "load").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        nodes = tree.body if path.name == "fields.py" else ast.walk(tree)
        defined = [node for node in nodes if isinstance(node, ast.FunctionDef)]
        found += [Function(path.stem, node.name, node) for node in defined]
    return tuple(found)


def named(name: str, module: str = "") -> list[Function]:
    """Return the functions of a name: those of the module itself, else all."""
    all_of_name = [one for one in functions() if one.name == name]
    return [one for one in all_of_name if one.module == module] or all_of_name


def calls(function: Function) -> Iterator[tuple[str, ast.Call]]:
    """Yield all calls in a function, each with the name of what is called."""
    for node in ast.walk(function.node):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            later = node.args[0] if name == "partial" else None
            yield later.id if isinstance(later, ast.Name) else name, node


def is_getter(call: ast.Call) -> bool:
    """Say whether a call asks a table for a key."""
    return isinstance(call.func, ast.Attribute) and call.func.attr in GETTERS


def asked_in(function: Function) -> Iterator[Asked]:
    """Yield what a function asks for, itself or by handing a key to a helper such as `_menu`."""
    for called, call in calls(function):
        if is_getter(call):
            key = _literal(call.args[0]) if call.args else _default_key(called)
            if key:
                yield Asked(key, _is_required(called, call), _choices(function, call))
            continue
        for helper in named(called, function.module):
            for position, required in _handed_on(helper):
                if key := _literal(call.args[position]):
                    yield Asked(key, required)


def _handed_on(function: Function) -> Iterator[tuple[int, bool]]:
    """Yield the positions of the parameters that a function asks for as keys."""
    parameters = [argument.arg for argument in function.node.args.args]
    for called, call in calls(function):
        first = call.args[0] if is_getter(call) and call.args else None
        # Methods are left out: `self.number(row, 2)` of a table of figures is no getter.
        if isinstance(first, ast.Name) and first.id in parameters and "self" not in parameters:
            yield parameters.index(first.id), _is_required(called, call)


def _literal(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _default_key(getter: str) -> str:
    return str(inspect.signature(GETTERS[getter]).parameters["name"].default)


def _is_required(getter: str, call: ast.Call) -> bool:
    """Say whether a getter, or this call of it, insists on its key."""
    said = {keyword.arg: keyword.value for keyword in call.keywords}.get("required")
    if isinstance(said, ast.Constant):
        return bool(said.value)
    return "required=True" in inspect.getsource(GETTERS[getter])


def _choices(function: Function, call: ast.Call) -> type[Enum] | None:
    if getattr(call.func, "attr", "") not in ("choice", "optional_choice"):
        return None
    assert isinstance(call.args[1], ast.Name)
    module = import_module(f"fokusbericht.load.{function.module}")
    found: type[Enum] = getattr(module, call.args[1].id)
    return found


@cache
def headings() -> Mapping[str, str]:
    """Return for each function that reads a kind of file what the heading of its section holds."""
    kinds = {
        call.args[2].attr: f"`content/{_literal(call.args[0])}/`"
        for called, call in calls(named("read", "__init__")[0])
        if called == "read" and isinstance(call.args[2], ast.Attribute)
    }
    return kinds | {
        "common": "Der Kopf jeder",
        "life": "Was verfolgt wird",
        "auswahl": "Eine Ausgabe als Kurzbericht",
        "read_quelle": "Quellen",
        "read_berichtigung": "Berichtigungen",
        "load_kreis": "`content/kreis.yml`",
        "load_pictures": "`content/bilder/`",
        "load_labels": "`content/themen.yml`",
        "load_groups": "`content/zahlengruppen.yml`",
        "load_querschnitt": "`content/querschnittsthemen.yml`",
        "load_glossary": "`content/glossar.yml`",
        "load_synonyms": "`content/synonyme.yml`",
        "load_indicators": "`indicators/<thema>/<name>.yml`",
        "load_geography": "`geo/raeume.yml`",
    }


def reached(root: str) -> set[Function]:
    """Return the functions that read one kind of file: `root` and its helpers."""
    found: set[Function] = set()
    todo = named(root)
    while todo:
        function = todo.pop()
        found.add(function)
        helpers = [
            helper
            for called, call in calls(function)
            if not is_getter(call) and called not in headings()
            for helper in named(called, function.module)
        ]
        todo += [helper for helper in helpers if helper not in found]
    return found


def asked(root: str) -> set[Asked]:
    """Return all that is asked of one kind of file."""
    return {one for function in reached(root) for one in asked_in(function)}


ROOTS = sorted(headings())
PARTS = {"auswahl", "common", "life", "read_quelle", "read_berichtigung"}  # of files, and no files
CHOOSING = [root for root in ROOTS if any(one.choices for one in asked(root))]


def test_every_function_that_asks_belongs_to_a_section() -> None:
    asking = {function.name for function in functions() if any(asked_in(function))}
    covered = {function.name for root in ROOTS for function in reached(root)}
    assert asking - covered == set()
    assert {"empfehlung", "_klassen", "load_kreis"} <= asking  # else the wrong things were read


@pytest.mark.parametrize("root", ROOTS)
def test_handbook_names_exactly_the_keys(root: str) -> None:
    told = {key for key, _ in rows(section(headings()[root]), "Schlüssel")}
    assert told == {one.key for one in asked(root)}


@pytest.mark.parametrize("root", ROOTS)
def test_handbook_says_which_keys_must_be_there(root: str) -> None:
    told = set(rows(section(headings()[root]), "Schlüssel"))
    known = {(one.key, "ja" if one.required else "nein") for one in asked(root)}
    assert told - known == set()


@pytest.mark.parametrize("root", CHOOSING)
def test_handbook_names_every_choice(root: str) -> None:
    values = {str(value.value) for one in asked(root) for value in one.choices or ()}
    assert values - ticked(section(headings()[root])) == set()


def test_handbook_names_heads_and_marks_of_tables() -> None:
    lines = section("`indicators/<thema>/<name>.csv`")
    assert {";".join(head) for head in HEADS} - ticked(lines) == set()
    assert {mark for mark, _ in rows(lines, "Zeichen")} == {grund.value for grund in Fehlgrund}


def test_handbook_names_every_kind_of_link_and_embed() -> None:
    links = re.findall(r"\[\[([a-z]+):", "\n".join(section("Links auf Seiten")))
    # A commentary has no page of its own.
    assert set(links) == {kind.value for kind in Kind if kind is not Kind.KOMMENTAR}
    embeds = [word for word, _ in rows(section("Einbettungen"), "Einbettung")]
    names = [word.strip("{ ").partition(":")[0] for word in embeds]
    assert names == [*FIGURE_EMBEDS, PICTURE_EMBED, *TEXT_EMBEDS]


# --- Examples -----------------------------------------------------------------------------------


@pytest.mark.parametrize("root", sorted({*ROOTS} - PARTS))
def test_every_kind_of_file_has_an_example(root: str) -> None:
    lines = section(headings()[root])
    announced = [line for line in lines if line.startswith("Beispiel `")]
    assert announced
    assert {TICKED.findall(line)[0] for line in announced} <= set(examples())


def test_examples_of_the_handbook_are_a_county(tmp_path: Path) -> None:
    for name, text in examples().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    report, problems = loaded(tmp_path)
    assert problems == []
    assert plan_site(report)[1] == []


def block(title: str) -> str:
    """Return the first fenced block under a heading of the README."""
    text = README.read_text(encoding="utf-8")
    found = re.search(rf"^## {title}\n.*?^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found, f"no block under „{title}“"
    return found[1]


def test_recommendation_of_the_readme_fits_the_kreis_muster(tmp_path: Path) -> None:
    shutil.copytree(MUSTER, tmp_path, dirs_exist_ok=True)
    text = block("How to add a recommendation")
    jahr = re.findall(r"^jahr: (\d{4})$", text, re.MULTILINE)[0]
    name = f"content/handlungsempfehlungen/{jahr}-99-readme.md"
    (tmp_path / name).write_text(text, encoding="utf-8")
    report, problems = loaded(tmp_path)
    assert [str(problem) for problem in problems if problem.place.path == name] == []
    assert f"titel: {report.empfehlungen[f'{jahr}-99'].titel}\n" in text


def test_table_of_the_readme_has_a_head_and_a_kommune() -> None:
    head, *lines = block("How to add an indicator").splitlines()
    assert tuple(head.split(";")) in HEADS
    kommunen = (MUSTER / "geo" / "raeume.yml").read_text(encoding="utf-8")
    assert lines and all(f'ags: "{line.partition(";")[0]}"' in kommunen for line in lines)


# --- Rules --------------------------------------------------------------------------------------


def test_handbook_lists_exactly_the_rules() -> None:
    known = {rule for module in telling_modules() for rule in rules_of(module)}
    told = [rule for rule, _ in rows(section("8 Meldungen"), "Regel")]
    assert told == sorted(known)


def test_no_rule_of_the_problem_cases_is_overlooked() -> None:
    known = {rule for module in telling_modules() for rule in rules_of(module)}
    text = "".join(path.read_text() for path in (HERE / "problems").glob("*/expected.txt"))
    seen = set(re.findall(r"\(([a-z-]+)\)$", text, re.MULTILINE))
    assert len(seen) > 15
    assert seen - known == set()


# --- Commands, pages, headers -------------------------------------------------------------------


def switches() -> set[str]:
    """Return all switches of the command."""
    tree = ast.parse(inspect.getsource(arguments))
    added = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "add_argument"
    ]
    words = {_literal(argument) for call in added for argument in call.args}
    return {word for word in words if word.startswith("-")}


def names_in(path: Path, words: set[str]) -> set[str]:
    """Return those words that stand in a file as words of their own."""
    text = path.read_text(encoding="utf-8")
    return {word for word in words if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)}


def test_readme_names_every_command_and_switch() -> None:
    # What happens without a command needs no name, and help explains itself.
    words = {*cli.COMMANDS, *switches()} - {"bauen", "-h", "--help"}
    assert len(words) == 21
    assert words - names_in(README, words) == set()


def test_operations_name_every_command_switch_and_format() -> None:
    words = {*cli.COMMANDS, *switches()}
    assert words - {word.split()[0] for word in _offered()} == set()
    assert "--format text\\|github\\|json" in _offered()
    assert telling.FORMATS == ("text", "github", "json")


def _offered() -> set[str]:
    lines = sections(OPERATIONS)["Die Befehle"]
    calls_of = {word.removeprefix("python build.py ") for word, _ in rows(lines, "Aufruf")}
    return calls_of | {word for word, _ in rows(lines, "Schalter")}


@pytest.mark.parametrize("name", [one.__name__ for one in (*PAGES, *LISTS)])
def test_every_kind_of_page_says_where_it_lives(name: str) -> None:
    address, _, meaning = (import_module(name).__doc__ or "").partition(":")
    assert address.startswith("/") and meaning.strip()
