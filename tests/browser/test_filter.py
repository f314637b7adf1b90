"""The list of recommendations in a real Chromium: chosen, counted, sorted, shared, heard."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from gates.seen import axe
from looking import opened, whereabouts
from playwright.sync_api import Browser, Locator, Page

from fokusbericht.building import assets
from fokusbericht.building.preview import serving
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen import empfehlungen

LIST = "/handlungsempfehlungen/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = opened(browser, address + LIST, 1280, "light")
    unfold(page)
    yield page
    assert page.said == []  # type: ignore[attr-defined]
    page.context.close()


@pytest.fixture
def whole(muster_report: Report) -> int:
    """Return how many recommendations there are."""
    return len(muster_report.empfehlungen)


def unfold(page: Page) -> None:
    """Open all facets that are folded."""
    for summary in page.locator(".facette:not([open]) > summary").all()[::-1]:
        summary.click()


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
    return page.locator("#gezaehlt[role=status]").inner_text()


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


def test_what_is_chosen_can_be_given_up_first(page: Page, whole: int) -> None:
    value(page, "stand", "vertagt").click()
    value(page, "handlungsfeld", "wohnen").click()
    page.locator("#wort").fill("wohn")
    page.keyboard.press("Enter")
    chips = page.locator("#gewaehlt a")
    told = ["„wohn“ entfernen", "Wohnen entfernen", "vertagt entfernen"]
    assert chips.all_text_contents() == told
    assert axe(page) == []
    chips.nth(1).focus()
    page.keyboard.press("Enter")
    assert query(page) == [("q", "wohn"), ("stand", "vertagt")]
    assert page.evaluate("document.activeElement.textContent") == "vertagt entfernen"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert (query(page), shown(page)) == ([], whole)
    assert page.evaluate("document.activeElement.id") == "wort"
    assert page.locator("#gewaehlt").is_hidden()


def test_few_keys_lead_to_the_search_and_past_the_filters(browser: Browser, address: str) -> None:
    for width in (1280, 360):
        page = opened(browser, address + LIST, width, "light")
        page.locator("#wort").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Zu den Ergebnissen"
        assert page.locator(".sprung-hier a").bounding_box()["height"] >= 24  # type: ignore[index]
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.empfehlungen > li') !== null")
        stops = page.evaluate(STOPS)
        assert stops <= (32 if width == 1280 else 18)
        page.get_by_role("link", name="Zu den Filtern").click()
        assert whereabouts(page).endswith("#filter")
        page.context.close()


def test_a_long_facet_is_folded_with_its_number_and_opens_where_it_is_chosen(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address + LIST + "?stand=vertagt", 1280, "light")
    folds = page.locator(".facette")
    told = {one.locator("summary").inner_text(): one.get_attribute("open") for one in folds.all()}
    assert told["Stand 12"] is not None
    assert told["Handlungsfeld 10"] is None
    page.context.close()


def test_what_is_called_so_comes_first(page: Page) -> None:
    page.locator("#wort").fill("Wohnungsagentur")
    page.keyboard.press("Enter")
    titles = page.locator(".empfehlungen h3:visible").all_inner_texts()
    assert titles[0].replace("\u00ad", "") == "Eine Wohnraumagentur für den ganzen Kreis"
    page.locator("#wort").fill("Pflege")
    page.keyboard.press("Enter")
    titles = page.locator(".empfehlungen h3:visible").all_inner_texts()
    named = ["pflege" in one.lower() for one in titles]
    assert named == sorted(named, reverse=True) and 0 < sum(named) < len(named)
    assert heard(page).endswith("Empfehlungen, Treffer im Titel zuerst")
    page.locator("#wort").fill("")
    page.keyboard.press("Enter")
    assert page.locator(".jahrgang:visible h2").first.inner_text() == "2025"


def test_a_row_is_heard_once(page: Page) -> None:
    row = page.locator(".empfehlungen > li").first
    told = row.aria_snapshot()
    assert told.count("in Umsetzung") == 1
    assert "Einschätzung" not in told


# --- More than a page holds -----------------------------------------------------------------------

MANY = 520
STOPS = """() => [...document.querySelectorAll("main :is(a[href], input, select, summary)")].filter(
  (one) => one.checkVisibility() && one.getClientRects().length
    && one.compareDocumentPosition(document.getElementById("ergebnisse")) === 4
).length"""


@pytest.fixture(scope="module")
def many(muster_report: Report, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the lists of a county with 520 recommendations: of all, and of one relevance."""
    folder = tmp_path_factory.mktemp("viele")
    found = {}
    for number, one in enumerate(islice(cycle(muster_report.empfehlungen.values()), MANY)):
        key = Key(Kind.EMPFEHLUNG, f"{one.jahr}-{number + 100}")
        found[key.name] = replace(one, key=key, vorgaenger=())
    titles = {**muster_report.titles, **{one.key: one.titel for one in found.values()}}
    kreis = replace(muster_report.kreis, app=None)  # nothing here is kept for later
    report = replace(muster_report, kreis=kreis, empfehlungen=found, titles=titles)
    wanted = re.compile(r"handlungsempfehlungen/(einschaetzung/hoch/)?(seite/\d+/)?index\.html")
    lists = [one for one in empfehlungen.plan(report) if wanted.fullmatch(one.path)]
    for output in (*lists, *assets.plan(report)):
        path = folder / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.make())
    (folder / "suche").mkdir()
    (folder / "suche/verzeichnis.js").touch()  # what these lists find by themselves
    with serving(Path(folder), 0) as address:
        yield address


