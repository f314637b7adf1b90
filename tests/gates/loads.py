"""Nothing is loaded from another host: by no page, no style, no drawing, no script."""

import re
from collections.abc import Iterator

from .site import Page, Site, is_foreign

LOADING = {
    "script": ("src",),
    "link": ("href",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "object": ("data",),
    "embed": ("src",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "input": ("src",),
    "form": ("action",),
}
# Links in the head that name an address but load nothing.
NAMING = ("canonical", "alternate")
IN_STYLES = re.compile(r"@import|url\(\s*['\"]?(?:https?:)?//[^)]*", re.IGNORECASE)
IN_DRAWINGS = re.compile(r"<(?:image|use|script|foreignObject)\b[^>]*(?:https?:)?//[^>]*>|<script")
IN_SCRIPTS = re.compile(r"(?:fetch|import|open|importScripts|sendBeacon)\(\s*['\"`]https?://[^)]*")


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        for address in loads_of(page):
            if is_foreign(address):
                yield f"{page.path}: loads {address}"
    for pattern, suffix in ((IN_STYLES, ".css"), (IN_DRAWINGS, ".svg"), (IN_SCRIPTS, ".js")):
        for path, text in site.texts(suffix):
            yield from (f"{path}: loads {found}" for found in pattern.findall(text))


def loads_of(page: Page) -> Iterator[str]:
    """Return the addresses a page loads by itself; each of a srcset."""
    for one in page.elements:
        if one.tag == "link" and one.get("rel") in NAMING:
            continue
        for name in LOADING.get(one.tag, ()):
            given = one.get(name) or ""
            choices = given.split(",") if name == "srcset" else [given]
            yield from (choice.split()[0] for choice in choices if choice.strip())
