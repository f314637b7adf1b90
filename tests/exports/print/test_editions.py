"""An edition on paper and on slides: all of it is there, all can read it, nothing acts."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from editions.sample import ausgabe, chapters, drawings, field, figure, illustration
from gates.pdf import CONDITIONS, LAYOUT, findings
from gates.pdf.document import Document
from gates.pdf.navigation import bookmarks
from support import REPOSITORY

from fokusbericht.exports.print import Manuscript, PrintFault, typeset
from fokusbericht.exports.print.fokus import set_out
from fokusbericht.exports.print.folien import set_out_slides
from fokusbericht.exports.print.manuscript import IMPORT, Sources
from fokusbericht.model.editions import Ausgabe, ChapterKind
from fokusbericht.problems import Place

FOLDER = REPOSITORY / "templates/druck"
FORMS: dict[str, Callable[..., Manuscript]] = {"fokus.typ": set_out, "folien.typ": set_out_slides}
MOST_PAGES = 24
ADDRESSES = ("href", "url", "base", "accent", "stand_iso", "name", "drawing", "number")


def manuscript(edition: Ausgabe, template: str = "fokus.typ") -> Manuscript:
    """Return an edition as it is set by a template."""
    texts = {name: (FOLDER / name).read_text("utf-8") for name in (template, "grund.typ")}
    assert {one for text in texts.values() for one in IMPORT.findall(text)} <= texts.keys()
    place = Place("content/berichte/2025.md", 3)
    return FORMS[template](edition, Sources(template, texts), drawings(edition), place)


@cache
def printed(template: str = "fokus.typ") -> bytes:
    """Return the sample as a PDF."""
    return typeset(manuscript(ausgabe(), template))


def words_of(pdf: bytes) -> str:
    """Return all words of a PDF in the order in which they are read out."""
    document = Document.of(pdf)
    return " ".join(" ".join(document.words(one) for one in document.tops).split())


@pytest.mark.parametrize("template", FORMS)
def test_all_can_read_it(template: str) -> None:
    assert [str(one) for one in findings(printed(template), (*CONDITIONS, *LAYOUT))] == []


def test_every_chapter_is_there_in_its_order() -> None:
    document = Document.of(printed())
    told = [(depth, text) for depth, text, _ in bookmarks(document) if depth < 3]
    assert [text for depth, text in told if depth == 1] == [
        *("Vorwort", "Das Jahr in fünf Sätzen", "Worum es geht", "Themen des Jahres", "Ziele"),
        *("Beschlüsse", "Die Handlungsfelder", "Finanzen", "Was aus früheren wurde", "Netzwerk"),
        *("Methode", "Quellen"),
    ]
    inside = {text for depth, text in told if depth == 2}
    assert {"Fachkräfte", "Wohnen", "Arbeit", "Fachkräfte gewinnen", "Mehr Wohnungen"} <= inside


def test_a_figure_and_its_sentence_are_read_together() -> None:
    words = words_of(printed())
    for told in (
        "325.200 Menschen · 2024 Menschen leben im Kreis, mehr als je zuvor. Statistikamt Nord",
        "Wohnen: Von hundert Wohnungen stehen gut zwei leer. Wer umzieht, braucht eine Wohnung, "
        "bevor die alte wieder vermietet ist. 2,3 Prozent Leerstand (Wohnen) · 2024 160.950 "
        "Wohnungen (Wohnen) · 2024",
        "Zielvorschlag 2025-01 · in Beratung seit Mai 2025",
        "Quelle: Zensus 2022; Kreis Muster, eigene Erhebung · Stand: 2022",
        "fokus.example/handlungsfelder/wohnen",
    ):
        assert "".join(told.split()) in "".join(words.split())  # lines of a page are no words


@pytest.mark.parametrize("template", FORMS)
def test_a_demonstration_says_so(template: str) -> None:
    notice = "Erdachter Kreis, keine Veröffentlichung einer Behörde."
    pdf = pikepdf.open(BytesIO(printed(template)))
    assert notice in words_of(printed(template))
    assert str(pdf.docinfo["/Author"]) == notice
    assert str(pdf.docinfo["/Title"]) == "Fokus 2025 – Sozialplanung in kurzer Form"
    own = pikepdf.open(BytesIO(typeset(manuscript(ausgabe(notice=""), template))))
    assert str(own.docinfo["/Author"]) == "Kreis Muster, Sozialplanung"


def test_its_figures_are_attached_with_their_source() -> None:
    pdf = pikepdf.open(BytesIO(printed()))
    attached = dict(pdf.attachments.items())
    assert set(attached) == {
        "zahlen.csv",
        "karte-titel.csv",
        "karte-wohnen.csv",
    }
    assert {str(one.relationship) for one in attached.values()} == {"/Data"}
    assert attached["zahlen.csv"].description == "Fokus 2025: Zahlen. dl-de/by-2-0"
    assert attached["karte-wohnen.csv"].description == (
        "Wohnen. Quelle: Kreis Muster, eigene Erhebung · Stand: 2022. CC0 1.0"
    )
    table = attached["karte-wohnen.csv"].get_file().read_bytes().decode("utf-8-sig")
    assert table.split() == ["Kommune;2022", "Musterstadt;4,1", "Probedorf;1,9"]


NO_WORDS = re.compile(r"[^A-ZÄÖÜß\s]*|[ (:;/.,·•]*")  # keys and marks
STRING, COMMENT = re.compile(r'"((?:[^"\\]|\\.)*)"'), re.compile(r"^\s*//.*$", re.MULTILINE)
MARKUP = re.compile(r"[\[(,{]\[([^\]]+)\]")
NAMES = (
    *("Libertinus Serif", "Fira Sans"),
    *("Heading", "Paragraph", "Listing", "Hinweis", "Beschluss", "Quote", "Anmerkung"),
)


@pytest.mark.parametrize("name", ["grund.typ", *FORMS])
def test_a_template_has_no_words_of_its_own(name: str) -> None:
    code = COMMENT.sub("", (FOLDER / name).read_text("utf-8"))
    said = [*STRING.findall(code), *MARKUP.findall(code)]
    assert [one for one in said if not NO_WORDS.fullmatch(one) and one not in NAMES] == []


def hostile(value: Any, words: str, name: str = "") -> Any:
    """Return something with other words in each text it holds, but for addresses."""
    if isinstance(value, str) and name not in ADDRESSES:
        return words if value and not isinstance(value, ChapterKind) else value
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: hostile(getattr(value, one.name), words, one.name) for one in fields(value)
        }
        return replace(value, **{key: new for key, new in changed.items() if key != "style"})
    if isinstance(value, tuple):
        return tuple(hostile(one, words, name) for one in value)
    if isinstance(value, dict):
        return {key: hostile(one, words) for key, one in value.items()}
    return value


@pytest.mark.parametrize("template", FORMS)
def test_no_text_of_an_editor_can_do_anything(template: str) -> None:
    words = '#panic("x") $x$ @a <b> \\ * _ ` "); #read("/etc/passwd") #import "x.typ"'
    edition = hostile(ausgabe(), words)
    assert "#panic" in edition.chapters[0].title
    said = words_of(typeset(manuscript(edition, template)))
    assert said.count('#panic("x") $x$ @a <b> \\ * _ ` ");') > 20


@pytest.mark.parametrize("template", FORMS)
def test_an_edition_from_before_a_word_was_needed_is_set_as_well(template: str) -> None:
    old = {key: word for key, word in ausgabe().words.items() if key != "deeper"}
    words = words_of(typeset(manuscript(ausgabe(words={**old, "source": "Fundort"}), template)))
    assert "Hier vertiefen" in words
    assert "Fundort: " in words


def test_a_picture_without_an_alternative_text_is_refused() -> None:
    blind = replace(illustration("karte-titel", "Bevölkerungsdichte"), alt=" ")
    with pytest.raises(PrintFault) as fault:
        manuscript(ausgabe(cover=blind))
    assert str(fault.value.as_problem()) == (
        "content/berichte/2025.md:3:1: Dem Bild „Bevölkerungsdichte“ fehlt der Alternativtext. "
        "Ohne ihn wird kein PDF gesetzt. (druck)"
    )


def test_without_a_cover_or_a_foreword_it_is_whole_as_well() -> None:
    bare = replace(illustration("", ""), alt="", name="")
    some = tuple(one for one in chapters() if one.kind is ChapterKind.FIELD)
    edition = ausgabe(cover=bare, chapters=some, sentences=(), sources=())
    pdf = typeset(manuscript(edition))
    assert "Vorwort" not in words_of(pdf)
    assert [str(one) for one in findings(pdf, (*CONDITIONS, *LAYOUT))] == []


def test_ten_full_fields_stand_two_on_a_page() -> None:
    full = replace(
        field("Wohnen", "wohnen"),
        figures=tuple(figure("2,3", f"Anteil {name}", name) for name in "abcd"),
        blocks=field("Wohnen", "wohnen").blocks * 5,
    )
    ten = tuple(replace(full, title=f"Feld {number}", anchor=f"f{number}") for number in range(10))
    document = Document.of(typeset(manuscript(ausgabe(chapters=ten))))
    pages = [
        min(mark.page for mark in one.marks())
        for one in document.all("H2")
        if document.words(one).startswith("Feld")
    ]
    assert len(pages) == 10
    assert max(pages) - min(pages) == 4
    assert len(document.pages) <= MOST_PAGES


def test_slides_show_one_thing_each_in_large_letters() -> None:
    document = Document.of(printed("folien.typ"))
    assert [text for _, text, _ in bookmarks(document)] == [
        *("Fokus 2025", "Das Jahr in fünf Sätzen", "Wohnen", "Beschlüsse"),
        *("Was aus früheren wurde", "Ziele", "Quellen"),
    ]
    width, height = (float(one) for one in document.pages[0]["/MediaBox"][2:])
    assert round(width / height, 2) == 1.78
    small = {
        piece.size
        for one in document.all("P", "H1", "LBody")
        for _, piece in document.letters(one)
        if piece.size < 17.9
    }
    assert small <= {12.0}  # where a picture comes from


@pytest.mark.parametrize("form", ["fokus", "folien"])
def test_the_editions_of_a_whole_county_can_be_read_by_all(muster_site: Path, form: str) -> None:
    files = sorted(muster_site.glob(f"fokus/*/{form}-*.pdf"))
    assert len(files) > 1
    for file in files:
        data = file.read_bytes()
        assert [str(one) for one in findings(data, (*CONDITIONS, *LAYOUT))] == []
        assert len(Document.of(data).pages) <= MOST_PAGES
        assert len(data) < 1_000_000
