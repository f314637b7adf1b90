"""The journey of an edition in Chromium: what is read is marked, pictures change, nothing jumps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from editions.journeys import with_pictures, write_journey
from editions.sample import ausgabe, chapters
from looking import opened
from playwright.sync_api import Browser, Page
from support import loaded, small_county

from fokusbericht.building.preview import serving

SHOWN = """[...document.querySelectorAll(".wechsel .bild")].map(
  (one) => Number(getComputedStyle(one).opacity))"""
LOADED = "[...document.images].every((one) => one.complete && one.naturalWidth > 0)"
CURRENT = """[...document.querySelectorAll(".inhalt a[aria-current]")].map(
  (one) => one.textContent)"""
SHIFTS = """window.shifts = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => { shifts += one.value; }))
  .observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve an edition with a chapter of three pictures."""
    folder = tmp_path_factory.mktemp("reise")
    first, *others = chapters()
    edition = ausgabe(chapters=(first, with_pictures(3, (1, 2, 4)), *others[:4], *others[6:]))
    write_journey(loaded(small_county(folder))[0], folder / "site", edition)
    with serving(Path(folder / "site"), 0) as address:
        yield f"{address}/fokus/2025/"


def becomes(page: Page, asked: str, wanted: object) -> bool:
    """Say whether a page comes to answer so; its policy lets nobody wait inside of it."""
    for _ in range(60):
        if page.evaluate(asked) == wanted:
            return True
        page.wait_for_timeout(50)
    return False


def read(page: Page, selector: str, number: int = 0) -> None:
    """Scroll until a part of the page stands where one reads."""
    page.locator(selector).nth(number).evaluate(
        "(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - innerHeight / 4)"
    )


def test_contents_mark_where_one_reads(browser: Browser, journey: str) -> None:
    page = opened(browser, journey, 1280, "light")
    read(page, "#ausgabe-saetze")
    assert becomes(page, CURRENT, ["Das Jahr in fünf Sätzen"])
    read(page, "#wohnen")
    assert becomes(page, CURRENT, ["Wohnen"])
    box = page.locator(".inhalt").bounding_box()
    assert box is not None and box["y"] >= 0  # they follow
    page.context.close()


def test_the_picture_changes_with_the_text(browser: Browser, journey: str) -> None:
    page = opened(browser, journey, 1280, "light")
    for number in (0, 1, 2, 1):
        read(page, ".wechsel .schritt", number)
        assert becomes(page, SHOWN, [int(one == number) for one in range(3)])
    tops = page.locator(".wechsel .bild").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().top)"
    )
    assert len(set(tops)) == 1 and 0 <= tops[0] < 100
    page.context.close()


def test_who_goes_by_keyboard_sees_the_picture_of_where_they_are(
    browser: Browser, journey: str
) -> None:
    page = opened(browser, journey, 1280, "light")
    page.locator(".wechsel .schritt").nth(2).locator("summary").focus()
    assert becomes(page, SHOWN, [0, 0, 1])
    page.context.close()


def test_who_wants_no_motion_sees_none(browser: Browser, journey: str) -> None:
    page = opened(browser, journey, 1280, "light")  # asks for less motion
    assert page.locator(".wechsel .bild").first.evaluate(
        "(one) => getComputedStyle(one).transitionDuration"
    ) in ("0s", "")
    page.set_viewport_size({"width": 360, "height": 740})
    assert not page.locator(".fortschritt").is_visible()
    page.context.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_without_script_each_picture_stands_by_its_text(
    browser: Browser, journey: str, width: int
) -> None:
    page = opened(browser, journey, width, "light", script=False)
    assert page.evaluate(SHOWN) == [1, 1, 1]
    for number in range(3):
        step = page.locator(".wechsel .schritt").nth(number)
        words, picture = step.locator(".worte").bounding_box(), step.locator("img").bounding_box()
        assert words is not None and picture is not None
        beside = picture["x"] > words["x"] + words["width"] / 2
        assert beside if width == 1280 else picture["y"] >= words["y"] + words["height"]
        assert picture["height"] > 100
    page.context.close()


@pytest.mark.parametrize("width", [1280, 768, 360])
@pytest.mark.parametrize("anchor", ["", "#wohnen", "#finanzen"])
def test_nothing_jumps(browser: Browser, journey: str, width: int, anchor: str) -> None:
    page = opened(browser, "about:blank", width, "light")
    page.add_init_script(SHIFTS)
    page.goto(journey + anchor)
    for _ in range(20):
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(20)
    assert page.evaluate("shifts") < 0.001
    page.context.close()


def test_on_phones_the_contents_stay_in_reach_and_close_behind_who_chose(
    browser: Browser, journey: str
) -> None:
    page = opened(browser, journey, 360, "light")
    read(page, "#wohnen")
    assert becomes(page, CURRENT, ["Wohnen"])
    summary = page.locator(".inhalt summary")
    assert summary.inner_text().split() == ["Inhalt", "Wohnen"]
    summary.click()
    page.get_by_role("link", name="Finanzen").first.click()
    assert not page.locator(".inhalt ul").first.is_visible()
    heading, bar = page.locator("#finanzen").bounding_box(), summary.bounding_box()
    assert heading is not None and bar is not None
    assert heading["y"] >= bar["y"] + bar["height"]  # nothing covers it
    page.context.close()


def test_at_400_percent_no_bar_takes_the_room(browser: Browser, journey: str) -> None:
    page = opened(browser, journey, 320, "light")
    page.set_viewport_size({"width": 320, "height": 225})
    read(page, "#wohnen")
    box = page.locator(".inhalt summary").bounding_box()
    assert box is not None and box["y"] + box["height"] < 0
    page.context.close()


def test_on_paper_all_pictures_are_there(browser: Browser, journey: str) -> None:
    page = opened(browser, journey, 1280, "light")
    read(page, ".wechsel .schritt", 1)
    assert becomes(page, SHOWN, [0, 1, 0])
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN) == [1, 1, 1]
    assert becomes(page, LOADED, True)
    assert not page.locator(".reise-inhalt").is_visible()
    page.context.close()
