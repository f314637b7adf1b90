"""Readers who go from page to page and count what it costs them: clicks, or keys."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from looking import opened
from playwright.sync_api import Browser, Locator, Page

# Whether something to act on is what is looked for: by its spoken name, or by where it leads.
IS_WANTED = """(one, {name, href}) => {
  if (!(one instanceof HTMLElement) || !one.matches("a[href], button, summary, input, select"))
    return false;
  if (href) return (one.getAttribute("href") || "").endsWith(href);
  const labels = one.labels ? [...one.labels].map((label) => label.textContent) : [];
  const spoken = one.getAttribute("aria-label") || labels.join(" ") || one.textContent;
  const plain = spoken.replaceAll("\\u00ad", "").replace(/\\s+/g, " ").trim();
  return new RegExp(`^(?:${name})$`).test(plain);
}"""
FIND = f"""(wanted) => {{
  const isWanted = {IS_WANTED};
  document.querySelector("[data-wanted]")?.removeAttribute("data-wanted");
  const found = [...document.querySelectorAll("a, button, summary, input, select")].find(
    (one) => isWanted(one, wanted) && one.checkVisibility({{visibilityProperty: true}}));
  found?.setAttribute("data-wanted", "");
  return Boolean(found);
}}"""
HAS_FOCUS = f"(wanted) => ({IS_WANTED})(document.activeElement, wanted)"
MOST_STEPS = 400


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader looks for: a link, button, fold or field by name, or a link by address."""

    name: str = ""  # a pattern of the whole name
    href: str = ""  # how the address ends

    def told(self) -> dict[str, str]:
        """Return it as the scripts take it."""
        return {"name": self.name, "href": self.href}


@dataclass(slots=True)
class Reader:
    """One who reads with a mouse, or with a finger on a phone; `spent` counts clicks."""

    page: Page
    spent: int = field(default=0, init=False)

    @property
    def has_keys(self) -> bool:
        """Say whether this reader has nothing but keys."""
        return False

    def follow(self, name: str = "", href: str = "") -> None:
        """Follow a link."""
        before = self._reach(Wanted(name, href))
        with self.page.expect_navigation(wait_until="load"):
            before()

    def unfold(self, name: str) -> None:
        """Open or press what is no link."""
        self._reach(Wanted(name))()

    def take(self, path: Path, name: str = "", href: str = "") -> str:
        """Take along the file behind a link; return its text."""
        before = self._reach(Wanted(name, href))
        with self.page.expect_download() as waiting:
            before()
        waiting.value.save_as(path)
        return path.read_text(encoding="utf-8-sig")

    def type(self, name: str, text: str) -> None:
        """Write into a field."""
        self._reach(Wanted(name))()
        self.page.keyboard.type(text)

    def enter(self) -> None:
        """Send off what was written."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")

    def step(self, key: str) -> None:
        """Press a key that moves the focus."""
        self.page.keyboard.press(key)
        self.spent += 1

    def skip(self) -> None:
        """Go past the head of a page; a pointer is past it at once."""

    def _reach(self, wanted: Wanted) -> Callable[[], None]:
        assert self.page.evaluate(FIND, wanted.told()), f"no {wanted} on {self.page.url}"
        self.spent += 1
        return self.page.locator("[data-wanted]").click


@dataclass(slots=True)
class KeyReader(Reader):
    """One who has no pointer; `spent` counts keys."""

    @property
    def has_keys(self) -> bool:
        """Say whether this reader has nothing but keys."""
        return True

    def type(self, name: str, text: str) -> None:
        """Write into a field: what has the focus needs no other key."""
        self._reach(Wanted(name))
        self.page.keyboard.type(text)
        self.spent += len(text)

    def enter(self) -> None:
        """Send off what was written."""
        self.spent += 1
        Reader.enter(self)

    def skip(self) -> None:
        """Take the first link of each page, which leads past its head."""
        self._reach(Wanted(re.escape("Zum Inhalt springen")))()

    def _reach(self, wanted: Wanted) -> Callable[[], None]:
        for _ in range(MOST_STEPS):
            self._press("Tab")
            if self.page.evaluate(HAS_FOCUS, wanted.told()):
                return lambda: self._press("Enter")
        raise AssertionError(f"no way to {wanted} in {MOST_STEPS} steps from {self.page.url}")

    def _press(self, key: str) -> None:
        self.spent += 1
        self.page.keyboard.press(key)


# With a mouse, with keys, and with a finger where no script runs: how wide and high they see.
MOUSE, KEYS, PHONE = WAYS = ("Maus", "Tasten", "Handy ohne Skripte")
LARGE, SMALL = (1280, 800), (360, 740)


def reader_of(browser: Browser, url: str, way: str) -> Reader:
    """Return a reader who has just opened a page."""
    width, height = SMALL if way == PHONE else LARGE
    page = opened(browser, "about:blank", width, "light", script=way != PHONE)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(url, wait_until="load")
    return KeyReader(page) if way == KEYS else Reader(page)


def is_within(part: Locator, screens: int = 1) -> bool:
    """Say whether a part of a page, from its top to its end, is seen on its first screens."""
    box, size = part.bounding_box(), part.page.viewport_size
    assert box is not None and size is not None, "it is not seen at all"
    return box["y"] + box["height"] <= screens * size["height"]
