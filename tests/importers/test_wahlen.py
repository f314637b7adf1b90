"""Elections by Wahlbezirk: whose the letters are, and what nobody can know of a Kommune."""

from pathlib import Path

import pytest
from importers.county import county_with_amt, file, planned, sentences, values, workbook

from fokusbericht.importers.plan import Import

DESCRIPTION = "titel: Test\nart: anteil\nebene: {}\nzaehler: W\nnenner: B\n"
GUIDE = """\
art: wahlen
schluessel: nr
schluesselform: stimmbezirk
verband: amt
jahr: 2022
zaehler: W
nenner: B
"""
# Nordort counts its letters itself, in a line of its own; Mitte and Südort leave it to their Amt.
ROWS = """\
nr;amt;name;B;W
99001001;7;Nordort 1;1000;500
99001002;7;Nordort 2;800;401
99907001;7;Nordort Briefwahl;0;300
99002001;20;Mitte;400;200
99003001;20;Südort;300;150
99920001;20;Amt Marsch Briefwahl;0;160
"""


def read(folder: Path, rows: str, guide: str = GUIDE, ebene: str = "kommune") -> Import:
    """Return what an import of an election would do."""
    files = {
        "indicators/wohnen/wahl.yml": DESCRIPTION.format(ebene),
        "indicators/wohnen/wahl.einlesen.yml": guide,
    }
    return planned(county_with_amt(folder, files), "wahlen", file(folder, "w.csv", rows), "wahl")


def test_letters_count_to_the_kommune_or_to_the_amt(tmp_path: Path) -> None:
    found = read(tmp_path, ROWS)
    assert values(found) == {
        ("01099", "2022"): "1711;2500",
        ("01099001", "2022"): "1201;1800",
        ("01099002", "2022"): ".;.",
        ("01099003", "2022"): ".;.",
        ("010995620", "2022"): "510;700",
    }
    assert found.notes == (
        "Die Briefwahl zählt das Amt für alle seine Kommunen gemeinsam: Amt Marsch (010995620). "
        "Der Wert dieser Kommunen ist unbekannt.",
    )


def test_an_indicator_of_the_level_amt_has_no_rows_of_its_kommunen(tmp_path: Path) -> None:
    assert [area for area, _ in values(read(tmp_path, ROWS, ebene="amt"))] == [
        "01099",
        "01099001",
        "010995620",
    ]


def test_kommunen_of_an_amt_that_count_their_letters_themselves(tmp_path: Path) -> None:
    rows = ROWS.replace("99920001;20;Amt Marsch Briefwahl;0;160\n", "")
    found = read(tmp_path, rows)
    assert values(found)["01099002", "2022"] == "200;400"
    assert ("010995620", "2022") not in values(found)
    assert found.notes == ()


def test_keys_in_parts(tmp_path: Path) -> None:
    rows = """\
Land;RB;Kreis;VB;Gem;Bezirk;B;W
01;0;99;0001;001;1;120;60
01;0;99;0001;001;5;0;20
01;0;99;5620;002;1;50;10
01;0;99;5620;003;1;50;20
01;0;99;5620;920;5;0;30
"""
    guide = "art: wahlen\nschluessel: [Land, RB, Kreis, VB, Gem]\nverband: VB\njahr: 2024\n"
    found = read(tmp_path, rows, guide + "zaehler: W\nnenner: B\n")
    assert values(found)["01099001", "2024"] == "80;120"
    assert values(found)["010995620", "2024"] == "60;100"
    assert values(found)["01099", "2024"] == "140;220"


def test_what_counts_without_letters_needs_no_verband(tmp_path: Path) -> None:
    """Who has a Wahlschein stands in the list of the Kommune; lines of letters say 0."""
    rows = ROWS.replace("W\n", "S\n").replace(";300\n", ";0\n").replace(";160\n", ";0\n")
    guide = GUIDE.replace("verband: amt\n", "").replace("zaehler: W", "zaehler: S")
    found = read(tmp_path, rows, guide)
    assert values(found)["01099003", "2022"] == "150;300"
    assert values(found)["01099", "2022"] == "1251;2500"


def test_a_kreis_with_a_kommune_missing_has_no_sum(tmp_path: Path) -> None:
    rows = "".join(line for line in ROWS.splitlines(keepends=True) if "Mitte" not in line)
    rows = rows.replace("99920001;20;Amt Marsch Briefwahl;0;160\n", "")
    found = read(tmp_path, rows)
    assert set(values(found)) == {("01099001", "2022"), ("01099003", "2022")}
    assert found.notes == ("2022: 2 von 3 Kommunen; es fehlen Mitte (01099002).",)


