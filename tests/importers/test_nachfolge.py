"""Dissolved Kommunen count for their successors; without one, no sum is called complete."""

from pathlib import Path

import pytest
from importers.county import county, file, planned, sentences, values, written
from support import loaded

from fokusbericht.importers.plan import Import
from fokusbericht.statistics.messung import levels_of
from fokusbericht.words.numbers import value_text

HEAD = "alt;neu;ab;anteil\n"
GUIDE = "schluessel: ags\njahr: {spalte: jahr}\nwert: anzahl\n"
SHARE = "schluessel: ags\njahr: {spalte: jahr}\nzaehler: a\nnenner: b\n"
ALL = "01099001;2005;700\n01099002;2005;300\n01099003;2005;90\n"
COUNT = "haushalte"  # an indicator of the kind „anzahl“


def kreis(folder: Path, umsteiger: str, guide: str, art: str = "anzahl") -> Path:
    root = county(folder, guide, COUNT)
    text = (root / "indicators/wohnen/miete.yml").read_text(encoding="utf-8")
    text = "\n".join(
        f"art: {art}" if line.startswith("art:") else line
        for line in text.splitlines()
        if not line.startswith("gewicht:")
    )
    text = text.replace("ebene: kreis", "ebene: kommune")
    (root / f"indicators/wohnen/{COUNT}.yml").write_text(text + "\n", encoding="utf-8")
    if umsteiger:
        (root / "geo/umsteiger.csv").write_text(HEAD + umsteiger, encoding="utf-8")
    return root


def imported(
    folder: Path, umsteiger: str, rows: str, guide: str = GUIDE, art: str = "anzahl"
) -> Import:
    head = "ags;jahr;a;b\n" if guide == SHARE else "ags;jahr;anzahl\n"
    path = file(folder, "q.csv", head + rows)
    return planned(kreis(folder, umsteiger, guide, art), "tabelle", path, COUNT)


@pytest.mark.parametrize(
    ("umsteiger", "rows", "expected"),
    [
        ("01099007;01099001;2008-03-01;1\n", "01099007;2005;50\n", {"1": "750"}),
        (
            "01099007;01099001;2008-03-01;0,4\n01099007;01099002;2008-03-01;0,6\n",
            "01099007;2005;50\n",
            {"1": "720", "2": "330"},
        ),
        (  # a chain: 8 became part of 7, which became part of 1
            "01099008;01099007;2006-01-01;1\n01099007;01099001;2008-03-01;1\n",
            "01099007;2005;50\n01099008;2005;5\n",
            {"1": "755"},
        ),
        (  # part of it went to another county
            "01099007;01099001;2008-03-01;0,5\n01099007;01051001;2008-03-01;0,5\n",
            "01099007;2005;50\n",
            {"1": "725"},
        ),
        ("01099007;01051001;2008-03-01;1\n", "01099007;2005;50\n", {}),
        ("01099007;01099001;2004-03-01;1\n", "01099007;2005;-\n", {}),
    ],
)
def test_counts_are_added_to_the_successor(
    tmp_path: Path, umsteiger: str, rows: str, expected: dict[str, str]
) -> None:
    found = values(imported(tmp_path, umsteiger, ALL + rows))
    usual = {"1": "700", "2": "300", "3": "90"} | expected
    assert found == {(f"0109900{key}", "2005"): value for key, value in usual.items()}


def test_numerator_and_denominator_are_added_both(tmp_path: Path) -> None:
    rows = "01099001;2005;70;700\n01099007;2005;5;50\n"
    found = imported(tmp_path, "01099007;01099001;2008-03-01;1\n", rows, SHARE, "anteil")
    assert values(found)["01099001", "2005"] == "75;750"
    assert "01099007 (2005) zu Nordort (01099001) gerechnet, nach geo/umsteiger.csv." in found.notes


@pytest.mark.parametrize("art", ["anteil", "rate", "mittelwert"])
def test_shares_without_weights_are_told_not_summed(tmp_path: Path, art: str) -> None:
    rows = ALL + "01099007;2005;50\n" + ALL.replace("2005", "2006") + "01099007;2006;50\n"
    found = imported(tmp_path, "01099007;01099001;2008-03-01;1\n", rows, art=art)
    assert sentences(found) == [
        "q.csv:5:3: Nordort (01099001) müsste für 2005 aus Nordort (01099001), 01099007 gerechnet "
        "werden, doch Anteile und Mittelwerte lassen sich nicht zusammenzählen. Bitte „zaehler“ "
        "und „nenner“ einlesen oder diese Zeilen mit „ausser“ auslassen."
    ]


def test_a_new_key_is_the_same_kommune(tmp_path: Path) -> None:
    """After a Kreisreform the Kommune has another AGS, and a mean stays what it was."""
    rows = "13055012;2005;4,5\n01099002;2005;3\n"
    found = imported(tmp_path, "13055012;01099001;2011-09-04;1\n", rows, art="mittelwert")
    assert values(found)["01099001", "2005"] == "4,5"


def test_a_part_that_is_missing_leaves_the_sum_unknown(tmp_path: Path) -> None:
    umsteiger = "01099007;01099001;2008-03-01;1\n01099008;01099001;2008-03-01;1\n"
    found = imported(tmp_path, umsteiger, "01099007;2005;50\n01099002;2005;3\n")
    assert values(found)["01099001", "2005"] == "."
    assert (
        "2005: Nordort (01099001) bleibt unbekannt, denn zu den Teilen von früher fehlt 01099008."
    ) in found.notes


