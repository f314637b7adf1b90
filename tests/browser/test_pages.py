"""Pages in a real Chromium: silent, content with axe, narrow, large, in all their states.

Each run looks at one page of each shape, and at the longest of each kind; `-m alle` at all pages.
"""

from pathlib import Path

import pytest
from gates.site import Site
from looking import opened
from playwright.sync_api import Browser
from shapes import extremes, one_of_each_kind, sample, shapes_of
from sweep import STATES
from sweeping import sweep

# What depends on how much stands in a page.
SIZES = ("wie alle", "auf Papier", "offen")


@pytest.fixture(scope="module")
def chosen(muster_site: Path) -> list[str]:
    """Return the pages that hold every shape."""
    return sample({page.path: shapes_of(page) for page in Site(muster_site).pages})


def addresses(paths: list[str]) -> list[str]:
    """Return where pages are found, below the site."""
    return ["/" + path.removesuffix("index.html") for path in paths]


@pytest.mark.usefixtures("browser")
def test_every_shape_of_page_passes_in_every_state(address: str, chosen: list[str]) -> None:
    assert sweep(address, addresses(chosen), STATES) == {}


@pytest.mark.usefixtures("browser")
def test_the_longest_pages_of_each_kind_pass(
    address: str, chosen: list[str], muster_site: Path
) -> None:
    longest = [path for path in extremes(Site(muster_site).pages) if path not in chosen]
    assert sweep(address, addresses(longest), SIZES) == {}


@pytest.mark.alle
@pytest.mark.usefixtures("browser")
def test_every_page_passes_in_every_state(address: str, muster_site: Path) -> None:
    paths = addresses([page.path for page in Site(muster_site).pages])
    assert sweep(address, paths, STATES) == {}


def test_each_kind_of_page_reads_without_javascript(
    browser: Browser, address: str, chosen: list[str]
) -> None:
    page = opened(browser, "about:blank", 360, "light", script=False)
    for path in addresses(one_of_each_kind(chosen)):
        page.goto(address + path)
        assert page.locator("h1").is_visible(), path
        assert len(page.locator("main").inner_text()) > 120, path
    page.context.close()


def test_the_skip_link_leads_to_the_content(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/handlungsfelder/", 1280, "light")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt springen"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt"
    page.context.close()
