"""What is made up says so at its head and is kept from search engines; what is real is not.

Where the whole county is invented, search engines are kept from all of it.
"""

from collections.abc import Iterator

from .site import Page, Site, words

MARK = "hinweis beispiel"


def check(site: Site) -> Iterator[str]:
    listed = site.text("sitemap.xml") if "sitemap.xml" in site.paths else ""
    invented = any(page.path == "index.html" and _is_hidden(page) for page in site.pages)
    for page in site.pages:
        hidden = _is_hidden(page)
        if invented and not hidden:
            yield f"{page.path}: of an invented county, and search engines may show it"
        if (
            hidden
            and not invented
            and not (is_example(page) or page.is_embed or page.path == "404.html")
        ):
            yield f"{page.path}: hidden from search engines, yet not marked as an example"
        if is_example(page) and not hidden:
            yield f"{page.path}: an example that search engines may show"
        if is_example(page) and not _marked_first(page):
            yield f"{page.path}: the mark of an example comes after the text"
        if hidden and f"{_address(page)}<" in listed:
            yield f"{page.path}: in the sitemap though it is not to be found"


def _is_hidden(page: Page) -> bool:
    return "noindex" in (page.meta("robots") or "")


def is_example(page: Page) -> bool:
    """Say whether a page is marked as an example as a whole."""
    return any(_is_mark(one.get("class")) for one in page.all("p"))


def _is_mark(classes: str | None) -> bool:
    return set(MARK.split()) <= set((classes or "").split())


def _marked_first(page: Page) -> bool:
    """Say whether the mark comes before the first long passage of the page."""
    for one in page.all("p", "h2"):
        if any(above.tag == "main" for above in one.iterancestors()):
            if _is_mark(one.get("class")):
                return True
            if one.tag == "h2" or len(words(one)) > 200:
                return False
    return False


def _address(page: Page) -> str:
    return "/" + page.path.removesuffix("index.html")
