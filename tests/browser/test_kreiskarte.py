"""The Kreiskarte in a real Chromium: by mouse, by touch, by keyboard alone; links, Back, paper."""

import functools
import gzip
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from gates.seen import AXE_OPTIONS, COLOURS_ALONE, axe
from looking import opened, unbroken, whereabouts
from playwright.sync_api import Browser, Page, Route
from support import REPOSITORY, replaced, small_county

from fokusbericht.model.report import Report

URL = "/sozialbericht/"
WAHL = f"{URL}?kennzahl=wahlbeteiligung&ebene=kommunen&jahr=2018"
STOPS = f"{URL}?kennzahl=barrierefreie-haltestellen&ebene=kommunen&jahr=2023"
STATES = (
    "",
    "?kennzahl=wahlbeteiligung&jahr=2018&raum=norderbeispiel&vergleich=suederentwurf,fiktum",
    "?kennzahl=bevoelkerung&ebene=raeume&jahr=2019",
    "?kennzahl=aerztedichte",
)
AREA = "path.kreiskarte-flaeche"
FOCUS = "document.activeElement.getAttribute('aria-label')"
# Every area is asked for its neighbours; from the first one all must be reached.
REACHED = """() => {
  const alle = [...document.querySelectorAll('path.kreiskarte-flaeche')];
  const gesehen = new Set([alle[0]]), offen = [alle[0]];
  while (offen.length) {
    const eine = offen.pop();
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      eine.focus();
      eine.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
      const neue = document.activeElement;
      if (!gesehen.has(neue)) { gesehen.add(neue); offen.push(neue); }
    }
  }
  return [gesehen.size, alle.length];
}"""
# The map changes at once; panel, table and what is announced follow in a quiet moment each.
SETTLED = """() => new Promise((done) => {
  const quiet = (then) => requestIdleCallback(then, {timeout: 1000});
  requestAnimationFrame(() => setTimeout(() => quiet(() => quiet(done))));
})"""
SHIFT = """() => new Promise((fertig) => {
  let summe = 0;
  new PerformanceObserver((liste) => {
    for (const eine of liste.getEntries()) summe += eine.value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => fertig(summe), 300);
})"""


def shown(browser: Browser, url: str, width: int = 1280, scheme: str = "light") -> Page:
    """Open the Kreiskarte and wait until the script has taken over."""
    page = opened(browser, url, width, scheme)
    page.wait_for_selector("#kreiskarte.bereit")
    return page


@pytest.fixture
def karte(browser: Browser, address: str) -> Iterator[Page]:
    """Return the start map; afterwards nothing may have been said, and no stranger asked."""
    page = shown(browser, address + URL)
    yield page
    assert page.said == []  # type: ignore[attr-defined]
    assert [one for one in page.asked if not one.startswith((address, "data:"))] == []  # type: ignore[attr-defined]
    page.context.close()


def settled(page: Page) -> Page:
    """Return a page once all its parts show what the map shows."""
    page.evaluate(SETTLED)
    return page


def area(page: Page, name: str) -> str:
    """Return the selector of an area."""
    return f"{AREA}[aria-label^='{name}:']"


def panel(page: Page) -> list[str]:
    """Return place and number of the panel."""
    settled(page)
    return [page.locator(f".kreiskarte-antwort > {one}").inner_text() for one in ("h2", ".wert")]


def middle(page: Page, selector: str) -> tuple[float, float]:
    """Return a point inside an area that no other lies over."""
    point = page.locator(selector).evaluate(
        """(pfad) => {
          const rand = pfad.getBoundingClientRect();
          for (let i = 1; i < 20; i++) for (let j = 1; j < 20; j++) {
            const x = rand.left + rand.width * i / 20, y = rand.top + rand.height * j / 20;
            if (document.elementFromPoint(x, y) === pfad) return [x, y];
          }
        }"""
    )
    return point[0], point[1]


def asked(page: Page) -> str:
    """Return what stands behind the question mark of the address."""
    return whereabouts(page).partition("?")[2]


# --- By mouse ---------------------------------------------------------------------------------


def test_a_click_on_the_list_switches_the_map(karte: Page) -> None:
    karte.click(".kreiskarte-wahl summary:has-text('Wahlen')")
    karte.click(".kreiskarte-wahl a:has-text('Wahlbeteiligung')")
    assert karte.locator("#karte").inner_text() == "Wahlbeteiligung bei Gemeindewahlen 2023"
    assert unbroken(
        settled(karte).locator(".kreiskarte-wahl [aria-current]").inner_text()
    ).startswith("Wahlbet")
    assert asked(karte) == "kennzahl=wahlbeteiligung&ebene=kommunen&jahr=2023"
    assert karte.locator("#tabelle caption").inner_text() == (
        "Wahlbeteiligung bei Gemeindewahlen 2023, alle Kommunen"
    )
    assert (
        karte.locator(".kreiskarte-ansage")
        .text_content()
        .startswith(  # type: ignore[union-attr]
            "Wahlbeteiligung bei Gemeindewahlen 2023, Kommunen. "
        )
    )


def test_a_link_opened_in_a_new_tab_is_the_page_of_the_figure(karte: Page) -> None:
    link = karte.locator(".kreiskarte-wahl a:has-text('Leerstandsquote')").first
    with karte.context.expect_page() as other:
        link.click(modifiers=["ControlOrMeta"])
    assert other.value.url.endswith("/sozialbericht/leerstandsquote/")
    assert karte.locator("#karte").inner_text() == "Eigentümerquote 2022"


@pytest.mark.parametrize("word", ["bevölkerungsdichte", "BEVOELKERUNGSDICHTE", "bevolkerungsdi"])
def test_the_search_finds_however_one_types(karte: Page, word: str) -> None:
    every = karte.locator(".kreiskarte-wahl li").count()
    karte.fill("#kreiskarte-suche", word)
    found = karte.locator(".kreiskarte-wahl li:visible")
    assert [unbroken(one.split("\n")[0]) for one in found.all_inner_texts()] == [
        "Bevölkerungsdichte"
    ]
    assert karte.locator(".kreiskarte-suche [role=status]").inner_text() == "1 Treffer"
    karte.press("#kreiskarte-suche", "Enter")
    assert karte.locator("#karte").inner_text() == "Bevölkerungsdichte 2025"
    karte.fill("#kreiskarte-suche", "gibtesnicht")
    assert karte.locator(".kreiskarte-suche [role=status]").inner_text() == "keine Treffer"
    assert found.count() == 0
    karte.fill("#kreiskarte-suche", "")
    assert karte.locator(".kreiskarte-wahl li").count() == every


