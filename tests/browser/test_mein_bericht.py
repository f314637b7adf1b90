"""„Mein Bericht“ in a real Chromium: collected, ordered, printed, saved, sent to others."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from gates.seen import axe
from looking import opened, unbroken
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from support import IN_CI, REPOSITORY

FIGURE = "/sozialbericht/leerstandsquote/"
PLACE = "/kommunen/musterstadt/"
RECOMMENDATION = "/handlungsempfehlungen/2025-03/"
MAP = "/sozialbericht/?kennzahl=leerstandsquote&ebene=kommunen&jahr=2022&raum=musterstadt"
PAIR = "/sozialbericht/vergleich/?x=leerstandsquote&y=nettokaltmiete"
PLACES = "/kommunen/vergleich/?a=musterstadt&b=fiktum"
REPORT = "/mein-bericht/"
TITLES = "#sammlung-liste > li p > a"
ENTRIES = "#heft-inhalt .heft-eintrag"
VNU = REPOSITORY / "node_modules/vnu-jar/build/dist/vnu.jar"
KEY = "fokus:/:bericht"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser in which nothing is collected; it says when a page complains."""
    with browser.new_context(service_workers="block", accept_downloads=True) as fresh:
        fresh.grant_permissions(["clipboard-read", "clipboard-write"])
        yield fresh


def visit(context: BrowserContext, address: str) -> Page:
    """Open a page, noting what is complained of and what is asked for."""
    page = context.new_page()
    page.said = []  # type: ignore[attr-defined]
    page.asked = []  # type: ignore[attr-defined]
    page.on("console", lambda one: page.said.append(one.text))  # type: ignore[attr-defined]
    page.on("pageerror", lambda one: page.said.append(str(one)))  # type: ignore[attr-defined]
    page.on("request", lambda one: page.asked.append(one.url))  # type: ignore[attr-defined]
    page.goto(address)
    return page


def complaints(page: Page) -> list[str]:
    """Return what a page complained of, but that a test lets no worker begin."""
    said: list[str] = page.said  # type: ignore[attr-defined]
    return [one for one in said if "Service Worker" not in one]


def collect(context: BrowserContext, address: str, *paths: str) -> Page:
    """Collect pages one after the other."""
    page = visit(context, address)
    for path in paths:
        page.goto(address + path)
        if "?" in path:
            page.locator(".bereit, #vergleich:visible, #ortsvergleich:visible").first.wait_for()
        page.locator(".merken").click()
        expect(page.locator(".merken")).to_have_attribute("aria-pressed", "true")
    return page


def dossier(page: Page, address: str, fragment: str = "") -> None:
    """Open the report, and wait until its dossier is there."""
    page.goto(address + REPORT + fragment)
    page.locator("#heft.bereit").wait_for()


def titles(page: Page) -> list[str]:
    """Return what is collected, in order."""
    return [unbroken(one) for one in page.locator(TITLES).all_inner_texts()]


def control(page: Page, act: str, title: str) -> Locator:
    """Return a button of an entry, as it is heard."""
    return page.get_by_role("button", name=re.compile(rf"^\W*{act}\s?: {title}$"))


