"""Numbers in the spellings of real files, and the laws they keep."""

import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fokusbericht.model.figures import Fehlgrund
from fokusbericht.sources import numbers
from fokusbericht.sources.numbers import (
    MARKS,
    OURS,
    Habit,
    Unread,
    Why,
    cell_text,
    find_decimal,
    is_ambiguous,
    read,
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
        "1,2e3.",
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
    assert read_number(cell_text(number), MARKS, ",") == number


@given(st.integers(min_value=0, max_value=10**12))
def test_thousands_may_be_parted(number: int) -> None:
    for sign in (" ", ".", "\u00a0", "\u202f"):
        assert read_number(f"{number:,}".replace(",", sign), MARKS, ",") == number


@given(st.text(max_size=50))
def test_any_text_is_a_number_a_mark_or_nothing(text: str) -> None:
    for sign in (",", "."):
        found = read_number(text, MARKS, sign)
        assert found is None or isinstance(found, Decimal | Fehlgrund)


# --- One rule -----------------------------------------------------------------------------------

OFFICIAL = st.decimals(min_value=-(10**12), max_value=10**12, places=4)
# What cells are made of, and what is made of it by mistake.
SIGNS = st.text(alphabet="0123456789.,' \u00a0\u202f−-+%eE()¹½x", max_size=14)


def readings(text: str) -> set[Decimal]:
    """Return what a text means with a decimal comma, and what with a point."""
    found = {read(text, Habit(sign=sign)) for sign in ",."}
    return {one for one in found if isinstance(one, Decimal)}


@given(SIGNS)
def test_what_has_two_readings_is_never_taken(text: str) -> None:
    meant = readings(text)
    found = read(text)
    if len(meant) == 2:
        assert isinstance(found, Unread)
        assert found.why is Why.MEHRDEUTIG
        assert all(cell_text(one) in found.sentence for one in meant)
    else:
        assert found == next(iter(meant), found)
        assert isinstance(found, Decimal) == bool(meant)


@given(SIGNS)
def test_in_our_files_only_the_point_can_mean_two_things(text: str) -> None:
    found = read(text, OURS)
    if isinstance(found, Decimal) and len(readings(text)) == 2:
        assert "," in text
        assert read(text, Habit(sign=",")) == found
    if isinstance(found, Decimal):
        assert read(text) == found or is_ambiguous(text)


@given(SIGNS, st.sampled_from(",."))
def test_a_column_only_decides_what_is_open(text: str, vote: str) -> None:
    found, voted = read(text), read(text, Habit(vote=vote))
    if isinstance(found, Unread) and found.why is Why.MEHRDEUTIG:
        assert voted == read(text, Habit(sign=vote))
    else:
        assert voted == found


@given(SIGNS, st.sampled_from([OURS, Habit(), Habit(sign=","), Habit(sign=".")]))
def test_what_is_read_is_written_and_read_again(text: str, habit: Habit) -> None:
    found = read(text, habit)
    if isinstance(found, Decimal):
        assert read(cell_text(found), OURS) == found


@given(OFFICIAL, st.sampled_from(" \u00a0\u202f\u2009\u2007'’."), st.sampled_from("−–‒-"))
def test_any_spelling_of_one_number_is_that_number(
    number: Decimal, between: str, sign: str
) -> None:
    whole, _, tail = f"{abs(number):,f}".partition(".")
    text = f"{sign if number < 0 else ''}{whole.replace(',', between)},{tail}"
    assert read(text, OURS) == number


@given(OFFICIAL)
def test_bounds_leave_only_what_is_within(number: Decimal) -> None:
    habit = Habit(least=-180, most=180, is_ours=True)
    text = f"{number:.3f}"
    found = read(text, habit)
    if isinstance(found, Decimal):
        assert found == Decimal(text) or abs(Decimal(text)) > 180
    else:
        assert found.why is Why.MEHRDEUTIG
        assert abs(number) < 1 or abs(number) > 180  # both or none of the readings fit


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 234¹⁾", "1234"),
        ("1234 1)", "1234"),
        ("1 234 12)", "1234"),
        ("1 234a)", "1234"),
        ("(1 234)", "1234"),
        ("48,6 % p", None),
        ("1234¹", None),
        ("12341)", None),
        ("123 456)", None),
        ("1234*)", None),
        ("(12", None),
        ("12)", None),
    ],
)
def test_footnotes_are_no_digits(text: str, number: str | None) -> None:
    found = read(text)
    assert found == Decimal(number) if number else isinstance(found, Unread)


def test_brackets_of_a_book_mean_minus_and_are_told() -> None:
    found = read("(1 234)", Habit(has_brackets=False))
    assert isinstance(found, Unread)
    assert found.sentence == (
        "„(1 234)“ ist mehrdeutig: In der Statistik heißen Klammern „unsicher“, in der Buchhaltung "
        "„−1 234“."
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("12.345", "„12.345“ ist mehrdeutig: 12345 oder 12,345?"),
        ("-1.500", "„-1.500“ ist mehrdeutig: -1500 oder -1,5?"),
        ("1.234e3", "„1.234e3“ ist mehrdeutig: 1234000 oder 1234?"),
        ("12 €", "„12 €“: Hinter der Zahl steht „€“. Hier wird nur die Zahl erwartet."),
        (
            "12¹",
            "„12¹“: Hinter der Zahl steht ein Fußnotenzeichen. Hier wird nur die Zahl erwartet.",
        ),
        ("1" * 16, f"„{'1' * 16}“ hat zu viele Ziffern für eine Zahl."),
        ("½", "„½“ ist keine Zahl."),
        ("a" * 99, f"„{'a' * 40}…“ ist keine Zahl."),
    ],
)
def test_why_a_text_is_not_taken(text: str, sentence: str) -> None:
    found = read(text, OURS)
    assert isinstance(found, Unread)
    assert found.sentence == sentence
