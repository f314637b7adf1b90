"""What changes in a table: shown before it is written, and written once."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importers.county import county, file, planned, sentences, written
from support import MUSTER

from fokusbericht.importers import change as room
from fokusbericht.importers import run
from fokusbericht.importers.change import compare, format_values
from fokusbericht.importers.collect import ImportedFigure
from fokusbericht.problems import Place, Problem

GUIDE = "schluessel: ags\njahr: {spalte: jahr}\nwert: wert\n"
PLACE = Place("q.csv")
TABLE = "indicators/t.csv"


def table(folder: Path, *lines: str) -> Path:
    (folder / "indicators").mkdir(parents=True)
    (folder / TABLE).write_text("\n".join(("raum;jahr;wert", *lines)) + "\n", encoding="utf-8")
    return folder


def compared(root: Path, new: dict[tuple[str, int], str], *breaks: int) -> room.TableChange:
    problems: list[Problem] = []
    figures = {spot: ImportedFigure((Decimal(number),), PLACE) for spot, number in new.items()}
    found = compare(root, TABLE, figures, breaks, problems)
    assert problems == []
    assert found is not None
    return found


def test_new_changed_removed_and_kept(tmp_path: Path) -> None:
    root = table(tmp_path, "01;2022;7", "01099001;2021;1", "01099001;2022;2", "01099002;2022;3")
    found = compared(root, {("01099001", 2022): "2.5", ("01099003", 2022): "4"})
    assert [(one.raum, one.jahr, one.before, one.after) for one in found.new] == [
        ("01099003", 2022, "", "4")
    ]
    assert [(one.raum, one.before, one.after) for one in found.changed] == [
        ("01099001", "2", "2,5")
    ]
    assert [(one.raum, one.before, one.after) for one in found.removed] == [("01099002", "3", "")]
    assert found.kept == 2
    assert found.after == (
        "raum;jahr;wert\n01;2022;7\n01099001;2021;1\n01099001;2022;2,5\n01099003;2022;4\n"
    )


def test_other_years_and_other_levels_stay(tmp_path: Path) -> None:
    """The county's own value for the census is no sum of its Kommunen, and no file has it."""
    root = table(tmp_path, "01056;2022;320380", "01056015;2021;1", "01056015;2022;51260")
    found = compared(root, {("01056015", 2022): "51248"})
    assert found.removed == ()
    assert "01056;2022;320380\n01056015;2021;1\n" in found.after


def test_the_same_number_keeps_its_spelling(tmp_path: Path) -> None:
    root = table(tmp_path, "01;2022;8,90", "01;2023;9.10")
    found = compared(root, {("01", 2022): "8.9", ("01", 2023): "9.1"})
    assert found.is_empty
    assert found.after == found.before


def test_a_new_table(tmp_path: Path) -> None:
    found = compared(tmp_path, {("01", 2022): "1000", ("D", 2022): "0.5"})
    assert found.before is None
    assert found.after == "raum;jahr;wert\n01;2022;1000\nD;2022;0,5\n"


def test_half_a_file_is_no_file(tmp_path: Path) -> None:
    root = table(tmp_path, "01099001;2022;1", "01099002;2022;2", "01099003;2022;3")
    problems: list[Problem] = []
    figures = {("01099001", 2022): ImportedFigure((Decimal(1),), PLACE)}
    assert compare(root, TABLE, figures, (), problems) is None
    assert [problem.sentence for problem in problems] == [
        "Für 2022 stehen in indicators/t.csv schon 3 Werte dieser Ebene, die Datei hat nur 1. Ist "
        "sie vollständig, filtert die Zuordnung zu viel?"
    ]


@pytest.mark.parametrize(
    ("number", "is_jump"),
    [("104", False), ("106", True), ("96", False), ("94", True), ("140", True), ("60", True)],
)
def test_a_jump_is_three_times_what_is_usual_or_a_third(
    tmp_path: Path, number: str, is_jump: bool
) -> None:
    rows = [f"01;{year};{100 + year % 2 * 2}" for year in range(2018, 2023)]
    found = compared(table(tmp_path, *rows), {("01", 2023): number})
    assert bool(found.jumps) is is_jump
    if number == "140":
        jump = found.jumps[0]
        assert (jump.since, jump.before, jump.after) == (2022, 100, 140)
        assert jump.usual is not None
        assert 0.019 < float(jump.usual) < 0.0201


def test_a_quiet_series_is_allowed_to_stir(tmp_path: Path) -> None:
    rows = [f"01;{year};20,28" for year in range(2018, 2023)]
    assert compared(table(tmp_path, *rows), {("01", 2023): "20.3"}).jumps == ()


def test_a_changed_value_is_measured_by_itself(tmp_path: Path) -> None:
    root = table(tmp_path, "01;2022;100", "01;2023;100")
    jump = compared(root, {("01", 2022): "100000"}).jumps[0]
    assert (jump.since, jump.before, jump.after) == (2022, 100, 100000)


def test_a_jump_over_a_break_says_so(tmp_path: Path) -> None:
    root = table(tmp_path, "01;2009;1172")
    assert compared(root, {("01", 2013): "1800"}, 2011).jumps[0].has_break
    assert not compared(root, {("01", 2013): "1800"}, 2014).jumps[0].has_break


