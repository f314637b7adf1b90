"""Editors are told of pages that nobody finds, where they can mend it."""

from pathlib import Path

from support import loaded, replaced, small_county

from fokusbericht.building.unlinked import find_unlinked
from fokusbericht.site import plan_site

WAY_OUT = (
    "Bitte unter „navigation“, „fusszeile“ oder „tueren“ eintragen, oder in einem Text nennen. "
    "(kein-link)"
)


def told(root: Path) -> list[str]:
    report, problems = loaded(root)
    outputs, dead = plan_site(report)
    assert (problems, dead) == ([], [])
    return [str(one) for one in find_unlinked(outputs, report.kreis.place)]


def test_a_page_that_no_menu_names_is_told_where_the_menus_are(tmp_path: Path) -> None:
    without = replaced("content/kreis.yml", "ziel: /berichtigungen/", "ziel: /umsetzung/")
    expected = f"content/kreis.yml:1:1: Hinweis: Kein Link führt zu „/berichtigungen/“. {WAY_OUT}"
    assert told(small_county(tmp_path / "a")) == []
    assert told(small_county(tmp_path / "b", without)) == [expected]


def test_a_page_of_an_editor_is_told_where_it_is_written(tmp_path: Path) -> None:
    path = "content/seiten/einsam.md"
    text = (small_county(tmp_path / "a") / "content/seiten/impressum.md").read_text("utf-8")
    root = small_county(tmp_path / "b", {path: text})
    assert told(root) == [f"{path}:1:1: Hinweis: Kein Link führt zu „/einsam/“. {WAY_OUT}"]
