"""The ZIP, unpacked and opened from a folder in a real Chromium: no server, no network."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from looking import unbroken
from playwright.sync_api import Browser, BrowserContext, Page, expect
from shapes import one_of_each_kind
from support import files

from fokusbericht.exports.bundle import bundled
from fokusbericht.model.report import Report

BROKEN = """() => [...document.images]
  .filter((one) => one.complete && !one.naturalWidth && one.getClientRects().length)
  .map((one) => one.getAttribute("src"))"""


@pytest.fixture(scope="module")
def folder(
    tmp_path_factory: pytest.TempPathFactory, muster_site: Path, muster_report: Report
) -> Path:
    """Unpack the ZIP of the Kreis Muster."""
    found, site = tmp_path_factory.mktemp("stick"), files(muster_site)
    for path, data in bundled(muster_report, site, site.__getitem__):
        (found / path).parent.mkdir(parents=True, exist_ok=True)
        (found / path).write_bytes(data)
    return found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser without network."""
    with browser.new_context(viewport={"width": 1280, "height": 860}, offline=True) as fresh:
        yield fresh


def opened(context: BrowserContext, file: Path, question: str = "") -> tuple[Page, list[str]]:
    """Open a file; return the page and what the browser complains of."""
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri() + question, wait_until="load")
    return page, said


def test_each_kind_of_page_opens_without_complaint(
    context: BrowserContext, folder: Path, muster_site: Path
) -> None:
    wrong = []
    for path in one_of_each_kind(path for path in files(muster_site) if path.endswith(".html")):
        if not (folder / path).is_file():  # only a server needs it
            continue
        page, said = opened(context, folder / path)
        page.wait_for_timeout(50)
        wrong += [(path, one) for one in (*said, *page.evaluate(BROKEN))]
        page.close()
    assert wrong == []


def test_the_kreiskarte_lives(context: BrowserContext, folder: Path) -> None:
    page, said = opened(context, folder / "sozialbericht" / "index.html")
    page.locator("#kreiskarte-suche").wait_for()
    page.locator(".kreiskarte-thema summary").first.click()
    page.locator(".kreiskarte-thema a:visible").last.click()
    expect(page.locator("#map_1")).to_be_visible()
    assert "kennzahl=" in page.evaluate("location.search")
    page.locator("#kreiskarte a[href$='/']:visible").first.click()  # one that the script made
    page.wait_for_url(re.compile(r"/index\.html"))
    assert said == []


def test_the_search_answers(context: BrowserContext, folder: Path) -> None:
    page, said = opened(context, folder / "glossar" / "index.html")
    page.locator("form.suchen input[name=q]").fill("Musterstadt")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/suche/index\.html\?q=Musterstadt|/kommunen/musterstadt/"))
    page, more = opened(context, folder / "suche" / "index.html", "?q=Musterstadt")
    page.locator("#treffer a[href*='kommunen/musterstadt/']").first.click()
    page.wait_for_url(re.compile(r"/kommunen/musterstadt/index\.html"))
    assert [*said, *more] == []


def test_places_stand_side_by_side(context: BrowserContext, folder: Path) -> None:
    page, said = opened(context, folder / "kommunen" / "vergleich" / "index.html")
    page.locator("#ortsvergleich").wait_for()
    assert page.locator("#ortsvergleich").is_visible() and said == []


def test_a_chart_comes_to_life(context: BrowserContext, folder: Path) -> None:
    page, said = opened(context, folder / "demographie-und-finanzen" / "index.html")
    page.get_by_role("button", name=re.compile("Interaktiv ansehen")).first.click()
    page.locator(".diagramm svg").first.wait_for()
    assert said == []


def test_recommendations_are_found_on_all_pages(context: BrowserContext, folder: Path) -> None:
    page, said = opened(context, folder / "handlungsempfehlungen" / "index.html")
    page.locator("#suchfeld input[type=search]").fill("Zuhause")
    expect(page.locator("p.treffer")).not_to_have_text("")
    assert said == [] and page.evaluate("location.pathname").endswith("index.html")


def test_the_page_of_the_app_knows_where_it_is(context: BrowserContext, folder: Path) -> None:
    page, said = opened(context, folder / "app" / "index.html")
    assert unbroken(page.inner_text("#mitnehmen-ohne")) == (
        "Sie lesen den Bericht gerade aus einem Ordner. Er liegt also schon ganz auf diesem Gerät, "
        "und alles geht ohne Netz."
    )
    assert not page.locator("#mitnehmen-wahl").is_visible() and said == []


def test_what_is_collected_in_a_folder_is_a_list(context: BrowserContext, folder: Path) -> None:
    page, said = opened(context, folder / "kommunen" / "musterstadt" / "index.html")
    page.locator(".merken").click()
    expect(page.locator(".merkzettel a")).to_have_text("Mein Bericht (1)")
    page.locator(".merkzettel a").click()
    page.wait_for_url(re.compile(r"/mein-bericht/index\.html$"))
    assert said == []
    expect(page.locator("#heft-stand")).to_have_text(
        "Aus einem Ordner geöffnet, darf der Browser die Seiten nicht einlesen. Das Heft hat dann "
        "nur die Liste mit Links."
    )
    assert "Der Inhalt steht auf der Seite selbst." in page.inner_text(".heft-eintrag")
    page.get_by_role("button", name="Als Datei speichern").click()
    expect(page.locator("#heft-stand")).to_contain_text("Drucken geht")
    page.locator("#sammlung-liste p > a").click()
    page.wait_for_url(re.compile(r"/kommunen/musterstadt/index\.html$"))


def test_the_folder_reads_without_script(browser: Browser, folder: Path) -> None:
    with browser.new_context(java_script_enabled=False, offline=True) as plain:
        page, _ = opened(plain, folder / "index.html")
        page.locator(".menue a, .menue-knopf").first.wait_for(state="attached")
        target = page.locator(".menue a").first.get_attribute("href")
        assert target and target.endswith("/index.html")
        page.goto((folder / target).as_uri())
        assert page.locator("h1").count() == 1
