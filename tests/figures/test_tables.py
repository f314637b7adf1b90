"""The tables of an indicator: all values once, the newest year first, with change and rank."""

from collections import Counter
from pathlib import Path

import pytest
from support import MUSTER, loaded, small_county

from fokusbericht.figures.tables import TableView, tables_apart, value_table
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import messungen

LEERSTAND = "indicators/wohnen/leerstand.csv"


def county(tmp_path: Path, rows: str, described: str = "") -> Report:
    """Return the small county with other figures of vacancies, and more said of them."""
    files = {LEERSTAND: f"raum;jahr;zaehler;nenner\n{rows}"}
    if described:
        name = LEERSTAND.replace(".csv", ".yml")
        folder = Path(__file__).parents[1] / "sites" / "klein" / "in"
        files[name] = (folder / name).read_text("utf-8") + described
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    return report


def table_of(report: Report, name: str = "leerstand") -> TableView:
    messung = messungen(report)[name]
    return value_table(messung, messung.year)


def shown(rows: tuple[tuple[object, ...], ...]) -> list[str]:
    return [" | ".join(getattr(cell, "text", "") for cell in row) for row in rows]


def test_newest_year_then_change_and_rank_then_the_years_before(tmp_path: Path) -> None:
    rows = (
        "01099001;2020;20;1000\n01099002;2020;30;1000\n01099003;2020;40;1000\n"
        "01099001;2021;25;1000\n01099002;2021;30;1000\n01099003;2021;35;1000\n"
        "01099001;2022;36;1000\n01099002;2022;30;1000\n01099003;2022;34;1000\n"
    )
    table = table_of(county(tmp_path, rows))
    assert table.title == "Alle Werte in Prozent"
    assert table.head == ("Kommune", "2022", "seit 2021", "Rang", "2021", "2020")
    assert shown(table.first) == ["Musterkreis | 3,3 | +0,3 |  | 3,0 | 3,0"]
    assert shown(table.rows) == [
        "Nordort | 3,6 | +1,1 | 1. | 2,5 | 2,0",
        "Südort | 3,4 | −0,1 | 2. | 3,5 | 4,0",
        "Mitte | 3,0 | 0,0 | 3. | 3,0 | 3,0",
    ]
    assert table.note == (
        "„seit 2021“ nennt den Unterschied in Prozentpunkten. Rang 1 hat der höchste Wert."
    )
    linked = [row[0].anchor for row in (*table.first, *table.rows)]
    assert linked == ["zeile-01099", "zeile-01099001", "zeile-01099003", "zeile-01099002"]


def test_no_change_is_told_across_a_break_and_no_rank_among_two(tmp_path: Path) -> None:
    rows = (
        "01099001;2021;25;1000\n01099003;2021;35;1000\n01099001;2022;36;1000\n01099003;2022;3;10\n"
    )
    table = table_of(county(tmp_path, rows, "brueche: [{jahr: 2022, grund: Neue Zählung}]\n"))
    assert table.head == ("Kommune", "2022", "2021")
    assert table.note == ""


def test_rooms_stand_apart_with_their_own_names(tmp_path: Path) -> None:
    report = county(tmp_path, "01099001;2022;36;1000\n01099002;2022;3;100\n01099003;2022;3;100\n")
    (rooms,) = tables_apart(messungen(report)["leerstand"], 2022)
    assert (rooms.title, rooms.head) == ("Betrachtungsräume", ("Raum", "2022"))
    assert [row[0].text for row in rooms.rows] == ["Raum Nord", "Raum Süd"]


def test_land_stands_beside_the_county_without_a_rank(tmp_path: Path) -> None:
    table = table_of(loaded(small_county(tmp_path))[0], "miete")
    assert table.head == ("Raum", "2022")
    assert shown(table.first) == ["Musterkreis | 9,10", "Musterland | 8,90"]
    assert table.rows == ()


@pytest.mark.parametrize("root", ["klein", "muster"])
def test_each_value_stands_in_one_table_and_once(root: str, tmp_path: Path) -> None:
    report = loaded(MUSTER if root == "muster" else small_county(tmp_path))[0]
    for name, messung in messungen(report).items():
        table = value_table(messung, messung.year)
        apart = tables_apart(messung, messung.year)
        areas = Counter(row[0].text for one in (table, *apart) for row in (*one.first, *one.rows))
        assert sum(areas.values()) == len(messung.levels), name
        for one in (table, *apart):
            years = Counter(title for title in one.head if title.isdigit())
            assert set(years.values()) <= {1}, name
            assert list(years) == sorted(years, reverse=True), name
            assert {len(row) for row in (*one.first, *one.rows)} <= {len(one.head)}, name
