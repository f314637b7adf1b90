"""Terms are explained at their first use, and the glossary says where they are used."""

import re
from pathlib import Path

from lxml import html
from support import loaded, small_county

from fokusbericht.site import plan_site

PAGE = """---
titel: {title}
kurz: Wie es geht.
geaendert: 2026-01-19
bereich: grundlagen
reihenfolge: {number}
{more}---

Der Leerstand sagt, wie viel Wohnraum fehlt.

Mehr [[begriff:leerstand|leere Wohnungen]], weniger Leerstände.
"""
TERMS = """leerstand:
  begriff: Leerstand
  kurzform: LS
  formen: [Leerstände]
  erklaerung: Eine Wohnung steht leer, wenn niemand in ihr wohnt. Mehr in [[indikator:leerstand]].
wohnraum:
  begriff: Wohnraum
  im_text: false
  erklaerung: Räume, in denen Menschen wohnen.
"""
SYNONYMS = """- worte: [leerstand, leere Wohnung, Geisterhaus]
  ziele: [begriff:leerstand]
- worte: [Wohnung, leer]
  ziele: [begriff:leerstand]
"""
SHARED = {"content/glossar.yml": TERMS, "content/synonyme.yml": SYNONYMS}
WORD = (
    '<span class="begriff"><a href="../../glossar/#leerstand" tabindex="-1">Leerstand</a><button '
    'type="button" popovertarget="begriff-leerstand" aria-label="Leerstand erklären"></button>'
    "</span>"
)
CARD = (
    '<div class="erklaerung" id="begriff-leerstand" role="note" aria-label="Leerstand (LS)" '
    "popover>\n"
    "<p><strong>Leerstand (LS):</strong> Eine Wohnung steht leer, wenn niemand in ihr wohnt.</p>\n"
    '<p><a href="../../glossar/#leerstand">Mehr im Glossar</a></p>\n</div>'
)


def pages_of(folder: Path, more: str = "", title: str = "Ablauf", pages: int = 1) -> dict[str, str]:
    """Return what the small county makes of some pages that use terms."""
    files: dict[str, str | None] = {
        f"content/seiten/ablauf-{number}.md": PAGE.format(title=title, number=number + 2, more=more)
        for number in range(pages)
    }
    report, problems = loaded(small_county(folder, files | SHARED))
    assert problems == []
    wanted = ("grundlagen/ablauf-0/index.html", "glossar/index.html")
    made = {one.path: one.make() for one in plan_site(report)[0] if one.path in wanted}
    return {path: text.decode() for path, text in made.items()}


def uses(page: str) -> list[str]:
    """Return what the glossary says of where terms are used."""
    paragraphs = [" ".join(one.text_content().split()) for one in html.fromstring(page).iter("dd")]
    return [found[0] for one in paragraphs if (found := re.search("Kommt vor in.*", one))]


def test_a_term_is_explained_where_it_stands_first(tmp_path: Path) -> None:
    page = pages_of(tmp_path)["grundlagen/ablauf-0/index.html"]
    assert (
        f"<p>Der {WORD} sagt, wie viel Wohnraum fehlt.</p>{CARD}\n"
        '<p>Mehr <a href="../../glossar/#leerstand">leere Wohnungen</a>, weniger Leerstände.</p>'
    ) in page


def test_nothing_is_explained_where_the_head_says_so(tmp_path: Path) -> None:
    assert (
        'popovertarget="begriff'
        not in pages_of(tmp_path, "glossar: false\n")["grundlagen/ablauf-0/index.html"]
    )


def test_a_page_that_is_about_a_term_does_not_explain_it(tmp_path: Path) -> None:
    page = pages_of(tmp_path, title="Leerstand")["grundlagen/ablauf-0/index.html"]
    assert 'popovertarget="begriff' not in page


def test_the_glossary_says_where_a_term_is_used(tmp_path: Path) -> None:
    (found,) = uses(pages_of(tmp_path)["glossar/index.html"])
    assert found == "Kommt vor in: Ablauf, Leerstand"


def test_many_uses_are_folded(tmp_path: Path) -> None:
    (found,) = uses(pages_of(tmp_path, pages=12)["glossar/index.html"])
    assert re.search("und auf [4-9] weiteren Seiten Ablauf", found), found


def test_very_many_uses_are_counted(tmp_path: Path) -> None:
    (found,) = uses(pages_of(tmp_path, pages=50)["glossar/index.html"])
    assert re.search("und auf 4[2-9] weiteren Seiten$", found), found


def test_the_glossary_says_under_which_other_words_the_search_finds_a_term(tmp_path: Path) -> None:
    page = pages_of(tmp_path)["glossar/index.html"]
    # Words that only lead here need not mean the term.
    assert page.count("In der Suche auch unter") == 1
    assert '<p class="klein">In der Suche auch unter: leere Wohnung, Geisterhaus</p>' in page
