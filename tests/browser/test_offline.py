"""The app in a real Chromium: what was read, and what was taken along, without network."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from looking import unbroken
from playwright.sync_api import Browser, BrowserContext, Page, expect
from support import SMALL, build, small_county

from fokusbericht.building.preview import serving

KREIS = "content/kreis.yml"
APP = "app: {name: Fokus im Musterkreis, paket: 'https://muster.example/fokusbericht-01099.zip'}\n"
STORED = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const keys = await (await caches.open(name)).keys();
    found[name] = keys.map(({url}) => url.replace(location.origin, ''));
  }
  return found;
}"""
SAID = "#stand-hinweis"
OFFLINE = re.compile(
    r"^Sie sind offline\. Diese Seite hat den Stand vom \d+\. \w+ \d{4}, \d\d:\d\d\sUhr\.$"
)


def written(root: Path, app: str) -> None:
    """Let a county have an app, or none."""
    text = (SMALL / KREIS).read_text(encoding="utf-8")
    foot = "  - {titel: Impressum, ziel: /impressum/}\n"
    linked = text.replace(foot, f"{foot}  - {{titel: App, ziel: /app/}}\n") if app else text
    (root / KREIS).write_text(linked + app, encoding="utf-8")
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small county with an app, built."""
    root = small_county(tmp_path_factory.mktemp("app"))
    written(root, APP)
    return root


@pytest.fixture
def site(county: Path) -> Iterator[str]:
    """Serve it at an address that no browser has kept anything of."""
    with serving(county / "site", 0) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser that keeps nothing yet."""
    with browser.new_context() as fresh:
        yield fresh


def visit(context: BrowserContext, address: str) -> Page:
    """Open a page, and wait until the worker has kept it."""
    page = context.new_page()
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller")
    path = page.evaluate("location.pathname")
    wait_for_stored(page, path)
    return page


def wait_for_stored(page: Page, path: str) -> None:
    """Wait until an address is kept."""
    for _ in range(100):
        if any(path in kept for kept in page.evaluate(STORED).values()):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{path} is not kept: {page.evaluate(STORED)}")


def take(page: Page, address: str, place: str = "") -> None:
    """Take along all, or what is telling and a place."""
    page.goto(address + "/app/")
    if place:
        page.select_option("#mitnehmen-ort", label=place)
        assert page.locator("#was-ort").is_checked()
    page.get_by_role("button", name="Mitnehmen", exact=True).click()
    expect(page.locator("#meldung")).to_contain_text("Fertig", timeout=30_000)


def test_a_dossier_is_made_of_pages_that_are_kept(context: BrowserContext, site: str) -> None:
    page = visit(context, site + "/handlungsfelder/wohnen/")
    page.locator(".merken").click()
    expect(page.locator(".merken")).to_have_attribute("aria-pressed", "true")
    page.goto(site + "/mein-bericht/")
    page.locator("#heft.bereit").wait_for()
    wait_for_stored(page, "/mein-bericht/")
    page.wait_for_timeout(500)  # what the dossier was made with is kept, too
    context.set_offline(True)
    page.goto(site + "/mein-bericht/#a=handlungsfelder/wohnen/&a=sozialbericht/leerstand/")
    page.reload()
    page.locator("#heft.bereit").wait_for()
    kept, missing = page.locator(".heft-eintrag").all_inner_texts()
    assert len(kept) > 200
    assert "Diese Seite lässt sich gerade nicht laden." in missing


def test_what_was_read_is_there_without_network_and_says_so(
    context: BrowserContext, site: str
) -> None:
    page = visit(context, site + "/handlungsfelder/wohnen/")
    assert page.locator(SAID).count() == 0
    context.set_offline(True)
    page.reload()
    expect(page.locator(SAID)).to_have_text(OFFLINE)
    assert page.locator(SAID).get_attribute("role") == "status"
    page.goto(site + "/handlungsfelder/wohnen/?beispiele=ja#zahlen")
    expect(page.locator(SAID)).to_have_text(OFFLINE)
    page.goto(site + "/handlungsfelder/wohnen")  # as one may type it
    assert page.url == site + "/handlungsfelder/wohnen/"
    context.set_offline(False)
    page.reload()
    assert page.locator(SAID).count() == 0


def test_a_page_that_is_not_kept_names_those_that_are(context: BrowserContext, site: str) -> None:
    page = visit(context, site + "/handlungsfelder/wohnen/")
    context.set_offline(True)
    page.goto(site + "/raeume/nord/")
    assert page.url == site + "/raeume/nord/"  # so that it can be loaded again
    assert unbroken(page.inner_text("h1")) == "Diese Seite ist hier nicht gespeichert"
    page.get_by_role("link", name="Wohnen", exact=True).click()
    assert page.url == site + "/handlungsfelder/wohnen/"
    page.go_back()
    page.locator(".marke").click()
    assert unbroken(page.inner_text("h1")) == "Diese Seite ist hier nicht gespeichert"


def test_all_can_be_taken_along(context: BrowserContext, site: str) -> None:
    page = visit(context, site + "/app/")
    assert unbroken(page.inner_text("#groesse-alles")).endswith("\u00a0MB auf dem Gerät")
    take(page, site)
    expect(page.locator("#bestand")).to_contain_text("Das ist der neueste Stand.")
    context.set_offline(True)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for path in ("/", "/kommunen/", "/handlungsempfehlungen/2022-01/", "/sozialbericht/"):
        page.goto(site + path)
        expect(page.locator(SAID)).to_have_text(OFFLINE)
    page.locator("#kreiskarte-suche").wait_for()  # the map's figures are there
    page.goto(site + "/suche/?q=Nordort")
    page.locator("#treffer a[href*='kommunen/nordort/']").first.wait_for()
    assert said == []


