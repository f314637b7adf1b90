"""What is hidden protects what is secret, against an attacker who tries all tables there can be."""

import doctest
import importlib
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import REPOSITORY

from fokusbericht.statistics.disclosure import (
    CaseSeries,
    CountCell,
    KnownSum,
    Leak,
    Publication,
    Reason,
    Rule,
    Suppression,
    audit,
    publication,
    suppress,
)
from fokusbericht.statistics.disclosure.component import Need, bind
from fokusbericht.statistics.disclosure.programme import Programme

INF = float("inf")
PACKAGE = "fokusbericht.statistics.disclosure"
MODULES = (
    "attacker",
    "cells",
    "component",
    "county",
    "forest",
    "master",
    "programme",
    "series",
    "suppression",
    "table",
)


def total(whole: str, *parts: str) -> KnownSum:
    """Return that parts add up to a whole."""
    return KnownSum(((whole, 1.0), *((part, -1.0) for part in parts)))


def cases(
    values: Mapping[str, float | None], year: int = 2024
) -> dict[tuple[str, int], float | None]:
    """Return figures of one year."""
    return {(area, year): value for area, value in values.items()}


def solve(model: Publication) -> Suppression:
    return suppress(model.cells, model.relations, model.rules)


def leaks(model: Publication, hidden: frozenset[str]) -> list[str]:
    return [leak.cell for leak in audit(model.cells, model.relations, hidden, model.rules)]


@dataclass(frozen=True)
class Secrets:
    """What must be hidden, by series; `findings` are figures that hiding cannot protect."""

    primary: frozenset[str]
    secondary: frozenset[str]
    findings: tuple[Leak, ...]

    def hidden(self, name: str) -> set[tuple[str, int]]:
        """Return all that must be hidden of a series."""
        cells = (cell.split("|") for cell in self.primary | self.secondary)
        return {(area, int(year)) for of, area, year, *rest in cells if of == name and not rest}


def secret_cells(
    series: Sequence[CaseSeries], groups: Mapping[str, Sequence[str]], sums: "Sums" = ()
) -> Secrets:
    """Return what must be hidden of series that are published together."""
    found = solve(publication(series, groups, sums))
    return Secrets(found.primary, found.secondary, found.findings)


def hidden_areas(found: Secrets, name: str = "f") -> list[str]:
    """Return the hidden areas of a series with one year."""
    return sorted(area for area, _ in found.hidden(name))


def hide(
    values: Mapping[str, float | None],
    groups: Mapping[str, Sequence[str]],
    rule: Rule | None = None,
) -> list[str]:
    """Return what is hidden of counts of one year."""
    series = CaseSeries(name="f", values=cases(values), rule=rule or Rule())
    return hidden_areas(secret_cells([series], groups))


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_docstrings(module: str) -> None:
    tried = doctest.testmod(importlib.import_module(f"{PACKAGE}.{module}"))
    assert tried.failed == 0


# --- Textbook cases -----------------------------------------------------------------------------

ROOMS = {"nord": ("a", "b", "c"), "sued": ("d", "e"), "kreis": ("nord", "sued")}


def test_nothing_small_hides_nothing() -> None:
    assert hide({"a": 3, "b": 0, "c": 20, "d": 5, "e": 6}, ROOMS) == []


def test_one_small_cell_takes_one_more_of_its_room_the_cheapest() -> None:
    assert hide({"a": 1, "b": 9, "c": 20, "d": 5, "e": 6}, ROOMS) == ["a", "b"]


def test_a_zero_cannot_make_up_for_a_case() -> None:
    assert hide({"a": 1, "b": 0, "c": 20, "d": 5, "e": 6}, ROOMS) == ["a", "c"]


def test_two_small_cells_protect_each_other_if_they_are_three_together() -> None:
    assert hide({"a": 1, "b": 2, "c": 20, "d": 5, "e": 6}, ROOMS) == ["a", "b"]


def test_two_single_cases_are_known_to_be_at_most_two() -> None:
    assert hide({"a": 1, "b": 1, "c": 20, "d": 5, "e": 6}, ROOMS) == ["a", "b", "c"]


def test_a_wider_span_takes_a_greater_cell() -> None:
    values = {"a": 1, "b": 4, "c": 20, "d": 5, "e": 6}
    assert hide(values, ROOMS, Rule(3, width=5)) == ["a", "b"]
    assert hide(values, ROOMS, Rule(3, width=6)) == ["a", "c"]


