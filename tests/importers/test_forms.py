"""Forms of files that come again each year, read by a guide alone; and guides that name a file."""

from pathlib import Path

import pytest
from importers.county import county, county_with_amt, file, planned, sentences, values, workbook
from openpyxl import Workbook

from fokusbericht.importers import run
from fokusbericht.importers.plan import Import

STRUCTURE = """\
# © Die Bundeswahlleiterin;;;;
Spalten-Nr.;;;1;2
Land;Kreis;Name;Quote Oktober 2023 - insgesamt;Bestand am 01.01.{second} (je 1000 Einw.)
Musterland;01099;Muster;5,4;1.104
Musterland;01;Musterland Land;5,7;.
Musterland;01;Musterland Kreise;4,7;1.000
Deutschland;99;Deutschland;5,9;990
"""
STRUCTURE_GUIDE = """\
kopfzeile: 3
schluessel: Kreis
gebiete: {"99": D}
ausser: {Name: Musterland Kreise}
jahr: kopf
wert: Quote * {jahr} - insgesamt
dezimalzeichen: ","
"""


def with_bund(folder: Path, guide: str) -> Path:
    """Return the small county, compared with the Bund as well."""
    root = county(folder, guide)
    path = root / "geo/raeume.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('vergleich: {"01": Musterland}', 'vergleich: {"01": L, D: Bund}')
    path.write_text(text, encoding="utf-8")
    return root


def structure(folder: Path, guide: str, year: int = 0, second: str = "2024") -> Import:
    path = file(folder, "s.csv", STRUCTURE.format(second=second))
    return planned(with_bund(folder, guide), "tabelle", path, "miete", year)


def new(found: Import) -> dict[tuple[str, int], str]:
    """Return what an import would add."""
    assert found.problems == (), found.problems
    return {(one.raum, one.jahr): one.after for one in found.changes[0].new}


def test_the_year_stands_in_the_head_of_the_column(tmp_path: Path) -> None:
    found = structure(tmp_path, STRUCTURE_GUIDE)
    assert new(found) == {("01", 2023): "5,7", ("01099", 2023): "5,4", ("D", 2023): "5,9"}


def test_each_column_of_a_name_is_another_year(tmp_path: Path) -> None:
    rows = "ags;b2022;b2024;name2024\n01099001;360;370;9\n01099002;400;.;9\n"
    guide = "schluessel: ags\njahr: kopf\nwert: b{jahr}\n"
    path = file(tmp_path, "q.csv", rows)
    assert new(planned(county(tmp_path, guide), "tabelle", path, "miete")) == {
        ("01099001", 2022): "360",
        ("01099001", 2024): "370",
        ("01099002", 2022): "400",
        ("01099002", 2024): ".",
    }
    found = planned(county(tmp_path / "b", guide), "tabelle", path, "miete", 2024)
    assert new(found) == {("01099001", 2024): "370", ("01099002", 2024): "."}


def test_numerator_and_denominator_of_the_same_years(tmp_path: Path) -> None:
    rows = "ags;w 2018;w 2023;b 2023;b 2024\n01099001;1;2;20;30\n"
    guide = "schluessel: ags\njahr: kopf\nzaehler: w {jahr}\nnenner: b {jahr}\n"
    root = county(tmp_path, guide, "leerstand")
    found = planned(root, "tabelle", file(tmp_path, "q.csv", rows), "leerstand")
    assert new(found) == {("01099001", 2023): "2/20"}


@pytest.mark.parametrize(
    ("old", "new_text", "told"),
    [
        (
            "Quote *",
            "Quoten *",
            "s.csv:3:1: Keine Spalte heißt „Quoten * {jahr} - insgesamt“ mit einem Jahr statt "
            "„{jahr}“.",
        ),
        (
            "ausser: {Name: Musterland Kreise}\n",
            "",
            "s.csv:6:4: Musterland (01) im Jahr 2023 steht schon in Zeile 5. Sind das Teile, hilft "
            "„summieren: true“, sonst „filter“.",
        ),
        (
            'gebiete: {"99": D}',
            'gebiete: {"99": DE}',
            "s.csv:1:1: „gebiete“: Das Gebiet „DE“ steht nicht in geo/raeume.yml. Meinten Sie „D“?",
        ),
        (
            'gebiete: {"99": D}\n',
            "",
            "s.csv:7:2: Spalte B (Kreis): „99“ ist kein amtlicher Schlüssel. Gehört die Zeile "
            "nicht dazu, bitte mit „ausser“ auslassen.",
        ),
        ("kopfzeile: 3", "kopfzeile: 2", "s.csv:2:1: Die Spalte „Kreis“ gibt es nicht."),
    ],
)
def test_what_a_guide_has_wrong(tmp_path: Path, old: str, new_text: str, told: str) -> None:
    text = STRUCTURE_GUIDE.replace(old, new_text)
    root = county(tmp_path, text)
    path = root / "geo/raeume.yml"
    raeume = path.read_text(encoding="utf-8")
    path.write_text(raeume.replace('{"01": Musterland}', '{"01": Musterland, D: B}'), "utf-8")
    found = planned(root, "tabelle", file(tmp_path, "s.csv", STRUCTURE.format(second=1)), "miete")
    assert sentences(found)[0].startswith(told)


