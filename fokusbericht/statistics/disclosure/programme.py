"""How far cells can move where relations run in circles: linear programmes and their duals.

The dual prices the rows. By them, whatever is hidden, a cell can move no further than its priced
neighbours: that is the cut (Benders; Fischetti and Salazar 2001). One solution shows for many
cells at once that they can move, so few programmes are needed.
"""

from collections.abc import Collection, Iterator, Sequence

from fokusbericht.statistics.disclosure.component import TOLERANCE, Component, Leeway, Need
from fokusbericht.statistics.disclosure.forest import FlowCut, Forest, clipped

FAR = 1e5  # cases: no cell has to go as far, and solvers dislike infinity
SMALL = 1e-9  # a price that is none
DEPTH = 3  # rows that are followed before a programme is asked


class Programme:
    """A component with some of its cells hidden, and the linear programmes of their moves."""

    def __init__(self, component: Component, hidden: Collection[int]) -> None:
        self.component = component
        self.hidden = hidden
        spans = component.spans(hidden)
        self.columns = [number for number, span in enumerate(spans) if span != (0, 0)]
        self.places = {number: place for place, number in enumerate(self.columns)}
        # The slack of a row is one more column: the sum of its cells less the slack is nothing.
        self.spans = [
            *(spans[number] for number in self.columns),
            *(row.slack for row in component.rows),
        ]

    def reaches(self, needs: Sequence[Need]) -> list[float]:
        """Return how far the cells can move, in cases, at most as far as they need."""
        unmet = self._unmet(needs)
        return [self._solve([each])[0] if each in unmet else each.amount for each in needs]

    def cuts(self, needs: Sequence[Need]) -> Iterator[FlowCut]:
        """Yield what would have to be hidden for the cells that cannot move far enough."""
        plain = list(Forest(self.component, self.hidden, DEPTH).cuts(needs))
        if plain:  # what is seen without a programme comes first: it is cheap
            yield from plain
            return
        for need in self._unmet(needs):
            reach, _, prices = self._solve([need])
            if reach < need.amount - TOLERANCE:
                constant, weights = self._priced(need, prices)
                yield clipped(weights, max(need.amount - constant, TOLERANCE))

    def _unmet(self, needs: Sequence[Need]) -> list[Need]:
        """Return the needs that no programme for all of them together shows to be met."""
        unmet = list(needs)
        while unmet:
            one_side = {need.cell: need for need in reversed(unmet)}
            moves = self._solve(list(one_side.values()))[1]
            left = [need for need in unmet if not self._is_met(need, moves)]
            if len(left) == len(unmet):
                break
            unmet = left
        return unmet

    def _is_met(self, need: Need, moves: Sequence[float]) -> bool:
        move = moves[self.places[need.cell]]
        return (move if need.side else -move) >= need.amount - TOLERANCE / 2

    def _solve(self, needs: Sequence[Need]) -> tuple[float, list[float], list[float]]:
        """Move cells as far as they need; return the sum, all moves and the prices of the rows."""
        from scipy.optimize import linprog  # type: ignore[import-untyped, unused-ignore]

        bounds = [(-min(down, FAR), min(up, FAR)) for down, up in self.spans]
        goal = [0.0] * len(bounds)
        for need in needs:
            place = self.places[need.cell]
            low, high = bounds[place]
            bounds[place] = (low, need.amount) if need.side else (-need.amount, high)
            goal[place] = -1.0 if need.side else 1.0
        nothing = [0.0] * len(self.component.rows)
        answer = linprog(goal, A_eq=self._matrix(), b_eq=nothing, bounds=bounds, method="highs")
        return -float(answer.fun), answer.x.tolist(), answer.eqlin.marginals.tolist()

    def _matrix(self) -> object:
        """Return the rows, with a column for each cell that can move and for each slack."""
        from scipy.sparse import csc_array  # type: ignore[import-untyped, unused-ignore]

        entries = [
            (factor, number, self.places[cell])
            for number, row in enumerate(self.component.rows)
            for cell, factor in row.terms
            if cell in self.places
        ]
        size = len(self.component.rows)
        entries += [(-1.0, number, len(self.places) + number) for number in range(size)]
        factors, rows, columns = zip(*entries, strict=True)
        return csc_array((factors, (rows, columns)), shape=(size, len(self.spans)), dtype=float)

    def _priced(self, need: Need, prices: Sequence[float]) -> tuple[float, FlowCut]:
        """Return what flows as things are, and how much more each cell would let through."""
        constant = 0.0
        cells: FlowCut = {}
        for row, price in zip(self.component.rows, prices, strict=True):
            constant += _worth(-price, row.slack)
            for cell, factor in row.terms:
                cells[cell] = cells.get(cell, 0.0) + factor * price
        cells.pop(need.cell)
        weights: FlowCut = {}
        for cell, price in cells.items():
            shown = _worth(price, self.component.shown[cell])
            constant += shown
            weights[cell] = _worth(price, self.component.free[cell]) - shown
        return constant, weights


def _worth(price: float, span: Leeway) -> float:
    """Return the most that a move is worth."""
    if abs(price) <= SMALL:
        return 0.0
    return abs(price) * span[1 if price > 0 else 0]
