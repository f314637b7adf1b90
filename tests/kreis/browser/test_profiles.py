"""Profiles in a real Chromium: finding one's place by keyboard, the map aside, and on paper."""

import re

import pytest
from gates.seen import axe
from looking import opened
from playwright.sync_api import Browser

FOUND = (
    ("hoern", "brande-hoernerkirchen"),
    ("Hörner", "brande-hoernerkirchen"),
    ("ütersen", "uetersen"),
    ("gross nord", "gross-nordende"),
    ("sparries", "klein-offenseth-sparrieshoop"),
)
# The fullest and the emptiest sheets; the county needs a third for its own figures.
SHEETS = (
    ("/kommunen/appen/", 2),
    ("/kommunen/elmshorn/", 2),
    ("/kommunen/gross-offenseth-aspern/", 2),
    ("/kommunen/helgoland/", 2),
    ("/kommunen/uetersen/", 2),
    ("/raeume/elmshorn/", 2),
    ("/raeume/helgoland/", 2),
    ("/raeume/uetersen-tornesch/", 2),
    ("/raeume/kreis/", 3),
)


@pytest.mark.parametrize("typed, slug", FOUND)
def test_typing_a_part_of_a_name_leads_there(
    browser: Browser, address: str, typed: str, slug: str
) -> None:
    page = opened(browser, address + "/kommunen/", 360, "light")
    page.get_by_role("combobox").fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/kommunen/{slug}/")
    page.context.close()


def test_the_list_is_walked_by_arrows_and_left_by_escape(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/kommunen/", 1280, "dark")
    field = page.get_by_role("combobox")
    field.fill("el")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert (chosen.inner_text(), axe(page)) == ("Ellerbek", [])
    field.press("ArrowDown")
    assert chosen.inner_text() == "Ellerhoop"
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "el"
    page.context.close()


def test_a_place_that_is_not_there_is_said(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/kommunen/", 360, "light")
    page.get_by_role("combobox").fill("Hamburg")
    page.keyboard.press("Enter")
    assert page.locator("#ortswahl-stand").inner_text().startswith("Kein Ort in der Liste")
    assert page.url == address + "/kommunen/"
    page.context.close()


def test_the_map_is_no_tab_stop_but_a_way(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/kommunen/", 1280, "light")
    assert page.locator(".karte a:not([tabindex='-1'])").count() == 0
    page.locator(".karte a").filter(has_text="Quickborn").locator("path").click()
    page.wait_for_url(f"{address}/kommunen/quickborn/")
    page.context.close()


@pytest.mark.parametrize("path, sheets", SHEETS)
def test_a_profile_fits_on_its_sheets(
    browser: Browser, address: str, path: str, sheets: int
) -> None:
    page = opened(browser, address + path, 1280, "light")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == sheets
    page.context.close()
