"""How long secrecy takes and how much it hides: `tests/bench/secrecy.py [families] [years]`.

Made-up counties, always the same. First single indicators, every second a share rounded to one
decimal place; then families of seven that hang together: a count and a share of the same cases,
women and men, three ages. Each has many small cells in each year. Prints seconds, the peak of
memory, and the number of hidden cells beside a number below which no choice can go: all primary
cells, and as many more as the cuts of the search demand when cells may be hidden in part (the
linear relaxation, rounded up for each part that hangs together). On small counties all choices are
tried instead. Asserts only that the attack finds no leak where hiding was possible.
"""

import random
import resource
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from math import ceil
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fokusbericht.statistics.disclosure import (
    CaseSeries,
    Publication,
    View,
    audit,
    publication,
    suppression,
)
from fokusbericht.statistics.disclosure.forest import FlowCut
from fokusbericht.statistics.disclosure.protect import protect

KREIS = "kreis"
SIZES = (9, 8, 8, 8, 8, 7, 1)
SMALL = (4, 3, 2, 1)
AGES = ("jung", "mittel", "alt")
CELLS = tuple((sex, age) for sex in ("frauen", "maenner") for age in AGES)

Values = dict[tuple[str, int], float]
Groups = Mapping[str, tuple[str, ...]]
Family = tuple[list[CaseSeries], list[tuple[str, tuple[str, ...]]]]


def county(rooms: Sequence[int]) -> dict[str, tuple[str, ...]]:
    """Return the rooms with their Kommunen, and the county with its rooms."""
    groups: dict[str, tuple[str, ...]] = {}
    number = 0
    for room, size in enumerate(rooms):
        groups[f"raum{room}"] = tuple(f"k{each:02}" for each in range(number, number + size))
        number += size
    return {**groups, KREIS: tuple(groups)}


def inhabitants(rooms: Sequence[int], chance: random.Random) -> dict[str, float]:
    """Return how many live in each Kommune: few in most."""
    return {f"k{one:02}": int(chance.lognormvariate(7.5, 1.2)) + 50.0 for one in range(sum(rooms))}


def cases(people: Mapping[str, float], share: float, years: range, chance: random.Random) -> Values:
    """Return cases that follow the size of a Kommune."""
    return {
        (area, year): float(max(0, int(chance.gauss(mean, mean**0.5) + 0.5)))
        for area, size in people.items()
        for year in years
        if (mean := size * share) is not None
    }


def single(
    number: int, people: Mapping[str, float], years: range, chance: random.Random
) -> CaseSeries:
    """Return an indicator of its own, every second one a share."""
    values = cases(people, chance.choice((0.002, 0.005, 0.01, 0.05)), years, chance)
    bases = {place: people[place[0]] for place in values}
    if number % 2:
        return CaseSeries(name="f", values=values, sizes=people)
    return CaseSeries(name="f", values=values, bases=bases, digits=1, sizes=people)


def family(people: Mapping[str, float], years: range, chance: random.Random) -> Family:
    """Return seven indicators that hang together: six series, as two count the same cases."""
    share = chance.choice((0.002, 0.005, 0.01, 0.05)) / len(CELLS)
    table = {cell: cases(people, share, years, chance) for cell in CELLS}

    def together(word: str) -> Values:
        chosen = [values for cell, values in table.items() if word in cell or not word]
        return {place: sum(values[place] for values in chosen) for place in chosen[0]}

    all_cases = together("")
    bases = {place: people[place[0]] for place in all_cases}
    views = (View(all_cases.keys()), View(all_cases.keys(), bases, 100, 1))
    whole = CaseSeries(name="alle", values=all_cases, bases=bases, views=views, sizes=people)
    parts = [
        CaseSeries(name=word, values=together(word), sizes=people)
        for word in ("frauen", "maenner", *AGES)
    ]
    return [whole, *parts], [("alle", ("frauen", "maenner")), ("alle", AGES)]


