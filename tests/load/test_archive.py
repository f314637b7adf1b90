"""The archive of what was published: how its days follow one another, and what is told of it."""

from datetime import date
from pathlib import Path

import pytest
from support import small_county, told

from fokusbericht.building.recipe import Snapshot
from fokusbericht.load import load_report
from fokusbericht.load.archive import PATH
from fokusbericht.model.figures import Veroeffentlichung

HEAD = "tag;indikator;raum;jahr;wert\n"
FIRST = (
    "2024-03-01;leerstand;01099001;2022;2,4\n"
    "2024-03-01;leerstand;01099002;2022;x\n"
    "2024-03-01;leerstand;nord;2022;3\n"
)


def states(folder: Path, rows: str) -> tuple[Veroeffentlichung, ...]:
    """Return what was published, as the rows of an archive tell it."""
    report, problems = load_report(small_county(folder, {PATH: HEAD + rows}))
    assert problems == []
    return report.frueher


def test_without_a_file_nothing_was_published(tmp_path: Path) -> None:
    report, problems = load_report(small_county(tmp_path))
    assert (report.frueher, problems) == ((), [])


def test_each_day_adds_to_the_day_before(tmp_path: Path) -> None:
    rows = "2025-03-01;leerstand;01099001;2022;2,6\n2025-03-01;leerstand;nord;2022;.\n"
    one, other = states(tmp_path, FIRST + rows)
    cells = ("leerstand", "01099001", 2022), ("leerstand", "01099002", 2022)
    assert one.tag == date(2024, 3, 1)
    assert one.werte == {cells[0]: "2,4", cells[1]: "x", ("leerstand", "nord", 2022): "3"}
    assert other.tag == date(2025, 3, 1)
    assert other.werte == {cells[0]: "2,6", cells[1]: "x"}


def test_two_publications_of_one_day_are_two(tmp_path: Path) -> None:
    one, other = states(tmp_path, FIRST + "2024-03-01;leerstand;01099001;2022;2,6\n")
    cell = ("leerstand", "01099001", 2022)
    assert (one.tag, one.werte[cell]) == (date(2024, 3, 1), "2,4")
    assert (other.tag, other.werte[cell]) == (date(2024, 3, 1), "2,6")
    assert len(one.werte) == len(other.werte) == 3


def test_an_indicator_that_is_gone_is_no_mistake(tmp_path: Path) -> None:
    rows = "2024-03-01;fort;01099001;2022;5\n"
    assert states(tmp_path, rows)[0].werte == {("fort", "01099001", 2022): "5"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "1:1: Die erste Zeile heißt „tag;indikator;raum;jahr;wert“."),
        ("tag;raum\n", "1:1: Die erste Zeile heißt „tag;indikator;raum;jahr;wert“."),
        (f"{HEAD}2024-03-01;a;b;2022\n", "2:1: Hier stehen 4 Zellen statt 5."),
        (f"{HEAD}1.3.2024;a;b;2022;5\n", "2:1: „1.3.2024“ ist kein Tag der Form JJJJ-MM-TT."),
        (f"{HEAD}2024-02-30;a;b;2022;5\n", "2:1: „2024-02-30“ ist kein Tag der Form JJJJ-MM-TT."),
        (
            f"{HEAD}2024-03-01;a;b;2022;5\n2024-02-01;a;b;2022;5\n",
            "3:1: Die Tage müssen steigen; darüber steht schon 2024-03-01.",
        ),
        (f"{HEAD}2024-03-01;;b;2022;5\n", "2:12: Diese Zelle ist leer."),
        (f"{HEAD}2024-03-01;a;b c;2022;5\n", "2:14: „b c“ ist kein Schlüssel."),
        (f"{HEAD}2024-03-01;a;b;22;5\n", "2:16: „22“ ist kein Jahr."),
        (
            f"{HEAD}2024-03-01;a;b;2022;fünf\n",
            "2:21: „fünf“ ist keine Zahl und keines der Zeichen . - x /",
        ),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, sentence: str) -> None:
    assert told(small_county(tmp_path, {PATH: text})) == [f"{PATH}:{sentence} (csv)"]


def test_a_build_sees_that_the_archive_changed(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    before = Snapshot(root).inputs
    (root / PATH).parent.mkdir()
    (root / PATH).write_text(HEAD + FIRST, encoding="utf-8")
    assert Snapshot(root).inputs != before
