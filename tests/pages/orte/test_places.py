"""Kommunen and Räume: neighbours, sentences, the page for what is not there, the sitemap."""

import re
from dataclasses import replace

import pytest
from support import with_examples

from fokusbericht.figures.population import population_sentence
from fokusbericht.model.report import Report
from fokusbericht.pages.orte import kommune, raum
from fokusbericht.pages.texte import fehler
from fokusbericht.site import plan_site
from fokusbericht.statistics.borders import borders
from fokusbericht.statistics.messung import messungen
from fokusbericht.urls import relative
from fokusbericht.words.german import alphabetical, begun, counted


def test_neighbours_share_a_border_both_ways(report: Report) -> None:
    found = borders(report)
    kommunen = report.geografie.kommunen
    names = {kommunen[ags].name for ags in found["99001006"]}
    assert names == {"Skizzenbek", "Kladdenstedt"}
    assert all(one in found[other] for one, others in found.items() for other in others)


def test_an_island_has_no_neighbours(report: Report) -> None:
    assert borders(report)["99001014"] == ()


def test_who_shares_a_mere_corner_is_no_neighbour(report: Report) -> None:
    shapes = {
        "99001001": square(0, 0),
        "99001002": square(1, 0),  # shares a side with the first
        "99001003": square(1, 1),  # and this one a corner
    }
    kommunen = {
        ags: replace(one, shape=((shapes.get(ags, square(9, n)),),))
        for n, (ags, one) in enumerate(report.geografie.kommunen.items())
    }
    moved = replace(report, geografie=replace(report.geografie, kommunen=kommunen))
    assert borders(moved)["99001001"] == ("99001002",)


def square(x: float, y: float) -> tuple[tuple[float, float], ...]:
    """Return a ring of a degree, from its lower left corner."""
    return ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y))


def test_lead_says_what_a_kommune_is(report: Report) -> None:
    kommunen = report.geografie.kommunen
    assert kommune.lead(report, kommunen["99001014"]) == (
        "Gemeinde ohne Amt · 1.270 Menschen (Ende 2025) · 4,0\u202fkm²"
    )
    assert kommune.lead(report, kommunen["99001003"]).startswith(
        "Gemeinde im Raum Musterstadt, Amt Musterland-Mitte · "
    )


@pytest.mark.parametrize("area", ["99001001", "99001014", "norderbeispiel", "99001"])
def test_change_is_not_computed_across_a_break(report: Report, area: str) -> None:
    # The series begins in 2017; in 2022 people were counted anew.
    assert "als 2022 (" in population_sentence(messungen(report)["bevoelkerung"], area)


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
    real = replace(report, kreis=replace(report.kreis, erfunden=False))
    mixed = with_examples(real, 2025)
    planned = {one.path: one for one in plan_site(mixed)[0]}
    found = {name: planned[name].make().decode() for name in ("sitemap.xml", "robots.txt")}
    for name, one in mixed.empfehlungen.items():
        listed = f"/handlungsempfehlungen/{name}/<" in found["sitemap.xml"]
        assert listed is not one.beispiel
    assert "Sitemap: " in found["robots.txt"]


def test_an_invented_county_has_no_sitemap(report: Report) -> None:
    planned = {one.path: one for one in plan_site(report)[0]}
    assert report.kreis.erfunden
    assert "sitemap.xml" not in planned
    assert planned["robots.txt"].make() == b"User-agent: *\nAllow: /\n"


def test_small_words() -> None:
    assert counted(1, "Kommune", "Kommunen") == "eine Kommune"
    assert counted(13, "Kommune", "Kommunen") == "13 Kommunen"
    assert begun("zwei Empfehlungen") == "Zwei Empfehlungen"
    assert sorted(["Borstel", "Bönningstedt", "Bokel"], key=alphabetical) == [
        "Bokel",
        "Bönningstedt",
        "Borstel",
    ]
