"""The page of the gravitation model: true sentences, each Kommune once, exceptions marked."""

from dataclasses import replace
from pathlib import Path

import pytest
from support import case_files, loaded, replaced, small_county

from fokusbericht.editing.proposal import propose
from fokusbericht.model.report import Report
from fokusbericht.pages.orte import gravitation
from fokusbericht.pages.orte.cut import cut_view
from fokusbericht.pages.orte.gravitation import GravitationView
from fokusbericht.pages.texte import grundlagen
from fokusbericht.urls import GRAVITATION
from fokusbericht.words.phrases import listing


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
    assert names[:3] == ["Lückenbüll", "Formularhagen", "Platzhalterdorf"]
    assert [cell.text for cell in rows[0]] == [
        *("Lückenbüll", "Norderbeispiel", "Norderbeispiel", "Musterstadt"),
        "1,24-fach: erkennbar",
    ]
    assert {row[0].text for row in rows if row[1].note == "Ausnahme"} == {"Kladdenstedt"}


def test_sentences_say_what_the_model_says(report: Report) -> None:
    view = view_of(report)
    assert "nach Gravitationsmodell mit Fahrzeiten, nicht amtlich" in view.status
    assert view.closest.startswith("Am knappsten entscheidet das Modell bei Lückenbüll:")
    assert view.map_sentence.startswith("Keine Entscheidung ist knapp.")
    assert view.map_sentence.endswith("abweicht: Kladdenstedt.")
    assert "ohne Angabe die Luftlinie" in view.explanation[1]
    assert view.explanation[1].partition(" Auch wer pendelt")[0].endswith("bei Probedorf.")
    assert view.explanation[2].startswith("Musterstadt und Beispielhausen sind gemeinsam ein")
    assert view.explanation[3] == "Außerhalb der Rechnung bleibt: Insel Fiktum."


def test_close_decisions_are_named(report: Report) -> None:
    # Where nearness counts less, three decisions are close.
    geografie = report.geografie
    first, last = geografie.fassungen
    assert last.modell
    changed = replace(last, modell=replace(last.modell, exponent=1.5))
    close = replace(report, geografie=replace(geografie, fassungen=(first, changed)))
    view = view_of(close)
    near = [row[0].text for row in view.decisions.rows if row[4].text.endswith(": knapp")]
    assert len(near) == 3
    assert f"Knapp ist die Entscheidung bei {listing(sorted(near))}." in view.map_sentence


def test_legend_counts_every_kommune_once(report: Report) -> None:
    counts = [int(one.count.split()[0]) for one in view_of(report).legend]
    assert sum(counts) == len(report.geografie.kommunen)


def test_other_exponents_and_sizes(report: Report) -> None:
    view = view_of(report)
    assert [(row[0].text, row[1].text) for row in view.exponents.rows] == [
        *(("1", "4"), ("1,5", "2"), ("2 (so gerechnet)", "0"), ("2,5", "0"), ("3", "0")),
    ]
    sizes = {row[0].text: [cell.text for cell in row[3:]] for row in view.sizes.rows}
    # By the model alone, Kladdenstedt would belong to the first.
    assert sizes["Musterstadt"] == ["68.786", "72.070"]
    assert sizes["Norderbeispiel"] == ["32.381", "29.097"]
    assert sizes["Süderentwurf"] == ["15.627", "15.627"]


def test_map_has_an_outline_for_the_exception(report: Report) -> None:
    [output] = gravitation.plan(report)
    html = output.make().decode()
    assert html.count('class="gewaehlt"') == 1
    assert "Kladdenstedt: 2,35-fach: deutlich, Musterstadt; als Ausnahme bei Norderbeispiel" in html


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


TIMES = "von;nach;minuten\n01099002;01099001;10\n01099002;01099003;20\n"
COMMUTERS = "von;nach;personen\n01099002;01099001;30\n"


