"""Hostile inputs in every place: told, or shown as text. Nothing runs, nothing is asked for.

All that is built is opened in Chromium without any policy, so that escaping alone protects, and
again with the page's own policy.
"""

import csv
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import cycle
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from corpus_texts import BREAKS, LINKS, MARKDOWN, MARKUP
from corpus_values import ADDRESSES, FORMULAS
from hostile import HEADS, Hostile, drawings, lay
from playwright.sync_api import Browser, Page, Route

from fokusbericht.exports.table import csv_bytes
from fokusbericht.media.vector import CleanVector, clean
from fokusbericht.text.characters import is_odd
from fokusbericht.text.prose import to_html

ADDRESS = "http://bericht.example/"
NEWS = re.compile(r"aktuelles/2021-\d\d-\d\d-(?:kopf|text)-")
MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
OWN = {"mein-bericht/index.html": ("TEXTAREA",)}  # readers' own notes, which only they see
# Elements and attributes that none of our pages has, besides our own scripts and styles.
FIND_FOREIGN = """() => {
  const found = [];
  const own = new URL(document.baseURI).host;
  const links = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "ping"];
  const never = ["IFRAME", "OBJECT", "EMBED", "APPLET", "BASE", "FRAME", "MATH", "MARQUEE",
   , "AUDIO", "VIDEO", "TEXTAREA", "FOREIGNOBJECT", "PORTAL"];
  for (const one of document.querySelectorAll("*")) {
    const name = one.nodeName.toUpperCase();
    if (never.includes(name) || name.startsWith("CUSTOM-")) found.push(name);
    const isRun = name === "SCRIPT" && one.type !== "application/ld+json"; // which is data
    if (isRun && (!one.src || new URL(one.src).host !== own)) found.push("script");
    if (name === "META" && one.httpEquiv === "refresh") found.push("refresh");
    for (const {name: attribute, value} of one.attributes) {
      if (/^on/i.test(attribute)) found.push(name + " " + attribute);
      if (!links.includes(attribute)) continue;
      const address = new URL(value, document.baseURI);
      if (!["http:", "https:", "mailto:", "tel:"].includes(address.protocol))
        if (!(name === "IMG" && value.startsWith("data:image/png"))) found.push(name + " " + value);
      if (name !== "A" && name !== "LINK" && name !== "IMG" && address.host !== own)
        found.push(name + " " + value);
      if (address.host.endsWith("fremd.example")) found.push(name + " " + value);
    }
  }
  if (window.__pwned !== undefined) found.push("window.__pwned");
  return found;
}"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    return lay(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def files(hostile: Hostile) -> dict[str, bytes]:
    return {path: output.make() for path, output in hostile.outputs.items() if wanted(path)}


def wanted(path: str) -> bool:
    return not path.endswith((".docx", ".png")) and "vega" not in path


class Visitor:
    """Serves files to a browser out of memory and notes what a page does that it must not."""

    def __init__(self, browser: Browser, files: dict[str, bytes], policy: bool) -> None:
        self.files = files
        self.policy = policy
        self.noted: list[str] = []
        self.context = browser.new_context(bypass_csp=not policy)
        self.context.route("**/*", self.answer)
        self.page = self.context.new_page()
        self.page.on("dialog", lambda dialog: (self.noted.append("dialog"), dialog.dismiss()))
        self.page.on("popup", lambda _: self.noted.append("popup"))
        self.page.on("console", lambda message: self.console(message.text))

    def console(self, text: str) -> None:
        if "Content Security Policy" in text or "pwned" in text:
            self.noted.append(text)

    def answer(self, route: Route) -> None:
        url = route.request.url
        if not url.startswith(ADDRESS):
            self.noted.append(f"asked for {url}")
            route.abort()
            return
        path = unquote(url.removeprefix(ADDRESS).partition("#")[0].partition("?")[0])
        path = f"{path}index.html" if path.endswith("/") or not path else path
        if path not in self.files:
            route.fulfill(status=404, body="")
            return
        body = self.files[path]
        kind = guess_type(path)[0] or "text/plain"
        if kind == "text/html" and not self.policy:
            body = POLICY.sub(b"", body)
        route.fulfill(status=200, body=body, content_type=kind)

    def visit(self, path: str) -> Page:
        self.page.goto(ADDRESS + path, wait_until="load")
        return self.page


def test_there_are_many_and_each_is_told_or_built(hostile: Hostile) -> None:
    number = len(BREAKS) + len(LINKS) + len(MARKDOWN) + len(MARKUP) + len(HEADS) + len(ADDRESSES)
    assert len(hostile.told) + len(hostile.built) == number > 300
    for lines in hostile.told.values():
        for line in lines:
            assert re.match(r"content/aktuelles/[^:]+:\d+:\d+: .+ \([a-z-]+\)\Z", line), line
    assert not [path for path in hostile.built if "-adresse-" in path]


def together(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield pages with the content of many pages each: opening them one by one takes minutes."""
    news = sorted(path for path in files if NEWS.match(path))
    for start in range(0, len(news), 40):
        mains = (MAIN.search(files[path].decode()) for path in news[start : start + 40])
        body = "".join(f"<section>{main[1]}</section>" for main in mains if main)
        first = files[news[start]].decode()
        page = MAIN.sub(lambda _, body=body: f"<main>{body}</main>", first, count=1)
        yield f"aktuelles/zusammen-{start}/index.html", page.encode()


def pages_to_visit(files: dict[str, bytes]) -> list[str]:
    """Return all pages, of the single pieces of news every sixteenth, and some pictures."""
    news = [path for path in sorted(files) if NEWS.match(path) and path.endswith(".html")]
    html = [path for path in sorted(files) if path.endswith(".html") and path not in news]
    pictures = [path for path in sorted(files) if path.endswith(".svg")]
    return [*html, *news[::16], *pictures[::8]]


