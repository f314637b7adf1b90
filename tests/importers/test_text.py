"""CSV files: encodings, separators and quotes, found out or told in German."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importers.county import file

from fokusbericht.importers import text
from fokusbericht.importers.sheets import Sheet
from fokusbericht.importers.text import find_delimiter, read_csv
from fokusbericht.problems import Problem


def read(path: Path, encoding: str = "") -> Sheet:
    problems: list[Problem] = []
    sheet = read_csv(path, path.name, problems, encoding)
    assert problems == []
    assert sheet is not None
    return sheet


def refused(path: Path, encoding: str = "") -> str:
    problems: list[Problem] = []
    assert read_csv(path, path.name, problems, encoding) is None
    return str(problems[0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
def test_encodings_are_found_out(tmp_path: Path, encoding: str) -> None:
    sheet = read(file(tmp_path, "a.csv", "raum;name\r\n1;Kölln-Reisiek\r\n", encoding))
    assert sheet.rows == (("raum", "name"), ("1", "Kölln-Reisiek"))


def test_latin_that_is_told_to_be_utf8(tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", "raum;name\n1;Kölln\n", "latin-1")
    assert refused(path, "utf-8") == (
        "a.csv:2:1: Hier steht ein Zeichen, das es in utf-8 nicht gibt. Die Datei ist vermutlich "
        "windows-1252: Bitte „kodierung: windows-1252“ angeben. (lesbar)"
    )


def test_utf8_that_is_told_to_be_latin(tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", "raum;name\n1;Kölln\n")
    assert refused(path, "latin-1") == (
        "a.csv:2:1: Als latin-1 gelesen steht hier „Ã¶“; die Datei ist vermutlich utf-8. Bitte "
        "„kodierung: utf-8“ angeben oder die Zeile weglassen. (lesbar)"
    )
    assert "vermutlich utf-8" in refused(path, "windows-1252")


def test_what_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"PK\x03\x04\0\0\0")
    assert "kein Text" in refused(path)


def test_line_ends_in_a_head_keep_the_numbers_of_lines(tmp_path: Path) -> None:
    sheet = read(file(tmp_path, "a.csv", 'a,"reguläre\nSitze"\n\n1,2\n'))
    assert sheet.rows[0] == ("a", "reguläre\nSitze")
    assert sheet.lines == (1, 4)


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    lines = "".join(f"{n};{n}\n" for n in range(30))
    assert refused(file(tmp_path, "a.csv", f'a;b\n1;"offen\n{lines}')).startswith("a.csv:2:2: ")


def test_too_long_a_cell(tmp_path: Path) -> None:
    assert "kein lesbares CSV" in refused(file(tmp_path, "a.csv", "a;b\n" + "x" * 200_000 + ";1\n"))


def test_too_large_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MOST_BYTES", 10)
    assert "größer als" in refused(file(tmp_path, "a.csv", "a;b\n1;2\n1;2\n"))


def test_delimiters() -> None:
    assert find_delimiter("a;b;c\n1,5;2,5;3") == ";"
    assert find_delimiter('ags,name\n"1","Elmshorn; Stadt"\n') == ","
    assert find_delimiter("a;b;c\n1,5;2,5;3,5\n1,5;2,5;4,5") == ";"
    assert find_delimiter("a\tb\n1\t2") == "\t"
    assert find_delimiter("Titel\nnoch einer, mit Komma\n;;2018;2018;2018") == ";"


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_sheet_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("bytes") / "a.csv"
    path.write_bytes(data)
    for encoding in ("", *text.ENCODINGS):
        problems: list[Problem] = []
        sheet = read_csv(path, "a.csv", problems, encoding)
        assert (sheet is None) == bool(problems)