def kept(page: Page) -> object:
    """Return what the browser keeps."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "null")


def test_pages_are_collected_and_let_go(context: BrowserContext, address: str) -> None:
    page = visit(context, address + PLACE)
    button, way = page.locator(".merken"), page.locator(".merkzettel a")
    expect(button).to_have_text(re.compile("^Merken"))
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(way).to_be_hidden()
    top = page.locator("h1").bounding_box()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert button.inner_text().strip() == "Gemerkt"
    expect(way).to_have_text("Mein Bericht (1)")
    expect(page.locator(".merkzettel [role=status]")).to_have_text("Mein Bericht (1)")
    expect(page.locator(".fuss a[href*=mein-bericht]")).to_have_text("Mein Bericht (1)")
    assert page.locator("h1").bounding_box() == top  # nothing has moved
    page.goto(address + FIGURE)
    expect(page.locator(".merken")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".merkzettel a")).to_have_text("Mein Bericht (1)")
    page.goto(address + PLACE)
    button.click()
    expect(way).to_be_hidden()
    assert kept(page) is None and complaints(page) == []


def test_what_is_chosen_on_a_page_is_collected_with_it(
    context: BrowserContext, address: str
) -> None:
    page = collect(context, address, MAP)
    page.locator(".kreiskarte-ebene label", has_text="Betrachtungsräume").click()
    expect(page.locator(".merken")).to_have_attribute("aria-pressed", "false")
    page.locator(".merken").click()
    dossier(page, address)
    assert [one.split(",")[0] for one in titles(page)] == ["Leerstandsquote 2022"] * 2
    assert "ebene=raeume" in (page.locator(TITLES).last.get_attribute("href") or "")


def test_the_dossier_holds_all_kinds_with_source_and_date(
    context: BrowserContext, address: str
) -> None:
    page = collect(context, address, FIGURE, PLACE, RECOMMENDATION, MAP, PAIR, PLACES)
    dossier(page, address)
    assert titles(page) == [
        "Leerstandsquote",
        "Musterstadt",
        "Fährgeld für Familien auf der Insel",
        "Leerstandsquote 2022, Musterstadt",
        "Leerstandsquote 2025 und Nettokaltmiete 2025",
        "Musterstadt neben Fiktum",
    ]
    entries = page.locator(ENTRIES)
    assert entries.count() == 6
    contents = page.locator(".heft-verzeichnis a").all_inner_texts()
    assert [unbroken(one) for one in contents] == titles(page)
    for number in range(6):
        origin = entries.nth(number).locator(".heft-herkunft").inner_text()
        assert "https://" in origin
        assert len(unbroken(entries.nth(number).inner_text())) > 300
    assert page.locator(".heft-quellen > ol > li").count() == 6
    cover = unbroken(page.locator(".heft-titel").inner_text())
    assert "aus: Fokusbericht Kreis Muster, Stand" in cover and "Erfundener Kreis" in cover
    said = unbroken(entries.nth(3).inner_text())
    assert "Musterstadt: 2,1\u202f%" in said and "Leerstandsquote 2022, Kommunen" in said
    assert entries.nth(3).locator("svg.karte .papier-umriss").count() == 1
    assert entries.nth(4).locator(".vergleich-punkte circle").count() > 5
    assert entries.nth(5).locator("table tbody tr").count() > 5
    assert page.locator("#heft-inhalt :is(script, button, form, [onclick])").count() == 0
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({id}) => id)")
    assert len(ids) == len(set(ids))
    assert complaints(page) == []


def test_secret_figures_stay_secret(context: BrowserContext, address: str) -> None:
    page = collect(context, address, PLACES)
    dossier(page, address)
    assert "geheim gehalten" in unbroken(page.locator(ENTRIES).inner_text())


def test_entries_are_ordered_by_keyboard(context: BrowserContext, address: str) -> None:
    page = collect(context, address, FIGURE, PLACE, RECOMMENDATION)
    dossier(page, address)
    last = control(page, "auf", "Fährgeld für Familien auf der Insel")
    last.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sammlung-ansage")).to_have_text(
        "„Fährgeld für Familien auf der Insel“ steht jetzt an Stelle 2 von 3."
    )
    expect(last).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # there is nothing above
    assert titles(page)[0] == "Fährgeld für Familien auf der Insel"
    expect(last).to_have_attribute("aria-disabled", "true")
    expect(page.locator(ENTRIES).first).to_contain_text("Wo sie heute steht")
    page.reload()
    assert titles(page)[0] == "Fährgeld für Familien auf der Insel"


def test_what_is_removed_comes_back(context: BrowserContext, address: str) -> None:
    page = collect(context, address, FIGURE, PLACE)
    dossier(page, address)
    control(page, "entfernen", "Leerstandsquote").click()
    assert titles(page) == ["Musterstadt"]
    expect(page.locator("#sammlung-ansage")).to_have_text("„Leerstandsquote“ ist entfernt.")
    expect(page.get_by_role("button", name="Rückgängig")).to_be_focused()
    page.keyboard.press("Enter")
    assert titles(page) == ["Leerstandsquote", "Musterstadt"]
    expect(page.locator(TITLES).first).to_be_focused()


def test_all_is_removed_only_when_asked_twice(context: BrowserContext, address: str) -> None:
    page = collect(context, address, FIGURE)
    dossier(page, address)
    page.get_by_role("button", name="Alles entfernen", exact=True).click()
    expect(page.get_by_role("button", name="Behalten")).to_be_focused()
    page.keyboard.press("Escape")
    assert titles(page) == ["Leerstandsquote"]
    page.get_by_role("button", name="Alles entfernen", exact=True).click()
    page.get_by_role("button", name="Ja, alles entfernen").click()
    expect(page.locator("#leer")).to_be_visible()
    expect(page.locator("#heft")).to_be_hidden()
    assert kept(page) is None


def test_title_foreword_notes_and_parts_are_the_reader_s(
    context: BrowserContext, address: str
) -> None:
    page = collect(context, address, FIGURE)
    dossier(page, address)
    page.get_by_label("Titel").fill("<b>Für den Ausschuss</b>")
    page.get_by_label("Vorwort", exact=True).fill("Erstens.\n\nZweitens.")
    page.locator("#sammlung-liste summary").click()
    page.locator("#sammlung-liste textarea").fill("<img src=x onerror=alert(1)>")
    page.get_by_role("checkbox", name="Verlauf").check()
    page.get_by_role("checkbox", name="Tabelle").uncheck()
    expect(page.locator("#heft-name")).to_have_text("<b>Für den Ausschuss</b>")
    expect(page.locator(".heft-vorwort p")).to_have_text(["Erstens.", "Zweitens."])
    entry = page.locator(ENTRIES)
    expect(entry.locator(".heft-notiz p").last).to_have_text("<img src=x onerror=alert(1)>")
    expect(entry.locator("table")).to_have_count(0)
    expect(entry.get_by_role("heading", name="Verlauf")).to_be_visible()
    dossier(page, address)
    expect(page.locator("#heft-name")).to_have_text("<b>Für den Ausschuss</b>")
    expect(entry.locator("table")).to_have_count(0)
    assert complaints(page) == []


def test_paper_holds_the_dossier_alone(context: BrowserContext, address: str) -> None:
    page = collect(context, address, FIGURE, PLACE)
    dossier(page, address)
    page.emulate_media(media="print")
    for chrome in (".dach", ".krumen", ".fuss", "#sammlung", ".kopf", ".heft-leiste"):
        assert not page.locator(chrome).first.is_visible()
    assert page.locator("#heft-name").is_visible()
    pdf = page.pdf(prefer_css_page_size=True, outline=True, tagged=True)
    assert 3 <= len(re.findall(rb"/Type /Page\b", pdf)) <= 8


def saved(page: Page, folder: Path) -> Path:
    """Save the dossier as a file."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Als Datei speichern").click()
    assert download.value.suggested_filename == "mein-bericht.html"
    download.value.save_as(folder / "mein-bericht.html")
    return folder / "mein-bericht.html"


