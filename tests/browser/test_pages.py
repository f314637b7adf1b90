"""Every page in a real Chromium: silent, content with axe, narrow, large, in all its states."""

from pathlib import Path

import pytest
from gates.site import Site
from looking import opened
from playwright.sync_api import Browser
from sweeping import sweep

# One page of each kind.
PAGES = (
    "/",
    "/404.html",
    "/aktuelles/",
    "/barrierefreiheit/",
    "/beschluesse/",
    "/beschluesse/2016-11-16-handlungsfelder/",
    "/daten/",
    "/demographie-und-finanzen/",
    "/einbetten/arbeitslosenquote/",
    "/einbetten/eigentuemerquote/",
    "/einbetten/eigentumsquote-fokus/",
    "/fokus/",
    "/fokus/2025/",
    "/fokusgruppen/",
    "/fokusgruppen/integration/",
    "/fokusgruppen/steuerungsgruppe/",
    "/glossar/",
    "/gremien/",
    "/gremien/ausschuesse-des-kreistages/",
    "/gremien/kreistag/",
    "/grundlagen/",
    "/grundlagen/gravitationsmodell/",
    "/grundlagen/weg-seit-2014/",
    "/handlungsempfehlungen/",
    "/handlungsempfehlungen/2025-03/",
    "/handlungsempfehlungen/2018-01/",
    "/handlungsempfehlungen/2019-06/",
    "/handlungsempfehlungen/2021-01/",
    "/handlungsempfehlungen/2023-01/",
    "/handlungsempfehlungen/steuerungsrelevanz/",
    "/handlungsempfehlungen/jahr/2022/",
    "/handlungsempfehlungen/jahr/2022/handlungsfeld/wohnen/",
    "/handlungsempfehlungen/raum/elmshorn/",
    "/handlungsempfehlungen/stand/in-umsetzung/",
    "/handlungsfelder/",
    "/handlungsfelder/gesundheitsversorgung-und-pflege/",
    "/handlungsfelder/wohnen/",
    "/impressum/",
    "/kommunen/",
    "/kommunen/elmshorn/",
    "/kommunen/helgoland/",
    "/leichte-sprache/",
    "/leichte-sprache/wohnen/",
    "/raeume/",
    "/raeume/kreis/",
    "/raeume/uetersen-tornesch/",
    "/sozialbericht/",
    "/sozialbericht/bevoelkerung/",
    "/sozialbericht/eigentuemerquote/",
    "/sozialbericht/arbeitslosenquote/",
    "/sozialbericht/vergleich/",
    "/sozialbericht/vergleich/eigentuemerquote-und-wahlbeteiligung/",
    "/termine/",
    "/termine/2022-11-18-steuerungsgruppe/",
    "/umsetzung/",
)
# What else a page can look like, as an address.
VIEWS = (
    "/handlungsempfehlungen/?stand=vertagt&stand=beschlossen&sortierung=stille",
    "/handlungsempfehlungen/?q=gibt-es-nicht",
    "/sozialbericht/?kennzahl=wahlbeteiligung&jahr=2018&raum=elmshorn&vergleich=wedel,helgoland",
    "/sozialbericht/?kennzahl=arbeitslosenquote",
    "/sozialbericht/vergleich/?x=eigentuemerquote&y=nettokaltmiete&raum=01056050",
)
STATES = ("offen", "dunkel", "anders")


@pytest.mark.usefixtures("browser")
def test_every_page_passes_the_gates_of_the_browser(address: str, real_site: Path) -> None:
    paths = ["/" + page.path.removesuffix("index.html") for page in Site(real_site).pages]
    assert sweep(address, [(path, "wie alle") for path in paths], at_once=1) == {}


@pytest.mark.usefixtures("browser")
def test_every_kind_of_page_passes_in_every_state(address: str) -> None:
    jobs = [(path, state) for path in (*PAGES, *VIEWS) for state in STATES]
    assert sweep(address, jobs, at_once=2) == {}


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
