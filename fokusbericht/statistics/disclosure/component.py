"""Figures that hang together by relations, as the suppression sees them: how far each can move.

All is told as a distance from the true values. A shown figure can move as far as its rounding
leaves open, a hidden one as far as everybody thinks possible. A secret figure is protected when
it can move down to 0 and up far enough, and the others make up for it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, floor, isinf

from fokusbericht.statistics.disclosure.cells import CountCell, KnownSum, Rules, Status, rule_of

NEVER_SHOWN = (Status.ABSENT, Status.SECRET)
TOLERANCE = 1e-5  # cases; solvers are exact to 1e-7

Leeway = tuple[float, float]  # how far down and how far up, in cases


@dataclass(frozen=True, slots=True)
class ConstraintRow:
    """A relation: what its cells do together lies within its slack."""

    terms: tuple[tuple[int, float], ...]
    """The numbers of cells with their factors."""
    slack: Leeway
    """How much its sum can fall and rise."""


@dataclass(frozen=True, slots=True)
class Need:
    """A secret cell that must be able to move."""

    cell: int
    side: int
    """0 for down, 1 for up."""
    amount: float
    """How far, in cases."""


@dataclass(slots=True)
class Component:
    """Cells that hang together; they are numbered in the order of their ids."""

    cells: list[CountCell]
    values: list[float]
    rows: list[ConstraintRow]
    shown: list[Leeway] = field(default_factory=list)
    """How far a cell can move when it is shown."""
    free: list[Leeway] = field(default_factory=list)
    """How far a cell can move when it is hidden."""
    rows_of: list[list[tuple[int, float]]] = field(default_factory=list)
    """The rows of a cell, with its factor in each."""

    def __post_init__(self) -> None:
        self.rows_of = [[] for _ in self.cells]
        for number, row in enumerate(self.rows):
            for place, factor in row.terms:
                self.rows_of[place].append((number, factor))
        for cell, value in zip(self.cells, self.values, strict=True):
            free, shown = _spans(cell, value)
            self.free.append(free)
            self.shown.append(shown)

    def spans(self, hidden: Collection[int]) -> list[Leeway]:
        """Return how far each cell can move when some are hidden."""
        return [
            self.free[number] if number in hidden else shown
            for number, shown in enumerate(self.shown)
        ]

    def cost(self, number: int) -> float:
        """Return what is lost by hiding a cell."""
        cost = self.cells[number].cost
        return 1 + abs(self.values[number]) if cost is None else cost

    def numbers(self, *statuses: Status) -> frozenset[int]:
        """Return the cells of a status."""
        return frozenset(i for i, cell in enumerate(self.cells) if cell.status in statuses)

    def is_forest(self) -> bool:
        """Tell whether there is only one way along rows from any cell to any other."""
        groups = _DisjointSets(len(self.cells) + len(self.rows))
        return all(
            groups.join(cell, len(self.cells) + number)
            for number, row in enumerate(self.rows)
            for cell, _ in row.terms
        )


def _spans(cell: CountCell, value: float) -> tuple[Leeway, Leeway]:
    free = (max(0.0, value - cell.lower), max(0.0, cell.upper - value))
    low, high = cell.seen or (value, value)
    if cell.whole and cell.seen:
        low, high = ceil(low - TOLERANCE), floor(high + TOLERANCE)
    shown = (min(free[0], max(0.0, value - low)), min(free[1], max(0.0, high - value)))
    return (shown if cell.status is Status.PUBLIC else free), shown


def is_hidden_anyway(cell: CountCell) -> bool:
    """Tell whether there is nothing to show."""
    return cell.value is None or cell.status in NEVER_SHOWN


def is_primary(cell: CountCell, rules: Rules) -> bool:
    """Tell whether a cell must be protected."""
    rule = rule_of(rules, cell.id)
    if rule is None or rule.is_given or cell.status is Status.PUBLIC:
        return False
    small = cell.value is not None and rule.is_secret(cell.value)
    return small or cell.status is Status.SECRET


def needs(component: Component, rules: Rules) -> Iterator[Need]:
    """Yield how far the secret cells must be able to move."""
    for number, cell in enumerate(component.cells):
        rule = rule_of(rules, cell.id)
        if rule is None or not is_primary(cell, rules):
            continue
        low = max(0.0, cell.lower)
        width = rule.minimum if rule.width is None else rule.width
        high = min(cell.upper, max(rule.minimum, low + width))
        value = component.values[number]
        for side, amount in enumerate((value - low, high - value)):
            if amount > TOLERANCE:
                yield Need(number, side, amount)


def components(
    cells: Sequence[CountCell], relations: Iterable[KnownSum]
) -> Iterator[tuple[list[CountCell], list[KnownSum]]]:
    """Yield cells that hang together with their relations, both in their order."""
    numbers = {cell.id: number for number, cell in enumerate(cells)}
    groups = _DisjointSets(len(cells))
    heads = []
    for relation in relations:
        bound = [numbers[name] for name, _ in relation.terms if not _is_fixed(cells, numbers[name])]
        for other in bound[1:]:
            groups.join(bound[0], other)
        heads.append((bound[0], relation) if bound else None)
    rows: dict[int, list[KnownSum]] = {}
    for head in filter(None, heads):
        rows.setdefault(groups.find(head[0]), []).append(head[1])
    yield from _gathered(cells, numbers, groups, rows)


def _gathered(
    cells: Sequence[CountCell],
    numbers: Mapping[str, int],
    groups: "_DisjointSets",
    rows: Mapping[int, list[KnownSum]],
) -> Iterator[tuple[list[CountCell], list[KnownSum]]]:
    members: dict[int, list[int]] = {}
    for number in range(len(cells)):
        members.setdefault(groups.find(number), []).append(number)
    for head, inside in members.items():
        found = rows.get(head, [])
        # Cells that are known to everybody bind nothing together, but belong to the sums.
        named = {numbers[name] for relation in found for name, _ in relation.terms}
        yield [cells[number] for number in sorted({*inside, *named})], found


def _is_fixed(cells: Sequence[CountCell], number: int) -> bool:
    cell = cells[number]
    return cell.status is Status.PUBLIC and cell.seen is None


def bind(cells: list[CountCell], relations: list[KnownSum]) -> tuple[Component, list[KnownSum]]:
    """Return cells with their relations as a component, and the relations that are not true."""
    numbers = {cell.id: number for number, cell in enumerate(cells)}
    terms = [tuple((numbers[name], factor) for name, factor in each.terms) for each in relations]
    values = [cell.value if cell.value is not None else cell.lower for cell in cells]
    if any(cell.value is None for cell in cells):
        values = _completed(cells, values, relations, terms)
    rows, broken = [], []
    for relation, parts in zip(relations, terms, strict=True):
        above = sum(factor * values[number] for number, factor in parts) - relation.constant
        slack = (above + relation.slack[0], relation.slack[1] - above)
        if min(slack) < -TOLERANCE:
            broken.append(relation)
            continue
        loose = tuple(each for each in parts if not _is_fixed(cells, each[0]))
        if loose:
            rows.append(
                ConstraintRow(loose, _whole_slack(slack, [(cells[i], f) for i, f in loose]))
            )
    return Component(cells, values, rows), broken


def _whole_slack(slack: Leeway, terms: Iterable[tuple[CountCell, float]]) -> Leeway:
    """Return the slack that is left to whole numbers, where only they are possible."""
    down, up = (max(0.0, side) for side in slack)
    if not all(cell.whole and float(factor).is_integer() for cell, factor in terms):
        return down, up
    return (
        down if isinf(down) else float(floor(down + TOLERANCE)),
        up if isinf(up) else float(floor(up + TOLERANCE)),
    )


def _completed(
    cells: Sequence[CountCell],
    values: list[float],
    relations: Sequence[KnownSum],
    terms: Sequence[tuple[tuple[int, float], ...]],
) -> list[float]:
    """Put numbers for unknown ones that fit all relations, if there are any that do.

    Any will do: what an attacker thinks possible does not depend on the truth of hidden cells.
    """
    from scipy.optimize import LinearConstraint, milp  # type: ignore[import-untyped, unused-ignore]
    from scipy.sparse import csr_array  # type: ignore[import-untyped, unused-ignore]

    unknown = {number: cell for number, cell in enumerate(cells) if cell.value is None}
    places = {number: place for place, number in enumerate(unknown)}
    entries: list[tuple[float, int, int]] = []
    spans: list[Leeway] = []
    for relation, parts in zip(relations, terms, strict=True):
        known = sum(factor * values[number] for number, factor in parts if number not in unknown)
        found = [(factor, places[number]) for number, factor in parts if number in unknown]
        if found:
            entries += [(factor, len(spans), place) for factor, place in found]
            rest = relation.constant - known
            spans.append((rest - relation.slack[0], rest + relation.slack[1]))
    if not spans:
        return values
    factors, rows, columns = zip(*entries, strict=True)
    matrix = csr_array((factors, (rows, columns)), shape=(len(spans), len(unknown)), dtype=float)
    low, high = zip(*spans, strict=True)
    bounds = ([cell.lower for cell in unknown.values()], [cell.upper for cell in unknown.values()])
    nothing = [0.0] * len(unknown)
    answer = milp(nothing, constraints=LinearConstraint(matrix, low, high), bounds=bounds)
    if answer.x is None:
        return values
    solved = dict(zip(unknown, answer.x.tolist(), strict=True))
    return [solved.get(number, value) for number, value in enumerate(values)]


class _DisjointSets:
    """Disjoint sets of numbers (union-find)."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def find(self, number: int) -> int:
        """Return the head of a number's set."""
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def join(self, one: int, other: int) -> bool:
        """Unite two sets; tell whether they were apart."""
        one, other = self.find(one), self.find(other)
        self.parent[max(one, other)] = min(one, other)
        return one != other
