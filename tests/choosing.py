"""Which tests are quick: those that start no process, no browser and no site of the real county.

What a test does is read from its code and from that of the helpers and fixtures it calls, so that
no list of quick tests is kept. The few that are slow without any of these are named here.
"""

import subprocess
from collections.abc import Iterator
from types import CodeType, FunctionType
from typing import Any

import pytest
from support import HERE

# Folders, files and single tests that reckon, draw, read or wait for long.
SLOW = (
    "audit/test_inspection.py",
    "audit/test_leaks.py::test_the_site_as_it_is_built_shows_nothing",
    "browser/",
    "building/test_due.py::test_after_fifty_edits_in_a_row_nothing_is_stale",
    "building/test_preview.py",
    "checks/test_embargo.py::test_each_thing_has_its_own_day",
    "checks/test_embargo.py::test_the_day_before",
    "checks/test_embargo.py::test_on_the_day",
    "checks/test_embargo.py::test_the_key_date_counts",
    "checks/test_embargo.py::test_what_is_past",
    "checks/test_embargo.py::test_nothing_can_be_read",
    "editing/test_schuetzen.py::test_a_site_of_public_tables_is_that_of_the_raw_ones",
    "exports/test_tables.py::test_no_cell_begins_with_a_sign_of_formulas",
    "fuzz/",
    "kreis/gegenprobe/",
    "kreis/importers/test_real_files.py",
    "pages/sozialbericht/test_vergleich.py",
    "load/test_shapes.py::test_a_huge_comb_is_read_in_bounded_time",
    "maps/test_pixels.py::test_it_is_what_is_drawn",
    "media/test_pictures.py::test_what_passes_the_check_can_be_made_however_it_is_damaged",
    "secrecy/",
    "security/test_templates.py",
    "statistics/test_class_series.py::test_raw_series_fill_as_many_classes_as_they_can",
    "statistics/test_disclosure.py::test_no_secret_can_be_computed_by_trying_all_tables",
    "statistics/test_disclosure.py::test_the_order_of_the_input_does_not_matter",
    "statistics/test_disclosure.py::test_programmes_find_what_flows_find",
    "statistics/test_disclosure.py::test_hiding_more_never_makes_a_leak",
    "text/test_speed.py",
)
FIXTURES = {"browser", "real_site"}


def is_quick(item: pytest.Item) -> bool:
    """Say whether a test belongs to what one runs while working."""
    name = item.nodeid.removeprefix("tests/")
    return not (
        name.startswith(SLOW)
        or FIXTURES & set(getattr(item, "fixturenames", ()))
        or any(starts_process(function) for function in _functions(item))
    )


def starts_process(function: FunctionType, seen: frozenset[FunctionType] = frozenset()) -> bool:
    """Say whether a function, or a helper in tests/ that it calls, starts a process."""
    if function in seen or not function.__code__.co_filename.startswith(str(HERE)):
        return False
    named = [function.__globals__.get(name) for name in _names(function.__code__)]
    return subprocess in named or any(
        starts_process(one, seen | {function}) for one in named if isinstance(one, FunctionType)
    )


def _names(code: CodeType) -> Iterator[str]:
    """Yield all names that some code and the functions in it use."""
    yield from code.co_names
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _names(one)


def _functions(item: Any) -> Iterator[FunctionType]:
    """Yield the test itself and its fixtures."""
    yield item.function
    for fixtures in item._fixtureinfo.name2fixturedefs.values():
        yield from (one.func for one in fixtures if isinstance(one.func, FunctionType))