def test_the_saved_file_needs_nothing_else(
    context: BrowserContext, browser: Browser, address: str, tmp_path: Path
) -> None:
    page = collect(context, address, FIGURE, PLACE, MAP, PAIR)
    dossier(page, address)
    page.get_by_role("checkbox", name="Verlauf").check()
    page.locator(".heft-eintrag img").first.wait_for()
    file = saved(page, tmp_path)
    text = file.read_text(encoding="utf-8")
    assert "<script" not in text and "http://127.0.0.1" not in text and "localhost" not in text
    with browser.new_context(offline=True) as alone:
        other = visit(alone, file.as_uri())
        assert [one for one in other.asked if not one.startswith(("file:", "data:"))] == []  # type: ignore[attr-defined]
        assert other.locator("h1").inner_text() == "Mein Bericht"
        assert other.locator(".heft-eintrag").count() == 4
        shown = "[...document.images].every((one) => one.complete && one.naturalWidth > 0)"
        assert other.locator("img").count() > 0 and other.evaluate(shown)
        fill = "getComputedStyle(document.querySelector('.karte .k4')).fill"
        assert other.evaluate(fill) != "rgb(0, 0, 0)"  # its styles are there
        assert complaints(other) == []


@pytest.mark.skipif(not IN_CI and not shutil.which("java"), reason="no Java here")
def test_the_saved_file_is_valid(context: BrowserContext, address: str, tmp_path: Path) -> None:
    page = collect(context, address, FIGURE, PLACE, RECOMMENDATION, MAP, PAIR, PLACES)
    dossier(page, address)
    for box in page.locator("#sammlung-liste input[type=checkbox]").all():
        box.check()
    page.wait_for_timeout(1500)
    command = ["java", "-jar", str(VNU), "--errors-only", str(saved(page, tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(context: BrowserContext, address: str, scheme: str) -> None:
    page = collect(context, address, FIGURE, PLACE, RECOMMENDATION, MAP, PAIR, PLACES)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    assert axe(page) == []
    dossier(page, address)
    page.locator("#sammlung-liste summary").first.click()
    assert axe(page) == []
    page.get_by_role("button", name="Alles entfernen", exact=True).click()
    assert axe(page) == []


def test_a_link_brings_the_collection_to_others(
    context: BrowserContext, browser: Browser, address: str
) -> None:
    page = collect(context, address, FIGURE, MAP)
    dossier(page, address)
    page.get_by_label("Titel").fill("Für Jana & Co_1")
    page.locator("#sammlung-liste summary").first.click()
    page.locator("#sammlung-liste textarea").first.fill("Nur für uns")
    page.get_by_role("button", name="Link kopieren").click()
    expect(page.locator("#sammlung-ansage")).to_have_text("Der Link ist kopiert.")
    plain = page.evaluate("navigator.clipboard.readText()")
    assert plain == page.locator("#link-text").input_value() and "Nur" not in plain
    assert len(plain) < 250
    page.get_by_label("Vorwort und Notizen stehen mit im Link").check()
    page.get_by_role("button", name="Link kopieren").click()
    whole = page.locator("#link-text").input_value()
    with browser.new_context(service_workers="block") as theirs:
        other = visit(theirs, whole)
        other.locator("#heft.bereit").wait_for()
        expect(other.locator("#gesendet-kopf")).to_be_focused()
        assert other.locator("#gesendet-titel").inner_text() == "Ihr Titel: „Für Jana & Co_1“"
        expect(other.locator(".heft-notiz")).to_contain_text("Nur für uns")
        assert kept(other) is None  # nothing is taken before it is asked for
        assert [one for one in other.asked if "Jana" in one] == []  # type: ignore[attr-defined]
        other.get_by_role("button", name="Übernehmen", exact=True).click()
        assert titles(other) == ["Leerstandsquote", "Leerstandsquote 2022, Musterstadt"]
        assert other.evaluate("location.hash") == ""
        other.goto(f"{address}{REPORT}#a=kommunen/musterstadt/")
        other.locator("#heft.bereit").wait_for()
        other.get_by_role("button", name="Schließen und nichts übernehmen").click()
        assert len(titles(other)) == 2
        other.goto(f"{address}{REPORT}#a=kommunen/musterstadt/&a=sozialbericht/leerstandsquote/")
        other.get_by_role("button", name="Meiner hinzufügen").click()
        expect(other.locator(TITLES)).to_have_count(3)
        assert other.get_by_label("Titel").input_value() == "Für Jana & Co_1"
        assert complaints(other) == []


HOSTILE = (
    "javascript:alert(1)",
    "https://boese.example/",
    "//boese.example/",
    "../../etc/",
    "kommunen/../../x/",
    "data:text/html,x",
    "kommunen/musterstadt/#x",
    "\\\\boese.example\\x/",
    "kommunen/<img src=x>/",
)


def test_what_a_hostile_link_says_is_only_text(context: BrowserContext, address: str) -> None:
    pairs = [f"a={quote(one, safe='')}" for one in HOSTILE]
    pairs += [
        f"t={quote('<script>alert(1)</script>')}",
        "n=%E0%A4%A",
        "a=kommunen%2Fmusterstadt%2F",
    ]
    pairs += [f"n={quote('<img src=x onerror=alert(1)>')}", "a=glossar/", "a=gibt/es/nicht/"]
    page = visit(context, f"{address}{REPORT}#{'&'.join(pairs)}")
    page.locator("#heft.bereit").wait_for()
    links = page.locator("#gesendet-liste a").all()
    assert [one.get_attribute("href") for one in links] == [
        f"{address}/{one}" for one in ("kommunen/musterstadt/", "glossar/", "gibt/es/nicht/")
    ]
    assert page.locator("#gesendet-titel").inner_text() == (
        "Ihr Titel: „<script>alert(1)</script>“"
    )
    gone = "Diese Seite gibt es hier nicht oder nicht mehr."  # or is none that is collected
    assert [gone in one for one in page.locator(ENTRIES).all_inner_texts()] == [False, True, True]
    asked = page.asked  # type: ignore[attr-defined]
    assert [one for one in asked if not one.startswith((address, "data:"))] == []
    assert [one for one in complaints(page) if "404" not in one] == []


def test_ten_thousand_entries_are_cut(context: BrowserContext, address: str) -> None:
    many = "&".join(f"a=kommunen/ort-{number}/" for number in range(10_000))
    page = visit(context, f"{address}{REPORT}#{many}")
    page.locator("#heft.bereit").wait_for()
    assert page.locator("#gesendet-liste li").count() == 60


SPOILT = ("{", "null", "7", '{"entries": 3}', '{"entries": [{"address": "https://x.example/"}]}')


@pytest.mark.parametrize("text", SPOILT)
def test_what_is_spoilt_is_survived(context: BrowserContext, address: str, text: str) -> None:
    page = visit(context, address + PLACE)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.reload()
    page.locator(".merken").click()
    expect(page.locator(".merkzettel a")).to_have_text("Mein Bericht (1)")
    dossier(page, address)
    assert titles(page) == ["Musterstadt"] and complaints(page) == []


def test_a_list_of_addresses_is_a_collection(context: BrowserContext, address: str) -> None:
    page = visit(context, address + REPORT)
    page.evaluate("key => localStorage.setItem(key, '[\"kommunen/musterstadt/\"]')", KEY)
    dossier(page, address)
    assert titles(page) == ["Musterstadt"]


def test_a_full_or_blocked_store_is_told(context: BrowserContext, address: str) -> None:
    context.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
    )
    page = visit(context, address + PLACE)
    page.locator(".merken").click()
    expect(page.locator(".merkzettel [role=status]")).to_have_text(
        "Ihr Browser hebt hier nichts auf."
    )
    expect(page.locator(".merken")).to_have_attribute("aria-pressed", "false")
    page.goto(f"{address}{REPORT}#a=kommunen/musterstadt/")
    page.locator("#heft.bereit").wait_for()
    page.get_by_role("button", name="Übernehmen", exact=True).click()
    expect(page.locator("#sammlung-fehler")).to_be_visible()
    assert titles(page) == ["Musterstadt"]  # as long as the page is open


def test_a_store_that_may_not_be_touched_hides_nothing(
    context: BrowserContext, address: str
) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('', 'SecurityError'); } });"
    )
    page = visit(context, address + PLACE)
    expect(page.locator(".merken")).to_be_visible()
    page.locator(".merken").click()
    expect(page.locator(".merkzettel [role=status]")).to_be_visible()
    page.goto(address + REPORT)
    expect(page.locator("#leer")).to_be_visible()
    assert complaints(page) == []


