"""Each page kind stays light: what comes over the wire before anyone asks for more, packed.

A budget is at most a tenth above the heaviest page of its kind in both counties. Of each page some
3.6 KB are the search field and its words, what readers collect, the app, and what search engines
are told.
"""

import gzip
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from .loads import loads_of
from .site import Page, Site, is_foreign, target_of

# Bytes; the first fitting beginning of a path counts, the rest are pages of text.
AT_MOST = (
    ("sozialbericht/index.html", 180_000),  # the Kreiskarte with all its first data
    ("sozialbericht/vergleich/index.html", 35_000),
    ("sozialbericht/vergleich/", 30_000),
    ("sozialbericht/", 46_300),
    ("kommunen/index.html", 28_300),
    ("kommunen/vergleich/", 28_400),
    ("kommunen/", 36_800),
    ("raeume/", 45_200),
    ("demographie-und-finanzen/", 33_300),
    ("einbetten/", 18_900),
    # Everything in one list, so that a browser can search it: some 20 bytes for each entry, most of
    # them words that people use instead of ours.
    ("register/", 58_000),
    ("fokus/", 50_000),  # a whole report, with the figures of all its pictures as tables
    ("glossar/", 36_700),  # all terms on one page, for the same reason, with who uses them
    ("handlungsfelder/", 35_500),  # texts with all recommendations and decisions of a field
    ("index.html", 28_800),
    ("handlungsempfehlungen/", 35_400),
    ("", 33_700),
)
# Their pictures come when they are near.
OF_TEXT = ("fokus/", "handlungsempfehlungen/", "glossar/", "handlungsfelder/", "")


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        start, limit = budget_of(page.path)
        size = weight_of(site, page, with_pictures=start not in OF_TEXT)
        if size > limit:
            yield f"{page.path}: {size} bytes, at most {limit}"


def budget_of(path: str) -> tuple[str, int]:
    """Return the kind of a page, as the beginning of its path, and how many bytes it may have."""
    return next(one for one in AT_MOST if path.startswith(one[0]))


def weight_of(site: Site, page: Page, with_pictures: bool) -> int:
    """Return the packed bytes of a page, its styles and scripts, and where asked its pictures."""
    wide = [one for one in page.all("img") if one.get("loading") != "lazy"]
    pictures = {one.get("src") or "" for one in wide} if with_pictures else set()
    others = {one for one in loads_of(page) if one.endswith((".css", ".js", ".json"))}
    files = {target_of(page.path, one)[0] for one in pictures | others if not is_foreign(one)}
    files &= set(site.paths)
    return sum(packed(site.folder / one) for one in (page.path, *sorted(files)))


@lru_cache(maxsize=4096)
def packed(file: Path) -> int:
    """Return how many bytes a file takes over the wire."""
    data = file.read_bytes()
    return len(data) if file.suffix == ".png" else len(gzip.compress(data, 9))
