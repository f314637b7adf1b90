"""The switch that opens what is made up, as a reader uses it; the filter counts none of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from gates.seen import axe
from looking import opened, whereabouts
from playwright.sync_api import Browser, Page

from fokusbericht.building.preview import serving

LIST = "/handlungsempfehlungen/"
FOLD = "#ergebnisse > .beispiele"


@pytest.fixture
def page(browser: Browser, small_site: Path) -> Iterator[Page]:
    with serving(small_site, 0) as address:
        page = opened(browser, address + LIST, 1280, "light")
        yield page
        assert page.said == []  # type: ignore[attr-defined]
        page.context.close()


def is_open(page: Page) -> bool:
    return bool(page.locator(FOLD).evaluate("fold => fold.open"))


def test_the_switch_opens_and_closes_and_its_state_is_in_the_address(page: Page) -> None:
    assert not is_open(page)
    page.get_by_role("link", name="Beispiele zeigen").click()
    assert is_open(page) and whereabouts(page).endswith(f"{LIST}?beispiele=ja")
    assert axe(page) == []
    page.reload()
    assert is_open(page)
    page.get_by_role("link", name="Beispiele verbergen").click()
    assert not is_open(page) and whereabouts(page).endswith(LIST)
    page.go_back()
    assert is_open(page)


def test_the_filter_keeps_the_switch_and_counts_no_example(page: Page) -> None:
    page.get_by_role("link", name="Beispiele zeigen").click()
    page.locator("#wort").fill("tauschen")
    page.keyboard.press("Enter")
    assert "beispiele=ja" in whereabouts(page) and "q=tauschen" in whereabouts(page)
    assert page.locator("#gezaehlt").inner_text() == "Keine Empfehlung passt dazu."
    assert page.locator(f"{FOLD} .empfehlungen > li:visible").count() == 1
    page.locator("#wort").fill("Leer stehende")
    page.keyboard.press("Enter")
    assert page.locator("#gezaehlt").inner_text() == "Eine Empfehlung"
    assert page.locator(FOLD).is_hidden()


def test_without_the_script_the_fold_opens_by_itself(browser: Browser, small_site: Path) -> None:
    with serving(small_site, 0) as address:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(address + LIST)
        assert page.locator(".beispiel-schalter").is_hidden()
        page.locator(f"{FOLD} > summary").click()
        assert page.locator(f"{FOLD} li").first.is_visible()
        context.close()
