"""Figures are written the German way: comma, a space that holds before the unit, true minus."""

import re
from collections.abc import Iterator

from .site import Page, Site, words

WRONG = {
    "point instead of comma": re.compile(
        r"(?<![\d.,§-])\d+\.\d{1,2}(?=\u202f?\s?(?:%|€|Euro|Prozent))"
    ),
    "a unit that may be torn off, or is glued on": re.compile(r"\d ?%"),
    "hyphen instead of minus": re.compile(r"(?<=[\s(])-\d+(?:,\d+)?\u202f?[%€]"),
    "no figure": re.compile(r"\b(?:nan|inf|None)\b(?:\u202f|\s)?[%€]"),
    "English thousands": re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?:,\d{3})+(?!\d)"),
}


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        yield from (f"{page.path}: {what}" for what in wrong_in(page))


def wrong_in(page: Page) -> Iterator[str]:
    """Return figures that a German reader would stumble over."""
    for text in texts_of(page):
        for name, pattern in WRONG.items():
            for one in pattern.finditer(text):
                yield f"{name}: „{text[max(0, one.start() - 20) : one.end() + 10]}“"


def texts_of(page: Page) -> Iterator[str]:
    """Return what is seen and heard piece by piece; labels of a drawing are not glued."""
    for one in page.all("p", "li", "td", "th", "dd", "dt", "caption", "h1", "h2", "h3", "text"):
        if one.find(".//svg") is None and one.find(".//textarea") is None:
            yield words(one)
    for one in page.elements:
        yield from (one.get(name) or "" for name in ("alt", "aria-label"))
        if one.tag in ("title", "desc"):
            yield one.text or ""
