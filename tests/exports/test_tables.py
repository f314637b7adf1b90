"""Tables for spreadsheets: no text is taken for a formula, and numbers stay numbers."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fokusbericht.exports.table import csv_bytes, csv_number

STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")
UNSEEN = (
    *("", " ", "   ", "\u00a0", "\u202f", "\u2003", "\u3000", "\u200b", "\ufeff", "\u00ad"),
    *("\u200e", "\u202e", "\u2066", "\u2060", "\u180e", "\u034f", "\ufe0f", "\u3164", "\u2800"),
    *("\x00", "\x0b", "\x1f", "\u2028", "\u0301", "\U000e0061", " \u200b\u00a0", "\u115f"),
)


def read(data: bytes) -> list[list[str]]:
    """Return the cells that a spreadsheet reads."""
    text = data.decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def cell(text: str) -> str:
    return read(csv_bytes(("a", "b"), [(text, "x")]))[1][0]


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("before", UNSEEN, ids=ascii)
def test_what_begins_like_a_formula_is_kept_text(before: str, start: str) -> None:
    text = f"{before}{start}HYPERLINK(1)"
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["\t1", "\r1", "\n1", "\t=1", "-1+1", "--1", "-", "-a", "- 1"])
def test_tabs_breaks_and_sums(text: str) -> None:
    assert cell(text) == (text if text == "-" else f"'{text}")


@pytest.mark.parametrize("value", [-5.0, -0.25, -1e12, -3.2e-6, 5.0, 1e20, -1e20, 0.0, None])
def test_numbers_stay_numbers(value: float | None) -> None:
    text = csv_number(value)
    assert cell(text) == text


@pytest.mark.parametrize(
    "text", ["Wohnen = leben", "a-b", "1+1", "Müller@Amt", "−5", "„=“", "(=)", "'=1", "", ".", "x"]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@given(st.lists(st.text(max_size=8), min_size=2, max_size=2))
def test_no_cell_begins_with_a_sign_of_formulas(cells: list[str]) -> None:
    for text in read(csv_bytes(("a", "b"), [cells]))[1]:
        seen = text.lstrip().lstrip("\ufeff\u200b\u00ad")
        assert seen[:1] not in ("=", "+", "@", "＝", "＋", "－", "＠")
