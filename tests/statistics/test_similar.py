"""Which places are alike: by all figures together, each measured by its own spread."""

from fokusbericht.statistics.similar import MOST, nearest, scaled

# People (in thousands) and shares of five places; both figures have a middle half 2 wide.
ROWS = {
    "a": (1.0, 11.0),
    "b": (2.0, 12.0),
    "c": (3.0, 13.0),
    "d": (4.0, 14.0),
    "e": (900.0, 15.0),
}


def test_figures_count_in_widths_of_their_middle_half() -> None:
    assert scaled(ROWS)["b"] == (1.0, 6.0)


def test_the_nearest_come_first_and_only_so_many() -> None:
    rows = scaled(ROWS)
    assert [one.area for one in nearest(rows, "a", 4)] == ["b", "c"]
    assert [one.area for one in nearest(rows, "a", 1)] == ["b"]
    assert nearest(rows, "a", 1)[0].gaps == (0.5, 0.5)


def test_a_single_extreme_figure_counts_only_so_far() -> None:
    near = {"d": (0.0,) * 8, "e": (450.0, *(0.0,) * 7)}
    assert nearest(near, "d", 1)[0].distance == (MOST**2 / 8) ** 0.5


def test_a_place_with_too_few_known_figures_is_like_nobody() -> None:
    rows = {"a": (0.0, 0.0, 0.0), "b": (0.0, None, 0.0), "c": (0.0, 0.0, 0.0)}
    assert [one.area for one in nearest(rows, "a", 4)] == ["c"]


def test_a_figure_that_is_the_same_nearly_everywhere_is_left_out() -> None:
    rows = dict.fromkeys("abcd", (5.0,))
    assert scaled(rows)["a"] == (None,)
