"""How long filtering 1,000 recommendations takes: `python tests/bench/filter.py [runs]`.

The recommendations of the Kreis Muster are repeated until there are a thousand. Each run makes a
choice on the list of all of them, once what stands on its other pages is there; the time is from
the event until the changed page is laid out again. Prints median, 95th percentile and maximum in
milliseconds, and how long planning all lists takes; nothing is asserted.
"""

import re
import sys
import tempfile
import time
from dataclasses import replace
from itertools import cycle, islice, takewhile
from pathlib import Path

from clock import browsing, tell

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from fokusbericht.building import assets  # noqa: E402
from fokusbericht.building.preview import serving  # noqa: E402
from fokusbericht.load import load_report  # noqa: E402
from fokusbericht.model.base import Key, Kind  # noqa: E402
from fokusbericht.model.recommendations import Handlungsempfehlung  # noqa: E402
from fokusbericht.model.report import Report  # noqa: E402
from fokusbericht.pages.empfehlungen import empfehlungen  # noqa: E402

NUMBER = 1000

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
ROWS = "#ergebnisse .empfehlungen > li"
LINK = '[data-facet="{}"] a[data-value="{}"]'
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


def enlarged(report: Report) -> Report:
    """Return the report with its recommendations repeated under new keys."""
    own = sorted(report.empfehlungen.values(), key=lambda one: one.key)
    found: dict[str, Handlungsempfehlung] = {}
    for number, one in enumerate(islice(cycle(own), NUMBER)):
        name = f"{one.jahr}-{number + 100}"
        found[name] = replace(one, key=Key(Kind.EMPFEHLUNG, name), vorgaenger=())
    titles = {**report.titles, **{one.key: one.titel for one in found.values()}}
    return replace(report, empfehlungen=found, titles=titles)


def is_whole(path: str) -> bool:
    """Say whether a page is one of the list of all recommendations."""
    return re.fullmatch(r"handlungsempfehlungen/(seite/\d+/)?index\.html", path) is not None


def write_list(report: Report, out: Path) -> None:
    """Write the pages of the list of all, and the styles and scripts of the site."""
    lists = empfehlungen.plan(enlarged(report))
    outputs = [*takewhile(lambda one: is_whole(one.path), lists), *assets.plan(report)]
    for output in outputs:
        path = out / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.make())


def measured(address: str, runs: int) -> dict[str, list[float]]:
    """Return the times of each case in milliseconds."""
    times: dict[str, list[float]] = {case: [] for case in CASES}
    with browsing(f"{address}/handlungsempfehlungen/") as page:
        page.focus("#wort")
        page.wait_for_function(f"document.querySelectorAll('{ROWS}').length === {NUMBER}")
        for _ in range(runs):
            for case, how in CASES.items():
                times[case].append(page.evaluate(MEASURE, list(how)))
                page.wait_for_timeout(30)
    return times


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    report, problems = load_report(REPOSITORY / "muster")
    assert problems == [], problems
    large = enlarged(report)
    start = time.perf_counter()
    pages = len(list(empfehlungen.plan(large)))
    print(f"{pages} Listen geplant in {time.perf_counter() - start:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        write_list(report, Path(folder))
        with serving(Path(folder), 0) as address:
            tell(measured(address, runs))


if __name__ == "__main__":
    main()
