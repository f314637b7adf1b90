"""The model as a cut declares it: that of a whole county, and a small one that can be checked."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from support import case_files, loaded, small_county

from fokusbericht.model.places import Raummodell, Wegetabelle
from fokusbericht.model.report import Report
from fokusbericht.statistics.rooms import (
    decide,
    latest,
    masses,
    rooms_of,
    timed_kommunen,
    uncounted_kommunen,
    untimed_kommunen,
    with_exponent,
)

# By the line, the first is drawn by its neighbour, the second nearly as much by two towns.
BLANKOAU, KLADDENSTEDT = "99001012", "99001010"


def modell_of(report: Report) -> Raummodell:
    """Return the model of the latest cut."""
    fassung = latest(report)
    assert fassung and fassung.modell
    return fassung.modell


def test_a_county_is_cut_as_its_model_says(report: Report) -> None:
    fassung = latest(report)
    decisions = decide(report, modell_of(report))
    assert fassung and decisions
    rooms = rooms_of(fassung)
    different = {ags for ags, one in decisions.items() if one.room != rooms[ags]}
    assert different == {one.ags for one in fassung.uebersteuerungen} == {"99001010"}
    assert list(decisions) == list(report.geografie.kommunen)


def test_an_island_draws_nobody_with_any_exponent(report: Report) -> None:
    for exponent in (0.1, 1, 3, 10):
        decisions = decide(report, with_exponent(modell_of(report), exponent))
        assert decisions
        assert Counter(one.room for one in decisions.values())["fiktum"] == 1


def test_a_small_county_by_hand(tmp_path: Path) -> None:
    # Mitte is 6.6 km from Nordort (1000) and 12.9 km from Südort (2000): nearness against size.
    report, _ = loaded(small_county(tmp_path, case_files("raum-modell")))
    modell = modell_of(report)
    near, far = decide(report, with_exponent(modell, 2)), decide(report, modell)
    assert near and far
    assert (near["01099002"].room, round(near["01099002"].margin, 2)) == ("nord", 1.91)
    assert (far["01099002"].room, round(far["01099002"].margin, 2)) == ("sued", 1.02)


def plain(report: Report) -> Raummodell:
    """Return the model as it would be without tables of ways: the line alone counts."""
    return replace(modell_of(report), reisezeiten=None, pendler=None)


def with_table(report: Report, key: str, ways: dict[tuple[str, str], float]) -> Raummodell:
    """Return the model with one table of ways, made up."""
    table = Wegetabelle(f"geo/{key}.csv", ways, modell_of(report).place)
    return replace(plain(report), **{key: table})


def test_equal_times_leave_size_to_decide(report: Report) -> None:
    raeume = report.geografie.raeume
    towns = [ags for name, raum in raeume.items() if name != "fiktum" for ags in raum.zentren]
    modell = with_table(report, "reisezeiten", {(BLANKOAU, ags): 20.0 for ags in towns})
    decisions, before = decide(report, modell), decide(report, plain(report))
    assert decisions and before
    assert timed_kommunen(report, modell) == (BLANKOAU,)
    weights = masses(report, modell)
    heaviest = max(raeume, key=lambda name: sum(weights[ags] for ags in raeume[name].zentren))
    assert before[BLANKOAU].room != decisions[BLANKOAU].room == heaviest
    assert {ags for ags, one in decisions.items() if one != before[ags]} == {BLANKOAU}


def test_one_missing_time_leaves_the_model_undecided(report: Report) -> None:
    modell = with_table(report, "reisezeiten", {(BLANKOAU, "99001011"): 20.0})
    assert list(untimed_kommunen(report, modell)) == [BLANKOAU]
    assert decide(report, modell) is None


def test_commuters_turn_a_close_decision(report: Report) -> None:
    [harbour] = report.geografie.raeume["norderbeispiel"].zentren
    modell = with_table(report, "pendler", {(KLADDENSTEDT, harbour): 600})
    decisions, before = decide(report, modell), decide(report, plain(report))
    assert decisions and before and before[KLADDENSTEDT].margin < 1.2
    assert before[KLADDENSTEDT].room == "musterstadt"
    assert decisions[KLADDENSTEDT].room == "norderbeispiel"
    assert uncounted_kommunen(report, modell) == ()


def test_without_the_masses_of_centres_nothing_is_decided(report: Report) -> None:
    modell = replace(modell_of(report), jahr=1901)
    assert masses(report, modell) == {}
    assert decide(report, modell) is None
