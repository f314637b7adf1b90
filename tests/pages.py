"""A look at built pages without a browser: their links, anchors and what they load."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

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
}
# Links in the head that name an address but load nothing.
NAMING = {"canonical", "alternate"}


@dataclass
class Page(HTMLParser):
    """What one HTML file links to, loads and offers as anchors."""

    path: str
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    styles: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    __hash__ = object.__hash__

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        if "id" in found:
            self.anchors.add(found["id"])
        if tag in ("a", "area") and "href" in found:
            self.links.append(found["href"])
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append(int(tag[1]))
        if tag == "link" and found.get("rel") in NAMING:
            if found["rel"] == "alternate":
                self.links.append(found["href"])
            return
        self.loads += [found[name].split()[0] for name in LOADING.get(tag, ()) if found.get(name)]
        self.styles += [name for name in found if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in found):
            self.styles.append(tag)


@lru_cache(maxsize=1)
def read_pages(site: Path) -> dict[str, Page]:
    """Return all HTML pages of a site by path."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        page = Page(path)
        page.feed(file.read_text(encoding="utf-8"))
        pages[path] = page
    return pages


def target_of(path: str, address: str) -> tuple[str, str]:
    """Return the file and anchor that an address on a page leads to."""
    parts = urlsplit(address)
    if not parts.path:
        return path, unquote(parts.fragment)
    plain = unquote(parts.path)
    below = plain.lstrip("/") if plain.startswith("/") else normpath(join(dirname(path), plain))
    is_folder = plain.endswith("/") or below in (".", "")
    file = normpath(join(below, "index.html")) if is_folder else below
    return file, unquote(parts.fragment)


def is_foreign(address: str) -> bool:
    """Say whether an address is on another host."""
    return bool(urlsplit(address).netloc)


def dead_links(site: Path) -> Iterator[str]:
    """Yield each link that leads nowhere: to no file, or to no anchor of a page."""
    pages = read_pages(site)
    for page in pages.values():
        for address in page.links + page.loads:
            if is_foreign(address) or urlsplit(address).scheme in ("mailto", "tel", "data"):
                continue
            file, anchor = target_of(page.path, address)
            lost_anchor = anchor and file in pages and anchor not in pages[file].anchors
            if lost_anchor or not (site / file).is_file():
                yield f"{page.path}: {address}"
