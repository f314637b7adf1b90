"""Each page says that it is German, and each part in another language says which."""

import re
from collections.abc import Iterator

from .site import Page, Site, excerpt

KNOWN = re.compile(r"(de|en|nds|da|frr|tr|ar|uk|ru|pl|fa|la|fr)(-[A-Za-z0-9]+)*")
ENGLISH = re.compile(
    r"\b(?:the|and|with|click|download|read more|next page|loading|show|close|menu|search)\b",
    re.IGNORECASE,
)
SPOKEN = ("aria-label", "alt", "title", "placeholder", "aria-description")


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        if page.root.get("lang") != "de":
            yield f"{page.path}: lang is {page.root.get('lang')!r}"
        yield from (f"{page.path}: {what}" for what in wrong_in(page))


def wrong_in(page: Page) -> Iterator[str]:
    """Return unknown languages, and attributes that are read aloud in English."""
    for one in page.elements:
        lang = one.get("lang")
        if lang is not None and not KNOWN.fullmatch(lang):
            yield f"unknown language {lang!r} at {excerpt(one)}"
        for name in SPOKEN:
            if ENGLISH.search(one.get(name) or "") and not _is_foreign_part(one):
                yield f"English {name}: „{one.get(name)}“"


def _is_foreign_part(element: object) -> bool:
    own = [one.get("lang") for one in (element, *element.iterancestors())]  # type: ignore[attr-defined]
    return next((lang for lang in own if lang), "de") != "de"
