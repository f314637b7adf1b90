"""The search field and the page of the search, by keyboard and ear; over an engine that is known.

What the real engine finds, tests/kreis/suche/ asks. Here its script is one that answers at once.
"""

import re
from collections.abc import Iterator

import pytest
from looking import opened
from playwright.sync_api import Browser, Page, Route, expect

PAGE = "/handlungsfelder/"
FOCUSED = "document.activeElement.textContent.trim()"
ENGINE = re.compile(r"/assets/suchwerk\.")
TYPED = 950  # milliseconds until a screen reader is told
ANSWERING = """
const kinds = {kommune: "Kommune", indikator: "Zahl", begriff: "Begriff"};
const entry = (href, title, kind, summary) =>
  ({href, title, kind, kindName: kinds[kind], summary, where: ""});
const all = [entry("kommunen/musterstadt/", "Musterstadt", "kommune", "Stadt mit allen Zahlen"),
  entry("sozialbericht/nettokaltmiete/", "Nettokaltmiete", "indikator", "Was Wohnen kostet"),
  ...Array.from({length: 30}, (_, n) => entry("glossar/", `Begriff ${n}`, "begriff", ""))];
const figure = {title: "Nettokaltmiete in Musterstadt", value: "7,90 € je m² (2022)",
  note: "Kreis 7,40 €", href: "sozialbericht/nettokaltmiete/", lines: []};
const counts = {art: [["kommune", "Kommune", 1], ["indikator", "Zahl", 1],
  ["begriff", "Begriff", 30]]};
function ask(text, {limit = 8, chosen = {}}) {
  if (text.startsWith("zz")) return {text, answers: [], hits: [], terms: [], total: 0,
    counts: {}, instead: "", nearest: ["Miete"]};
  const hits = all.filter(({kind}) => !chosen.art?.length || chosen.art.includes(kind));
  const answers = text === "Miete Musterstadt" ? [figure] : [];
  const instead = text === "Mustrestadt" ? "Musterstadt" : "";
  return {text, answers, hits: hits.slice(0, limit), terms: ["nettokaltmiete"],
    total: hits.length, counts, instead, nearest: []};
}
window.fokusSuche = {
  load: async (root) => { window.geladenVon = root; },
  ask: async (text, options = {}) => ask(text, options),
};
"""


def answered(page: Page, script: str = ANSWERING) -> Page:
    """Let the pages of a browser load an engine whose answers are known."""
    page.context.route(
        ENGINE, lambda route: route.fulfill(body=script, content_type="text/javascript")
    )
    return page


@pytest.fixture
def start(browser: Browser, address: str) -> Iterator[Page]:
    """Return a wide page whose head has the field."""
    page = answered(opened(browser, "about:blank", 1280, "light"))
    page.goto(address + PAGE)
    yield page
    page.context.close()


def status(page: Page) -> str:
    """Return what is told of the search."""
    page.wait_for_timeout(TYPED)
    return page.locator("form.suchen [role=status]").inner_text()


def test_nothing_is_loaded_before_somebody_enters_the_field(start: Page) -> None:
    def loaded() -> list[str]:
        names = [url.rpartition("/")[2].partition(".")[0] for url in start.asked]  # type: ignore[attr-defined]
        return [one for one in names if one in ("suchwerk", "suchliste", "verzeichnis")]

    assert loaded() == []
    start.locator("#frage").focus()
    expect(start.locator(".suchliste")).to_be_attached()
    assert sorted(loaded()) == ["suchliste", "suchliste", "suchwerk"]  # a script and a style
    assert start.evaluate("window.geladenVon") == "../"


def test_the_answer_stands_first_and_hits_begin_with_their_links(start: Page) -> None:
    start.locator("#frage").fill("Miete Musterstadt")
    entries = start.locator("#treffer > li")
    expect(entries).to_have_count(8)
    assert entries.first.inner_text().split("\n") == [
        *("Nettokaltmiete in Musterstadt", "7,90 € je m² (2022)", "Kreis 7,40 €"),
    ]
    assert set(entries.evaluate_all("(all) => all.map((one) => one.firstChild.localName)")) == {"a"}
    assert start.locator("#treffer mark").all_inner_texts()[0] == "Nettokaltmiete"
    last = start.locator(".suchliste-fuss a")
    assert last.inner_text() == "Alle 33 Treffer zu „Miete Musterstadt“"
    assert status(start) == (
        "33 Treffer, der erste: Nettokaltmiete in Musterstadt: 7,90 € je m² (2022)"
    )


