"""Workbooks: values as they are meant, and files that mean harm."""

import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from importers.county import workbook
from openpyxl import Workbook

from fokusbericht.importers import excel
from fokusbericht.importers.excel import read_sheet
from fokusbericht.importers.sheets import Sheet
from fokusbericht.problems import Problem

ROWS = "<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>{}</t></is></c></row></sheetData>"
SHEET = (
    "<?xml version='1.0'?>{}<worksheet "
    "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>{}</worksheet>"
)


def read(path: Path, wanted: str = "") -> Sheet | None:
    problems: list[Problem] = []
    sheet = read_sheet(path, path.name, wanted, problems)
    assert problems == []
    return sheet


def refused(path: Path, wanted: str = "") -> str:
    problems: list[Problem] = []
    assert read_sheet(path, path.name, wanted, problems) is None
    assert len(problems) == 1
    return str(problems[0])


def with_member(path: Path, name: str, content: bytes) -> Path:
    """Put another content into a member of a workbook."""
    changed = path.with_name("boese.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return changed


def test_numbers_texts_and_dates(tmp_path: Path) -> None:
    row = ("01056015", 1056015, 1404.6499999999999, " 49 983", True, datetime(2023, 12, 31), None)
    sheet = read(workbook(tmp_path, [row]))
    assert sheet is not None
    assert sheet.rows[0][:6] == (
        *("01056015", Decimal(1056015), Decimal("1404.65"), " 49 983", "WAHR", "2023-12-31"),
    )


def test_a_share_shown_in_percent_is_read_in_percent(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append([0.486, 0.45])
    book.active["A1"].number_format = "0.0%"
    book.save(tmp_path / "anteil.xlsx")
    sheet = read(tmp_path / "anteil.xlsx")
    assert sheet is not None
    assert sheet.rows[0] == (Decimal("48.6"), Decimal("0.45"))


def test_a_formula_is_its_result_and_without_one_it_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("=1+1", 5)])
    sheet = read(path)
    assert sheet is not None
    assert sheet.rows[0] == ("=1+1", Decimal(5))  # openpyxl stores no result
    rows = "<sheetData><row r='1'><c r='A1'><f>1+1</f><v>2</v></c></row></sheetData>"
    calculated = with_member(path, "xl/worksheets/sheet1.xml", SHEET.format("", rows).encode())
    sheet = read(calculated)
    assert sheet is not None
    assert sheet.rows[0] == (Decimal(2),)


def test_a_wrong_size_in_the_file_does_not_matter(tmp_path: Path) -> None:
    rows = "<dimension ref='A1'/><sheetData><row r='3'><c r='B3'><v>7</v></c></row></sheetData>"
    path = workbook(tmp_path, [(1,)])
    sheet = read(with_member(path, "xl/worksheets/sheet1.xml", SHEET.format("", rows).encode()))
    assert sheet is not None
    assert sheet.rows == ((), (), ("", Decimal(7)))
    assert sheet.lines == (1, 2, 3)


def test_a_sheet_by_name_or_number(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("Zweites").append([2])
    book.save(tmp_path / "zwei.xlsx")
    for wanted in ("Zweites", "2"):
        sheet = read(tmp_path / "zwei.xlsx", wanted)
        assert sheet is not None
        assert sheet.name == "Zweites"
    assert refused(tmp_path / "zwei.xlsx", "Zweite") == (
        "zwei.xlsx:1:1: Das Blatt „Zweite“ gibt es nicht. Meinten Sie „Zweites“? (lesbar)"
    )


@pytest.mark.parametrize("content", [b"", b"kein Zip", b"PK\x03\x04" + b"x" * 100])
def test_what_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kaputt.xlsx"
    path.write_bytes(content)
    assert "keine lesbare Excel-Mappe" in refused(path)


@pytest.mark.parametrize(
    "name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/styles.xml"]
)
def test_a_broken_member(tmp_path: Path, name: str) -> None:
    path = with_member(workbook(tmp_path, [(1,)]), name, b"<a><b></a>")
    assert "keine lesbare Excel-Mappe" in refused(path)


def test_old_excel_and_passwords(tmp_path: Path) -> None:
    path = tmp_path / "alt.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "im alten Excel-Format (.xls) oder mit Kennwort" in refused(path)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    huge = b"<a>" + b" " * 40_000_000 + b"</a>"
    path = with_member(workbook(tmp_path, [(1,)]), "xl/sharedStrings.xml", huge)
    assert path.stat().st_size < 100_000
    assert "verdächtig stark gepackt" in refused(path)


def test_too_much_to_unpack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "MOST_UNPACKED", 1_000)
    assert "verdächtig stark gepackt" in refused(workbook(tmp_path, [(1,)]))


def test_too_large_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "MOST_PACKED", 1_000)
    assert "größer als" in refused(workbook(tmp_path, [(1,)]))


def test_a_few_cells_that_claim_a_million_rows(tmp_path: Path) -> None:
    rows = "".join(f"<row r='{n}'><c r='XFD{n}'><v>1</v></c></row>" for n in range(1, 400))
    sheet = SHEET.format("", f"<sheetData>{rows}</sheetData>").encode()
    path = with_member(workbook(tmp_path, [(1,)]), "xl/worksheets/sheet1.xml", sheet)
    assert "zu viele Zellen" in refused(path)


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_is_never_expanded(tmp_path: Path, member: str, encoding: str) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("streng geheim")
    doctype = f"<!DOCTYPE a [<!ENTITY e SYSTEM 'file://{secret}'>]>"
    evil = SHEET.format(doctype, ROWS.format("&e;")).encode(encoding)
    sentence = refused(with_member(workbook(tmp_path, [("a",)]), member, evil))
    assert "Dokumenttyp-Angabe" in sentence
    assert "streng geheim" not in sentence


def test_billion_laughs(tmp_path: Path) -> None:
    entities = "<!ENTITY a0 'ha'>" + "".join(
        f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)
    )
    evil = SHEET.format(f"<!-- - --><!DOCTYPE a [{entities}]>", ROWS.format("&a9;")).encode()
    path = with_member(workbook(tmp_path, [("a",)]), "xl/worksheets/sheet1.xml", evil)
    assert "Dokumenttyp-Angabe" in refused(path)


def test_a_document_type_cannot_hide_in_another_encoding(tmp_path: Path) -> None:
    head = "<?xml version='1.0' encoding='cp037'?>".encode("ascii")
    evil = head + "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>".encode("cp037")
    path = with_member(workbook(tmp_path, [("a",)]), "xl/worksheets/sheet1.xml", evil)
    assert "fremde Kodierung" in refused(path)


def test_a_document_type_over_the_edge_of_two_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel, "CHUNK", 300)
    evil = SHEET.format("<!--" + "x" * 255 + "--><!DOCTYPE a []>", ROWS.format("a")).encode()
    path = with_member(workbook(tmp_path, [("a",)]), "xl/worksheets/sheet1.xml", evil)
    assert "Dokumenttyp-Angabe" in refused(path)
