"""Which figures must be hidden so that no secret one can be computed: as little as possible.

The cell suppression problem (Fischetti and Salazar 2001), exactly: whoever wants to know a secret
figure solves a linear programme; what holds it back is a cut, a demand that some of certain cells
be hidden. The cheapest set that meets all cuts so far is tried, new cuts are found, until there
are none. Cells that hang together are solved together, all others apart. No chance is involved.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from fokusbericht.statistics.disclosure.cells import (
    CountCell,
    KnownSum,
    Leak,
    Reason,
    Rules,
    Status,
    Suppression,
)
from fokusbericht.statistics.disclosure.component import (
    TOLERANCE,
    Component,
    Need,
    bind,
    components,
    is_hidden_anyway,
    is_primary,
    needs,
)
from fokusbericht.statistics.disclosure.forest import FlowCut, Forest
from fokusbericht.statistics.disclosure.master import cheapest, quick, undominated
from fokusbericht.statistics.disclosure.programme import Programme

QUICK_ROUNDS = 60  # in which the cheapest set is only guessed
EXACT_ROUNDS = 60  # after these, what was hidden once stays so until the end

Mover = Forest | Programme


def suppress(
    cells: Iterable[CountCell], relations: Iterable[KnownSum], rules: Rules
) -> Suppression:
    """Return what must be hidden; the order of cells and relations does not matter.

    >>> from fokusbericht.statistics.disclosure import Rule
    >>> cells = [CountCell("a", 1), CountCell("b", 7), CountCell("c", 20)]
    >>> cells += [CountCell("room", 28, status=Status.PUBLIC)]
    >>> found = suppress(cells, [KnownSum((("room", 1), ("a", -1), ("b", -1), ("c", -1)))], Rule())
    >>> sorted(found.primary), sorted(found.secondary)
    (['a'], ['b'])
    """
    ordered = sorted(cells, key=lambda cell: cell.id)
    _check_names(ordered)
    primary = {cell.id for cell in ordered if is_primary(cell, rules)}
    secondary: set[str] = set()
    findings: list[Leak] = []
    if primary:
        for inside, bound in components(ordered, sorted(set(relations), key=_by_content)):
            if any(cell.id in primary for cell in inside):
                hidden, found = _protect(inside, bound, rules)
                secondary |= hidden - primary
                findings += found
    return Suppression(frozenset(primary), frozenset(secondary), tuple(findings))


def _by_content(relation: KnownSum) -> tuple[object, ...]:
    return (relation.terms, relation.constant, relation.slack)


def _check_names(ordered: Sequence[CountCell]) -> None:
    for cell, other in pairwise(ordered):
        if cell.id == other.id:
            raise ValueError(f"two cells are called {cell.id}")


def _protect(
    cells: list[CountCell], relations: list[KnownSum], rules: Rules
) -> tuple[set[str], list[Leak]]:
    """Return what must be hidden among cells that hang together."""
    component, broken = bind(cells, relations)
    findings = [
        Leak(name, -relation.slack[0], relation.slack[1], Reason.CONTRADICTION)
        for relation in broken
        for name, _ in relation.terms[:1]
    ]
    search = _Search(component, rules)
    findings += search.findings
    hidden = {component.cells[number].id for number in search.solve()}
    return hidden - {cell.id for cell in cells if is_hidden_anyway(cell)}, findings


class _Search:
    """The search for the cheapest set of one component."""

    def __init__(self, component: Component, rules: Rules) -> None:
        self.component = component
        self.mover: type[Mover] = Forest if component.is_forest() else Programme
        self.forced = frozenset(
            number
            for number, cell in enumerate(component.cells)
            if is_hidden_anyway(cell) or is_primary(cell, rules)
        )
        # What is hidden anyway moves freely in all that follows: no cut needs to ask for it.
        for number in self.forced:
            component.shown[number] = component.free[number]
        wanted = tuple(needs(component, rules))
        self.candidates, reached = self._attainable(wanted)
        self.findings = tuple(self._impossible(wanted, reached))
        met = (
            Need(need.cell, need.side, min(need.amount, reach))
            for need, reach in zip(wanted, reached, strict=True)
        )
        self.needs = tuple(need for need in met if need.amount > TOLERANCE)

    def _attainable(self, wanted: tuple[Need, ...]) -> tuple[frozenset[int], list[float]]:
        """Return the cells that may be hidden, and how far the needs are met if all of them are.

        Cells to be kept are taken in only if they help.
        """
        few = self.component.numbers(Status.OPEN) - self.forced
        reached = self._reaches(few, wanted)
        many = few | self.component.numbers(Status.KEPT) - self.forced
        if many != few and any(map(_falls_short, wanted, reached)):
            more = self._reaches(many, wanted)
            if any(high > low + TOLERANCE for low, high in zip(reached, more, strict=True)):
                return many, more
        return few, reached

    def _reaches(self, more: frozenset[int], wanted: tuple[Need, ...]) -> list[float]:
        return self.mover(self.component, self.forced | more).reaches(wanted)

    def _impossible(self, wanted: tuple[Need, ...], reached: list[float]) -> Iterator[Leak]:
        """Yield the cells whose needs cannot be met, with the best that can be done."""
        short = {
            need.cell
            for need, reach in zip(wanted, reached, strict=True)
            if _falls_short(need, reach)
        }
        for cell in sorted(short):
            ends = [self.component.values[cell]] * 2
            for need, reach in zip(wanted, reached, strict=True):
                if need.cell == cell:
                    ends[need.side] += reach if need.side else -reach
            yield Leak(self.component.cells[cell].id, ends[0], ends[1], Reason.IMPOSSIBLE)

    def solve(self) -> frozenset[int]:
        """Return the cheapest set of cells that meets all needs, with those hidden anyway."""
        costs = self._costs()
        cuts, hidden = self._gathered(costs)
        rounds = 0
        while found := list(self._violated(hidden)):
            rounds += 1
            cuts = undominated([*cuts, *found])
            best = cheapest(cuts, costs)
            hidden = best if rounds <= EXACT_ROUNDS else hidden | best
        if rounds > EXACT_ROUNDS:
            hidden = self._cleaned(hidden, costs)
        return hidden | self.forced

    def _gathered(self, costs: Mapping[int, float]) -> tuple[list[FlowCut], frozenset[int]]:
        """Return cuts, found with sets that are only nearly the cheapest, and the cheapest set.

        An integer programme takes long; most cuts are found without one.
        """
        cuts: list[FlowCut] = []
        hidden: frozenset[int] = frozenset()
        for _ in range(QUICK_ROUNDS):
            found = list(self._violated(hidden))
            if not found:
                break
            cuts += found
            hidden = quick(cuts, costs)
        cuts = undominated(cuts)
        return cuts, cheapest(cuts, costs) if cuts else hidden

    def _costs(self) -> dict[int, float]:
        """Return the cost of each candidate, ties broken by less than 1 in favour of small ids."""
        size = max(1, len(self.component.cells))
        return {
            number: self.component.cost(number) + number / (2 * size * size)
            for number in sorted(self.candidates)
        }

    def _violated(self, hidden: frozenset[int]) -> Iterator[FlowCut]:
        """Yield cuts that the hidden cells do not meet; none means that all is protected."""
        mover = self.mover(self.component, self.forced | hidden)
        for cut in mover.cuts(self.needs):
            asked = {cell: weight for cell, weight in cut.items() if cell in self.candidates}
            done = sum(weight for cell, weight in asked.items() if cell in hidden)
            cut = asked if done < 1 - TOLERANCE else self._one_more(hidden)
            if cut:
                yield cut

    def _one_more(self, hidden: frozenset[int]) -> FlowCut:
        """Return the weakest cut: hiding more protects more, so at least one cell is missing.

        It stands in where a solver's rounding spoilt a better one.
        """
        return dict.fromkeys(sorted(self.candidates - hidden), 1.0)

    def _cleaned(self, hidden: frozenset[int], costs: Mapping[int, float]) -> frozenset[int]:
        """Show again what need not be hidden, the costliest first."""
        for cell in sorted(hidden, key=lambda number: (-costs[number], number)):
            reached = self._reaches(hidden - {cell}, self.needs)
            if not any(map(_falls_short, self.needs, reached)):
                hidden -= {cell}
        return hidden


def _falls_short(need: Need, reach: float) -> bool:
    return reach < need.amount - TOLERANCE