def test_two_columns_of_one_year(tmp_path: Path) -> None:
    guide = STRUCTURE_GUIDE.replace("Quote * {jahr} - insgesamt", "'* {jahr} *'")
    guide = guide.replace("'* {jahr} *'", "'*{jahr}*'")
    assert sentences(structure(tmp_path, guide, second="2023"))[0] == (
        "s.csv:3:1: Für 2023 heißen mehrere Spalten „*{jahr}*“. Welche gilt?"
    )


def test_keys_that_are_no_official_ones(tmp_path: Path) -> None:
    rows = "nr;am 31.12.2023\n1;7\n7;16,5\n901;17\n999;18\n"
    guide = 'schluessel: nr\nschluesselform: eigene\ngebiete: {"7": "01099", "901": "01"}\n'
    guide += "jahr: kopf\nwert: am 31.12.{jahr}\n"
    found = planned(county(tmp_path, guide), "tabelle", file(tmp_path, "q.csv", rows), "miete")
    assert new(found) == {("01", 2023): "17", ("01099", 2023): "16,5"}
    assert found.notes[0] == "2 Zeilen zu anderen Gebieten übergangen."


def test_the_accounts_of_the_laender(tmp_path: Path) -> None:
    """Years as heads, Regierungsbezirke among the Kreise, 17 for the Bund, digits without end."""
    rows: list[list[object]] = [
        ["2.4 Verfügbares Einkommen je Einwohnerin bzw. Einwohner"],
        ["in EUR"],
        ["Lfd. Nr.", "EU-Code", "Regional-schlüssel", "NUTS 2", "Gebietseinheit", 2022, 2023],
        [],
        [1, "DE1", "01", None, "Musterland", 27924, 29395.0956265642],
        [2, "DE11", "011", "2", "Muster, Regierungsbezirk", 1, 1],
        [3, "DE111", "01099", None, "Muster, Kreis", ".", 31359.5770628401],
        [4, "DE112", 16063, None, "Anderswo", 11089, 11630],
        [5, "DE", "17", None, "Deutschland", 26848, 28452],
    ]
    guide = """\
blatt: "2.4"
kopfzeile: 3
schluessel: Regional-schlüssel
gebiete: {"17": D}
ausser: {NUTS 2: "2"}
jahr: kopf
runden: 0
"""
    path = workbook(tmp_path, rows, "2.4")
    found = planned(with_bund(tmp_path, guide), "tabelle", path, "miete")
    told = values(found)
    assert {spot: value for spot, value in told.items() if spot[1] == "2023"} == {
        ("01", "2023"): "29395",
        ("01099", "2023"): "31360",
        ("D", "2023"): "28452",
    }
    assert told["01099", "2022"] == "."
    wrong = planned(
        with_bund(tmp_path / "b", guide.replace('"2.4"', '"1.4"')), "tabelle", path, "miete"
    )
    assert sentences(wrong) == [
        "quelle.xlsx:1:1: Das Blatt „1.4“ gibt es nicht. Meinten Sie „2.4“?"
    ]