def test_arrows_go_through_the_hits_and_back_to_the_field(start: Page) -> None:
    field = start.locator("#frage")
    field.press_sequentially("Muster")
    expect(start.locator("#treffer > li")).to_have_count(7)
    start.keyboard.press("ArrowDown")
    assert start.evaluate(FOCUSED).startswith("Musterstadt")
    start.keyboard.press("End")
    assert start.evaluate(FOCUSED).startswith("Alle 32 Treffer")
    start.keyboard.press("ArrowDown")
    assert start.evaluate(FOCUSED).startswith("Alle 32 Treffer")
    start.keyboard.press("Home")
    start.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    start.keyboard.press("ArrowDown")
    start.keyboard.press("s")  # who goes on typing goes on in the field
    expect(field).to_have_value("Musters")
    start.keyboard.press("ArrowDown")
    with start.expect_navigation():
        start.keyboard.press("Enter")
    assert start.url.endswith("/kommunen/musterstadt/")


def test_escape_closes_the_list_first_and_keeps_the_words(start: Page) -> None:
    field = start.locator("#frage")
    field.fill("Muster")
    expect(start.locator("#treffer > li")).to_have_count(7)
    start.keyboard.press("ArrowDown")
    expect(start.locator("#treffer a").first).to_be_focused()
    start.keyboard.press("Escape")
    expect(field).to_be_focused()
    assert start.locator(".suchliste").is_hidden()
    expect(field).to_have_value("Muster")
    assert status(start) == ""
    start.keyboard.press("ArrowDown")
    expect(start.locator("#treffer a").first).to_be_focused()


def test_who_leaves_the_field_leaves_the_list(start: Page) -> None:
    start.locator("#frage").fill("Muster")
    expect(start.locator(".suchliste")).to_be_visible()
    start.locator("h1").click()
    assert start.locator(".suchliste").is_hidden()
    start.locator("#frage").focus()
    for _ in range(10):  # button, seven hits, all hits, and out
        start.keyboard.press("Tab")
    assert start.locator(".suchliste").is_hidden()


def test_nothing_found_leads_on(start: Page) -> None:
    start.locator("#frage").fill("zzz")
    expect(start.locator(".suchliste p").first).to_have_text(
        "Nichts gefunden zu „zzz“. Ähnliche Wörter: Miete"
    )
    assert status(start) == "Nichts gefunden zu „zzz“."
    with start.expect_navigation():
        start.get_by_role("link", name="Andere Wege zum Ziel").click()
    expect(start.locator("#gefunden")).to_have_text("Nichts gefunden zu „zzz“")
    assert start.locator("#nichts a").all_inner_texts()[:4] == [
        *("Miete", "Register von A bis Z", "Kreiskarte mit allen Zahlen", "Alle Orte"),
    ]


def test_what_was_searched_instead_is_said(start: Page) -> None:
    start.locator("#frage").fill("Mustrestadt")
    expect(start.locator(".suchliste p").first).to_have_text("Gesucht wurde „Musterstadt“.")
    with start.expect_navigation():
        start.keyboard.press("Enter")
    expect(start.locator(".statt-dessen")).to_have_text(
        "Zu „Mustrestadt“ steht hier nichts. Gesucht wurde „Musterstadt“."
    )


def test_a_slow_engine_is_told_and_one_that_fails_leaves_the_register(
    browser: Browser, address: str
) -> None:
    page = opened(browser, "about:blank", 1280, "light")
    waiting: list[Route] = []
    page.context.route(ENGINE, lambda route: waiting.append(route))
    page.goto(address + PAGE)
    page.locator("#frage").focus()
    told = page.locator("form.suchen [role=status]")
    expect(told).to_have_text("Die Suche wird geladen …")
    waiting[0].abort()
    expect(told).to_have_text(
        "Die Suche lässt sich gerade nicht laden. Mit Enter kommen Sie zum Register."
    )
    assert page.locator("form.suchen").evaluate("(one) => one.action").endswith("/register/")
    page.context.close()


