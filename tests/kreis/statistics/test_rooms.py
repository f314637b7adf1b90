"""The model as a cut declares it: the county's own cut, and a small one that can be checked."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from support import REPOSITORY, case_files, loaded, small_county

from fokusbericht.load import load_report
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


def modell_of(report: Report) -> Raummodell:
    """Return the model of the latest cut."""
    fassung = latest(report)
    assert fassung and fassung.modell
    return fassung.modell


def test_the_county_is_cut_as_its_model_says(report: Report) -> None:
    fassung = latest(report)
    decisions = decide(report, modell_of(report))
    assert fassung and decisions
    rooms = rooms_of(fassung)
    different = {ags for ags, one in decisions.items() if one.room != rooms[ags]}
    assert different == {one.ags for one in fassung.uebersteuerungen} == {"01056005"}
    assert list(decisions) == list(report.geografie.kommunen)


def test_helgoland_draws_nobody_with_any_exponent(report: Report) -> None:
    for exponent in (0.1, 1, 3, 10):
        decisions = decide(report, with_exponent(modell_of(report), exponent))
        assert decisions
        assert Counter(one.room for one in decisions.values())["helgoland"] == 1


def test_a_small_county_by_hand(tmp_path: Path) -> None:
    # Mitte is 6.6 km from Nordort (1000) and 12.9 km from Südort (2000): nearness against size.
    report, _ = loaded(small_county(tmp_path, case_files("raum-modell")))
    modell = modell_of(report)
    near, far = decide(report, with_exponent(modell, 2)), decide(report, modell)
    assert near and far
    assert (near["01099002"].room, round(near["01099002"].margin, 2)) == ("nord", 1.91)
    assert (far["01099002"].room, round(far["01099002"].margin, 2)) == ("sued", 1.02)


def with_tables(**tables: dict[tuple[str, str], float]) -> tuple[Report, Raummodell]:
    """Return the county's report and its model with tables of ways, made up."""
    report = load_report(REPOSITORY)[0]
    place = modell_of(report).place
    found = {name: Wegetabelle(f"geo/{name}.csv", ways, place) for name, ways in tables.items()}
    return report, replace(
        modell_of(report),
        reisezeiten=found.get("reisezeiten"),
        pendler=found.get("pendler"),
    )


LANGELN = "01056034"  # drawn by Quickborn, and nearly as much by Barmstedt


def test_equal_times_leave_size_to_decide(report: Report) -> None:
    raeume = report.geografie.raeume
    towns = [ags for name, raum in raeume.items() if name != "helgoland" for ags in raum.zentren]
    report, modell = with_tables(reisezeiten={(LANGELN, ags): 20.0 for ags in towns})
    decisions, before = decide(report, modell), decide(report, modell_of(report))
    assert decisions and before
    assert timed_kommunen(report, modell) == (LANGELN,)
    weights = masses(report, modell)
    heaviest = max(raeume, key=lambda name: sum(weights[ags] for ags in raeume[name].zentren))
    assert decisions[LANGELN].room == heaviest
    assert {ags for ags, one in decisions.items() if one != before[ags]} == {LANGELN}


def test_one_missing_time_leaves_the_model_undecided() -> None:
    report, modell = with_tables(reisezeiten={(LANGELN, "01056050"): 20.0})
    assert list(untimed_kommunen(report, modell)) == [LANGELN]
    assert decide(report, modell) is None


def test_commuters_turn_a_close_decision(report: Report) -> None:
    [barmstedt] = report.geografie.raeume["barmstedt"].zentren
    report, modell = with_tables(pendler={(LANGELN, barmstedt): 50})
    decisions = decide(report, modell)
    assert decisions and decisions[LANGELN].room == "barmstedt"
    assert uncounted_kommunen(report, modell) == ()


def test_without_the_masses_of_centres_nothing_is_decided(report: Report) -> None:
    modell = replace(modell_of(report), jahr=1901)
    assert masses(report, modell) == {}
    assert decide(report, modell) is None