def test_lines_that_are_left_out_are_missing_in_the_sum(tmp_path: Path) -> None:
    found = read(tmp_path, ROWS, GUIDE + "ausser: {name: Nordort 2}\n")
    assert values(found)["01099001", "2022"] == "800;1000"
    assert ("01099", "2022") not in values(found)
    told = "Die Summe des Kreises fehlt, denn „ausser“ lässt Zeilen des Kreises aus."
    assert told in found.notes


def test_letters_of_kommunen_that_are_no_amt(tmp_path: Path) -> None:
    rows = ROWS.replace("99003001;20", "99003001;30")
    rows = rows.replace("99001002;7", "99001002;20")
    assert sentences(read(tmp_path, rows)) == [
        "w.csv:3:1: Briefwahl „20“: Sie zählt für Nordort (01099001), Mitte (01099002), doch kein "
        "Amt in geo/raeume.yml hat genau diese Kommunen. Bitte dort unter „aemter“ ergänzen oder "
        "die Zeilen mit „ausser“ auslassen."
    ]


def test_letters_that_belong_to_nobody(tmp_path: Path) -> None:
    rows = ROWS.replace("99920001;20", "99920001;21")
    assert sentences(read(tmp_path, rows)) == [
        "w.csv:7:1: Briefwahl „21“: Keine Kommune dieser Datei gehört dazu. Stimmt die Spalte "
        "unter „verband“?"
    ]


def test_a_line_that_stands_twice(tmp_path: Path) -> None:
    rows = ROWS + "99002001;20;Mitte;400;200\n"
    assert sentences(read(tmp_path, rows)) == [
        "w.csv:8:1: Diese Zeile steht schon in Zeile 5 und zählte doppelt. Bitte eine von beiden "
        "löschen."
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("verband: amt", "verband: Amtsname", "w.csv:1:1: Die Spalte „Amtsname“ gibt es nicht."),
        ("nenner: B", "nenner: A", "w.csv:1:1: Die Spalte „A“ gibt es nicht."),
        ("jahr: 2022\n", "", "w.csv:1:1: Für diese Datei fehlt in der Zuordnung „jahr“."),
    ],
)
def test_what_a_guide_has_wrong(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert sentences(read(tmp_path, ROWS, GUIDE.replace(old, new)))[0].startswith(told)


def test_a_mark_that_is_not_known(tmp_path: Path) -> None:
    assert sentences(read(tmp_path, ROWS.replace("300;150", "300;k. A."))) == [
        "w.csv:6:5: Spalte E (W): „k. A.“ ist keine Zahl."
    ]


def test_the_land_is_summed_where_all_its_kreise_are_there(tmp_path: Path) -> None:
    root = county_with_amt(
        tmp_path,
        {
            "indicators/wohnen/wahl.yml": DESCRIPTION.format("kommune"),
            "indicators/wohnen/wahl.einlesen.yml": GUIDE.replace("stimmbezirk", "amtlich"),
        },
    )
    path = root / "geo/raeume.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('vergleich: {"01": Musterland}', 'vergleich: {"01": L, "01001": K}')
    path.write_text(text, encoding="utf-8")
    rows = "nr;amt;B;W\n01099001;7;10;5\n01099002;20;10;5\n01099003;20;10;5\n"
    found = planned(root, "wahlen", file(tmp_path, "a.csv", rows), "wahl")
    assert ("01", "2022") not in values(found)
    found = planned(root, "wahlen", file(tmp_path, "b.csv", f"{rows}01001000;1;70;7\n"), "wahl")
    assert values(found)["01", "2022"] == "22;100"
    assert values(found)["01099", "2022"] == "15;30"


def test_a_workbook_with_a_title_and_heads_in_two_rows(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Endgültige Ergebnisse der Landtagswahl"],
        ["Statistische \nKennziffer ", "Ämterschlüssel ", "  Wahlberechtigte \ninsgesamt ", "W"],
        [None, None, "A", "B"],
        [99001001, 7, 120, 60],
        [99002001, 20, 50, 30],
        [99003001, 20, 50, 20],
    ]
    guide = """\
art: wahlen
kopfzeile: 2-3
schluessel: Statistische Kennziffer
schluesselform: stimmbezirk
verband: Ämterschlüssel
jahr: 2022
zaehler: W B
nenner: Wahlberechtigte insgesamt A
"""
    files = {
        "indicators/wohnen/wahl.yml": DESCRIPTION.format("kommune"),
        "indicators/wohnen/wahl.einlesen.yml": guide,
    }
    found = planned(county_with_amt(tmp_path, files), "wahlen", workbook(tmp_path, rows), "wahl")
    assert values(found)["01099001", "2022"] == "60;120"
    assert values(found)["01099", "2022"] == "110;220"
