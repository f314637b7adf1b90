"""The Deutschlandatlas: all indicators in one workbook, a sheet for each level of areas."""

import doctest
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from importers.county import county_with_amt, planned, sentences, values
from openpyxl import Workbook

from fokusbericht.importers import deutschlandatlas, run
from fokusbericht.importers.plan import Import

Rows = Sequence[Sequence[object]]
TITLE = (("Deutschlandatlas_GEM1224_b: 2 Indikatoren auf Gemeindeebene",), ("zur Übersicht",))
APO = "Indikatorkürzel: p_apo\n\nFahrzeit zur Apotheke im Jahr 2024 in Minuten"
SCHOOL = "Indikatorkürzel: p_grunds \n\nFahrzeit zur Grundschule in den Jahren 2021-24"
GEM: Rows = (
    *TITLE,
    ("GKZ1224", "Gemeindename", APO, SCHOOL),
    (1099001, "Nordort", 3.9, 2),
    (1099002, "Mitte", 4.25, -9999),
    (1099003, "Südort", 7, -99999),
    (1060014, "Anderswo", 1, 1),
)
OLD_GEM: Rows = (
    ("GKZ1222", "Gemeindename", "p_apo"),
    (1099001, "Nordort", 3.71),
    (1099002, "Mitte", 4.5),
    (1099003, "Südort", 6.5),
)
VBG: Rows = (
    *TITLE,
    ("VBG1223", "Gemeindeverbandsname", "Indikatorkürzel: pendel\n\nDistanz im Jahr 2023 in km"),
    (10990001, "Nordort", 17.5),
    (10995620, "Marsch", 21.3),
    (10515163, "Anderswo", 9),
)
KRS: Rows = (
    ("KRS12224", "Kreisname", "Indikatorkürzel: auto\n\nPkw im Jahr 2024"),
    (1099000, "Musterkreis", 559.5),
    (1001000, "Anderswo", 400),
)
DESCRIPTION = "titel: Test\nart: mittelwert\nebene: {}\n"


def atlas(folder: Path, sheets: Mapping[str, Rows], name: str = "Deutschlandatlas.xlsx") -> Path:
    """Write a workbook with these sheets, after one that tells what is in it."""
    book = Workbook()
    assert book.active is not None
    book.active.title = "Vorblatt"
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(list(row))
    folder.mkdir(parents=True, exist_ok=True)
    book.save(folder / name)
    return folder / name


def county(folder: Path, guides: Mapping[str, str], ebene: str = "kommune") -> Path:
    """Return a county with an indicator for each guide."""
    files = {}
    for name, guide in guides.items():
        files[f"indicators/wohnen/{name}.yml"] = DESCRIPTION.format(ebene)
        files[f"indicators/wohnen/{name}.einlesen.yml"] = f"art: deutschlandatlas\n{guide}"
    return county_with_amt(folder, files)


def read(folder: Path, sheets: Mapping[str, Rows], guide: str, ebene: str = "kommune") -> Import:
    root = county(folder, {"neu": guide}, ebene)
    return planned(root, "deutschlandatlas", atlas(folder / "q", sheets), "neu")


def test_examples() -> None:
    assert doctest.testmod(deutschlandatlas).failed == 0


def test_the_year_stands_in_the_head(tmp_path: Path) -> None:
    found = read(tmp_path, {"Deutschlandatlas_GEM1224": GEM}, "wert: p_apo\n")
    assert values(found) == {
        ("01099001", "2024"): "3,9",
        ("01099002", "2024"): "4,25",
        ("01099003", "2024"): "7",
    }
    assert found.notes == ("1 Zeile zu anderen Gebieten übergangen.",)


def test_marks_for_what_is_missing_and_a_span_of_years(tmp_path: Path) -> None:
    found = read(tmp_path, {"Deutschlandatlas_GEM1224": GEM}, "wert: p_grunds\n")
    assert values(found) == {
        ("01099001", "2024"): "2",
        ("01099002", "2024"): ".",
        ("01099003", "2024"): ".",
    }


