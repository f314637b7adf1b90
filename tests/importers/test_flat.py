"""Flat files of GENESIS, the Regionaldatenbank and the census, in all their forms."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from importers.county import county, file, planned, sentences, values

from fokusbericht.importers.plan import Import

START = ("12411", "Fortschreibung", "STAG", "Stichtag")
OF_START = ("statistics_code", "statistics_label", "time_code", "time_label")
GERMAN_START = ("Statistik_Code", "Statistik_Label", "Zeit_Code", "Zeit_Label")
OF_VALUE = ("value", "value_unit", "value_variable_code", "value_variable_label")
SEX = {"": "Insgesamt", "GESM": "männlich", "GESW": "weiblich"}
LEVELS = {"GEMEIN": "Gemeinden", "KREISE": "Kreise und kreisfreie Städte", "DLAND": "Bundesländer"}
LEVELS |= {"REGBEZ": "Regierungsbezirke", "DINSG": "Deutschland insgesamt"}

Row = tuple[str, str, str, str, str]  # level, key, day, code of the sex, value


def api(rows: Sequence[Row], place: int = 1, quality: bool = False, unit: str = "Anzahl") -> str:
    """Return what the API delivers; the place is the first or the second variable."""
    parts = ("variable_code", "variable_label", "variable_attribute_code")
    heads = [f"{n}_{part}" for n in (1, 2) for part in (*parts, "variable_attribute_label")]
    lines = [(*OF_START, "time", *heads, *OF_VALUE, *(["value_q"] if quality else []))]
    for level, key, day, code, value in rows:
        area = (level, LEVELS.get(level, "Gebiet"), key, "Ort")
        sex = ("GES", "Geschlecht", code, SEX[code])
        variables = (*area, *sex) if place == 1 else (*sex, *area)
        told = (value, unit, "BEVSTD", "Bevölkerungsstand", *(["e"] if quality else []))
        lines.append((*START, day, *variables, *told))
    return "".join(";".join(line) + "\n" for line in lines)


def web(rows: Sequence[Row], german: bool = True, quality: bool = False) -> str:
    """Return the form with a column for each value, in German or English."""
    names = ("Merkmal", "Auspraegung") if german else ("variable", "variable_attribute")
    heads = [f"{n}_{name}_{part}" for n in (1, 2) for name in names for part in ("Code", "Label")]
    heads = heads if german else [head.lower() for head in heads]
    own = ["BEVSTD__Bevölkerungsstand__Anzahl", *(["BEVSTD__q"] if quality else [])]
    start = (*GERMAN_START, "Zeit") if german else (*OF_START, "time")
    lines = [(*start, *heads, *own)]
    for level, key, day, code, value in rows:
        sex = ("GES", "Geschlecht", code, SEX[code])
        told = (value, *(["e"] if quality else []))
        lines.append((*START, day, level, LEVELS.get(level, "x"), key, "Ort", *sex, *told))
    return "".join(";".join(line) + "\n" for line in lines)


def imported(folder: Path, text: str, guide: str = "", indicator: str = "miete") -> Import:
    path = file(folder, "f.csv", text, "utf-8-sig")
    root = county(folder, f"art: genesis\n{guide}" if guide else "", indicator)
    return planned(root, "genesis", path, indicator)


def of_2023(found: Import) -> dict[str, str]:
    return {area: value for (area, year), value in values(found).items() if year == "2023"}


MEN: list[Row] = [
    ("GEMEIN", "01099001", "2023-12-31", "GESM", "100"),
    ("GEMEIN", "01099002", "2023-12-31", "GESM", "50"),
    ("GEMEIN", "01099003", "2023-12-31", "GESM", "-"),
]
WOMEN: list[Row] = [(*row[:3], "GESW", "60") for row in MEN]
ALL: list[Row] = [(*row[:3], "", "110") for row in MEN]
FORMS = {
    "api": api(MEN),
    "api with quality": api(MEN, quality=True),
    "place second": api(MEN, place=2, quality=True),
    "German": web(MEN),
    "German with quality": web(MEN, quality=True),
    "English": web(MEN, german=False),
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_every_form_says_the_same(tmp_path: Path, text: str) -> None:
    found = imported(tmp_path, text)
    assert of_2023(found) == {"01099001": "100", "01099002": "50", "01099003": "-"}
    assert "männlich" in found.notes[-1]


@pytest.mark.parametrize("form", [api, web])
def test_levels_are_told_apart_by_the_variable(tmp_path: Path, form: object) -> None:
    """A Regierungsbezirk 010 or a type 1 is no Land."""
    make = api if form is api else web
    rows: list[Row] = [
        ("DINSG", "DG", "2023-12-31", "GESM", "4"),
        ("DLAND", "1", "2023-12-31", "GESM", "3"),
        ("REGBEZ", "010", "2023-12-31", "GESM", "9"),
        ("KTYP4", "1", "2023-12-31", "GESM", "8"),
        ("KREISE", "01099", "2023-12-31", "GESM", "2"),
        ("KREISE", "1", "2023-12-31", "GESM", "7"),
        ("GEMEIN", "01099001", "2023-12-31", "GESM", "1"),
    ]
    found = imported(tmp_path, make(rows))
    assert of_2023(found) == {"01": "3", "01099": "2", "01099001": "1"}
    (passed,) = [note for note in found.notes if "kein amtliches Gebiet" in note]
    assert "„Regierungsbezirke“ (1)" in passed
    assert "„Kreise und kreisfreie Städte, Schlüssel 1“ (1)" in passed


@pytest.mark.parametrize("mark", [".", "x", "..."])
def test_marks_of_the_legend(tmp_path: Path, mark: str) -> None:
    rows: list[Row] = [(*MEN[0][:4], mark), (*MEN[1][:4], "/"), (*MEN[2][:4], "0")]
    assert of_2023(imported(tmp_path, api(rows))) == {
        "01099001": ".",
        "01099002": "/",
        "01099003": "0",
    }


@pytest.mark.parametrize("text", [api(MEN + WOMEN), web(MEN + WOMEN), api(MEN + WOMEN, 2)])
def test_a_trait_left_open_is_told_with_its_choices(tmp_path: Path, text: str) -> None:
    assert sentences(imported(tmp_path, text)) == [
        "f.csv:5:1: Nordort (01099001) im Jahr 2023 steht schon in Zeile 2. Sind das Teile oder "
        "verschiedene Angaben? Offen ist „Geschlecht“: „männlich“, „weiblich“. Bitte in der "
        "Zuordnung wählen, etwa „filter: {Geschlecht: männlich}“."
    ]


def test_a_trait_that_differs_from_place_to_place_is_left_open_too(tmp_path: Path) -> None:
    found = imported(tmp_path, api([MEN[0], WOMEN[1]]))
    assert sentences(found) == [
        "f.csv:2:1: Die Zeilen sagen nicht alle dasselbe. Offen ist „Geschlecht“: „männlich“, "
        "„weiblich“. Bitte in der Zuordnung wählen, etwa „filter: {Geschlecht: männlich}“."
    ]


@pytest.mark.parametrize(
    "guide",
    [
        "filter: {Geschlecht: weiblich}\n",
        "filter: {GES: GESW}\n",
        "filter: {2_variable_attribute_label: weiblich}\n",
        "filter: {2_variable_attribute_code: GESW}\n",
        "wert: weiblich\n",
        "wert: Bevölkerungsstand | weiblich | Anzahl\n",
        "wert: BEVSTD\nfilter: {Geschlecht: weiblich}\n",
        "wert: value\nausser: {Geschlecht: [männlich, Insgesamt]}\n",
    ],
)
def test_a_guide_says_which(tmp_path: Path, guide: str) -> None:
    assert of_2023(imported(tmp_path, api(ALL + MEN + WOMEN), guide))["01099001"] == "60"


def test_parts_are_summed_only_without_their_whole(tmp_path: Path) -> None:
    guide = "summieren: true\n"
    assert of_2023(imported(tmp_path / "a", api(MEN + WOMEN), guide))["01099001"] == "160"
    found = imported(tmp_path / "b", api(ALL + MEN + WOMEN), guide)
    assert "Offen ist „Geschlecht“: „Insgesamt“, „männlich“, „weiblich“." in sentences(found)[0]


def test_numerator_and_denominator_from_different_lines(tmp_path: Path) -> None:
    guide = "zaehler: weiblich\nnenner: Insgesamt\n"
    found = imported(tmp_path / "a", api(ALL + WOMEN), guide, "leerstand")
    assert of_2023(found)["01099001"] == "60;110"
    wrong = api([*ALL, WOMEN[0], (*WOMEN[1][:4], "6o")])
    found = imported(tmp_path / "b", wrong, guide, "leerstand")
    assert [told.partition(": Spalte")[0] for told in sentences(found)] == ["f.csv:6:14"]


def test_several_units_are_one_message(tmp_path: Path) -> None:
    share = api(MEN, unit="%").partition("\n")[2]
    assert sentences(imported(tmp_path / "a", api(MEN) + share)) == [
        "f.csv:5:1: Nordort (01099001) im Jahr 2023 steht schon in Zeile 2. Sind das Teile oder "
        "verschiedene Angaben? Offen ist „value_unit“: „Anzahl“, „%“. Bitte in der Zuordnung "
        "wählen, etwa „filter: {value_unit: Anzahl}“."
    ]
    guide = 'filter: {value_unit: "%"}\n'
    assert of_2023(imported(tmp_path / "b", api(MEN) + share, guide))["01099001"] == "100"


def test_two_traits_left_open_are_one_message(tmp_path: Path) -> None:
    text = api(MEN + WOMEN) + api(MEN + WOMEN, unit="%").partition("\n")[2]
    (told,) = sentences(imported(tmp_path, text))
    assert "„filter: {Geschlecht: männlich, value_unit: Anzahl}“" in told


def test_what_hangs_together_is_asked_for_once(tmp_path: Path) -> None:
    """Dwellings are counted in „Anzahl“, their area in m²: one answer settles both."""
    text = api(MEN) + api(MEN, unit="m²").partition("\n")[2].replace("Bevölkerungsstand", "Fläche")
    (told,) = sentences(imported(tmp_path, text))
    assert "„filter: {value_variable_label: Bevölkerungsstand}“" in told
    assert "value_unit" not in told


def test_a_value_that_is_not_there_is_told_with_the_choices(tmp_path: Path) -> None:
    assert sentences(imported(tmp_path, api(MEN), "wert: Bevölkerung | Anzahl\n")) == [
        "f.csv:1:1: Den Wert „Bevölkerung | Anzahl“ gibt es in dieser Datei nicht. Möglich sind: "
        "Wertspalte „value“; „Geschlecht“: „männlich“; „value_variable_label“: "
        "„Bevölkerungsstand“; „value_unit“: „Anzahl“."
    ]


def test_no_variable_is_an_area(tmp_path: Path) -> None:
    text = api(MEN).replace("GEMEIN;", "WZ;").replace("Gemeinden", "Wirtschaftszweige")
    assert sentences(imported(tmp_path / "a", text)) == [
        "f.csv:1:1: Keines der Merkmale („Wirtschaftszweige“, „Geschlecht“) steht für Gemeinden, "
        "Kreise oder Länder. Ist es doch eines, bitte seine Spalte angeben, etwa „schluessel: "
        "1_variable_attribute_code“."
    ]
    guide = "schluessel: 1_variable_attribute_code\n"
    assert of_2023(imported(tmp_path / "b", text, guide))["01099001"] == "100"


def test_a_file_of_genesis_is_no_census(tmp_path: Path) -> None:
    path = file(tmp_path, "f.csv", api(MEN, place=2))
    assert sentences(planned(county(tmp_path), "zensus2022", path, "miete")) == [
        "f.csv:1:1: Diese Datei stammt nicht aus der Zensusdatenbank, sondern aus GENESIS oder der "
        "Regionaldatenbank. Bitte als Art „genesis“ statt „zensus2022“ angeben."
    ]


def test_a_decimal_point_of_the_english_form(tmp_path: Path) -> None:
    rows: list[Row] = [(*MEN[0][:4], "12.5"), (*MEN[1][:4], "0.375")]
    assert of_2023(imported(tmp_path, api(rows, unit="%")))["01099002"] == "0,375"
    rows = [(*MEN[0][:4], "1.234")]
    assert "mehrdeutig" in sentences(imported(tmp_path / "b", api(rows)))[0]


REGIONAL = """\
Berichtszeitpunkt;_RS;Name;{level};ANZ;ANZ__M
20220515;00;Deutschland;Bund;9;5
20220515;01;Musterland;Land;7;4
20220515;010;Region;Regierungsbezirk;7;4
20220515;01099;Muster;Stadtkreis/kreisfreie Stadt/Landkreis;5;3
20220515;010995690001;Nordort;Gemeinde;2;–
"""


@pytest.mark.parametrize("level", ["Regionalebene", "Reg_Ebene"])
def test_a_regional_table_of_the_census(tmp_path: Path, level: str) -> None:
    path = file(tmp_path, "z.csv", REGIONAL.format(level=level), "utf-8-sig")
    root = county(tmp_path, "art: zensus2022\nwert: ANZ__M\n")
    found = planned(root, "zensus2022", path, "miete")
    told = {area: value for (area, year), value in values(found).items() if year == "2022"}
    assert told["01"] == "4"
    assert told["01099001"] == "-"
    root = county(tmp_path / "b")
    assert "Welche Spalte gilt?" in sentences(planned(root, "zensus2022", path, "miete"))[0]


def test_the_level_may_stand_in_the_first_column(tmp_path: Path) -> None:
    text = """\
