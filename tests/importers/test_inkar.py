"""INKAR: the wide export of the website, and long tables."""

from pathlib import Path

import pytest
from importers.county import county, file, planned, sentences, values

WIDE = """\
Kennziffer;Raumeinheit;Aggregat;Ausländeranteil;Ausländeranteil;Einwohnerdichte
;;;2016;2017/2018;2017
"01099";"Muster";"Landkreis";"9,5";"10,1";"1.560"
"1";"Ost";"West/Ost";"5,0";"5,5";"200"
"1";"Musterland";"Bundesland";"5,0";"5,5";"181"
"02000";"Hamburg, Stadt";"krsfr. Stadt";"16,2";"";"2.424"
"""
LONG = "kreis,jahr,indikator,wert\n01099,2016,share_foreign,9.51\n01099,2016,median_age,44.374\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_a_second_head_line_of_years(tmp_path: Path, encoding: str) -> None:
    root = county(tmp_path, "art: inkar\nfilter: {Indikator: Ausländeranteil}\n")
    found = planned(root, "inkar", file(tmp_path, "i.csv", WIDE, encoding), "miete")
    assert values(found) == {
        ("01", "2016"): "5",
        ("01", "2017"): "5,5",
        ("01", "2022"): "8,90",
        ("01099", "2016"): "9,5",
        ("01099", "2017"): "10,1",
        ("01099", "2022"): "9,10",
    }


def test_a_point_parts_thousands(tmp_path: Path) -> None:
    root = county(tmp_path, "art: inkar\nfilter: {Indikator: Einwohnerdichte}\n")
    found = planned(root, "inkar", file(tmp_path, "i.csv", WIDE), "miete")
    assert values(found)["01099", "2017"] == "1560"


def test_a_group_of_laender_is_no_land(tmp_path: Path) -> None:
    """Its number is 1, like that of the first Land; were it read, the Land had two values."""
    root = county(tmp_path, "art: inkar\nfilter: {Indikator: Einwohnerdichte}\n")
    found = planned(root, "inkar", file(tmp_path, "i.csv", WIDE), "miete")
    assert values(found)["01", "2017"] == "181"


def test_which_indicator_must_be_said(tmp_path: Path) -> None:
    found = planned(county(tmp_path), "inkar", file(tmp_path, "i.csv", WIDE), "miete")
    assert sentences(found) == [
        "i.csv:1:1: Die Datei enthält 2 Indikatoren. Bitte angeben, welcher gilt: „filter: "
        "{Indikator: …}“. Möglich sind: „Ausländeranteil“, „Einwohnerdichte“."
    ]


def test_one_indicator_needs_no_guide(tmp_path: Path) -> None:
    text = "\n".join(line.rpartition(";")[0] for line in WIDE.splitlines())
    found = planned(county(tmp_path), "inkar", file(tmp_path, "i.csv", text), "miete")
    assert values(found)["01099", "2017"] == "10,1"


@pytest.mark.parametrize(
    "head", ["kreis,jahr,indikator,wert", "Kennziffer,Zeitbezug,Indikator,Wert"]
)
def test_a_long_table(tmp_path: Path, head: str) -> None:
    text = LONG.replace("kreis,jahr,indikator,wert", head)
    root = county(tmp_path, "art: inkar\nfilter: {Indikator: share_foreign}\n")
    found = planned(root, "inkar", file(tmp_path, "i.csv", text), "miete")
    assert values(found)["01099", "2016"] == "9,51"


def test_another_table(tmp_path: Path) -> None:
    found = planned(county(tmp_path), "inkar", file(tmp_path, "i.csv", "ags;x\n1;2\n"), "miete")
    assert "Das ist kein Export aus INKAR" in sentences(found)[0]
    found = planned(county(tmp_path / "b"), "inkar", file(tmp_path, "i.csv", ""), "miete")
    assert "Das ist kein Export aus INKAR" in sentences(found)[0]


BULK_HEAD = "Bereich;ID;Kuerzel;Indikator;Raumbezug;Kennziffer;Name;Zeitbezug;Wert\n"


def bulk(level: str, key: str, value: str, year: str = "2021", name: str = "Quote") -> str:
    return f"Arbeit;12;q;{name};{level};{key};Ort;{year};{value}\n"


