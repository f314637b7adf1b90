"""What is made up says so at its head and is kept from search engines; what is real is not.

Where the whole county is invented, search engines are kept from all of it. A page that shows
examples among what is real says so too, and folds them.
"""

from collections.abc import Iterator

from .site import Element, Page, Site, words

MARK = "hinweis beispiel"
ALSO = "hinweis auch-beispiele"
BADGE = "marker beispiel"
# Nothing that one could look for stands on these.
EMPTY = ("404.html", "suche/index.html", "app/offline/index.html")


def check(site: Site) -> Iterator[str]:
    listed = site.text("sitemap.xml") if "sitemap.xml" in site.paths else ""
    invented = any(page.path == "index.html" and _is_hidden(page) for page in site.pages)
    for page in site.pages:
        hidden = _is_hidden(page)
        says = is_example(page) or any(_is(ALSO, one) for one in page.all("p"))
        if invented and not hidden:
            yield f"{page.path}: of an invented county, and search engines may show it"
        if hidden and not (invented or says or page.is_embed or page.path in EMPTY):
            yield f"{page.path}: hidden from search engines, yet not marked as an example"
        if says and not hidden:
            yield f"{page.path}: an example that search engines may show"
        if says and not _marked_first(page):
            yield f"{page.path}: the mark of an example comes after the text"
        if not says and any(_is(BADGE, one) for one in page.all("span")):
            yield f"{page.path}: shows an example and does not say so"
        yield from _unfolded(page)
        if hidden and f"{_address(page)}<" in listed:
            yield f"{page.path}: in the sitemap though it is not to be found"


def _is_hidden(page: Page) -> bool:
    return "noindex" in (page.meta("robots") or "")


def is_example(page: Page) -> bool:
    """Say whether a page is marked as an example as a whole."""
    return any(_is(MARK, one) and not _is_folded(one) for one in page.all("p"))


def _unfolded(page: Page) -> Iterator[str]:
    """Yield that an example stands among what is real."""
    for one in page.all("li"):
        own = [mark for mark in one.iter("span") if _is(BADGE, mark)]
        if own and not _is_folded(one):
            yield f"{page.path}: an example stands in the open: {' '.join(words(one)[:80].split())}"


def _is(mark: str, one: Element) -> bool:
    return set(mark.split()) <= set((one.get("class") or "").split())


def _is_folded(one: Element) -> bool:
    return any(_is("beispiele", above) for above in one.iterancestors("details"))


def _marked_first(page: Page) -> bool:
    """Say whether the mark comes before the first long passage of the page."""
    for one in page.all("p", "h2"):
        if any(above.tag == "main" for above in one.iterancestors()):
            if _is(MARK, one) or _is(ALSO, one):
                return True
            if one.tag == "h2" or len(words(one)) > 200:
                return False
    return False


def _address(page: Page) -> str:
    return "/" + page.path.removesuffix("index.html")