def commuters(folder: Path) -> Path:
    """Write a workbook like the Gemeindedaten of the BA: heads over each other, merged."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Gemeindedaten"
    for row in (
        ["Gemeindedaten der sozialversicherungspflichtig Beschäftigten"],
        ["Stichtag: 30. Juni 2024"],
        ["Schlüssel", "Gemeinde", "Wohnort", None, "Arbeitsort", None, "Auspendler"],
        [None, None, "Insgesamt", "Frauen", "Insgesamt", "Frauen", None],
        ["01099", "Muster", 900, 450, 700, 300, 400],
        ["01099001", "Nordort", 500, 250, 600, 250, 150],
        ["01099002", "Mitte", 300, 150, 80, 40, 250],
        ["01099003", "Südort", 100, "*", 20, 10, "*"],
    ):
        page.append(row)
    page.merge_cells("C3:D3")
    page.merge_cells("E3:F3")
    page.merge_cells("A3:A4")
    page.merge_cells("B3:B4")
    page.merge_cells("G3:G4")
    folder.mkdir(parents=True, exist_ok=True)
    book.save(folder / "gemband-dlk-0-202406.xlsx")
    return folder / "gemband-dlk-0-202406.xlsx"


COMMUTERS = """\
datei: "gemband*"
blatt: Gemeindedaten
kopfzeile: 3-4
schluessel: Schlüssel
jahr: 2024
wert: Auspendler
fehlzeichen: {"*": x}
ebenen: [kommune, kreis]
"""


def test_commuters_under_merged_heads(tmp_path: Path) -> None:
    path = commuters(tmp_path / "q")
    found = planned(county(tmp_path, COMMUTERS), "tabelle", path, "miete")
    assert new(found) == {
        ("01099", 2024): "400",
        ("01099001", 2024): "150",
        ("01099002", 2024): "250",
        ("01099003", 2024): "x",
    }
    guide = COMMUTERS.replace("wert: Auspendler", "wert: Wohnort Frauen")
    found = planned(county(tmp_path / "b", guide), "tabelle", path, "miete")
    assert new(found)["01099001", 2024] == "250"
    guide = COMMUTERS.replace('fehlzeichen: {"*": x}\n', "")
    assert sentences(planned(county(tmp_path / "c", guide), "tabelle", path, "miete")) == [
        "gemband-dlk-0-202406.xlsx:8:7: Spalte G (Auspendler): Was bedeutet „*“? Bitte unter "
        '„fehlzeichen“ angeben, etwa "*": x.'
    ]


# --- Tables of the Regionaldatenbank for Gemeinden ----------------------------------------------

# Arbeitslose je Gemeinde, 13211-01-03-5; a line of an Amt stands between Kreis and Gemeinde.
UNEMPLOYED = """\
Tabelle: 13211-01-03-5
Arbeitslose nach ausgewählten Personengruppen - Jahresdurchschnitt -;;;;
regionale Tiefe: Gemeinden;;;;
Arbeitsmarktstatistik der Bundesagentur für Arbeit;;;;
;;;Arbeitslose;Arbeitslose
;;;Insgesamt;15 bis unter 25 Jahre
;;;Anzahl;Anzahl
2024;01099;    Muster, Landkreis;9100;900
2024;010995620;      Marsch, Amt;150;15
2024;01099001;      Nordort, Stadt;700;70
2024;01099002;      Mitte;100;.
2024;01099003;      Südort;50;-
2024;01060014;      Anderswo;9;9
_______________
© Statistische Ämter des Bundes und der Länder, 2025
"""
# Lohn- und Einkommensteuer, 73111-01-01-5; the year above the heads.
TAXES = """\
Tabelle: 73111-01-01-5
Lohn- und Einkommensteuer - Jahressumme - regionale Tiefe: Gemeinden;;;;
Jahr: 2021;;;;
;;Lohn- und Einkommensteuerpflichtige;Gesamtbetrag der Einkünfte;Lohn- und Einkommensteuer
;;Anzahl;Tsd. EUR;Tsd. EUR
01099001;      Nordort, Stadt;5000;250000;50000
01099002;      Mitte;400;20000,5;.
01099003;      Südort;300;x;2000
_______________
© Statistische Ämter des Bundes und der Länder, 2025
"""


def genesis(folder: Path, text: str, guide: str, indicator: str = "miete") -> Import:
    path = file(folder, "g.csv", text, "latin-1")
    root = county(folder, f"art: genesis\n{guide}", indicator)
    return planned(root, "genesis", path, indicator)


def test_unemployed_by_gemeinde(tmp_path: Path) -> None:
    wanted = "wert: Arbeitslose | Insgesamt | Anzahl\nebenen: [kommune, kreis]\n"
    assert new(genesis(tmp_path, UNEMPLOYED, wanted)) == {
        ("01099", 2024): "9100",
        ("01099001", 2024): "700",
        ("01099002", 2024): "100",
        ("01099003", 2024): "50",
    }
    wanted = "zaehler: Arbeitslose | 15 bis unter 25 Jahre | Anzahl\n"
    wanted += "nenner: Arbeitslose | Insgesamt | Anzahl\n"
    told = genesis(tmp_path / "b", UNEMPLOYED, wanted, "leerstand")
    assert new(told)["01099002", 2024] == "./100"


def test_unemployed_of_an_amt(tmp_path: Path) -> None:
    files = {
        "indicators/wohnen/alo.yml": "titel: Test\nart: anzahl\nebene: amt\n",
        "indicators/wohnen/alo.einlesen.yml": (
            "art: genesis\nwert: Arbeitslose | Insgesamt | Anzahl\n"
        ),
    }
    path = file(tmp_path, "g.csv", UNEMPLOYED, "latin-1")
    found = planned(county_with_amt(tmp_path, files), "genesis", path, "alo")
    assert values(found) == {
        ("01099", "2024"): "9100",
        ("01099001", "2024"): "700",
        ("010995620", "2024"): "150",
    }


def test_income_tax_by_gemeinde(tmp_path: Path) -> None:
    wanted = "zaehler: Gesamtbetrag der Einkünfte | Tsd. EUR\n"
    wanted += "nenner: Lohn- und Einkommensteuerpflichtige | Anzahl\n"
    told = values(genesis(tmp_path, TAXES, wanted, "leerstand"))
    assert {spot: value for spot, value in told.items() if spot[1] == "2021"} == {
        ("01099001", "2021"): "250000;5000",
        ("01099002", "2021"): "20000,5;400",
        ("01099003", "2021"): ".;300",
    }


def test_a_column_that_the_table_has_not(tmp_path: Path) -> None:
    found = genesis(tmp_path, UNEMPLOYED, "wert: Arbeitslose | insgesamt | Zahl\n")
    assert sentences(found)[0].startswith(
        "g.csv:5:1: Die Spalte „Arbeitslose | insgesamt | Zahl“ gibt es nicht. Meinten Sie "
    )


# --- One command for all that a file has --------------------------------------------------------


def two_guides(folder: Path, first: str, second: str) -> Path:
    """Return a county whose two indicators have guides."""
    root = county(folder, first)
    file(root / "indicators/wohnen", "leerstand.einlesen.yml", second)
    return root


def test_guides_that_name_the_file(tmp_path: Path) -> None:
    first = 'datei: "*hebes*"\nschluessel: ags\njahr: 2023\nwert: a\n'
    second = 'datei: "*wahl*"\nschluessel: ags\njahr: 2023\nzaehler: a\nnenner: b\n'
    root = two_guides(tmp_path, first, second)
    path = file(tmp_path, "Hebesaetze_2023.csv", "ags;a;b\n01099001;3;10\n")
    lines, code = run(["tabelle", str(path)], root)
    assert code == 0
    assert [line for line in lines if ".csv:" in line] == [
        "indicators/wohnen/miete.csv: 1 neu, 0 geändert, 0 entfallen, 2 unverändert"
    ]
    both = file(tmp_path, "hebesaetze-und-wahl.csv", "ags;a;b\n01099001;3;10\n")
    lines, code = run(["tabelle", str(both), "--schreiben"], root)
    assert sum(line.startswith("indicators/") for line in lines) == 2
    assert "01099001;2023;3;10" in (root / "indicators/wohnen/leerstand.csv").read_text("utf-8")


def test_nothing_is_written_if_one_of_several_fails(tmp_path: Path) -> None:
    first = 'datei: "q*"\nschluessel: ags\njahr: 2023\nwert: a\n'
    second = 'datei: "q*"\nschluessel: ags\njahr: 2023\nzaehler: a\nnenner: c\n'
    root = two_guides(tmp_path, first, second)
    before = (root / "indicators/wohnen/miete.csv").read_text("utf-8")
    path = file(tmp_path, "q.csv", "ags;a;b\n01099001;3;10\n")
    lines, code = run(["tabelle", str(path), "--schreiben"], root)
    assert code == 1
    assert any("Die Spalte „c“ gibt es nicht." in line for line in lines)
    assert (root / "indicators/wohnen/miete.csv").read_text("utf-8") == before


def test_a_file_that_no_guide_names(tmp_path: Path) -> None:
    root = county(tmp_path, 'datei: "x*"\nschluessel: ags\njahr: 2023\nwert: a\n')
    lines, code = run(["tabelle", str(file(tmp_path, "q.csv", "ags;a\n01099001;3\n"))], root)
    assert code == 1
    assert lines[0].endswith(
        "q.csv:1:1: Bitte auch den Indikator nennen, in den die Zahlen gehören. Ohne ihn wird in "
        "alle Indikatoren gelesen, deren Zuordnung mit „datei“ zu „q.csv“ passt; es gibt keine. "
        "(einlesen)"
    )


def test_an_indicator_that_is_named_takes_any_file(tmp_path: Path) -> None:
    root = county(tmp_path, 'datei: "x*"\nschluessel: ags\njahr: 2023\nwert: a\n')
    path = file(tmp_path, "q.csv", "ags;a\n01099001;3\n")
    assert new(planned(root, "tabelle", path, "miete")) == {("01099001", 2023): "3"}
