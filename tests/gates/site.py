"""A built site as the gates see it: its pages as trees, its other files as text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import html

Element = html.HtmlElement
TEXTS = (
    ".html",
    ".css",
    ".js",
    ".json",
    ".geojson",
    ".jsonld",
    ".ttl",
    ".csv",
    ".xml",
    ".svg",
    ".ics",
    ".txt",
)
SPACES = re.compile(r"[ \t\r\n\f]+")  # narrow and hard spaces stay what they are
SILENT = ("script", "style", "template")
APART = ("p", "li", "td", "th", "dt", "dd", "div", "br", "tr", "h1", "h2", "h3", "h4", "option")


@dataclass(frozen=True)
class Page:
    """One HTML page: where it lies in the site, as text and as a tree."""

    path: str
    text: str

    @cached_property
    def root(self) -> Element:
        return html.document_fromstring(self.text)

    @cached_property
    def elements(self) -> list[Element]:
        """All elements in the order of the text."""
        return [one for one in self.root.iter() if isinstance(one.tag, str)]

    @cached_property
    def ids(self) -> dict[str, Element]:
        return {one.get("id"): one for one in self.elements if one.get("id") is not None}

    @property
    def is_embed(self) -> bool:
        """Say whether this is made for the frame of another website: no menus, no script."""
        return self.path.startswith("einbetten/")

    @property
    def is_print(self) -> bool:
        """Say whether this is an edition as one page to print; it stands below what it prints."""
        return self.path.endswith("/druck/index.html")

    @property
    def is_redirect(self) -> bool:
        """Say whether this is no more, and leads to what took its place."""
        return any(one.get("http-equiv") == "refresh" for one in self.all("meta"))

    def all(self, *tags: str) -> Iterator[Element]:
        return (one for one in self.elements if one.tag in tags)

    def meta(self, name: str) -> str | None:
        """Return what a meta element of the head says."""
        for one in self.all("meta"):
            if name in (one.get("name"), one.get("http-equiv")):
                return str(one.get("content", ""))
        return None


@dataclass(frozen=True)
class Site:
    """A folder with a built site."""

    folder: Path

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return tuple(Page(path, self.text(path)) for path in self.paths if path.endswith(".html"))

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """All files by their path, sorted."""
        files = (one for one in self.folder.rglob("*") if one.is_file())
        return tuple(sorted(one.relative_to(self.folder).as_posix() for one in files))

    @cached_property
    def by_path(self) -> dict[str, Page]:
        return {page.path: page for page in self.pages}

    def texts(self, *suffixes: str) -> Iterator[tuple[str, str]]:
        """Return the text files with such endings: path and text."""
        for path in self.paths:
            if path.endswith(suffixes or TEXTS):
                yield path, self.text(path)

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8-sig")


def words(element: Element) -> str:
    """Return the text of an element in one line, without scripts and the titles of drawings."""
    return SPACES.sub(" ", "".join(_texts(element)).replace("\u00ad", "")).strip(" \n")


def _texts(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    if element.tag == "title" and element.getparent().tag != "head":
        return
    yield element.text or ""
    for child in element:
        # What stands in blocks of their own is not glued together.
        yield " " if child.tag in APART else ""
        yield from _texts(child)
        yield child.tail or ""


def excerpt(element: Element) -> str:
    """Return the beginning of an element's own tag, to find it by."""
    given = "".join(f' {name}="{value}"' for name, value in element.attrib.items())
    return f"<{element.tag}{given}>"[:90]


def name_of(page: Page, element: Element) -> str:
    """Return what a screen reader calls an element: label, text, or the words of its pictures."""
    labels = (element.get("aria-labelledby") or "").split()
    if labels:
        return " ".join(label_of(page.ids[one]) for one in labels if one in page.ids)
    if element.get("aria-label"):
        return str(element.get("aria-label"))
    if element.tag == "img":
        return element.get("alt") or ""
    if element.tag == "svg":
        return " ".join(label_of(one) for one in element if one.tag == "title")
    pictures = " ".join(
        name_of(page, one)
        for one in element.iter("img", "svg")
        if one is not element and not is_hidden(one)
    )
    return f"{words(element)} {pictures}".strip()


def label_of(element: Element) -> str:
    """Return the text of an element that names another; the titles of drawings do just that."""
    return (element.text or "").strip() if element.tag == "title" else words(element)


def is_hidden(element: Element) -> bool:
    """Say whether screen readers pass over an element."""
    return any(
        one.get("aria-hidden") == "true" or one.get("hidden") is not None
        for one in (element, *element.iterancestors())
    )


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
