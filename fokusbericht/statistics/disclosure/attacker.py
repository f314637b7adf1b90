"""What an attacker finds out about secret figures from all that is published.

Nothing of the suppression's arithmetic is used here: a mistake there shall be seen here. It looks
only at values that are shown, at relations, and at what is possible in general. First, bounds are
tightened along relations until nothing changes; that is exact where relations don't run in
circles (the constraints are then a tree, and what holds on each edge holds in all). Where they
do, programmes over whole numbers find the least and the greatest possible value, those of many
components in one programme.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf

from fokusbericht.statistics.disclosure.cells import (
    CountCell,
    KnownSum,
    Leak,
    Reason,
    Rules,
    Status,
    rule_of,
)

EPSILON = 1e-6  # cases
VISITS = 60  # of one relation: in circles, bounds may creep for ever
COLUMNS = 5_000  # in one programme
WHOLE = 3_000  # unknown figures of a component in circles for which whole numbers are demanded
NODES = 20_000  # of a search tree; beyond, a cell counts as narrower than it may be

Bounds = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _RestOfSum:
    """What is left of a relation when all exactly known figures are put in."""

    terms: tuple[tuple[str, float], ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class _Demand:
    """The interval that must be possible for a secret cell."""

    cell: str
    low: float
    high: float


def audit(
    cells: Iterable[CountCell], relations: Iterable[KnownSum], hidden: Collection[str], rules: Rules
) -> tuple[Leak, ...]:
    """Return the secret cells that are shown or can be computed too closely, sorted by id.

    >>> from fokusbericht.statistics.disclosure import Rule
    >>> cells = [CountCell("a", 1), CountCell("b", 7), CountCell("room", 8, status=Status.PUBLIC)]
    >>> sums = [KnownSum((("room", 1), ("a", -1), ("b", -1)))]
    >>> audit(cells, sums, {"a"}, Rule())
    (Leak(cell='a', low=1.0, high=1.0, reason=<Reason.NARROW: 'narrow'>),)
    >>> audit(cells, sums, {"a", "b"}, Rule())
    ()
    """
    known = {cell.id: cell for cell in cells}
    away = {name for name, cell in known.items() if _is_away(cell, hidden)}
    demands = {name: _demand(cell, rules) for name, cell in known.items()}
    wanted = {name: demand for name, demand in demands.items() if demand}
    leaks = [
        Leak(name, known[name].value or 0.0, known[name].value or 0.0, Reason.SHOWN)
        for name in wanted
        if name not in away
    ]
    watched = {name: demand for name, demand in wanted.items() if name in away}
    if watched:
        bounds = {name: _learnt(cell, name in away) for name, cell in known.items()}
        leaks += _attack(known, bounds, _sums(relations, bounds), watched)
    return tuple(_merged(leaks))


def _merged(leaks: Iterable[Leak]) -> Iterator[Leak]:
    """Yield one leak for each cell, with all that was found out about it."""
    found: dict[str, Leak] = {}
    for leak in leaks:
        other = found.get(leak.cell, leak)
        low, high = max(leak.low, other.low), min(leak.high, other.high)
        found[leak.cell] = Leak(leak.cell, low, high, leak.reason)
    yield from (found[cell] for cell in sorted(found))


def _is_away(cell: CountCell, hidden: Collection[str]) -> bool:
    """Tell whether a cell is not to be seen; what the public knows is seen in any case."""
    if cell.status is Status.PUBLIC:
        return False
    return cell.value is None or cell.status in (Status.ABSENT, Status.SECRET) or cell.id in hidden


def _demand(cell: CountCell, rules: Rules) -> _Demand | None:
    """Return what must remain possible for a cell, if it is secret."""
    rule = rule_of(rules, cell.id)
    if rule is None or cell.status is Status.PUBLIC:
        return None
    if cell.status is not Status.SECRET:
        least = 0 if rule.zero_is_secret else EPSILON
        if cell.value is None or not least <= cell.value < rule.minimum:
            return None
    if rule.is_given:
        is_asked = cell.status is Status.SECRET
        return _Demand(cell.id, inf, min(float(rule.minimum), cell.upper)) if is_asked else None
    low = max(cell.lower, 0.0)
    span = rule.minimum if rule.width is None else rule.width
    return _Demand(cell.id, low, min(max(float(rule.minimum), low + span), cell.upper))


def _learnt(cell: CountCell, is_away: bool) -> tuple[float, float]:
    """Return the bounds of a cell by what is shown of itself."""
    if is_away or cell.value is None:
        return _rounded(cell.whole, cell.lower, cell.upper)
    if cell.seen is None:
        return cell.value, cell.value
    low, high = cell.seen
    return _rounded(cell.whole, max(low, cell.lower), min(high, cell.upper))


def _rounded(whole: bool, low: float, high: float) -> tuple[float, float]:
    """Return bounds of whole numbers where only they are possible."""
    if not whole:
        return low, high
    return (
        low if low == -inf else float(ceil(low - EPSILON)),
        high if high == inf else float(floor(high + EPSILON)),
    )


def _sums(relations: Iterable[KnownSum], bounds: Bounds) -> Iterator[_RestOfSum]:
    """Yield the relations with known figures put in; two equal ones count once."""
    for relation in dict.fromkeys(relations):
        factors: dict[str, float] = {}
        rest = relation.constant
        for name, factor in relation.terms:
            low, high = bounds[name]
            if low == high:
                rest -= factor * low
            else:
                factors[name] = factors.get(name, 0.0) + factor
        terms = tuple((name, factor) for name, factor in factors.items() if factor)
        if terms:
            yield _RestOfSum(terms, rest - relation.slack[0], rest + relation.slack[1])


def _attack(
    cells: Mapping[str, CountCell],
    bounds: Bounds,
    sums: Iterable[_RestOfSum],
    watched: Mapping[str, _Demand],
) -> Iterator[Leak]:
    """Yield what is found out about watched cells, part by part."""
    circles: list[_Circle] = []
    for names, inside in _parts(bounds, list(sums)):
        demands = [watched[name] for name in names if name in watched]
        if not demands:
            continue
        tight = _tightened(cells, {name: bounds[name] for name in names}, inside)
        if tight is None:
            yield from (Leak(each.cell, inf, -inf, Reason.CONTRADICTION) for each in demands)
            continue
        yield from (_leak(each, *tight[each.cell]) for each in demands if _is_narrow(each, tight))
        if sum(len(each.terms) for each in inside) >= len(names) + len(inside):
            circles.append(_circle(cells, tight, inside, demands))
    yield from _programmes(circles)


def _is_narrow(demand: _Demand, bounds: Bounds) -> bool:
    low, high = bounds[demand.cell]
    return low > demand.low + EPSILON or high < demand.high - EPSILON


def _leak(demand: _Demand, low: float, high: float) -> Leak:
    return Leak(demand.cell, low, high, Reason.NARROW)


def _parts(
    bounds: Bounds, sums: Sequence[_RestOfSum]
) -> Iterator[tuple[list[str], list[_RestOfSum]]]:
    """Yield unknown figures that hang together, with the sums between them."""
    sums_of: dict[str, list[int]] = {
        name: [] for name, (low, high) in bounds.items() if low != high
    }
    for number, each in enumerate(sums):
        for name, _ in each.terms:
            sums_of[name].append(number)
    seen: set[str] = set()
    for start in sums_of:
        if start in seen:
            continue
        seen.add(start)
        names, inside = [start], dict[int, None]()
        for name in names:  # grows while it is walked
            for number in sums_of[name]:
                if number not in inside:
                    inside[number] = None
                    fresh = [other for other, _ in sums[number].terms if other not in seen]
                    seen.update(fresh)
                    names += fresh
        yield names, [sums[number] for number in inside]


def _tightened(
    cells: Mapping[str, CountCell], bounds: Bounds, sums: Sequence[_RestOfSum]
) -> Bounds | None:
    """Return the bounds that follow from sums one by one; None if nothing fits."""
    sums_of: dict[str, list[int]] = {name: [] for name in bounds}
    for number, each in enumerate(sums):
        for name, _ in each.terms:
            sums_of[name].append(number)
    left = [VISITS] * len(sums)
    queue = deque(range(len(sums)))
    waiting = set(queue)
    while queue:
        number = queue.popleft()
        waiting.discard(number)
        left[number] -= 1
        changed = _tighten(cells, bounds, sums[number])
        if changed is None:
            return None
        for name in changed:
            for other in sums_of[name]:
                if other != number and other not in waiting and left[other] > 0:
                    waiting.add(other)
                    queue.append(other)
    return bounds


def _tighten(cells: Mapping[str, CountCell], bounds: Bounds, each: _RestOfSum) -> list[str] | None:
    """Tighten the bounds of a sum's figures; return the changed ones, None if nothing fits."""
    spans = [_times(factor, *bounds[name]) for name, factor in each.terms]
    changed = []
    for place, (name, factor) in enumerate(each.terms):
        rest = [span for other, span in enumerate(spans) if other != place]
        least = each.low - sum(high for _, high in rest)
        most = each.high - sum(low for low, _ in rest)
        low, high = _times(1 / factor, least, most)
        old_low, old_high = bounds[name]
        low, high = _rounded(cells[name].whole, max(low, old_low), min(high, old_high))
        if low > high + EPSILON:
            return None
        if low > old_low + EPSILON or high < old_high - EPSILON:
            bounds[name] = (low, max(low, high))
            changed.append(name)
    return changed


