"""The register of municipalities: the layouts of 1987, 2009 and 2023 as small made-up files."""

import doctest
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importers.county import file, planned, sentences, values, workbook
from openpyxl import Workbook
from support import small_county

from fokusbericht.importers import gemeindeverzeichnis, stichtag
from fokusbericht.importers.gemeindeverzeichnis import are_sexagesimal, from_sexagesimal, read
from fokusbericht.problems import Problem

INDICATORS = ("bevoelkerung", "flaeche", "frauenanteil")


def county(folder: Path) -> Path:
    return small_county(
        folder / "kreis", {f"indicators/{name}.yml": "titel: Test\n" for name in INDICATORS}
    )


def book(folder: Path, contents: list[str], sheet: str, rows: list[tuple[object, ...]]) -> Path:
    made = Workbook()
    assert made.active is not None
    made.active.title = "Inhalt"
    for text in contents:
        made.active.append([text])
    page = made.create_sheet(sheet)
    for row in rows:
        page.append(list(row))
    made.create_sheet("Gemeindeverbandsdaten")
    made.save(folder / "gv.xlsx")
    return folder / "gv.xlsx"


def layout_1987(folder: Path, title: str = "31.12.1987") -> Path:
    rows: list[tuple[object, ...]] = [
        (f"Gemeinden in Deutschland am 01.01.1988 nach Fläche und Bevölkerung am {title}",),
        (),
        (
            "Satz-art",
            "Gemeindeschlüssel",
            None,
            None,
            None,
            "Gemeindename",
            "Stadtrechte\nx=ja",
            "Verbandszugehörigkeit",
            None,
            "Fläche km2  ",
            "Bevölkerung",
        ),
        (
            None,
            "Land",
            "RB",
            "Kreis",
            "Gemeinde",
            None,
            None,
            "Schlüssel",
            "Name",
            None,
            "insgesamt",
            "männlich",
            "weiblich",
            "je km2",
        ),
        (None, "Gebietsstand am 01.01.1988", *[None] * 7, "am 31.12.1987"),
        (),
        (40, "01", "0", "99", None, "Muster"),
        (60, "01", "0", "99", "001", "NORDORT, STADT", "x", None, None, 20.29, 4115, 2320, 1795),
        (60, "01", "0", "51", "001", "Nordort", "", "VII", "Amt", 8.04, 460, 231, 229),
        (None,),
    ]
    contents = ["Gebietsstand: 01.01.1988", "Bevölkerung: 31.12.1987", "Fläche: 31.12.1987"]
    return book(folder, contents, "Gemeindedaten", rows)


def layout_2023(folder: Path) -> Path:
    day = "31.12.2023 (Jahr)"
    rows: list[tuple[object, ...]] = [
        (f"Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl am {day}",),
        (),
        (
            "Satz-art",
            "Text-kenn-zeichen",
            "Amtlicher Regionalschlüssel (ARS)",
            *[None] * 4,
            "Gemeindename",
            "Fläche km2 1)",
            "Bevölkerung2)",
            None,
            None,
            None,
            "Postleit-zahl3)",
            "Geografische Mittelpunktkoordinaten",
        ),
        (
            None,
            None,
            "Land",
            "RB",
            "Kreis",
            "VB",
            "Gem",
            None,
            None,
            "insgesamt",
            "männlich",
            "weiblich",
            "je km2",
            None,
            "Längengrad",
            "Breitengrad",
            "Schlüssel",
            "Bezeichnung",
        ),
        (None, None, f"Gebietsstand am {day}", *[None] * 5, day),
        (),
        ("50", "50", "01", "0", "99", "0001", None, "Nordort, Stadt"),
        (
            "60",
            "63",
            "01",
            "0",
            "99",
            "0001",
            "001",
            "Nordort, Stadt",
            17.17,
            10683,
            5223,
            5460,
            622,
            "25355",
            "9,768595",
            "53,7",
        ),
        ("60", "64", "01", "0", "60", "0014", "014", "Buchholz (Forstgutsbez.)", 8.6, 0, 0, 0),
        ("Quelle: Gemeindeverzeichnis",),
        ("2) Die Ergebnisse ab 2016 sind nur bedingt vergleichbar.",),
    ]
    return book(folder, ["Gebietsstand: " + day], "Onlineprodukt_Gemeinden31122023", rows)


def test_examples() -> None:
    assert doctest.testmod(gemeindeverzeichnis).failed == 0
    assert doctest.testmod(stichtag).failed == 0


def test_all_our_indicators_at_once(tmp_path: Path) -> None:
    found = planned(county(tmp_path), "gemeindeverzeichnis", layout_2023(tmp_path))
    assert [change.path for change in found.changes] == [
        f"indicators/{name}.csv" for name in INDICATORS
    ]
    assert [values(found, number)["01099001", "2023"] for number in range(3)] == [
        *("10683", "17,17", "5460;10683"),
    ]
    assert found.notes[0] == "1 Zeile zu anderen Gebieten übergangen."