def test_the_small_set_is_smaller_and_has_the_place(context: BrowserContext, site: str) -> None:
    page = visit(context, site + "/app/")
    take(page, site, "Nordort")
    taken = next(keys for name, keys in page.evaluate(STORED).items() if "mitgenommen" in name)
    assert "/kommunen/nordort/" in taken and "/sozialbericht/" in taken
    assert [one for one in taken if one.startswith("/kommunen/") and one.count("/") == 3] == [
        "/kommunen/nordort/"
    ]


def test_loading_can_be_stopped_and_goes_on_where_it_was(
    context: BrowserContext, site: str
) -> None:
    page = visit(context, site + "/app/")
    asked: list[str] = []

    def slow(route, request):  # type: ignore[no-untyped-def]
        asked.append(request.url)
        if len(asked) == 40:
            page.evaluate("document.getElementById('anhalten').click()")
        route.continue_()

    context.route("**/*", slow)
    page.get_by_role("button", name="Mitnehmen", exact=True).click()
    expect(page.locator("#meldung")).to_contain_text("Angehalten.", timeout=30_000)
    context.unroute("**/*")
    expect(page.locator("#bestand")).to_contain_text("Mitgenommen ist erst ein Teil")
    page.reload()
    again: list[str] = []
    page.on("request", lambda request: again.append(request.url))
    page.get_by_role("button", name="Weiter", exact=True).click()
    expect(page.locator("#meldung")).to_contain_text("Fertig", timeout=30_000)
    expect(page.locator("#bestand")).to_contain_text("Das ist der neueste Stand.")


def test_no_room_is_told_and_nothing_breaks(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.add_init_script(
        "Cache.prototype.put = async () => { throw new DOMException('', 'QuotaExceededError'); }"
    )
    page.goto(site + "/app/")
    page.get_by_role("button", name="Mitnehmen", exact=True).click()
    expect(page.locator("#meldung")).to_contain_text("nicht genug Platz", timeout=30_000)


def test_a_browser_that_keeps_nothing_says_so(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.add_init_script(
        "caches.open = async () => { throw new DOMException('', 'SecurityError'); }"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site + "/app/")
    expect(page.locator("#mitnehmen-ohne")).to_contain_text("Ihr Browser hebt hier nichts auf")
    assert not page.locator("#mitnehmen-wahl").is_visible() and errors == []


def test_readers_can_remove_all_and_it_stays_so(context: BrowserContext, site: str) -> None:
    page = visit(context, site + "/app/")
    page.get_by_role("button", name="Alles löschen und nichts mehr aufheben").click()
    expect(page.locator("#loeschen-meldung")).to_have_text(
        "Alles ist gelöscht. Dieser Browser hebt von dieser Website nichts mehr auf."
    )
    page.goto(site + "/handlungsfelder/wohnen/")
    page.wait_for_timeout(300)
    assert (
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    )
    assert [keys for keys in page.evaluate(STORED).values() if keys] == []
    page.goto(site + "/app/")
    page.get_by_role("button", name="Wieder aufheben, was ich lese").click()
    expect(page.locator("#loeschen-meldung")).to_have_text(
        "Dieser Browser hebt jetzt wieder auf, was Sie lesen."
    )


def test_without_script_the_zip_is_offered(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as plain:
        page = plain.new_page()
        page.goto(site + "/app/")
        assert not page.locator("#mitnehmen-wahl").is_visible()
        link = page.get_by_role("link", name="ZIP-Datei laden")
        assert link.get_attribute("href") == "https://muster.example/fokusbericht-01099.zip"


def test_a_new_version_is_announced_where_it_matters(
    tmp_path: Path, context: BrowserContext
) -> None:
    root = small_county(tmp_path)
    written(root, APP)
    with serving(root / "site", 0) as address:
        page = visit(context, address + "/impressum/")
        other = visit(context, address + "/glossar/")
        text = root / "content" / "seiten" / "impressum.md"
        text.write_text(text.read_text("utf-8") + "\nNoch ein Satz.\n", encoding="utf-8")
        assert build(root).returncode == 0
        page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
        expect(page.locator(SAID)).to_contain_text("Von dieser Seite gibt es eine neue Fassung.")
        assert other.locator(SAID).count() == 0
        page.get_by_role("button", name="Neu laden").click()
        expect(page.locator("main")).to_contain_text("Noch ein Satz.")
        assert page.locator(SAID).count() == 0


def test_only_what_changed_is_loaded_again(tmp_path: Path, context: BrowserContext) -> None:
    root = small_county(tmp_path)
    written(root, APP)
    with serving(root / "site", 0) as address:
        page = visit(context, address + "/app/")
        take(page, address)
        text = root / "content" / "seiten" / "impressum.md"
        text.write_text(text.read_text("utf-8") + "\nNoch ein Satz.\n", encoding="utf-8")
        assert build(root).returncode == 0
        page.reload()
        expect(page.locator("#bestand")).to_contain_text("Seitdem hat sich etwas geändert")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.get_by_role("button", name="Aktualisieren").click()
        expect(page.locator("#meldung")).to_contain_text("Fertig", timeout=30_000)
        assert "/impressum/" in asked and "/glossar/" not in asked


def test_a_site_without_app_forgets_all(tmp_path: Path, context: BrowserContext) -> None:
    root = small_county(tmp_path)
    written(root, APP)
    with serving(root / "site", 0) as address:
        page = visit(context, address + "/glossar/")
        written(root, "")
        page.goto(address + "/glossar/")
        for _ in range(100):
            if not page.evaluate("caches.keys()"):
                break
            page.wait_for_timeout(50)
        assert page.evaluate("caches.keys()") == []
        found = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
        page.reload()
        assert page.evaluate(found) == 0
