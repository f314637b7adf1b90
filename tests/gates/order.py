"""Without styles the page still reads in order: skip link, menu, way here, content, foot."""

import re
from collections.abc import Iterator

from .site import Element, Page, Site, words

LONG = 60
# Beside the content stands what is no part of it: how an edition that is kept goes on.
ORDER = re.compile(r"(skip )?header (nav )?(aside )?main (aside )?footer")


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        yield from (f"{page.path}: {what}" for what in wrong_in(page))


def wrong_in(page: Page) -> Iterator[str]:
    """Return what is out of order in the source of a page."""
    yield from _not_in_tab_order(page)
    main = next(iter(page.all("main")), None)
    if main is None or page.is_embed:
        return
    body = page.root.find("body")
    first = next(iter(page.all("a")), None)
    if first is None or first.get("href") != f"#{main.get('id')}":
        yield "the first link does not lead to the content"
    parts = [_part(one) for one in body if isinstance(one.tag, str)]
    if not ORDER.fullmatch(" ".join(parts)):
        yield f"order is {' '.join(parts)}"
    yield from _before_the_h1(main)


def _part(one: Element) -> str:
    return "skip" if one.tag == "a" and one.get("class") == "sprung" else str(one.tag)


def _not_in_tab_order(page: Page) -> Iterator[str]:
    for one in page.elements:
        if (one.get("tabindex") or "0") not in ("0", "-1"):
            yield f"tabindex {one.get('tabindex')} at {one.tag}"
        if one.get("autofocus") is not None:
            yield f"autofocus at {one.tag}"


def _before_the_h1(main: Element) -> Iterator[str]:
    """Yield long passages that stand before the h1, but for the notice of the start page."""
    for one in main.iter("h1", "p", "table", "ul", "svg"):
        if one.tag == "h1":
            return
        notices = any(
            "hinweis" in (above.get("class") or "") for above in (one, *one.iterancestors())
        )
        if len(words(one)) > LONG and not notices:
            yield f"before the h1: {words(one)[:60]}"
