"""usage: sweep.py <address>: opens pages in a Chromium of its own; jobs in, findings out.

Jobs and findings are JSON. A job is [address below the site, state]; the answer says for each what
was found:
{"/glossar/ dunkel": ["color-contrast: …"]}. Several run side by side, one a processor.
Wants tests/ and the repository among the places Python imports from.
"""

import json
import sys
from collections.abc import Callable, Iterator

from gates import seen
from playwright.sync_api import Browser, Page, sync_playwright
from support import CHROMIUM

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 360, "height": 900}
UNDRAWN = "#kreiskarte:not(.bereit, .gescheitert)"
OPEN = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


def everywhere(page: Page) -> Iterator[str]:
    """Yield what is wrong with a page as most see it, narrow, in large text, on paper."""
    yield from seen.noise(page)
    yield from seen.axe(page)
    yield from (f"320 px: {one}" for one in seen.reflow(page))
    yield from (f"200 %: {one}" for one in seen.large_text(page))
    yield from (f"on paper: {one}" for one in seen.printed(page))


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
    yield from seen.axe(page)


def otherwise(page: Page) -> Iterator[str]:
    """Yield what is wrong with forced colours, without motion, on paper, by keyboard."""
    yield from seen.forced_colours(page)
    yield from seen.motion(page)
    yield from (f"on paper: {one}" for one in seen.printed(page))
    yield from seen.focus(page)


STATES: dict[str, Callable[[Page], Iterator[str]]] = {
    "wie alle": everywhere,
    "offen": opened,
    "dunkel": dark,
    "anders": otherwise,
}


def found_at(browser: Browser, address: str, jobs: list[list[str]]) -> dict[str, list[str]]:
    """Return what each job finds, in one context that is used again and again."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce", color_scheme="light")  # type: ignore[arg-type]
    page = context.new_page()
    seen.listen(page)
    found = {}
    for path, state in jobs:
        page.emulate_media(color_scheme="light", media="screen", forced_colors="none")
        page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        page.goto(address + path, wait_until="load")
        page.wait_for_timeout(150 if "?" in path else 30)
        # Else the map would be measured while it is being drawn. A selector, as the policy of the
        # site forbids the evaluation by which Playwright asks a function again and again.
        page.locator(UNDRAWN).wait_for(state="detached")
        found[f"{path} {state}"] = list(STATES[state](page))
        page.said.clear()  # type: ignore[attr-defined]
        page.asked.clear()  # type: ignore[attr-defined]
    context.close()
    return found


def main() -> None:
    """Do the jobs that come in and print what they find."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        print(json.dumps(found_at(browser, sys.argv[1], json.load(sys.stdin)), ensure_ascii=False))
        browser.close()


if __name__ == "__main__":
    main()