Regionalebene;Berichtszeitpunkt;_RS;Name;ANZ
Land;20220515;01;Musterland;7
Regierungsbezirk;20220515;01099;Region;9
Gemeinde;20220515;010995690001;Nordort;2
"""
    root = county(tmp_path, "art: zensus2022\nwert: ANZ\n")
    found = planned(root, "zensus2022", file(tmp_path, "z.csv", text), "miete")
    assert ("01099", "2022") not in {spot for spot, value in values(found).items() if value == "9"}
    assert values(found)["01099001", "2022"] == "2"
    assert "„Regierungsbezirk“ (1)" in found.notes[0]


@pytest.mark.parametrize(
    "whole",
    [
        *("Gesamt", "gesamt", "Gesamtzahl", "Zusammen", "männlich und weiblich", "Summe"),
        *("beide Geschlechter", "Alle Personen", "Geschlecht insgesamt", "Total"),
    ],
)
def test_no_total_is_added_to_its_parts(tmp_path: Path, whole: str) -> None:
    text = api(ALL + MEN + WOMEN).replace("Insgesamt", whole)
    (told,) = sentences(imported(tmp_path, text, "summieren: true\n"))
    assert f"Offen ist „Geschlecht“: „{whole}“, „männlich“, „weiblich“." in told


TWO_AREAS = (
    f"{';'.join(OF_START)};time;1_variable_code;1_variable_label;1_variable_attribute_code;"
    "1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;"
    f"2_variable_attribute_label;{';'.join(OF_VALUE)}\n"
)


@pytest.mark.parametrize(
    "above",
    [
        "DINSG;Deutschland insgesamt;DG;Deutschland",
        "DLAND;Bundesländer;01;Musterland",
        "KREISE;Kreise und kreisfreie Städte;01099;Muster",
    ],
)
def test_of_two_areas_the_finer_one_is_meant(tmp_path: Path, above: str) -> None:
    """What is told of a Gemeinde in a Land is not told of the Land."""
    value = "Anzahl;BEVSTD;Bevölkerungsstand"
    row = f"{';'.join(START)};2023-12-31;{above};GEMEIN;Gemeinden;01099001;Nordort;5;{value}\n"
    assert of_2023(imported(tmp_path / "a", TWO_AREAS + row)) == {"01099001": "5"}
    turned = f"GEMEIN;Gemeinden;01099001;Nordort;{above}"
    row = f"{';'.join(START)};2023-12-31;{turned};5;{value}\n"
    assert of_2023(imported(tmp_path / "b", TWO_AREAS + row)) == {"01099001": "5"}


@pytest.mark.parametrize(
    "head", ["BEVSTD__q", "BEVSTD__Bevölkerungsstand__Anzahl_q", "BEVSTD__Qualität", "q"]
)
def test_a_column_of_quality_is_no_value(tmp_path: Path, head: str) -> None:
    text = web(MEN, quality=True).replace("BEVSTD__q", head)
    assert of_2023(imported(tmp_path, text))["01099001"] == "100"


@pytest.mark.parametrize("whole", ["Deutsche und Ausländer", "m+w", "zus.", "Insg.", "Alles"])
def test_a_total_is_known_by_its_numbers_whatever_it_is_called(tmp_path: Path, whole: str) -> None:
    sums: list[Row] = [(*row[:4], value) for row, value in zip(ALL, ("160", "110", "60"))]  # noqa: B905
    text = api(sums + MEN + WOMEN).replace("Insgesamt", whole)
    (told,) = sentences(imported(tmp_path, text, "summieren: true\n"))
    assert told.startswith(("f.csv:2:14: Nordort (01099001) im Jahr 2023: In dieser", "f.csv:5:1"))


def test_a_period_is_told_once(tmp_path: Path) -> None:
    rows: list[Row] = [(*row[:2], "2021-07-01/2022-06-30", *row[3:]) for row in MEN]
    (told,) = sentences(imported(tmp_path, api(rows)))
    assert "ist ein Zeitraum, kein Jahr." in told
    assert told.endswith("Betroffen sind diese und 2 weitere Zellen dieser Spalte.")


@pytest.mark.parametrize("sign", [",", "\t", "|"])
def test_another_sign_between_the_cells(tmp_path: Path, sign: str) -> None:
    assert of_2023(imported(tmp_path, api(MEN).replace(";", sign)))["01099001"] == "100"