def test_a_value_that_says_nothing(tmp_path: Path) -> None:
    guide = 'wert: p_apo\nunbekannt: ["01099003"]\n'
    found = read(tmp_path, {"Deutschlandatlas_GEM1224": GEM}, guide)
    assert values(found)["01099003", "2024"] == "."
    wrong = read(tmp_path / "b", {"Deutschlandatlas_GEM1224": GEM}, guide.replace("003", "009"))
    assert sentences(wrong) == [
        "Deutschlandatlas.xlsx:1:1: „unbekannt“: Das Gebiet „01099009“ steht nicht in "
        "geo/raeume.yml. Meinten Sie „01099003“?"
    ]


def test_older_editions_need_a_year(tmp_path: Path) -> None:
    sheets = {"Deutschlandatlas_GEM1222": OLD_GEM}
    assert sentences(read(tmp_path / "a", sheets, "wert: p_apo\n")) == [
        "Deutschlandatlas.xlsx:1:3: Der Kopf „p_apo“ nennt kein Jahr. Bitte in der Zuordnung "
        "„jahr: …“ oder mit --jahr angeben."
    ]
    found = read(tmp_path / "b", sheets, "wert: p_apo\njahr: 2020\nrunden: 1\n")
    assert values(found) == {
        ("01099001", "2020"): "3,7",
        ("01099002", "2020"): "4,5",
        ("01099003", "2020"): "6,5",
    }
    root = county(tmp_path / "c", {"neu": "wert: p_apo\n"})
    path = atlas(tmp_path / "c", sheets)
    assert ("01099001", "2020") in values(planned(root, "deutschlandatlas", path, "neu", 2020))


def test_a_year_that_is_asked_for_is_never_made(tmp_path: Path) -> None:
    root = county(tmp_path, {"neu": "wert: p_apo\n"})
    path = atlas(tmp_path, {"Deutschlandatlas_GEM1224": GEM})
    assert sentences(planned(root, "deutschlandatlas", path, "neu", 2025)) == [
        "Deutschlandatlas.xlsx:1:1: Angegeben ist das Jahr 2025, die Datei nennt 2024. Bitte das "
        "Jahr weglassen oder berichtigen."
    ]


def test_the_year_of_the_head_goes_before_that_of_the_guide(tmp_path: Path) -> None:
    found = read(tmp_path, {"Deutschlandatlas_GEM1224": GEM}, "wert: p_apo\njahr: 2020\n")
    assert {year for _, year in values(found)} == {"2024"}


def test_aemter_and_kommunen_in_none(tmp_path: Path) -> None:
    sheets = {"Deutschlandatlas_VBGEM1223": VBG}
    found = read(tmp_path, sheets, "wert: pendel\n", ebene="amt")
    assert values(found) == {("01099001", "2023"): "17,5", ("010995620", "2023"): "21,3"}
    assert found.notes == ("1 Zeile zu anderen Gebieten übergangen.",)


def test_an_amt_in_the_old_spelling_and_one_that_nobody_knows(tmp_path: Path) -> None:
    rows = [*VBG[:3], ("01099001", "Nordort", 1), ("01099920", "Marsch", 2)]
    found = read(tmp_path, {"D_VBGEM1219": rows}, "wert: pendel\n", ebene="amt")
    assert values(found) == {("01099001", "2023"): "1", ("010995620", "2023"): "2"}
    rows = [*rows, ("01099930", "Geest", 3)]
    found = read(tmp_path / "b", {"D_VBGEM1219": rows}, "wert: pendel\n", ebene="amt")
    assert sentences(found) == [
        "Deutschlandatlas.xlsx:6:1: Spalte A (Schlüssel): Ein Amt 010999300 kennt geo/raeume.yml "
        "nicht. Bitte dort unter „aemter“ ergänzen oder mit „ausser“ auslassen."
    ]


def test_keys_of_kreise_are_as_long_as_those_of_gemeinden(tmp_path: Path) -> None:
    found = read(tmp_path, {"Deutschlandatlas_KRS1224": KRS}, "wert: auto\n", ebene="kreis")
    assert values(found) == {("01099", "2024"): "559,5"}


def test_a_short_name_that_is_not_there(tmp_path: Path) -> None:
    assert sentences(read(tmp_path, {"Deutschlandatlas_GEM1224": GEM}, "wert: p_app\n")) == [
        "Deutschlandatlas.xlsx:1:1: Das Kürzel „p_app“ steht in keinem Blatt. Meinten Sie „p_apo“?"
    ]
    found = read(tmp_path / "b", {"Deutschlandatlas_GEM1224": GEM}, "runden: 2\n")
    assert "Bitte „wert: …“ mit seinem Kürzel angeben" in sentences(found)[0]


