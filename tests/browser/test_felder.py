"""Histories, nets and times in the browser: one drawing that fits, and words that keep apart."""

import pytest
from looking import opened
from playwright.sync_api import Browser

PAGES = (
    "/handlungsfelder/",
    "/handlungsfelder/gesundheitsversorgung-und-pflege/",
    "/handlungsfelder/infrastruktur-sozialer-angebote/",
    "/fokusgruppen/",
)
# Lines of text that leave their picture, and pairs of lines that run into one another.
CLASHES = """() => {
  const found = [];
  for (const picture of document.querySelectorAll(".fluss, .netz, .zeiten, .faeden")) {
    const frame = picture.getBoundingClientRect();
    if (!frame.width) continue;
    const lines = [...picture.querySelectorAll("tspan")].map((line) => {
      const { left, right, top, bottom } = line.getBoundingClientRect();
      return { text: line.textContent, left, right, top: top + 2, bottom: bottom - 2 };
    });
    lines.forEach((one, i) => {
      if (one.left < frame.left - 1 || one.right > frame.right + 1) found.push(one.text);
      for (const two of lines.slice(i + 1)) {
        const beside = one.right <= two.left || two.right <= one.left;
        const apart = one.bottom <= two.top + 1 || two.bottom <= one.top + 1;
        if (!beside && !apart) found.push(`${one.text} / ${two.text}`);
      }
    });
  }
  return found;
}"""


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_no_word_of_a_diagram_meets_another_or_the_edge(
    browser: Browser, address: str, path: str, width: int
) -> None:
    page = opened(browser, address + path, width, "light", script=False)
    assert page.evaluate(CLASHES) == []
    page.context.close()


@pytest.mark.parametrize(("width", "wide"), [(360, False), (1280, True)])
@pytest.mark.parametrize("path", ["/handlungsfelder/", "/fokusgruppen/"])
def test_only_the_drawing_that_fits_is_there(
    browser: Browser, address: str, path: str, width: int, wide: bool
) -> None:
    page = opened(browser, address + path, width, "light")
    for name, is_seen in ((".breit-bild", wide), (".schmal-bild", not wide)):
        drawings = page.locator(f".bilder > {name}")
        assert drawings.count() > 0
        assert [one.is_visible() for one in drawings.all()] == [is_seen] * drawings.count()
    page.context.close()
