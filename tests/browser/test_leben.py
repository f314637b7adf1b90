"""Life and thread of a recommendation in a real Chromium: a drawing a width, each link once."""

import pytest
from gates.seen import axe
from looking import opened
from playwright.sync_api import Browser, Page

MEMBERS = ("2018-01", "2019-05", "2020-02", "2021-06")


def shown(page: Page) -> list[str]:
    """Return which of the drawings are seen."""
    names = ("leben-bild", "faden", "faden-schmal")
    return [name for name in names if page.locator(f"svg.{name}").is_visible()]


@pytest.mark.parametrize("width, drawn", ((360, ["faden-schmal"]), (1280, ["leben-bild", "faden"])))
def test_each_width_has_its_drawing(
    browser: Browser, address: str, width: int, drawn: list[str]
) -> None:
    page = opened(browser, address + "/handlungsempfehlungen/2023-01/", width, "dark", script=False)
    assert shown(page) == drawn
    assert page.locator("ol.leben").is_visible() and page.locator(".faden-liste").is_visible()
    page.context.close()


def test_the_thread_is_walked_by_keyboard_each_link_once(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/handlungsempfehlungen/2023-01/", 1280, "light")
    links = page.locator(".faden-bild a, .faden-liste a")
    assert [one.inner_text()[:7] for one in links.all()] == [*MEMBERS]
    links.first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("2019-05")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2019-05/")
    assert page.locator(".faden-liste .hier").inner_text().startswith("2019-05")
    page.context.close()


def test_drawings_have_names(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/handlungsempfehlungen/2019-06/", 1280, "light")
    thread = page.get_by_role("img", name="Der Faden durch die Jahre")
    assert thread.count() == 1  # the narrow one is not heard twice
    assert page.get_by_role("img", name="Bevölkerungsdichte, Verlauf").is_visible()
    assert axe(page) == []
    page.context.close()


def test_on_paper_the_wide_drawings_stand(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/handlungsempfehlungen/2023-01/", 360, "light")
    page.emulate_media(media="print")
    assert shown(page) == ["leben-bild", "faden"]
    page.context.close()


def test_marks_of_sources_can_be_hit(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/handlungsempfehlungen/2022-01/", 360, "light")
    boxes = [one.bounding_box() for one in page.locator(".belege a").all()]
    assert boxes and all(box and min(box["width"], box["height"]) >= 24 for box in boxes)
    page.context.close()


def test_signs_of_lanes_stay_apart_in_own_colours(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/umsetzung/", 1280, "light")
    page.emulate_media(forced_colors="active")
    script = "(all) => all.map((one) => getComputedStyle(one).fill)"
    for place in (".bahn-legende", ".verfolgt"):
        done, asked, due, late = (
            page.locator(f"{place} .zeichen.{name}").first.evaluate_all(script)[0]
            for name in ("beschlossen", "beraten", "faellig", "ueberfaellig")
        )
        assert done == late and asked == due and done != due
    page.context.close()
