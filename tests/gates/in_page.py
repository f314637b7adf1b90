"""The gates over a page in a browser, by name."""

from collections.abc import Callable, Iterable

from playwright.sync_api import Page

from gates import contrast, seen


def theme(page: Page) -> list[str]:
    """Return what is wrong with the colours of the theme."""
    return list(contrast.wrong(page.evaluate(contrast.ASK, list(contrast.NAMES))))


IN_PAGE: dict[str, Callable[[Page], Iterable[str]]] = {
    "axe": seen.axe,
    "noise": seen.noise,
    "reflow": seen.reflow,
    "large_text": seen.large_text,
    "forced_colours": seen.forced_colours,
    "motion": seen.motion,
    "printed": seen.printed,
    "focus": seen.focus,
    "theme": theme,
}
