"""Every page kind in a real Chromium: silent console, no stranger asked, axe content."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from support import REPOSITORY

AXE = REPOSITORY / "node_modules/axe-core/axe.min.js"
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

# One page of each kind.
PAGES = (
    "/",
    "/404.html",
    "/aktuelles/",
    "/barrierefreiheit/",
    "/beschluesse/",
    "/beschluesse/2016-11-16-handlungsfelder/",
    "/demographie-und-finanzen/",
    "/fokus/",
    "/fokus/2025/",
    "/fokusgruppen/",
    "/fokusgruppen/integration/",
    "/glossar/",
    "/grundlagen/",
    "/grundlagen/gravitationsmodell/",
    "/grundlagen/weg-seit-2014/",
    "/handlungsempfehlungen/",
    "/handlungsempfehlungen/2025-03/",
    "/handlungsempfehlungen/2018-01/",
    "/handlungsempfehlungen/jahr/2022/",
    "/handlungsempfehlungen/stand/in-umsetzung/",
    "/handlungsfelder/",
    "/handlungsfelder/wohnen/",
    "/impressum/",
    "/kommunen/",
    "/kommunen/elmshorn/",
    "/kommunen/helgoland/",
    "/raeume/",
    "/raeume/kreis/",
    "/raeume/uetersen-tornesch/",
    "/sozialbericht/",
    "/sozialbericht/bevoelkerung/",
    "/sozialbericht/eigentuemerquote/",
    "/sozialbericht/arbeitslosenquote/",
    "/sozialbericht/vergleich/",
    "/termine/",
    "/termine/2022-11-18-steuerungsgruppe/",
)
VIEWS = ((360, "light"), (1280, "light"), (1280, "dark"))


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site with the headers a public server should send."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Handler, directory=str(real_site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def opened(browser: Browser, url: str, width: int, scheme: str, script: bool = True) -> Page:
    """Open a page in a fresh context, noting what it says and asks for."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=script,
        reduced_motion="reduce",
        bypass_csp=False,
    )
    page = context.new_page()
    page.said = []  # type: ignore[attr-defined]
    page.asked = []  # type: ignore[attr-defined]
    page.on("console", lambda message: page.said.append(message.text))  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.said.append(str(error)))  # type: ignore[attr-defined]
    page.on("request", lambda request: page.asked.append(request.url))  # type: ignore[attr-defined]
    page.goto(url, wait_until="load")
    return page


def axe_violations(page: Page) -> list[str]:
    """Return what axe finds, each with its first culprit."""
    # Evaluated over the debugger, so that the page's own policy need not be loosened.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found["violations"]]


@pytest.mark.parametrize("width, scheme", VIEWS)
@pytest.mark.parametrize("path", PAGES)
def test_page(browser: Browser, address: str, path: str, width: int, scheme: str) -> None:
    page = opened(browser, address + path, width, scheme)
    page.wait_for_timeout(150)
    strangers = [url for url in page.asked if not url.startswith((address, "data:"))]  # type: ignore[attr-defined]
    overflow = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    said = page.said  # type: ignore[attr-defined]
    assert (said, strangers, overflow, axe_violations(page)) == ([], [], 0, [])
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_page_reads_without_javascript(browser: Browser, address: str, path: str) -> None:
    page = opened(browser, address + path, 360, "light", script=False)
    assert page.locator("h1").is_visible()
    assert len(page.locator("main").inner_text()) > 120
    page.context.close()


def test_the_skip_link_leads_to_the_content(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/handlungsfelder/wohnen/", 1280, "light")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt springen"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt"
    page.context.close()


def test_every_page_kind_is_looked_at(real_site: Path) -> None:
    kinds = {"/".join(path.strip("/").split("/")[:1]) for path in PAGES}
    built = {path.name for path in real_site.iterdir() if (path / "index.html").is_file()}
    assert built - kinds - {"rueckmeldung", "datenschutz"} == set()
