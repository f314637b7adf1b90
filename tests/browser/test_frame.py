"""The frame of each page in Chromium: a head of one line, a menu without script, a short foot."""

import pytest
from looking import opened
from playwright.sync_api import Browser, Page

PAGE = "/kommunen/musterstadt/"
FOCUSED = "document.activeElement.textContent.trim()"


def height(page: Page, selector: str) -> float:
    """Return how tall an element is."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["height"]


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280])
def test_the_head_is_one_line(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address + PAGE, width, "light")
    assert height(page, ".dach > div") <= 72
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_the_menu_stands_in_the_head_where_it_fits(browser: Browser, address: str) -> None:
    page = opened(browser, address + PAGE, 1024, "light")
    assert not page.locator(".menue-knopf").is_visible()
    tops = {one.bounding_box()["y"] for one in page.locator(".menue a").all()}  # type: ignore[index]
    assert len(tops) == 1
    page.context.close()


@pytest.mark.parametrize("script", [True, False])
def test_the_menu_opens_by_mouse_without_any_script(
    browser: Browser, address: str, script: bool
) -> None:
    page = opened(browser, address + PAGE, 360, "light", script=script)
    assert not page.locator(".menue").is_visible()
    page.locator(".menue-knopf").click()
    assert page.locator(".menue a").count() == 6
    assert all(height(page, f".menue li:nth-child({n}) a") >= 44 for n in range(1, 7))
    with page.expect_navigation():
        page.get_by_role("link", name="Was wurde daraus?").first.click()
    assert page.url == address + "/umsetzung/"
    page.context.close()


def test_the_menu_opens_and_closes_by_keyboard(browser: Browser, address: str) -> None:
    page = opened(browser, address + PAGE, 360, "light")
    for _ in range(3):  # skip link, mark, button
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Mein Ort"
    page.keyboard.press("Escape")
    assert not page.locator(".menue").is_visible()
    assert page.evaluate(FOCUSED) == "Menü"
    page.context.close()


def test_at_400_percent_the_whole_menu_can_be_reached(browser: Browser, address: str) -> None:
    page = opened(browser, address + PAGE, 320, "light")
    page.set_viewport_size({"width": 320, "height": 225})
    page.locator(".menue-knopf").click()
    last = page.locator(".menue a").last
    last.scroll_into_view_if_needed()
    box = last.bounding_box()
    assert box is not None and box["y"] + box["height"] <= 225
    page.context.close()


def test_a_browser_that_knows_no_popover_shows_the_menu(browser: Browser, address: str) -> None:
    page = opened(browser, address + PAGE, 360, "light")
    # What such a browser does: it passes over the rules that ask for it, and over the attribute.
    page.evaluate(
        """() => { for (const sheet of document.styleSheets)
             for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1)
               if (sheet.cssRules[at].conditionText?.includes(":popover-open"))
                 sheet.deleteRule(at);
             document.querySelector(".menue").removeAttribute("popover"); }"""
    )
    assert page.locator(".menue").is_visible() and not page.locator(".menue-knopf").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.close()


@pytest.mark.parametrize(("width", "most"), [(1280, 0.35 * 800), (360, 0.9 * 740)])
def test_the_foot_is_short(browser: Browser, address: str, width: int, most: float) -> None:
    page = opened(browser, address + PAGE, width, "light")
    assert height(page, ".fuss") <= most
    low = page.locator(".fuss a").evaluate_all(
        "(links) => links.filter((one) => one.getBoundingClientRect().height < 24).length"
    )
    assert low == 0
    page.context.close()


def test_the_short_notice_stands_on_phones_and_leads_on(browser: Browser, address: str) -> None:
    page = opened(browser, address + PAGE, 360, "light")
    assert height(page, ".leiste-hinweis") < 40
    assert page.locator(".hinweis-kurz").is_visible()
    assert not page.locator(".hinweis-ganz").is_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.locator(".hinweis-ganz").is_visible()
    with page.expect_navigation():
        page.get_by_role("link", name="Was das heißt").click()
    assert page.url == address + "/impressum/"
    page.context.close()


def test_rings_of_focus_hide_no_words_beside_them(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/fokus/2025/", 1280, "light")
    reach = page.locator("main p a, main li a, main td a, main dd a").evaluate_all(
        """(links) => links.filter((one) => one.checkVisibility()).slice(0, 60).map((one) => {
             one.focus();
             const style = getComputedStyle(one);
             return parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset); })"""
    )
    assert reach and max(reach) <= 3
    page.context.close()
