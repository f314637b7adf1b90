"""Sites, built once for all workers of a run, and the browser, started once for each."""

import gc
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from choosing import is_quick
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from support import CHROMIUM, IN_CI, MUSTER, REPOSITORY, SMALL, built_once

from fokusbericht.building.preview import serving
from fokusbericht.load import load_report
from fokusbericht.model.report import Report

# Whole counties live to the end of a run: to look through them for garbage as often as Python does
# takes a tenth of the time.
gc.set_threshold(100_000, 50, 100)

# What a shell runs in the background ignores Strg+C, and so would a build that a test interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A slow machine is no failure, and every run tries the same examples.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


# What takes longest begins first, so that nobody waits for it at the end.
LONGEST = ("tests/test_style.py", "tests/browser/test_pages.py", "tests/test_site.py")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Share the whole suite among the processors; a part that was chosen begins at once."""
    is_chosen = config.args_source is config.ArgsSource.ARGS or config.option.keyword
    return 0 if is_chosen else min(os.cpu_count() or 1, 4)  # each may start a browser


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what one runs while working; leave out what is only run before a release."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
    for item in items:
        if is_quick(item):
            item.add_marker(pytest.mark.schnell)
    if "alle" not in config.option.markexpr:
        left_out = [item for item in items if item.get_closest_marker("alle")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; skip where there is none, but never in CI."""
    if not IN_CI and not CHROMIUM:
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all workers of this run have in common."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def real_report() -> Report:
    """Return the report of the Kreis Pinneberg."""
    return load_report(REPOSITORY)[0]


@pytest.fixture(scope="session")
def real_site(common: Path) -> Path:
    """Return the site of the Kreis Pinneberg."""
    return built_once(REPOSITORY, common / "kreis")


@pytest.fixture(scope="session")
def muster_report() -> Report:
    """Return the report of the Kreis Muster, which is invented and has all there can be."""
    return load_report(MUSTER)[0]


@pytest.fixture(scope="session")
def report(muster_report: Report) -> Report:
    """Return what tests of the program read: the report of the Kreis Muster."""
    return muster_report


@pytest.fixture(scope="session")
def muster_site(common: Path) -> Path:
    """Return the site of the Kreis Muster."""
    return built_once(MUSTER, common / "muster")


@pytest.fixture(scope="session")
def small_site(common: Path) -> Path:
    """Return the site of the small county."""
    return built_once(SMALL, common / "klein")


@pytest.fixture(scope="session")
def address(muster_site: Path) -> Iterator[str]:
    """Serve the site of the Kreis Muster as a public server should; return its address."""
    with serving(muster_site, 0) as found:
        yield found