@pytest.mark.parametrize("policy", [False, True], ids=["escaping-alone", "with-policy"])
def test_nothing_runs_and_nothing_leaves(
    browser: Browser, files: dict[str, bytes], policy: bool
) -> None:
    visitor = Visitor(browser, files | dict(together(files)), policy)
    paths = pages_to_visit(visitor.files)
    wrong = []
    for path in paths[::3] if policy else paths:  # the policy is the same on all pages
        page = visitor.visit(path.removesuffix("index.html"))
        own = OWN.get(path, ())
        found = (one for one in page.evaluate(FIND_FOREIGN) if one not in own)
        wrong += [f"{path}: {one}" for one in found]
        wrong += [f"{path}: {one}" for one in visitor.noted]
        visitor.noted.clear()
    visitor.context.close()
    assert wrong == []


def test_pictures_and_feeds_hold_no_script(files: dict[str, bytes]) -> None:
    found = [path for path in files if path.endswith((".svg", ".xml"))]
    assert len(found) > 10
    for path in found:
        for element in ElementTree.fromstring(files[path]).iter():
            tag = str(element.tag).rpartition("}")[2]
            assert tag not in ("script", "foreignObject", "iframe", "image"), path
            assert not [name for name in element.attrib if name.lower().startswith("on")], path


def test_hostile_words_are_seen_as_they_were_written(
    browser: Browser, files: dict[str, bytes]
) -> None:
    visitor = Visitor(browser, files, policy=False)
    page = visitor.visit("aktuelles/")
    shown = " ".join((page.text_content("main") or "").replace("\u00ad", "").split())
    for text in (one for one in HEADS if not is_odd(one)):
        assert shown.count(" ".join(text.split())) >= 2, text  # title and lead
    visitor.context.close()


def test_the_sanitiser_alone_lets_nothing_through(browser: Browser) -> None:
    """Texts of which an editor is told are made into HTML all the same, past all checks."""

    def link(target: str, label: str) -> str:
        return f"[{label or target}](<../wohnen/>)"

    texts = [to_html(text, link, lambda *_: "") for text in (*MARKUP, *BREAKS, *LINKS, *MARKDOWN)]
    body = "\n".join(f"<section>{text}</section>" for text in texts)
    page = f"<!doctype html><meta charset=utf-8><title>x</title><main>{body}</main>"
    visitor = Visitor(browser, {"index.html": page.encode()}, policy=False)
    shown = visitor.visit("")
    assert shown.locator("section").count() == len(texts)
    hrefs = shown.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")
    assert shown.evaluate("document.querySelectorAll('img,script,style,svg,[style]').length") == 0
    # That a link leads to another site is its purpose; the checks know what is odd about it.
    found = [one for one in shown.evaluate(FIND_FOREIGN) if not one.startswith("A https:")]
    assert found == []
    assert all(re.match(r"https?:|mailto:|tel:", href) for href in hrefs)
    assert visitor.noted == []
    visitor.context.close()


def test_drawings_are_told_or_harmless(browser: Browser) -> None:
    made = {name: clean(data) for name, data in drawings()}
    kept = {name: one.svg for name, one in made.items() if isinstance(one, CleanVector)}
    visitor = Visitor(browser, kept, policy=False)
    for name in kept:
        page = visitor.visit(name)
        assert page.evaluate("document.documentElement.nodeName") == "svg"
        assert page.evaluate(FIND_FOREIGN) == [], name
    assert visitor.noted == []
    visitor.context.close()
    assert 5 < len(kept) < 15
    assert all(faults for faults in made.values())


class Skeleton(HTMLParser):
    """The elements of a page and the names of their attributes, without any text."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "wbr":  # where a long word may be cut, the program says
            self.found.append((tag, *sorted(name for name, _ in attrs)))


def test_no_text_changes_the_elements_of_a_page(files: dict[str, bytes], tmp_path: Path) -> None:
    harmless = lay(tmp_path, lambda text: "Ein Wort").outputs
    pages = [path for path in files if "-kopf-" in path and path.endswith(".html")]
    assert len(pages) == sum(not is_odd(text) for text in HEADS)
    for path in pages:
        hostile, tame = Skeleton(files[path]).found, Skeleton(harmless[path].make()).found
        assert hostile == tame, path


def cells_of(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    for path, content in files.items():
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"):
                yield from ((path, cell) for cell in row)


def test_no_cell_of_any_table_is_a_formula(tmp_path: Path) -> None:
    turn = cycle(FORMULAS)
    outputs = lay(tmp_path, lambda text: next(turn)).outputs
    files = {path: one.make() for path, one in outputs.items() if path.endswith(".csv")}
    cells = list(cells_of(files))
    assert len(files) >= 10
    for start in ("'=", "'+", "'-", "'@"):
        assert any(cell.startswith(start) for _, cell in cells), start
    number = re.compile(r"-(?:\d+(?:,\d+)?)?")
    for path, cell in cells:
        assert not cell.startswith(("=", "+", "@", "\t", "\r", "\n")), f"{path}: {cell}"
        assert not cell.startswith("-") or number.fullmatch(cell), f"{path}: {cell}"


def test_negative_numbers_stay_numbers() -> None:
    rows = [("-1,5",), ("-3",), ("-",), ("-1+1",), ("\uff1d1",), ("\n=1",)]
    written = csv_bytes(("a",), rows).decode("utf-8-sig")
    read = [row[0] for row in csv.reader(io.StringIO(written, newline=""), delimiter=";")]
    assert read == ["a", "-1,5", "-3", "-", "'-1+1", "'\uff1d1", "'\n=1"]
