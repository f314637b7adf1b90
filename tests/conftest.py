"""The county's own site, built once, and the browser, started once, for all tests."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from choosing import is_quick
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from support import CHROMIUM, IN_CI, REPOSITORY

from fokusbericht.building.preview import serving

# A slow machine is no failure, and every run tries the same examples.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Share the whole suite among the processors; a part that was chosen begins at once."""
    is_chosen = config.args_source is config.ArgsSource.ARGS or config.option.keyword
    return 0 if is_chosen else min(os.cpu_count() or 1, 4)  # each may start a browser


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what one runs while working; leave out what is only run before a release."""
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
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the Kreis Pinneberg from nothing; return its folder."""
    out = tmp_path_factory.mktemp("kreis") / "site"
    command = [sys.executable, str(REPOSITORY / "build.py"), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return out


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Serve the site as a public server should; return its address."""
    with serving(real_site, 0) as found:
        yield found
