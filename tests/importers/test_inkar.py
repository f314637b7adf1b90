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
