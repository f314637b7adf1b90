"""What hangs together with a protected figure is seen: by word, by name, by number."""

from pathlib import Path

import pytest
from secret_figures import BARE_COUNT, COUNT, RULE, SHARE, report_of

from fokusbericht.model.figures import Fehlgrund
from fokusbericht.statistics.levels import levels_of
from fokusbericht.statistics.secrecy import hidden_places, kin_of
from fokusbericht.statistics.secrecy.sums import Sum

CASES = [2, 9, 20, 4, 8, 22, 5, 7, 21]
SHARES = [f"{number}/40" for number in CASES]


def test_without_secrets_nothing_hangs_together(tmp_path: Path) -> None:
    kin = kin_of(report_of(tmp_path, {"a": (BARE_COUNT, [5, 6, 7])}))
    assert (kin.groups, kin.sums, kin.over) == ({}, (), {})


@pytest.mark.parametrize(
    ("count", "share"),
    [
        (f"{COUNT}\ngleiche_faelle: [b]", "art: anteil\ndezimalstellen: 1\nzaehler: x"),
        (COUNT, f"{SHARE}\ngleiche_faelle: [a]"),
        (f"{COUNT}\ntitel: Leistungen", "art: anteil\ndezimalstellen: 1\nzaehler: leistungen"),
        (f"{COUNT}\nzaehler: Leute  mit Hilfe", f"{SHARE}\nzaehler: leute mit hilfe"),
        (COUNT, "art: rate\ndezimalstellen: 2\nje: 1000"),  # the same numbers
    ],
)
def test_what_counts_the_same_cases_is_hidden_together(
    tmp_path: Path, count: str, share: str
) -> None:
    report = report_of(tmp_path, {"a": (count, CASES), "b": (share, SHARES)})
    assert kin_of(report).groups == {"a": ("a", "b")}
    hidden = hidden_places(report)
    assert hidden["a"] == hidden["b"]
    assert ("01099001", 2021) in hidden["b"]
    assert levels_of(report)["b"]["01099001"][2021].missing is Fehlgrund.GEHEIM


def test_other_numbers_under_the_same_name_are_other_cases(tmp_path: Path) -> None:
    share = f"{SHARE}\nzaehler: Leistungen"
    others = [f"{number + 1}/40" for number in CASES]
    figures = {"a": (f"{COUNT}\ntitel: Leistungen", CASES), "b": (share, others)}
    assert kin_of(report_of(tmp_path, figures)).groups == {"a": ("a",), "b": ("b",)}


def test_a_few_equal_numbers_are_an_accident(tmp_path: Path) -> None:
    figures = {"a": (COUNT, [2, 9, 20]), "b": (BARE_COUNT, [2, 9, 20])}
    assert kin_of(report_of(tmp_path, figures)).groups == {"a": ("a",)}


def test_sums_are_declared_once_for_each_breakdown(tmp_path: Path) -> None:
    keys = f"{COUNT}\nbestandteile: [[b, c], [d, e]]"
    halves = [[1, 4, 10, 2, 4, 11, 2, 3, 10], [1, 5, 10, 2, 4, 11, 3, 4, 11]]
    thirds = [[2, 8, 1, 1, 7, 2, 4, 4, 20], [0, 1, 19, 3, 1, 20, 1, 3, 1]]
    figures = {"a": (keys, CASES)} | {
        name: (COUNT, numbers) for name, numbers in zip("bcde", halves + thirds, strict=True)
    }
    found = kin_of(report_of(tmp_path, figures)).sums
    assert found == (Sum("a", ("b", "c"), True), Sum("a", ("d", "e"), True))


def test_a_sum_nobody_declared_is_found(tmp_path: Path) -> None:
    figures = {
        "a": (COUNT, CASES),
        "b": (BARE_COUNT, [30, 31, 32, 33, 34, 35, 36, 37, 38]),
        "c": (BARE_COUNT, [32, 40, 52, 37, 42, 57, 41, 44, 59]),
        "d": (BARE_COUNT, [50] * 9),
    }
    assert kin_of(report_of(tmp_path, figures)).sums == (Sum("c", ("a", "b")),)


def test_three_parts_are_found_as_well(tmp_path: Path) -> None:
    parts = ([1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 1, 4, 1, 5, 9, 2, 6, 5], CASES)
    whole = [sum(three) for three in zip(*parts, strict=True)]
    figures = {
        name: (COUNT, numbers) for name, numbers in zip("abcd", (*parts, whole), strict=True)
    }
    assert kin_of(report_of(tmp_path, figures)).sums == (Sum("d", ("a", "b", "c")),)


def test_shares_of_all_are_found(tmp_path: Path) -> None:
    rests = [f"{40 - number}/40" for number in CASES]
    figures = {"a": (SHARE, SHARES), "b": (SHARE, rests), "c": (SHARE, ["7/40"] * 9)}
    assert kin_of(report_of(tmp_path, figures)).sums == (Sum("", ("a", "b")),)


@pytest.mark.parametrize("keys", ["nenner: A", "gewicht: a", "einheit: Tage"])
def test_what_is_measured_by_secret_counts_is_hidden_with_them(tmp_path: Path, keys: str) -> None:
    by_weight = "gewicht" in keys
    numbers = [70 + one for one in range(9)] if by_weight else [f"50/{one}" for one in CASES]
    art = "mittelwert" if by_weight else "rate"
    other = f"art: {art}\ndezimalstellen: 1\n{keys}"
    report = report_of(tmp_path, {"a": (COUNT, CASES), "b": (other, numbers)})
    assert kin_of(report).over == {"b": ("a",)}
    assert hidden_places(report)["b"] == hidden_places(report)["a"] != frozenset()


def test_the_total_behind_a_protected_mean_is_hidden_with_it(tmp_path: Path) -> None:
    euros = [300, 810, 1900, 410, 790, 2210, 520, 680, 2150]
    mean = f"art: mittelwert\ndezimalstellen: 0\n{RULE}"
    parts = [f"{one}/{base}" for one, base in zip(euros, CASES, strict=True)]
    report = report_of(tmp_path, {"m": (mean, parts), "e": (BARE_COUNT, euros)})
    assert kin_of(report).over == {"e": ("m",)}
    assert ("01099001", 2021) in hidden_places(report)["e"]


def test_a_mean_of_few_is_hidden_whatever_its_number(tmp_path: Path) -> None:
    mean = f"art: mittelwert\ndezimalstellen: 0\n{RULE}"
    report = report_of(tmp_path, {"m": (mean, ["900/1", "9000/10", "20000/20"])})
    assert {area for area, _ in hidden_places(report)["m"]} >= {"01099001", "01099002"}
