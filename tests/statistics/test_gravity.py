"""The laws of the gravitation model, on made-up places."""

import doctest
from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fokusbericht.statistics import gravity
from fokusbericht.statistics.gravity import (
    Assignment,
    Centre,
    MassPoint,
    Pull,
    WayFigures,
    assign,
    distance,
    is_timed,
    pull,
    untimed,
)

WEST = MassPoint("west", 1000, 9.0, 0.0)
OST = MassPoint("ost", 1000, 10.0, 0.0)
ROOMS = (Centre("raum-west", (WEST,)), Centre("raum-ost", (OST,)))


def at(lon: float, mass: float = 10) -> MassPoint:
    """Return a village on the line between the two towns."""
    return MassPoint("dorf", mass, lon, 0.0)


def decide(place: MassPoint, rooms: tuple[Centre, ...] = ROOMS, exponent: float = 2) -> Assignment:
    """Return the decision for one place."""
    [decision] = assign([place], rooms, exponent)
    return decision


def heavier(room: Centre, factor: float) -> Centre:
    """Return the room with its towns so many times as heavy."""
    return replace(room, places=tuple(replace(p, mass=p.mass * factor) for p in room.places))


def test_one_degree_of_the_equator() -> None:
    assert distance(WEST, OST) == pytest.approx(111.195, abs=0.001)


def test_distance_is_the_same_both_ways_and_nothing_to_oneself() -> None:
    pinneberg, helgoland = MassPoint("p", 1, 9.7932, 53.6608), MassPoint("h", 1, 7.8871, 54.1816)
    assert distance(pinneberg, helgoland) == distance(helgoland, pinneberg)
    assert distance(pinneberg, helgoland) == pytest.approx(137.9, abs=0.5)
    assert distance(pinneberg, pinneberg) == 0


def test_pull_falls_with_distance_and_rises_with_mass() -> None:
    assert pull(100, 10, 2) == 1
    assert pull(200, 10, 2) == 2
    assert pull(100, 20, 2) == 0.25
    assert pull(100, 0, 2) == inf


@pytest.mark.parametrize("exponent", [0.5, 1, 2, 3])
def test_nearer_wins_at_equal_mass(exponent: float) -> None:
    assert decide(at(9.4), exponent=exponent).room == "raum-west"
    assert decide(at(9.6), exponent=exponent).room == "raum-ost"


def test_heavier_wins_at_equal_distance() -> None:
    assert decide(at(9.5), (ROOMS[0], heavier(ROOMS[1], 2))).room == "raum-ost"


def test_a_larger_exponent_favours_the_nearer() -> None:
    rooms = (ROOMS[0], heavier(ROOMS[1], 3))
    assert decide(at(9.4), rooms, exponent=1).room == "raum-ost"
    assert decide(at(9.4), rooms, exponent=3).room == "raum-west"


def test_doubling_all_masses_changes_nothing() -> None:
    before = decide(at(9.4))
    after = decide(at(9.4, mass=20), tuple(heavier(room, 2) for room in ROOMS))
    assert after.room == before.room
    assert after.margin == pytest.approx(before.margin)


def test_a_tie_goes_to_the_first_key_in_any_order() -> None:
    assert decide(at(9.5)).margin == 1
    assert decide(at(9.5)).room == decide(at(9.5), ROOMS[::-1]).room == "raum-ost"


def test_margin_is_best_over_second() -> None:
    decision = decide(at(9.2))
    assert [p.room for p in decision.pulls] == ["raum-west", "raum-ost"]
    assert decision.margin == pytest.approx(16)
    assert Assignment("dorf", (Pull("a", 1), Pull("b", 0))).margin == inf
    assert Assignment("dorf", (Pull("a", 0), Pull("b", 0))).margin == 1
    assert Assignment("dorf", (Pull("a", 3),)).margin == inf


def test_a_centre_belongs_to_its_own_room() -> None:
    decision = decide(WEST, (ROOMS[0], heavier(ROOMS[1], 1e9)))
    assert (decision.room, decision.margin) == ("raum-west", inf)


def test_two_towns_of_one_room_are_added() -> None:
    double = Centre("doppelt", (MassPoint("a", 600, 10.0, 0.0), MassPoint("b", 600, 10.0, 0.0)))
    single = Centre("einzeln", (MassPoint("c", 1000, 9.0, 0.0),))
    assert decide(at(9.5), (single, double)).room == "doppelt"
    assert decide(at(9.5), (single, double)).margin == pytest.approx(1.2)


