"""How long the Kreiskarte takes to show something else: `kreiskarte.py <folder of a site> …`.

Every figure is chosen once by its address, at both levels, and the five years before by the slider,
with the processor slowed down as on a weak phone. Told are the times from the event until its own
task is done and laid out, until the changed map is painted, and until everything – panel, table,
what a screen reader hears – is there. Of several sites each does the same in turn, so that what
else the machine does hits all alike. Prints median, 95th percentile and maximum in milliseconds;
nothing is asserted.
"""

import sys
from contextlib import ExitStack
from itertools import takewhile
from pathlib import Path

from clock import browsing, tell
from playwright.sync_api import Page

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from fokusbericht.building.preview import serving  # noqa: E402

MAP = "/sozialbericht/"
SLOWER = 4
REST = 50  # milliseconds between two changes
YEARS = 5
CASES = ("andere Zahl", "andere Ebene", "anderes Jahr")
MOMENTS = ("Ereignis", "Karte gemalt", "alles da")
CLOCK = """
const painted = () => new Promise((done) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  channel.port2.postMessage(0);
}));
const last = () => [...document.querySelectorAll("#tabelle caption > *, .kreiskarte-ansage")];
async function time(act) {
  for (const one of last()) one.textContent = "";
  const start = performance.now();
  act();
  void document.body.offsetHeight;
  const event = performance.now() - start;
  await painted();
  const map = performance.now() - start;
  while (!last().every((one) => one.textContent)) await new Promise((done) => setTimeout(done));
  return [event, map, performance.now() - start];
}
"""
CHOOSE = f"""(address) => {{ {CLOCK}
  history.replaceState(null, "", address);
  return time(() => dispatchEvent(new PopStateEvent("popstate")));
}}"""
# A step back always finds the year before that has figures; nothing if there is none.
SLIDE = f"""() => {{ {CLOCK}
  const slider = document.querySelector("#kreiskarte input[type=range]");
  if (!slider.checkVisibility() || slider.value === slider.min) return [];
  slider.value = Number(slider.value) - 1;
  return time(() => slider.dispatchEvent(new Event("input", {{ bubbles: true }})));
}}"""
Times = dict[str, list[float]]


def slowed(page: Page) -> Page:
    """Return a page with its map ready and its processor slowed down."""
    page.locator("#kreiskarte.bereit").wait_for()
    page.wait_for_timeout(1000)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def measure(page: Page, name: str, times: Times) -> None:
    """Note the times of one figure, at both levels and in the years before."""

    def choose(level: str) -> list[float]:
        page.wait_for_timeout(REST)
        return list(page.evaluate(CHOOSE, f"{MAP}?kennzahl={name}&ebene={level}&raum=elmshorn"))

    def slide(_: int) -> list[float]:
        page.wait_for_timeout(REST)
        return list(page.evaluate(SLIDE))

    note(times, CASES[0], choose("kommunen"))
    note(times, CASES[1], choose("raeume"))
    for found in takewhile(bool, map(slide, range(YEARS))):
        note(times, CASES[2], found)


def note(times: Times, case: str, found: list[float]) -> None:
    """Note the times of one change, moment by moment."""
    for moment, one in zip(MOMENTS, found, strict=True):
        times.setdefault(f"{case}, {moment}", []).append(one)


def main() -> None:
    """Measure and print."""
    sites = [Path(one) for one in sys.argv[1:]]
    names = sorted(path.stem for path in sites[0].glob("api/v1/indikatoren/*.json"))
    times: list[Times] = [{} for _ in sites]
    with ExitStack() as open_ones:
        addresses = [open_ones.enter_context(serving(site, 0)) for site in sites]
        found = open_ones.enter_context(browsing(addresses[0] + MAP))
        pages = [slowed(_opened(found, address)) for address in addresses]
        for name in names:
            for page, one in zip(pages, times, strict=True):
                page.bring_to_front()
                measure(page, name, one)
    for site, one in zip(sites, times, strict=True):
        print(site)
        for moment in MOMENTS:
            tell({case: found for case, found in one.items() if case.endswith(moment)})


def _opened(other: Page, address: str) -> Page:
    page = other.context.browser.new_page(viewport=other.viewport_size)
    page.goto(address + MAP)
    return page


if __name__ == "__main__":
    main()
