"""A link says where it leads, also when it is heard alone; one name on a page, one goal."""

import re
from collections import defaultdict
from collections.abc import Iterator

from .site import Element, Page, Site, excerpt, is_hidden, name_of, target_of

EMPTY = re.compile(
    r"(?:hier|mehr|weiter|weiterlesen|link|klick(?:en sie)? hier|mehr erfahren|mehr lesen|details"
    r"|siehe hier|da|dort|read more|click here)[.…»>→ ]*",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        yield from (f"{page.path}: {what}" for what in wrong_in(page))


def wrong_in(page: Page) -> Iterator[str]:
    """Return links that say nothing, go nowhere, or share a name with another goal in one list."""
    goals: dict[tuple[int, str], set[str]] = defaultdict(set)
    for one in page.all("a"):
        if is_hidden(one):
            continue
        name, goal = name_of(page, one) or _own_title(one), one.get("href")
        if one.get("aria-disabled") == "true":
            continue
        if not goal or goal == "#":
            yield f"link without a goal: {excerpt(one)}"
        elif not name or EMPTY.fullmatch(name) or _is_bare(page, name):
            yield f"link says „{name}“: {excerpt(one)}"
        else:
            goals[id(_list_of(one)), name].add("#".join(target_of(page.path, goal)).rstrip("#"))
    for (_, name), found in goals.items():
        if len(found) > 1:
            yield f"„{name}“ leads to {' and '.join(sorted(found))}"


def _is_bare(page: Page, name: str) -> bool:
    # Who comes by an address that is no more is told the new one.
    return bool(ADDRESS.fullmatch(name)) and not page.is_redirect


def _own_title(link: Element) -> str:
    return " ".join(one.text or "" for one in link.iter("title"))


def _list_of(link: Element) -> Element:
    """Return the part of the page within which a name should be told apart."""
    parts = ("ul", "ol", "nav", "td", "th", "p", "dl")  # a cell is told with its heads
    return next((one for one in link.iterancestors() if one.tag in parts), link)
