"""What hangs together with a protected figure is seen: by word, by name, by number."""

from pathlib import Path

import pytest
from secret_figures import BARE_COUNT, COUNT, KOMMUNEN, RULE, SHARE, report_of

from fokusbericht.model.figures import Fehlgrund
from fokusbericht.model.report import Report
from fokusbericht.statistics.disclosure.protect import attack
from fokusbericht.statistics.messung import levels_of
from fokusbericht.statistics.secrecy import as_published, hidden_places, kin_of, protection_of
from fokusbericht.statistics.secrecy.publication import publication_of
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


# --- What was once overlooked ---------------------------------------------------------------------

PUBLIC = "art: anzahl\ndezimalstellen: 0\ngeheimhaltung: {keine: Steht im Stellenplan.}"


def shown(report: Report, name: str, year: int = 2021) -> set[str]:
    """Return the Kommunen of which a figure is shown."""
    found = levels_of(report)[name]
    return {area for area in KOMMUNEN if found[area][year].value is not None}


def test_each_share_of_the_same_cases_has_a_rest_of_its_own(tmp_path: Path) -> None:
    """38 of 400 are many, 38 of 39 leave one."""
    share = f"{SHARE}\ngleiche_faelle: [b]"
    figures = {
        "a": (share, ["38/400", "20/300", "30/700"]),
        "b": (SHARE, ["38/39", "20/60", "30/70"]),
    }
    assert "01099001" not in shown(report_of(tmp_path, figures), "b")


def test_some_cases_are_no_more_than_all_of_them(tmp_path: Path) -> None:
    """01 and 02 are 121 together: if 120 are shown to be long so in 02, 01 has one at most."""
    figures = {
        "a": (f"{COUNT}\ntitel: Arbeitslose", [1, 120, 40]),
        "l": (COUNT, [0, 120, 12]),
        "q": (
            f"art: anteil\ndezimalstellen: 1\nnenner: Arbeitslose\n{RULE}\ngleiche_faelle: [l]",
            ["0/1", "120/120", "12/40"],
        ),
    }
    report = report_of(tmp_path, figures)
    kin = kin_of(report)
    assert kin.subsets == (("l", "a"),)
    hidden = {"a|01099001|2021", "a|01099002|2021"}
    leaks = attack(publication_of(report, kin), hidden)
    assert "a|01099001|2021" in {leak.cell for leak in leaks}
    assert protection_of(report).leaks == ()


def test_a_rate_of_public_cases_tells_its_base_exactly(tmp_path: Path) -> None:
    """To no digits 3 % of 1,000 may be 25 to 34; 60 carers, 2 for each case, leave 30."""
    figures = {
        "a": (
            f"art: anteil\ndezimalstellen: 0\nzaehler: Fälle\n{RULE}",
            ["1/1000", "30/1000", "40/1000"],
        ),
        "k": (PUBLIC, [3, 60, 80]),
        "r": ("art: rate\ndezimalstellen: 3\nnenner: Fälle\nzaehler: K", ["3/1", "60/30", "80/40"]),
    }
    report = report_of(tmp_path, figures)
    hidden = {area for area, _ in hidden_places(report)["a"]}
    assert len(hidden) > 1 and "01099001" in hidden


def test_shares_without_parts_that_are_all_together_are_found(tmp_path: Path) -> None:
    bare = f"art: anteil\ndezimalstellen: 1\n{RULE.replace('}', ', grundlage: m}')}"
    figures = {
        "m": (BARE_COUNT, [400, 300, 700] * 3),
        "x": (bare, [20.2, 30.1, 40.2, 21.2, 31.1, 41.2, 22.2, 32.1, 42.2]),
        "y": (bare, [79.8, 69.9, 59.8, 78.8, 68.9, 58.8, 77.8, 67.9, 57.8]),
    }
    assert Sum("", ("x", "y")) in kin_of(report_of(tmp_path, figures)).sums


def test_a_gap_in_one_table_hides_no_sum(tmp_path: Path) -> None:
    rests: list[object] = [40 - number for number in CASES]
    rests[7] = "."
    figures = {
        "a": (COUNT, CASES),
        "b": (BARE_COUNT, rests),
        "c": (BARE_COUNT, [40] * 9),
    }
    assert kin_of(report_of(tmp_path, figures)).sums == (Sum("c", ("a", "b")),)


def test_four_parts_are_found(tmp_path: Path) -> None:
    parts = (
        CASES,
        [3, 1, 4, 1, 5, 9, 2, 6, 5],
        [2, 7, 1, 8, 2, 8, 1, 8, 2],
        [9, 8, 7, 6, 5, 4, 3, 2, 1],
    )
    whole = [sum(four) for four in zip(*parts, strict=True)]
    figures = {name: (COUNT, list(one)) for name, one in zip("abcde", (*parts, whole), strict=True)}
    assert kin_of(report_of(tmp_path, figures)).sums == (Sum("e", ("a", "b", "c", "d")),)


def test_a_few_cases_that_add_up_by_chance_are_no_sum(tmp_path: Path) -> None:
    figures = {
        "a": (COUNT, [0, 1, 0, 0, 3, 0, 0, 0, 0]),
        "b": (PUBLIC, [0, 1, 0, 0, 2, 0, 0, 0, 0]),
        "c": (PUBLIC, [0, 2, 0, 0, 5, 0, 0, 0, 0]),
    }
    assert kin_of(report_of(tmp_path, figures)).sums == ()


@pytest.mark.parametrize(
    ("keys", "total"),
    [
        ("zaehler: Einkommen zusammen", "titel: Einkommen zusammen"),
        ("gewicht: w", "einheit: Euro"),
    ],
)
def test_the_total_of_a_mean_is_known_by_name_or_as_a_product(
    tmp_path: Path, keys: str, total: str
) -> None:
    weights, means = CASES, [3500, 2800, 2500, 1600, 2400, 1800, 2600, 3000, 2700]
    euros = [one * mean for one, mean in zip(weights, means, strict=True)]
    by_name = "zaehler" in keys
    numbers: list[object] = (
        [f"{one}/{base}" for one, base in zip(euros, weights, strict=True)] if by_name else [*means]
    )
    mean = f"art: mittelwert\ndezimalstellen: 0\n{keys}\n{RULE}"
    figures = {"m": (mean, numbers), "e": (f"{BARE_COUNT}\n{total}", euros), "w": (PUBLIC, weights)}
    report = report_of(tmp_path, figures)
    assert hidden_places(report)["e"] >= hidden_places(report)["m"] != frozenset()


def test_a_hidden_mean_tells_no_base(tmp_path: Path) -> None:
    mean = f"art: mittelwert\ndezimalstellen: 0\n{RULE}"
    report = report_of(tmp_path, {"m": (mean, ["900/1", "9000/10", "20000/20"])})
    published = as_published(report).indikatoren["m"].werte
    assert published["01099001", 2021].nenner is None
    assert published["01099003", 2021].nenner == 20
