"""The page of an indicator as readers use it: a picture of several, folds, one table of all."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from looking import opened
from playwright.sync_api import Browser, Page, expect

PAGE = "/sozialbericht/wahlbeteiligung/"
PANELS = ("karte", "verlauf", "rangfolge", "verteilung")
NAMES = ["Karte", "Verlauf", "Rangfolge", "Verteilung"]
FOLDS = ("methode", "mitnehmen", "verwandt")


@contextmanager
def without_script(browser: Browser, address: str, width: int = 1280) -> Iterator[Page]:
    """Open an address where no script runs."""
    page = browser.new_page(
        viewport={"width": width, "height": 740}, java_script_enabled=False, locale="de-DE"
    )
    page.goto(address)
    yield page
    page.close()


def seen(page: Page) -> list[str]:
    return [one for one in PANELS if page.locator(f"#{one}").is_visible()]


def chosen(page: Page) -> list[str]:
    return page.locator("[role=tab][aria-selected=true]").all_inner_texts()


def test_the_switch_by_mouse_tells_and_keeps_what_is_chosen(browser: Browser, address: str) -> None:
    page = opened(browser, address + PAGE, 1280, "light")
    assert page.get_by_role("tablist", name="Bild wählen").get_by_role("tab").all_inner_texts() == (
        NAMES
    )
    assert (seen(page), chosen(page)) == (["karte"], ["Karte"])
    asked = [url for url in page.asked if url.endswith("rangfolge.svg")]  # type: ignore[attr-defined]
    assert asked == []  # what is not shown costs nothing
    page.get_by_role("tab", name="Rangfolge").click()
    assert (seen(page), chosen(page)) == (["rangfolge"], ["Rangfolge"])
    page.get_by_role("tab", name="Rangfolge").click()  # nothing closes
    assert seen(page) == ["rangfolge"]
    assert page.get_by_role("tabpanel", name="Rangfolge").is_visible()
    page.reload()
    assert (seen(page), chosen(page)) == (["rangfolge"], ["Rangfolge"])
    assert page.said == []  # type: ignore[attr-defined]


def test_the_switch_by_keyboard(browser: Browser, address: str) -> None:
    page = opened(browser, address + PAGE, 360, "dark")
    tab = page.get_by_role("tab", name="Karte")
    tab.focus()
    for key, name in (
        ("ArrowRight", "Verlauf"),
        ("End", "Verteilung"),
        ("ArrowRight", "Karte"),
        ("ArrowLeft", "Verteilung"),
        ("Home", "Karte"),
        ("Enter", "Karte"),
    ):
        page.keyboard.press(key)
        assert (chosen(page), seen(page)) == ([name], [name.lower()])
        expect(page.get_by_role("tab", name=name)).to_be_focused()
    page.keyboard.press("Tab")  # the row of tabs is one stop
    assert page.evaluate("document.activeElement.role") != "tab"
    sizes = [one.bounding_box() for one in page.get_by_role("tab").all()]
    assert all(one and min(one["width"], one["height"]) >= 24 for one in sizes)
    assert len({one["y"] for one in sizes if one}) == 1  # one row, also on a phone


@pytest.mark.parametrize("name", PANELS)
@pytest.mark.parametrize("scripted", [True, False])
def test_an_address_opens_the_picture_it_names(
    browser: Browser, address: str, name: str, scripted: bool
) -> None:
    if scripted:
        page = opened(browser, f"{address}{PAGE}#{name}", 1280, "light")
        assert chosen(page) == [name.capitalize()]
        assert seen(page) == [name]
        return
    with without_script(browser, f"{address}{PAGE}#{name}") as page:
        assert seen(page) == [name]


@pytest.mark.parametrize("name", FOLDS)
@pytest.mark.parametrize("scripted", [True, False])
def test_an_address_opens_the_fold_it_names(
    browser: Browser, address: str, name: str, scripted: bool
) -> None:
    page = browser.new_page(java_script_enabled=scripted)
    page.goto(address + PAGE)
    assert not page.locator(f"#{name}").is_visible()
    page.goto(f"{address}{PAGE}#{name}")
    assert page.locator(f"#{name}").is_visible()
    page.close()


def test_without_script_the_best_picture_is_there_and_the_others_a_row(
    browser: Browser, address: str
) -> None:
    for width in (360, 1280):
        with without_script(browser, address + PAGE, width) as page:
            assert seen(page) == ["karte"]
            others = [page.locator("summary", has_text=name).first for name in NAMES[1:]]
            tops = [box["y"] for one in others if (box := one.bounding_box())]
            assert len(set(tops)) == 1 and len(tops) == 3
            assert max(tops) < (page.locator("#karte").bounding_box() or {"y": 0})["y"]
            others[0].press("Enter")
            assert seen(page) == ["verlauf"]
            assert page.locator("[role=tab]").count() == 0


def test_what_is_folded_is_found_by_its_words(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}{PAGE}#:~:text=So%20sieht%20es%20aus", 1280, "light")
    expect(page.locator("#mitnehmen")).to_be_visible()
    # What the browser's own search opens tells the row of tabs, too.
    page.evaluate("document.querySelector('#verteilung').closest('details').open = true")
    expect(page.get_by_role("tab", name="Verteilung")).to_have_attribute("aria-selected", "true")
    assert seen(page) == ["verteilung"]


def test_paper_holds_picture_table_and_method_and_no_controls(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address + PAGE, 1280, "light")
    page.emulate_media(media="print")
    assert seen(page) == ["karte"]
    assert not page.get_by_role("tablist").is_visible()
    box = page.locator("#tabelle + .tabelle")
    assert box.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    assert page.locator("#methode").is_visible()
    assert not page.locator("#mitnehmen").is_visible()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_moved_sideways_but_the_table_whose_head_and_names_stay(
    browser: Browser, address: str, width: int
) -> None:
    page = opened(browser, address + PAGE, width, "light")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    box = page.locator("#tabelle + .tabelle")
    assert box.get_attribute("tabindex") == "0"
    name, head = box.locator("tbody th").first, box.locator("thead th").nth(1)
    before = name.bounding_box(), head.bounding_box()
    box.evaluate("one => one.scrollTo(200, 400)")
    after = name.bounding_box(), head.bounding_box()
    assert before[0] and after[0] and after[0]["x"] == before[0]["x"]
    assert before[1] and after[1] and after[1]["y"] == before[1]["y"]


def test_the_county_stays_above_whatever_is_sorted(browser: Browser, address: str) -> None:
    page = opened(browser, address + PAGE, 1280, "light")
    box = page.locator("#tabelle + .tabelle")
    first = box.locator("tbody.fest th").all_inner_texts()
    ranked = box.locator("tbody").last.locator("th").all_inner_texts()
    box.get_by_role("button", name="Kommune").click()
    assert box.locator("tbody.fest th").all_inner_texts() == first
    assert box.locator("tbody th").first.inner_text() == "Kreis Muster"
    assert box.locator("tbody").last.locator("th").all_inner_texts() != ranked
