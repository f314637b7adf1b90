"""The page of the gravitation model: true sentences, each Kommune once, exceptions marked."""

from pathlib import Path

import pytest
from support import REPOSITORY, loaded, replaced, small_county
from test_problems import case_files

from fokusbericht.load import load_report
from fokusbericht.model import Report
from fokusbericht.pages import gravitation, grundlagen
from fokusbericht.pages.cut import cut_view
from fokusbericht.pages.gravitation import GravitationView
from fokusbericht.urls import GRAVITATION


@pytest.fixture(scope="module")
def report() -> Report:
    """Return the county's own report."""
    return load_report(REPOSITORY)[0]


def view_of(report: Report) -> GravitationView:
    """Return what the page shows."""
    [output] = gravitation.plan(report)
    assert isinstance(output.ingredients, tuple)
    view = output.ingredients[2]
    assert isinstance(view, GravitationView)
    return view


def test_every_kommune_is_told_once_the_closest_first(report: Report) -> None:
    rows = view_of(report).decisions.rows
    names = [row[0].text for row in rows]
    assert sorted(names) == sorted(one.name for one in report.geografie.kommunen.values())
    assert names[:3] == ["Langeln", "Ellerhoop", "Groß Offenseth-Aspern"]
    assert [cell.text for cell in rows[0]] == [
        *("Langeln", "Quickborn", "Quickborn", "Barmstedt"),
        "1,02-fach: knapp",
    ]
    assert {row[0].text for row in rows if row[1].note == "Ausnahme"} == {"Bönningstedt"}


def test_sentences_say_what_the_model_says(report: Report) -> None:
    view = view_of(report)
    assert "nach Gravitationsmodell, nicht amtlich" in view.status
    assert view.closest.startswith("Am knappsten entscheidet das Modell bei Langeln:")
    assert "Ellerhoop, Groß Offenseth-Aspern und Langeln." in view.map_sentence
    assert view.map_sentence.endswith("abweicht: Bönningstedt.")
    assert view.explanation[2].startswith("Tornesch und Uetersen sind gemeinsam ein Zentrum")
    assert view.explanation[3] == "Außerhalb der Rechnung bleibt: Helgoland."


def test_legend_counts_every_kommune_once(report: Report) -> None:
    counts = [int(one.count.split()[0]) for one in view_of(report).legend]
    assert sum(counts) == len(report.geografie.kommunen)


def test_other_exponents_and_sizes(report: Report) -> None:
    view = view_of(report)
    assert [(row[0].text, row[1].text) for row in view.exponents.rows] == [
        *(("1", "7"), ("1,5", "4"), ("2 (so gerechnet)", "0"), ("2,5", "3"), ("3", "3")),
    ]
    sizes = {row[0].text: [cell.text for cell in row[3:]] for row in view.sizes.rows}
    assert sizes["Pinneberg"] == ["112.642", "117.187"]
    assert sizes["Barmstedt"] == ["13.492", "13.492"]


def test_map_has_an_outline_for_the_exception(report: Report) -> None:
    [output] = gravitation.plan(report)
    html = output.make().decode()
    assert html.count('class="gewaehlt"') == 1
    assert "Bönningstedt: 2,03-fach: deutlich, Pinneberg; als Ausnahme bei Quickborn" in html


def test_other_pages_lead_there(report: Report) -> None:
    link = cut_view(report, ()).model
    assert link and link.href == GRAVITATION
    [output] = grundlagen.plan(report)
    assert b'href="gravitationsmodell/"' in output.make()


def test_a_small_county_with_its_own_exponent(tmp_path: Path) -> None:
    files = case_files("raum-modell")
    files["geo/raeume.yml"] = files["geo/raeume.yml"].replace("exponent: 1,", "exponent: 2.2,")
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    view = view_of(report)
    assert view.cut.exceptions == ()
    assert [len(row) for row in view.sizes.rows] == [4, 4]
    assert [row[0].text for row in view.exponents.rows] == [
        *("1", "1,5", "2", "2,2 (so gerechnet)", "2,5", "3"),
    ]
    assert "bleiben davon 22\u202f%" in view.explanation[0]
    assert view.map_sentence == "Keine Entscheidung ist knapp."


def test_no_model_no_page(tmp_path: Path) -> None:
    report, _ = loaded(small_county(tmp_path))
    assert list(gravitation.plan(report)) == []
    assert cut_view(report, ()).model is None


@pytest.mark.parametrize("exponent", ["0", "-1", "11"])
def test_an_exponent_out_of_bounds_is_told_once(tmp_path: Path, exponent: str) -> None:
    files = case_files("raum-modell")
    text = files["geo/raeume.yml"].replace("exponent: 1,", f"exponent: {exponent},")
    _, problems = loaded(small_county(tmp_path, {**files, "geo/raeume.yml": text}))
    assert [one.rule for one in problems] == ["falscher-typ"]


def test_a_mass_that_counts_nothing_is_told(tmp_path: Path) -> None:
    old = '    zuordnung: {nord: ["01099001"'
    new = f"    modell: {{exponent: 2, masse: leerstand, jahr: 2022}}\n{old}"
    _, problems = loaded(small_county(tmp_path, replaced("geo/raeume.yml", old, new)))
    assert [one.rule for one in problems] == ["raum-modell"]
