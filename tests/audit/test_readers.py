"""Each kind of file is really read: a reader that has gone blind would find no leak."""

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from fokusbericht.audit import Sure, seen_intervals, sightings

if TYPE_CHECKING:
    from conftest import Built

Cell = tuple[str, int]
PLACES = ("01099001", "01099002", "01099003")
ROOMS = ("nord", "sued", "01099")
BOTH = ("leerstand", "obdachlose")


def read(built: "Built", path: str, name: str, sure: Sure = Sure.READ) -> set[Cell]:
    """Return which cells of an indicator are seen in a built file."""
    return {
        (one.area, one.year)
        for one in sightings(built.report, path, built.files[path])
        if one.indikator == name and one.sure is sure
    }


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("file", ["daten.csv", "daten.jsonstat.json", "index.html"])
def test_all_published_cells_are_read(built: "Built", name: str, file: str) -> None:
    assert read(built, f"sozialbericht/{name}/{file}", name) == built.published(name)


@pytest.mark.parametrize("name", BOTH)
def test_all_cells_of_the_interface_are_read(built: "Built", name: str) -> None:
    assert read(built, f"api/v1/indikatoren/{name}.json", name) == built.published(name)


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize(
    "file",
    ["werte.csv", "werte.json", "fokusbericht.xlsx", "fokusbericht.sqlite", "fokusbericht.gpkg"],
)
def test_the_table_of_all_figures_is_read(built: "Built", name: str, file: str) -> None:
    assert read(built, f"daten/{file}", name) == built.published(name)


def test_a_map_names_what_is_hidden_in_it(built: "Built") -> None:
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(built.files["daten/fokusbericht.gpkg"])
        rows = file.execute("SELECT name, leerstand_2022, geheim FROM kommunen_zahlen").fetchall()
    assert rows == [
        ("Nordort", None, "leerstand | obdachlose"),
        ("Mitte", None, "leerstand | obdachlose"),
        ("Südort", 7.0, None),
    ]


@pytest.mark.parametrize("name", BOTH)
def test_the_packed_files_are_read(built: "Built", name: str) -> None:
    for path in (built.packed(), "suche/zahlen.js"):
        assert read(built, path, name) == built.published(name)


@pytest.mark.parametrize("name", BOTH)
def test_the_files_of_pictures_are_read(built: "Built", name: str) -> None:
    folder = f"sozialbericht/{name}"
    course = {(area, year) for area in ROOMS for year in (2020, 2021, 2022)}
    assert read(built, f"{folder}/karte.csv", name) == {("01099003", 2022)}
    assert read(built, f"{folder}/karte.svg", name) == {("01099003", 2022)}
    assert read(built, f"{folder}/verlauf.csv", name) == course
    assert course <= read(built, f"{folder}/verlauf.vl.json", name)
    labels = {(area, 0) for area in ROOMS}
    for file in ("verlauf.svg", "verlauf-mit-quelle.svg"):
        assert read(built, f"{folder}/{file}", name) == labels
    said = read(built, f"{folder}/verlauf-schmal.svg", name, Sure.SAID)
    assert said == {("01099", 2020), ("01099", 2022)}


@pytest.mark.parametrize("name", BOTH)
def test_the_pages_of_places_are_read(built: "Built", name: str) -> None:
    south, county = ("01099003", 2022), ("01099", 2022)

    def until(area: str, *more: tuple[str, int]) -> set[tuple[str, int]]:
        return {(area, 2020), (area, 2021), *more}

    assert read(built, "kommunen/suedort/daten.csv", name) == until("01099003", south)
    assert read(built, "kommunen/suedort/index.html", name) == {south, county}
    # What is hidden in 2022 is shown as it was in 2021.
    north = {("01099001", 2021), ("01099", 2021)}
    assert read(built, "kommunen/nordort/index.html", name) == north
    assert read(built, "kommunen/nordort/daten.csv", name) == until("01099001")
    assert read(built, "raeume/nord/index.html", name) == {("nord", 2022), county}
    assert read(built, "raeume/nord/daten.csv", name) == until("nord", ("nord", 2022))
    assert read(built, "raeume/kreis/index.html", name) == {county}
    assert read(built, "raeume/kreis/daten.csv", name) == until("01099", county)


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("file", ["index.html", "vergleich.csv"])
def test_places_side_by_side_are_read(built: "Built", name: str, file: str) -> None:
    south = read(built, f"kommunen/vergleich/suedort/{file}", name)
    assert south == {("01099003", 2022), ("01099", 2022)}  # the others are hidden
    north = read(built, f"kommunen/vergleich/nordort/{file}", name)
    assert north == {(area, 2021) for area in (*PLACES, "01099")}


def test_maps_elsewhere_are_read(built: "Built") -> None:
    for path in (
        "index.html",
        "sozialbericht/index.html",
        "einbetten/leerstand/index.html",
        "handlungsempfehlungen/2021-01/index.html",
    ):
        assert ("01099003", 2022) in read(built, path, "leerstand"), path
        assert ("01099", 2022) in read(built, path, "leerstand", Sure.SAID), path