GROUP = ".kreiskarte-wahl li:has(> details)"
TITLE = f"{GROUP} > a:has-text('Junge Arbeitslose nach Geschlecht')"
YOUNG = f"{TITLE} + details a:visible"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("junge arbeitslose geschlecht", ["zusammen", "Frauen", "Männer"]),
        ("geschlecht maenner", ["Männer"]),
        ("So viele Frauen unter 25", ["Frauen"]),
    ],
)
def test_the_search_finds_series_by_group_name_and_sentence(
    karte: Page, words: str, found: list[str]
) -> None:
    karte.fill("#kreiskarte-suche", words)
    assert karte.locator(YOUNG).all_inner_texts() == found
    assert karte.locator(".kreiskarte-wahl li li a:visible").count() == len(found)
    assert karte.locator(f"{GROUP}:visible").count() == 1
    assert karte.locator(".kreiskarte-suche [role=status]").inner_text() == f"{len(found)} Treffer"
    karte.fill("#kreiskarte-suche", "")
    assert karte.locator(f"{GROUP} > details[open]").count() == 0


def test_a_group_is_one_line_whose_title_switches_the_map(karte: Page) -> None:
    karte.click(".kreiskarte-wahl summary:has-text('Arbeit')")
    title, count = karte.locator(TITLE), karte.locator(f"{TITLE} + details summary")
    assert count.inner_text() == "3 Zahlen" and karte.locator(YOUNG).count() == 0
    assert count.get_attribute("aria-label") == "Junge Arbeitslose nach Geschlecht: 3 Zahlen"
    assert abs(title.bounding_box()["y"] - count.bounding_box()["y"]) < 8  # type: ignore[index]
    title.click()
    chosen = settled(karte).locator(".kreiskarte-wahl [aria-current]")
    assert chosen.all_inner_texts() == ["zusammen"]
    assert karte.locator(YOUNG).all_inner_texts() == ["zusammen", "Frauen", "Männer"]
    karte.locator(".kreiskarte-wahl a:has-text('Leerstandsquote')").click()
    settled(karte)
    assert karte.locator(f"{GROUP} > details[open]").count() == 0


def test_the_keyboard_opens_the_series_of_a_group(karte: Page) -> None:
    karte.click(".kreiskarte-wahl summary:has-text('Arbeit')")
    karte.focus(TITLE)
    karte.keyboard.press("Tab")
    karte.keyboard.press("Enter")
    assert karte.locator(YOUNG).all_inner_texts() == ["zusammen", "Frauen", "Männer"]
    assert karte.locator("#karte").inner_text() == "Eigentümerquote 2022"


def test_what_only_the_county_has_is_folded_at_the_end_of_its_theme(karte: Page) -> None:
    fold = karte.locator(".kreiskarte-kreis:has(a[href='aerztedichte/'])")
    assert fold.get_attribute("open") is None
    karte.fill("#kreiskarte-suche", "ärztinnen")
    assert fold.get_attribute("open") == ""
    fold.locator("a[href='aerztedichte/']").click()
    settled(karte)
    karte.fill("#kreiskarte-suche", "")
    assert fold.locator("[aria-current]").is_visible()


FIRST_SEEN = """() => {
  const below = document.querySelector('.kreiskarte-suche').getBoundingClientRect().bottom;
  const themes = [...document.querySelectorAll('.kreiskarte-thema')];
  const off = themes.map((theme) => theme.getBoundingClientRect().top - below);
  return [Math.min(...off.map(Math.abs)), scrollY];
}"""


@pytest.mark.parametrize("figure", ["eigentuemerquote", "aerztedichte", "wahlbeteiligung"])
def test_the_list_begins_at_a_theme(browser: Browser, address: str, figure: str) -> None:
    page = shown(browser, f"{address}{URL}?kennzahl={figure}")
    distance, scrolled = page.evaluate(FIRST_SEEN)
    assert distance < 6 and scrolled == 0  # less than a line
    assert page.locator(".kreiskarte-wahl [aria-current]").is_visible()
    page.context.close()


def test_on_phones_many_series_are_one_row_with_the_shown_one_in_sight(
    browser: Browser, address: str
) -> None:
    page = shown(browser, f"{address}{URL}?kennzahl=jugendarbeitslosigkeit", 360)
    row = page.locator(".kreiskarte-neben ul")
    # Muster has no group of so many: the last of its series are there more often.
    row.evaluate("one => one.append(...Array(9).fill().map(() => one.lastChild.cloneNode(true)))")
    low, high = row.evaluate(
        "one => { const y = [...one.children].map((item) => item.getBoundingClientRect().top); "
        "return [Math.min(...y), Math.max(...y)] }"
    )
    assert low == high
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    last = row.locator("a").last
    last.focus()
    box, frame = last.bounding_box(), row.bounding_box()
    assert box and frame and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
    page.context.close()


def test_the_series_of_a_group_are_switched_beside_the_title(karte: Page) -> None:
    beside = karte.locator(".kreiskarte-neben")
    assert beside.is_hidden()
    karte.click(".kreiskarte-wahl summary:has-text('Arbeit')")
    karte.click(TITLE)
    settled(karte)
    assert beside.locator("p").inner_text() == "Junge Arbeitslose nach Geschlecht"
    assert beside.locator("a").all_inner_texts() == ["zusammen", "Frauen", "Männer"]
    women = beside.locator("a:has-text('Frauen')")
    women.focus()
    karte.keyboard.press("Enter")
    settled(karte)
    assert karte.locator("#karte").inner_text().startswith("Junge arbeitslose Frauen")
    assert beside.locator("[aria-current]").inner_text() == "Frauen"
    assert karte.evaluate("document.activeElement.textContent") == "Frauen"
    chosen = karte.locator(".kreiskarte-wahl [aria-current]")
    assert chosen.inner_text() == "Frauen" and chosen.is_visible()
    karte.go_back()
    settled(karte)
    assert beside.locator("[aria-current]").inner_text() == "zusammen"


def test_telling_figures_stand_first_and_what_reaches_less_far_says_so(karte: Page) -> None:
    karte.click(".kreiskarte-wahl summary:has-text('Arbeit')")
    first = karte.locator("#arbeit > ul").first
    assert first.get_attribute("class") == "kreiskarte-vorn"
    assert [unbroken(one) for one in first.locator("> li > a").all_inner_texts()] == [
        "Arbeitslosenquoten"
    ]
    first.locator("summary").click()
    assert first.locator("li li").all_inner_texts() == ["jede Kommune", "alle Kreise"]


def test_the_level_switch_shows_the_rooms(karte: Page) -> None:
    karte.mouse.click(*middle(karte, area(karte, "Norderbeispiel")))
    karte.check("input[value=raeume]", force=True)
    assert karte.locator(AREA).count() == 4
    assert settled(karte).locator("#tabelle-titel").inner_text() == "Alle 4 Betrachtungsräume"
    assert panel(karte)[0] == "Raum Norderbeispiel"
    assert asked(karte) == "kennzahl=eigentuemerquote&ebene=raeume&jahr=2022&raum=norderbeispiel"


