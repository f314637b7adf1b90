"""What machines read is whole: the site map lists all pages to be found, XML is well-formed."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from .site import Page, Site

# Views of one list: they are found by the list.
FACETS = re.compile(r"/handlungsempfehlungen/[a-z-]+/.+")
SCHEMA = Path(__file__).with_name("sitemap.xsd")
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def check(site: Site) -> Iterator[str]:
    for path, text in site.texts(".xml", ".svg"):
        try:
            etree.fromstring(text.encode())
        except etree.XMLSyntaxError as error:
            yield f"{path}: {error}"
    yield from _sitemap(site)
    for page in site.pages:
        if page.path != "404.html":
            yield from (f"{page.path}: {what}" for what in canonical_of(page))


def _sitemap(site: Site) -> Iterator[str]:
    wanted = {_url(page) for page in site.pages if "noindex" not in (page.meta("robots") or "")}
    wanted = {one for one in wanted if one != "/404.html" and not FACETS.fullmatch(one)}
    if not wanted and "sitemap.xml" not in site.paths:
        return
    try:
        root = etree.fromstring(site.text("sitemap.xml").encode())
    except (FileNotFoundError, etree.XMLSyntaxError):
        yield "sitemap.xml: missing or broken"
        return
    schema = etree.XMLSchema(file=str(SCHEMA))
    if not schema.validate(root):
        yield from (f"sitemap.xml: {one.message}" for one in schema.error_log)
    listed = [urlsplit(one.text or "").path for one in root.iter(LOC)]
    yield from (f"sitemap.xml: lacks {one}" for one in sorted(wanted - set(listed)))
    yield from (f"sitemap.xml: {one} is not to be found" for one in sorted(set(listed) - wanted))


def canonical_of(page: Page) -> Iterator[str]:
    """Yield what is wrong with the address a page claims to have."""
    found = [one.get("href") for one in page.all("link") if one.get("rel") == "canonical"]
    if len(found) != 1:
        yield f"{len(found)} canonical addresses"
    # A short form for frames may name the page it is short for, and what is no more its heir.
    elif page.is_print:
        if urlsplit(found[0]).path != _url(page).removesuffix("druck/"):
            yield f"canonical is {found[0]}, not the page that it prints"
    elif not (page.is_embed or page.is_redirect) and not _is_own(page, found[0]):
        yield f"canonical is {found[0]}"


def _is_own(page: Page, address: str) -> bool:
    return address.endswith(f"//{urlsplit(address).netloc}{_url(page)}")


def _url(page: Page) -> str:
    return "/" + page.path.removesuffix("index.html")