@pytest.mark.parametrize("sheets", [{"Tabelle1": GEM}, {"Deutschlandatlas_GEM1224": TITLE}])
def test_another_workbook(tmp_path: Path, sheets: Mapping[str, Rows]) -> None:
    assert sentences(read(tmp_path, sheets, "wert: p_apo\n")) == [
        "Deutschlandatlas.xlsx:1:1: Das ist keine Mappe des Deutschlandatlas: Es fehlen Blätter "
        "wie „Deutschlandatlas_GEM1224“ mit dem Schlüssel („GKZ1224“) vorn."
    ]


def test_a_mark_that_is_not_known_and_a_row_that_stands_twice(tmp_path: Path) -> None:
    rows = [*GEM[:4], (1099002, "Mitte", "k. A.", 1)]
    assert sentences(read(tmp_path, {"D_GEM1224": rows}, "wert: p_apo\n")) == [
        "Deutschlandatlas.xlsx:5:3: Spalte C (Wert): „k. A.“ ist keine Zahl."
    ]
    rows = [*GEM, (1099002, "Mitte", 9, 1)]
    assert sentences(read(tmp_path / "b", {"D_GEM1224": rows}, "wert: p_apo\n")) == [
        "Deutschlandatlas.xlsx:8:3: Mitte (01099002) im Jahr 2024 steht schon in Zeile 5. Sind das "
        "Teile, hilft „summieren: true“, sonst „filter“."
    ]


def test_one_file_fills_all_indicators_that_find_their_short_name(tmp_path: Path) -> None:
    guides = {"apotheke": "wert: p_apo\n", "schule": "wert: p_grunds\n", "hallenbad": "wert: p_h\n"}
    root = county(tmp_path, guides)
    path = atlas(tmp_path, {"Deutschlandatlas_GEM1224": GEM})
    lines, code = run(["deutschlandatlas", str(path), "--schreiben"], root)
    assert code == 0
    assert "Hinweis: Nicht in dieser Datei, nach den Namen der Spalten: hallenbad." in lines
    assert lines[-1].startswith("Geschrieben.")
    table = (root / "indicators/wohnen/apotheke.csv").read_text(encoding="utf-8")
    assert table == "raum;jahr;wert\n01099001;2024;3,9\n01099002;2024;4,25\n01099003;2024;7\n"
    assert not (root / "indicators/wohnen/hallenbad.csv").exists()
    lines, _ = run(["deutschlandatlas", str(path)], root)
    assert lines[-1] == "Nichts zu ändern."


def test_what_is_known_more_exactly_stays(tmp_path: Path) -> None:
    root = county(tmp_path, {"apotheke": "wert: p_apo\n"})
    table = "raum;jahr;wert\n01099001;2024;3,8971\n01099002;2024;4,2549\n01099003;2024;7,1\n"
    (root / "indicators/wohnen/apotheke.csv").write_text(table, encoding="utf-8")
    path = atlas(tmp_path, {"Deutschlandatlas_GEM1224": GEM})
    lines, _ = run(["deutschlandatlas", "apotheke", str(path)], root)
    assert lines[1:5] == [
        "indicators/wohnen/apotheke.csv: 0 neu, 1 geändert, 0 entfallen, 2 unverändert",
        "  genauer   bleiben 2, die in der Datei gerundet stehen",
        "  geändert  01099003 Südort 2024: 7,1 → 7",
        "Noch nichts geschrieben. Mit --schreiben wird es übernommen.",
    ]


def test_nobody_asks_for_what_the_file_has(tmp_path: Path) -> None:
    root = county(tmp_path, {"hallenbad": "wert: p_h\n"})
    path = atlas(tmp_path, {"Deutschlandatlas_GEM1224": GEM})
    lines, code = run(["deutschlandatlas", str(path)], root)
    assert code == 1
    assert (
        "Diese Datei hat keine der Spalten, die in den Zuordnungen zu „deutschlandatlas“ stehen "
        "(hallenbad). Heißen sie neuerdings anders?"
    ) in " ".join(lines)