def test_word_files_are_read(built: "Built") -> None:
    path = "handlungsempfehlungen/2021-01/beschlussvorlage.docx"
    assert read(built, path, "leerstand") == {("nord", 2022), ("sued", 2022), ("01099", 2022)}
    said = read(built, path, "leerstand", Sure.SAID)
    assert said == {("01099", 2020), ("01099", 2022)}


def test_pictures_and_pages_about_other_things_tell_nothing(built: "Built") -> None:
    for path in ("impressum/index.html", "sozialbericht/leerstand/karte.png", "sitemap.xml"):
        assert list(sightings(built.report, path, built.files[path])) == []


def test_what_was_seen_is_joined(built: "Built") -> None:
    everything = [
        one for path, data in built.files.items() for one in sightings(built.report, path, data)
    ]
    found = seen_intervals(everything)
    assert found["leerstand", "01099003", 2022] == pytest.approx((6.95, 7.05))
    assert found["obdachlose", "01099001", 2021] == pytest.approx((2776.5, 2777.5))
    assert {(area, year) for name, area, year in found if name == "leerstand"} == built.published(
        "leerstand"
    )


RANKING = """<svg><title id="titel">Leerstand 2022, Rangfolge</title>
<g transform="translate(236,54)"><text transform="translate(-8,15)">Südort</text>
<text transform="translate(-8,37)">Nordort</text>
<text transform="translate(483,15)">7,0\u202f%</text>
<text transform="translate(483,37)">0,8\u202f%</text>
<text transform="translate(98,-8.8)">Musterkreis 5,2\u202f%</text></g></svg>"""
PAIR = (
    "ebene;raum_schluessel;raum;leerstand_2022;obdachlose_2022;drittel_leerstand\n"
    "kommune;01099001;Nordort;0,8;777;1\n"
)
NARROW = """<svg><title>Leerstand 2022, Rangfolge</title>
<text x="0" y="13">Südort</text><text x="300" y="27">7,0</text>
<text x="0" y="45">Nordort</text><text x="80" y="59">0,8</text></svg>"""
LEFTWARD = """<svg><title>Leerstand 2022, Rangfolge</title>
<text x="308" y="13">Südort</text><text x="40" y="13">−7,0</text></svg>"""


def test_forms_that_the_small_county_does_not_have(built: "Built") -> None:
    def cells(path: str, text: str) -> set[tuple[str, str, int]]:
        found = sightings(built.report, path, text.encode())
        return {(one.indikator, one.area, one.year) for one in found if one.sure is Sure.READ}

    folder = "sozialbericht/leerstand"
    assert cells(f"{folder}/rangfolge.svg", RANKING) == {
        ("leerstand", "01099003", 2022),
        ("leerstand", "01099001", 2022),
        ("leerstand", "01099", 2022),
    }
    assert cells(f"{folder}/rangfolge-schmal.svg", NARROW) == {
        ("leerstand", "01099003", 2022),
        ("leerstand", "01099001", 2022),
    }
    assert cells(f"{folder}/rangfolge.svg", LEFTWARD) == {("leerstand", "01099003", 2022)}
    pair = "sozialbericht/vergleich/leerstand-und-obdachlose/werte.csv"
    assert cells(pair, PAIR) == {
        ("leerstand", "01099001", 2022),
        ("obdachlose", "01099001", 2022),
    }


def test_a_name_that_may_be_cut_is_read(built: "Built") -> None:
    path = "sozialbericht/leerstand/index.html"
    page = built.files[path].decode()
    told = {one.area for one in sightings(built.report, path, page.encode())}
    cut = page.replace("Südort", "Süd\u00adort").replace("Nordort", "Nord<wbr>ort")
    assert (
        cut != page
        and told
        and told == {one.area for one in sightings(built.report, path, cut.encode())}
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"raum": "01099001", "jahr": "2022", "wert": "0,8"}', ("01099001", 2022, 0.8)),
        ('{"2022": {"Nordort": 0.8}, "jahr": 2022}', ("01099001", 2022, 0.8)),
        ('{"nord": {"2022": 3.4}}', ("nord", 2022, 3.4)),
        ('{"raum": "nord", "jahr": 2022, "zaehler": 17, "nenner": 500}', ("nord", 2022, 3.4)),
        ('[{"x": 2022, "y": 3.4, "name": "Nord"}]', ("nord", 2022, 3.4)),
        ('[{"x": 0, "x2": 5.2, "y": 9, "name": "Leerstand"}]', ("01099", 0, 5.2)),
    ],
)
def test_records_of_all_forms_are_read(
    built: "Built", text: str, expected: tuple[str, int, float]
) -> None:
    found = sightings(built.report, "sozialbericht/leerstand/neu.json", text.encode())
    seen = [(one.area, one.year, pytest.approx((one.low + one.high) / 2)) for one in found]
    assert seen == [expected]
