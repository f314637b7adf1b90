"""A term in a text: its card opens and closes without any script, by mouse, finger and keyboard."""

import pytest
from looking import opened
from playwright.sync_api import Browser, Page

PAGE = "/handlungsfelder/mobilitaet/"


def first(page: Page) -> tuple[str, str]:
    """Return what opens the first card of a page, and the card."""
    name = page.locator(".begriff button").first.get_attribute("popovertarget")
    return f'[popovertarget="{name}"]', f"#{name}"


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_click_opens_the_card_within_the_window(
    browser: Browser, address: str, width: int
) -> None:
    page = opened(browser, address + PAGE, width, "light", script=False)
    button, card = first(page)
    assert not page.locator(card).is_visible()
    page.locator(button).click()
    box = page.locator(card).bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
    assert box["y"] >= 0 and box["y"] + box["height"] <= 900
    page.mouse.click(2, 2)
    assert not page.locator(card).is_visible()
    page.context.close()


def test_the_keyboard_opens_reads_on_and_closes(browser: Browser, address: str) -> None:
    page = opened(browser, address + PAGE, 1280, "light")
    button, card = first(page)
    page.locator(button).focus()
    page.keyboard.press("Enter")
    assert page.locator(card).is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Mehr im Glossar"
    page.keyboard.press("Escape")
    assert not page.locator(card).is_visible()
    assert page.locator(button).evaluate("(one) => one === document.activeElement")
    page.context.close()


def test_the_button_lies_over_its_word(browser: Browser, address: str) -> None:
    page = opened(browser, address + PAGE, 360, "light")
    for one in page.locator(".begriff").all():
        word, button = one.locator("a").bounding_box(), one.locator("button").bounding_box()
        assert word and button
        assert abs(word["x"] - button["x"]) < 6 and abs(word["width"] - button["width"]) < 10
        assert button["height"] >= 24
    page.context.close()


def test_without_popovers_and_on_paper_the_word_is_a_link(browser: Browser, address: str) -> None:
    page = opened(browser, address + PAGE, 360, "light")
    page.emulate_media(media="print")
    button, card = first(page)
    assert not page.locator(button).is_visible() and not page.locator(card).is_visible()
    page.emulate_media(media="screen")
    page.evaluate(
        """() => { for (const sheet of document.styleSheets)
             for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1)
               if (sheet.cssRules[at].conditionText?.includes(":popover-open"))
                 sheet.deleteRule(at);
             for (const one of document.querySelectorAll("[popover]"))
               one.removeAttribute("popover"); }"""
    )
    assert not page.locator(button).is_visible() and not page.locator(card).is_visible()
    page.locator(".begriff a").first.click()
    assert "/glossar/#" in page.url
    page.context.close()
