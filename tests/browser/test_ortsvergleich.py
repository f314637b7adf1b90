"""Places side by side in a real Chromium: chosen, gone back to, heard, on a phone and on paper."""

import re
from collections import Counter
from pathlib import Path

import pytest
from gates.seen import axe
from looking import opened, unbroken, whereabouts
from playwright.sync_api import Browser, Page

URL = "/kommunen/vergleich/"
THREE = f"{URL}?a=musterstadt&b=fiktum&c=probedorf"
TABLE = ".ortsvergleich-tabelle"


def cells(page: Page, within: str) -> list[list[str]]:
    """Return what stands in the tables within an element, row by row."""
    found: list[list[str]] = page.evaluate(
        """(within) => [...document.querySelectorAll(`${within} tr`)].map((row) =>
          [...row.cells].map((cell) => cell.textContent.replace(/\\s+/g, " ").trim()))""",
        within,
    )
    return [[unbroken(cell) for cell in row] for row in found]


def shown(browser: Browser, url: str, width: int = 1280, scheme: str = "light") -> Page:
    page = opened(browser, url, width, scheme)
    page.wait_for_selector("#ortsvergleich:not([hidden])")
    return page


def done(page: Page) -> None:
    """Close a page on which nothing may have gone wrong."""
    assert page.said == []  # type: ignore[attr-defined]
    page.context.close()


def is_of_first(row: list[str]) -> bool:
    """Say whether a row has a figure of the first place: else the others decide its year."""
    return len(row) == 1 or not row[1].startswith("–")


def test_the_script_makes_what_stands_on_the_pages(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}{URL}", 1280, "light", script=False)
    links = page.locator(".ortsvergleich-fertig a").evaluate_all("(all) => all.map((a) => a.href)")
    assert len(links) == 14
    other = shown(browser, address + URL)
    # The pages have one place more than can be chosen; all else is the same.
    for link in links[:6]:
        page.goto(link)
        chosen = page.locator(".nebeneinander-teil .downloads a").first.get_attribute("href") or ""
        other.goto(f"{address}{URL}{chosen.removeprefix('../')}")
        other.wait_for_selector(f"{TABLE} td")
        made, built = cells(other, TABLE), cells(page, ".nebeneinander-teil")
        kept = [number for number in range(len(built[0])) if number != 5]
        first = [row if len(row) == 1 else [row[number] for number in kept] for row in built]
        assert [row for row in made if is_of_first(row)] == [
            row for row in first if is_of_first(row)
        ]
    page.context.close()
    done(other)


def test_choosing_by_keyboard_says_what_changed_and_can_be_undone(
    browser: Browser, address: str
) -> None:
    page = shown(browser, address + URL)
    assert page.locator(".ortsvergleich-hinweis").is_visible()
    page.locator("#ort-b").focus()
    page.keyboard.type("Fik")  # a select finds what is typed
    page.locator(f"{TABLE} td").first.wait_for()
    assert page.evaluate("document.activeElement.id") == "ort-b"
    first = page.locator("#ort-a option:checked").inner_text()
    assert page.locator("#ortsvergleich-titel").inner_text() == f"{first} neben Fiktum"
    heard = page.locator("#ortsvergleich [role=status]").inner_text()
    assert heard.startswith(f"{first} neben Fiktum. {first} hat bei ")
    assert whereabouts(page).endswith("&b=fiktum")
    page.select_option("#ort-c", "probedorf")
    assert (
        page.locator("#ortsvergleich-titel").inner_text() == f"{first} neben Fiktum und Probedorf"
    )
    page.go_back()
    assert page.locator("#ortsvergleich-titel").inner_text() == f"{first} neben Fiktum"
    assert page.locator("#ort-c").input_value() == ""
    page.go_back()
    assert page.locator(".ortsvergleich-hinweis").is_visible()
    page.go_forward()
    assert page.locator("#ortsvergleich-titel").inner_text() == f"{first} neben Fiktum"
    done(page)


def test_a_place_twice_and_one_that_does_not_exist_do_no_harm(
    browser: Browser, address: str
) -> None:
    page = shown(browser, f"{address}{URL}?a=fiktum&b=fiktum&c=gibt-es-nicht&d=probedorf")
    assert page.locator("#ortsvergleich-titel").inner_text() == "Fiktum neben Probedorf"
    assert page.locator(f"{TABLE} thead th").all_inner_texts()[:3] == [
        "Zahl",
        "Fiktum",
        "Probedorf",
    ]
    done(page)


def test_what_is_shown_is_taken_along(browser: Browser, address: str) -> None:
    page = shown(browser, address + THREE)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Diese Zahlen als CSV").click()
    lines = Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert waiting.value.suggested_filename == "vergleich.csv"
    assert lines[0] == "ebene;raum_schluessel;raum;indikator;titel;jahr;wert;einheit"
    assert lines[1].startswith("kommune;99001001;Musterstadt;bevoelkerung;Bevölkerung;2025;41000;")
    done(page)


def test_folds_stay_open_when_another_place_is_chosen(browser: Browser, address: str) -> None:
    page = shown(browser, address + THREE)
    page.locator(".ortsvergleich-weitere summary").first.click()
    page.select_option("#ort-d", "beispielhausen")
    assert page.locator(".ortsvergleich-weitere details[open]").count() == 1
    done(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wrong_at_any_width(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    for url in (THREE, f"{URL}musterstadt/"):
        page = opened(browser, address + url, width, scheme)
        page.wait_for_selector(".nebeneinander td")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        done(page)


def roles_in(page: Page) -> Counter[str]:
    """Return how often each role stands in the tree that the browser hands to screen readers."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return Counter(one["role"]["value"] for one in tree if not one["ignored"])


def test_on_a_phone_each_place_is_a_line_and_still_a_cell(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}{URL}musterstadt/", 360, "light")
    row = page.get_by_role("row", name=re.compile("^Eigentümerquote"))
    found = row.get_by_role("cell")
    boxes = [found.nth(number).bounding_box() for number in range(found.count())]
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(set(tops)) and len(tops) == 7
    assert roles_in(page)["row"] > 10 and roles_in(page)["cell"] > 70
    label = found.nth(1).evaluate("(one) => getComputedStyle(one, '::before').content")
    assert label == f'"{found.nth(1).get_attribute("data-ort")}"'
    done(page)


@pytest.mark.parametrize("url", [THREE, f"{URL}musterstadt/", f"{URL}fiktum/"])
def test_on_paper_the_telling_figures_fill_one_sheet(
    browser: Browser, address: str, url: str
) -> None:
    page = opened(browser, address + url, 1280, "light")
    page.wait_for_selector(".nebeneinander td")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
    page.emulate_media(media="print")
    smallest = page.evaluate(
        """Math.min(...[...document.querySelectorAll("main *")]
          .filter((one) => one.offsetHeight && one.textContent.trim())
          .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
    )
    assert smallest >= 8 / 72 * 96 - 0.01
    done(page)
