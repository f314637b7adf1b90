"""Ids stand once on a page, and what refers to an id finds it."""

from collections import Counter
from collections.abc import Iterator

from .site import Page, Site

REFERRING = (
    "for",
    "list",
    "form",
    "headers",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
    "aria-activedescendant",
)


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        yield from (f"{page.path}: {what}" for what in wrong_in(page))


def wrong_in(page: Page) -> Iterator[str]:
    """Return ids that stand twice, and references to ids that are not there."""
    times = Counter(one.get("id") for one in page.elements if one.get("id") is not None)
    yield from (f"id {name!r} stands {count} times" for name, count in times.items() if count > 1)
    for one in page.elements:
        for name in REFERRING:
            for wanted in (one.get(name) or "").split():
                if wanted not in page.ids:
                    yield f"{name}={wanted!r} of {one.tag} finds nothing"