def test_more_than_sixty_are_not_taken(context: BrowserContext, address: str) -> None:
    page = visit(context, address + PLACE)
    fill = "key => localStorage.setItem(key, JSON.stringify({ entries: Array.from({ length: 60 }, "
    page.evaluate(fill + "(_, n) => ({ address: `kommunen/ort-${n}/` })) }))", KEY)
    page.locator(".merken").click()
    expect(page.locator(".merkzettel [role=status]")).to_have_text(
        "Mehr als 60 Seiten fasst „Mein Bericht“ nicht."
    )


def test_another_tab_is_heard(context: BrowserContext, address: str) -> None:
    page = collect(context, address, FIGURE)
    dossier(page, address)
    other = collect(context, address, PLACE)
    expect(page.locator(TITLES)).to_have_count(2)
    control(page, "entfernen", "Musterstadt").click()
    expect(other.locator(".merken")).to_have_attribute("aria-pressed", "false")


def test_without_script_a_page_explains_it(browser: Browser, address: str) -> None:
    page = opened(browser, address + PLACE, 1280, "light", script=False)
    assert not page.locator(".merkzettel").is_visible()
    page.goto(address + REPORT)
    assert page.locator("#leer h3").first.is_visible()
    assert "Zum Sammeln muss im Browser JavaScript laufen." in page.inner_text("main")
    for hidden in ("#sammlung", "#gesendet", "#heft", "#sammlung-frage"):
        assert not page.locator(hidden).is_visible()
    page.context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_screen(
    context: BrowserContext, address: str, width: int
) -> None:
    page = collect(context, address, FIGURE, PLACE, MAP, PAIR)
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    dossier(page, address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