def _times(factor: float, low: float, high: float) -> tuple[float, float]:
    return (factor * low, factor * high) if factor > 0 else (factor * high, factor * low)


# --- Relations in circles -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Question:
    """Whether a cell can be as small, or as great, as it must."""

    demand: _Demand
    is_upper: bool

    def is_answered(self, value: float) -> bool:
        """Tell whether it can, as it is seen to be so."""
        if self.is_upper:
            return value >= self.demand.high - EPSILON
        return value <= self.demand.low + EPSILON

    def goal(self) -> float:
        """Return the factor of the cell in what is made least."""
        return -1.0 if self.is_upper else 1.0

    def box(self, low: float, high: float) -> tuple[float, float]:
        """Bound the cell by what is asked, so that there is always an end: more is no better."""
        return (low, min(high, self.demand.high)) if self.is_upper else (low, high)


@dataclass(slots=True)
class _Circle:
    """Figures that hang together in circles, and what is still asked about them."""

    bounds: Bounds
    sums: Sequence[_RestOfSum]
    is_whole: Mapping[str, bool]
    questions: list[_Question]

    def hear(self, table: Mapping[str, float] | None) -> Iterator[Leak]:
        """Take a table that answers the first question as well as possible; None: none fits.

        It may show by the way that other cells can be as small or as great as they must.
        """
        first = self.questions.pop(0)
        cell = first.demand.cell
        if table is None:
            yield Leak(cell, inf, -inf, Reason.CONTRADICTION)
            return
        if not first.is_answered(table[cell]):
            low, high = self.bounds[cell]
            end = (low, table[cell]) if first.is_upper else (table[cell], high)
            yield _leak(first.demand, *end)
        self.questions = [
            each for each in self.questions if not each.is_answered(table[each.demand.cell])
        ]


