"""Keys in all the spellings of real files; names never count."""

import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fokusbericht.importers import keys, sheets, table
from fokusbericht.importers.keys import Keys, KeySpelling, joined

PINNEBERG = Keys("01056", {"01056": "Kreis Pinneberg", "01056015": "Elmshorn"})


def test_examples() -> None:
    for module in (keys, sheets, table):
        assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    "text",
    ["01056015", "1056015", "10560015015", "010560015015", "56 015", "01 056 015"],
)
def test_spellings_of_one_key(text: str) -> None:
    assert PINNEBERG.find(text) == "01056015"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("56015", KeySpelling.KREIS_GEMEINDE),
        ("56 015", KeySpelling.KREIS_GEMEINDE),
        ("56015001", KeySpelling.STIMMBEZIRK),
    ],
)
def test_spellings_that_must_be_said(text: str, form: KeySpelling) -> None:
    assert PINNEBERG.find(text, form) == "01056015"
    assert text == "56 015" or PINNEBERG.find(text) is None


MARSCH = Keys(
    "01056",
    {"01056": "Kreis Pinneberg", "01056015": "Elmshorn", "010565690": "Amt Geest und Marsch"},
    aemter={"010565690": ("01056001",)},
)


@pytest.mark.parametrize(
    ("text", "form", "key"),
    [
        ("010565690", KeySpelling.AMTLICH, "010565690"),
        ("010560015", KeySpelling.AMTLICH, "01056015"),
        ("10565690", KeySpelling.AMTLICH, "10565690"),  # as good as one of the Saarland
        ("10565690", KeySpelling.GEMEINDEVERBAND, "010565690"),
        ("1056990", KeySpelling.GEMEINDEVERBAND, "010565690"),
        ("10560015", KeySpelling.GEMEINDEVERBAND, "01056015"),
        ("1056015", KeySpelling.GEMEINDEVERBAND, "01056015"),
        ("1056000", KeySpelling.KREIS, "01056"),
        ("01056", KeySpelling.KREIS, "01056"),
    ],
)
def test_keys_of_aemter_and_long_ones_of_kreise(text: str, form: KeySpelling, key: str) -> None:
    assert MARSCH.find(text, form) == key


@pytest.mark.parametrize(
    ("text", "form"),
    [("1056015", KeySpelling.KREIS), ("Marsch", KeySpelling.GEMEINDEVERBAND)],
)
def test_what_is_no_key_of_that_level(text: str, form: KeySpelling) -> None:
    assert MARSCH.find(text, form) is None


def test_an_amt_that_nobody_knows_is_told_and_others_are_foreign() -> None:
    assert MARSCH.is_lost("010565699")
    assert not MARSCH.is_lost("010515163")
    assert not MARSCH.is_lost("010565690")


def test_keys_of_its_own() -> None:
    own = MARSCH.with_own({"7": "01056", "901": "01"})
    assert own.find("7", KeySpelling.EIGENE) == "01056"
    assert own.find("1", KeySpelling.EIGENE) == "?"
    assert own.find("", KeySpelling.EIGENE) is None
    assert own.find("901") == "01"
    assert own.find("1") == "01"


def test_the_lost_zero_of_a_small_kreis() -> None:
    assert PINNEBERG.find("1000", KeySpelling.KREIS_GEMEINDE) == "01001000"
    assert PINNEBERG.find("01 000") == "01001000"
    assert PINNEBERG.find("1000001", KeySpelling.STIMMBEZIRK) == "01001000"


@pytest.mark.parametrize(
    ("text", "key"), [("DG", "D"), ("0", "D"), ("01", "01"), ("1", "01"), ("1056", "01056")]
)
def test_other_levels(text: str, key: str) -> None:
    assert PINNEBERG.find(text) == key


@pytest.mark.parametrize(
    "text", ["", "Elmshorn", "Elmshorn, Stadt", "17056015", "1,056E+06", "٠١٠٥٦٠١٥"]
)
def test_what_is_no_key(text: str) -> None:
    assert PINNEBERG.find(text) is None


def test_a_key_in_parts() -> None:
    assert joined(["01", "0", "56", "015"]) == "01056015"
    assert joined([Decimal(1), Decimal(0), Decimal(56), Decimal(15)]) == "01056015"
    assert joined([Decimal(1), Decimal(0), Decimal(56), Decimal(5690), Decimal(1)]) == (
        "010565690001"
    )
    assert joined(["01056", "015"]) == "01056015"
    assert joined(["01", "0", "56", ""]) == ""


def test_a_kommune_of_ours_that_nobody_knows() -> None:
    assert PINNEBERG.is_lost("01056007")
    assert not PINNEBERG.is_lost("01056015")
    assert not PINNEBERG.is_lost("01060014")


@given(st.integers(1, 16), st.integers(0, 9), st.integers(0, 99), st.integers(0, 999))
def test_every_official_key_survives_every_spelling(
    land: int, rb: int, kreis: int, gem: int
) -> None:
    key = f"{land:02}{rb}{kreis:02}{gem:03}"
    ars = f"{land:02}{rb}{kreis:02}0000{gem:03}"
    spellings = {key, str(int(key)), ars, str(int(ars)), f"{key[:2]} {key[2:5]} {key[5:]}"}
    assert {PINNEBERG.find(text) for text in spellings} == {key}


@given(st.text(max_size=20))
def test_any_text_is_a_whole_key_or_none(text: str) -> None:
    for form in KeySpelling:
        key = PINNEBERG.find(text, form)
        assert key is None or len(key) in (1, 2, 5, 8)
