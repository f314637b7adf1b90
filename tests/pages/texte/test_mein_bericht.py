"""/mein-bericht/ before anything is collected, and what pages tell a dossier of themselves."""

import re
from pathlib import Path

from support import REPOSITORY

from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import COLLECTED
from fokusbericht.pages.texte import mein_bericht
from fokusbericht.words.controls import WORDS

TEMPLATES = REPOSITORY / "templates"
PARENT = re.compile(r'\{% extends "([^"]+)" %\}')
# What a page shows of several pages; what it lists is collected by itself.
UNMARKED = {"frame/base.html"}


def page_of(report: Report) -> str:
    """Return the page."""
    (output,) = mein_bericht.plan(report)
    return " ".join(output.make().decode().replace("\u00ad", "").split())


def test_the_page_explains_itself_without_any_script(report: Report) -> None:
    page = page_of(report)
    assert (
        "Sammeln Sie Zahlen, Karten, Orte und Empfehlungen, und machen Sie daraus ein eigenes "
        "Heft: zum Drucken, Speichern oder Weitergeben."
    ) in page
    assert "<noscript>" in page and '<section class="abschnitt" id="leer"' in page
    for hidden in ("gesendet", "sammlung", "heft"):
        assert re.search(rf'<section[^>]* id="{hidden}"[^>]* hidden[ >]', page)
    assert '<a href="../sozialbericht/eigentuemerquote/">Eigentümerquote</a>' in page
    assert '<a href="../datenschutz/">Datenschutz</a>' in page


def test_each_dossier_says_where_it_comes_from(report: Report) -> None:
    page = page_of(report)
    told = dict(re.findall(r' data-(home|site|notice|stand)="([^"]*)"', page))
    kreis = report.kreis
    assert told == {
        "home": f"{kreis.basis_url}/",
        "site": "Fokusbericht Kreis Muster",
        "notice": kreis.hinweis,
        "stand": "1. November 2026",
    }


def test_the_page_hands_on_the_words_of_the_dossier(report: Report) -> None:
    page = page_of(report)
    (tag,) = re.findall(r"<script[^>]*/mein-bericht\.[^>]*>", page)
    keys = {*re.findall(r"data-([\w-]+)=", tag)}
    assert keys == {*WORDS["mein-bericht.js"], *WORDS["heft.js"]}


def marks(template: str) -> int:
    """Return how often a template marks what a dossier takes, with all it stands on and calls."""
    text = (TEMPLATES / template).read_text(encoding="utf-8")
    parents = [one for one in PARENT.findall(text) if one not in UNMARKED]
    return text.count("data-heft") + sum(marks(one) for one in parents)


def test_pages_that_are_collected_mark_what_is_taken_of_them() -> None:
    assert {one for one in COLLECTED if not marks(one)} == set()


def test_only_pages_of_things_have_the_button(muster_site: Path) -> None:
    button = '<button type="button" class="merken'
    paths = {
        "sozialbericht/leerstandsquote": True,
        "sozialbericht": True,
        "kommunen/musterstadt": True,
        "kommunen/vergleich": True,
        "kommunen/vergleich/musterstadt": True,
        "handlungsempfehlungen/2025-03": True,
        "handlungsfelder/wohnen": True,
        "fokus/2025": True,
        "kommunen": False,
        "glossar": False,
        "mein-bericht": False,
        "datenschutz": False,
    }
    found = {
        path: button in (muster_site / path / "index.html").read_text(encoding="utf-8")
        for path in paths
    }
    assert found == paths
