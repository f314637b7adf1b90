"""Tables of the Regionaldatenbank, in the two layouts it has."""

from pathlib import Path

import pytest
from importers.county import county, file, planned, sentences, values

from fokusbericht.importers.plan import Import

# Years over the columns, as in table 12411-01-01-4.
WIDE = """\
GENESIS-Tabelle: 12411-01-01-4
Bevölkerung nach Geschlecht - Stichtag 31.12. - regionale;;;;;;
Tiefe: Kreise und krfr. Städte;;;;;;
Bevölkerungsstand (Anzahl);;;;;;
;;Stichtag;Stichtag;Stichtag;Stichtag
;;31.12.2017;31.12.2017;31.12.2018;31.12.2018
;;Insgesamt;weiblich;Insgesamt;weiblich
DG;Deutschland;82792351;41948786;83019213;42052522
01;  Musterland;2889821;1475000;2896712;1477255
010;    Stat. Region;1;1;1;1
01099;      Muster, Landkreis;1000,5;500;.;x
01099001;        Nordort, Stadt;700;-;710;/
01099002;        Mitte;300;150;...;155
03152;      Göttingen, Landkreis;-;-;-;-
__________
"Musterland (2017): bezogen auf den Gebietsstand;
01099003;keine Zeile mehr;1;1;1;1
© Statistische Ämter des Bundes und der Länder, 2019
"""

# The year in the first column and a trait in the rows, as in table 12411-02-03-5.
LONG = """\
Tabelle: 12411-02-03-5
Bevölkerung nach Geschlecht und Altersgruppen;;;;;
;;;;Bevölkerung;Bevölkerung
;;;;insgesamt;weiblich
;;;;Anzahl;Anzahl
31.12.2022;01099001;    Nordort;unter 3 Jahre;12;5
31.12.2022;01099001;    Nordort;Insgesamt;710;350
31.12.2022;01099002;    Mitte;unter 3 Jahre;7;3
31.12.2023;01099001;    Nordort;unter 3 Jahre;14;6
_______________
Stand: 01.02.2024
"""


def imported(folder: Path, text: str, guide: str = "", encoding: str = "latin-1") -> Import:
    path = file(folder, "g.csv", text, encoding)
    return planned(
        county(folder, f"art: genesis\n{guide}" if guide else ""), "genesis", path, "miete"
    )


def test_years_over_the_columns(tmp_path: Path) -> None:
    found = imported(tmp_path, WIDE, "wert: Insgesamt\nebenen: [kommune, kreis, land]\n")
    assert values(found) == {
        ("01", "2017"): "2889821",
        ("01", "2018"): "2896712",
        ("01", "2022"): "8,90",
        ("01099", "2017"): "1000,5",
        ("01099", "2018"): ".",
        ("01099", "2022"): "9,10",
        ("01099001", "2017"): "700",
        ("01099001", "2018"): "710",
        ("01099002", "2017"): "300",
        ("01099002", "2018"): ".",
    }


def test_marks_mean_what_they_mean_there(tmp_path: Path) -> None:
    """In GENESIS „x“ says that a value makes no sense, not that it is secret."""
    found = values(imported(tmp_path, WIDE, "wert: weiblich\n"))
    assert found["01099", "2018"] == "."
    assert found["01099001", "2017"] == "-"
    assert found["01099001", "2018"] == "/"
    guide = "wert: weiblich\nfehlzeichen: {x: x}\n"
    found = values(imported(tmp_path / "b", WIDE, guide))
    assert found["01099", "2018"] == "x"


def test_the_year_in_the_first_column_and_a_trait(tmp_path: Path) -> None:
    guide = "wert: Bevölkerung | weiblich | Anzahl\nfilter: {Merkmal 1: unter 3 Jahre}\n"
    found = values(imported(tmp_path, LONG, guide))
    assert found["01099001", "2022"] == "5"
    assert found["01099002", "2022"] == "3"
    assert found["01099001", "2023"] == "6"


