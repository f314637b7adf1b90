"""Each page has one h1, it comes first, no level is skipped and no heading is empty."""

from collections.abc import Iterator
from itertools import pairwise

from .site import Page, Site, is_hidden, words

LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        yield from (f"{page.path}: {what}" for what in wrong_in(page))


def wrong_in(page: Page) -> Iterator[str]:
    """Return what is wrong with the headings of a page."""
    found = list(page.all(*LEVELS))
    levels = [int(one.tag[1]) for one in found]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"{levels.count(1)} h1, first is h{levels[0] if levels else '–'}"
    for (before, _), (after, one) in pairwise(zip(levels, found, strict=True)):
        if after > before + 1:
            yield f"h{after} after h{before}: „{words(one)}“"
    yield from (f"empty {one.tag}" for one in found if not words(one) and not is_hidden(one))
