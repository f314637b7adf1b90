"""One main, one head, one foot; what there is several of has names that differ."""

from collections import Counter
from collections.abc import Iterator

from .site import Element, Page, Site, name_of

ONCE = ("main", "header", "footer")
SECTIONING = ("article", "aside", "main", "nav", "section")
NAMED = ("nav", "aside", "section", "form")


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        yield from (f"{page.path}: {what}" for what in wrong_in(page))


def wrong_in(page: Page) -> Iterator[str]:
    """Return landmarks that are missing, doubled or not told apart."""
    for tag in ONCE if not page.is_embed else ("main",):
        count = sum(1 for one in page.all(tag) if tag == "main" or _is_top(one))
        if count != 1:
            yield f"{count} {tag}"
    for tag in NAMED:
        names = [name_of_landmark(page, one) for one in page.elements if _is_a(tag, one)]
        if tag == "nav" and "" in names:
            yield "nav without a name"
        for name, count in Counter(filter(None, names)).items():
            if count > 1:
                yield f"{count} {tag} are called „{name}“"


def _is_a(tag: str, element: Element) -> bool:
    return element.tag == tag or (tag == "section" and element.get("role") == "region")


def name_of_landmark(page: Page, element: Element) -> str:
    """Return the name given to a landmark; its text is none."""
    if element.get("aria-label") or element.get("aria-labelledby"):
        return name_of(page, element)
    return ""


def _is_top(element: Element) -> bool:
    return not any(one.tag in SECTIONING for one in element.iterancestors())
