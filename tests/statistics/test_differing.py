"""How far a value is from the others: in widths of their middle half, whatever the unit."""

from hypothesis import given
from hypothesis import strategies as st

from fokusbericht.statistics.alike import is_alike
from fokusbericht.statistics.differing import FEWEST, Standing, distance, standing

VALUES = st.lists(st.integers(-10_000, 10_000), min_size=FEWEST, max_size=12)
OWN = st.integers(-10_000, 10_000)


def test_distance_counts_from_the_middle_half() -> None:
    assert distance(9, [1, 2, 3, 4, 5]) == 2.5  # the middle half is 2 to 4
    assert distance(1, [2, 3, 4, 5, 6]) == -1.0
    assert distance(3, [1, 2, 3, 4, 5]) == 0.0


def test_few_others_or_equal_ones_are_no_measure() -> None:
    assert distance(900, [1, 2, 3]) == 0.0
    assert distance(900, [5, 5, 5, 5, 5]) == 0.0


def test_one_extreme_place_does_not_move_it() -> None:
    assert distance(9, [1, 2, 3, 4, 5]) == distance(9, [1, 2, 3, 4, 50_000])


@given(OWN, VALUES, st.sampled_from([2, 4, 0.5]))
def test_distance_does_not_hang_on_the_unit(own: int, others: list[int], factor: float) -> None:
    assert distance(own * factor, [one * factor for one in others]) == distance(own, others)


@given(OWN, VALUES, st.integers(-500, 500))
def test_nor_on_where_the_scale_begins(own: int, others: list[int], start: int) -> None:
    assert distance(own + start, [one + start for one in others]) == distance(own, others)


@given(OWN, VALUES)
def test_it_is_seen_alike_from_both_sides(own: int, others: list[int]) -> None:
    assert distance(-own, [-one for one in others]) == -distance(own, others)


@given(OWN, VALUES)
def test_a_value_that_others_share_in_the_middle_is_not_far(own: int, others: list[int]) -> None:
    assert distance(own, [*others, *([own] * (2 * len(others)))]) == 0.0


@given(OWN, st.dictionaries(st.text("abcdef", min_size=1, max_size=3), OWN))
def test_each_other_stands_above_level_or_below(own: int, others: dict[str, int]) -> None:
    found = standing(own, others)
    assert sorted([*found.above, *found.level, *found.below]) == sorted(others)
    assert all(others[one] > own for one in found.above)
    assert all(others[one] == own for one in found.level)


def test_those_beside_a_value_come_first() -> None:
    assert standing(5, {"a": 9, "b": 6, "c": 5, "d": 1}) == Standing(("b", "a"), ("c",), ("d",))


def test_alike_is_a_tenth_or_half_a_point() -> None:
    assert is_alike(200, 220, 1, in_percent=False) and not is_alike(200, 221, 1, in_percent=False)
    assert is_alike(21, 26, 1, in_percent=True) and not is_alike(21, 27, 1, in_percent=True)