def test_two_cells_together_may_be_cheaper_than_a_great_one() -> None:
    groups = {"kreis": ("a", "b", "c", "d")}
    assert hide({"a": 1, "b": 4, "c": 5, "d": 90}, groups, Rule(3, width=8)) == ["a", "b", "c"]


def test_zero_is_secret_if_the_rule_says_so() -> None:
    values = {"a": 0, "b": 9, "c": 20, "d": 5, "e": 6}
    assert hide(values, ROOMS) == []
    assert hide(values, ROOMS, Rule(3, zero_is_secret=True)) == ["a", "b"]


def test_a_room_of_one_kommune_goes_with_it_and_so_does_another_room() -> None:
    groups = {
        "insel": ("a",),
        "nord": ("b", "c"),
        "sued": ("d", "e"),
        "kreis": ("insel", "nord", "sued"),
    }
    found = hide({"a": 2, "b": 10, "c": 20, "d": 5, "e": 6}, groups)
    assert found == ["a", "d", "insel", "sued"]


def test_the_county_goes_only_where_no_other_way_exists() -> None:
    assert "kreis" not in hide({"a": 1, "b": 0, "c": 90, "d": 0, "e": 0}, ROOMS)
    series = CaseSeries(name="f", values=cases({"a": 1, "b": 9}), known={("b", 2024)})
    assert hidden_areas(secret_cells([series], {"kreis": ("a", "b")})) == ["a", "kreis"]


def test_a_known_total_of_one_kommune_is_told_as_impossible() -> None:
    series = CaseSeries(name="f", values=cases({"a": 2, "b": 9}), known={("insel", 2024)})
    groups = {"insel": ("a",), "kreis": ("insel", "b")}
    model = publication([series], groups)
    found = solve(model)
    assert found.findings == (Leak("f|a|2024", 2.0, 2.0, Reason.IMPOSSIBLE),)
    assert leaks(model, found.hidden) == ["f|a|2024"]
    assert audit(model.cells, model.relations, found.hidden, model.rules)[0].reason is Reason.NARROW


def test_a_rounded_share_with_a_known_base_protects_as_far_as_it_is_rounded() -> None:
    groups = {"kreis": ("a", "b", "c")}
    values = cases({"a": 2, "b": 40, "c": 50})
    bases = {("a", 2024): 500.0, ("b", 2024): 4000.0, ("c", 2024): 5000.0}
    fine = CaseSeries(name="f", values=values, bases=bases, digits=3)
    assert hidden_areas(secret_cells([fine], groups)) == ["a", "b"]
    # To whole percents, b is anything from 20 to 59, and c likewise: a alone is hidden.
    coarse = CaseSeries(name="f", values=values, bases=bases, digits=0)
    assert hidden_areas(secret_cells([coarse], groups)) == ["a"]


def test_the_rest_of_a_share_can_be_secret_too() -> None:
    values, bases = cases({"a": 49, "b": 40, "c": 50}), {("a", 2024): 50.0, ("b", 2024): 90.0}
    plain = CaseSeries(name="f", values=values, bases=bases)
    both = CaseSeries(name="f", values=values, bases=bases, rest_below=INF)
    assert hidden_areas(secret_cells([plain], {"kreis": ("a", "b", "c")})) == []
    assert hidden_areas(secret_cells([both], {"kreis": ("a", "b", "c")})) == ["a", "b"]


def test_totals_by_group_hide_a_rectangle() -> None:
    frauen = CaseSeries(name="frauen", values=cases({"a": 1, "b": 10, "c": 30}))
    maenner = CaseSeries(name="maenner", values=cases({"a": 12, "b": 11, "c": 31}))
    alle = CaseSeries(name="alle", values=cases({"a": 13, "b": 21, "c": 61}))
    sums = [("alle", ("frauen", "maenner"))]
    found = secret_cells([frauen, maenner, alle], {"kreis": ("a", "b", "c")}, sums)
    assert hidden_areas(found, "frauen") == ["a", "b"]
    assert hidden_areas(found, "maenner") == ["a", "b"]
    assert hidden_areas(found, "alle") == []


def test_parts_of_a_whole_are_hidden_together() -> None:
    parts = [
        CaseSeries(name=name, values=cases({"a": value})) for name, value in (("p", 1), ("q", 8))
    ]
    whole = CaseSeries(name="w", values=cases({"a": 9}))
    alone = secret_cells([*parts, whole], {})
    assert (hidden_areas(alone, "p"), hidden_areas(alone, "q")) == (["a"], [])
    found = secret_cells([*parts, whole], {}, [("w", ("p", "q"))])
    assert [hidden_areas(found, name) for name in ("p", "q", "w")] == [["a"], ["a"], []]


