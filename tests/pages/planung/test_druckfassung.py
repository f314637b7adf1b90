"""An edition as one page to print: all of it, in its own words, addresses that can be typed."""

from dataclasses import replace

import pytest
from editions.sample import ausgabe, field, illustration, text
from lxml.html import HtmlElement, fromstring
from support import HERE, SMALL, golden, loaded

from fokusbericht.model.editions import Ausgabe, Chapter, ChapterKind, DeeperLink, EditionSource
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.planung.druckfassung import STYLE, TEMPLATE, plan, view_of
from fokusbericht.problems import Place
from fokusbericht.statistics.secrecy import as_published

WHOLE = HERE / "pages" / "planung" / "druckfassung.html"
HOSTILE = "<script>alert(1)</script> & \"'> ]]> {{ 7 }}"


@pytest.fixture(scope="module")
def small() -> Report:
    return loaded(SMALL)[0]


def html_of(report: Report, edition: Ausgabe) -> str:
    """Return the page of an edition."""
    page = make_page(report, "/fokus/2025/druck/", "Druckfassung", "Zum Drucken.", styles=(STYLE,))
    made = page_output(report, TEMPLATE, page, view_of(edition), Place("content/x.md")).make()
    return made.decode()


def built(report: Report, edition: Ausgabe) -> HtmlElement:
    """Return it as a tree."""
    return fromstring(html_of(report, edition))


def chapter(*names: str, blocks: int = 1, places: tuple[int, ...] = ()) -> Chapter:
    """Return a theme with pictures."""
    return Chapter(
        *(ChapterKind.THEME, "thema", "Thema"),
        blocks=(text("Eins"), text("Zwei"))[:blocks],
        illustrations=tuple(illustration(name, name) for name in names),
        places=places,
    )


def test_an_edition_as_a_whole(small: Report) -> None:
    edition = ausgabe(chapters=(*ausgabe().chapters[1:4], field("Wohnen", "wohnen")))
    html = html_of(small, edition)
    main = html[html.index("<main") : html.index("<footer")]
    assert main == golden(WHOLE, main)


def test_its_running_title_and_notice_are_told_to_the_margins_of_the_sheets(small: Report) -> None:
    root = built(small, ausgabe())
    assert root.get("data-lauf") == "Fokus 2025 · Kreis Muster"
    assert root.get("data-hinweis") == "Erdachter Kreis, keine Veröffentlichung einer Behörde."


def test_no_picture_waits_to_be_seen(small: Report) -> None:
    pictures = [*built(small, ausgabe()).iter("img")]
    assert len(pictures) == 2
    assert {one.get("loading") for one in pictures} == {None}


def forms(small: Report, *chapters: Chapter) -> list[tuple[str, list[str]]]:
    """Return how text and pictures of the chapters stand, and which drawings they are."""
    root = built(small, ausgabe(chapters=chapters))
    return [
        (
            one.get("class").removeprefix("druck-absatz").strip(),
            [str(img.get("src")).removeprefix("../bilder/") for img in one.iter("img")],
        )
        for one in root.find_class("druck-absatz")
    ]


def test_a_picture_stands_beside_its_text_and_several_beside_each_other(small: Report) -> None:
    assert forms(small, chapter("karte-a")) == [("daneben", ["karte-a-schmal.svg"])]
    assert forms(small, chapter("karte-a", blocks=0)) == [("", ["karte-a.svg"])]
    assert forms(small, chapter("karte-a", "karte-b")) == [
        ("reihe", ["karte-a-schmal.svg", "karte-b-schmal.svg"])
    ]
    assert forms(small, chapter("karte-a", "karte-b", blocks=2, places=(1, 2))) == [
        ("daneben", ["karte-a-schmal.svg"]),
        ("daneben", ["karte-b-schmal.svg"]),
    ]


def test_addresses_can_be_typed(small: Report) -> None:
    deeper = (DeeperLink("A", "/a/b/"), DeeperLink("B", "https://www.amt.example/Ver%C3%B6ff/"))
    sources = (
        EditionSource("C", "http://c.example/x%20y", "2022", "frei"),
        EditionSource("D", "", "", ""),
    )
    edition = ausgabe(chapters=(replace(field("W", "w"), deeper=deeper),), sources=sources)
    root = built(small, edition)
    assert [one.text for one in root.find_class("druck-adresse")] == [
        "(fokus.example/sozialbericht/leerstandsquote)",
        "(fokus.example/sozialbericht/leerstandsquote)",
        "(fokus.example/a/b)",
        "(amt.example/Veröff)",
        "c.example/x%20y",
    ]


def test_words_stay_words(small: Report) -> None:
    said = dict.fromkeys(("title", "subtitle", "county", "summary", "notice", "licence"), HOSTILE)
    root = built(small, ausgabe(**said, chapters=(field(HOSTILE, "wohnen"),)))
    (main,) = root.iter("main")
    assert [*main.iter("script")] == []
    assert [one.text for one in main.iter("h1")] == [HOSTILE]
    assert root.get("data-hinweis") == HOSTILE


def test_the_journey_is_what_shall_be_found(report: Report) -> None:
    outputs = list(plan(as_published(report)))
    assert [one.path for one in outputs] == [
        "fokus/2024/druck/index.html",
        "fokus/2025/druck/index.html",
    ]
    assert [(one.entry, one.note) for one in outputs] == [(None, None), (None, None)]
    root = fromstring(outputs[1].make().decode())
    (canonical,) = root.xpath("//link[@rel='canonical']/@href")
    assert canonical == f"{report.kreis.basis_url}/fokus/2025/"
    assert root.xpath("//meta[@name='robots']/@content") == ["noindex"]
    above = [one.get("href") for one in root.find_class("krumen")[0].iter("a")]
    assert above == ["../../../", "../../", "../"]