def test_a_place_is_told_on_hover_and_chosen_by_click(karte: Page) -> None:
    tooltip = karte.locator(".kreiskarte-zettel")
    x, y = middle(karte, area(karte, "Norderbeispiel"))
    karte.mouse.move(x, y)
    assert tooltip.inner_text() == "Norderbeispiel: 40,6\u202f%"
    assert panel(karte)[0] == "Kreis Muster"
    karte.mouse.click(x, y)
    assert panel(karte) == ["Norderbeispiel", "40,6\u202f%"]
    said = karte.locator(".kreiskarte-tafel .satz").inner_text()
    assert said == (
        "Das waren 5,1 Prozentpunkte weniger als im Kreis Muster insgesamt (45,7 Prozent). "
        "Das war Rang 13 von 14, gezählt vom höchsten Wert. "
        "Von 2018 bis 2022 ist die Eigentümerquote von 39,5 auf 40,6 Prozent gestiegen."
    )
    link = karte.locator(".kreiskarte-tafel h2 a")
    assert str(link.evaluate("one => one.pathname")).endswith("/kommunen/norderbeispiel/")
    assert karte.locator("#tabelle tr.gewaehlt th").inner_text() == "Norderbeispiel"
    karte.mouse.move(5, 5)
    assert tooltip.is_hidden()
    karte.click("[data-action=release]")
    assert panel(karte)[0] == "Kreis Muster"


def test_four_places_are_pinned_and_let_go(karte: Page) -> None:
    for name in ("Süderentwurf", "Fiktum", "Lückenbüll", "Blankoau"):
        karte.mouse.click(*middle(karte, area(karte, name)))
        karte.click("[data-action=pin]")
    rows = settled(karte).locator(".kreiskarte-vergleich tr")
    texts = [" ".join(one.split()) for one in rows.all_inner_texts()]
    assert texts[:4] == [
        "A Süderentwurf 46,7 % ×",
        "B Fiktum 43,1 % ×",
        "C Lückenbüll 80,2 % ×",
        "D Blankoau 72,6 % ×",
    ]
    assert asked(karte).endswith(
        "&raum=blankoau&vergleich=suederentwurf,fiktum,lueckenbuell,blankoau"
    )
    letters = karte.locator(".leaflet-marker-icon.kreiskarte-buchstabe")
    assert sorted(letters.all_inner_texts()) == ["A", "B", "C", "D"]
    karte.mouse.click(*middle(karte, area(karte, "Norderbeispiel")))
    assert settled(karte).locator("[data-action=pin]").is_disabled()
    karte.get_by_role("button", name="Fiktum nicht mehr anheften").click()
    assert asked(karte).endswith(
        "&raum=norderbeispiel&vergleich=suederentwurf,lueckenbuell,blankoau"
    )
    assert settled(karte).locator("[data-action=pin]").is_enabled()


def test_a_class_of_the_legend_stands_out(karte: Page) -> None:
    first = karte.locator(".kreiskarte-legende button").first
    assert " ".join(first.inner_text().split()) == "unter 45 % 3 Kommunen"
    first.hover()
    assert karte.locator(f"{AREA}.steht-vor").count() == 3
    karte.mouse.move(5, 5)
    assert karte.locator(f"{AREA}.steht-vor").count() == 0
    first.click()
    karte.mouse.move(5, 5)
    assert karte.locator(f"{AREA}.steht-vor").count() == 3
    first.click()
    karte.mouse.move(5, 5)
    assert karte.locator(".betont").count() == 0


def test_all_classes_together_are_all_places(browser: Browser, address: str) -> None:
    for state in STATES[:3]:
        page = shown(browser, address + URL + state)
        texts = page.locator(".kreiskarte-legende .anzahl").all_inner_texts()
        counts = [int(one.split()[0]) for one in texts]
        assert sum(counts) == page.locator(AREA).count()
        page.context.close()


def test_the_table_is_sorted_as_one_likes(karte: Page) -> None:
    first = karte.locator("#tabelle tbody tr").first
    assert " ".join(first.inner_text().split()) == "1. Lückenbüll Raum Norderbeispiel 80,2"
    karte.locator("#tabelle thead button", has_text="Kommune").click()
    assert " ".join(first.inner_text().split()) == "10. Beispielhausen Raum Musterstadt 47,5"
    head = karte.locator("#tabelle thead th[aria-sort=ascending]")
    assert head.inner_text() == "Kommune"
    assert karte.evaluate("document.activeElement.textContent") == "Kommune"


def without_the_first(route: Route) -> None:
    """Answer with the figures, but for the secret one of Musterstadt, the first of all Kommunen."""
    data = route.fetch().json()
    figure = next(one for one in data["kennzahlen"] if one["id"] == "eigentuemerquote")
    figure["werte"]["kommunen"][len(figure["jahre"]) - 1] = "x"
    route.fulfill(json=data)


