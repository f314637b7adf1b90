"""Each page has a title and a description of its own, and the title says what its h1 says."""

from collections import defaultdict
from collections.abc import Iterator

from .site import Page, Site, words

SHORTEST, LONGEST = 10, 400
EMPTY = ("untitled", "ohne titel", "seite", "document", "neue seite")


def check(site: Site) -> Iterator[str]:
    owners: dict[str, list[str]] = defaultdict(list)
    for page in site.pages:
        title = title_of(page)
        if not page.is_embed:
            owners[title].append(page.path)
        yield from (f"{page.path}: {what}" for what in wrong_in(page, title))
    for title, paths in owners.items():
        if len(paths) > 1:
            yield f"{paths[1]}: shares the title „{title}“ with {paths[0]}"


def title_of(page: Page) -> str:
    """Return the title in the head."""
    found = page.root.find("head/title")
    return words(found) if found is not None else ""


def wrong_in(page: Page, title: str) -> Iterator[str]:
    """Return what is wrong with the title and the description of a page."""
    first = title.split(" – ")[0].strip()
    if len(title) < SHORTEST or first.lower() in EMPTY:
        yield f"title says nothing: „{title}“"
    h1 = next((words(one) for one in page.all("h1")), "")
    if page.path != "index.html" and not set(_parts(h1)) & set(_parts(title)):
        yield f"title „{title}“ and h1 „{h1}“ have no word in common"
    description = page.meta("description") or ""
    if not SHORTEST <= len(description) <= LONGEST:
        yield f"description has {len(description)} characters"


def _parts(text: str) -> list[str]:
    return [one.strip(".,:;?!„“()").lower() for one in text.split() if len(one) > 2]
