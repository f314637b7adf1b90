"""The importers on the real files: what they read equals the checked figures."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importers.county import GUIDES, SOURCES, needs_sources, values, written
from support import REPOSITORY

from fokusbericht.importers import ARTEN, excel, gemeindeverzeichnis, run
from fokusbericht.importers.plan import Import, Request, plan_import
from fokusbericht.problems import Problem

pytestmark = needs_sources
RAW = SOURCES / "roh"
ELECTION_2018 = "gemeindewahl_2018_kreis_pinneberg_2230_spalten.csv"
ELECTION_2023 = "gemeindewahl_2023_stimmbezirke_kreis_pinneberg.csv"
# Which table of ours each guide fills, from which file, and for which year.
TABLES = (
    ("beteiligung/wahlbeteiligung", "wahlbeteiligung-1998", "gemeindewahl_sh_1998.xlsx", 1998),
    ("beteiligung/wahlbeteiligung", "wahlbeteiligung-2003", "gemeindewahl_sh_2003.xlsx", 2003),
    ("beteiligung/wahlbeteiligung", "wahlbeteiligung-2018", ELECTION_2018, 2018),
    ("beteiligung/wahlbeteiligung", "wahlbeteiligung-2023", ELECTION_2023, 2023),
    ("beteiligung/frauenanteil-raete", "frauenanteil-raete-2018", ELECTION_2018, 2018),
    (
        "flaeche/siedlungs-und-verkehrsflaeche",
        "siedlungs-und-verkehrsflaeche-2019",
        "flaechenatlas2019_sh.csv",
        2019,
    ),
    (
        "arbeit/beschaeftigte-am-arbeitsort",
        "beschaeftigte-am-arbeitsort",
        "ref-gemeinden-ab-2020.xlsx",
        2020,
    ),
    (
        "arbeit/beschaeftigte-am-arbeitsort",
        "beschaeftigte-am-arbeitsort",
        "ref-gemeinden-ab-2020.xlsx",
        2021,
    ),
)


def pinneberg(folder: Path, *indicators: str) -> Path:
    """Return a county with the real areas and indicators that have no values yet."""
    (folder / "geo").mkdir(parents=True)
    for name in ("raeume.yml", "kommunen.geojson"):
        (folder / "geo" / name).write_bytes((REPOSITORY / "geo" / name).read_bytes())
    (folder / "indicators").mkdir()
    for indicator in indicators:
        (folder / "indicators" / f"{indicator}.yml").write_text("titel: Test\n", encoding="utf-8")
    return folder


def table_of(name: str) -> dict[tuple[str, str], str]:
    """Return a table of the real report."""
    lines = (REPOSITORY / "indicators" / f"{name}.csv").read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split(";", 2) for line in lines]
    return {(raum, jahr): value for raum, jahr, value in cells}


def source(name: str) -> list[dict[str, str]]:
    with (SOURCES / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def by_guide(folder: Path, indicator: str, guide: str, name: str, year: int) -> Import:
    root = pinneberg(folder, indicator)
    text = (GUIDES / f"{guide}.einlesen.yml").read_text(encoding="utf-8")
    (root / "indicators" / f"{indicator}.einlesen.yml").write_text(text, encoding="utf-8")
    given = year if "{jahr}" in text else None
    return plan_import(Request("tabelle", RAW / name, indicator, given), root)


@pytest.fixture(scope="module", autouse=True)
def _each_workbook_is_read_once() -> Iterator[None]:
    """A register of all Gemeinden has 800,000 cells; several tests look at the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(excel, "_load", cache(excel._load))
        yield


@pytest.mark.parametrize(
    ("day", "year", "total", "lines"),
    [
        ("31121987", 1987, None, 8533),
        ("31122009", 2009, None, 12018),
        ("31122023", 2023, 324018, 10932),
    ],
)
def test_gemeindeverzeichnis(
    tmp_path: Path, day: str, year: int, total: int | None, lines: int
) -> None:
    root = pinneberg(tmp_path, *gemeindeverzeichnis.INDICATORS)
    given = year if year == 1987 else None
    request = Request("gemeindeverzeichnis", RAW / f"{day}_Auszug_GV.xlsx", "", given)
    found = plan_import(request, root)
    expected = {
        row["ags"]: row for row in source("population_long.csv") if row["jahr"] == str(year)
    }
    people, area, women = (values(found, number) for number in range(3))
    assert {raum: value for (raum, _), value in people.items()} == {
        ags: row["wert"] for ags, row in expected.items()
    }
    assert {raum: value for (raum, _), value in women.items()} == {
        ags: f"{row['weiblich']};{row['wert']}" for ags, row in expected.items()
    }
    assert len(area) == 49
    assert total is None or sum(map(int, people.values())) == total
    assert f"{lines} Zeilen zu anderen Gebieten übergangen." in found.notes


def test_the_edition_of_1987_contradicts_itself(tmp_path: Path) -> None:
    root = pinneberg(tmp_path, "bevoelkerung")
    request = Request("gemeindeverzeichnis", RAW / "31121987_Auszug_GV.xlsx", "bevoelkerung")
    (problem,) = plan_import(request, root).problems
    assert "Kopf der Spalte Bevölkerung: 31.12.1987; Titel der Tabelle: 31.12.1988" in str(problem)


def test_the_area_of_2023() -> None:
    problems: list[Problem] = []
    path = RAW / "31122023_Auszug_GV.xlsx"
    edition = gemeindeverzeichnis.read(path, str(path), None, problems)
    assert edition is not None
    areas = {str(line.cells[0]): str(line.cells[2]) for line in edition.table.lines}
    for row in source("gemeinden.csv"):
        assert float(areas[row["ags"]]) == float(row["flaeche_km2"])
        assert edition.midpoints[row["ags"]].lon == pytest.approx(float(row["lon_gv"]), abs=1e-6)
        assert edition.midpoints[row["ags"]].lat == pytest.approx(float(row["lat_gv"]), abs=1e-6)