def test_a_room_apart_draws_nobody_and_keeps_its_own() -> None:
    island = MassPoint("insel", 1_000_000, 9.45, 0.0)
    rooms = (*ROOMS, Centre("raum-insel", (island,), apart=True))
    assert decide(at(9.4), rooms) == decide(at(9.4))
    assert decide(island, rooms).pulls == (Pull("raum-insel", inf),)


def test_places_keep_their_order() -> None:
    assert [each.place for each in assign([OST, WEST], ROOMS, 2)] == ["ost", "west"]


MINUTES = {("dorf", "west"): 30.0, ("dorf", "ost"): 10.0}


def with_ways(
    place: MassPoint, travel: WayFigures | None = None, flows: WayFigures | None = None
) -> Assignment:
    """Return the decision for one place, with minutes and commuters."""
    [decision] = assign([place], ROOMS, 2, travel, flows)
    return decision


@given(lon=st.floats(8.5, 10.5), mass=st.floats(0, 1e6), exponent=st.floats(0.1, 10))
def test_without_ways_and_commuters_all_is_as_before(
    lon: float, mass: float, exponent: float
) -> None:
    place = at(lon, mass)
    before = assign([place, WEST], ROOMS, exponent)
    assert assign([place, WEST], ROOMS, exponent, {}, {}) == before
    assert assign([place, WEST], ROOMS, exponent, None, {("dorf", "ost"): 0}) == before
    assert assign([place, WEST], ROOMS, exponent, {("wald", "ost"): 1}, {("wald", "ost"): 1}) == (
        before
    )


@given(
    west=st.floats(1, 1440), ost=st.floats(1, 1440), factor=st.floats(0.1, 10), lon=st.floats(8, 11)
)
def test_all_times_longer_by_the_same_factor_change_nothing(
    west: float, ost: float, factor: float, lon: float
) -> None:
    times = {("dorf", "west"): west, ("dorf", "ost"): ost}
    before = with_ways(at(lon), times)
    after = with_ways(at(lon), {way: factor * minutes for way, minutes in times.items()})
    assert after.margin == pytest.approx(before.margin)
    assert after.room == before.room or before.margin == pytest.approx(1)


def test_minutes_take_the_place_of_kilometres() -> None:
    assert with_ways(at(9.1)).room == "raum-west"
    decision = with_ways(at(9.1), MINUTES)
    assert (decision.room, decision.margin) == ("raum-ost", pytest.approx(9))
    assert decision.pulls[0].strength == pytest.approx(10)


def test_minutes_to_some_towns_only_are_left_out_and_told() -> None:
    some = {("dorf", "west"): 30.0, ("dorf", "anderswo"): 5.0}
    assert with_ways(at(9.1), some) == with_ways(at(9.1))
    assert untimed(at(9.1), ROOMS, some) == ("ost",)
    assert untimed(at(9.1), ROOMS, MINUTES) == untimed(at(9.1), ROOMS, {}) == ()
    assert [is_timed(at(9.1), ROOMS, times) for times in (MINUTES, some, {})] == [
        True,
        False,
        False,
    ]


def test_no_minutes_are_needed_to_oneself_or_to_a_room_apart() -> None:
    island = MassPoint("insel", 1_000_000, 9.45, 0.0)
    rooms = (*ROOMS, Centre("raum-insel", (island,), apart=True))
    assert is_timed(at(9.1), rooms, MINUTES)
    assert is_timed(WEST, rooms, {("west", "ost"): 20.0})
    assert not is_timed(island, rooms, MINUTES)
    [west, alone] = assign([WEST, island], rooms, 2, {("west", "ost"): 20.0})
    assert west.pulls == (Pull("raum-west", inf), Pull("raum-ost", 2.5))
    assert alone.pulls == (Pull("raum-insel", inf),)


def test_commuters_strengthen_a_pull_by_their_part_of_the_inhabitants() -> None:
    before = with_ways(at(9.5, mass=90))
    after = with_ways(at(9.5, mass=90), flows={("dorf", "west"): 30})
    assert (after.room, after.margin) == ("raum-west", pytest.approx(4 / 3))
    assert after.pulls[1] in before.pulls
    twice = with_ways(at(9.5, mass=180), flows={("dorf", "west"): 60})
    assert twice == after
    assert with_ways(at(9.5, mass=0), flows={("dorf", "west"): 30}) == before


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(gravity).failed == 0