@pytest.mark.parametrize(
    "level",
    [
        *("Siedlungsstrukturelle Kreistypen", "Kreistyp", "Raumordnungsregionen", "West/Ost"),
        *("Gemeindeverbände", "Mittelbereiche", "Arbeitsmarktregionen", "Stadt-/Gemeindetyp"),
        *("Regionstypen", "Planungsräume von morgen", "NUTS 2", ""),
    ],
)
@pytest.mark.parametrize("key", ["1", "01", "1099", "01099", "01099001", "1099001"])
def test_what_is_no_official_area_is_never_read(tmp_path: Path, level: str, key: str) -> None:
    text = BULK_HEAD + bulk("Kreise", "1099", "4,7") + bulk(level, key, "7,6")
    found = planned(county(tmp_path), "inkar", file(tmp_path, "i.csv", text), "miete")
    assert {spot: value for spot, value in values(found).items() if spot[1] == "2021"} == {
        ("01099", "2021"): "4,7"
    }
    assert found.notes == (
        "Übergangen, weil kein amtliches Gebiet (Zahl der Zeilen): "
        f"„{level or 'ohne Raumbezug'}“ (1).",
    )


@pytest.mark.parametrize(
    ("level", "key", "area"),
    [
        ("Bundesländer", "1", "01"),
        ("Bundesland", "01", "01"),
        ("Länder", "1", "01"),
        ("Kreise", "1099", "01099"),
        ("Kreise und kreisfreie Städte", "01099", "01099"),
        ("Landkreis", "1099000", "01099"),
        ("Gemeinden", "1099001", "01099001"),
        ("Städte und Gemeinden", "01099001", "01099001"),
    ],
)
def test_official_areas_are_known_by_the_name_of_their_level(
    tmp_path: Path, level: str, key: str, area: str
) -> None:
    text = BULK_HEAD + bulk(level, key, "4,7")
    found = planned(county(tmp_path), "inkar", file(tmp_path, "i.csv", text), "miete")
    assert values(found)[area, "2021"] == "4,7"


def test_a_key_that_does_not_fit_its_level_is_passed_over(tmp_path: Path) -> None:
    text = BULK_HEAD + bulk("Kreise", "1", "7,6") + bulk("Kreise", "1099", "4,7")
    found = planned(county(tmp_path), "inkar", file(tmp_path, "i.csv", text), "miete")
    assert ("01", "2021") not in values(found)
    assert "„Kreise, Kennziffer 1“ (1)" in found.notes[0]


def test_only_other_areas_says_which(tmp_path: Path) -> None:
    text = BULK_HEAD + bulk("Kreistypen", "1", "7,6")
    found = planned(county(tmp_path), "inkar", file(tmp_path, "i.csv", text), "miete")
    assert sentences(found) == [
        "i.csv:1:1: Die Datei enthält keinen Wert für ein Gebiet aus geo/raeume.yml. Übergangen, "
        "weil kein amtliches Gebiet (Zahl der Zeilen): „Kreistypen“ (1)."
    ]


def test_a_table_can_be_filtered_by_all_it_has(tmp_path: Path) -> None:
    text = BULK_HEAD + bulk("Kreise", "1099", "4,7") + bulk("Kreise", "1099", "9", name="Andere")
    root = county(tmp_path, "art: inkar\nfilter: {Raumbezug: Kreise, Indikator: Andere}\n")
    found = planned(root, "inkar", file(tmp_path, "i.csv", text), "miete")
    assert values(found)["01099", "2021"] == "9"


def test_rows_that_stand_twice_are_told_once_if_they_differ(tmp_path: Path) -> None:
    same = BULK_HEAD + bulk("Kreise", "1099", "4,7") * 2
    found = planned(county(tmp_path / "a"), "inkar", file(tmp_path, "i.csv", same), "miete")
    assert values(found)["01099", "2021"] == "4,7"
    years = [str(year) for year in range(2010, 2016)]
    rows = "".join(bulk("Kreise", "1099", value, year) for value in "12" for year in years)
    path = file(tmp_path, "j.csv", BULK_HEAD + rows)
    assert sentences(planned(county(tmp_path / "b"), "inkar", path, "miete")) == [
        "j.csv:8:9: Musterkreis (01099) im Jahr 2010 steht schon in Zeile 2. Sind das Teile, hilft "
        "„summieren: true“, sonst „filter“. Ebenso 5-mal an anderer Stelle."
    ]


def test_a_year_given_chooses_and_never_renames(tmp_path: Path) -> None:
    rows = bulk("Kreise", "1099", "4,7", "2020") + bulk("Kreise", "1099", "4,8", "2021")
    path = file(tmp_path, "i.csv", BULK_HEAD + rows)
    chosen = values(planned(county(tmp_path / "a"), "inkar", path, "miete", 2020))
    assert chosen["01099", "2020"] == "4,7"
    assert ("01099", "2021") not in chosen
    assert sentences(planned(county(tmp_path / "b"), "inkar", path, "miete", 2019)) == [
        "i.csv:1:1: Angegeben ist das Jahr 2019, die Datei nennt 2020, 2021. Bitte das Jahr "
        "weglassen oder berichtigen."
    ]


