"""What Excel shows and what it stores: each kind of difference in a small workbook."""

import re
import zipfile
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from importers.county import county, planned, sentences, values
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from fokusbericht.importers import excel_cells, excel_shown
from fokusbericht.importers.plan import Import

AREAS = ("01099001", "01099002", "01099003")
GUIDE = "schluessel: ags\njahr: 2023\nwert: wert\nebenen: [kommune]\n"


def book(folder: Path, cells: tuple[object, ...], change: Callable[[Worksheet], None]) -> Path:
    made = Workbook()
    page = made.active
    assert isinstance(page, Worksheet)
    page.title = "Daten"
    page.append(["ags", "wert"])
    for area, cell in zip(AREAS, cells, strict=False):
        page.append([area, cell])
    change(page)
    made.save(folder / "quelle.xlsx")
    return folder / "quelle.xlsx"


def imported(
    folder: Path, cells: tuple[object, ...], change: Callable[[Worksheet], None] = lambda page: None
) -> Import:
    return planned(county(folder, GUIDE), "tabelle", book(folder, cells, change), "miete")


def of_2023(found: Import) -> list[str]:
    assert sentences(found) == []
    return [values(found)[area, "2023"] for area in AREAS]


def formatted(number_format: str) -> Callable[[Worksheet], None]:
    def change(page: Worksheet) -> None:
        for row in range(2, 5):
            page.cell(row, 2).number_format = number_format

    return change


def test_examples() -> None:
    import doctest

    assert doctest.testmod(excel_cells).failed == 0
    assert doctest.testmod(excel_shown).failed == 0


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("0%", ["100", "75,6", "-5"]),
        ("0.0%", ["100", "75,6", "-5"]),
        ("0.0%;-0.0%", ["100", "75,6", "-5"]),
        ("[Red]0.0%;[Blue]-0.0%", ["100", "75,6", "-5"]),
        ('0.0%_);\\(0.0%\\);"–"', ["100", "75,6", "-5"]),
        ("0.0\\ %", ["100", "75,6", "-5"]),
        ('0.0"%"', ["1", "0,756", "-0,05"]),
        ('0.0" % der Wohnungen"', ["1", "0,756", "-0,05"]),
        ("0.0\\%", ["1", "0,756", "-0,05"]),
        ("0.0_%", ["1", "0,756", "-0,05"]),
        ('0.0;-0.0%;"0 %"', ["1", "0,756", "-5"]),
        ("[<0]0%;0.0", ["1", "0,756", "-5"]),
        ("[$-407]0%", ["100", "75,6", "-5"]),
        ("General", ["1", "0,756", "-0,05"]),
        ('#,##0.0 "€"', ["1", "0,756", "-0,05"]),
    ],
)
def test_only_a_sign_of_the_format_means_percent(
    tmp_path: Path, number_format: str, expected: list[str]
) -> None:
    assert of_2023(imported(tmp_path, (1, 0.756, -0.05), formatted(number_format))) == expected


def test_a_zero_has_its_own_part_of_a_format(tmp_path: Path) -> None:
    found = imported(tmp_path, (0, 0.5, 2), formatted('0%;-0%;"null %"'))
    assert of_2023(found) == ["0", "50", "200"]


@pytest.mark.parametrize("number_format", ["0,", '0.0,," Mio."', "#,##0,"])
def test_shown_in_thousands_is_read_whole_and_said(tmp_path: Path, number_format: str) -> None:
    found = imported(tmp_path, (12345678, 2, 3), formatted(number_format))
    assert of_2023(found) == ["12345678", "2", "3"]
    assert found.notes[-1] == (
        "Im Blatt „Daten“ zeigt Excel Zahlen in Tausend oder Millionen an (B2, B3, B4). Gelesen "
        "wird die ganze gespeicherte Zahl."
    )


