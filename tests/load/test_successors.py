"""geo/umsteiger.csv: every fault is told with its line."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from support import loaded, replaced, small_county, told

from fokusbericht.load.successors import PATH

HEAD = "alt;neu;ab;anteil\n"


def problems(folder: Path, rows: str, head: str = HEAD) -> list[str]:
    return told(small_county(folder, {PATH: head + rows}))


def test_a_table_in_order(tmp_path: Path) -> None:
    rows = (
        "01099007;01099008;1994-01-01;1;Fusion\n01099008;01099001;2008-03-01;1;\n"
        "01099009;01099002;2013-01-01;0,6;\n01099009;01051001;2013-01-01;0,4;nach Nachbarkreis\n"
        "13055012;01099003;2011-09-04;1,0;Kreisreform\n"
    )
    root = small_county(tmp_path, {PATH: "alt;neu;ab;anteil;hinweis\n" + rows})
    report, found = loaded(root)
    assert found == []
    first = report.geografie.umsteiger[0]
    assert (first.alt, first.neu, first.ab) == ("01099007", "01099008", date(1994, 1, 1))
    assert [one.anteil for one in report.geografie.umsteiger][2:4] == [
        Decimal("0.6"),
        Decimal("0.4"),
    ]


def test_without_a_table_nothing_is_told(tmp_path: Path) -> None:
    assert told(small_county(tmp_path)) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "01099007;01099999;2008-03-01;1\n",
            "2:10: Die Kommune „01099999“ kennt geo/raeume.yml nicht. Meinten Sie "
            "„01099003“? (unbekannter-raum)",
        ),
        (
            "01099001;01099002;2008-03-01;1\n",
            "2:1: Die Kommune 01099001 steht noch in geo/raeume.yml. Gibt es sie noch, bitte diese "
            "Zeile streichen, sonst den Eintrag dort. (unbekannter-raum)",
        ),
        (
            "1099007;01099002;2008-03-01;1\n",
            "2:1: „1099007“ ist kein amtlicher Gemeindeschlüssel mit acht Ziffern. "
            "(unbekannter-raum)",
        ),
        (
            "01099007;01099007;2008-03-01;1\n",
            "2:10: 01099007 kann nicht in sich selbst aufgehen. (unbekannter-raum)",
        ),
        (
            "01099007;01099001;01.03.2008;1\n",
            "2:19: „01.03.2008“ ist kein Tag. Bitte so schreiben: 2008-03-01. (csv)",
        ),
        (
            "01099007;01099001;2008-02-30;1\n",
            "2:19: „2008-02-30“ ist kein Tag. Bitte so schreiben: 2008-03-01. (csv)",
        ),
        (
            "01099007;01099001;2008-03-01;40\n",
            "2:30: „40“ ist kein Anteil. Er liegt über 0 und höchstens bei 1, etwa 0,4. (csv)",
        ),
        (
            "01099007;01099001;2008-03-01;0,0\n",
            "2:30: Ein Anteil von 0 ändert nichts. Bitte die Zeile streichen. (csv)",
        ),
        ("01099007;01099001;2008-03-01\n", "2:1: Hier stehen 3 Zellen statt 4. (csv)"),
        (
            "01099007;01099001;2008-03-01;0,6\n01099007;01099002;2008-03-01;0,3\n",
            "2:1: Die Anteile von 01099007 ergeben zusammen 0,9 statt 1. (csv)",
        ),
        (
            "01099007;01099001;2008-03-01;0,6\n01099007;01099002;2009-03-01;0,4\n",
            "3:1: 01099007 endet hier am 01.03.2009, in Zeile 2 am 01.03.2008. Eine Kommune löst "
            "sich an einem Tag auf. (csv)",
        ),
        (
            "01099007;01099001;2008-03-01;0,5\n01099007;01099001;2008-03-01;0,5\n",
            "3:1: Der Weg von 01099007 nach 01099001 steht schon weiter oben. (csv)",
        ),
        (
            "01099007;01099001;2008-03-01;1\n01099007;01099001;2008-03-01;1\n",
            "3:1: Der Weg von 01099007 nach 01099001 steht schon weiter oben. (csv)",
        ),
        (
            "01099007;01099008;2008-03-01;1\n01099008;01099007;2008-03-01;1\n",
            "2:1: 01099007 geht im Kreis herum in sich selbst auf, über 01099008. (csv)",
        ),
        (
            "01099007;01099008;2008-03-01;1\n01099008;01099009;2009-03-01;1\n"
            "01099009;01099007;2010-03-01;1\n",
            "2:1: 01099007 geht im Kreis herum in sich selbst auf, über 01099008. (csv)",
        ),
        (
            "01099007;01099008;2008-03-01;1\n01099008;01099001;1994-03-01;1\n",
            "2:10: 01099008 ist nach Zeile 3 schon am 01.03.1994 aufgegangen, 01099007 kam aber "
            "erst am 01.03.2008 dazu. (csv)",
        ),
    ],
)
def test_a_fault_is_told_once_with_its_line(tmp_path: Path, rows: str, expected: str) -> None:
    assert problems(tmp_path, rows) == [f"{PATH}:{expected}"]


def test_another_head_line(tmp_path: Path) -> None:
    assert problems(tmp_path, "", "von;nach\n") == [
        f"{PATH}:1:1: Die erste Zeile heißt „alt;neu;ab;anteil“, dahinter darf „hinweis“ stehen. "
        "(csv)"
    ]


def test_a_table_of_figures_that_names_what_is_no_more(tmp_path: Path) -> None:
    rows = "01099007;01099001;2008-03-01;0,6\n01099007;01099002;2008-03-01;0,4\n"
    files = replaced("indicators/wohnen/leerstand.csv", "01099003;2022", "01099007;2022")
    assert told(small_county(tmp_path, {PATH: HEAD + rows} | files)) == [
        "indicators/wohnen/leerstand.csv:7:1: Die Kommune 01099007 gibt es nicht mehr. Nach "
        "geo/umsteiger.csv gehört ihre Zahl zu 01099001 und 01099002; „einlesen“ rechnet sie dort "
        "hinzu. (unbekannter-raum)"
    ]
