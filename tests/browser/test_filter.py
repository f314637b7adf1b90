"""The list of recommendations in a real Chromium: chosen, counted, sorted, shared, heard."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from gates.seen import axe
from looking import opened, whereabouts
from playwright.sync_api import Browser, Locator, Page

from fokusbericht.model.report import Report

LIST = "/handlungsempfehlungen/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = opened(browser, address + LIST, 1280, "light")
    yield page
    assert page.said == []  # type: ignore[attr-defined]
    page.context.close()


@pytest.fixture
def whole(muster_report: Report) -> int:
    """Return how many recommendations there are."""
    return len(muster_report.empfehlungen)


def value(page: Page, facet: str, key: str) -> Locator:
    """Return the link of a value of a facet."""
    return page.locator(f'[data-facet="{facet}"] a[data-value="{key}"]')


def count(link: Locator) -> int:
    """Return how many recommendations a link promises."""
    return int(link.locator(".anzahl").inner_text())


def shown(page: Page) -> int:
    """Return how many recommendations are to be seen."""
    return page.locator(".empfehlungen > li:visible").count()


def query(page: Page) -> list[tuple[str, str]]:
    """Return what the address says."""
    return parse_qsl(urlsplit(whereabouts(page)).query)


def heard(page: Page) -> str:
    """Return what screen readers are told."""
    return page.locator("#treffer[role=status]").inner_text()


def test_every_value_leads_to_as_many_as_it_promises(page: Page) -> None:
    value(page, "handlungsfeld", "wohnen").click()
    links = page.locator("[data-facet] a[href][data-value]:has(.anzahl):not([aria-current])")
    total = shown(page)
    for index in range(0, links.count(), 7):
        link = links.nth(index)
        is_other_field = link.evaluate("a => a.closest('[data-facet=handlungsfeld]') !== null")
        promised = count(link)
        link.click()
        assert is_other_field or shown(page) == promised
        assert not is_other_field or shown(page) >= max(total, promised)
        page.go_back()


def test_two_values_of_one_facet_mean_either(page: Page, whole: int) -> None:
    first, second = value(page, "stand", "vertagt"), value(page, "stand", "abgelehnt")
    expected = count(first) + count(second)
    first.click()
    second.click()
    assert shown(page) == expected
    assert query(page) == [("stand", "vertagt"), ("stand", "abgelehnt")]
    assert heard(page) == f"{expected} von {whole} Empfehlungen"
    first.click()
    assert query(page) == [("stand", "abgelehnt")]


def test_a_value_behind_which_there_is_nothing_is_off(page: Page) -> None:
    value(page, "stand", "vertagt").click()
    off = page.locator("[data-facet] a[aria-disabled=true]")
    assert off.count() > 0
    assert {one.inner_text() for one in off.locator(".anzahl").all()} == {"0"}
    assert all(one.get_attribute("href") is None for one in off.all())
    before = whereabouts(page)
    off.first.dispatch_event("click")
    assert whereabouts(page) == before
    value(page, "stand", "vertagt").click()
    assert page.locator("[data-facet] a[aria-disabled=true][data-value=wohnen]").count() == 0


def test_an_address_can_be_shared(page: Page, browser: Browser) -> None:
    value(page, "jahr", "2022").click()
    value(page, "handlungsfeld", "mobilitaet").click()
    page.locator("#ordnung").select_option("stille")
    other = opened(browser, whereabouts(page), 360, "dark")
    assert heard(other) == heard(page)
    assert other.locator("#ordnung").input_value() == "stille"
    titles = [one.locator(".empfehlungen h3:visible").all_inner_texts() for one in (page, other)]
    assert titles[0] == titles[1] != []
    assert axe(other) == []
    other.context.close()


def test_sorted_by_silence_and_by_grade(page: Page, whole: int) -> None:
    rows = "[...document.querySelectorAll('.empfehlungen > li')].map((li) => li.dataset.{})"
    years = page.evaluate(rows.format("jahr"))
    page.locator("#ordnung").select_option("stille")
    months = [int(one) for one in page.evaluate(rows.format("stille"))]
    assert months == sorted(months, reverse=True) and months[0] > 60
    assert heard(page) == f"{whole} Empfehlungen, sortiert nach Dauer der Stille, längste zuerst"
    assert page.locator(".jahrgang:visible h2").all_inner_texts() == ["Nach Dauer der Stille"]
    page.locator("#ordnung").select_option("einschaetzung")
    grades = list(dict.fromkeys(page.evaluate(rows.format("einschaetzung"))))
    assert grades == ["hoch", "mittel", "gering", "ohne"]
    assert query(page) == [("sortierung", "einschaetzung")]
    page.locator("#ordnung").select_option("jahr")
    assert page.evaluate(rows.format("jahr")) == years
    assert query(page) == []


def test_a_word_finds_fields_by_their_old_names(page: Page) -> None:
    value(page, "handlungsfeld", "gesundheitsversorgung-und-pflege").click()
    expected = shown(page)
    page.locator("#wort").fill("Ärztliche Versorgung und Pflege")
    page.keyboard.press("Enter")
    assert shown(page) == expected > 5


def test_no_hit_is_said_and_can_be_undone(page: Page, whole: int) -> None:
    page.locator("#wort").fill("gibtesnicht")
    page.keyboard.press("Enter")
    assert (shown(page), heard(page)) == (0, "Keine Empfehlung passt dazu.")
    assert axe(page) == []
    page.locator("#aufheben a").click()
    assert (shown(page), query(page)) == (whole, [])
    assert page.evaluate("document.activeElement.id") == "wort"


def test_back_undoes_a_choice(page: Page, whole: int) -> None:
    value(page, "raum", "norderbeispiel").click()
    assert shown(page) < whole
    page.go_back()
    assert (shown(page), heard(page)) == (whole, f"{whole} Empfehlungen")


def test_keyboard_chooses_and_stays_where_it_is(page: Page) -> None:
    link = value(page, "art", "zielvorschlag")
    link.focus()
    page.keyboard.press("Enter")
    assert query(page) == [("art", "zielvorschlag")]
    assert link.evaluate("a => a === document.activeElement && a.ariaCurrent === 'true'")


def test_the_page_of_one_value_adds_to_it(browser: Browser, address: str) -> None:
    page = opened(browser, address + LIST + "stand/vertagt/", 1280, "light")
    year = value(page, "jahr", "2019")
    promised = count(year)
    with page.expect_navigation():
        year.click()
    assert sorted(query(page)) == [("jahr", "2019"), ("stand", "vertagt")]
    assert shown(page) == promised
    page.context.close()


def test_without_script_a_year_narrows_to_a_field(browser: Browser, address: str) -> None:
    page = opened(browser, address + LIST + "jahr/2022/", 1280, "light", script=False)
    link = value(page, "handlungsfeld", "wohnen")
    promised = count(link)
    with page.expect_navigation():
        link.click()
    assert whereabouts(page) == address + LIST + "jahr/2022/handlungsfeld/wohnen/"
    assert shown(page) == promised
    assert page.locator("#suchfeld").count() == 0
    page.context.close()