def test_a_file_in_the_areas_of_today_is_left_as_it_is(tmp_path: Path) -> None:
    found = imported(tmp_path, "01099007;01099001;2008-03-01;1\n", ALL)
    assert values(found)["01099001", "2005"] == "700"


def test_a_value_after_the_end_is_told(tmp_path: Path) -> None:
    found = imported(tmp_path, "01099007;01099001;2004-03-01;1\n", ALL + "01099007;2005;50\n")
    assert sentences(found) == [
        "q.csv:5:3: 01099007 gibt es nach geo/umsteiger.csv seit dem 01.03.2004 nicht mehr, hier "
        "steht aber ein Wert für 2005."
    ]


def test_without_an_entry_the_way_out_is_named(tmp_path: Path) -> None:
    found = imported(tmp_path, "", ALL + "01099007;2005;50\n")
    assert sentences(found) == [
        "q.csv:5:1: Spalte A (ags): Eine Kommune 01099007 kennt geo/raeume.yml nicht. Ist sie neu, "
        "bitte dort ergänzen; ist sie aufgelöst, ihre Nachfolgerin in geo/umsteiger.csv nennen. "
        "Mit „ausser“ ausgelassen, bleibt die Summe des Kreises unvollständig."
    ]


@pytest.mark.parametrize("value", ["-", "0"])
def test_one_that_has_nothing_is_no_gap(tmp_path: Path, value: str) -> None:
    found = imported(tmp_path, "", f"{ALL}01099007;2005;{value}\n")
    assert len(values(found)) == 3


OUT = GUIDE + 'ausser: {ags: "01099007"}\n'


def test_left_out_it_makes_the_sum_of_the_county_incomplete(tmp_path: Path) -> None:
    rows = ALL + "01099007;2005;50\n" + ALL.replace("2005", "2009")
    root = kreis(tmp_path, "", OUT)
    path = file(tmp_path, "q.csv", "ags;jahr;anzahl\n" + rows)
    found = planned(root, "tabelle", path, COUNT)
    assert values(found)["01099", "2005"] == "."
    assert ("01099", "2009") not in values(found)
    assert any("Summe des Kreises ist unvollständig (2005): 01099007" in n for n in found.notes)
    written(root, "tabelle", COUNT, path)
    report, problems = loaded(root)
    assert problems == []
    sums = levels_of(report)[COUNT]["01099"]
    assert value_text(report.indikatoren[COUNT], sums[2005]) == "unvollständig"
    assert sums[2009].value == 1090


def test_with_an_entry_the_gap_is_closed_again(tmp_path: Path) -> None:
    path = file(tmp_path, "q.csv", f"ags;jahr;anzahl\n{ALL}01099007;2005;50\n")
    root = kreis(tmp_path, "", OUT)
    written(root, "tabelle", COUNT, path)
    (root / "geo/umsteiger.csv").write_text(HEAD + "01099007;01099001;2008-03-01;1\n")
    guide = root / f"indicators/wohnen/{COUNT}.einlesen.yml"
    guide.write_text(GUIDE, encoding="utf-8")
    found = values(planned(root, "tabelle", path, COUNT))
    assert ("01099", "2005") not in found
    assert found["01099001", "2005"] == "750"


def test_a_value_of_the_county_itself_stays(tmp_path: Path) -> None:
    rows = ALL + "01099007;2005;50\n01099;2005;1140\n"
    found = imported(tmp_path, "", rows, OUT)
    assert values(found)["01099", "2005"] == "1140"


def test_what_others_leave_out_is_no_gap(tmp_path: Path) -> None:
    """Only a Kommune of this county, with a value, is missing in its sum."""
    guide = GUIDE + 'ausser: {ags: ["01099007", "01051001", Summe]}\n'
    rows = ALL + "01099007;2005;-\n01051001;2005;9\nSumme;2005;99\n"
    assert len(values(imported(tmp_path, "", rows, guide))) == 3


@pytest.mark.parametrize(
    ("umsteiger", "rows", "is_gap"),
    [
        ("01099007;01099001;2008-03-01;1\n", "01099007;2005;50\n", True),
        ("01099007;01051001;2008-03-01;1\n", "01099007;2005;50\n", False),  # went elsewhere
        ("01099007;01099001;2008-03-01;1\n", "01099007;2005;-\n", False),
        ("01099007;01099001;2004-01-01;1\n", "01099007;2005;50\n", False),  # it was no more
        (
            "01099007;01099008;2008-03-01;1\n01099008;01099001;2010-01-01;1\n",
            "01099007;2005;50\n",
            True,
        ),
    ],
)
def test_left_out_though_its_successor_is_known(
    tmp_path: Path, umsteiger: str, rows: str, is_gap: bool
) -> None:
    found = imported(tmp_path, umsteiger, ALL + rows, OUT)
    assert (values(found).get(("01099", "2005")) == ".") == is_gap
    told = [note for note in found.notes if "unvollständig" in note]
    assert told == [
        "Die Summe des Kreises ist unvollständig (2005): 01099007 ist ausgelassen. Auch Nordort "
        "(01099001) fehlt, was heute dazugehört."
    ] * int(is_gap)
