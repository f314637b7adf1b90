"""Each page says what this site is, as long as the county has not made it its own."""

from collections.abc import Iterator

from .site import Site, words


def check(site: Site, notice: str) -> Iterator[str]:
    for page in site.pages:
        if not any(notice in words(foot) for foot in page.all("footer")):
            yield f"{page.path}: does not say „{notice}“"
