"""Tables as spreadsheets write them."""

from pathlib import Path

import pytest
from support import SMALL, loaded, small_county, told

from fokusbericht.sources.rows import Row, read_rows

NAME = "indicators/wohnen/leerstand.csv"
PLAIN = (SMALL / NAME).read_text(encoding="utf-8")


def values(root: Path) -> dict[tuple[str, int], float | None]:
    report, problems = loaded(root)
    assert [str(one) for one in problems] == []
    return {key: wert.zahl for key, wert in report.indikatoren["leerstand"].werte.items()}


def by_line(text: str, before: str = "", after: str = "") -> str:
    return "".join(f"{before}{line}{after}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        PLAIN + ";;;\n;;;\n",
        PLAIN + " ; ;;\n\n   \n",
        PLAIN + '"";"";"";""\n',
        ";;;\n" + PLAIN,
        "sep=;\n" + PLAIN,
        '"sep=;"\r\n' + PLAIN,
        "SEP=,\n" + PLAIN.replace(";", ","),
        "sep=\t\n" + PLAIN.replace(";", "\t"),
        by_line(PLAIN, after=";;;"),
        PLAIN.replace("nenner\n", "nenner;;\n"),
        PLAIN.replace("10;500\n", "10;500;\n"),
        PLAIN.replace("10;500\n", '10;500; ;""\n'),
        PLAIN.replace(";", "\t"),
        PLAIN.replace(";", "|"),
        PLAIN.replace(";", ","),
        "\n".join(
            ";".join(f'"{cell}"' for cell in row.split(";")) for row in PLAIN.split("\n")[:-1]
        ),
        PLAIN.replace("raum;jahr;zaehler;nenner", "Raum; Jahr ;ZAEHLER;Nenner"),
        PLAIN.replace("raum;jahr;zaehler;nenner", '"Raum";"Jahr";"Zähler";"Nenner"'),
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace(";", " ; "),
    ],
)
def test_a_table_of_a_spreadsheet_says_the_same(tmp_path: Path, text: str) -> None:
    expected = values(small_county(tmp_path / "plain"))
    assert values(small_county(tmp_path / "sheet", {NAME: text})) == expected


def test_a_cell_that_a_column_too_many_holds_is_told(tmp_path: Path) -> None:
    lines = told(small_county(tmp_path, {NAME: PLAIN.replace("10;500\n", "10;500;;7\n")}))
    assert lines == [f"{NAME}:2:1: Hier stehen 6 Zellen statt 4. (csv)"]


def test_many_rows_that_a_comma_has_parted_are_one_message(tmp_path: Path) -> None:
    text = "raum,jahr,wert\n01099001,2021,2,5\n01099002,2021,3,5\n01099003,2021,4,5\n"
    assert told(small_county(tmp_path, {NAME: text}))[0] == (
        f"{NAME}:2:1: Hier stehen 4 Zellen statt 3. Ebenso 2-mal an anderer Stelle. (csv)"
    )


@pytest.mark.parametrize("year", ["24", "20224"])
def test_a_break_lies_in_a_year(tmp_path: Path, year: str) -> None:
    yml = NAME.replace(".csv", ".yml")
    text = (SMALL / yml).read_text(encoding="utf-8")
    root = small_county(tmp_path, {yml: f"{text}brueche: [{{jahr: {year}, grund: Neu}}]\n"})
    (line,) = told(root)
    assert "hier steht eine Zahl von 1900 bis 2100." in line


def test_one_cell_is_one(tmp_path: Path) -> None:
    lines = told(small_county(tmp_path, {NAME: f"{PLAIN}Quelle\n"}))
    assert len(lines) == 1
    assert lines[0].endswith(": Hier steht eine Zelle statt 4. (csv)")


def test_a_quote_that_nothing_closes_is_told_where_it_stands(tmp_path: Path) -> None:
    lines = told(small_county(tmp_path, {NAME: PLAIN.replace(";10;500", ';"10;500')}))
    assert lines == [f"{NAME}:2:15: Dieses Anführungszeichen wird nicht geschlossen. (csv)"]


def rows(folder: Path, text: str) -> list[Row]:
    (folder / "a.csv").write_text(text, encoding="utf-8")
    problems: list[object] = []
    found = read_rows(folder, "a.csv", problems)  # type: ignore[arg-type]
    assert problems == []
    return found


def test_between_quotes_signs_are_only_signs(tmp_path: Path) -> None:
    head, first, second = rows(
        tmp_path, 'a;b;c\n"x;y"; "sagt ""ja""" ;5" Rohr\n"zwei\nZeilen";ü;"q"\n'
    )
    assert head.cells == ("a", "b", "c")
    assert first.cells == ("x;y", 'sagt "ja"', '5" Rohr')
    assert second.cells == ("zwei\nZeilen", "ü", "q")
    places = [first.place(1), first.place(2), second.place(0), second.place(1), second.place(2)]
    assert [(one.line, one.column) for one in places] == [(2, 7), (2, 23), (3, 1), (4, 9), (4, 11)]


def test_very_many_quotes_are_read_in_one_go(tmp_path: Path) -> None:
    found = rows(tmp_path, "a;b\n" + '""' * 200_000 + ";" + '"x";' * 50_000 + "\n")
    assert len(found[1].cells) == 50_002


def test_a_key_that_nobody_knows_is_told_once_for_many_rows(tmp_path: Path) -> None:
    sentence = "Den Schlüssel „01099009“ kennt geo/raeume.yml nicht. Meinten Sie „01099003“?"
    known = "".join(f"01099003;{year};6;200\n" for year in (2021, 2022))
    for count, expected in (
        (2, [f"{NAME}:{line}:1: {sentence} (unbekannter-raum)" for line in (6, 7)]),
        (9, [f"{NAME}:6:1: {sentence} Ebenso 8-mal an anderer Stelle. (unbekannter-raum)"]),
    ):
        rows = "".join(f"01099009;{2001 + year};6;200\n" for year in range(count))
        text = PLAIN.replace("01099003;2021;6;200\n", rows).replace("01099003;2022;14;200\n", known)
        assert told(small_county(tmp_path / str(count), {NAME: text})) == expected


def test_cells_in_which_nothing_stands_are_told_once_a_table(tmp_path: Path) -> None:
    lines = told(small_county(tmp_path, {NAME: PLAIN.replace(";500", ";").replace(";200", ";")}))
    assert len(lines) == 1
    assert lines[0].startswith(f"{NAME}:2:18: Diese Zelle ist leer.")
    assert lines[0].endswith(" Ebenso 5-mal an anderer Stelle. (csv)")
