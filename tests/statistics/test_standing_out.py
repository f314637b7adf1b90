"""What stands out: farther outside the middle half than that half is wide, and nothing else."""

from fokusbericht.statistics.standing_out import Half, middle_half, standing_out


def places(*values: int) -> dict[str, int]:
    """Return values as places with names."""
    return {f"{number:02}": value for number, value in enumerate(values)}


# The middle half of these thirteen lies from 30 to 90.
EVEN = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120)


def test_middle_half_lies_between_the_quartiles() -> None:
    assert middle_half(EVEN) == Half(30, 90)


def test_exactly_one_width_outside_does_not_stand_out() -> None:
    assert standing_out(places(*EVEN[:-1], 150)) == {}


def test_farther_than_one_width_stands_out_on_its_side() -> None:
    high, low = places(*EVEN[:-1], 156), places(-36, *EVEN[1:])
    assert standing_out(high) == {"12": 1.1}
    assert standing_out(low) == {"00": -1.1}


def test_one_extreme_place_does_not_hide_another() -> None:
    found = standing_out(places(*EVEN[:-2], 200, 1_000_000))
    assert set(found) == {"11", "12"}


def test_few_places_or_equal_ones_have_nothing_that_stands_out() -> None:
    assert standing_out(places(*([0] * 10), 1000)) == {}
    assert standing_out(places(*([5] * 12), 1000)) == {}