def test_what_is_hidden_is_said_in_words_with_the_reason(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.route("**/kreisdaten.*.json", without_the_first)
    page.goto(f"{address}{URL}?kennzahl=eigentuemerquote&raum=musterstadt")
    page.wait_for_selector("#kreiskarte.bereit")
    assert panel(page) == ["Musterstadt", "geheim gehalten"]
    told = page.locator(".kreiskarte-tafel .satz").inner_text()
    assert told.startswith("Hier geht es um so wenige Menschen, dass man Einzelne erkennen könnte")
    why = page.locator("#tabelle [data-secret]")
    assert why.inner_text().startswith("Geheim gehalten heißt: Hier geht es um so wenige Menschen")
    page.locator(area(page, "Süderentwurf")).press("Enter")
    told = settled(page).locator(".kreiskarte-tafel .satz").inner_text()
    assert "von 13, gezählt vom höchsten Wert; geheim gehaltene Werte zählen nicht mit." in told
    page.locator(area(page, "Süderentwurf")).press("Escape")
    told = settled(page).locator(".kreiskarte-tafel .satz").inner_text()
    assert "Geheim gehaltene Werte zählen dabei nicht mit." in told
    page.get_by_role("radio", name="Betrachtungsräume").check(force=True)
    settled(page)
    assert why.is_hidden()
    page.close()


def test_zoom_comes_back_and_only_then_the_map_is_dragged(karte: Page) -> None:
    whole = karte.get_by_role("button", name="Ganzer Kreis")
    dragged = ".leaflet-container.leaflet-grab"
    assert whole.is_hidden() and karte.locator(dragged).count() == 0
    karte.get_by_role("button", name="Karte vergrößern").click()
    whole.wait_for()
    assert karte.locator(dragged).count() == 1
    whole.click()
    whole.wait_for(state="hidden")
    assert karte.get_by_role("button", name="Karte verkleinern").is_disabled()


@pytest.mark.parametrize("widths", [(360, 768), (768, 320), (1280, 360)])
def test_the_map_keeps_the_place_of_the_picture(karte: Page, widths: tuple[int, int]) -> None:
    """Also when a phone is turned, or a window made smaller, again and again."""
    for width in widths:
        karte.set_viewport_size({"width": width, "height": 900})
        boxes = [
            settled(karte)
            .locator(name)
            .evaluate(
                "one => { const box = one.getBoundingClientRect(); return [box.left, box.right]; }"
            )
            for name in (".kreiskarte-bild .kasten", ".kreiskarte-kasten")
        ]
        assert boxes[1] == pytest.approx(boxes[0], abs=2), width
        areas = karte.locator(AREA).all()
        places = [one.bounding_box() or {} for one in areas]
        frame = karte.locator(".kreiskarte-rahmen").bounding_box() or {}
        assert min(one["x"] for one in places) >= frame["x"] - 1, width
        right = max(one["x"] + one["width"] for one in places)
        assert right <= frame["x"] + frame["width"] + 1, width


def test_a_figure_of_the_county_alone_says_so(karte: Page) -> None:
    karte.fill("#kreiskarte-suche", "Haushalte mit niedrigem")
    karte.locator(".kreiskarte-wahl li:visible a").first.click()
    assert karte.locator(".kreiskarte-nurkreis").inner_text() == (
        "Diese Zahl gibt es nur für den ganzen Kreis: 28,5\u202f% (2025)."
    )
    assert panel(karte) == ["Kreis Muster", "28,5\u202f%"]
    assert karte.locator("input[name=ebene]:enabled").count() == 0
    assert karte.locator(".kreiskarte-verlauf svg path.linie").count() == 3 * 2  # a break
    assert karte.locator("#tabelle-titel").inner_text() == "Kreis, Land und Bund"


# --- What is seen at once -----------------------------------------------------------------------


def bottom(page: Page, selector: str) -> float:
    """Return where an element ends on the screen."""
    box = page.locator(selector).bounding_box()
    assert box is not None, selector
    return box["y"] + box["height"]


@pytest.mark.parametrize("state", STATES)
def test_the_first_screen_holds_map_legend_years_and_panel(
    browser: Browser, address: str, state: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.goto(address + URL + state)
    page.wait_for_selector("#kreiskarte.bereit")
    parts = ("#karte", ".kreiskarte-rahmen", ".kreiskarte-legende", ".kreiskarte-jahre")
    for part in (*parts, ".kreiskarte-tafel .satz", ".kreiskarte-tafel .wert"):
        if page.locator(part).is_visible():
            assert bottom(page, part) <= 860, part
    assert page.evaluate("scrollY") == 0
    page.close()


def test_on_phones_what_a_tap_chose_is_in_sight(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(address + URL)
    page.wait_for_selector("#kreiskarte.bereit")
    page.locator(".kreiskarte-rahmen").evaluate("one => one.scrollIntoView()")
    before = page.evaluate("scrollY")
    page.touchscreen.tap(*middle(page, area(page, "Vorlagen")))
    assert panel(page)[0] == "Vorlagen"
    assert bottom(page, ".kreiskarte-antwort .wert") <= 740
    assert bottom(page, ".kreiskarte-rahmen") < 740 - 60  # and covers nothing of the map
    assert page.locator(".kreiskarte-zettel").is_hidden()
    assert page.evaluate("scrollY") == before
    page.locator(".kreiskarte-tafel .satz").evaluate("one => one.scrollIntoView()")
    answer = page.locator(".kreiskarte-antwort").bounding_box() or {}
    sentence = page.locator(".kreiskarte-tafel .satz").bounding_box() or {}
    assert answer["y"] + answer["height"] <= sentence["y"] + 1  # there it lies on nothing
    context.close()


def test_on_phones_the_name_comes_first_and_the_choice_is_folded(
    browser: Browser, address: str
) -> None:
    page = shown(browser, address + URL, 360)
    order = ("#karte", ".kreiskarte-wahl > details > summary", ".kreiskarte-rahmen")
    tops = [(page.locator(one).bounding_box() or {})["y"] for one in order]
    assert tops == sorted(tops)
    assert page.locator(".kreiskarte-wahl > details").get_attribute("open") is None
    page.context.close()


def test_what_hovers_covers_no_name(karte: Page) -> None:
    for name in ("Musterstadt", "Norderbeispiel", "Vorlagen", "Fiktum", "Blankoau"):
        karte.mouse.move(*middle(karte, area(karte, name)))
        covered = karte.evaluate(
            """() => {
              const tip = document.querySelector('.kreiskarte-zettel').getBoundingClientRect();
              return [...document.querySelectorAll('.kreiskarte-name span')].filter((name) => {
                const box = name.getBoundingClientRect();
                return box.left < tip.right && box.right > tip.left
                  && box.top < tip.bottom && box.bottom > tip.top;
              }).map((name) => name.textContent);
            }"""
        )
        assert covered == [], name


def test_number_and_unit_are_never_broken_within(browser: Browser, address: str) -> None:
    for figure in ("bevoelkerungsdichte", "nettokaltmiete", "eigentuemerquote"):
        page = shown(browser, f"{address}{URL}?kennzahl={figure}")
        for part in page.locator(".wert > span").all():
            high = part.evaluate(
                "one => one.getBoundingClientRect().height"
                " / parseFloat(getComputedStyle(one).fontSize)"
            )
            assert high < 1.6, figure
        page.context.close()


def test_one_finds_a_vacancy_rate_by_two_clicks_and_lands_at_its_place(karte: Page) -> None:
    karte.click(".kreiskarte-wahl a:has-text('Leerstandsquote')")
    karte.mouse.click(*middle(karte, area(karte, "Norderbeispiel")))
    name, value = panel(karte)
    assert name == "Norderbeispiel" and value.endswith("\u202f%")
    more = karte.locator("[data-more] a")
    href = str(more.evaluate("one => one.pathname + one.hash"))
    assert href == "/sozialbericht/leerstandsquote/#zeile-99001006"
    karte.click("[data-action=release]")
    settled(karte)
    assert str(more.evaluate("one => one.hash")) == ""


# --- Files of what is shown -----------------------------------------------------------------------


def saved(page: Page, selector: str) -> tuple[str, list[str]]:
    """Return name and lines of the file that a link saves."""
    with page.expect_download() as found:
        page.click(selector)
    text = found.value.path().read_text(encoding="utf-8-sig")
    return found.value.suggested_filename, text.splitlines()


def test_the_map_is_saved_as_it_is_shown(karte: Page) -> None:
    name, lines = saved(karte, "[data-csv]")
    assert name == "eigentuemerquote-kommunen-2022.csv"
    assert lines[0] == "ebene;raum_schluessel;raum;jahr;wert;einheit;quelle"
    kommunen = [line for line in lines if line.startswith("kommune;")]
    assert len(kommunen) == 14
    assert kommunen[0].startswith("kommune;99001001;Musterstadt;2022;38,2;%;")
    assert any(line.startswith("kreis;99001;Kreis Muster;2022;45,7;%;") for line in lines)
    karte.check("input[value=raeume]", force=True)
    name, lines = saved(settled(karte), "[data-csv]")
    assert name == "eigentuemerquote-raeume-2022.csv"
    assert len([line for line in lines if line.startswith("betrachtungsraum;")]) == 4


def test_the_course_of_chosen_places_is_saved(browser: Browser, address: str) -> None:
    page = shown(browser, f"{address}{WAHL}&raum=norderbeispiel&vergleich=suederentwurf")
    name, lines = saved(page, "[data-course-csv] a")
    assert name == "wahlbeteiligung-99001006-99001011.csv"
    rows = [line.split(";") for line in lines[1:]]
    assert {row[2] for row in rows if row[0] == "kommune"} == {"Norderbeispiel", "Süderentwurf"}
    assert {"2018", "2023"} <= {row[3] for row in rows}
    page.context.close()


def test_without_script_the_link_leads_to_all_figures(browser: Browser, address: str) -> None:
    page = opened(browser, address + URL, 1280, "light", script=False)
    href = page.locator("[data-csv]").evaluate("one => one.href")
    assert page.request.get(href).status == 200
    assert page.locator("[data-course-csv]").is_hidden()
    page.context.close()


# --- The years --------------------------------------------------------------------------------


def test_the_slider_stops_where_there_are_figures(browser: Browser, address: str) -> None:
    page = shown(browser, address + STOPS)
    slider = page.locator("#kreiskarte-jahr")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert page.locator("#karte").inner_text().endswith(" 2021")
    assert slider.get_attribute("aria-valuetext") == "2021"
    page.keyboard.press("Home")
    assert page.locator("#karte").inner_text().endswith(" 2019")
    page.keyboard.press("ArrowRight")
    assert page.locator("#karte").inner_text().endswith(" 2021")
    before = page.locator(".kreiskarte-legende").inner_text()
    page.keyboard.press("End")
    ranges = r"\d+ Kommunen?|\s"
    assert re.sub(ranges, "", before) == re.sub(
        ranges, "", page.locator(".kreiskarte-legende").inner_text()
    )
    page.go_back()
    assert page.locator("#karte").inner_text().endswith(" 2021")
    page.context.close()


def test_one_year_and_breaks_are_told(browser: Browser, address: str) -> None:
    page = shown(browser, f"{address}{URL}?kennzahl=einwanderungsgeschichte")
    assert page.locator("#kreiskarte-jahr").is_hidden()
    assert "nur für 2022" in page.locator(".kreiskarte-jahre").inner_text()
    page.goto(f"{address}{URL}?kennzahl=leerstandsquote")
    page.wait_for_selector("#kreiskarte.bereit")
    told = page.locator(".kreiskarte-jahre").inner_text()
    assert "2022: Neue Erhebung" in told
    assert told.rstrip().endswith("Werte davor und danach sind nicht vergleichbar.")
    page.context.close()


def test_the_years_play_and_stop_at_the_end(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address + STOPS)
    page.get_by_role("button", name="Jahre abspielen").click()
    page.get_by_role("button", name="Anhalten").wait_for()
    page.get_by_role("button", name="Jahre abspielen").wait_for(timeout=5000)
    assert asked(page).endswith("jahr=2025")
    page.context.close()


def test_who_wants_no_motion_steps(browser: Browser, address: str) -> None:
    page = shown(browser, address + WAHL)
    page.get_by_role("button", name="Nächstes Jahr").click()
    assert asked(page).endswith("jahr=2023")
    page.wait_for_timeout(1300)
    assert asked(page).endswith("jahr=2023")
    page.context.close()


# --- By touch ---------------------------------------------------------------------------------


def test_all_goes_by_touch(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(address + URL)
    page.wait_for_selector("#kreiskarte.bereit")
    page.locator(".kreiskarte-wahl > details > summary").tap()
    page.locator(".kreiskarte-wahl summary", has_text="Wahlen").tap()
    page.locator(".kreiskarte-wahl a", has_text="Wahlbeteiligung bei Gemeindewahlen").tap()
    assert page.locator(".kreiskarte-wahl > details").get_attribute("open") is None
    assert page.evaluate("document.activeElement.id") == "karte"
    for name in ("Süderentwurf", "Vorlagen"):
        page.touchscreen.tap(*middle(page, area(page, name)))
        page.locator("[data-action=pin]").tap()
        page.wait_for_timeout(250)  # two taps within 200 ms are one double tap, which zooms in
        page.locator("#karte").scroll_into_view_if_needed()
    assert panel(page)[0] == "Vorlagen"
    page.get_by_role("button", name="Süderentwurf nicht mehr anheften").tap()
    page.locator("label:has([value=raeume])").tap()
    assert page.locator(AREA).count() == 4
    page.locator(".kreiskarte-legende button").first.tap()
    assert page.locator(".kreiskarte-legende [aria-pressed=true]").count() == 1
    # A thumb on the map scrolls the page until one has zoomed in.
    assert (
        page.locator(".kreiskarte-karte").evaluate("one => getComputedStyle(one).touchAction")
        != "none"
    )
    small = page.evaluate(
        """[...document.querySelectorAll('.kreiskarte :is(button, input, summary, a)')]
          .map((one) => [one, one.getBoundingClientRect()])
          .filter(([one, rand]) => rand.height && rand.height < 24 && !one.closest('p, h2')
            && getComputedStyle(one).clipPath === 'none')
          .map(([one]) => one.outerHTML.slice(0, 90))"""
    )
    assert small == []
    context.close()


# --- By keyboard ------------------------------------------------------------------------------


def test_the_map_is_one_tab_stop_walked_by_arrows(karte: Page) -> None:
    assert karte.locator(f"{AREA}[tabindex='0']").count() == 1
    karte.locator("#landkarte").focus()
    karte.keyboard.press("Tab")
    assert karte.evaluate(FOCUS).startswith("Musterstadt: ")
    assert karte.locator(".kreiskarte-zettel").inner_text() == "Musterstadt: 38,2\u202f%"
    karte.keyboard.press("End")
    last = karte.evaluate(FOCUS)
    karte.keyboard.press("Home")
    assert karte.evaluate(FOCUS).startswith("Musterstadt: ") and not last.startswith("Musterstadt")
    karte.keyboard.press("e")
    assert karte.evaluate(FOCUS).startswith("Entwurfsfelde")
    karte.keyboard.press("Tab")
    assert karte.evaluate("document.activeElement.textContent").strip().endswith("vergrößern")
    karte.keyboard.press("Shift+Tab")
    assert karte.evaluate(FOCUS).startswith("Entwurfsfelde")


def test_skip_links_lead_to_map_and_table(karte: Page) -> None:
    links = karte.locator(".kreiskarte-spruenge a")
    assert links.all_inner_texts() == ["Zur Karte springen", "Zur Tabelle springen"]
    links.first.focus()
    box = links.first.bounding_box()
    assert box and box["height"] >= 24 and box["width"] > 100
    karte.keyboard.press("Enter")
    karte.keyboard.press("Tab")
    assert karte.evaluate(FOCUS).startswith("Musterstadt: ")
    links.last.focus()
    karte.keyboard.press("Enter")
    assert karte.evaluate("location.hash") == "#tabelle"
    karte.focus("#kreiskarte-suche")  # from the search it is one step past all figures
    karte.keyboard.press("Tab")
    assert karte.evaluate("document.activeElement.textContent") == "Zur Karte springen"


def test_a_closed_theme_is_one_tab_stop(karte: Page) -> None:
    open_ones = karte.locator(".kreiskarte-thema[open]")
    assert open_ones.count() == 1
    reached = karte.locator(".kreiskarte-wahl :is(a, summary)").evaluate_all(
        "all => all.filter((one) => !one.closest('.kreiskarte-thema[open]')"
        " && one.checkVisibility()).length"
    )
    themes = karte.locator(".kreiskarte-thema").count()
    assert reached == themes - 1 + 1  # and the way past them


def test_what_is_heard_is_heard_once(karte: Page) -> None:
    said = karte.locator(".kreiskarte-ansage")
    karte.locator(area(karte, "Süderentwurf")).press("Enter")
    settled(karte)
    told = said.text_content() or ""
    assert told.startswith("Süderentwurf: 46,7\u202f%. ")  # the topic was heard before
    karte.evaluate(
        "window.heard = 0; new MutationObserver(() => heard++).observe("
        "document.querySelector('.kreiskarte-ansage'), {childList: true, subtree: true})"
    )
    karte.locator(area(karte, "Süderentwurf")).press(" ")
    settled(karte)
    assert karte.evaluate("heard") == 0 and said.text_content() == told


def test_arrows_reach_every_place(karte: Page) -> None:
    assert karte.evaluate(REACHED) == [14, 14]
    karte.check("input[value=raeume]", force=True)
    assert karte.evaluate(REACHED) == [4, 4]


def test_arrows_go_where_they_point(karte: Page) -> None:
    ends = (
        "one => { const r = one.getBoundingClientRect(); "
        "return [r.x + r.width / 2, r.y + r.height / 2] }"
    )
    karte.locator(area(karte, "Musterstadt")).focus()
    for key, axis, sign in (
        ("ArrowRight", 0, 1),
        ("ArrowDown", 1, 1),
        ("ArrowLeft", 0, -1),
        ("ArrowUp", 1, -1),
    ):
        before = karte.locator(":focus").evaluate(ends)
        karte.keyboard.press(key)
        after = karte.locator(":focus").evaluate(ends)
        assert (after[axis] - before[axis]) * sign > 0, key


def test_keys_choose_pin_and_clear(karte: Page) -> None:
    karte.locator(area(karte, "Süderentwurf")).focus()
    karte.keyboard.press("Enter")
    assert panel(karte) == ["Süderentwurf", "46,7\u202f%"]
    assert karte.locator(f"{AREA}[aria-selected=true]").count() == 1
    karte.keyboard.press(" ")
    assert asked(karte).endswith("&raum=suederentwurf&vergleich=suederentwurf")
    karte.keyboard.press("Escape")
    assert panel(karte)[0] == "Kreis Muster"
    assert karte.evaluate(FOCUS).startswith("Süderentwurf")
    said = karte.locator(".kreiskarte-ansage").text_content() or ""
    assert said.startswith("Eigentümerquote 2022, Kommunen. ")
    karte.keyboard.press(" ")
    assert "vergleich" not in asked(karte)


def test_everything_else_goes_by_keyboard(karte: Page) -> None:
    karte.locator("#kreiskarte-suche").focus()
    karte.keyboard.type("wahlbeteiligung")
    karte.keyboard.press("Enter")
    karte.locator("input[value=kommunen]").focus()
    karte.keyboard.press("ArrowRight")
    assert "ebene=raeume" in asked(karte)
    assert karte.evaluate("document.activeElement.value") == "raeume"
    karte.locator(".kreiskarte-legende button").nth(1).focus()
    karte.keyboard.press("Enter")
    assert karte.locator(".kreiskarte-legende [aria-pressed=true]").count() == 1
    karte.locator(area(karte, "Raum Süderentwurf")).focus()
    karte.keyboard.press("Enter")
    settled(karte).locator("[data-action=pin]").focus()
    karte.keyboard.press("Enter")
    assert karte.evaluate("document.activeElement.dataset.action") == "pin"
    karte.get_by_role("button", name="Raum Süderentwurf nicht mehr anheften").focus()
    karte.keyboard.press("Enter")
    assert karte.evaluate("document.activeElement.id") == "karte"


def test_the_map_changes_at_once_and_all_else_follows_it(karte: Page) -> None:
    first, last = karte.evaluate(
        """async ([first, last]) => {
          const parts = () => ['#karte', '#tabelle caption', '.kreiskarte-tafel .dachzeile',
            '.kreiskarte-ansage'].map((one) => document.querySelector(one).textContent);
          const show = (year) => {
            history.replaceState(null, '', `?kennzahl=wahlbeteiligung&jahr=${year}`);
            dispatchEvent(new PopStateEvent('popstate'));
          };
          show(first);
          show(last);
          const before = parts();
          dispatchEvent(new Event('beforeprint'));
          return [before, parts()];
        }""",
        [2023, 2018],
    )
    title = "Wahlbeteiligung bei Gemeindewahlen 2018"
    assert first[:2] == [title, "Eigentümerquote 2022, alle Kommunen"]
    assert last[:3] == [title, f"{title}, alle Kommunen", "Ganzer Kreis, 2018"]
    assert last[3].startswith(f"{title}, Kommunen. ")
    assert settled(karte).locator("#tabelle caption").inner_text() == f"{title}, alle Kommunen"


# --- Links, Back, paper -------------------------------------------------------------------------


def test_back_undoes_a_choice(karte: Page) -> None:
    karte.mouse.click(*middle(karte, area(karte, "Norderbeispiel")))
    karte.check("input[value=raeume]", force=True)
    karte.go_back()
    assert panel(karte) == ["Norderbeispiel", "40,6\u202f%"] and karte.locator(AREA).count() == 14
    karte.go_back()
    assert panel(karte)[0] == "Kreis Muster" and asked(karte) == ""
    karte.go_forward()
    assert panel(karte) == ["Norderbeispiel", "40,6\u202f%"]


def test_a_shared_link_shows_the_same(browser: Browser, address: str) -> None:
    page = shown(browser, f"{address}{WAHL}&raum=norderbeispiel&vergleich=suederentwurf,blankoau")
    assert page.locator("#karte").inner_text() == "Wahlbeteiligung bei Gemeindewahlen 2018"
    assert panel(page) == ["Norderbeispiel", "39,6\u202f%"]
    assert page.locator(".kreiskarte-vergleich tbody tr").count() == 5
    names = page.locator(".kreiskarte-verlauf text.name").all_text_contents()
    assert sorted(names) == ["A", "B Blankoau", "Kreis", "Musterland", "Norderbeispiel"]
    page.context.close()


@pytest.mark.parametrize(
    "wrong",
    [
        "kennzahl=gibtesnicht&ebene=mond&jahr=abc&raum=xyz&vergleich=a,b,,",
        "kennzahl=__proto__&ebene=__proto__&raum=constructor",
        "ebene=quartiere&jahr=1800&vergleich=suederentwurf,suederentwurf,suederentwurf",
    ],
)
def test_a_wrong_link_shows_the_start_map(browser: Browser, address: str, wrong: str) -> None:
    page = shown(browser, f"{address}{URL}?{wrong}")
    assert page.said == []  # type: ignore[attr-defined]
    assert page.locator("#karte").inner_text() == "Eigentümerquote 2022"
    assert panel(page)[0] == "Kreis Muster"
    page.context.close()


def test_paper_shows_the_state(browser: Browser, address: str) -> None:
    page = shown(browser, f"{address}{WAHL}&raum=norderbeispiel")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".kreiskarte-bild svg").is_visible()
    assert page.locator(".kreiskarte-karten").is_hidden()
    on_map = page.locator(AREA).evaluate_all(
        "alle => alle.map(eine => [eine.getAttribute('aria-label').split(':')[0], "
        "eine.classList.item(2)])"
    )
    on_paper = page.locator(".kreiskarte-bild .gebiete path").evaluate_all(
        "alle => alle.map(eine => [eine.textContent.split(':')[0], eine.classList.item(0)])"
    )
    assert sorted(on_paper) == sorted(on_map)
    assert page.locator(".kreiskarte-legende").is_visible()
    assert page.locator("#tabelle tbody tr").count() == 14
    page.context.close()


def pages_of(page: Page) -> int:
    """Return how many sheets of paper a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_paper_holds_what_was_chosen_alone_on_one_sheet(browser: Browser, address: str) -> None:
    chosen = "&raum=norderbeispiel&vergleich=suederentwurf,blankoau"
    page = shown(browser, f"{address}{WAHL}{chosen}")
    assert pages_of(page) == 1
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for part in ("#karte", ".kreiskarte-bild svg", ".kreiskarte-legende", ".satz"):
        assert page.locator(part).first.is_visible(), part
    rows = page.locator(".kreiskarte-vergleich tr").all_inner_texts()
    assert [one.split()[0] for one in rows[:3]] == ["Norderbeispiel", "A", "B"]
    assert page.locator(".papier-buchstabe text").all_text_contents() == ["A", "B"]
    # The boxes of the legend are no controls on paper.
    controls = ".kreiskarte :is(input, select, button, [download]):not(.legende *)"
    seen = [one.inner_text() for one in page.locator(controls).all() if one.is_visible()]
    assert seen == [] and not page.locator("#tabelle").is_visible()
    assert (
        page.locator(".fuss .nur-druck").inner_text().endswith(f"{WAHL.partition('?')[2]}{chosen}")
    )
    page.context.close()


def test_no_sheet_holds_the_foot_alone(browser: Browser, address: str) -> None:
    page = shown(browser, address + URL)
    assert pages_of(page) <= 2
    page.context.close()


def test_without_javascript_there_are_picture_table_and_links(
    browser: Browser, address: str, muster_report: Report
) -> None:
    figures = len(muster_report.indikatoren)
    page = opened(browser, address + URL, 1280, "light", script=False)
    assert page.locator(".kreiskarte-bild svg").is_visible()
    assert page.locator("#tabelle tbody tr").count() == 14
    assert page.locator(".kreiskarte-wahl li:not(:has(> details)) > a").count() == figures
    page.click(".kreiskarte-wahl summary:has-text('Arbeit')")
    page.locator(f"{TITLE} + details summary").click()
    assert page.locator(YOUNG).count() == 3
    dead = ".kreiskarte :is(button, input)"
    assert [one.is_visible() for one in page.locator(dead).all() if one.is_visible()] == []
    with page.expect_navigation():
        page.click(".kreiskarte-wahl a:has-text('Leerstandsquote')")
    assert whereabouts(page).endswith("/sozialbericht/leerstandsquote/")
    page.context.close()


def test_without_data_the_picture_stays(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.route("**/kreisdaten.*.json", lambda route: route.abort())
    page.goto(address + URL)
    page.wait_for_selector("#kreiskarte.gescheitert")
    assert page.locator(".kreiskarte-bild svg").is_visible()
    assert page.locator(".kreiskarte-karten").is_hidden()
    assert page.locator(".kreiskarte-ebene").is_hidden()
    page.context.close()


# --- What one does not see ------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(browser: Browser, address: str, state: str, scheme: str) -> None:
    for width in (360, 1280):
        page = shown(browser, address + URL + state, width, scheme)
        wide = page.evaluate("document.documentElement.scrollWidth")
        page.locator(".kreiskarte-wahl").evaluate("one => one.scrollTo(0, 0)")  # nothing half seen
        rules = COLOURS_ALONE if scheme == "dark" else AXE_OPTIONS
        assert (axe(page, rules), wide) == ([], width)
        page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_names_keep_off_one_another(browser: Browser, address: str, width: int) -> None:
    page = shown(browser, address + WAHL, width)
    boxes = page.locator(".kreiskarte-name span").evaluate_all(
        "alle => alle.map(eine => { const r = eine.getBoundingClientRect(); "
        "return [r.left, r.top, r.right, r.bottom] })"
    )
    assert len(boxes) == page.locator(".kreiskarte-bild text.name").count() >= 3
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]
    page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_when_the_script_takes_over(
    browser: Browser, address: str, width: int
) -> None:
    page = shown(browser, address + URL, width)
    assert page.evaluate(SHIFT) < 0.02
    page.context.close()


def test_the_map_stands_where_the_picture_stood(karte: Page) -> None:
    def extent(selector: str) -> list[float]:
        found: list[float] = karte.locator(selector).evaluate_all(
            "alle => { const r = alle.map(eine => eine.getBoundingClientRect()); return ["
            "Math.min(...r.map(eines => eines.left)), Math.min(...r.map(eines => eines.top)),"
            "Math.max(...r.map(eines => eines.right)), Math.max(...r.map(eines => eines.bottom))] }"
        )
        return found

    picture = extent(".kreiskarte-bild .gebiete path")
    drawn = extent(AREA)
    assert max(abs(a - b) for a, b in zip(picture, drawn, strict=True)) < 3


def test_the_first_view_is_light_and_all_data_come_once(browser: Browser, address: str) -> None:
    page = opened(browser, address + URL, 1280, "light")
    page.wait_for_selector("#kreiskarte.bereit")
    urls = [one for one in page.asked if "icon." not in one]  # type: ignore[attr-defined]
    sizes = [len(gzip.compress(page.request.get(one).body())) for one in set(urls)]
    assert sum(sizes) < 250_000
    page.click(".kreiskarte-wahl a:has-text('Leerstandsquote')")
    page.check("input[value=raeume]", force=True)
    later = [one for one in page.asked if "icon." not in one]  # type: ignore[attr-defined]
    assert later == urls
    assert len(urls) == len(set(urls))
    page.context.close()


# --- A ground from another host -------------------------------------------------------------------


class _Plain(SimpleHTTPRequestHandler):
    """Serves a site without a policy of its own, so that the page's is the one that counts."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def with_tiles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Build the small county with a tile service; return its address and its folder."""
    folder = tmp_path_factory.mktemp("grund")
    tiles = "kartenhintergrund: {adresse: 'https://karten.example/{z}/{x}/{y}.png', quelle: © A}\n"
    text = replaced("content/kreis.yml", "startkarte:", f"{tiles}startkarte:")
    root = small_county(folder, dict(text))
    out = folder / "site"
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(root), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Plain, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", out
    server.shutdown()


def test_the_ground_is_asked_for_only_by_who_wants_it(
    browser: Browser, with_tiles: tuple[str, Path]
) -> None:
    address, out = with_tiles
    page = opened(browser, "about:blank", 1280, "light")
    pixel = (REPOSITORY / "templates/assets/icon.svg").read_bytes()
    page.route(
        "https://karten.example/**",
        lambda route: route.fulfill(body=pixel, content_type="image/svg+xml"),
    )
    page.goto(address + URL)
    page.wait_for_selector("#kreiskarte.bereit")
    foreign = [one for one in page.asked if "karten.example" in one]  # type: ignore[attr-defined]
    assert foreign == []
    button = page.get_by_role("button", name="Kartenhintergrund vom Server karten.example laden")
    button.click()
    page.wait_for_selector(".leaflet-tile-loaded")
    assert button.get_attribute("aria-pressed") == "true"
    assert page.get_by_text("© A").is_visible()
    assert page.said == []  # type: ignore[attr-defined]
    button.click()
    assert page.locator("img.leaflet-tile").count() == 0
    allowing = [
        path
        for path in out.rglob("*.html")
        if "img-src 'self' data: https://karten.example;" in path.read_text(encoding="utf-8")
    ]
    assert allowing == [out / "sozialbericht/index.html"]
    page.context.close()


# --- Figures of Ämter ---------------------------------------------------------------------------


LEVELS_SHOWN = ".kreiskarte-ebene label:not([hidden]) input"
DRIVE = f"{URL}?kennzahl=fahrzeit-zentrum"


def levels_shown(page: Page) -> list[tuple[str, bool]]:
    """Return the levels one can choose, each with whether it is chosen."""
    found = page.locator(LEVELS_SHOWN)
    return [(one.get_attribute("value") or "", one.is_checked()) for one in found.all()]


def test_a_figure_of_aemter_is_shown_for_them_alone(browser: Browser, address: str) -> None:
    page = shown(browser, address + DRIVE)
    assert levels_shown(page) == [("aemter", True)]
    names = page.locator(AREA).evaluate_all("(all) => all.map((one) => one.ariaLabel)")
    assert len(names) == 10 and "Amt Norderskizze: 18,8\u202fMinuten" in names
    assert not any(name.startswith("Skizzenbek") for name in names)
    assert page.locator("path.kreiskarte-raum").count() == 0  # an Amt may lie in several rooms
    x, y = middle(page, area(page, "Amt Norderskizze"))
    page.mouse.move(x, y)
    assert page.locator(".kreiskarte-zettel").inner_text() == "Amt Norderskizze: 18,8\u202fMinuten"
    page.mouse.click(x, y)
    assert panel(page) == ["Amt Norderskizze", "18,8\u202fMinuten"]
    assert asked(page) == "kennzahl=fahrzeit-zentrum&ebene=aemter&jahr=2024&raum=990015020"
    table = page.locator("#tabelle")
    assert table.locator("h2").inner_text() == "Alle 10 Ämter und amtsfreien Kommunen"
    assert table.locator("thead th").all_inner_texts()[:2] == ["Rang", "Amt oder Kommune"]
    assert table.locator("tbody tr.gewaehlt th").inner_text() == "Amt Norderskizze"
    assert page.evaluate(REACHED) == [10, 10]
    page.context.close()


def test_a_place_goes_along_to_its_amt_and_back(browser: Browser, address: str) -> None:
    page = shown(browser, f"{address}{WAHL}&raum=skizzenbek")
    page.evaluate("document.querySelector(\"a[href='fahrzeit-zentrum/']\").click()")
    assert panel(page)[0] == "Amt Norderskizze"
    page.go_back()
    assert panel(page)[0] == "Skizzenbek"
    page = shown(browser, f"{address}{DRIVE}&raum=vorlagen")
    assert panel(page)[0] == "Vorlagen"
    page.evaluate("document.querySelector(\"a[href='wahlbeteiligung/']\").click()")
    assert panel(page)[0] == "Vorlagen" and "ebene=kommunen" in asked(page)
    page.context.close()


def test_where_kommunen_and_aemter_have_figures_both_are_offered(
    browser: Browser, address: str
) -> None:
    page = shown(browser, f"{address}{URL}?kennzahl=wahlbeteiligung-landtag&raum=skizzenbek")
    assert [one for one, _ in levels_shown(page)] == ["kommunen", "raeume", "aemter"]
    assert panel(page) == ["Skizzenbek", "keine Angabe"]
    page.check("input[value=aemter]", force=True)
    assert panel(page) == ["Amt Norderskizze", "70,6\u202f%"]
    page.context.close()


def test_on_paper_no_border_runs_through_an_amt(browser: Browser, address: str) -> None:
    page = shown(browser, address + DRIVE)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    drawn = page.locator(".kreiskarte-bild .gebiete path").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('class'))"
    )
    assert drawn[6:9] == ["k4 im-amt"] * 3  # Skizzenbek, Platzhalterdorf, Lückenbüll
    assert drawn[0] == "k0"
    page.context.close()


def test_a_bar_far_out_is_cut_off_in_the_table(browser: Browser, address: str) -> None:
    page = shown(browser, f"{address}{URL}?kennzahl=gaestebetten")
    first = page.locator("#tabelle tbody tr").first
    assert first.locator("th").inner_text() == "Fiktum"
    assert page.locator("#tabelle .schnitt").count() == first.locator(".schnitt").count() == 1
    widths = page.locator("#tabelle tbody rect").evaluate_all(
        "(all) => all.map((one) => Number(one.getAttribute('width')))"
    )
    assert widths[0] == widths[1] == 100 and widths[2] > 50
    said = page.locator(".kreiskarte-tafel .satz").inner_text()
    assert "ist ein Sonderfall und bleibt bei den Farbstufen außen vor" in said
    page.context.close()