def test_one_indicator(tmp_path: Path) -> None:
    found = planned(county(tmp_path), "gemeindeverzeichnis", layout_1987(tmp_path), "flaeche")
    assert values(found) == {("01099001", "1987"): "20,29"}
    assert not any("widerspricht" in note for note in found.notes)


TOLD_1987 = (
    "(Kopf der Spalte Bevölkerung: 31.12.1987; Titel der Tabelle: 31.12.1988; Blatt „Inhalt“, "
    "Bevölkerung: 31.12.1987)"
)


def test_an_edition_that_contradicts_itself_is_not_read(tmp_path: Path) -> None:
    path = layout_1987(tmp_path, title="31.12.1988")
    found = planned(county(tmp_path), "gemeindeverzeichnis", path, "bevoelkerung")
    assert sentences(found) == [
        f"gv.xlsx:1:1: Die Datei widerspricht sich beim Stichtag {TOLD_1987}. Der Kopf der Spalte "
        "zählt. Stimmt er, bitte mit --jahr 1987 bestätigen."
    ]


def test_the_editor_confirms_the_head_of_the_column(tmp_path: Path) -> None:
    path = layout_1987(tmp_path, title="31.12.1988")
    found = planned(county(tmp_path), "gemeindeverzeichnis", path, "bevoelkerung", 1987)
    assert list(values(found)) == [("01099001", "1987")]


@pytest.mark.parametrize("title", ["31.12.1988", "31.12.1987"])
def test_a_year_given_never_stands_against_the_head(tmp_path: Path, title: str) -> None:
    path = layout_1987(tmp_path, title=title)
    found = planned(county(tmp_path), "gemeindeverzeichnis", path, "bevoelkerung", 1988)
    assert sentences(found) == [
        "gv.xlsx:1:1: Angegeben ist --jahr 1988, die Datei sagt etwas anderes "
        f"{TOLD_1987.replace('31.12.1988', title)}."
    ]


def layout(folder: Path, head: tuple[str, str, str], title: str, sheet: str, contents: str) -> Path:
    """Write an edition: what stands over the people in three rows, and what else tells a day."""
    rows: list[tuple[object, ...]] = [
        (f"Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl am {title}",),
        (),
        ("Satz-art", "Land", "RB", "Kreis", "VB", "Gem", "Gemeindename", "Fläche km2 1)", head[0]),
        (*[None] * 8, f"insgesamt{head[1]}", "männlich", "weiblich"),
        (*[None] * 7, head[2]),
        ("60", "01", "0", "99", "0001", "001", "Nordort", 17.17, 10683, 5223, 5460),
    ]
    return book(folder, [f"Gebietsstand: {contents}"], sheet, rows)


@pytest.mark.parametrize(
    ("head", "year"),
    [
        (("Bevölkerung am 31.12.1997", "", ""), "1997"),
        (("Bevölkerung auf Grundlage des Zensus 2022 31.12.2023 (Jahr)", "", ""), "2023"),
        (("Bevölkerung", " 31.12.2013", ""), "2013"),
        (("Bevölkerung2)", "", "31.12.2021 (Jahr)"), "2021"),
    ],
)
def test_the_year_comes_from_the_head_over_the_people(
    tmp_path: Path, head: tuple[str, str, str], year: str
) -> None:
    day = f"31.12.{year}"
    path = layout(tmp_path, head, day, f"Gemeinden3112{year}", day)
    found = planned(county(tmp_path), "gemeindeverzeichnis", path, "bevoelkerung")
    assert list(values(found)) == [("01099001", year)]


@pytest.mark.parametrize(
    ("title", "sheet", "contents"),
    [
        ("31.12.1997", "Gemeinden", "31.12.1998"),
        ("31.12.1998", "Gemeinden", "31.12.1997"),
        ("31.12.1997", "Gemeinden_31.12.1998", "31.12.1997"),
        ("31.12.1997", "Gemeinden31121998", "31.12.1997"),
        ("31.12.1997", "Gemeinden_311298", "31.12.1997"),
        ("31.12.1997", "Gemeinden 1998", "31.12.1997"),
    ],
)
def test_whatever_contradicts_the_head_stops_the_import(
    tmp_path: Path, title: str, sheet: str, contents: str
) -> None:
    path = layout(tmp_path, ("Bevölkerung am 31.12.1997", "", ""), title, sheet, contents)
    (told,) = sentences(planned(county(tmp_path), "gemeindeverzeichnis", path, "bevoelkerung"))
    assert "Kopf der Spalte Bevölkerung: 31.12.1997; " in told
    assert "1998" in told
    assert "--jahr 1997 bestätigen" in told
    found = planned(county(tmp_path / "b"), "gemeindeverzeichnis", path, "bevoelkerung", 1997)
    assert list(values(found)) == [("01099001", "1997")]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Bevölkerung am 31. Dezember 2021", "31. Dezember 2021"),
        ("Bevölkerung 31.12.21", "31.12.21"),
        ("Bevölkerung 2021", "2021"),
        ("Bevölkerung (Dez. 2021)", "Dez. 2021"),
        ("Einwohner 2021-12-31", "2021-12-31"),
        ("Bevölkerung am 01.01.2022", "01.01.2022"),
        ("Bevölkerung auf Grundlage des Zensus 2022, Ende 2021", "2021"),
        ("Fläche am 31.12.2023, Bevölkerung am 31.12.2021", "31.12.2021"),
        ("Bevölkerung am 31.12.2021, Fläche am 31.12.2023", "31.12.2021"),
        ("Fläche 31.12.2023 | Bevölkerung 2021", "2021"),
    ],
)
def test_the_head_counts_however_it_writes_its_day(tmp_path: Path, head: str, told: str) -> None:
    path = layout(tmp_path, (head, "", ""), "31.12.2023", "Gemeinden", "31.12.2023")
    (sentence,) = sentences(planned(county(tmp_path), "gemeindeverzeichnis", path, "bevoelkerung"))
    assert f"Kopf der Spalte Bevölkerung: {told}; Titel der Tabelle: 31.12.2023; " in sentence
    assert "--jahr 2021 bestätigen" in sentence
    found = planned(county(tmp_path / "b"), "gemeindeverzeichnis", path, "bevoelkerung", 2021)
    assert list(values(found)) == [("01099001", "2021")]


