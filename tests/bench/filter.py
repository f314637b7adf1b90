"""How long filtering 1,000 recommendations takes: `python tests/bench/filter.py [runs]`.

The county's own recommendations are repeated until there are a thousand. Each run makes a choice on
the list of all of them; the time is from the event until the changed page is laid out again. Prints
median, 95th percentile and maximum in milliseconds, and how long planning all lists takes; nothing
is asserted.
"""

import functools
import os
import shutil
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, cycle, islice
from pathlib import Path

from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from fokusbericht import assets  # noqa: E402
from fokusbericht.load import load_report  # noqa: E402
from fokusbericht.model.base import Key, Kind  # noqa: E402
from fokusbericht.model.recommendations import Handlungsempfehlung  # noqa: E402
from fokusbericht.model.report import Report  # noqa: E402
from fokusbericht.pages import empfehlungen  # noqa: E402

NUMBER = 1000
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"

# Each way of choosing, as what happens in the page; all end with a forced layout.
MEASURE = """([selector, value]) => {
  const element = document.querySelector(selector);
  const start = performance.now();
  if (element.matches("select")) {
    element.value = value;
    element.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (element.matches("input")) {
    element.value = value;
    element.form.requestSubmit();
  } else element.click();
  void document.body.offsetHeight;
  return performance.now() - start;
}"""
LINK = '[data-facette="{}"] a[data-wert="{}"]'
CASES = {
    "ein Handlungsfeld an": (LINK.format("handlungsfeld", "wohnen"), ""),
    "ein zweites dazu": (LINK.format("handlungsfeld", "armut"), ""),
    "ein Stand dazu": (LINK.format("stand", "umgesetzt"), ""),
    "ein Stand weg": (LINK.format("stand", "umgesetzt"), ""),
    "alles aufheben": ("#aufheben a", ""),
    "ein Wort": ("#wort", "integration"),
    "kein Treffer": ("#wort", "integration xyz"),
    "kein Wort": ("#wort", ""),
    "nach Stille sortiert": ("#ordnung", "stille"),
    "nach Jahr sortiert": ("#ordnung", "jahr"),
}


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


def enlarged(report: Report) -> Report:
    """Return the report with its recommendations repeated under new keys."""
    own = sorted(report.empfehlungen.values(), key=lambda one: one.key)
    found: dict[str, Handlungsempfehlung] = {}
    for number, one in enumerate(islice(cycle(own), NUMBER)):
        name = f"{one.jahr}-{number + 100}"
        found[name] = replace(one, key=Key(Kind.EMPFEHLUNG, name), vorgaenger=())
    titles = {**report.titles, **{one.key: one.titel for one in found.values()}}
    return replace(report, empfehlungen=found, titles=titles)


def write_list(report: Report, out: Path) -> None:
    """Write the list of all recommendations, and the styles and scripts of the site."""
    outputs = [next(empfehlungen.plan(enlarged(report)))]
    outputs += assets.plan(report)
    for output in outputs:
        path = out / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.make())


def measured(address: str, runs: int) -> dict[str, list[float]]:
    """Return the times of each case in milliseconds."""
    times: dict[str, list[float]] = {case: [] for case in CASES}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/handlungsempfehlungen/")
        for _ in range(runs):
            for case, how in CASES.items():
                times[case].append(page.evaluate(MEASURE, list(how)))
                page.wait_for_timeout(30)
        browser.close()
    return times


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    report, problems = load_report(REPOSITORY)
    assert problems == [], problems
    large = enlarged(report)
    start = time.perf_counter()
    pages = len(list(empfehlungen.plan(large)))
    print(f"{pages} Listen geplant in {time.perf_counter() - start:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        write_list(report, Path(folder))
        handler = functools.partial(Quiet, directory=folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        times = measured(f"http://127.0.0.1:{server.server_port}", runs)
        server.shutdown()
    for case, found in {**times, "alle zusammen": list(chain(*times.values()))}.items():
        ordered = sorted(found)
        late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        print(
            f"{case:22} Median {statistics.median(found):6.1f} ms · 95 % {late:6.1f} ms · "
            f"längstens {ordered[-1]:6.1f} ms"
        )


if __name__ == "__main__":
    main()
