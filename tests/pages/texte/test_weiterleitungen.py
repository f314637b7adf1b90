"""A page that is no more leads to the one that took its place, also without a script."""

import re
from pathlib import Path

from support import loaded, small_county

from fokusbericht.building.output import Output
from fokusbericht.building.redirected import find_superseded
from fokusbericht.site import plan_site

REDIRECTS = "content/weiterleitungen.yml"
OLD, NEW = "/handlungsempfehlungen/2019-07/", "/grundlagen/verfahren/"


def planned(folder: Path, text: str) -> tuple[dict[str, Output], list[str]]:
    """Return the files of the small county with former addresses, and what is wrong with them."""
    report, problems = loaded(small_county(folder, {REDIRECTS: text}))
    assert [str(one) for one in problems] == []
    outputs, told = plan_site(report)
    return {one.path: one for one in outputs}, [str(one) for one in told]


def page(folder: Path, new: str = NEW) -> str:
    """Return the page at a former address."""
    outputs, problems = planned(folder, f"{OLD}: {new}\n")
    assert problems == []
    return outputs["handlungsempfehlungen/2019-07/index.html"].make().decode()


def test_it_leads_on_at_once_and_by_a_link(tmp_path: Path) -> None:
    html = page(tmp_path)
    assert '<meta http-equiv="refresh" content="0; url=../../grundlagen/verfahren/">' in html
    body = html.partition("</header>")[2]
    assert (
        '<a href="../../grundlagen/verfahren/">https://muster.example/grundlagen/verfahren/</a>'
    ) in body
    assert "Diese Seite gibt es nicht mehr" in body
    assert "<script" not in html


def test_search_engines_take_the_new_page_for_it(tmp_path: Path) -> None:
    html = page(tmp_path)
    assert '<link rel="canonical" href="https://muster.example/grundlagen/verfahren/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "data-pagefind-body" not in html


def test_it_is_in_no_list(tmp_path: Path) -> None:
    outputs, _ = planned(tmp_path, f"{OLD}: {NEW}\n")
    assert "2019-07" not in outputs["sitemap.xml"].make().decode()
    for path in ("index.html", "handlungsempfehlungen/index.html", "daten/index.html"):
        assert "2019-07" not in outputs[path].make().decode(), path


def test_it_may_lead_to_a_part_of_a_page(tmp_path: Path) -> None:
    html = page(tmp_path, f"{NEW}#schritte")
    assert "url=../../grundlagen/verfahren/#schritte" in html
    assert html.count('href="../../grundlagen/verfahren/#schritte"') == 1


def test_every_link_on_it_is_relative_to_where_it_was(tmp_path: Path) -> None:
    html = page(tmp_path)
    own = re.findall(r'(?:href|src)="([^"#:]+)"', html)
    assert own and all(one.startswith("../") for one in own)


def test_what_leads_nowhere_is_told(tmp_path: Path) -> None:
    _, problems = planned(tmp_path, f"/fort/: {NEW}\n/alt/: /gibt-es-nicht/\n")
    assert problems == [
        f"{REDIRECTS}:2:8: Die Adresse „/gibt-es-nicht/“ gibt es auf der Seite nicht. (toter-link)"
    ]


def test_where_there_is_a_page_again_it_stands_and_an_editor_is_told(tmp_path: Path) -> None:
    report, _ = loaded(small_county(tmp_path, {REDIRECTS: f"{NEW}: /impressum/\n/fort/: {NEW}\n"}))
    outputs, problems = plan_site(report)
    assert problems == []
    pages = {one.path: one for one in outputs}
    assert b"refresh" not in pages["grundlagen/verfahren/index.html"].make()
    assert [str(one) for one in find_superseded(report, outputs)] == [
        f"{REDIRECTS}:1:25: Hinweis: Unter „{NEW}“ gibt es wieder eine Seite; die Weiterleitung "
        "gilt nicht. Bitte hier streichen. (weiterleitung)"
    ]


def test_without_former_addresses_nothing_is_planned(tmp_path: Path) -> None:
    outputs, problems = planned(tmp_path, "")
    assert problems == []
    made = {one.path for one in plan_site(loaded(small_county(tmp_path / "ohne"))[0])[0]}
    assert outputs.keys() == made