def test_a_share_of_two_columns(tmp_path: Path) -> None:
    text = (
        LONG.replace(";unter 3 Jahre", "")
        .replace("31.12.2022;01099001;    Nordort;Insgesamt;710;350\n", "")
        .replace(";;;;", ";;;")
    )
    guide = (
        "art: genesis\nzaehler: Bevölkerung | weiblich | Anzahl\n"
        "nenner: Bevölkerung | insgesamt | Anzahl\n"
    )
    path = file(tmp_path, "g.csv", text, "latin-1")
    found = planned(county(tmp_path, guide, "leerstand"), "genesis", path, "leerstand")
    assert values(found)["01099001", "2023"] == "6;14"


def test_which_column_must_be_said(tmp_path: Path) -> None:
    found = imported(tmp_path, WIDE)
    assert sentences(found) == [
        "g.csv:5:1: Welche Spalte gilt? Bitte „wert: …“ angeben. Möglich sind: „Schlüssel“, "
        "„Name“, „Jahr“, „Insgesamt“, „weiblich“."
    ]


def test_a_trait_without_a_filter(tmp_path: Path) -> None:
    found = imported(tmp_path, LONG, "wert: Bevölkerung | weiblich | Anzahl\n")
    assert sentences(found) == [
        "g.csv:7:6: Nordort (01099001) im Jahr 2022 steht schon in Zeile 6. Sind das Teile, hilft "
        "„summieren: true“, sonst „filter“."
    ]


def test_a_bad_number_is_told_where_it_is(tmp_path: Path) -> None:
    found = imported(tmp_path, WIDE.replace(";155", ";15 5"), "wert: weiblich\n")
    assert sentences(found) == [
        "g.csv:13:6: Spalte F (weiblich): „15 5“ ist keine Zahl mit Dezimalkomma."
    ]


@pytest.mark.parametrize("text", ["a;b\n1;2\n", ";;\n", "", "GENESIS-Tabelle: 1\n", ";;a\n;;b\n"])
def test_what_is_no_such_table(tmp_path: Path, text: str) -> None:
    found = imported(tmp_path, text, "wert: a\n")
    assert "Das ist keine Tabelle der Regionaldatenbank" in sentences(found)[0]


HEADS = """\
Tabelle: 12411-02-03-4
Bevölkerung;;;;;;
;;Bevölkerung;{q1}Bevölkerung;{q2}
;;31.12.2022;{d1}31.12.2023;{d2}
;;Anzahl;{a1}Anzahl;{a2}
"""
ROWS = """\
01099001;  Nordort;1200;e;1210;p
01099002;  Mitte;900;e;910;r
01099003;  Südort;-;;480;s
"""
FULL = {"q1": "Bevölkerung;", "q2": "Bevölkerung", "d1": "31.12.2022;", "d2": "31.12.2023"}
REPEATED = HEADS.format(**FULL, a1="Anzahl;", a2="Anzahl")
BLANK = HEADS.format(q1=";", q2="", d1=";", d2="", a1=";", a2="")
NAMED = HEADS.format(**{**FULL, "q1": "Qualität;", "q2": "Qualität"}, a1=";", a2="")


@pytest.mark.parametrize("heads", [REPEATED, BLANK, NAMED])
@pytest.mark.parametrize(
    "footer", ["__________\n(C)opyright\n", "(C)opyright Destatis, 2024\n", "Stand: 01.02.2024;\n"]
)
def test_columns_of_quality_are_no_values(tmp_path: Path, heads: str, footer: str) -> None:
    found = imported(tmp_path, heads + ROWS + footer)
    assert {spot: value for spot, value in values(found).items() if spot[0] != "01099"} == {
        ("01", "2022"): "8,90",
        ("01099001", "2022"): "1200",
        ("01099001", "2023"): "1210",
        ("01099002", "2022"): "900",
        ("01099002", "2023"): "910",
        ("01099003", "2022"): "-",
        ("01099003", "2023"): "480",
    }


def test_marks_of_quality_without_a_letter_are_no_values_either(tmp_path: Path) -> None:
    text = REPEATED + ROWS.replace(";e;", ";;").replace(";p", ";").replace(";r", ";")
    assert values(imported(tmp_path, text.replace(";s", ";")))["01099001", "2023"] == "1210"


def test_two_columns_of_figures_under_one_head_are_told(tmp_path: Path) -> None:
    found = imported(tmp_path, REPEATED + ROWS.replace(";e;", ";7;"))
    assert sentences(found) == [
        "g.csv:3:1: Unter „Bevölkerung | Anzahl“ stehen mehrere Spalten mit Zahlen. Welche gilt, "
        "ist nicht zu erkennen; bitte die Tabelle mit allen Merkmalen im Kopf neu herunterladen."
    ]