def with_tables(folder: Path, times: str = "", commuters: str = "") -> Report:
    """Return the small county, whose Mitte is in the north, with tables of ways."""
    files = case_files("raum-modell")
    keys = "reisezeiten: geo/reisezeiten.csv" if times else ""
    keys += ", " if times and commuters else ""
    keys += "pendler: geo/wege.csv" if commuters else ""
    files["geo/raeume.yml"] = files["geo/raeume.yml"].replace(
        "{exponent: 1, masse: menschen, jahr: 2020}",
        f"{{exponent: 2, masse: menschen, jahr: 2020, {keys}}}",
    )
    tables = {"geo/reisezeiten.csv": times, "geo/wege.csv": commuters}
    files |= {name: text for name, text in tables.items() if text}
    report, problems = loaded(small_county(folder, files))
    assert problems == []
    return report


def test_without_tables_the_line_counts(tmp_path: Path) -> None:
    report, _ = loaded(small_county(tmp_path, case_files("raum-modell")))
    assert (
        view_of(report)
        .explanation[1]
        .endswith(
            "zählt die Luftlinie zwischen den Mittelpunkten der Kommunen. Fahrzeiten und "
            "Pendlerströme kennt die Rechnung nicht."
        )
    )


def test_the_page_says_which_distance_counts(tmp_path: Path) -> None:
    some = view_of(with_tables(tmp_path / "einige", TIMES)).explanation[1]
    assert some.endswith(
        "Als Entfernung zählt die Fahrzeit in Minuten, ohne Angabe die Luftlinie zwischen den "
        "Mittelpunkten der Kommunen: bei Nordort und Südort. Pendlerströme kennt die Rechnung "
        "nicht."
    )
    every = TIMES + "01099001;01099003;25\n01099003;01099001;25\n"
    both = view_of(with_tables(tmp_path / "alle", every, COMMUTERS)).explanation[1]
    assert "zählt die Fahrzeit in Minuten. Auch wer pendelt, zählt: " in both
    assert both.endswith("um ein Zehntel stärker an.")
    flows = view_of(with_tables(tmp_path / "pendler", "", COMMUTERS)).explanation[1]
    assert "zählt die Luftlinie" in flows
    assert flows.endswith("stärker an. Fahrzeiten kennt die Rechnung nicht.")


def test_minutes_and_commuters_are_in_the_numbers(tmp_path: Path) -> None:
    # 1000 / 10² against 2000 / 20²: twice; and 30 of 100 commute.
    report = with_tables(tmp_path, TIMES, COMMUTERS)
    [row] = [row for row in view_of(report).decisions.rows if row[0].text == "Mitte"]
    assert [cell.text for cell in row[2:]] == ["Nord", "Süd", "2,60-fach: deutlich"]


def test_a_proposal_keeps_the_tables(tmp_path: Path) -> None:
    text = propose(with_tables(tmp_path, TIMES, COMMUTERS))
    assert text and "reisezeiten: geo/reisezeiten.csv, pendler: geo/wege.csv}" in text


@pytest.mark.parametrize("path", ["../wege.csv", "geo/../geo/wege.csv", "wege", "geo/Wege.csv"])
def test_a_table_is_a_file_in_geo(tmp_path: Path, path: str) -> None:
    files = case_files("raum-modell")
    text = files["geo/raeume.yml"].replace("exponent: 1,", f"exponent: 2.2, pendler: {path},")
    _, problems = loaded(small_county(tmp_path, {**files, "geo/raeume.yml": text}))
    assert [one.rule for one in problems] == ["falscher-typ"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (None, "lesbar"),
        ("", "csv"),
        ("von;nach;personen\n", "csv"),
        ("von;nach;menschen\n01099002;01099001;3\n", "csv"),
        ("\n", "csv"),
    ],
)
def test_a_table_that_says_nothing_is_told_once(
    tmp_path: Path, text: str | None, rule: str
) -> None:
    files = case_files("raum-modell")
    key = "exponent: 2.2, pendler: geo/wege.csv,"
    files["geo/raeume.yml"] = files["geo/raeume.yml"].replace("exponent: 1,", key)
    files |= {} if text is None else {"geo/wege.csv": text}
    _, problems = loaded(small_county(tmp_path, files))
    assert [(one.place.path, one.rule) for one in problems] == [("geo/wege.csv", rule)]


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
