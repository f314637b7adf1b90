"""How far cells can move where there is only one way along relations, and what holds them back.

A move of one cell is made up for by the others of each of its rows, and theirs by the others of
their rows: a flow in a tree. What holds it back most is a cut through the tree (max flow = min
cut); a cut tells which cells would have to be hidden, and is true whatever else is hidden.
"""

from collections.abc import Collection, Iterator, Sequence
from math import inf

from fokusbericht.statistics.disclosure.component import TOLERANCE, Component, Need

FlowCut = dict[int, float]
"""Cells with weights: those that are hidden must weigh 1 together."""


class Forest:
    """A component without circles, with some of its cells hidden.

    With a limit to its depth it also serves where there are circles: each way is then followed
    for so many rows. Cells may move less far than it says, but its cuts are true.
    """

    def __init__(
        self, component: Component, hidden: Collection[int], depth: int | None = None
    ) -> None:
        self.component = component
        self.depth = len(component.rows) if depth is None else depth
        self.spans = component.spans(hidden)
        self.moves: dict[tuple[int, int, int, int], float] = {}

    def reaches(self, needs: Sequence[Need]) -> list[float]:
        """Return how far the cells can move, in cases, at most as far as they need."""
        return [
            min(need.amount, self.by_rows(need.cell, need.side, -1, self.depth)[0])
            for need in needs
        ]

    def cuts(self, needs: Sequence[Need]) -> Iterator[FlowCut]:
        """Yield for each row that holds a cell back what would have to be hidden."""
        for need in needs:
            for row, factor in self.component.rows_of[need.cell]:
                side = _answer(need.side, factor)
                amount = need.amount * abs(factor)
                far = self._absorb(row, need.cell, side, self.depth)
                if far < amount - TOLERANCE * abs(factor):
                    flow = _Flow(self)
                    flow.through_row(row, need.cell, side, 1.0, self.depth)
                    yield clipped(flow.weights, amount - flow.constant)

    def _absorb(self, row: int, cell: int, side: int, depth: int) -> float:
        """Return how far all cells of a row but one can move its sum to a side."""
        inside = self.component.rows[row]
        total = inside.slack[1 - side]  # a sum that may fall makes up for parts that rise
        for other, factor in inside.terms:
            if other != cell:
                total += abs(factor) * self._move(other, _same(side, factor), row, depth)
        return total

    def _move(self, cell: int, side: int, source: int, depth: int) -> float:
        """Return how far a cell can move, asked from one of its rows."""
        own = self.spans[cell][side]
        if not own or not depth:
            return own
        key = (cell, side, source, depth)
        if key not in self.moves:
            self.moves[key] = min(own, self.by_rows(cell, side, source, depth - 1)[0])
        return self.moves[key]

    def by_rows(self, cell: int, side: int, source: int, depth: int) -> tuple[float, int, float]:
        """Return how far its rows let a cell move, and the tightest with the cell's factor."""
        best = (inf, -1, 1.0)
        for row, factor in self.component.rows_of[cell]:
            if row != source:
                far = self._absorb(row, cell, _answer(side, factor), depth) / abs(factor)
                best = min(best, (far, row, factor))
        return best


class _Flow:
    """A cut in the making: what flows through it as things are, and how much each cell adds."""

    def __init__(self, forest: Forest) -> None:
        self.forest = forest
        self.constant = 0.0
        self.weights: FlowCut = {}

    def through_row(self, row: int, cell: int, side: int, scale: float, depth: int) -> None:
        """Add what the other cells of a row let through."""
        inside = self.forest.component.rows[row]
        self.constant += scale * inside.slack[1 - side]
        for other, factor in inside.terms:
            if other != cell:
                self._through_cell(other, _same(side, factor), row, scale * abs(factor), depth)

    def _through_cell(self, cell: int, side: int, source: int, scale: float, depth: int) -> None:
        """Cut at the cell itself or behind it, wherever less comes through."""
        own = self.forest.spans[cell][side]
        if own and depth:
            far, row, factor = self.forest.by_rows(cell, side, source, depth - 1)
            if far < own:
                scale /= abs(factor)
                self.through_row(row, cell, _answer(side, factor), scale, depth - 1)
                return
        shown = self.forest.component.shown[cell][side]
        self.constant += scale * shown
        gain = self.forest.component.free[cell][side] - shown
        if gain > 0:
            self.weights[cell] = self.weights.get(cell, 0.0) + scale * gain


def clipped(weights: FlowCut, amount: float) -> FlowCut:
    """Return a cut that asks for 1: one cell alone never has to do more than all."""
    return {
        cell: min(1.0, weight / amount) for cell, weight in sorted(weights.items()) if weight > 0
    }


def _same(side: int, factor: float) -> int:
    """Return where a cell goes when its part of the sum goes to a side."""
    return side if factor > 0 else 1 - side


def _answer(side: int, factor: float) -> int:
    """Return where the rest of a row must go when a cell goes to a side."""
    return 1 - side if factor > 0 else side