@pytest.mark.parametrize("guide", ["wert: Insgesamt\njahr: 2016\n", "wert: Insgesamt\n"])
def test_a_year_never_goes_before_that_of_the_file(tmp_path: Path, guide: str) -> None:
    path = file(tmp_path, "g.csv", WIDE, "latin-1")
    root = county(tmp_path, f"art: genesis\n{guide}")
    assert sentences(planned(root, "genesis", path, "miete", 2016)) == [
        "g.csv:1:1: Angegeben ist das Jahr 2016, die Datei nennt 2017, 2018. Bitte das Jahr "
        "weglassen oder berichtigen."
    ]


# --- Where the year stands, and what else stands around the figures -----------------------------

YEARLESS = """\
GENESIS-Tabelle: 12411
{above}
;;Personen
;;Anzahl
01099001;  Nordort;5
01099002;  Mitte;7
"""


@pytest.mark.parametrize(
    "above",
    [
        "Bevölkerung am 31.12.2022",
        "Stichtag: 31.12.2022;;",
        "Berichtsjahr;2022;",
        "2022",
        "Gebietsstand: 01.01.2024;;\nStichtag: 31.12.2022;;",
    ],
)
def test_a_year_above_the_heads_holds_for_all(tmp_path: Path, above: str) -> None:
    text = YEARLESS.format(above=above)
    assert values(imported(tmp_path / "a", text))["01099001", "2022"] == "5"
    path = file(tmp_path, "g.csv", text, "latin-1")
    assert sentences(planned(county(tmp_path / "b"), "genesis", path, "miete", 2021)) == [
        "g.csv:1:1: Angegeben ist das Jahr 2021, die Datei nennt 2022. Bitte das Jahr weglassen "
        "oder berichtigen."
    ]


@pytest.mark.parametrize("above", ["Bevölkerung", "Bevölkerung, Revision 2019", "Gebietsstand: "])
def test_a_year_that_no_file_tells_is_asked_for(tmp_path: Path, above: str) -> None:
    path = file(tmp_path, "g.csv", YEARLESS.format(above=above), "latin-1")
    assert sentences(planned(county(tmp_path / "a"), "genesis", path, "miete")) == [
        "g.csv:1:1: Für diese Datei fehlt in der Zuordnung „jahr“. Das Jahr geht auch mit --jahr."
    ]
    found = planned(county(tmp_path / "b"), "genesis", path, "miete", 2021)
    assert values(found)["01099002", "2021"] == "7"


DATED = YEARLESS.format(above="Stichtag: 31.12.2022")


def test_notes_that_no_rule_parts_from_the_figures(tmp_path: Path) -> None:
    text = f"{DATED}Erläuterung: Ohne Nebenwohnsitze.\n1) vorläufig\n"
    assert values(imported(tmp_path, text))["01099002", "2022"] == "7"
    (told,) = sentences(imported(tmp_path / "b", f"{DATED}Summe;;12\n"))
    assert told.startswith("g.csv:7:1: Spalte A (Schlüssel): „Summe“ ist kein amtlicher Schlüssel.")


def test_quotation_marks_on_all_cells(tmp_path: Path) -> None:
    lines = [";".join(f'"{cell}"' for cell in line.split(";")) for line in DATED.splitlines()]
    assert values(imported(tmp_path, "\n".join(lines)))["01099002", "2022"] == "7"


def test_a_trait_before_the_key_can_be_chosen(tmp_path: Path) -> None:
    text = """\
Tabelle: X
;;;;Personen
2022;männlich;01099001;  Nordort;5
2022;weiblich;01099001;  Nordort;6
"""
    guide = "wert: Personen\nfilter: {Merkmal 1: weiblich}\n"
    assert values(imported(tmp_path, text, guide))["01099001", "2022"] == "6"


def test_quality_under_some_of_the_heads_before_it(tmp_path: Path) -> None:
    text = "Tabelle: X\n;;Personen;\n;;2022;2022\n01099001;Nordort;5;e\n01099002;Mitte;7;p\n"
    assert values(imported(tmp_path, text))["01099001", "2022"] == "5"
