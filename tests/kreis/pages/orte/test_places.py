"""Kommunen and Räume: neighbours, sentences, the page for what is not there, the sitemap."""

import re
from dataclasses import replace

import pytest

from fokusbericht.figures.population import population_sentence
from fokusbericht.model.report import Report
from fokusbericht.pages.orte import kommune, raum
from fokusbericht.pages.texte import fehler
from fokusbericht.site import plan_site
from fokusbericht.statistics.borders import borders
from fokusbericht.statistics.messung import messungen
from fokusbericht.urls import relative
from fokusbericht.words.german import alphabetical, begun, counted, with_article


def test_neighbours_share_a_border_both_ways(report: Report) -> None:
    found = borders(report)
    kommunen = report.geografie.kommunen
    assert {kommunen[ags].name for ags in found["01056044"]} == {"Halstenbek", "Pinneberg"}
    assert all(one in found[other] for one, others in found.items() for other in others)


def test_island_and_mere_corner_are_no_neighbours(report: Report) -> None:
    assert borders(report)["01056025"] == ()
    assert "01056037" not in borders(report)["01056019"]


def test_lead_says_what_a_kommune_is(report: Report) -> None:
    kommunen = report.geografie.kommunen
    assert kommune.lead(report, kommunen["01056025"]).startswith(
        "Helgoland ist eine Gemeinde im Betrachtungsraum Helgoland und amtsfrei. Auf 4,2"
    )
    assert "und gehört zum Amt Hörnerkirchen." in kommune.lead(report, kommunen["01056006"])


@pytest.mark.parametrize("area", ["01056015", "01056025", "elmshorn", "01056"])
def test_change_is_not_computed_across_a_break(report: Report, area: str) -> None:
    assert "als 2013 (" in population_sentence(messungen(report)["bevoelkerung"], area)


def test_every_kommune_and_room_is_planned_once(report: Report) -> None:
    pages = [one.path for one in kommune.plan(report) if one.path.endswith(".html")]
    assert len(pages) == len(set(pages)) == len(report.geografie.kommunen)
    rooms = [one.path for one in raum.plan(report) if one.path.endswith(".html")]
    assert "raeume/kreis/index.html" in rooms
    assert len(rooms) == len(report.geografie.raeume) + 1


def test_lost_page_links_from_the_root(report: Report) -> None:
    kreis = replace(report.kreis, basis_url="https://beispiel.example/unterordner")
    (output,) = fehler.plan(replace(report, kreis=kreis))
    links = re.findall(rb'(?:href|src)="([^"#]+)"', output.make())
    assert output.path == "404.html"
    assert all(re.match(rb"/unterordner/|https://|mailto:", link) for link in links)
    assert relative("/a/#b", "/unterordner/404.html") == "/unterordner/a/#b"


def test_sitemap_leaves_out_examples(report: Report) -> None:
    planned = {one.path: one for one in plan_site(report)[0]}
    found = {name: planned[name].make().decode() for name in ("sitemap.xml", "robots.txt")}
    for name, one in report.empfehlungen.items():
        listed = f"/handlungsempfehlungen/{name}/<" in found["sitemap.xml"]
        assert listed is not one.beispiel
    assert "Sitemap: " in found["robots.txt"]


def test_small_words() -> None:
    assert counted(1, "Kommune", "Kommunen") == "eine Kommune"
    assert counted(13, "Kommune", "Kommunen") == "13 Kommunen"
    assert begun("zwei Empfehlungen") == "Zwei Empfehlungen"
    assert sorted(["Borstel", "Bönningstedt", "Bokel"], key=alphabetical) == [
        "Bokel",
        "Bönningstedt",
        "Borstel",
    ]
    assert (with_article("Stadt"), with_article("Flecken")) == ("eine Stadt", "ein Flecken")
