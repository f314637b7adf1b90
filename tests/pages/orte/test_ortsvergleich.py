"""/kommunen/vergleich/: the page of each Kommune, its CSV, and the page on which one chooses."""

import re
from pathlib import Path

from lxml import html

PAGE = "kommunen/vergleich/nordort"


def page_of(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_bytes())


def said(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def test_a_kommune_stands_beside_the_others(small_site: Path) -> None:
    page = page_of(small_site, PAGE)
    (table,) = page.findall(".//table")
    assert said(page.find(".//h1")).startswith("Nordort neben ")
    assert [[said(cell) for cell in row] for row in table.iter("tr")] == [
        ["Zahl", "Nordort", "Mitte", "Südort", "Musterkreis"],
        ["Wohnen"],
        ["Leerstand Prozent, 2022", "2,4", "5,0 2021", "7,0 4,6 mehr", "2,6 2021"],
    ]
    assert [small.get("class") for small in table.iter("small")] == [None, None, "mehr", None]
    assert {cell.get("data-ort") for cell in table.iter("td")} == {
        *("Nordort", "Mitte", "Südort", "Musterkreis")
    }
    assert said(page.find_class("nebeneinander-hinweis")[1]) == "Quelle: Musteramt"


def test_what_is_shown_can_be_taken_along(small_site: Path) -> None:
    text = (small_site / PAGE / "vergleich.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines() == [
        "ebene;raum_schluessel;raum;indikator;titel;jahr;wert;einheit",
        "kommune;01099001;Nordort;leerstand;Leerstand;2022;2,4;%",
        "kommune;01099002;Mitte;leerstand;Leerstand;2021;5;%",
        "kommune;01099003;Südort;leerstand;Leerstand;2022;7;%",
        "kreis;01099;Musterkreis;leerstand;Leerstand;2021;2,6;%",
    ]


def test_without_script_all_are_found_and_those_chosen_lead_to_the_choice(small_site: Path) -> None:
    page = page_of(small_site, "kommunen/vergleich")
    links = page.xpath("//section[contains(@class, 'ortsvergleich-fertig')]//a")
    assert [(said(one), one.get("href")) for one in links] == [
        ("Mitte", "mitte/"),
        ("Nordort", "nordort/"),
        ("Südort", "suedort/"),
    ]
    assert [one.get("name") for one in page.iter("select")] == ["a", "b", "c"]
    choose = page_of(small_site, PAGE).xpath("//a[text()='Andere Orte wählen']/@href")
    assert re.fullmatch(r"\.\./\?a=nordort&b=\w+&c=\w+", choose[0])
    assert page_of(small_site, "kommunen").xpath("//a[@href='vergleich/']/text()") == [
        "Orte nebeneinander stellen"
    ]
