"""Every link leads to a file of the site, and every anchor to a place on its page."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from .loads import loads_of
from .site import Page, Site, is_foreign, target_of


def check(site: Site) -> Iterator[str]:
    files = set(site.paths)
    for page in site.pages:
        for address in (*links_of(page), *loads_of(page)):
            if is_foreign(address) or urlsplit(address).scheme in ("mailto", "tel", "data"):
                continue
            file, anchor = target_of(page.path, address)
            target = site.by_path.get(file)
            if file not in files or (anchor and target and anchor not in target.ids):
                yield f"{page.path}: {address} leads nowhere"


def links_of(page: Page) -> Iterator[str]:
    """Return the addresses a page links to."""
    for one in page.elements:
        feeds = one.tag == "link" and one.get("rel") == "alternate"
        if one.get("href") is not None and (one.tag in ("a", "area") or feeds):
            yield one.get("href")
