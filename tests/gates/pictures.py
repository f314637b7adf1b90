"""Every picture has words or says that it is ornament; drawn files have a title of their own."""

import re
from collections.abc import Iterator

from .site import Element, Page, Site, excerpt, is_hidden, name_of

FILE = re.compile(r"\.(?:svg|png|jpe?g|webp)$", re.IGNORECASE)
SHORTEST = 4


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        for one in page.all("img", "svg", "area", "object"):
            yield from (f"{page.path}: {what}" for what in wrong_with(page, one))


def wrong_with(page: Page, one: Element) -> Iterator[str]:
    """Return why a picture would be nameless, or badly named."""
    if is_hidden(one) or any(above.tag == "svg" for above in one.iterancestors()):
        return
    if one.tag == "img" and one.get("alt") is None:
        yield f"no alt: {excerpt(one)}"
    if one.tag == "img" and one.get("alt") == "":
        return
    name = name_of(page, one)
    if FILE.search(name) or len(name) < SHORTEST:
        yield f"named „{name}“: {excerpt(one)}"
    if one.tag == "svg" and one.get("role") not in ("img", "group", "graphics-document"):
        yield f"named, but no role: {excerpt(one)}"