@pytest.mark.parametrize(
    ("number_format", "word"),
    [
        ('0.0" Tsd."', "Tsd"),
        ('0.0" Mio. €"', "Mio"),
        ("0.0\\ \\T\\€", ""),
        ('0.0" T€"', "T€"),
        ('0.0" Millimeter"', ""),
        ('0.0,," Mio."', ""),
    ],
)
def test_thousands_that_are_a_mere_word_are_said(
    tmp_path: Path, number_format: str, word: str
) -> None:
    found = imported(tmp_path, (12.5, 7, 5), formatted(number_format))
    assert of_2023(found) == ["12,5", "7", "5"]
    said = [note for note in found.notes if "hinter Zahlen" in note]
    assert said == [
        f"Im Blatt „Daten“ zeigt Excel hinter Zahlen „{word}“ (B2, B3, B4). Gelesen wird die "
        "gespeicherte Zahl ohne dieses Wort; ist das Vielfache gemeint, hilft „faktor“."
    ] * bool(word)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (
            datetime(2023, 5, 1),
            "Excel hat hier ein Datum gespeichert (01.05.2023), keine Zahl. Bitte die Spalte als "
            "Zahl formatieren und den Wert neu eintragen.",
        ),
        (
            time(12, 30),
            "Excel hat hier eine Uhrzeit gespeichert (12:30:00), keine Zahl. Bitte die Spalte als "
            "Zahl formatieren und den Wert neu eintragen.",
        ),
        (timedelta(hours=26, minutes=5), "Excel hat hier eine Uhrzeit gespeichert (26:05:00)"),
        (True, "Hier steht der Wahrheitswert WAHR, keine Zahl."),
        ("#DIV/0!", "Excel meldet hier den Fehler „#DIV/0!“."),
        ("#NV", "Excel meldet hier den Fehler „#NV“."),
        ("#WERT!", "Excel meldet hier den Fehler „#WERT!“."),
        ("=1+1", "Die Formel hat kein gespeichertes Ergebnis."),
        ("12.345", "„12.345“ ist mehrdeutig: 12345 oder 12,345?"),
        ("(12)", "„(12)“ ist mehrdeutig: In der Statistik heißen Klammern „unsicher“"),
        ("1234¹", "Hinter der Zahl steht ein Fußnotenzeichen."),
        ("12341)", "„12341)“: Hinter der Zahl steht"),
        ("12 €", "Hinter der Zahl steht „€“."),
    ],
)
def test_what_is_no_number_is_told_with_its_place(tmp_path: Path, cell: object, told: str) -> None:
    found = sentences(imported(tmp_path, (cell, 5, 6)))
    assert len(found) == 1
    assert found[0].startswith("quelle.xlsx:2:2: Spalte B (wert): ")
    assert told in found[0]


def test_one_cause_in_a_column_is_told_once(tmp_path: Path) -> None:
    found = sentences(imported(tmp_path, ("12.345", "7.050", "9.999")))
    assert len(found) == 1
    assert found[0].endswith("Betroffen sind diese und 2 weitere Zellen dieser Spalte.")


@pytest.mark.parametrize(("mark", "kind"), [("1", "superscript"), ("2)", "superscript")])
def test_a_raised_digit_is_never_read_as_one_more_digit(
    tmp_path: Path, mark: str, kind: str
) -> None:
    raised = CellRichText("1234", TextBlock(InlineFont(vertAlign=kind), mark))
    found = imported(tmp_path, (raised, 5, 6))
    if mark == "1":
        assert "„1234¹“: Hinter der Zahl steht ein Fußnotenzeichen." in sentences(found)[0]
    else:
        assert of_2023(found) == ["1234", "5", "6"]


def test_rich_text_in_heads_keeps_its_letters(tmp_path: Path) -> None:
    def change(page: Worksheet) -> None:
        page["B1"] = CellRichText("wert", TextBlock(InlineFont(vertAlign="superscript"), "1"))

    path = book(tmp_path, (1, 2, 3), change)
    root = county(tmp_path, GUIDE.replace("wert: wert", "wert: wert1"))
    assert of_2023(planned(root, "tabelle", path, "miete")) == ["1", "2", "3"]


@pytest.mark.parametrize("cells", [("1 234 1)",), ("1 234¹⁾",), ("1234 a)",)])
def test_a_footnote_behind_a_text_is_left_out(tmp_path: Path, cells: tuple[object, ...]) -> None:
    assert of_2023(imported(tmp_path, (*cells, 5, 6)))[0] == "1234"


