"""The Kreis Muster has all there can be: no kind of page, file or template goes untried."""

from collections import defaultdict
from itertools import chain, zip_longest
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.runtime import Macro
from support import REPOSITORY, SMALL, loaded

from fokusbericht.building.output import Output
from fokusbericht.exports import EXPORTS
from fokusbericht.model.figures import Ebene
from fokusbericht.model.report import Report
from fokusbericht.pages import PAGES
from fokusbericht.site import plan_site
from fokusbericht.statistics.secrecy import as_published

TEMPLATES = REPOSITORY / "templates"
# What says that something is made up or missing; in Muster all is invented, and nothing is missing.
UNFINISHED = {
    "components/blank.html",
    "components/example.html",
    "components/examples_fold.html",
    "components/luecke.html",
}


@pytest.mark.parametrize("name", [one.__name__ for one in (*PAGES, *EXPORTS)])
def test_every_kind_of_page_and_file_is_made(name: str, report: Report) -> None:
    (kind,) = [one for one in (*PAGES, *EXPORTS) if one.__name__ == name]
    assert next(iter(kind.plan(as_published(report))), None), name


def by_turns(outputs: list[Output]) -> list[Output]:
    """Return pages and books, those of different kinds before the second of any."""
    kinds: dict[object, list[Output]] = defaultdict(list)
    for one in outputs:
        if one.path.endswith((".html", ".xml", ".epub")):
            kinds[one.path.partition("/")[0], one.path.count("/")].append(one)
    return [one for one in chain(*zip_longest(*kinds.values())) if one]


def made(report: Report, unused: set[str]) -> None:
    """Make the pages of a report until no template is unused."""
    outputs, problems = plan_site(report)
    assert problems == []
    for output in by_turns(outputs):
        if not unused:
            return
        output.make()


def test_every_template_is_used(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in TEMPLATES.rglob("*")
        if path.suffix in (".html", ".xml")
    }
    components = {name for name, text in texts.items() if f"{{% macro {Path(name).stem}(" in text}
    unused, load, invoke = set(texts), Environment.get_template, Macro._invoke

    def loaded_too(self: Environment, name: str, *more: object) -> object:
        # What is to be called is used only when it is.
        unused.discard("" if name in components else name)
        return load(self, name, *more)  # type: ignore[arg-type]

    def invoked(self: Macro, *arguments: object) -> str:
        unused.discard(self._func.__code__.co_filename.rpartition("/templates/")[2])
        return invoke(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Environment, "get_template", loaded_too)
    monkeypatch.setattr(Macro, "_invoke", invoked)
    made(report, unused)
    assert unused == UNFINISHED
    made(loaded(SMALL)[0], unused)
    assert unused == set()


def test_every_figure_has_words_of_its_own(report: Report) -> None:
    figures = report.indikatoren.values()
    assert [str(one.key) for one in figures if not (one.wortlaut and one.wortlaut.satz)] == []
    headed = [one for one in figures if one.wortlaut and one.wortlaut.mehr]
    assert headed == [one for one in figures if one.ebene is not Ebene.KREIS]
