"""What browser tests share: an opened page, and what axe finds."""

from playwright.sync_api import Browser, Page
from support import REPOSITORY

AXE = REPOSITORY / "node_modules/axe-core/axe.min.js"


def opened(browser: Browser, url: str, width: int, scheme: str, script: bool = True) -> Page:
    """Open a page in a fresh context, noting what it says and asks for."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=script,
        reduced_motion="reduce",
        bypass_csp=False,
    )
    page = context.new_page()
    page.said = []  # type: ignore[attr-defined]
    page.asked = []  # type: ignore[attr-defined]
    page.on("console", lambda message: page.said.append(message.text))  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.said.append(str(error)))  # type: ignore[attr-defined]
    page.on("request", lambda request: page.asked.append(request.url))  # type: ignore[attr-defined]
    page.goto(url, wait_until="load")
    return page


def axe_violations(page: Page) -> list[str]:
    """Return what axe finds, each with its first culprit."""
    # Evaluated over the debugger, so that the page's own policy need not be loosened.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found["violations"]]
