"""The last change of a series: unusual by its own measure, or not told, each for its reason."""

from random import Random

import pytest

from fokusbericht.statistics.yearly_change import LeftOut, YearlyChange, last_change

# Changes of a quiet series: 2 or so a year, never far from it.
QUIET = (2, 3, 1, 2, 3, 2, 1, 2, 3)


def series(*changes: float, start: float = 1000, first: int = 2010) -> dict[int, float]:
    """Return the figures of a series that begins with a value and then changes."""
    found = {first: start}
    for year, change in enumerate(changes, first + 1):
        found[year] = found[year - 1] + change
    return found


def judged(
    known: dict[int, float], *, since: int = 0, digits: int = 0, by_percent: bool = False
) -> YearlyChange | LeftOut:
    """Return the last change of a series, or why there is none."""
    return last_change(known, since=since, digits=digits, by_percent=by_percent)


def verdict(known: dict[int, float], **how: int) -> LeftOut | None:
    """Return why the last change is not told; None if it is."""
    found = judged(known, **how)  # type: ignore[arg-type]
    return found.verdict() if isinstance(found, YearlyChange) else found


def test_a_jump_is_unusual_and_says_by_how_much() -> None:
    found = judged(series(*QUIET, 30))
    assert isinstance(found, YearlyChange)
    assert (found.year, found.before, found.now, found.size) == (2020, 1019, 1049, 30)
    assert (found.usual, found.spread, found.band) == (2, 1, (1, 3))
    # Both figures are rounded: two last digits are usual in any case.
    assert (found.times, found.as_far, found.verdict()) == (14, 0, None)


def test_a_standstill_after_steady_growth_is_unusual_once_it_is_seen() -> None:
    assert verdict(series(20, 20, 20, 20, 20, 20, 20, 20, -5)) is None
    assert verdict(series(20, 20, 20, 20, 20, 20, 20, 20, 0)) is LeftOut.ROUNDING


def test_what_changes_as_ever_is_usual() -> None:
    assert verdict(series(*QUIET, 3)) is LeftOut.USUAL
    assert verdict(series(-30, 40, -25, 35, -45, 30, -20, 40, -45)) is LeftOut.USUAL


def test_who_was_as_far_out_before_is_not_told_again() -> None:
    assert verdict(series(2, 3, 60, 2, 3, 2, 1, 2, 3, 2, 30)) is None  # once in ten years
    assert verdict(series(2, 60, 60, 2, 3, 2, 1, 2, 3, 2, 30)) is LeftOut.NOT_RARE


def test_a_step_of_rounding_is_none() -> None:
    flat = (0, 0, 0, 0.1, 0, -0.1, 0, 0)
    assert verdict(series(*flat, 0.1, start=50), digits=1) is LeftOut.ROUNDING
    assert verdict(series(*flat, 0.5, start=50), digits=1) is LeftOut.USUAL
    assert verdict(series(*flat, 0.7, start=50), digits=1) is None


def test_no_change_across_a_break_and_none_measured_by_what_was_before_it() -> None:
    known = series(*QUIET, 30)
    assert judged(known, since=2020) is LeftOut.BREAK
    assert judged(known, since=2013) is LeftOut.SHORT
    found = judged(series(500, *QUIET, 30), since=2011)
    assert isinstance(found, YearlyChange)
    assert list(found.earlier) == list(range(2012, 2021))


def test_only_changes_of_one_year_count() -> None:
    with_gap = {year: one for year, one in series(*QUIET, 30).items() if year != 2019}
    assert judged(with_gap) is LeftOut.NO_YEAR_BEFORE
    earlier = {year: one for year, one in series(*QUIET, 30).items() if year != 2015}
    found = judged(earlier)
    assert isinstance(found, YearlyChange)
    assert {2015, 2016}.isdisjoint(found.earlier)
    assert judged({2020: 5.0}) is LeftOut.NO_COURSE


def test_growing_figures_change_in_percent_those_around_zero_do_not() -> None:
    growing = {year: 100 * 1.02 ** (year - 2010) for year in range(2010, 2021)}
    found = judged(growing, digits=2, by_percent=True)
    assert isinstance(found, YearlyChange)
    assert found.size == pytest.approx(2) and found.in_percent
    balance = judged(series(*QUIET, 30, start=-5), by_percent=True)
    assert isinstance(balance, YearlyChange)
    assert balance.size == 30 and not balance.in_percent


def test_news_grow_old() -> None:
    found = judged(series(*QUIET, 30))
    assert isinstance(found, YearlyChange)
    assert not found.is_old(2023)
    assert found.is_old(2024)


def test_of_noise_about_one_in_ten_comes_through_as_the_page_says() -> None:
    random = Random(7)
    told = 0
    for _ in range(2000):
        changes = [random.gauss(0, 100) for _ in range(random.randint(8, 24))]
        told += verdict(series(*changes, start=100_000)) is None
    assert 0.06 < told / 2000 < 0.12
