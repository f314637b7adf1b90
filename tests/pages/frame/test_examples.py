"""Pages that show what is made up: found by their views, marked, kept from search engines."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from support import loaded, replaced, small_county

from fokusbericht.building.output import Output
from fokusbericht.pages.frame.examples import shows_examples
from fokusbericht.pages.frame.page import Page
from fokusbericht.pages.frame.timelists import TimeListView
from fokusbericht.site import plan_site
from fokusbericht.views import Choice, FacetView, Link, TimelineEntry

REAL = Link("Echt", "/")
MADE_UP = Link("Erdacht", "/", is_example=True)
DECISION = "content/beschluesse/2021-10-01-erdacht.md"
DECIDED = """---
titel: Erdachter Beschluss
beispiel: true
datum: 2021-10-01
geaendert: 2026-01-10
gremium: kreistag
ergebnis: beschlossen
betrifft: [wohnen]
kurz: So könnte ein Beschluss aussehen.
---
"""


@dataclass(frozen=True)
class Around:
    """A view of a view."""

    parts: object


@pytest.mark.parametrize(
    "view",
    [
        Around((REAL, MADE_UP)),
        Around({"a": [Around(MADE_UP)]}),
        Around(TimelineEntry("2021", "", badge="Beispiel")),
        FacetView("feld", "Feld", (), (Choice("a", "A", "/", 0, is_example=True),)),
    ],
)
def test_a_mark_is_found_wherever_it_stands(view: object) -> None:
    assert shows_examples(view)


@pytest.mark.parametrize("view", [Around((REAL, None, "Beispiel", 1)), TimelineEntry("2021", "")])
def test_what_is_real_shows_none(view: object) -> None:
    assert not shows_examples(view)


def pages(root: Path) -> dict[str, tuple[Page, object, Output]]:
    """Return the frames and views of all pages of a county by their path."""
    report, problems = loaded(root)
    assert problems == []
    found = {}
    for output in plan_site(report)[0]:
        match output.ingredients:
            case (_, Page() as page, view):
                found[output.path] = page, view, output
    return found


def test_a_page_that_lists_an_example_says_so_and_is_not_indexed(tmp_path: Path) -> None:
    found = pages(small_county(tmp_path))
    page, _, output = found["handlungsempfehlungen/index.html"]
    assert page.shows_examples and not page.indexed and output.entry is None
    assert page.scripts[-1] == "beispiele.js" in page.words
    other, _, output = found["beschluesse/index.html"]
    assert other.indexed and not other.shows_examples and output.entry
    assert "beispiele.js" not in other.scripts


def test_without_examples_nothing_is_said(tmp_path: Path) -> None:
    off = replaced("content/kreis.yml", "beispiele: true", "beispiele: false")
    assert not any(
        page.shows_examples for page, _, _ in pages(small_county(tmp_path, off)).values()
    )


def test_decisions_that_are_made_up_are_not_counted(tmp_path: Path) -> None:
    _, view, _ = pages(small_county(tmp_path, {DECISION: DECIDED}))["beschluesse/index.html"]
    assert isinstance(view, TimeListView)
    assert view.count == "Ein Beschluss"
    assert [len(group.entries) for group in view.groups] == [1]
    assert [one.link.title for one in view.examples if one.link] == ["Erdachter Beschluss"]


def test_what_is_real_leads_on_to_what_is_real(tmp_path: Path) -> None:
    real, _, _ = pages(small_county(tmp_path, {DECISION: DECIDED}))[
        "beschluesse/2021-09-15-leerstand/index.html"
    ]
    assert (real.previous, real.next) == (None, None)
