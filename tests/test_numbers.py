"""Numbers in the spellings of real files, and the laws they keep."""

import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fokusbericht import numbers
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.numbers import (
    MARKS,
    find_decimal,
    format_number,
    is_ambiguous,
    read_either,
    read_number,
)


def test_examples() -> None:
    assert doctest.testmod(numbers).failed == 0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("9,768595", "9.768595"),
        (" 49 983", "49983"),
        ("49\u00a0983", "49983"),
        ("49\u202f983,5", "49983.5"),
        ("1.374", "1374"),
        ("1.234.567,8", "1234567.8"),
        ("48,60%", "48.60"),
        ("45%", "45"),
        ("45 %", "45"),
        ("−47,9", "-47.9"),
        ("–3", "-3"),
        ("+0,4", "0.4"),
        ("(12,5)", "12.5"),
        ("417 r", "417"),
        ("417p", "417"),
        ("0", "0"),
    ],
)
def test_german_numbers(text: str, number: str) -> None:
    assert read_number(text, MARKS, ",") == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "24.4",
        "1.37",
        "12 34",
        "1,2,3",
        "1.234.56",
        "zwölf",
        "=A1",
        "#DIV/0!",
        "*",
        "3*",
        "٣",
        "1e5",
    ],
)
def test_what_is_no_german_number(text: str) -> None:
    assert read_number(text, MARKS, ",") is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (".", Fehlgrund.UNBEKANNT),
        ("...", Fehlgrund.UNBEKANNT),
        ("…", Fehlgrund.UNBEKANNT),
        ("-", Fehlgrund.NICHTS),
        (" – ", Fehlgrund.NICHTS),
        ("x", Fehlgrund.GEHEIM),
        ("•", Fehlgrund.GEHEIM),
        ("/", Fehlgrund.UNSICHER),
    ],
)
def test_marks(text: str, reason: Fehlgrund) -> None:
    assert read_number(text, MARKS, ",") is reason
    assert read_either(text, MARKS) is reason


def test_a_column_tells_its_decimal_sign() -> None:
    assert find_decimal(["22", "24,4", "1.374"]) == ","
    assert find_decimal(["22", "24.4", "1.374"]) == "."
    assert find_decimal(["22", Decimal("24.4"), ".", "x"]) == ""
    assert find_decimal(["1.374", "2.001"]) == ""
    assert find_decimal(["24.4", "24,4"]) == ""


def test_a_thousand_or_a_bit_more_than_one() -> None:
    assert is_ambiguous("1.374")
    assert is_ambiguous("1,374")
    assert not is_ambiguous("1374")
    assert not is_ambiguous("1.374,5")
    assert not is_ambiguous(Decimal("1.374"))


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4))
def test_what_is_written_is_read_again(number: Decimal) -> None:
    assert read_number(format_number(number), MARKS, ",") == number


@given(st.integers(min_value=0, max_value=10**12))
def test_thousands_may_be_parted(number: int) -> None:
    for sign in (" ", ".", "\u00a0", "\u202f"):
        assert read_number(f"{number:,}".replace(",", sign), MARKS, ",") == number


@given(st.text(max_size=50))
def test_any_text_is_a_number_a_mark_or_nothing(text: str) -> None:
    for sign in (",", "."):
        found = read_number(text, MARKS, sign)
        assert found is None or isinstance(found, Decimal | Fehlgrund)
