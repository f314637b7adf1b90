"""What must be hidden so that the attacker finds nothing: suppress, attack, and hide more.

Suppression reckons with cases that can be divided. Where whole numbers leave less room, the attack
tells, and the cheapest figure beside the one it found is hidden as well.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from fokusbericht.statistics.disclosure.attacker import audit
from fokusbericht.statistics.disclosure.cells import CountCell, Leak, Status
from fokusbericht.statistics.disclosure.county import Publication
from fokusbericht.statistics.disclosure.suppression import suppress

ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Protected:
    """What is hidden, and what the attacker finds out all the same."""

    hidden: frozenset[str]
    leaks: tuple[Leak, ...]


def protect(publication: Publication) -> Protected:
    """Return what must be hidden, proven by an attack on what is then published."""
    found = suppress(publication.cells, publication.relations, publication.rules)
    hopeless = {finding.cell for finding in found.findings}
    hidden = found.hidden
    for _ in range(ROUNDS):
        leaks = attack(publication, hidden)
        told = [leak.cell for leak in leaks if leak.cell not in hopeless]
        more = frozenset(_beside(publication, hidden, told)) if told else frozenset()
        if not more:
            break
        hidden |= more
    return Protected(hidden, leaks)


def attack(publication: Publication, hidden: Collection[str]) -> tuple[Leak, ...]:
    """Return what the attacker finds out when some cells are hidden."""
    return audit(publication.cells, publication.relations, hidden, publication.rules)


def _beside(
    publication: Publication, hidden: Collection[str], told: Collection[str]
) -> Iterator[str]:
    """Yield for each cell that was found the cheapest one that may be hidden beside it."""
    cells = {cell.id: cell for cell in publication.cells}
    beside = _neighbours(publication, told)
    for name in told:
        free = [
            cells[other]
            for other in beside[name]
            if other not in hidden and cells[other].status in (Status.OPEN, Status.KEPT)
        ]
        if free:
            yield min(free, key=_rank).id


def _rank(cell: CountCell) -> tuple[bool, bool, float, str]:
    """Return an order: none that is 0, none to be kept if possible, cheap ones first."""
    cost = 1 + abs(cell.value or 0) if cell.cost is None else cell.cost
    return not cell.value, cell.status is Status.KEPT, cost, cell.id


def _neighbours(publication: Publication, told: Collection[str]) -> Mapping[str, set[str]]:
    """Return the cells that share a relation with each of some cells, or with a neighbour."""
    near: dict[str, set[str]] = {name: {name} for name in told}
    for _ in range(2):
        spread = {name: set(found) for name, found in near.items()}
        for relation in publication.relations:
            names = {name for name, _ in relation.terms}
            for name, found in near.items():
                if not names.isdisjoint(found):
                    spread[name] |= names
        near = spread
    return near
