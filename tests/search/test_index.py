"""The index: unpacked by the script it is what was packed; what must not be found is not there."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from engine import ask, first_three
from javascript import run
from support import loaded, small_county

from fokusbericht.building.assets import find_assets
from fokusbericht.building.output import PageNote
from fokusbericht.model.report import Report
from fokusbericht.search.compounds import Compounds
from fokusbericht.search.directory import DIRECTORY, LARGE, directory, file_names
from fokusbericht.search.documents import Findable, documents, shortened
from fokusbericht.search.index import FIELDS, TEXT, WordRules, packed, postings_of
from fokusbericht.search.knowledge import Knowledge, knowledge_of
from fokusbericht.site import plan_site

UNPACKED = ("suchwerk/packed_index.js",)


@pytest.fixture(scope="module")
def notes(muster_report: Report) -> tuple[PageNote, ...]:
    """Return what all pages of the Kreis Muster say of themselves."""
    return tuple(one.note for one in plan_site(muster_report)[0] if one.note)


@pytest.fixture(scope="module")
def found(muster_report: Report, notes: tuple[PageNote, ...]) -> tuple[Findable, ...]:
    """Return all that can be found in the Kreis Muster."""
    return documents(muster_report, notes)


def content_of(script: bytes) -> Mapping[str, object]:
    """Return the data that a script sets."""
    content: Mapping[str, object] = json.loads(script.partition(b"=")[2].rstrip(b";\n"))
    return content


def test_the_script_unpacks_what_was_packed(found: tuple[Findable, ...]) -> None:
    rules = WordRules(frozenset(), Compounds({}, (), ()))
    postings, _ = postings_of(found, rules)
    code = """const found = new Map();
      unpackInto(found, given.index, given.fields);
      return [...found];"""
    fields = [*range(len(FIELDS))]
    unpacked = run(UNPACKED, code, index=packed(postings, fields), fields=fields)
    assert isinstance(unpacked, list)
    assert {
        term: {int(field): [*map(int, places)] for field, places in entry.items()}
        for term, entry in unpacked
    } == postings


def test_no_example_is_found(tmp_path: Path) -> None:
    report, _ = loaded(small_county(tmp_path))
    examples = {str(key) for key in report.examples}
    notes = [one.note for one in plan_site(report)[0] if one.note]
    assert examples
    assert not examples & {one.target for one in documents(report, notes)}


def test_nothing_is_found_twice(found: tuple[Findable, ...]) -> None:
    urls = [one.url for one in found]
    assert len({*urls}) == len(urls)


def test_no_print_sheet_embed_or_list_of_a_choice_is_found(found: tuple[Findable, ...]) -> None:
    urls = {one.url for one in found}
    assert {"/daten/", "/umsetzung/", "/handlungsempfehlungen/", "/sozialbericht/"} <= urls
    assert not [url for url in urls if "/einbetten/" in url or "/druck/" in url]
    assert not [url for url in urls if url.startswith("/handlungsempfehlungen/jahr/")]


def test_numbers_of_texts_are_not_found_but_for_years() -> None:
    rules = WordRules(frozenset(), Compounds({}, (), ()))
    one = Findable("/a/", "seite", "Ab 65", text="Im Jahr 2022 waren es 1234 von 87.")
    postings, _ = postings_of([one], rules)
    assert {term for term in postings if term.isdigit()} == {"65", "2022"}


def test_above_some_thousand_documents_texts_come_later(muster_report: Report) -> None:
    total = LARGE + 1
    many = [Findable(f"/{n}/", "seite", f"Seite {n}", text=f"Wort{n}") for n in range(total)]
    files = directory(many, knowledge_of(muster_report))
    assert [*files] == [*file_names(total)] == [DIRECTORY, "texte-1.js", "texte-2.js"]
    index = content_of(files[DIRECTORY])["verzeichnis"]
    assert isinstance(index, Mapping)
    assert index["teile"] == 2 and "wort" not in index["begriffe"]
    shard = content_of(files["texte-2.js"])
    assert shard["stellen"] == [[1, 1, number] for number in range(2_000, total)]
    assert len(FIELDS) - 1 == TEXT


def test_texts_that_come_later_are_found_as_well(tmp_path: Path, muster_report: Report) -> None:
    many = [
        Findable(f"/{n}/", "seite", f"Seite {n}", text=f"Wort{n} wörtlich") for n in range(LARGE)
    ]
    many.append(Findable("/letzte/", "seite", "Die letzte", text="Zauberspruch"))
    for folder, files in (
        ("suche", directory(many, knowledge_of(muster_report))),
        ("assets", {"suchwerk.x.js": find_assets(muster_report)["suchwerk.js"].make()}),
    ):
        (tmp_path / folder).mkdir()
        for name, content in files.items():
            (tmp_path / folder / name).write_bytes(content)
    _, later = ask(tmp_path, ["Seite 12", "Zauberspruch"])
    assert first_three(later) == ["/letzte/"]


def test_summaries_are_whole_sentences() -> None:
    long = "Der erste Satz ist kurz. " + "Der zweite ist sehr lang und sagt noch viel mehr " * 4
    assert shortened(long) == "Der erste Satz ist kurz."
    assert len(shortened("Wort " * 80)) < 175


def test_the_same_content_has_the_same_bytes(
    muster_report: Report, found: tuple[Findable, ...]
) -> None:
    knowledge: Knowledge = knowledge_of(muster_report)
    assert directory(found, knowledge) == directory([*found], knowledge)
