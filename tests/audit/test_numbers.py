"""Printed numbers leave exactly those values possible that would be printed like them."""

import pytest

from fokusbericht.audit.numbers import Printed, exact, german, leading, machine
from fokusbericht.audit.wilson import follows, share_between
from fokusbericht.statistics.uncertainty import wilson


@pytest.mark.parametrize(
    ("text", "value", "half"),
    [
        ("1.234,5", 1234.5, 0.05),
        ("−0,3", -0.3, 0.05),
        ("12\u202f345", 12345, 0.5),
        ("1.234.567", 1234567, 0.5),
        ("2022", 2022, 0.5),
        ("4,00", 4, 0.005),
    ],
)
def test_german_numbers(text: str, value: float, half: float) -> None:
    found = german(text)
    assert (found.value, found.half) == pytest.approx((value, half))


@pytest.mark.parametrize("text", ["•", "x", "keine Angabe", "", "3. von 49", "1."])
def test_marks_and_ranks_are_no_numbers(text: str) -> None:
    assert leading(text) is None


def test_a_cell_begins_with_its_number() -> None:
    assert leading("4.835 Personen, 2023") == Printed(4835, 0.5)
    assert leading("7,0 % 2022") == Printed(7, 0.05)


def test_numbers_for_programs() -> None:
    assert machine("2,547738") == Printed(2.547738, pytest.approx(5e-7))
    assert machine("2.5") == Printed(2.5, pytest.approx(0.05))
    assert machine("12.345") == Printed(12.345, pytest.approx(0.0005))  # nothing is grouped
    assert machine("x") is None
    assert exact(33915.0) == Printed(33915, 0.5)
    assert exact(2.4000000000000004) == Printed(2.4, pytest.approx(0.05))


def test_an_interval_of_wilson_tells_the_share() -> None:
    low, high = (round(100 * end, 1) for end in wilson(4, 40))
    found = share_between(Printed(low, 0.05), Printed(high, 0.05))
    assert found[0] < 10 < found[1] and found[1] - found[0] < 0.2
    assert share_between(Printed(0, 0), Printed(0, 0)) == (0, 0)


def test_an_interval_that_follows_from_what_is_shown_tells_nothing_new() -> None:
    def ends(part: float) -> tuple[Printed, Printed]:
        low, high = (round(100 * end, 1) for end in wilson(part, 13))
        return Printed(low, 0.05), Printed(high, 0.05)

    assert follows(*ends(0.538 * 13), 53.8, 13)
    assert not follows(*ends(0.5 * 13), 53.8, 13)
    assert not follows(*ends(0.538 * 13), 53.8, 0)