def test_the_centres_of_2009_are_in_minutes_and_seconds() -> None:
    """Read as decimals, they would be up to 40 km off.

    Five of them are off by far more: the register gives them the middle of their namesakes in
    other counties. Whoever joins by name is wrong.
    """
    problems: list[Problem] = []
    path = RAW / "31122009_Auszug_GV.xlsx"
    edition = gemeindeverzeichnis.read(path, str(path), None, problems)
    assert edition is not None
    # Since then the middle of some Kommunen was moved, by two kilometres at most.
    wrong = {
        row["name"]
        for row in source("gemeinden.csv")
        if abs(edition.midpoints[row["ags"]].lon - float(row["lon_gv"])) > 0.03
        or abs(edition.midpoints[row["ags"]].lat - float(row["lat_gv"])) > 0.03
    }
    assert wrong == {"Bokel", "Heede", "Holm", "Langeln", "Tangstedt"}


def test_zensus_2022(tmp_path: Path) -> None:
    root = pinneberg(tmp_path, "zensus-bevoelkerung")
    path = RAW / "zensus2022_1000A-0000_flat_sh.csv"
    found = plan_import(Request("zensus2022", path), root)
    numbers = values(found)
    assert len(numbers) == 49
    assert sum(map(int, numbers.values())) == 320_275
    assert numbers["01056015", "2022"] == "51248"
    assert numbers["01056025", "2022"] == "1405"
    expected = source("indikatoren/zensus2022_bevoelkerung.csv")
    assert numbers == {(row["ags"], row["jahr"]): row["wert"] for row in expected}


@pytest.mark.parametrize(("table", "guide", "name", "year"), TABLES)
def test_tables_by_guide(tmp_path: Path, table: str, guide: str, name: str, year: int) -> None:
    found = by_guide(tmp_path, table.rpartition("/")[2], guide, name, year)
    expected = {spot: value for spot, value in table_of(table).items() if spot[1] == str(year)}
    assert len(expected) == 49
    assert values(found) == expected


def test_the_population_of_2022(tmp_path: Path) -> None:
    name = "ref-gemeinden-ab-2020.xlsx"
    found = by_guide(tmp_path, "bevoelkerung", "bevoelkerung-2022", name, 2022)
    numbers = values(found)
    assert sum(map(int, numbers.values())) == 322_130
    expected = [row for row in source("population_long.csv") if row["jahr"] == "2022"]
    assert numbers == {(row["ags"], "2022"): row["wert"] for row in expected}


def test_women_and_men_are_all_seats(tmp_path: Path) -> None:
    """2,230 columns, „Mandate Frauen“ and „Mandate Männer“ 739 times each."""
    women = values(by_guide(tmp_path / "f", "m", "frauenanteil-raete-2018", ELECTION_2018, 2018))
    root = pinneberg(tmp_path / "m", "m")
    text = (GUIDES / "frauenanteil-raete-2018.einlesen.yml").read_text(encoding="utf-8")
    guide = root / "indicators" / "m.einlesen.yml"
    guide.write_text(text.replace("Mandate Frauen", "Mandate Männer"), encoding="utf-8")
    men = values(plan_import(Request("tabelle", RAW / ELECTION_2018, "m"), root))
    for spot, value in women.items():
        seats, all_seats = value.split(";")
        assert int(seats) + int(men[spot].split(";")[0]) == int(all_seats)


@pytest.mark.parametrize("code", ["share_female", "share_foreign", "cars_per_capita"])
def test_inkar(tmp_path: Path, code: str) -> None:
    root = pinneberg(tmp_path, "x")
    guide = root / "indicators" / "x.einlesen.yml"
    guide.write_text(f"art: inkar\nfilter: {{Indikator: {code}}}\n", encoding="utf-8")
    path = SOURCES / "kreise" / "inkar_kreise_sh.csv"
    rows = [row for row in source("kreise/inkar_kreise_sh.csv") if row["indikator"] == code]
    found = values(plan_import(Request("inkar", path, "x"), root))
    assert {spot: float(value.replace(",", ".")) for spot, value in found.items()} == {
        (row["kreis"], row["jahr"]): float(row["wert"]) for row in rows
    }


def test_the_map_from_what_the_bkg_delivers(tmp_path: Path) -> None:
    """54 areas, five of them water, all rings clockwise: the same map as from the clean file."""
    for name in ("gemeinden_pinneberg_roh54", "gemeinden_pinneberg"):
        root = pinneberg(tmp_path / name)
        (root / "geo" / "kommunen.geojson").unlink()
        written(root, "grenzen", SOURCES / f"{name}.geojson")
    texts = {path.read_text() for path in tmp_path.rglob("kommunen.geojson")}
    assert texts == {(REPOSITORY / "geo" / "kommunen.geojson").read_text()}


def test_a_wrong_file_for_every_kind_is_told_without_a_traceback(tmp_path: Path) -> None:
    """Each file given as each kind of source: a sentence, or figures; never an exception."""
    root = pinneberg(tmp_path, "bevoelkerung", "zensus-bevoelkerung")
    paths = [SOURCES / "gemeinden_pinneberg.geojson", SOURCES / "README.md", *sorted(RAW.iterdir())]
    for art in ARTEN:
        for path in paths:
            if path.suffix == ".xlsx" and "GV" in path.name:
                continue  # slow, and right only for the register
            lines, code = run([art, "bevoelkerung", str(path)], root)
            assert lines
            assert code in (0, 1)
