"""Classes of size: every place in one, cut where the gaps are widest, whatever the unit."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fokusbericht.statistics.size_classes import LEAST, MOST, size_classes

SIZES = st.dictionaries(st.text("abcdefgh", min_size=1), st.integers(1, 2_000_000), min_size=1)


def sizes(*values: int) -> dict[str, float]:
    """Return sizes as places with names: those of the larger come first."""
    return {f"{number:03}": float(value) for number, value in enumerate(values)}


def test_a_class_is_cut_at_its_widest_gap() -> None:
    towns, villages = (50_000, 40_000, 30_000, 20_000, 10_000), (900, 800, 700, 600, 500)
    found = size_classes(sizes(*towns, *villages))
    assert [len(one) for one in found] == [5, 5]
    assert found[0] == ("000", "001", "002", "003", "004")


def test_a_gap_that_leaves_too_few_does_not_count() -> None:
    found = size_classes(sizes(90_000, *range(1_000, 1_012)))
    assert [len(one) for one in found] == [8, 5]


def test_few_places_and_places_of_one_size_are_one_class() -> None:
    assert size_classes(sizes(9_000, 500, 59)) == (("000", "001", "002"),)
    assert size_classes(sizes(*([700] * 40))) == (tuple(f"{number:03}" for number in range(40)),)


@given(SIZES)
def test_every_place_is_in_one_class_and_the_larger_in_an_earlier(found: dict[str, float]) -> None:
    classes = size_classes(found)
    ordered = [one for some in classes for one in some]
    assert sorted(ordered) == sorted(found)
    assert [found[one] for one in ordered] == sorted(found.values(), reverse=True)


@given(SIZES)
def test_no_class_is_too_small_or_splits_places_of_one_size(found: dict[str, float]) -> None:
    classes = size_classes(found)
    assert len(classes) == 1 or all(len(one) >= LEAST for one in classes)
    ends = pairwise(classes)
    assert all(found[above[-1]] > found[below[0]] for above, below in ends)


@given(SIZES, st.sampled_from([0.5, 2, 1024]))
def test_classes_do_not_hang_on_the_unit(found: dict[str, float], factor: float) -> None:
    scaled = {name: size * factor for name, size in found.items()}
    assert size_classes(scaled) == size_classes(found)


def test_two_hundred_places_come_in_classes_that_can_be_looked_over() -> None:
    found = size_classes(sizes(*(int(100 * 1.03**number) for number in range(200))))
    assert all(len(one) <= MOST for one in found)
