"""Pages on paper: chromium's own PDF says on which sheet, and how high, each heading stands."""

import re
from collections.abc import Iterator

import pytest
from looking import opened
from playwright.sync_api import Browser, Page

PAGES = (
    "/",
    "/sozialbericht/wahlbeteiligung/",
    "/sozialbericht/bevoelkerung/",
    "/umsetzung/",
    "/handlungsempfehlungen/",
    "/handlungsfelder/wohnen/",
    "/glossar/",
)
EDITION = "/fokus/2025/druck/"
MILLIMETRE = 72 / 25.4
FOOT = 27 * MILLIMETRE  # margin of the sheet and the lines of the foot, from the bottom edge
ROOM = 12 * MILLIMETRE  # a heading and the first line of what it heads
HEAD = 16 * MILLIMETRE
FILLED = 15 * MILLIMETRE
PLACE = re.compile(rb"/Dest \[(\d+) 0 R /XYZ [\d.-]+ ([\d.-]+) ")
SHEET = re.compile(rb"(\d+) 0 obj\s*<</Type /Page\b")
SIZE = re.compile(rb"/MediaBox \[0 0 [\d.]+ ([\d.]+)\]")
# The last thing that is said gets a name the outline holds; it takes no room.
END = """() => {
  const end = document.createElement('h6');
  end.textContent = 'Ende';
  end.style.cssText = 'font-size: 1px; line-height: 1px; margin: 0;';
  document.querySelector('main').append(end);
  return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((one) => one.checkVisibility() && one.textContent.trim()).length;
}"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll('main *, .fuss *')]
  .filter((one) => !one.closest('svg') && !one.closest('.nur-vorgelesen')
    && [...one.childNodes].some((text) => text.nodeType === 3 && text.data.trim())
    && one.getClientRects().length)
  .map((one) => parseFloat(getComputedStyle(one).fontSize) * 72 / 96))"""
UNSEEN = """() => [...document.querySelectorAll('main img')]
  .filter((one) => !one.complete || !one.naturalWidth).map((one) => one.src)"""
CONTROLS = "button:not(.sortierer), select, input, textarea, .menue, .wahl, .reiter"


@pytest.fixture
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = opened(browser, address + request.param, 1280, "light")
    yield page
    page.context.close()


def outline(page: Page) -> tuple[list[tuple[int, float]], int, float]:
    """Return sheet and height of each heading, how many sheets there are, and how tall one is."""
    pdf = page.pdf(prefer_css_page_size=True, outline=True, tagged=True)
    sheets = sorted(int(one) for one in SHEET.findall(pdf))
    height = SIZE.search(pdf)
    assert height is not None
    places = [(sheets.index(int(one)), float(up)) for one, up in PLACE.findall(pdf)]
    return places, len(sheets), float(height[1])


@pytest.mark.parametrize("page", (*PAGES, EDITION), indirect=True)
def test_no_heading_ends_a_sheet_and_no_sheet_holds_only_the_foot(page: Page) -> None:
    page.emulate_media(media="print")
    wanted = page.evaluate(END)
    places, sheets, height = outline(page)
    assert len(places) >= wanted > 1
    ends = max(places, key=lambda place: (place[0], -place[1]))
    low = [place for place in places if place != ends and place[1] < FOOT + ROOM]
    assert low == []
    assert ends[0] == sheets - 1, "the last sheet holds only the foot"
    assert ends[1] < height - HEAD - FILLED, "the last sheet holds only a line"


@pytest.mark.parametrize("page", PAGES, indirect=True)
def test_paper_has_no_controls_and_letters_of_eight_points(page: Page) -> None:
    page.emulate_media(media="print")
    assert [one for one in page.locator(CONTROLS).all() if one.is_visible()] == []
    assert page.evaluate(SMALLEST) > 7.95
    assert page.locator(".fuss .nur-druck").is_visible()  # where it comes from


@pytest.mark.parametrize("page", [EDITION], indirect=True)
def test_an_edition_on_paper_has_its_title_on_each_sheet_and_all_its_pictures(page: Page) -> None:
    page.emulate_media(media="print")
    assert [one for one in page.locator(CONTROLS).all() if one.is_visible()] == []
    assert page.evaluate(SMALLEST) > 7.95
    assert page.evaluate(UNSEEN) == []
    assert page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--lauf')"
    ) == ('"Fokus 2025 · Kreis Muster"')
    _, sheets, _ = outline(page)
    assert sheets <= 30
