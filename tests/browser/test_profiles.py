"""Profiles in a real Chromium: finding one's place by keyboard, the map aside, and on paper."""

import re
from itertools import pairwise

import pytest
from gates.seen import axe
from looking import opened
from playwright.sync_api import Browser, Page, Route

FOUND = (
    ("lueckenb", "lueckenbuell"),
    ("Lücken", "lueckenbuell"),
    ("üterskl", "kladdenstedt"),
    ("gross skiz", "skizzenbek"),
    ("sparries", "platzhalterdorf"),
)
# Names as there are in some counties.
RENAMED = {
    "Kladdenstedt": "Ueterskladden",
    "Skizzenbek": "Groß Skizzenbek",
    "Platzhalterdorf": "Klein Platzhalter-Sparrieshoop",
}
# The fullest and the emptiest places, and the county.
PLACES = (
    "/kommunen/fiktum/",
    "/kommunen/formularhagen/",
    "/kommunen/musterstadt/",
    "/kommunen/norderbeispiel/",
    "/raeume/fiktum/",
    "/raeume/kreis/",
    "/raeume/suederentwurf/",
)


def rename(route: Route) -> None:
    """Answer with the page, but for some of its names."""
    response = route.fetch()
    text = response.text().replace("\u00ad", "")
    for old, new in RENAMED.items():
        assert f">{old}</a>" in text
        text = text.replace(f">{old}</a>", f">{new}</a>")
    route.fulfill(response=response, body=text)


def sheets(page: Page) -> int:
    """Return how many sheets a page is printed on."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("typed, slug", FOUND)
def test_typing_a_part_of_a_name_leads_there(
    browser: Browser, address: str, typed: str, slug: str
) -> None:
    page = opened(browser, "about:blank", 360, "light")
    page.route(f"{address}/kommunen/", rename)
    page.goto(address + "/kommunen/")
    page.get_by_role("combobox").fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/kommunen/{slug}/")
    page.context.close()


def test_the_list_is_walked_by_arrows_and_left_by_escape(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/kommunen/", 1280, "dark")
    field = page.get_by_role("combobox")
    field.fill("be")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert (chosen.inner_text(), axe(page)) == ("Beispielhausen", [])
    field.press("ArrowDown")
    assert chosen.inner_text() == "Norderbeispiel"
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "be"
    page.context.close()


def test_a_place_that_is_not_there_is_said(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/kommunen/", 360, "light")
    page.get_by_role("combobox").fill("Nirgendwo")
    page.keyboard.press("Enter")
    assert page.locator("#ortswahl-stand").inner_text().startswith("Kein Ort in der Liste")
    assert page.url == address + "/kommunen/"
    page.context.close()


def test_the_map_is_no_tab_stop_but_a_way(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/kommunen/", 1280, "light")
    assert page.locator(".karte a:not([tabindex='-1'])").count() == 0
    page.locator(".karte a").filter(has_text="Süderentwurf").locator("path").click()
    page.wait_for_url(f"{address}/kommunen/suederentwurf/")
    page.context.close()


@pytest.mark.parametrize("slug", ["musterstadt", "fiktum", "lueckenbuell"])
def test_what_differs_and_the_key_figures_are_on_the_first_screen(
    browser: Browser, address: str, slug: str
) -> None:
    page = opened(browser, f"{address}/kommunen/{slug}/", 1280, "light")
    for part in (".anders li", ".anders .unter-gleichen[height]", ".kurzzahlen li"):
        found = page.locator(part)
        box = found.last.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800
    page.context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_letters_of_strips_keep_apart_and_within(
    browser: Browser, address: str, width: int
) -> None:
    page = opened(browser, f"{address}/kommunen/lueckenbuell/", width, "light")
    strips = page.locator(".anders .unter-gleichen[height]")
    for strip in strips.all():
        boxes = [one.bounding_box() for one in strip.locator("text").all()]
        found = [box for box in boxes if box is not None]
        frame = strip.bounding_box()
        assert frame is not None and len(found) >= 2
        for box in found:
            assert frame["x"] - 2 <= box["x"]
            assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 2
        rows = sorted((round(box["y"] / 9), box["x"], box["width"]) for box in found)
        for one, other in pairwise(rows):
            assert one[0] != other[0] or one[1] + one[2] <= other[1]
    page.context.close()


def test_how_figures_are_chosen_is_folded_and_found_by_its_link(
    browser: Browser, address: str
) -> None:
    page = opened(browser, f"{address}/kommunen/musterstadt/", 360, "light")
    rule = page.get_by_text("Gezeigt wird, wo Musterstadt am weitesten")
    assert not rule.is_visible()
    page.get_by_role("link", name="Wie ausgewählt wird").click()
    assert rule.is_visible()
    page.context.close()


@pytest.mark.parametrize("path", PLACES)
def test_a_place_fills_one_sheet_and_its_figures_follow(
    browser: Browser, address: str, path: str
) -> None:
    page = opened(browser, address + path, 1280, "light")
    assert sheets(page) == 2  # all figures are on the website; paper has the telling ones
    page.evaluate("document.querySelectorAll('.datenblatt').forEach((one) => one.remove())")
    assert sheets(page) == 1
    page.context.close()
