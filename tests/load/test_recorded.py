"""The record of all figures: how its days follow one another, and what is told of its rows."""

from pathlib import Path

import pytest
from support import small_county, told

from fokusbericht.load import load_report
from fokusbericht.load.recorded import PATH, checksum, state_after
from fokusbericht.model.figures import Jahresstand

HEAD = "tag;indikator;jahr;anzahl;pruefsumme;werte\n"
CELLS = "01099001=2,4 01099002=-"
SUM = checksum(CELLS)
FIRST = f"2024-03-01;leerstand;2022;1;{SUM};{CELLS}\n"


def test_without_a_file_nothing_is_recorded(tmp_path: Path) -> None:
    report, problems = load_report(small_county(tmp_path))
    assert (dict(report.staende), problems) == ({}, [])


def test_each_day_adds_to_the_day_before(tmp_path: Path) -> None:
    rows = f"2025-03-01;fort;2021;3;{SUM};\n2025-03-01;leerstand;2022;0;;\n"
    report, problems = load_report(small_county(tmp_path, {PATH: HEAD + FIRST + rows}))
    first, second = report.staende.values()
    assert problems == []
    assert first == (Jahresstand("leerstand", 2022, 1, SUM, CELLS),)
    assert state_after(state_after({}, first), second) == {
        ("fort", 2021): Jahresstand("fort", 2021, 3, SUM)
    }


def test_of_two_rows_of_one_day_the_last_counts(tmp_path: Path) -> None:
    later = f"2024-03-01;leerstand;2022;1;{SUM};\n"
    report, _ = load_report(small_county(tmp_path, {PATH: HEAD + FIRST + later}))
    assert report.staende["2024-03-01"] == (Jahresstand("leerstand", 2022, 1, SUM),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "1:1: Die erste Zeile heißt „tag;indikator;jahr;anzahl;pruefsumme;werte“."),
        (f"{HEAD}1.3.2024;a;2022;0;;\n", "2:1: „1.3.2024“ ist kein Tag der Form JJJJ-MM-TT."),
        (
            f"{HEAD}{FIRST}2023-03-01;a;2022;0;;\n",
            "3:1: Die Tage müssen steigen; darüber steht schon 2024-03-01.",
        ),
        (f"{HEAD}2024-03-01;a b;2022;0;;\n", "2:12: „a b“ ist kein Schlüssel."),
        (f"{HEAD}2024-03-01;a;22;0;;\n", "2:14: „22“ ist kein Jahr."),
        (f"{HEAD}2024-03-01;a;2022;viele;;\n", "2:19: „viele“ ist keine Anzahl."),
        (
            f"{HEAD}2024-03-01;a;2022;1;;01=2\n",
            "2:21: Hier fehlt die Prüfsumme. Diese Datei schreibt nur „build.py festhalten“.",
        ),
        (
            f"{HEAD}2024-03-01;a;2022;1;{SUM};01=2\n",
            "2:21: Die Prüfsumme passt nicht zu den Werten. "
            "Diese Datei schreibt nur „build.py festhalten“.",
        ),
        (
            f"{HEAD}2024-03-01;a;2022;1;{SUM};01=zwei\n",
            "2:34: Die Werte sind nicht zu lesen. Diese Datei schreibt nur „build.py festhalten“.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    lines = told(small_county(tmp_path, {PATH: text}))
    assert [line for line in lines if line.startswith(PATH)] == [f"{PATH}:{sentence} (csv)"]
