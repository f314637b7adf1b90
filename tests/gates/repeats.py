"""Nothing is said twice in a row: no equal passages, list entries or table rows side by side."""

from collections.abc import Iterator

from .site import Site, excerpt, words

KINDS = ("p", "li", "dd", "tr", "h2", "h3", "figure")
SHORTEST = 25


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        for one in page.all(*KINDS):
            after = one.getnext()
            if after is None or after.tag != one.tag:
                continue
            text = words(one)
            if len(text) >= SHORTEST and text == words(after):
                yield f"{page.path}: twice in {excerpt(one)}: „{text[:80]}“"
