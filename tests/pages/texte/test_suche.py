"""The search field of each page, and the page of the search before anything is asked."""

import re
from pathlib import Path

from support import SMALL, loaded, replaced, small_county

from fokusbericht.model.report import Report
from fokusbericht.pages.start import start
from fokusbericht.pages.texte import glossar, suche

EXAMPLES = 'startkarte: leerstand\nsuchbeispiele: [Miete Oberau, "12345"]'
FIELD = '<form class="suchen'


def test_each_page_has_one_field_that_leads_to_the_register(report: Report) -> None:
    (glossary,) = (one.make().decode() for one in glossar.plan(report))
    head = glossary.partition("</header>")[0]
    assert head.count(FIELD) == glossary.count(FIELD) == 1
    assert 'role="search" aria-label="Ganze Website" action="../register/">' in head
    for planner in (start, suche):
        (page,) = (one.make().decode() for one in planner.plan(report))
        assert FIELD not in page.partition("</header>")[0]
        assert page.count(FIELD) == 1


def test_the_field_loads_its_list_but_on_the_page_of_the_search(report: Report) -> None:
    for planner, names in (
        (start, ["root", "engine", "list", "style"]),
        (suche, ["root", "engine"]),
    ):
        (page,) = (one.make().decode() for one in planner.plan(report))
        (tag,) = re.findall(r"<script[^>]*/suche\.[^>]*>", page)
        assert [one for one in re.findall(r"data-(\w+)=", tag) if one in names] == names
        assert ("data-list" in tag) == ("list" in names)


def test_questions_of_the_county_are_links_that_ask_them(tmp_path: Path) -> None:
    changed = replaced("content/kreis.yml", "startkarte: leerstand", EXAMPLES)
    report, problems = loaded(small_county(tmp_path, changed))
    assert problems == []
    for planner, way in ((start, "suche/"), (suche, "")):
        (page,) = (one.make().decode() for one in planner.plan(report))
        said = page.partition('<p class="suchbeispiele klein">')[2].partition("</p>")[0]
        assert re.findall(r'href="([^"]+)">([^<]+)', said) == [
            (f"{way}?q=Miete+Oberau", "Miete Oberau"),
            (f"{way}?q=12345", "12345"),
        ]


def test_without_questions_there_is_no_line_for_them() -> None:
    (page,) = (one.make().decode() for one in suche.plan(loaded(SMALL)[0]))
    assert "Zum Beispiel" not in page


def test_search_engines_do_not_list_what_a_search_finds(report: Report) -> None:
    (output,) = suche.plan(report)
    assert output.entry is None
    assert '<meta name="robots" content="noindex">' in output.make().decode()