def test_a_published_change_takes_the_other_year_too() -> None:
    values = {**cases({"a": 5, "b": 40, "c": 9}, 2023), **cases({"a": 1, "b": 41, "c": 8})}
    groups = {"kreis": ("a", "b", "c")}
    plain = secret_cells([CaseSeries(name="f", values=values)], groups)
    assert sorted(plain.hidden("f")) == [("a", 2024), ("c", 2024)]
    series = CaseSeries(name="f", values=values, changes=[("a", 2024, 2023)])
    model = publication([series], groups)
    found = solve(model)
    assert found.secondary >= {"f|a|2023"}
    assert leaks(model, found.hidden) == []


def test_marks_of_the_source_stay_and_are_protected() -> None:
    values = cases({"a": None, "b": 9, "c": 20, "kreis": 31})
    series = CaseSeries(name="f", values=values, marked={("a", 2024): 3})
    model = publication([series], {"kreis": ("a", "b", "c")})
    found = solve(model)
    assert (sorted(found.primary), sorted(found.secondary)) == (["f|a|2024"], ["f|b|2024"])
    assert leaks(model, found.primary) == ["f|a|2024"]
    assert leaks(model, found.hidden) == []


def test_a_sum_with_a_mark_is_not_known_and_gives_nothing_away() -> None:
    series = CaseSeries(name="f", values=cases({"b": 9, "c": 20}), marked={("a", 2024): 3})
    found = secret_cells([series], {"kreis": ("a", "b", "c")})
    assert (hidden_areas(found), found.findings) == (["a"], ())


def test_an_unknown_figure_bounds_a_secret_one() -> None:
    """With 1 secret, 1 unknown and the total given, each is at most 2."""
    unknown = cases({"a": 1, "b": None, "c": 20, "kreis": 22})
    missing = cases({"a": 1, "c": 20, "kreis": 22})
    for values in (unknown, missing):
        found = secret_cells([CaseSeries(name="f", values=values)], {"kreis": ("a", "b", "c")})
        assert hidden_areas(found) == ["a", "c"]


def test_unpublished_areas_give_protection() -> None:
    series = CaseSeries(name="f", values=cases({"a": 1, "b": 9, "c": 20}), unpublished={"b"})
    found = secret_cells([series], {"kreis": ("a", "b", "c")})
    assert hidden_areas(found) == ["a"]


def test_an_official_total_that_differs_is_no_protection() -> None:
    values = cases({"a": 1, "b": 9, "c": 20, "kreis": 33})
    found = secret_cells([CaseSeries(name="f", values=values)], {"kreis": ("a", "b", "c")})
    assert hidden_areas(found) == ["a", "b"]


def test_figures_that_contradict_one_another_are_told() -> None:
    cells = [CountCell("a", 1), CountCell("b", 9), CountCell("t", 12)]
    found = suppress(cells, [total("t", "a", "b")], Rule())
    assert [finding.reason for finding in found.findings] == [Reason.CONTRADICTION]
    told = audit(cells, [KnownSum((("a", 1),), 7)], {"a"}, Rule(width=20))
    assert [leak.reason for leak in told] == [Reason.NARROW]
    told = audit(cells, [KnownSum((("a", 1), ("b", 1)), 7)], {"a"}, Rule())
    assert [leak.reason for leak in told] == [Reason.CONTRADICTION]


def circle(small: float) -> tuple[list[CountCell], list[KnownSum]]:
    """Return sums in a circle: together they tell x = t1 - t2 - t3 = 1, none does alone."""
    shown = [CountCell("t1", 81 + small), CountCell("t2", 80), CountCell("t3", small)]
    sums = [
        KnownSum((("x", 1), ("y", 1), ("z", 1), ("t1", -1))),
        KnownSum((("y", 1), ("w", 1), ("t2", -1))),
        KnownSum((("z", 1), ("w", -1), ("t3", -1))),
    ]
    return [CountCell("x", 1), *(CountCell(name, None) for name in "yzw"), *shown], sums


def test_the_audit_sees_what_only_all_sums_together_tell() -> None:
    cells, sums = circle(9)
    assert audit(cells, sums, {"x"}, Rule()) == (Leak("x", 1, 1, Reason.NARROW),)
    assert audit(cells, sums, {"x", "t3"}, Rule()) == ()


