"""Handouts as PDF: two pages, readable by all, the same bytes, whatever is written in them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from gates import pdf
from hefte.reading import pages_of
from support import MUSTER, REPOSITORY

from fokusbericht.exports.print import Manuscript, typeset
from fokusbericht.hefte import every_key, is_heft, make_pdf, printable, printed
from fokusbericht.load import load_report
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.report import Report
from fokusbericht.site import as_public

SAMPLE = (
    Key(Kind.KOMMUNE, "fiktum"),
    Key(Kind.HANDLUNGSFELD, "wohnen"),
    Key(Kind.GREMIUM, "kreistag"),
)
HOSTILE = '#panic("x") $x$ @abc <abc> \\ * _ ` ~ [[wohnen]] "); #read("/etc/passwd")'
# What is no text, but a name of something.
NAMES = ("type", "name", "drawing", "locator", "accent", "stand_iso", "address", "href", "url")


@pytest.fixture(scope="module")
def public(muster_report: Report) -> Report:
    """Return the Kreis Muster as everybody may know it."""
    return as_public(muster_report)


def assert_sound(data: bytes) -> None:
    """Assert that a handout has two pages and nothing that keeps anybody from reading it."""
    assert pages_of(data) == 2
    assert list(map(str, pdf.findings(data, (*pdf.CONDITIONS, *pdf.LAYOUT)))) == []
    assert is_heft(data)


@pytest.mark.parametrize("key", SAMPLE, ids=str)
def test_it_has_two_pages_that_all_can_read(public: Report, key: Key) -> None:
    data = make_pdf(public, key)
    assert_sound(data)
    assert make_pdf(public, key) == data


@pytest.mark.alle
@pytest.mark.parametrize("root", (REPOSITORY, MUSTER), ids=("kreis", "muster"))
def test_so_have_all(root: Any) -> None:
    report = as_public(load_report(root)[0])
    for key in every_key(report):
        assert_sound(make_pdf(report, key))


def spoiled(value: Any, words: str, name: str = "") -> Any:
    """Return plain data in which each text says more."""
    if isinstance(value, Mapping):
        return {key: spoiled(one, words, key) for key, one in value.items()}
    if isinstance(value, list):
        return [spoiled(one, words, name) for one in value]
    return f"{value} {words}" if isinstance(value, str) and name not in NAMES else value


@pytest.mark.parametrize("key", SAMPLE, ids=str)
def test_no_word_can_do_anything(public: Report, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    set_with: list[Manuscript] = []

    def spoil(manuscript: Manuscript) -> bytes:
        set_with.append(replace(manuscript, data=spoiled(manuscript.data, HOSTILE)))
        return typeset(set_with[-1])

    monkeypatch.setattr(printed, "typeset", spoil)
    assert pages_of(make_pdf(public, key)) == 2
    assert HOSTILE in str(set_with[0].data["title"])  # type: ignore[index,call-overload]


def test_texts_that_are_far_too_long_make_no_third_page(
    public: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "Ein Satz, der gar nicht enden will. " * 12

    def spoil(manuscript: Manuscript) -> bytes:
        return typeset(replace(manuscript, data=spoiled(manuscript.data, long)))

    monkeypatch.setattr(printed, "typeset", spoil)
    assert pages_of(make_pdf(public, SAMPLE[1])) == 2


def test_each_picture_says_what_it_shows(public: Report) -> None:
    found = printable(public, SAMPLE[0])
    told = [one for page in found.heft.pages for part in page for one in part.sentences]
    assert found.heft.locator_heard == "Lagekarte: Fiktum im Gebiet Kreis Muster"
    assert all(one.heard for one in told if one.drawing)
    assert {one.drawing for one in told if one.drawing} < set(found.drawings)