def test_from_nothing_to_something_and_gaps(tmp_path: Path) -> None:
    root = table(tmp_path, "01;2021;0", "D;2021;x")
    found = compared(root, {("01", 2022): "5", ("D", 2022): "7"})
    assert [(jump.raum, jump.before) for jump in found.jumps] == [("01", 0)]


def test_a_jump_of_the_denominator_is_seen_though_the_share_stays(tmp_path: Path) -> None:
    guide = "schluessel: ags\njahr: 2023\nzaehler: z\nnenner: n\n"
    root = county(tmp_path, guide, "leerstand")
    path = file(tmp_path, "q.csv", "ags;z;n\n01099001;1200;50000\n01099002;5;100\n")
    found = planned(root, "tabelle", path, "leerstand")
    assert [(jump.raum, jump.what) for jump in found.changes[0].jumps] == [("01099001", "Nenner")]


def test_nothing_is_written_before_it_is_asked_for(tmp_path: Path) -> None:
    root = county(tmp_path, GUIDE)
    path = file(tmp_path, "q.csv", "ags;jahr;wert\n01;2023;12\n01099;2023;9,2\n")
    before = (root / "indicators/wohnen/miete.csv").read_bytes()
    lines, code = run(["tabelle", "miete", str(path)], root)
    assert code == 0
    assert lines == [
        "indicators/wohnen/miete.csv: 2 neu, 0 geändert, 0 entfallen, 2 unverändert",
        "  neu       01 Musterland 2023: 12",
        "  neu       01099 Musterkreis 2023: 9,2",
        "  Sprung    01 Musterland 2023: 12, 2022: 8,9; +34,8 %",
        "Noch nichts geschrieben. Mit --schreiben wird es übernommen.",
    ]
    assert (root / "indicators/wohnen/miete.csv").read_bytes() == before


def test_writing_twice_is_writing_once(tmp_path: Path) -> None:
    root = county(tmp_path, GUIDE)
    path = file(tmp_path, "q.csv", "ags;jahr;wert\n01;2023;9,5\n01099;2023;9,2\n")
    assert written(root, "tabelle", "miete", path)[-1].startswith("Geschrieben.")
    table = root / "indicators/wohnen/miete.csv"
    once = table.read_bytes()
    assert once == b"raum;jahr;wert\n01;2022;8,90\n01;2023;9,5\n01099;2022;9,10\n01099;2023;9,2\n"
    assert written(root, "tabelle", "miete", path) == [
        "indicators/wohnen/miete.csv: 0 neu, 0 geändert, 0 entfallen, 4 unverändert",
        "Nichts zu ändern.",
    ]
    assert table.read_bytes() == once
    assert not list(table.parent.glob(".*"))


def test_a_problem_writes_nothing(tmp_path: Path) -> None:
    root = county(tmp_path, GUIDE)
    path = file(tmp_path, "q.csv", "ags;jahr;wert\n01;2023;9,5\n01099009;2023;9,2\n")
    before = (root / "indicators/wohnen/miete.csv").read_bytes()
    lines, code = run(["tabelle", "miete", str(path), "--schreiben"], root)
    assert code == 1
    assert lines[-1] == "Eine Stelle ist zu berichtigen. Nichts wurde geschrieben."
    assert (root / "indicators/wohnen/miete.csv").read_bytes() == before


def test_nothing_of_a_formula_is_ever_written(tmp_path: Path) -> None:
    root = county(tmp_path, GUIDE)
    for cell in ("=1+1", "@SUM(A1)", "+1+1", "-2+3", '"=HYPERLINK(""http://x"")"'):
        path = file(tmp_path, "q.csv", f"ags;jahr;wert\n01;2023;{cell}\n")
        assert len(sentences(planned(root, "tabelle", path, "miete"))) == 1


@given(
    st.dictionaries(
        st.tuples(
            st.sampled_from(["01", "01099", "01099001", "01099002"]), st.integers(2000, 2005)
        ),
        st.decimals(0, 10**6, places=2),
        min_size=1,
    )
)
def test_what_is_imported_is_all_there_and_then_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, new: dict[tuple[str, int], Decimal]
) -> None:
    root = table(tmp_path_factory.mktemp("t"), "01099003;1999;1")
    first = compared(root, {spot: str(number) for spot, number in new.items()})
    room.write([first], root)
    again = compared(root, {spot: str(number) for spot, number in new.items()})
    assert again.is_empty
    assert len(first.after.splitlines()) == 2 + len(new)


@pytest.mark.parametrize(
    "path", sorted((MUSTER / "indicators").rglob("*.csv")), ids=lambda path: path.stem
)
def test_tables_of_a_county_have_the_form_that_is_written(path: Path) -> None:
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    cells = [line.split(";") for line in lines]
    values = {(raum, int(jahr)): tuple(rest) for raum, jahr, *rest in cells}
    # Protected tables are written by a command of their own, in the same order.
    written = format_values(values).replace("raum;jahr;wert\n", f"{head}\n", 1)
    assert written == path.read_text(encoding="utf-8")
