"""An edition on one page: all that it holds, in its own words, and nothing that moves on."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from editions.journeys import page_of, planned, with_pictures
from editions.sample import ausgabe
from gates.site import words
from lxml.html import HtmlElement, fromstring
from support import loaded, small_county

from fokusbericht.model.editions import Ausgabe, Chapter
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import Page
from fokusbericht.pages.planung.reise import journey
from fokusbericht.text.blocks import Paragraph
from fokusbericht.views import Link


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Return the small county, for its frame."""
    root: Path = tmp_path_factory.mktemp("kreis")
    return loaded(small_county(root))[0]


def built(report: Report, edition: Ausgabe, page: Page | None = None) -> str:
    """Return the page as it is built."""
    return planned(report, edition, page or page_of(report)).make().decode()


def main_of(html: str) -> HtmlElement:
    """Return what is the edition's own."""
    (main,) = fromstring(html).iter("main")
    return main


def lines_of(element: HtmlElement, *tags: str) -> list[str]:
    """Return the words of each element of some kinds."""
    return [words(one).replace("\u00ad", "") for one in element.iter(*tags)]


def part(main: HtmlElement, name: str) -> HtmlElement:
    """Return the chapter under a heading."""
    (found,) = main.xpath(f'.//section[@aria-labelledby="{name}"]')
    return found


def test_it_opens_with_its_title_and_the_year_in_sentences(report: Report) -> None:
    main = main_of(built(report, ausgabe()))
    assert lines_of(main.find_class("reise-auftakt")[0], "h1", "p") == [
        "Der Fokusbericht in kurzer Form",
        "Fokus 2025",
        "Sozialplanung in kurzer Form",
        "Was im Kreis Muster im Jahr 2025 wichtig war.",
        "12 Minuten Lesezeit · Stand der Zahlen: 1. November 2025",
    ]
    (told,) = main.find_class("reise-saetze")[0].iter("li")
    assert words(told) == "325.200 Menschen leben im Kreis, mehr als je zuvor. Menschen, 2024"
    assert len([*told.iter("svg")]) == 1


def test_contents_lead_to_all_chapters_in_their_order(report: Report) -> None:
    main = main_of(built(report, ausgabe()))
    (contents,) = main.iter("nav")
    links = {one.get("href"): words(one) for one in contents.iter("a")}
    assert links == {
        "#ausgabe-saetze": "Das Jahr in fünf Sätzen",
        "#vorwort": "Vorwort",
        "#einleitung": "Worum es geht",
        "#leitthema": "Fachkräfte",
        "#ziele": "Ziele",
        "#beschluesse": "Beschlüsse",
        "#wohnen": "Wohnen",
        "#arbeit": "Arbeit",
        "#finanzen": "Finanzen",
        "#fruehere": "Was aus früheren wurde",
        "#netzwerk": "Netzwerk",
        "#methode": "Methode",
        "#ausgabe-formen": "Andere Formen",
        "#ausgabe-quellen": "Quellen",
    }
    assert lines_of(contents, "p") == ["Die Handlungsfelder"]  # one theme alone needs none
    headings = {f"#{one.get('id')}" for one in main.iter("h2")}
    assert {*links} <= headings


def test_a_field_has_its_sentence_picture_figures_and_way_on(report: Report) -> None:
    field = part(main_of(built(report, ausgabe())), "wohnen")
    assert words(field) == (
        "Handlungsfeld Wohnen Wohnen: Von hundert Wohnungen stehen gut zwei leer. "
        "Wer umzieht, braucht eine Wohnung, bevor die alte wieder vermietet ist. "
        "Wohnen Wohnen, in Prozent. Am höchsten in Musterstadt. Kreis Muster, eigene Erhebung · "
        "Stand: 2022 Als Tabelle: Wohnen Wohnen Kommune 2022 Musterstadt 4,1 Probedorf 1,9 "
        "Als CSV-Datei: Wohnen "
        "2,3\u202fProzent Leerstand (Wohnen), 2024 160.950 Wohnungen (Wohnen), 2024 "
        "Quelle: Zensus 2022 Hier vertiefen Handlungsfeld Wohnen"
    )
    (picture,) = field.iter("img")
    assert (picture.get("src"), picture.get("alt")) == (
        "bilder/karte-wohnen.svg",
        "Wohnen: dunkel Musterstadt, hell Probedorf.",
    )
    assert [one.get("href") for one in field.iter("a")] == [
        "../../sozialbericht/leerstandsquote/",
        "bilder/karte-wohnen.csv",
        "../../sozialbericht/wohnen-leerstand/",
        "../../sozialbericht/wohnen-wohnungen/",
        "../../handlungsfelder/wohnen/",
    ]


