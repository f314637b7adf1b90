"""Each page kind stays light: what comes over the wire before anyone asks for more, packed."""

import gzip
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from .loads import loads_of
from .site import Page, Site, is_foreign, target_of

KB = 1024
# The first fitting beginning of a path counts; the rest are pages of text.
AT_MOST = (
    ("sozialbericht/index.html", 250),
    ("sozialbericht/vergleich/", 250),
    ("sozialbericht/", 90),
    ("kommunen/vergleich/", 40),
    ("kommunen/", 80),
    ("raeume/", 80),
    ("demographie-und-finanzen/", 90),
    ("einbetten/", 60),
    ("index.html", 60),
    ("", 40),
)


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        limit = limit_of(page.path) * KB
        size = weight_of(site, page, with_pictures=limit > 40 * KB)
        if size > limit:
            yield f"{page.path}: {size / KB:.0f} KB, at most {limit / KB:.0f}"


def limit_of(path: str) -> int:
    """Return how many KB a page may have."""
    return next(limit for start, limit in AT_MOST if path.startswith(start))


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