def _circle(
    cells: Mapping[str, CountCell],
    bounds: Bounds,
    sums: Sequence[_RestOfSum],
    demands: Iterable[_Demand],
) -> _Circle:
    """Return a circle with all questions that the tightened bounds leave open."""
    is_small = len(bounds) <= WHOLE
    questions = [
        _Question(each, is_upper)
        for each in demands
        if not _is_narrow(each, bounds)
        for is_upper in (False, True)
    ]
    return _Circle(
        bounds, sums, {name: is_small and cells[name].whole for name in bounds}, questions
    )


def _programmes(circles: Sequence[_Circle]) -> Iterator[Leak]:
    """Yield what programmes find out; each round asks one question of each circle."""
    while asked := [circle for circle in circles if circle.questions]:
        for batch in _batches(asked):
            for circle, table in zip(batch, _tables(batch), strict=True):
                yield from circle.hear(table)


def _batches(circles: Sequence[_Circle]) -> Iterator[list[_Circle]]:
    batch: list[_Circle] = []
    size = 0
    for circle in circles:
        if batch and size + len(circle.bounds) > COLUMNS:
            yield batch
            batch, size = [], 0
        batch.append(circle)
        size += len(circle.bounds)
    if batch:
        yield batch


def _tables(batch: Sequence[_Circle]) -> list[Mapping[str, float] | None]:
    """Return for each circle figures that fit and answer its first question best."""
    answer = _JoinedProgramme(batch).solved()
    if answer is not None:
        # The figures come one after the other: each circle takes as many as it has.
        return [{name: next(answer) for name in circle.bounds} for circle in batch]
    if len(batch) == 1:
        return [None]
    return [table for circle in batch for table in _tables([circle])]


class _JoinedProgramme:
    """One programme for several circles: their figures and sums one after the other."""

    def __init__(self, batch: Sequence[_Circle]) -> None:
        self.goal: list[float] = []
        self.boxes: list[tuple[float, float]] = []
        self.whole: list[bool] = []
        self.entries: list[tuple[float, int, int]] = []
        self.spans: list[tuple[float, float]] = []
        for circle in batch:
            self._add(circle)

    def _add(self, circle: _Circle) -> None:
        first = len(self.boxes)
        columns = {name: first + place for place, name in enumerate(circle.bounds)}
        question = circle.questions[0]
        for name, (low, high) in circle.bounds.items():
            is_asked = name == question.demand.cell
            self.boxes.append(question.box(low, high) if is_asked else (low, high))
            self.goal.append(question.goal() if is_asked else 0.0)
            self.whole.append(circle.is_whole[name])
        for each in circle.sums:
            row = len(self.spans)
            self.entries += [(factor, row, columns[name]) for name, factor in each.terms]
            self.spans.append((each.low, each.high))

    def solved(self) -> Iterator[float] | None:
        """Return the figures in their order, if there are any that fit."""
        from numpy import array
        from scipy.optimize import (  # type: ignore[import-untyped, unused-ignore]
            Bounds as Box,
        )
        from scipy.optimize import LinearConstraint, milp
        from scipy.sparse import csr_array  # type: ignore[import-untyped, unused-ignore]

        factors, rows, columns = zip(*self.entries, strict=True)
        shape = (len(self.spans), len(self.boxes))
        matrix = csr_array((array(factors, dtype=float), (rows, columns)), shape=shape)
        answer = milp(
            self.goal,
            constraints=LinearConstraint(matrix, *array(self.spans).T),
            bounds=Box(*array(self.boxes).T),
            integrality=array(self.whole, dtype=int),
            options={"mip_rel_gap": 0.0, "node_limit": NODES},
        )
        return None if answer.x is None else iter(answer.x.tolist())
