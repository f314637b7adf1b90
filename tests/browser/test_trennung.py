"""Long words on narrow screens: cut at seams, whole for who copies, searches, listens."""

from pathlib import Path

import pytest
from looking import opened
from playwright.sync_api import Browser, Page

PAGES = (
    "/",
    "/daten/",
    "/demographie-und-finanzen/",
    "/fokusgruppen/",
    "/glossar/",
    "/gremien/",
    "/handlungsempfehlungen/",
    "/handlungsfelder/",
    "/kommunen/",
    "/kommunen/platzhalterdorf/",
    "/raeume/fiktum/",
    "/sozialbericht/",
    "/umsetzung/",
)
TITLE = "Handlungsempfehlungen"
# Words that go on in the next line without a hyphen. Addresses may: nothing else can be done.
CUT = r"""() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const boxOf = (node, start, end) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()].filter(({ width }) => width > 1);
  };
  for (let node; (node = walker.nextNode());) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest("svg, pre")) continue;
    for (const word of node.data.matchAll(/(?<!\S*[/@]\S*)[\p{L}\u00ad]{5,}(?!\S*[/@])/gu)) {
      const tops = boxOf(node, word.index, word.index + word[0].length).map(({ top }) => top);
      if (new Set(tops.map(Math.round)).size < 2) continue;
      let last = Infinity;
      [...word[0]].forEach((letter, place) => {
        const box = boxOf(node, word.index + place, word.index + place + 1).pop();
        if (letter === "\u00ad" || !box) return;
        if (box.top > last + 4 && word[0][place - 1] !== "\u00ad") found.push(word[0]);
        last = box.top;
      });
    }
  }
  return found;
}"""


@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_word_is_cut_but_at_a_seam(browser: Browser, address: str, width: int) -> None:
    for path in PAGES:
        page = opened(browser, address + path, width, "light")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        assert page.evaluate(CUT) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.context.close()


def test_what_is_cut_is_seen(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/handlungsempfehlungen/", 320, "light")
    assert page.evaluate(CUT) == []
    page.evaluate("document.querySelector('h1').textContent = 'Handlungsempfehlungen'")
    assert page.evaluate(CUT) == [TITLE]
    page.context.close()


def copied(page: Page, kind: str) -> str:
    """Return what lies on the clipboard after the title was chosen and copied."""
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    page.keyboard.press("Control+c")
    read = """async (kind) => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType(kind)).text();
    }"""
    return str(page.evaluate(read, kind))


def test_who_copies_gets_whole_words(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/handlungsempfehlungen/", 360, "light")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert "\u00ad" in (page.locator("h1").text_content() or "")
    assert copied(page, "text/plain") == TITLE
    assert TITLE in copied(page, "text/html")
    page.context.close()


def test_the_browsers_search_finds_whole_words(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/handlungsempfehlungen/", 360, "light")
    page.evaluate("getSelection().collapse(document.querySelector('main'), 0)")
    assert page.evaluate(f"window.find('{TITLE}')")
    chosen = "getSelection().anchorNode.parentElement.closest('h1') !== null"
    assert page.evaluate(chosen)
    page.context.close()


def test_who_listens_hears_whole_words(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/handlungsempfehlungen/", 320, "light")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    names = [str(node["name"]["value"]) for node in tree["nodes"] if node.get("name")]
    heard = [name.replace("\u00ad", "") for name in names]
    assert heard.count(TITLE) >= 2  # the heading, and its text in one piece
    assert f'heading "{TITLE}"' in page.locator("main").aria_snapshot()
    page.context.close()


def test_only_pages_bear_soft_hyphens(muster_site: Path) -> None:
    for path in sorted(muster_site.rglob("*")):
        if path.suffix in (".csv", ".json", ".xml", ".svg", ".ics", ".txt", ".js"):
            assert "\u00ad" not in path.read_text(encoding="utf-8"), path.name
