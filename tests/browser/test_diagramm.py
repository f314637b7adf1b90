"""Living charts in a real Chromium: loaded when asked for, German, to be left again."""

import re
from gzip import compress
from urllib.parse import urljoin

import pytest
from gates.seen import axe
from looking import opened
from playwright.sync_api import Browser, Page, Route, expect

COURSE = "/sozialbericht/wahlbeteiligung/#verlauf"
OPEN, BACK = "Interaktiv ansehen", "Zurück zum Bild"


def alive(page: Page) -> None:
    """Ask for the first chart of the page and wait for it."""
    button = page.get_by_role("button", name=OPEN).first
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".diagramm svg", timeout=60_000)
    page.get_by_role("button", name=BACK).first.wait_for()


@pytest.mark.parametrize("width, scheme", [(360, "dark"), (1280, "light")])
def test_a_chart_comes_alive_and_goes_back(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    page = opened(browser, address + COURSE, width, scheme)
    assert not [url for url in page.asked if "vega" in url]  # type: ignore[attr-defined]
    alive(page)
    assert page.evaluate("document.activeElement.textContent") == BACK
    status = page.locator(".diagramm-leiste [role=status]").first
    assert status.text_content() == (
        "Zeigen oder tippen Sie in das Diagramm, oder wählen Sie einen Namen."
    )
    chart = page.locator("#verlauf .diagramm")
    assert chart.is_visible() and not page.locator("picture[data-interactive]").first.is_visible()
    colours = page.locator(".diagramm").first.inner_html()
    assert ("#fbfaf6" if scheme == "dark" else "#12191b") not in colours
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert axe(page) == []
    page.get_by_role("button", name=BACK).first.click()
    assert page.locator(".diagramm").count() == 0
    assert page.locator("picture[data-interactive]").first.is_visible()
    strangers = [url for url in page.asked if not url.startswith((address, "data:"))]  # type: ignore[attr-defined]
    assert page.said == [] and strangers == []  # type: ignore[attr-defined]


def test_pointing_and_choosing_tell_values_in_german(browser: Browser, address: str) -> None:
    page = opened(browser, address + COURSE, 1280, "light")
    alive(page)
    chart = page.locator(".diagramm").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.5)
    note = page.locator(".diagramm-zettel")
    note.wait_for()
    text = note.text_content() or ""
    name, _, value = text.partition(": ")
    assert value.endswith(")") and "\u202f%" in value and "," in value
    page.keyboard.press("Escape")
    assert note.is_hidden()
    choice = page.get_by_role("combobox", name="Hervorheben").first
    choice.select_option(label=name)
    status = page.locator(".diagramm-leiste [role=status]").first
    expect(status).to_have_text(re.compile(rf"^{re.escape(name)}: "))
    faint = page.locator('.diagramm svg text[opacity="0.2"]').all_text_contents()
    assert faint and not [one for one in faint if one.startswith(name)]


def test_the_button_says_what_it_loads_until_that_is_there(browser: Browser, address: str) -> None:
    page = opened(browser, address + COURSE, 1280, "light")
    picture = page.locator("#verlauf picture[data-interactive]")
    loaded = [
        page.request.get(urljoin(page.url, picture.get_attribute(name) or "")).body()
        for name in ("data-vega", "data-interactive")
    ]
    button = page.locator("#verlauf .diagramm-leiste button")
    said = re.fullmatch(r"Interaktiv ansehen \(lädt (\d+)\u00a0KB\)", button.text_content() or "")
    assert said
    assert abs(int(said[1]) * 1000 - sum(len(compress(file)) for file in loaded)) < 10_000
    alive(page)
    button.click()
    assert button.text_content() == OPEN


def test_what_cannot_be_loaded_leaves_the_picture(browser: Browser, address: str) -> None:
    # What a worker fetches, no test can refuse.
    page = opened(browser, address + COURSE, 1280, "light", worker="block")

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/*.vl.json", refuse)
    page.get_by_role("button", name=OPEN).first.click()
    page.get_by_text("ließ sich nicht laden").first.wait_for()
    assert page.locator("picture[data-interactive]").first.is_visible()
    page.unroute("**/*.vl.json")
    alive(page)


def test_without_scripts_there_is_only_the_picture(browser: Browser, address: str) -> None:
    page = opened(browser, address + COURSE, 1280, "light", script=False)
    assert page.get_by_role("button", name=OPEN).count() == 0
    assert page.locator("picture[data-interactive] img").first.is_visible()
