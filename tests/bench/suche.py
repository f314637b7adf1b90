"""What the search costs: `python tests/bench/suche.py SITE [1000 3000 10000]`.

Of a built site the files of a first search are weighed as gzip packs them; then some questions are
typed letter by letter in Chromium, once at its own speed and once four times slower, each three
times, of which the quickest counts. For each number so many documents are made up and indexed, in
seconds of the processor. Nothing is asserted.
"""

import gzip
import sys
from pathlib import Path
from random import Random
from time import process_time

from clock import CHROMIUM
from playwright.sync_api import Browser, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from fokusbericht.building.preview import serving  # noqa: E402
from fokusbericht.search.directory import directory  # noqa: E402
from fokusbericht.search.documents import Findable  # noqa: E402
from fokusbericht.search.knowledge import Knowledge, PlaceEntry  # noqa: E402

TYPED = (
    *("Miete Wedel", "Arbeitslosigkeit Uetersen", "wie viele Menschen leben in Quickborn"),
    *("Kinderarmut", "Elmshron", "Wohnungsagentur", "Einwohner Elmshorn 1990", "Xylophonkonzert"),
)
KEYSTROKES = """async (questions) => {
  const began = performance.now();
  await fokusSuche.load(document.documentElement.dataset.root);
  const loaded = performance.now() - began;
  await fokusSuche.ask("Miete Wedel");
  const times = [];
  for (const text of questions) {
    for (let length = 1; length <= text.length; length += 1) {
      const rounds = [];
      for (let round = 0; round < 3; round += 1) {
        const asked = performance.now();
        await fokusSuche.ask(text.slice(0, length));
        rounds.push(performance.now() - asked);
      }
      times.push(Math.min(...rounds));
    }
  }
  times.sort((one, other) => one - other);
  return [loaded, times[times.length >> 1], times.at(-1)];
}"""
LETTERS = "abdefghiklmnoprstuwz"


def weigh(site: Path) -> None:
    """Print what a first search loads."""
    total = 0
    scripts = sorted((*site.glob("suche/*.js"), *site.glob("assets/such*.js")))
    for path in scripts:
        size = len(gzip.compress(path.read_bytes()))
        total += size
        print(f"{path.relative_to(site).as_posix():40} {size:8}")
    print(f"{'zusammen':40} {total:8}")


def type_in(browser: Browser, address: str, script: str, slower: int) -> None:
    """Print how long a keystroke takes."""
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(f"{address}/impressum/")
    page.evaluate("() => { document.documentElement.dataset.root = '../'; }")
    page.add_script_tag(url=f"{address}/assets/{script}")
    loaded, median, most = page.evaluate(KEYSTROKES, TYPED)
    print(f"{slower} ×: load {loaded:.0f} ms, keystroke {median:.2f} ms, at most {most:.1f} ms")
    page.close()


def made_up(total: int) -> list[Findable]:
    """Return documents of words as rare and as frequent as those of a text."""
    chance = Random(7)
    words = ["".join(chance.choices(LETTERS, k=chance.randint(4, 14))) for _ in range(20_000)]

    def text(length: int) -> str:
        return " ".join(words[int(len(words) * chance.random() ** 3)] for _ in range(length))

    return [
        Findable(f"/{number}/", "empfehlung", text(5), text(20), text=text(250))
        for number in range(total)
    ]


def grow(total: int) -> None:
    """Print how long so many documents take."""
    documents = made_up(total)
    county = PlaceEntry("99", "kreis", ("Kreis Muster",))
    began = process_time()
    files = directory(documents, Knowledge((), (), (), (county,), {}, (), {}))
    seconds = process_time() - began
    sizes = ", ".join(f"{name} {len(gzip.compress(one)) // 1000} KB" for name, one in files.items())
    print(f"{total:6} documents: {seconds:.2f} s; {sizes}")


def main() -> None:
    """Measure and print."""
    site = Path(sys.argv[1])
    weigh(site)
    script = next(site.glob("assets/suchwerk.*")).name
    with sync_playwright() as playwright, serving(site, 0) as address:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for slower in (1, 4):
            type_in(browser, address, script, slower)
        browser.close()
    for number in sys.argv[2:]:
        grow(int(number))


if __name__ == "__main__":
    main()