def test_circles_of_sums_are_cut_where_it_costs_least() -> None:
    assert suppress(*circle(9), Rule()).secondary == {"t3"}
    # t3 can give way by 1, but 2 are needed: hiding t2 alone is cheaper than both.
    assert suppress(*circle(1), {"x": Rule()}).secondary == {"t2"}


@pytest.mark.parametrize(("slack", "share"), [((0, 0), 0.5), ((0, 1), 0.5), ((1, 0), 1.0)])
def test_a_programme_weighs_what_each_cell_would_let_through(
    slack: tuple[float, float], share: float
) -> None:
    """For x to rise by 2, t3 could fall by 1; the last sum's own slack would do as much."""
    cells, sums = circle(1)
    sums[2] = KnownSum(sums[2].terms, 0, slack)
    component, _ = bind(cells, sums)
    names = [cell.id for cell in component.cells]
    hidden = {names.index(name) for name in "wxyz"}
    cuts = list(Programme(component, hidden).cuts([Need(names.index("x"), 1, 2.0)]))
    assert [{names[number]: weight for number, weight in cut.items()} for cut in cuts] == [
        {"t1": 1.0, "t2": 1.0, "t3": pytest.approx(share)}
    ]


def test_many_rounds_end_with_a_set_of_which_nothing_can_be_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    suppression = importlib.import_module(f"{PACKAGE}.suppression")
    monkeypatch.setattr(suppression, "EXACT_ROUNDS", 0)
    assert suppress(*circle(9), Rule()).secondary == {"t3"}


def test_two_cells_of_one_name_are_our_own_fault() -> None:
    with pytest.raises(ValueError, match="two cells are called a"):
        suppress([CountCell("a", 1), CountCell("a", 2)], [], Rule())


