"""Relations of two figures: laws of the coefficients, words, warnings, the nine classes."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fokusbericht.statistics.relate import (
    Relation,
    Strength,
    average_ranks,
    bivariate,
    relate,
    relate_without,
    swaying,
    thirds,
)

NUMBERS = st.integers(-1000, 1000).map(float)
PAIRS = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=3, max_size=60)
VALUES = st.lists(NUMBERS, min_size=1, max_size=60)
DIFFERENT = st.lists(NUMBERS, min_size=3, max_size=60, unique=True)


def related(pairs: list[tuple[float, float]]) -> Relation | None:
    """Relate a list of pairs."""
    return relate([x for x, _ in pairs], [y for _, y in pairs])


@given(PAIRS)
def test_coefficients_are_symmetric_and_within_bounds(pairs: list[tuple[float, float]]) -> None:
    there, back = related(pairs), related([(y, x) for x, y in pairs])
    if there is None:
        assert back is None
        assert min(len({x for x, _ in pairs}), len({y for _, y in pairs})) < 2
        return
    assert back is not None
    assert there.spearman == pytest.approx(back.spearman, abs=1e-12)
    assert there.pearson == pytest.approx(back.pearson, abs=1e-12)
    assert -1 <= there.spearman <= 1 and -1 <= there.pearson <= 1
    assert there.n == len(pairs)


@given(PAIRS)
def test_spearman_sees_only_the_order(pairs: list[tuple[float, float]]) -> None:
    plain, bent = related(pairs), related([(x**3 + x, y * 7 - 5) for x, y in pairs])
    assert (plain is None) == (bent is None)
    if plain and bent:
        assert plain.spearman == bent.spearman
        assert thirds([x for x, _ in pairs]) == thirds([x**3 + x for x, _ in pairs])


@given(PAIRS)
def test_turning_one_figure_round_turns_the_sign(pairs: list[tuple[float, float]]) -> None:
    plain, turned = related(pairs), related([(-x, y) for x, y in pairs])
    if plain and turned:
        assert plain.spearman == pytest.approx(-turned.spearman, abs=1e-12)
        assert plain.pearson == pytest.approx(-turned.pearson, abs=1e-12)


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_areas_does_not_matter(
    pairs: list[tuple[float, float]], random: object
) -> None:
    mixed = list(pairs)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    plain, other = related(pairs), related(mixed)
    if plain and other:
        assert plain.spearman == pytest.approx(other.spearman, abs=1e-12)
        assert plain.pearson == pytest.approx(other.pearson, abs=1e-12)


@given(DIFFERENT)
def test_perfect_order_is_one(values: list[float]) -> None:
    same = relate(values, [value**3 for value in values])
    against = relate(values, [-(value**3) for value in values])
    assert same and same.spearman == pytest.approx(1)
    assert against and against.spearman == pytest.approx(-1)


@given(VALUES)
def test_equal_values_share_their_mean_rank(values: list[float]) -> None:
    ranks = average_ranks(values)
    assert sum(ranks) == pytest.approx(len(values) * (len(values) + 1) / 2)
    assert len(set(zip(values, ranks, strict=True))) == len(set(values)) == len(set(ranks))


@given(VALUES)
def test_each_value_is_in_one_third_and_thirds_keep_the_order(values: list[float]) -> None:
    found = thirds(values)
    pairs = sorted(zip(values, found, strict=True))
    assert len(found) == len(values) and set(found) <= {0, 1, 2}
    assert [third for _, third in pairs] == sorted(found)
    assert len(set(pairs)) == len(set(values))
    assert found == [2 - third for third in thirds([-value for value in values])]


@given(DIFFERENT)
def test_thirds_of_different_values_are_of_nearly_the_same_size(values: list[float]) -> None:
    sizes = Counter(thirds(values))
    assert max(sizes.values()) - min(sizes[third] for third in range(3)) <= 2


@given(PAIRS)
def test_each_area_is_in_one_of_nine_classes(pairs: list[tuple[float, float]]) -> None:
    classes = bivariate([x for x, _ in pairs], [y for _, y in pairs])
    assert sum(Counter(classes).values()) == len(pairs)
    assert len(set(zip(pairs, classes, strict=True))) == len(set(pairs))


def test_coefficients_of_a_known_example() -> None:
    # Ranks 1 2 3.5 3.5 5 against 2 1 3 5 4; products of the deviations: 110 / √(50.8 · 1000).
    found = relate([1, 2, 3, 3, 10], [20, 10, 30, 50, 40])
    assert found is not None
    assert found.spearman == pytest.approx(7 / 95**0.5)
    assert found.pearson == pytest.approx(110 / 50_800**0.5)


def test_nothing_is_said_of_two_areas_or_without_variation() -> None:
    assert relate([1, 2], [1, 2]) is None
    assert relate([1, 1, 1], [1, 2, 3]) is None
    assert relate([0.1, 0.1, 0.1], [0.3, 0.2, 0.1]) is None


def test_figures_of_different_areas_are_our_own_fault() -> None:
    with pytest.raises(ValueError, match="same areas"):
        relate([1, 2, 3], [1, 2, 3, 4])


@pytest.mark.parametrize(
    ("spearman", "strength"),
    [
        (0.0, Strength.NONE),
        (-0.19, Strength.NONE),
        (0.2, Strength.WEAK),
        (-0.52, Strength.MEDIUM),
        (0.7, Strength.STRONG),
        (-1.0, Strength.STRONG),
    ],
)
def test_how_close_a_relation_is(spearman: float, strength: Strength) -> None:
    assert Relation(spearman, spearman, 49).strength is strength


def test_a_place_that_shapes_the_result_is_found() -> None:
    # Nine places without any relation, and one far off in both figures.
    xs = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 100]
    ys = [5.0, 3, 8, 1, 6, 9, 2, 7, 4, 100]
    found = relate(xs, ys)
    assert found is not None
    without = relate_without(xs, ys)
    assert len(without) == 10
    pulled = swaying(found, without, "pearson")
    assert pulled is not None and pulled[0] == 9
    assert pulled[1].n == 9 and abs(pulled[1].pearson) < 0.2 < 0.9 < found.pearson


def test_no_place_is_named_where_none_changes_much() -> None:
    xs = [float(number) for number in range(40)]
    found = relate(xs, xs)
    assert found is not None
    assert swaying(found, relate_without(xs, xs), "spearman") is None
    assert relate_without(xs[:3], xs[:3]) == [None, None, None]
    assert swaying(found, [None, None], "spearman") is None


def test_the_word_agrees_with_the_number_that_is_shown() -> None:
    # 0.195 is shown as 0,20; weak begins at 0,2.
    assert Relation(0.195, 0.195, 49).strength is Strength.WEAK
    assert Relation(-0.694, -0.694, 49).strength is Strength.MEDIUM
    assert Relation(-0.695, -0.695, 49).strength is Strength.STRONG
