"""The start page in a real Chromium: nothing jumps, the map is for pointers, the list for all."""

from gzip import compress

import pytest
from looking import opened
from playwright.sync_api import Browser

SHIFTS = """new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 200);
})"""
MOST_BYTES = 60_000


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_jumps_while_the_page_loads(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address + "/", width, "light")
    assert page.locator("form.suchen").is_visible()
    assert page.evaluate(SHIFTS) == 0
    page.context.close()


def test_all_places_are_there_without_any_script(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/", 360, "light", script=False)
    assert page.locator(".suchbeispiele").bounding_box() is None
    page.locator(".orte-alle summary").click()
    with page.expect_navigation():
        page.locator(".orte-alle").get_by_text("Musterstadt", exact=True).click()
    assert page.url == address + "/kommunen/musterstadt/"
    page.context.close()


def test_an_area_of_the_map_leads_to_its_kommune(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/", 1280, "light")
    with page.expect_navigation():
        page.locator('.karte a[href="kommunen/suederentwurf/"] path').click()
    assert page.url == address + "/kommunen/suederentwurf/"
    page.context.close()


def test_the_keyboard_never_stops_on_the_map(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/", 1280, "light")
    page.locator(".auftakt-karte .dachzeile a").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Als Tabelle"
    page.context.close()


def test_the_page_is_light(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/", 1280, "light")
    asked = [page.request.get(url).body() for url in dict.fromkeys(page.asked)]  # type: ignore[attr-defined]
    assert sum(len(compress(body)) for body in asked) < MOST_BYTES
    page.context.close()


def test_the_first_screen_says_what_this_is(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/", 1280, "light")
    for part in ("h1", "form.suchen", ".auftakt .kernsatz", "svg.karte", ".auftakt .orte-gross"):
        box = page.locator(part).first.bounding_box()
        assert box is not None and box["y"] + box["height"] <= 800, part
    page.context.close()


@pytest.mark.parametrize(("width", "height", "screens"), [(1280, 800, 4), (360, 740, 8)])
def test_the_page_is_short(
    browser: Browser, address: str, width: int, height: int, screens: int
) -> None:
    page = opened(browser, address + "/", width, "light")
    assert page.evaluate("document.documentElement.scrollHeight") <= screens * height
    page.context.close()


def test_what_is_decided_and_not_begun_is_one_click_away(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/", 1280, "light", script=False)
    with page.expect_navigation():
        page.get_by_role("link", name="Beschlossen, Anfang nicht belegt").click()
    assert page.url == address + "/umsetzung/#nicht-begonnen"
    assert page.locator("#nicht-begonnen").count() == 1
    page.context.close()
