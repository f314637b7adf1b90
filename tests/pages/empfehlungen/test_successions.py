"""Threads of recommendations, against the table of `lives.py`: each tie is followed."""

import pytest
from lives import rows

from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.successions import succession_of, succession_view


def tied(key: str) -> list[str]:
    """Return all that the table ties to one, over any number of others."""
    ties = {row[0]: {*row[4], *row[5]} for row in rows()}
    found = {key}
    while more := {other for one in found for other in ties[one]} - found:
        found |= more
    return sorted(found)


@pytest.mark.parametrize("key", [row[0] for row in rows()])
def test_thread_of_each(report: Report, key: str) -> None:
    succession = succession_of(report, report.empfehlungen[key].key)
    assert [one.key.name for one in succession] == tied(key)


def test_the_housing_agency_is_many_to_one(report: Report) -> None:
    for name in ("2018-01", "2020-02", "2023-01"):
        view = succession_view(report, report.empfehlungen[name].key)
        assert view is not None
        assert view.sentence == "5 Empfehlungen von 2018 bis 2023 hängen zusammen."
        assert [one.key for one in view.knots if one.is_current] == [name]
        assert [one.before for one in view.wide.strands] == [(), (0,), (0,), (0,), (0, 1, 2, 3)]
    last = view.knots[-1].ties.replace("\u2011", "-")
    assert last == "Geht zurück auf 2018-01, 2019-05, 2020-02 und 2021-06."
    assert view.wide.__html__().count('class="band"') == 7


def test_what_stands_alone_has_no_thread(report: Report) -> None:
    assert succession_view(report, report.empfehlungen["2025-03"].key) is None
