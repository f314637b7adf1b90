"""How long the pages of the indicators are: `reading.py <folder of a site> …`.

Each page is opened as it is met, its folds closed, on a desk (1280 × 800) and on a phone
(360 × 740), with and without JavaScript. Told are its height with head and foot and where its table
begins, in screens, and what it weighs: the page itself, all that is loaded on arriving at the desk,
and all that is loaded by who reads on to the end, each file as gzip packs it. Prints median, 90th
percentile and the worst with its name; nothing is asserted.
"""

import gzip
import statistics
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from clock import CHROMIUM
from playwright.sync_api import Browser, Page, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from fokusbericht.building.preview import serving  # noqa: E402

SCREENS = {"Tisch": (1280, 800), "Telefon": (360, 740)}
MEASURE = """() => {
  const height = document.documentElement.scrollHeight;
  const table = document.querySelector("#tabelle").getBoundingClientRect().top + scrollY;
  return [height / innerHeight, table / innerHeight];
}"""
# The whole page comes by, so that pictures that wait for it are loaded.
TO_THE_END = """async () => {
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
    scrollTo(0, top);
    await new Promise((done) => setTimeout(done, 20));
  }
}"""
Found = dict[str, dict[str, float]]  # by what is told and by page


def pages_of(site: Path) -> list[str]:
    """Return the names of all pages of indicators: those with a file of their figures."""
    return sorted(one.parent.name for one in site.glob("sozialbericht/*/daten.csv"))


@cache
def weight(path: Path) -> int:
    """Return what a file weighs in bytes, packed."""
    if path.suffix in (".png", ".jpg", ".webp"):
        return path.stat().st_size
    return len(gzip.compress(path.read_bytes(), 9))


def heights(browser: Browser, address: str, names: list[str]) -> Found:
    """Return the heights of all pages, on each screen, with and without script."""
    found: Found = {}
    for screen, (width, height) in SCREENS.items():
        for how, scripted in (("mit Skript", True), ("ohne Skript", False)):
            page = browser.new_page(
                viewport={"width": width, "height": height}, java_script_enabled=scripted
            )
            for name in names:
                page.goto(f"{address}/sozialbericht/{name}/", wait_until="load")
                whole, table = page.evaluate(MEASURE)
                found.setdefault(f"{screen}, {how}: ganze Seite", {})[name] = whole
                found.setdefault(f"{screen}, {how}: Tabelle beginnt", {})[name] = table
            page.close()
    return found


def weights(browser: Browser, site: Path, address: str, names: list[str]) -> Found:
    """Return what all pages weigh in KB."""
    found: Found = {"KB, die Seite": {}, "KB, beim Ankommen": {}, "KB, bis zum Ende": {}}
    for name in names:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        loaded: set[str] = set()
        page.on("request", lambda request, loaded=loaded: loaded.add(urlsplit(request.url).path))
        page.goto(f"{address}/sozialbericht/{name}/", wait_until="networkidle")
        found["KB, die Seite"][name] = weight(site / "sozialbericht" / name / "index.html") / 1000
        found["KB, beim Ankommen"][name] = sum(_files(site, loaded)) / 1000
        _read_on(page)
        found["KB, bis zum Ende"][name] = sum(_files(site, loaded)) / 1000
        page.close()
    return found


def _read_on(page: Page) -> None:
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")


def _files(site: Path, loaded: set[str]) -> Iterator[int]:
    for path in sorted(loaded):
        file = site / path.lstrip("/")
        yield weight(file / "index.html" if file.is_dir() else file)


def tell(found: Mapping[str, Mapping[str, float]]) -> None:
    """Print a line for each measure."""
    for what, by_name in found.items():
        ordered = sorted(by_name.values())
        late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.9))]
        worst = max(by_name, key=by_name.__getitem__)
        print(
            f"{what:36} Median {statistics.median(ordered):5.1f} · 90 % {late:5.1f} · "
            f"am meisten {by_name[worst]:5.1f} ({worst})"
        )


def main() -> None:
    """Measure and print."""
    for site in map(Path, sys.argv[1:]):
        names = pages_of(site)
        print(f"{site}: {len(names)} Seiten")
        with serving(site, 0) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            tell(heights(browser, address.rstrip("/"), names))
            tell(weights(browser, site, address.rstrip("/"), names))
            browser.close()


if __name__ == "__main__":
    main()
