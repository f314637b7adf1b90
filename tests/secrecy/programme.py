"""A mixed-integer programme in parts that have nothing to do with one another."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from math import inf

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

IMPOSSIBLE = 2  # the status of a programme without any solution

Key = Hashable
Terms = Mapping[Key, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A linear relation: the terms together lie between `low` and `high`."""

    terms: Terms
    low: float
    high: float


@dataclass(slots=True)
class Programme:
    """Unknowns with their bounds, and what is known about them together."""

    low: dict[Key, float] = field(default_factory=dict)
    high: dict[Key, float] = field(default_factory=dict)
    whole: dict[Key, bool] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    _part: dict[Key, "_Part"] = field(default_factory=dict)

    def unknown(self, key: Key, high: float = inf, whole: bool = True) -> None:
        """Add an unknown, nought or more."""
        if key not in self.low:
            self.low[key], self.high[key], self.whole[key] = 0.0, high, whole

    def bound(self, key: Key, low: float, high: float) -> None:
        """Narrow an unknown."""
        self.low[key] = max(self.low[key], low)
        self.high[key] = min(self.high[key], high)

    def relate(self, terms: Terms, low: float, high: float) -> None:
        """Add a relation; one that holds for a single unknown narrows it."""
        kept = {key: one for key, one in terms.items() if one}
        if len(kept) == 1:
            [(key, factor)] = kept.items()
            ends = sorted((low / factor, high / factor))
            slack = 1e-7
            self.bound(key, ends[0] - slack, ends[1] + slack)
        elif kept:
            self.rows.append(Row(kept, low, high))

    def split(self) -> None:
        """Take the unknowns apart into those that hang together."""
        root = {key: key for key in self.low}

        def find(key: Key) -> Key:
            while root[key] != key:
                root[key] = root[root[key]]
                key = root[key]
            return key

        for row in self.rows:
            first, *rest = map(find, row.terms)
            for one in rest:
                root[find(one)] = find(first)
        parts: dict[Key, _Part] = {}
        for key in self.low:
            part = parts.setdefault(find(key), _Part(self))
            part.keys.append(key)
            self._part[key] = part
        for row in self.rows:
            parts[find(next(iter(row.terms)))].rows.append(row)

    def part_of(self, key: Key) -> "_Part":
        """Return all that hangs together with an unknown."""
        if not self._part:
            self.split()
        return self._part[key]

    def span(self, terms: Terms) -> tuple[float, float]:
        """Return the least and greatest possible value of a sum of unknowns that hang together."""
        part = self.part_of(next(iter(terms)))
        return part.best(terms, 1), part.best(terms, -1)

    def reaches(self, terms: Terms, low: float, high: float, more: Iterable[Row] = ()) -> bool:
        """Say whether a sum can lie at or below `low` as well as at or above `high`."""
        part = self.part_of(next(iter(terms)))
        return part.can(terms, -inf, low, more) and part.can(terms, high, inf, more)

    def broken_by(self, truth: Mapping[Key, float]) -> list[object]:
        """Return what does not hold for given values: must be nothing, else it proves nothing."""
        wrong: list[object] = [
            (key, truth[key], self.low[key], self.high[key])
            for key in self.low
            if not self.low[key] - 1e-5 <= truth[key] <= self.high[key] + 1e-5
        ]
        for row in self.rows:
            total = sum(one * truth[key] for key, one in row.terms.items())
            slack = 1e-6 * (1 + abs(total))
            if not row.low - slack <= total <= row.high + slack:
                wrong.append((row, total))
        return wrong


@dataclass(slots=True)
class _Part:
    programme: Programme
    keys: list[Key] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    seen: list[np.ndarray] = field(default_factory=list)  # solutions found so far
    _data: tuple[dict[Key, int], np.ndarray, np.ndarray, np.ndarray] | None = None

    def data(self) -> tuple[dict[Key, int], np.ndarray, np.ndarray, np.ndarray]:
        """Return the numbers of the unknowns, and all relations as a matrix with its bounds."""
        if self._data is None:
            index = {key: number for number, key in enumerate(self.keys)}
            matrix = np.zeros((len(self.rows), len(self.keys)))
            for number, row in enumerate(self.rows):
                for key, factor in row.terms.items():
                    matrix[number, index[key]] = factor
            low = np.array([row.low for row in self.rows])
            high = np.array([row.high for row in self.rows])
            self._data = index, matrix, low, high
        return self._data

    def vector(self, terms: Terms) -> np.ndarray:
        """Return a sum as a vector over all unknowns."""
        index = self.data()[0]
        found = np.zeros(len(self.keys))
        for key, factor in terms.items():
            found[index[key]] = factor
        return found

    def best(self, terms: Terms, sign: int) -> float:
        """Return the least (1) or greatest (-1) value of a sum, infinite where it has no bound."""
        goal = self.vector(terms)
        found = self.solve(sign * goal)
        return -sign * inf if found is None else round(float(goal @ found), 6)

    def can(self, terms: Terms, low: float, high: float, more: Iterable[Row] = ()) -> bool:
        """Say whether a sum can lie within bounds."""
        goal, extra = self.vector(terms), list(more)
        others = [self.vector(row.terms) for row in extra]
        for one in self.seen:
            held = all(
                row.low - 1e-6 <= other @ one <= row.high + 1e-6
                for row, other in zip(extra, others, strict=True)
            )
            if held and low - 1e-6 <= goal @ one <= high + 1e-6:
                return True
        rows = [
            (goal, low, high),
            *((o, r.low, r.high) for r, o in zip(extra, others, strict=True)),
        ]
        return self.solve(0 * goal, rows) is not None

    def solve(
        self, goal: np.ndarray, more: Iterable[tuple[np.ndarray, float, float]] = ()
    ) -> np.ndarray | None:
        """Return the solution with the least value of a goal; None where there is none."""
        _, matrix, low, high = self.data()
        programme = self.programme
        constraints = [LinearConstraint(matrix, low, high)] if len(self.rows) else []
        further = [LinearConstraint(one[None, :], least, most) for one, least, most in more]
        constraints, constrained = [*constraints, *further], bool(further)
        whole = np.array([programme.whole[key] for key in self.keys])
        least = np.array([programme.low[key] for key in self.keys])
        most = np.array([programme.high[key] for key in self.keys])
        # HiGHS calls some programmes impossible where whole numbers have broken bounds.
        least = np.where(whole, np.ceil(least - 1e-6), least)
        most = np.where(whole, np.floor(most + 1e-6), most)
        found = milp(goal, integrality=whole, bounds=Bounds(least, most), constraints=constraints)
        if found.x is None:
            assert constrained or found.status != IMPOSSIBLE, "the attacker contradicts himself"
            return None
        if len(self.seen) < 200:
            self.seen.append(found.x)
        solution: np.ndarray = found.x
        return solution