@pytest.mark.parametrize("title", ["31. Dezember 2022", "31.12.22", "Dezember 2022"])
def test_a_title_may_write_its_day_otherwise_too(tmp_path: Path, title: str) -> None:
    path = layout(tmp_path, ("Bevölkerung 31.12.2021", "", ""), title, "Gemeinden", "")
    (sentence,) = sentences(planned(county(tmp_path), "gemeindeverzeichnis", path, "bevoelkerung"))
    assert f"Titel der Tabelle: {title}" in sentence


@pytest.mark.parametrize("day", ["31.03.2023", "30. Juni 2023", "Sept. 2023"])
def test_people_of_a_quarter_are_told(tmp_path: Path, day: str) -> None:
    path = layout(tmp_path, (f"Bevölkerung {day}", "", ""), day, "Gemeinden", day)
    assert sentences(planned(county(tmp_path), "gemeindeverzeichnis", path, "bevoelkerung")) == [
        f"gv.xlsx:1:1: Der Kopf der Spalte Bevölkerung nennt „{day}“. Gelesen wird nur der Stand "
        "am Jahresende (31.12.); bitte die Jahresausgabe herunterladen."
    ]


def test_a_workbook_that_is_something_else(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("ags", "wert"), ("01099001", 1)])
    assert sentences(planned(county(tmp_path), "gemeindeverzeichnis", path)) == [
        "quelle.xlsx:1:1: Das Blatt „Daten“ ist kein Gemeindeverzeichnis: Es fehlt „satzart“, "
        "„land“, „rb“, „kreis“, „gem“, „Gemeindename“, „Fläche“, „insgesamt“, "
        "„männlich“, „weiblich“."
    ]


def test_no_workbook_is_told_once(tmp_path: Path) -> None:
    found = planned(county(tmp_path), "gemeindeverzeichnis", file(tmp_path, "gv.xlsx", "nichts"))
    assert len(found.problems) == 1


def test_an_indicator_the_register_has_nothing_for(tmp_path: Path) -> None:
    found = planned(county(tmp_path), "gemeindeverzeichnis", layout_2023(tmp_path), "miete")
    assert "Wie „gv.xlsx“ zu lesen ist, steht noch nirgends." in sentences(found)[0]


def test_centres_in_decimal_degrees(tmp_path: Path) -> None:
    problems: list[Problem] = []
    edition = read(layout_2023(tmp_path), "gv.xlsx", None, problems)
    assert edition is not None
    assert edition.midpoints["01099001"].lon == 9.768595


@pytest.mark.parametrize(("number", "degrees"), [("9.2615", 9.4375), ("54.4657", 54.7825)])
def test_degrees_minutes_seconds(number: str, degrees: float) -> None:
    assert float(from_sexagesimal(Decimal(number))) == pytest.approx(degrees, abs=1e-4)


def test_minutes_are_told_from_decimals_by_all_of_them() -> None:
    minutes = [Decimal(f"9.{m:02}{s:02}") for m in range(0, 60, 7) for s in range(0, 60, 11)]
    assert are_sexagesimal(minutes)
    assert are_sexagesimal([*minutes, Decimal("54.026")])
    assert float(from_sexagesimal(Decimal("54.026"))) == pytest.approx(54.05)
    assert not are_sexagesimal([*minutes, Decimal("9.7")])
    assert not are_sexagesimal([*minutes, Decimal("9.26155")])
    assert not are_sexagesimal(minutes[:5])


@given(st.integers(5, 15), st.integers(0, 59), st.integers(0, 59))
def test_every_minute_and_second(degrees: int, minutes: int, seconds: int) -> None:
    number = Decimal(f"{degrees}.{minutes:02}{seconds:02}")
    expected = degrees + minutes / 60 + seconds / 3600
    assert float(from_sexagesimal(number)) == pytest.approx(expected, abs=1e-9)
