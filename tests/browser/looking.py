"""What browser tests share: an opened page, and where it is."""

from typing import Literal

from playwright.sync_api import Browser, Page


def opened(
    browser: Browser,
    url: str,
    width: int,
    scheme: str,
    script: bool = True,
    worker: Literal["allow", "block"] = "allow",
) -> Page:
    """Open a page in a fresh context, noting what it says and asks for."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=script,
        reduced_motion="reduce",
        bypass_csp=False,
        service_workers=worker,
    )
    page = context.new_page()
    page.said = []  # type: ignore[attr-defined]
    page.asked = []  # type: ignore[attr-defined]
    page.on("console", lambda message: page.said.append(message.text))  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.said.append(str(error)))  # type: ignore[attr-defined]
    page.on("request", lambda request: page.asked.append(request.url))  # type: ignore[attr-defined]
    page.goto(url, wait_until="load")
    return page


def whereabouts(page: Page) -> str:
    """Return the address as the page itself has it.

    Playwright's own `page.url` hears of a step within a page by a message, which may come late.
    """
    return str(page.evaluate("location.href"))


def unbroken(text: str) -> str:
    """Return a text as it is copied: without the soft hyphens that only narrow lines need."""
    return text.replace("\u00ad", "")
