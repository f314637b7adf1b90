"""Every page can be found from another one, and every file is named by a page."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from .site import Page, Site, is_foreign, target_of

# What others ask for by a name that they know.
KNOWN = (
    *("favicon.ico", "sw.js"),
    "suche/index.html",  # where a script leads what is asked
    *("404.html", "robots.txt", "sitemap.xml", ".well-known/security.txt"),
    *("_redirects", "_weiterleitungen.nginx.conf", "_weiterleitungen.apache.conf"),
)
MANIFEST = "app.webmanifest"
# What the search's script loads, by names of its own.
SEARCHED = re.compile(r"suche/(?:verzeichnis|zahlen|texte-\d+)\.js")
# What the lists of the interface for programs lead to.
LISTED = re.compile(r"api/v1/(?:kommunen|empfehlungen)/[^/]+\.json")
# Styles and scripts of all kinds of pages are there, also where a county has none of a kind.
SHARED = "assets/"


def check(site: Site) -> Iterator[str]:
    found = set().union(*map(named_by, site.pages))
    cards = {(page.path, card_of(page)) for page in site.pages if card_of(page)}
    found |= {card for _, card in cards}.union(*map(frames_of, site.pages))
    for path, card in sorted(cards):
        if card not in site.paths:
            yield f"{path}: its card {card} is not there"
    if MANIFEST in site.paths:
        manifest = json.loads((site.folder / MANIFEST).read_bytes())
        found |= {icon["src"] for icon in manifest["icons"]}
    # What is no more is found by its old address.
    found |= {page.path for page in site.pages if page.is_redirect}
    for path in site.paths:
        is_asked = SEARCHED.fullmatch(path) or LISTED.fullmatch(path)
        is_known = path in KNOWN or path.startswith(SHARED) or is_asked
        if path not in found and not is_known:
            yield f"{path}: no page names it"


def card_of(page: Page) -> str:
    """Return the picture that stands for a page elsewhere; it is named by its whole address."""
    for one in page.all("meta"):
        if one.get("property") == "og:image":
            return urlsplit(str(one.get("content"))).path.lstrip("/")
    return ""


def frames_of(page: Page) -> set[str]:
    """Return what tells programs of a page's frame; it is named by its whole address, too."""
    found = (one for one in page.all("link") if one.get("type") == "application/json+oembed")
    return {urlsplit(str(one.get("href"))).path.lstrip("/") for one in found}


def named_by(page: Page) -> set[str]:
    """Return the files that a page links to, loads, or hands to its scripts; not itself."""
    given = (str(value) for one in page.elements for value in one.attrib.values())
    addresses = (one for value in given for one in re.split(r"[\s,]+", value))
    own = (one for one in addresses if one and not is_foreign(one) and not urlsplit(one).scheme)
    return {target_of(page.path, one)[0] for one in own} - {page.path}