def loaded(page: Page) -> None:
    """Wait until what was chosen is chosen among all."""
    page.wait_for_selector("#ergebnisse:not([aria-busy])")


def test_a_long_list_has_pages_without_script(browser: Browser, many: str) -> None:
    page = opened(browser, many + LIST, 360, "light", script=False)
    assert heard(page) == "520 Empfehlungen, 1 bis 100 auf dieser Seite"
    seen = page.locator(".empfehlungen > li a.titel-link").evaluate_all("all => all.map(String)")
    while (after := page.locator("#seiten a[rel=next]")).count():
        with page.expect_navigation():
            after.click()
        found = page.locator(".empfehlungen > li a.titel-link")
        seen += found.evaluate_all("all => all.map(String)")
    assert len(seen) == len(set(seen)) == MANY
    assert page.title().startswith("Handlungsempfehlungen, Seite 6")
    assert heard(page) == "520 Empfehlungen, 501 bis 520 auf dieser Seite"
    assert page.locator("link[rel=canonical]").get_attribute("href").endswith("/seite/6/")  # type: ignore[union-attr]
    assert page.locator("#seiten [aria-current=page]").inner_text() == "6"
    assert page.locator("#seiten a[rel=prev]").count() == 1
    page.context.close()


def test_what_is_chosen_is_found_on_all_pages(browser: Browser, many: str) -> None:
    page = opened(browser, many + LIST, 1280, "light")
    assert (shown(page), page.asked[-1].endswith(".html")) == (100, False)  # type: ignore[attr-defined]
    link = value(page, "einschaetzung", "gering")
    promised = count(link)
    link.click()
    loaded(page)
    assert shown(page) == promised > 50
    assert heard(page) == f"{promised} von 520 Empfehlungen"
    assert page.locator("#seiten").is_hidden()
    hrefs = page.locator(".empfehlungen a.titel-link:visible").evaluate_all(
        "all => all.map(String)"
    )
    assert all(re.fullmatch(rf"{many}{LIST}\d{{4}}-\d+/", one) for one in hrefs)
    page.locator("#ordnung").select_option("stille")
    months = page.locator(".empfehlungen > li:visible").evaluate_all(
        "all => all.map((one) => Number(one.dataset.stille))"
    )
    assert months == sorted(months, reverse=True) and len(months) == promised
    page.locator("#aufheben a").click()
    assert shown(page) == MANY
    page.locator("#ordnung").select_option("jahr")
    assert (shown(page), heard(page)) == (100, "520 Empfehlungen, 1 bis 100 auf dieser Seite")
    assert page.locator("#seiten").is_visible()
    assert axe(page) == []
    assert page.said == []  # type: ignore[attr-defined]
    page.context.close()


def test_an_address_finds_what_stands_on_other_pages(browser: Browser, many: str) -> None:
    page = opened(browser, many + LIST + "?jahr=2017&q=der", 360, "light")
    loaded(page)
    said = f"{shown(page)} von 520 Empfehlungen, Treffer im Titel zuerst"
    assert shown(page) > 0 and heard(page) == said
    assert page.locator(".jahrgang:visible h2").all_inner_texts() == ["Treffer im Titel zuerst"]
    page.context.close()


def test_what_cannot_be_fetched_is_said(browser: Browser, many: str) -> None:
    page = opened(browser, many + LIST, 1280, "light")
    page.route("**/seite/**", lambda route: route.abort())
    value(page, "einschaetzung", "gering").click()
    loaded(page)
    assert re.fullmatch(
        r"\d+ der 100 Empfehlungen dieser Seite\. Die anderen ließen sich nicht laden\.",
        heard(page),
    )
    assert page.locator("#seiten").is_visible()
    page.unroute("**/seite/**")
    value(page, "einschaetzung", "hoch").click()
    loaded(page)
    assert heard(page).endswith(" von 520 Empfehlungen")
    page.context.close()


def test_from_a_later_page_a_word_is_found_on_all(browser: Browser, many: str) -> None:
    page = opened(browser, many + LIST + "seite/3/", 1280, "light")
    assert heard(page) == "520 Empfehlungen, 201 bis 300 auf dieser Seite"
    page.locator("#wort").fill("Bauland")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    loaded(page)
    assert urlsplit(whereabouts(page)).path == LIST
    assert heard(page).startswith(f"{shown(page)} von 520 Empfehlungen")
    page.context.close()


def test_the_pages_of_one_value_add_to_it_as_well(browser: Browser, many: str) -> None:
    page = opened(browser, many + LIST + "einschaetzung/hoch/", 1280, "light")
    assert heard(page).endswith(" Empfehlungen, 1 bis 100 auf dieser Seite")
    page.locator("#filter").dispatch_event("pointerover")
    link = value(page, "art", "zielvorschlag")
    page.wait_for_function("a => a.href.includes('?')", arg=link.element_handle())
    promised = count(link)
    with page.expect_navigation():
        link.click()
    loaded(page)
    assert shown(page) == promised
    page.context.close()


# --- Pages of one value ---------------------------------------------------------------------------


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
    unfold(page)
    link = value(page, "handlungsfeld", "wohnen")
    promised = count(link)
    with page.expect_navigation():
        link.click()
    assert whereabouts(page) == address + LIST + "jahr/2022/handlungsfeld/wohnen/"
    assert shown(page) == promised
    assert page.locator("#suchfeld").count() == 0
    page.context.close()