# --- Shown otherwise than stored ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("number_format", "cell", "shown"),
    [
        ('[<3]"x";0', 2, "„x“, gespeichert ist eine Zahl."),
        ('[<3]"/";[<9]"-";0', 7, "„-“, gespeichert ist eine Zahl."),
        ('0;"x";"."', 0, "„.“, gespeichert ist eine Zahl."),
        ('0;"x";"."', -7, "„x“, gespeichert ist eine Zahl."),
        ("[<3]\\x;0", 2, "„x“, gespeichert ist eine Zahl."),
        ('"geheim"', 7, "„geheim“, gespeichert ist eine Zahl."),
        (";;;", 7, "nichts, gespeichert ist eine Zahl."),
        (";;;", "7", "nichts, gespeichert ist ein Text."),
        ("0;-0;", 0, "nichts, gespeichert ist eine Zahl."),
        ("#,###", 0, "nichts, gespeichert ist eine Zahl."),
        ('0"00"', 7, "bei der Zahl Ziffern, die nur zum Zahlenformat gehören"),
        ('0" 000"', 7, "bei der Zahl Ziffern, die nur zum Zahlenformat gehören"),
        ("\\10", 7, "bei der Zahl Ziffern, die nur zum Zahlenformat gehören"),
        ('0",5"', 7, "bei der Zahl Ziffern, die nur zum Zahlenformat gehören"),
        ("-0", 7, "ein Minus, gespeichert ist eine Zahl ohne Minus."),
    ],
)
def test_what_excel_shows_instead_of_a_number_is_told_without_the_number(
    tmp_path: Path, number_format: str, cell: object, shown: str
) -> None:
    def change(page: Worksheet) -> None:
        page["B2"].number_format = number_format

    found = sentences(imported(tmp_path, (cell, 5, 6), change))
    assert len(found) == 1
    assert found[0].startswith(f"quelle.xlsx:2:2: Spalte B (wert): Excel zeigt hier {shown}")
    assert found[0].endswith(
        "Bitte das, was zu sehen ist, als Text in die Zelle schreiben oder das Zahlenformat ändern."
    )
    assert "7" not in found[0]


@pytest.mark.parametrize(
    "number_format",
    [
        '_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-',
        "#,##0.00 [$€-407];[Red]-#,##0.00 [$€-407]",
        '0" je 1000"',
        '0.0" (2022)"',
        '0" 1)"',
        '0;-0;"0"',
        "0.00E+00",
        "@",
        "# ?/16",
        "[<1000]0;0.0",
        "000",
    ],
)
def test_what_a_format_only_adds_does_no_harm(tmp_path: Path, number_format: str) -> None:
    assert of_2023(imported(tmp_path, (7, 0, 1234), formatted(number_format))) == ["7", "0", "1234"]


def test_keys_may_be_shown_as_one_likes(tmp_path: Path) -> None:
    def change(page: Worksheet) -> None:
        page["A2"] = 1099001
        page["A2"].number_format = '"0"0'

    assert of_2023(imported(tmp_path, (1, 2, 3), change)) == ["1", "2", "3"]


STRUCK = (
    "Diese Zelle ist in Excel ganz oder zum Teil durchgestrichen; ob der Wert gilt, ist nicht zu "
    "erkennen."
)


@pytest.mark.parametrize("cell", [12, "12", "x"])
def test_a_cell_that_is_struck_through_is_told(tmp_path: Path, cell: object) -> None:
    def change(page: Worksheet) -> None:
        page["B2"].font = Font(strike=True)

    found = sentences(imported(tmp_path, (cell, 5, 6), change))
    assert len(found) == 1
    assert STRUCK in found[0]


@pytest.mark.parametrize("texts", [("12", "15"), ("", "15"), ("15 ", "alt")])
def test_a_text_that_is_struck_through_in_part_is_told(
    tmp_path: Path, texts: tuple[str, str]
) -> None:
    before, struck = texts
    cell = CellRichText(before, TextBlock(InlineFont(strike=True), struck))
    found = sentences(imported(tmp_path, (cell, 5, 6)))
    assert len(found) == 1
    assert STRUCK in found[0]


def test_what_was_struck_through_and_is_empty_is_empty(tmp_path: Path) -> None:
    def change(page: Worksheet) -> None:
        page["B2"].font = Font(strike=True)

    assert of_2023(imported(tmp_path, (None, 5, 6), change)) == [".", "5", "6"]


@pytest.mark.parametrize(
    ("cells", "others"), [((0.25, 25, 30), " Betroffen"), ((0.25, 0, 0.3), "")]
)
def test_percent_and_plain_numbers_in_one_column_are_told(
    tmp_path: Path, cells: tuple[float, ...], others: str
) -> None:
    def change(page: Worksheet) -> None:
        page["B2"].number_format = "0%"

    found = sentences(imported(tmp_path, cells, change))
    assert len(found) == 1
    assert (
        "In dieser Spalte sind manche Zahlen in Excel als Prozent formatiert, diese nicht; so "
        "sind 0,25 und 25 nicht zu unterscheiden. Bitte alle Zellen der Spalte gleich formatieren."
        f"{others}"
    ) in found[0]