def test_matters_stand_with_their_state(report: Report) -> None:
    goals = part(main_of(built(report, ausgabe())), "ziele")
    assert words(goals) == (
        "Ziele Zielvorschlag 2025-01 Fachkräfte gewinnen "
        "Kreis, Städte und Gemeinden werben gemeinsam um Fachkräfte. "
        "Stand in Beratung seit Mai 2025 Sozialausschuss, 8. Mai 2025: zur Kenntnis genommen "
        "Hier vertiefen Alle Empfehlungen mit ihrem Stand"
    )


def test_it_leads_to_its_other_forms(report: Report) -> None:
    forms = part(main_of(built(report, ausgabe())), "ausgabe-formen")
    assert {one.get("href"): words(one) for one in forms.iter("a")} == {
        "fokus-2025.pdf": "PDF zum Drucken",
        "folien-2025.pdf": "Folien für die Sitzung",
        "fokus-2025.epub": "E-Book (EPUB)",
        "druck/": "Druckfassung im Browser",
    }


def test_what_is_frozen_says_of_each_figure_and_picture_that_it_is_of_then(report: Report) -> None:
    main = main_of(built(report, ausgabe(frozen="2. November 2025")))
    assert words(main.find_class("hinweis")[0]) == (
        "Eingefroren: Zahlen, Bilder und Texte sind, wie sie damals waren."
    )
    for one in (*main.find_class("reise-zahlen"), *main.find_class("reise-saetze")):
        for figure in one.iter("li"):
            assert "Stand damals · Heute: " in words(figure)
    pictures = [*main.iter("figure")]
    assert len(pictures) == 2
    assert all("Stand damals · Heute: " in words(one) for one in pictures)
    assert "Stand damals" not in built(report, ausgabe())


def test_what_moves_on_is_no_part_of_it(report: Report) -> None:
    frame = page_of(report)
    moved = replace(
        frame,
        title="Anders",
        backlinks=(Link("Ein Artikel", "/aktuelles/neu/", "Aktuelles"),),
        previous=Link("Fokus 2024", "/fokus/2024/"),
        next=Link("Fokus 2026", "/fokus/2026/"),
        easy=Link("Leicht", "/leichte-sprache/fokus/"),
        changed=date(2027, 1, 2),
    )
    before, after = built(report, ausgabe()), built(report, ausgabe(), moved)
    start, end = before.index("<main"), before.index("</main>")
    assert before[start:end] in after
    around = after.replace(before[start:end], "")
    for said in ("Fokus 2026", "Ein Artikel", "2.\u00a0Januar 2027", "Leicht"):
        assert said in around


def steps(chapter: Chapter) -> list[tuple[str, str]]:
    """Return the steps of a chapter: the letters of its paragraphs, and its picture."""
    (found,) = journey(ausgabe(chapters=(chapter,))).parts
    return [
        (
            "".join(one.runs[0].text[7] for one in step.blocks if isinstance(one, Paragraph)),
            step.shown.illustration.title if step.shown else "",
        )
        for step in found.steps
    ]


@pytest.mark.parametrize(
    "number, places, expected",
    [
        (0, (), [("ABCD", "")]),
        (1, (2,), [("ABCD", "Bild 0")]),
        (2, (1, 3), [("A", "Bild 0"), ("BCD", "Bild 1")]),
        (2, (0, 3), [("ABC", "Bild 0"), ("D", "Bild 1")]),
        (2, (), [("AB", "Bild 0"), ("CD", "Bild 1")]),
        (3, (4, 4, 4), [("ABCD", "Bild 0"), ("", "Bild 1"), ("", "Bild 2")]),
    ],
)
def test_each_picture_has_the_text_that_it_stands_in(
    number: int, places: tuple[int, ...], expected: list[tuple[str, str]]
) -> None:
    assert steps(with_pictures(number, places)) == expected