@pytest.mark.parametrize(
    ("years", "told"),
    [
        (
            ";;;2016;;2017",
            "i.csv:2:5: Spalte E („Ausländeranteil“): Hier fehlt das Jahr. ",
        ),
        (
            ";;;2016;2016;2017",
            "i.csv:2:5: Spalte E: „Ausländeranteil“ (2016) steht schon in Spalte D. Bitte eine ",
        ),
    ],
)
def test_a_column_without_a_year_of_its_own_is_named(tmp_path: Path, years: str, told: str) -> None:
    root = county(tmp_path, "art: inkar\nfilter: {Indikator: Ausländeranteil}\n")
    text = WIDE.replace(";;;2016;2017/2018;2017", years)
    (sentence,) = sentences(planned(root, "inkar", file(tmp_path, "i.csv", text), "miete"))
    assert sentence.startswith(told)


def test_the_numbers_of_a_column_say_which_sign_is_decimal(tmp_path: Path) -> None:
    head = "Kennziffer;Raumeinheit;Aggregat;Quote\n;;;2017\n"
    text = head + "01099;Muster;Landkreis;{}\n1;Land;Bundesland;{}\n"
    path = file(tmp_path, "i.csv", text.format("10.1", "12.5"))
    found = planned(county(tmp_path / "a"), "inkar", path, "miete")
    assert values(found)["01099", "2017"] == "10,1"
    path = file(tmp_path, "j.csv", text.format("1.560", "1.234"))
    told = sentences(planned(county(tmp_path / "b"), "inkar", path, "miete"))
    assert "1560" in told[0]
    assert "1,56" in told[0]


@pytest.mark.parametrize("year", ["2019-2021", "2019 – 2021", "2021-07-01/2022-06-30", "2016/2018"])
def test_a_period_of_several_years_is_told(tmp_path: Path, year: str) -> None:
    text = BULK_HEAD + bulk("Kreise", "1099", "4,7", year)
    (told,) = sentences(planned(county(tmp_path), "inkar", file(tmp_path, "i.csv", text), "miete"))
    assert f"„{year}“ ist ein Zeitraum, kein Jahr." in told


@pytest.mark.parametrize(
    "text",
    [
        "kreis,jahr,indikator,wert\n01099,2021,a,4,7\n",
        "Kennziffer,Raumeinheit,Aggregat,A,A\n,,,2020,2021\n01099,Muster,Landkreis,1,5,2\n",
    ],
)
def test_a_decimal_comma_that_parts_cells_is_told(tmp_path: Path, text: str) -> None:
    (told,) = sentences(planned(county(tmp_path), "inkar", file(tmp_path, "i.csv", text), "miete"))
    assert "Diese Zeile hat mehr Zellen als die Tabelle Köpfe." in told


def test_a_column_without_its_indicator_is_told(tmp_path: Path) -> None:
    text = WIDE.replace("Ausländeranteil;Ausländeranteil", "Ausländeranteil;")
    root = county(tmp_path, "art: inkar\nfilter: {Indikator: Ausländeranteil}\n")
    assert sentences(planned(root, "inkar", file(tmp_path, "i.csv", text), "miete")) == [
        "i.csv:1:5: Spalte E (2017/2018): Hier fehlt der Indikator. Bitte in der Datei ergänzen."
    ]


SAME = """\
Kuerzel;Indikator;Raumbezug;Kennziffer;Zeitbezug;Wert
q_a;Quote;Kreise;1099;2021;4,7
q_b;Quote;Kreise;1099;2021;5,7
"""


def test_two_indicators_of_one_name_are_told_by_their_short_names(tmp_path: Path) -> None:
    """Never is it proposed to add them up."""
    path = file(tmp_path, "i.csv", SAME)
    assert sentences(planned(county(tmp_path), "inkar", path, "miete")) == [
        "i.csv:1:1: Die Datei enthält 2 Indikatoren. Bitte angeben, welcher gilt: „filter: "
        "{Kuerzel: …}“. Möglich sind: „q_a“, „q_b“."
    ]
    root = county(tmp_path / "b", "art: inkar\nfilter: {Kuerzel: q_b}\n")
    assert values(planned(root, "inkar", path, "miete"))["01099", "2021"] == "5,7"
