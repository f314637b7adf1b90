"""How long the Kreiskarte takes to show something else: `kreiskarte.py <folder of the site>`.

Every figure is chosen once by its address, at both levels, and the five years before by the slider.
The time is from the event until the changed page is laid out again. Prints median, 95th percentile
and maximum in milliseconds; nothing is asserted.
"""

import sys
from itertools import takewhile
from pathlib import Path

from clock import browsing, tell

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from fokusbericht.building.preview import serving  # noqa: E402

MAP = "/sozialbericht/"
PAINTED = 30  # milliseconds in which what was shown before is painted
YEARS = 5
CHOOSE = """(address) => {
  history.replaceState(null, "", address);
  const start = performance.now();
  dispatchEvent(new PopStateEvent("popstate"));
  void document.body.offsetHeight;
  return performance.now() - start;
}"""
# A step back always finds the year before that has figures; -1 if there is none.
SLIDE = """() => {
  const slider = document.querySelector("#kreiskarte input[type=range]");
  if (!slider.checkVisibility() || slider.value === slider.min) return -1;
  slider.value = Number(slider.value) - 1;
  const start = performance.now();
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  void document.body.offsetHeight;
  return performance.now() - start;
}"""


def measured(address: str, names: list[str]) -> dict[str, list[float]]:
    """Return the times of each case in milliseconds."""
    times: dict[str, list[float]] = {"andere Zahl": [], "andere Ebene": [], "anderes Jahr": []}
    with browsing(address + MAP) as page:
        page.locator("#kreiskarte.bereit").wait_for()

        def choose(name: str, level: str) -> float:
            page.wait_for_timeout(PAINTED)
            return float(
                page.evaluate(CHOOSE, f"{MAP}?kennzahl={name}&ebene={level}&raum=elmshorn")
            )

        def slide(_: int) -> float:
            page.wait_for_timeout(PAINTED)
            return float(page.evaluate(SLIDE))

        for name in names:
            times["andere Zahl"].append(choose(name, "kommunen"))
            times["andere Ebene"].append(choose(name, "raeume"))
            times["anderes Jahr"] += takewhile(lambda time: time >= 0, map(slide, range(YEARS)))
    return times


def main() -> None:
    """Measure and print."""
    site = Path(sys.argv[1])
    names = sorted(path.parent.name for path in site.glob("sozialbericht/*/daten.json"))
    with serving(site, 0) as address:
        tell(measured(address, names))


if __name__ == "__main__":
    main()