@dataclass
class Bound:
    """The fewest cells that must be hidden besides the primary ones, part by part."""

    cuts: list[list[FlowCut]] = field(default_factory=list)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Keep the last cuts of each part while a suppression runs."""
        solve, cheapest = suppression._Search.solve, suppression.cheapest

        def begin(search: suppression._Search) -> frozenset[int]:
            self.cuts.append([])
            return solve(search)

        def hear(cuts: Sequence[FlowCut], costs: Mapping[int, float]) -> frozenset[int]:
            self.cuts[-1] = list(cuts)
            return cheapest(cuts, costs)

        with (
            patch.object(suppression._Search, "solve", begin),
            patch.object(suppression, "cheapest", hear),
        ):
            yield

    def cells(self) -> int:
        """Return the bound."""
        return sum(_relaxed(cuts) for cuts in self.cuts if cuts)


def _relaxed(cuts: Sequence[FlowCut]) -> int:
    from scipy.optimize import linprog

    cells = sorted({cell for cut in cuts for cell in cut})
    matrix = [[-cut.get(cell, 0.0) for cell in cells] for cut in cuts]
    answer = linprog([1.0] * len(cells), A_ub=matrix, b_ub=[-1.0] * len(cuts), bounds=(0, 1))
    return ceil(answer.fun - 1e-6)


class Meter:
    """Seconds and counts of many publications."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.counts = dict.fromkeys(("cells", "primary", "hidden", "bound", "leaks"), 0)

    def run(self, model: Publication) -> frozenset[str]:
        """Hide and attack what is published together; return what is hidden."""
        bound = Bound()
        start = time.perf_counter()
        with bound.listening():
            found = protect(model)
        self.seconds += time.perf_counter() - start
        primary = _primary(model)
        figures = {cell for cell in found.hidden if cell in model.places}
        more = bound.cells() + len(primary & model.places.keys())
        self.counts["cells"] += len(model.cells)
        self.counts["primary"] += len(primary & model.places.keys())
        self.counts["hidden"] += len(figures)
        self.counts["bound"] += more
        self.counts["leaks"] += len(found.leaks)
        return found.hidden

    def tell(self, title: str) -> None:
        """Print all figures; the memory is the peak so far."""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ratio = self.counts["hidden"] / max(1, self.counts["bound"])
        print(f"{title}: {self.seconds:.1f} s, {memory:.0f} MB, {ratio:.3f} times the bound")
        print("   ", ", ".join(f"{count} {name}" for name, count in self.counts.items()))
        assert not self.counts["leaks"]


def _primary(model: Publication) -> frozenset[str]:
    return frozenset(
        cell.id
        for cell in model.cells
        if cell.value is not None and model.rules[cell.id].is_secret(cell.value)
    )


def fewest(model: Publication) -> int:
    """Return the least number of cells that protects all, by trying all choices."""
    primary = _primary(model)
    others = sorted(model.places.keys() - primary)
    for size in range(len(others) + 1):
        for more in combinations(others, size):
            if not audit(model.cells, model.relations, {*primary, *more}, model.rules):
                return len(primary) + size
    raise ValueError("not even hiding all protects")


def main() -> None:
    """Measure single indicators, families, and small counties against the best there is."""
    families = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    years = range(2020, 2020 + (int(sys.argv[2]) if len(sys.argv) > 2 else 5))
    chance = random.Random(20240131)
    groups = county(SIZES)
    meter = Meter()
    for number in range(families * 7):
        one = single(number, inhabitants(SIZES, chance), years, chance)
        meter.run(publication([one], groups))
    meter.tell(f"{families * 7} indicators of their own, {len(years)} years")

    meter = Meter()
    for _ in range(families):
        series, sums = family(inhabitants(SIZES, chance), years, chance)
        meter.run(publication(series, groups, sums))
    meter.tell(f"{families} families of 7, {len(years)} years")

    hidden = best = 0
    meter = Meter()
    for number in range(60):
        people = {f"k{one:02}": chance.randint(20, 400) + 0.0 for one in range(sum(SMALL))}
        model = publication([single(number, people, range(1), chance)], county(SMALL))
        hidden += len(meter.run(model) & model.places.keys())
        best += fewest(model)
    print(f"60 small counties: {hidden} hidden, {best} at best: {hidden / best:.3f} times")


if __name__ == "__main__":
    main()
