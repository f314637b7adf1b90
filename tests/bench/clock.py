"""Times in a browser, told alike: median, 95th percentile and maximum in milliseconds."""

import os
import shutil
import statistics
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"


@contextmanager
def browsing(address: str) -> Iterator[Page]:
    """Open an address in a Chromium of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        yield page
        browser.close()


def tell(times: Mapping[str, list[float]]) -> None:
    """Print a line for each case, and one for all together."""
    together = [time for found in times.values() for time in found]
    for case, found in {**times, "alle zusammen": together}.items():
        ordered = sorted(found)
        late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        print(
            f"{case:22} Median {statistics.median(found):6.1f} ms · 95 % {late:6.1f} ms · "
            f"längstens {ordered[-1]:6.1f} ms ({len(found)}-mal)"
        )