def test_no_solver_is_loaded_where_nothing_is_secret() -> None:
    code = (
        "import sys\n"
        f"from {PACKAGE} import CaseSeries, audit, publication, suppress\n"
        "series = CaseSeries(name='f', values={('a', 1): 5, ('b', 1): 9})\n"
        "model = publication([series], {'kreis': ('a', 'b')})\n"
        "assert not suppress(model.cells, model.relations, model.rules).hidden\n"
        "assert not audit(model.cells, model.relations, (), model.rules)\n"
        "assert not {'scipy', 'numpy'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True)


# --- Planted leaks ------------------------------------------------------------------------------

COUNTY = {"nord": ("a", "b", "c"), "sued": ("d", "e"), "insel": ("f",)}
CLEAN = publication(
    [CaseSeries(name="f", values=cases({"a": 1, "b": 7, "c": 20, "d": 6, "e": 8, "f": 9}))],
    {**COUNTY, "kreis": tuple(COUNTY)},
)
A, B, C, D, E = (f"f|{area}|2024" for area in "abcde")


def exactly(cell: str, value: float, *slack: float) -> KnownSum:
    """Return that a cell is a value, or within a slack below and above."""
    return KnownSum(((cell, 1.0),), value, (slack[0], slack[-1]) if slack else (0, 0))


PLANTED: dict[str, tuple[tuple[CountCell, ...], tuple[KnownSum, ...]]] = {
    "a total too many": ((CountCell("amt", 21),), (total("amt", A, C),)),
    "a share with a known base": ((), (exactly(A, 0.02 * 50, 0.0005 * 50),)),
    "a rate of a known population": ((), (exactly(A, 0.8 * 1.234, 0.05 * 1.234),)),
    "a column of numerators": ((CountCell("csv", 1),), (total("csv", A),)),
    "a sorted list": (
        (),
        (
            KnownSum(((B, 1), (D, -1)), 0, (0, INF)),
            KnownSum(((E, 1), (B, -1)), 0, (0, INF)),
        ),
    ),
    "a map class": ((), (exactly(B, 7.5, 1.5),)),
    "a sparkline": ((), (exactly(A, 1),)),
    "a rounded total": ((), (KnownSum(((A, 1), (C, 1)), 22, (1, 1)),)),
    "totals by group": ((CountCell("a_w", 1), CountCell("a_m", 0)), (total(A, "a_w", "a_m"),)),
    "an indicator that is the sum": (
        (CountCell("w", 12), CountCell("o", 11)),
        (total("w", A, "o"),),
    ),
    "a year's difference": (
        (CountCell("a_2023", 4),),
        (KnownSum(((A, 1), ("a_2023", -1)), -3),),
    ),
    "mean times count": ((CountCell("months", 12),), (KnownSum((("months", 1), (A, -12))),)),
    "the complement of a share": ((CountCell("rest", 49),), (KnownSum(((A, 1), ("rest", 1)), 50),)),
    "an index to a base year": (
        (CountCell("a_2020", 5),),
        (KnownSum(((A, 1), ("a_2020", -0.2)), 0, (0.1, 0.1)),),
    ),
    "a remark with a limit": ((), (exactly(A, 2, INF, 0),)),
    "two facts that help each other": (
        (CountCell("u", None), CountCell("v", 3)),
        (total("u", A, C), KnownSum((("u", 1), ("v", 1)), 24)),
    ),
    "a circle of sums": (
        (CountCell("u", None), CountCell("v", None)),
        (
            KnownSum(((A, 1), ("u", 1)), 9),
            KnownSum((("u", 1), ("v", 1)), 13),
            KnownSum((("v", 1), (A, 1)), 6),
        ),
    ),
}


def planted(kind: str) -> Publication:
    cells, relations = PLANTED[kind]
    return Publication(
        (*CLEAN.cells, *cells), (*CLEAN.relations, *relations), CLEAN.rules, CLEAN.places
    )


def test_the_clean_publication_has_no_leak() -> None:
    assert solve(CLEAN).hidden == {A, B}
    assert leaks(CLEAN, frozenset({A, B})) == []


@pytest.mark.parametrize("kind", PLANTED)
def test_the_audit_finds_planted_leaks(kind: str) -> None:
    assert A in leaks(planted(kind), frozenset({A, B}))


@pytest.mark.parametrize("kind", PLANTED)
def test_suppression_cures_them_or_says_that_it_cannot(kind: str) -> None:
    model = planted(kind)
    found = solve(model)
    assert set(leaks(model, found.hidden)) <= {finding.cell for finding in found.findings}


def test_the_audit_finds_what_is_shown_or_forgotten() -> None:
    told = audit(CLEAN.cells, CLEAN.relations, frozenset({B}), CLEAN.rules)
    assert told == (Leak(A, 1, 1, Reason.SHOWN),)
    told = audit(CLEAN.cells, CLEAN.relations, frozenset({A}), CLEAN.rules)
    assert told == (Leak(A, 1, 1, Reason.NARROW),)


# --- Properties ---------------------------------------------------------------------------------

Sums = Sequence[tuple[str, Sequence[str]]]
County = tuple[list[CaseSeries], dict[str, tuple[str, ...]], Sums]


@st.composite
def counties(draw: st.DrawFn) -> County:
    """Draw four basic figures: Kommunen in rooms, or two groups with their total in a room."""
    is_crossed = draw(st.booleans())
    rule = Rule(3, draw(st.booleans()), draw(st.sampled_from((None, 4))))
    number = st.sampled_from((0, 0, 1, 2, 2, 3, 4, 6))
    leaves = ("a", "b") if is_crossed else ("a", "b", "c", "d")
    names = ("p", "q") if is_crossed else ("p",)
    cut = draw(st.integers(1, 3))
    groups: dict[str, tuple[str, ...]] = {"kreis": leaves}
    if not is_crossed:
        groups = {"nord": leaves[:cut], "sued": leaves[cut:], "kreis": ("nord", "sued")}
    series = []
    for name in names:
        values = cases({leaf: float(draw(number)) for leaf in leaves})
        bases = {
            place: (value or 0) + 7 + 30 * draw(st.booleans()) for place, value in values.items()
        }
        digits = draw(st.sampled_from((None, None, 0, 1)))
        kept = bases if digits is not None else {}
        series.append(CaseSeries(name=name, values=values, rule=rule, bases=kept, digits=digits))
    if not is_crossed:
        return series, groups, ()
    wholes = {place: sum(each.values[place] or 0 for each in series) for place in series[0].values}
    return [*series, CaseSeries(name="w", values=wholes, rule=rule)], groups, [("w", names)]


def tables(
    series: Sequence[CaseSeries],
    groups: Mapping[str, Sequence[str]],
    sums: Sums,
    is_possible: Callable[[str, float], bool],
) -> Iterator[dict[str, float]]:
    """Yield all tables of whole numbers up to 10, each basic figure of which is possible."""
    basic = [each for each in series if each.name not in dict(sums)]
    leaves = [(each.name, area) for each in basic for area, _ in each.values]
    choices = [
        [number for number in map(float, range(11)) if is_possible(f"{name}|{area}|2024", number)]
        for name, area in leaves
    ]
    for numbers in product(*choices):
        table = dict(zip(leaves, numbers, strict=True))
        for whole, parts in sums:
            for area in {area for _, area in leaves}:
                table[whole, area] = sum(table[part, area] for part in parts)
        for area, members in groups.items():
            for name in [each.name for each in series]:
                table[name, area] = sum(table[name, member] for member in members)
        yield {f"{name}|{area}|2024": value for (name, area), value in table.items()}


def possible(
    series: Sequence[CaseSeries],
    groups: Mapping[str, Sequence[str]],
    sums: Sums,
    hidden: frozenset[str],
) -> dict[str, set[float]]:
    """Return the values that hidden cells have in all tables that look as published."""
    truth = publication(series, groups, sums)
    bases = {cell.id: cell.upper for cell in truth.cells}
    digits = {each.name: each.digits for each in series}

    def look(cell: str, value: float) -> float:
        places = digits[cell.split("|")[0]]
        return value if places is None else round(value / bases[cell] * 100, places)

    shown = {
        cell.id: look(cell.id, cell.value or 0.0) for cell in truth.cells if cell.id not in hidden
    }

    def is_possible(cell: str, value: float) -> bool:
        fits = cell not in shown or look(cell, value) == shown[cell]
        return fits and value <= bases[cell]

    found: dict[str, set[float]] = {cell: set() for cell in hidden}
    for table in tables(series, groups, sums, is_possible):
        if all(is_possible(cell, value) for cell, value in table.items()):
            for cell, values in found.items():
                values.add(table[cell])
    return found


@settings(max_examples=25, deadline=None)
@given(counties())
def test_no_secret_can_be_computed_by_trying_all_tables(
    county: County,
) -> None:
    model = publication(*county)
    found = solve(model)
    impossible = {finding.cell for finding in found.findings}
    values = possible(*county, found.hidden)
    for cell in found.primary - impossible:
        rule = county[0][0].rule
        upper = next(each.upper for each in model.cells if each.id == cell)
        assert len(values[cell]) >= 2
        assert min(values[cell]) == 0
        assert max(values[cell]) >= min(upper, max(rule.minimum, rule.width or 0))
    assert set(leaks(model, found.hidden)) <= impossible


@settings(max_examples=60, deadline=None)
@given(counties(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(
    county: County,
    chance: Random,
) -> None:
    model = publication(*county)
    cells, relations = list(model.cells), list(model.relations)
    chance.shuffle(cells)
    chance.shuffle(relations)
    found = solve(model)
    assert suppress(cells, relations, model.rules) == found
    assert solve(model) == found


@settings(max_examples=40, deadline=None)
@given(counties(), st.lists(st.integers(0, 3), min_size=6, max_size=6))
def test_programmes_find_what_flows_find(county: County, slack: list[int]) -> None:
    """Sums that are only known within a slack count, too; circles are not needed to try it."""
    model = publication(*county)
    relations = [
        KnownSum(each.terms, each.constant, (slack[number % 6], slack[number % 5]))
        for number, each in enumerate(model.relations)
    ]
    plain = suppress(model.cells, relations, model.rules)
    component, programme = (
        importlib.import_module(f"{PACKAGE}.{name}") for name in ("component", "programme")
    )
    no_forest = patch.object(component.Component, "is_forest", lambda _: False)
    with no_forest, patch.object(programme, "DEPTH", 0):
        assert suppress(model.cells, relations, model.rules) == plain
    leaking = {leak.cell for leak in audit(model.cells, relations, plain.hidden, model.rules)}
    assert leaking <= {finding.cell for finding in plain.findings}


@settings(max_examples=60, deadline=None)
@given(counties())
def test_only_what_must_be_is_hidden(
    county: County,
) -> None:
    model = publication(*county)
    found = solve(model)
    small = {c.id for c in model.cells if model.rules[c.id].is_secret(c.value or 0)}
    assert found.primary == small
    assert not found.primary & found.secondary
    if not found.findings:
        for cell in found.secondary:
            assert leaks(model, found.hidden - {cell}) != []


@settings(max_examples=60, deadline=None)
@given(counties(), st.data())
def test_hiding_more_never_makes_a_leak(
    county: County,
    data: st.DataObject,
) -> None:
    model = publication(*county)
    hidden = solve(model).hidden
    more = data.draw(st.sets(st.sampled_from([cell.id for cell in model.cells])))
    assert set(leaks(model, hidden | more)) <= set(leaks(model, hidden))
