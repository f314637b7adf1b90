"""usage: sweep.py <address> <state> …: opens pages in a Chromium of its own, each in all states.

Which pages, and what was found, are JSON: addresses below the site in, findings out:
{"/glossar/ dunkel": ["color-contrast: …"]}. Several run side by side, one a processor.
Wants tests/ and the repository among the places Python imports from.
"""

import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator

from gates import seen
from playwright.sync_api import Browser, Page, sync_playwright
from support import CHROMIUM

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 360, "height": 900}
UNDRAWN = "#kreiskarte:not(.bereit, .gescheitert)"
OPEN = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
UNTOUCHED = """document.activeElement?.blur();
document.querySelectorAll('*').forEach((one) => { one.scrollTo(0, 0); })"""


def everywhere(page: Page) -> Iterator[str]:
    """Yield what is wrong with a page as most see it, narrow, in large text."""
    yield from seen.noise(page)
    yield from seen.axe(page)
    yield from (f"320 px: {one}" for one in seen.reflow(page))
    yield from (f"200 %: {one}" for one in seen.large_text(page))


def opened(page: Page) -> Iterator[str]:
    """Yield what is wrong on a phone when all that can be opened is open."""
    page.set_viewport_size(NARROW)
    page.evaluate(OPEN)
    yield from seen.axe(page)
    yield from (f"360 px: {one}" for one in seen.overflow(page))
    yield from (f"320 px: {one}" for one in seen.reflow(page))
    yield from (f"200 %: {one}" for one in seen.large_text(page))
    yield from seen.noise(page)


def dark(page: Page) -> Iterator[str]:
    """Yield what is wrong on a dark screen."""
    page.emulate_media(color_scheme="dark")
    page.evaluate(OPEN)
    yield from seen.axe(page, seen.COLOURS_ALONE)


def otherwise(page: Page) -> Iterator[str]:
    """Yield what is wrong with forced colours, without motion, by keyboard."""
    yield from seen.forced_colours(page)
    yield from seen.motion(page)
    yield from seen.focus(page)


# One after the other in a page that is loaded once: what opens something comes last.
STATES: dict[str, Callable[[Page], Iterable[str]]] = {
    "wie alle": everywhere,
    "auf Papier": seen.printed,
    "anders": otherwise,
    "dunkel": dark,
    "offen": opened,
}


def found_at(
    browser: Browser, address: str, paths: list[str], states: Collection[str]
) -> dict[str, list[str]]:
    """Return what is found in each state of each page, in one context for all."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce", color_scheme="light")  # type: ignore[arg-type]
    page = context.new_page()
    seen.listen(page)
    found = {}
    for path in paths:
        as_at_first(page)
        page.goto(address + path, wait_until="load")
        page.wait_for_timeout(150 if "?" in path else 30)
        # Else the map would be measured while it is being drawn. A selector, as the policy of the
        # site forbids the evaluation by which Playwright asks a function again and again.
        page.locator(UNDRAWN).wait_for(state="detached")
        for state in (one for one in STATES if one in states):
            as_at_first(page)
            found[f"{path} {state}"] = list(STATES[state](page))
        page.said.clear()  # type: ignore[attr-defined]
        page.asked.clear()  # type: ignore[attr-defined]
    context.close()
    return found


def as_at_first(page: Page) -> None:
    """Show a page as it was before it was looked at."""
    page.emulate_media(color_scheme="light", media="screen", forced_colors="none")
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.evaluate(UNTOUCHED)


def main() -> None:
    """Look at the pages that come in and print what is found."""
    _, address, *states = sys.argv
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        found = found_at(browser, address, json.load(sys.stdin), states)
        print(json.dumps(found, ensure_ascii=False))
        browser.close()


if __name__ == "__main__":
    main()