def test_a_sign_of_percent_as_text_beside_a_share_is_clear(tmp_path: Path) -> None:
    def change(page: Worksheet) -> None:
        page["B2"].number_format = "0%"
        page["B3"].number_format = '0"%"'

    assert of_2023(imported(tmp_path, (0.25, 25, 0), change)) == ["25", "25", "0"]


@pytest.mark.parametrize("bare", ["0,25", "25", "25,0"])
def test_a_text_without_percent_beside_a_share_is_told(tmp_path: Path, bare: str) -> None:
    found = sentences(imported(tmp_path / "a", (0.25, bare, 0.3), formatted("0%")))
    assert [one.partition(": In dieser")[0] for one in found] == [
        "quelle.xlsx:3:2: Spalte B (wert)"
    ]
    found = imported(tmp_path / "b", (0.25, f"{bare} %", 0.3), formatted("0%"))
    assert of_2023(found)[1] == bare.removesuffix(",0")


def with_cell(path: Path, xml: str) -> Path:
    """Return the workbook with another cell B2, as no library would write it."""
    made = path.with_name("anders.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = re.sub(b'<c r="B2".*?</c>', xml.encode(), old.read(name))
            new.writestr(name, text if name.endswith("sheet1.xml") else old.read(name))
    return made


@pytest.mark.parametrize("result", ["<v></v>", "<v/>", ""])
def test_an_empty_text_is_the_result_of_a_formula(tmp_path: Path, result: str) -> None:
    path = book(tmp_path, (1, 2, 3), lambda page: None)
    xml = f'<c r="B2" t="str"><f>IF(1,"","")</f>{result}</c>'
    root = county(tmp_path, GUIDE)
    assert of_2023(planned(root, "tabelle", with_cell(path, xml), "miete")) == [".", "2", "3"]
    xml = f'<c r="B2"><f>1+1</f>{result}</c>'
    (told,) = sentences(planned(root, "tabelle", with_cell(path, xml), "miete"))
    assert "Die Formel hat kein gespeichertes Ergebnis." in told


def test_a_key_without_a_result_is_told_as_a_formula(tmp_path: Path) -> None:
    def change(page: Worksheet) -> None:
        page["A2"] = '=TEXT(1099001,"00000000")'

    assert sentences(imported(tmp_path, (1, 2, 3), change)) == [
        "quelle.xlsx:2:1: Spalte A (ags): Die Formel hat kein gespeichertes Ergebnis. Bitte in "
        "Excel öffnen und speichern."
    ]


def test_formulas_without_a_result_are_one_cause(tmp_path: Path) -> None:
    found = sentences(imported(tmp_path, ("=1+1", "=1+2", "=A1*3")))
    assert len(found) == 1
    assert "Die Formel hat kein gespeichertes Ergebnis." in found[0]
    assert found[0].endswith("Betroffen sind diese und 2 weitere Zellen dieser Spalte.")


# --- Merged, hidden, elsewhere ------------------------------------------------------------------


def test_a_merged_value_is_told_not_missing(tmp_path: Path) -> None:
    found = imported(tmp_path, (12, None, 6), lambda page: page.merge_cells("B2:B3"))
    assert sentences(found) == [
        "quelle.xlsx:2:2: Spalte B (wert): Diese Zelle ist in Excel mit anderen verbunden; für "
        "welche der Wert gilt, ist nicht zu erkennen. Bitte die Verbindung aufheben und jeden Wert "
        "einzeln eintragen. Betroffen sind diese und eine weitere Zelle dieser Spalte."
    ]


def test_a_value_merged_with_an_empty_column_is_its_own(tmp_path: Path) -> None:
    found = imported(tmp_path, (12, 5, 6), lambda page: page.merge_cells("B2:C2"))
    assert of_2023(found) == ["12", "5", "6"]


def test_a_key_merged_over_lines_holds_for_all_of_them(tmp_path: Path) -> None:
    made = Workbook()
    page = made.active
    assert isinstance(page, Worksheet)
    rows = [("ags", "art", "wert"), (AREAS[0], "a", 1), (None, "b", 2), (AREAS[1], "b", 3)]
    for row in rows:
        page.append(row)
    page.merge_cells("A2:A3")
    made.save(tmp_path / "quelle.xlsx")
    root = county(tmp_path, GUIDE + "filter: {art: b}\n")
    found = planned(root, "tabelle", tmp_path / "quelle.xlsx", "miete")
    assert values(found)[AREAS[0], "2023"] == "2"


def test_a_footnote_merged_over_the_columns_is_passed_over(tmp_path: Path) -> None:
    def change(page: Worksheet) -> None:
        page["A6"] = "Quelle: Amt"
        page.merge_cells("A6:B6")

    assert of_2023(imported(tmp_path, (1, 2, 3), change)) == ["1", "2", "3"]


def test_a_merged_range_as_large_as_excel_allows(tmp_path: Path) -> None:
    path = book(tmp_path, (1, 2, 3), lambda page: page.merge_cells("D9:E9"))
    huge = tmp_path / "riesig.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(huge, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"D9:E9", b"B4:XFD1048576"))
    found = planned(county(tmp_path, GUIDE), "tabelle", huge, "miete")
    assert "mit anderen verbunden" in sentences(found)[0]


def test_hidden_rows_and_columns_are_read_and_said(tmp_path: Path) -> None:
    def change(page: Worksheet) -> None:
        page.row_dimensions[3].hidden = True
        page.column_dimensions["B"].hidden = True

    found = imported(tmp_path, (1, 2, 3), change)
    assert of_2023(found) == ["1", "2", "3"]
    assert found.notes[-2:] == (
        "Im Blatt „Daten“ ist 1 Zeile ausgeblendet oder weggefiltert (3). Auch was dort steht, "
        "wird gelesen.",
        "Im Blatt „Daten“ ist 1 Spalte ausgeblendet oder weggefiltert (B). Auch was dort steht, "
        "wird gelesen.",
    )


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_the_first_sheet_that_is_seen_is_read(tmp_path: Path, state: str) -> None:
    def change(page: Worksheet) -> None:
        hidden = page.parent.create_sheet("Alt", 0)  # type: ignore[union-attr]
        hidden.append(["ags", "wert"])
        hidden.append([AREAS[0], 99])
        hidden.sheet_state = state

    path = book(tmp_path, (1, 2, 3), change)
    assert of_2023(planned(county(tmp_path / "a", GUIDE), "tabelle", path, "miete"))[0] == "1"
    found = planned(county(tmp_path / "b", GUIDE + "blatt: Alt\n"), "tabelle", path, "miete")
    assert "Das Blatt „Alt“ ist in Excel ausgeblendet. Es wird trotzdem gelesen." in found.notes


def test_which_of_several_sheets_is_read(tmp_path: Path) -> None:
    def change(page: Worksheet) -> None:
        page.parent.create_sheet("2024")  # type: ignore[union-attr]

    found = imported(tmp_path, (1, 2, 3), change)
    assert found.notes[-1] == (
        "Gelesen wird das Blatt „Daten“. Ein anderes („2024“) geht mit „blatt: …“."
    )


def test_a_sheet_that_is_only_a_chart_is_passed_over(tmp_path: Path) -> None:
    def change(page: Worksheet) -> None:
        page.parent.create_chartsheet("Diagramm", 0).add_chart(BarChart())  # type: ignore[union-attr]

    assert of_2023(imported(tmp_path, (1, 2, 3), change)) == ["1", "2", "3"]


def test_an_empty_first_sheet_is_told_with_the_others(tmp_path: Path) -> None:
    def change(page: Worksheet) -> None:
        page.parent.create_sheet("Leer", 0)  # type: ignore[union-attr]

    assert [one.split(": ", 1)[1] for one in sentences(imported(tmp_path, (1, 2, 3), change))] == [
        "Das Blatt „Leer“ ist leer; die Mappe hat noch „Daten“. Bitte angeben, welches gilt: "
        "„blatt: Daten“."
    ]


# --- What is no workbook ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("q.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "im alten Excel-Format"),
        ("q.xlsx", b"", "Die Datei ist leer"),
        ("q.xls", b"<html><table><tr><td>1</td></tr></table></html>", "eine Internetseite (HTML)"),
        ("q.xls", b"\xef\xbb\xbf\n <!DOCTYPE html><table></table>", "eine Internetseite (HTML)"),
        ("q.xlsx", b"ags;wert\n01099001;1\n", "eine Textdatei"),
        ("q.xlsx", b"PK\x03\x04" + b"x" * 100, "keine lesbare Excel-Mappe"),
        ("q.xlsb", b"PK\x03\x04" + b"x" * 100, "keine lesbare Excel-Mappe"),
        ("q.ods", b"PK", "LibreOffice lässt sich nicht einlesen."),
    ],
)
def test_what_only_looks_like_a_workbook(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    found = sentences(planned(county(tmp_path, GUIDE), "tabelle", tmp_path / name, "miete"))
    assert len(found) == 1
    assert told in found[0]
    assert "speichern" in found[0] or "umbenennen" in found[0] or "leer" in found[0]
