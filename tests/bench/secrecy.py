"""How long secrecy and its audit take: `python tests/bench/secrecy.py [indicators] [years]`.

A made-up county with 49 Kommunen in 7 rooms, one of them a single island; each indicator has
several small cells in each year. Every second indicator is a share rounded to one decimal place.
Prints seconds and the peak of memory; asserts only that the audit finds no leak where hiding was
possible.
"""

import random
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fokusbericht.statistics.disclosure import Series, audit, publication, suppress

KREIS = "kreis"
SIZES = (9, 8, 8, 8, 8, 7, 1)


def county() -> dict[str, tuple[str, ...]]:
    """Return the rooms with their Kommunen, and the county with its rooms."""
    groups: dict[str, tuple[str, ...]] = {}
    number = 0
    for room, size in enumerate(SIZES):
        groups[f"raum{room}"] = tuple(f"k{each:02}" for each in range(number, number + size))
        number += size
    return {**groups, KREIS: tuple(groups)}


def made_up(name: str, years: range, chance: random.Random) -> Series:
    """Return an indicator whose cases follow the size of a Kommune, with many small ones."""
    people = {f"k{number:02}": int(chance.lognormvariate(7.5, 1.2)) + 50 for number in range(49)}
    share = chance.choice((0.002, 0.005, 0.01, 0.05))
    values = {
        (area, year): int(chance.gauss(size * share, (size * share) ** 0.5) + 0.5)
        for area, size in people.items()
        for year in years
    }
    cases = {place: float(max(0, value)) for place, value in values.items()}
    if int(name) % 2:
        return Series(name=name, values=cases)
    bases = {(area, year): float(size) for area, size in people.items() for year in years}
    return Series(name=name, values=cases, bases=bases, digits=1)


class Meter:
    """Seconds and counts of many publications."""

    def __init__(self) -> None:
        self.seconds = {"model": 0.0, "suppression": 0.0, "audit": 0.0}
        self.counts = dict.fromkeys(("cells", "primary", "secondary", "impossible", "leaks"), 0)

    def run(self, series: list[Series], sums: dict[str, tuple[str, ...]] | None = None) -> None:
        """Hide and audit what is published together."""
        times = [time.perf_counter()]
        model = publication(series, county(), sums)
        times.append(time.perf_counter())
        found = suppress(model.cells, model.relations, model.rules)
        times.append(time.perf_counter())
        told = audit(model.cells, model.relations, found.hidden, model.rules)
        times.append(time.perf_counter())
        for name, start, end in zip(self.seconds, times, times[1:], strict=False):
            self.seconds[name] += end - start
        self.counts["cells"] += len(model.cells)
        self.counts["primary"] += len(found.primary)
        self.counts["secondary"] += len(found.secondary)
        self.counts["impossible"] += len(found.findings)
        impossible = {finding.cell for finding in found.findings}
        self.counts["leaks"] += len({leak.cell for leak in told} - impossible)

    def tell(self, title: str) -> None:
        """Print all figures; the memory is the peak so far."""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        spent = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in self.seconds.items())
        print(f"{title}: {sum(self.seconds.values()):.2f} s ({spent}), {memory:.0f} MB")
        print("   ", ", ".join(f"{count} {name}" for name, count in self.counts.items()))
        assert not self.counts["leaks"]


def main() -> None:
    """Measure single indicators, and a few whose parts add up to a whole."""
    indicators = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    years = range(2015, 2015 + (int(sys.argv[2]) if len(sys.argv) > 2 else 10))
    chance = random.Random(20240131)
    single = Meter()
    for number in range(indicators):
        single.run([made_up(str(number), years, chance)])
    single.tell(f"{indicators} indicators")

    crossed = Meter()
    for _ in range(max(1, indicators // 20)):
        parts = [made_up(name, years, chance) for name in ("1", "3", "5", "7")]
        whole = {place: sum(part.values[place] or 0 for part in parts) for place in parts[0].values}
        crossed.run([*parts, Series(name="w", values=whole)], {"w": ("1", "3", "5", "7")})
    crossed.tell(f"{max(1, indicators // 20)} wholes of 4 parts")


if __name__ == "__main__":
    main()
