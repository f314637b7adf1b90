"""What the handbook says about secrecy is so: its example, and all that editors may be told."""

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

from handbook import examples, rules_of, section, telling_modules
from support import loaded

from fokusbericht.checks import find_hints
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import levels_of
from fokusbericht.statistics.secrecy import hidden_places


def cells_of(heading: str, head: str) -> Iterator[list[str]]:
    """Yield the rows of the table under a heading of the handbook, its first cell being `head`."""
    inside = False
    for line in section(heading):
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if inside and cells and set(cells[0]) != {"-"}:
            yield cells
        inside = bool(cells) and (inside or cells[0] == head)


# --- The example --------------------------------------------------------------------------------


def muster(folder: Path) -> Report:
    """Return the county that the examples of the handbook make up."""
    for name, text in examples().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    report, problems = loaded(folder)
    assert problems == []
    return report


def printed(report: Report, name: str, area: str) -> str:
    """Return a figure of 2024 as a reader sees it."""
    figure = levels_of(report)[name][area][2024]
    if figure.value is None:
        return "geheim" if figure.missing is Fehlgrund.GEHEIM else "–"
    digits = report.indikatoren[name].dezimalstellen
    return f"{figure.value:.{digits}f}".replace(".", ",")


def test_example_of_the_handbook_hides_what_it_says(tmp_path: Path) -> None:
    report = muster(tmp_path)
    assert list(find_hints(report)) == []
    areas = (*report.geografie.kommunen, report.geografie.schluessel)
    told = {cells[0].strip("`"): cells[1:5] for cells in cells_of("Ein Beispiel", "Indikator")}
    shown = {
        name: [printed(report, name, area) for area in areas]
        for name in hidden_places(report)
        if name != "wohngeld"
    }
    assert told == shown


# --- What editors are told ----------------------------------------------------------------------


def told_about(rule: str) -> set[str]:
    """Return all that modules can tell by a rule; … stands for names, docstrings are left out."""
    modules = [module for module in telling_modules() if rule in rules_of(module)]
    return {text for module in modules for text in _texts_in(import_module(module))}


def _texts_in(module: ModuleType) -> Iterator[str]:
    tree = ast.parse(inspect.getsource(module))
    pieces = {id(part) for node in ast.walk(tree) for part in getattr(node, "values", ())}
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in pieces | docs:
            parts = node.values if isinstance(node, ast.JoinedStr) else [node]
            yield "".join(map(_text, parts))


def _text(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "…"


def is_sentence(text: str) -> bool:
    """Say whether a text is told as it stands; what begins with a space goes on from another."""
    return len(text) > 30 and text.rstrip("…").endswith(".") and not text.startswith(" ")


def test_handbook_lists_every_message_about_secrecy() -> None:
    table = cells_of("Was das Programm dazu sagt", "Meldung")
    messages = [cells[0].removeprefix("Hinweis: ").rstrip(".") for cells in table]
    forms = [re.compile(re.escape(one).replace("…", ".+")) for one in messages]
    told = told_about("geheimhaltung")
    sentences = {one for one in told if is_sentence(one)}
    assert len(sentences) > 15
    assert {one for one in sentences if not any(form.match(one) for form in forms)} == set()
    cores = [max(one.split("…"), key=len).strip() for one in messages]
    assert [core for core in cores if not any(core in one for one in told)] == []