def test_the_stroke_leads_to_the_field_unless_one_types_or_switched_it_off(
    start: Page, address: str
) -> None:
    start.keyboard.press("/")
    expect(start.locator("#frage")).to_be_focused()
    start.keyboard.press("/")
    expect(start.locator("#frage")).to_have_value("/")
    start.goto(address + "/suche/")
    start.get_by_label("Die Taste „/“ führt auf jeder Seite ins Suchfeld").uncheck()
    start.goto(address + PAGE)
    start.keyboard.press("/")
    expect(start.locator("#frage")).not_to_be_focused()
    start.goto(address + "/suche/")
    start.get_by_label("Die Taste „/“").check()
    assert start.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("width", [320, 360, 768, 1024])
def test_on_narrow_screens_a_button_opens_the_field(
    browser: Browser, address: str, width: int
) -> None:
    page = answered(opened(browser, "about:blank", width, "light"))
    page.goto(address + PAGE)
    assert page.locator("#frage").is_hidden()
    button = page.get_by_role("button", name="Suche", exact=True)
    button.click()
    expect(page.locator("#frage")).to_be_focused()
    page.keyboard.type("Muster")
    expect(page.locator("#treffer > li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("Escape")
    assert page.locator("#frage").is_visible() and page.locator("#treffer").is_hidden()
    page.keyboard.press("Escape")
    assert page.locator("#frage").is_hidden()
    button.click()
    button.click()
    assert page.locator("#frage").is_hidden()
    page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_without_script_the_field_leads_to_the_register(
    browser: Browser, address: str, width: int
) -> None:
    page = opened(browser, address + PAGE, width, "light", script=False)
    if width == 360:
        page.get_by_role("button", name="Suche", exact=True).click()
    page.locator("#frage").fill("Miete")
    with page.expect_navigation():
        page.locator("#frage").press("Enter")
    assert page.url == address + "/register/?q=Miete"
    page.goto(address + "/suche/?q=Miete")
    assert page.locator(".ohne-skript").is_visible()
    assert page.locator(".ohne-skript a").get_attribute("href") == "../register/"
    assert not page.locator(".suchbeispiele, #suchseite, #nichts, .suchtaste").first.is_visible()
    page.context.close()


# --- The page of the search -----------------------------------------------------------------------


def searched(page: Page, address: str, query: str) -> None:
    """Open the page of the search and wait for what it found."""
    page.goto(f"{address}/suche/{query}")
    expect(page.locator("#treffer > li").first).to_be_visible()


def test_the_page_has_all_hits_by_twenty(start: Page, address: str) -> None:
    searched(start, address, "?q=Muster")
    assert start.locator("#gefunden").inner_text() == "32 Treffer zu „Muster“"
    assert start.title() == "„Muster“ – Suche – Fokusbericht Kreis Muster"
    assert start.locator("#treffer > li").count() == 20
    start.get_by_role("button", name="12 weitere Treffer").click()
    expect(start.locator("#treffer > li")).to_have_count(32)
    assert start.evaluate(FOCUSED) == "Begriff 18"
    assert start.url.endswith("?q=Muster&bis=40")
    start.reload()
    expect(start.locator("#treffer > li")).to_have_count(32)
    assert status(start) == "32 Treffer zu „Muster“, der erste: Musterstadt"


def test_what_is_chosen_stands_in_the_address_and_back_gives_it_up(
    start: Page, address: str
) -> None:
    searched(start, address, "?q=Miete+Musterstadt")
    box = start.get_by_label(re.compile("^Kommune"))
    box.check()
    expect(start.locator("#gefunden")).to_have_text("Ein Treffer zu „Miete Musterstadt“")
    expect(box).to_be_focused()
    assert start.url.endswith("?q=Miete+Musterstadt&art=kommune")
    assert start.locator(".gewaehlt a").all_inner_texts() == ["Kommune\nentfernen"]
    start.go_back()
    expect(start.locator("#gefunden")).to_have_text("33 Treffer zu „Miete Musterstadt“")
    expect(box).not_to_be_checked()
    start.go_forward()
    expect(box).to_be_checked()
    start.locator(".gewaehlt a").click()
    expect(start.locator("#gefunden")).to_have_text("33 Treffer zu „Miete Musterstadt“")


def test_typing_changes_the_address_in_place_and_enter_is_a_step(start: Page, address: str) -> None:
    start.goto(address + "/suche/")
    assert start.locator("#suchseite").is_hidden()
    before = start.evaluate("history.length")
    start.locator("#frage").press_sequentially("Muster")
    expect(start.locator("#gefunden")).to_have_text("32 Treffer zu „Muster“")
    assert start.evaluate("history.length") == before
    start.keyboard.press("ArrowDown")
    assert start.evaluate(FOCUSED) == "Musterstadt"
    start.locator("#frage").fill("Miete")
    start.keyboard.press("Enter")
    expect(start.locator("#gefunden")).to_have_text("32 Treffer zu „Miete“")
    start.go_back()
    expect(start.locator("#frage")).to_have_value("Muster")


def test_an_example_asks_its_question(start: Page, address: str) -> None:
    start.goto(address + "/suche/")
    start.locator(".suchbeispiele a").first.click()
    expect(start.locator("#gefunden")).to_have_text("32 Treffer zu „Leerstand Probedorf“")
    assert start.locator(".suchbeispiele").is_hidden()


def test_on_paper_the_page_is_its_list(start: Page, address: str) -> None:
    searched(start, address, "?q=Muster")
    start.emulate_media(media="print")
    for part in ("form.suchen", ".facetten", ".mehr", ".suchtaste"):
        assert start.locator(f"main {part}").first.is_hidden(), part
    assert start.locator("#treffer").is_visible()


def test_the_start_page_has_one_large_field(start: Page, address: str) -> None:
    start.goto(address + "/")
    assert start.locator("header form").count() == 0
    field = start.get_by_role("searchbox", name="Was möchten Sie wissen?")
    before = start.locator(".orte-gross").bounding_box()
    field.fill("Miete Musterstadt")
    expect(start.locator(".antwort b")).to_have_text("7,90 € je m² (2022)")
    assert start.locator(".orte-gross").bounding_box() == before  # nothing jumps
    with start.expect_navigation():
        field.press("Enter")
    assert start.url == address + "/suche/?q=Miete+Musterstadt"


# --- With the engine itself -----------------------------------------------------------------------


def test_a_question_of_a_place_and_a_figure_is_answered(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/", 1280, "light")
    page.locator("#frage").fill("Leerstand Probedorf")
    expect(page.locator(".antwort .ziel")).to_have_text("Leerstandsquote in Probedorf")
    page.locator("#frage").press("Enter")
    expect(page.locator("#treffer .antwort b")).to_be_visible()
    assert page.said == []  # type: ignore[attr-defined]
    page.context.close()


def test_other_fields_find_what_is_called_otherwise(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/handlungsempfehlungen/", 1280, "light")
    page.locator("#wort").fill("Kindergarten")
    titles = page.locator("#ergebnisse .titel-link:visible")
    expect(titles.filter(has_text="Kita").first).to_be_visible()
    assert "Keine" not in page.locator("#gezaehlt").inner_text()
    page.goto(address + "/sozialbericht/")
    page.locator("#kreiskarte-suche").fill("Kindergarten")
    expect(page.locator(".kreiskarte-suche [role=status]")).to_have_text(re.compile("^[1-9]"))
    page.locator("#kreiskarte-suche").fill("gibtesnicht")
    expect(page.locator(".kreiskarte-suche [role=status]")).to_have_text("keine Treffer")
    page.context.close()


def test_other_fields_find_by_themselves_while_there_is_no_engine(
    browser: Browser, address: str
) -> None:
    page = opened(browser, "about:blank", 1280, "light")
    page.context.route(ENGINE, lambda route: route.abort())
    page.goto(address + "/handlungsempfehlungen/")
    page.locator("#wort").fill("Kita")
    expect(page.locator("#gezaehlt")).to_have_text(re.compile("von"))
    page.goto(address + "/sozialbericht/")
    page.locator("#kreiskarte-suche").fill("Leerstand")
    expect(page.locator(".kreiskarte-suche [role=status]")).to_have_text(re.compile("^[1-9]"))
    page.context.close()
