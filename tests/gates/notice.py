"""Each page says in its head what this site is, as long as the county has not made it its own."""

from collections.abc import Iterator

from .site import Site, words


def check(site: Site, notice: str) -> Iterator[str]:
    for page in site.pages:
        if not any(
            notice in words(head) for head in page.all("footer" if page.is_embed else "header")
        ):
            yield f"{page.path}: does not say „{notice}“"
