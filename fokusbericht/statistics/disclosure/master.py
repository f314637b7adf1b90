"""The cheapest set of cells that meets all cuts: a small integer programme."""

from collections.abc import Mapping, Sequence

from fokusbericht.statistics.disclosure.forest import Cut

MANY = 60  # cells in one programme; beyond, a solution may cost this much more than the best:
GAP = 0.05
NODES = 2_000  # of the search tree; a limit by time would make results depend on the machine


def undominated(cuts: Sequence[Cut]) -> list[Cut]:
    """Return the cuts without those that are met whenever another one is."""
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda each: (len(each), sorted(each.items()))):
        if not any(_implies(other, cut) for other in kept):
            kept.append(cut)
    return kept


def _implies(cut: Cut, other: Cut) -> bool:
    return all(weight <= other.get(cell, 0.0) for cell, weight in cut.items())


def cheapest(cuts: Sequence[Cut], costs: Mapping[int, float]) -> frozenset[int]:
    """Return the cheapest set of cells that weighs at least 1 in each cut.

    >>> sorted(cheapest([{1: 1.0, 2: 1.0}, {3: 0.5, 4: 0.5}], {1: 9, 2: 5, 3: 1, 4: 1}))
    [2, 3, 4]
    """
    chosen: set[int] = set()
    hard: list[Cut] = []
    for cut in cuts:
        # Most cuts stand alone and any one of their cells will do: no solver is needed.
        alone = not any(cut is not other and not cut.keys().isdisjoint(other) for other in cuts)
        if alone and min(cut.values()) >= 1:
            chosen.add(min(cut, key=lambda cell: (costs[cell], cell)))
        else:
            hard.append(cut)
    return frozenset(chosen | _solved(hard, costs)) if hard else frozenset(chosen)


def _solved(cuts: Sequence[Cut], costs: Mapping[int, float]) -> set[int]:
    from scipy.optimize import LinearConstraint, milp  # type: ignore[import-untyped, unused-ignore]
    from scipy.sparse import csr_array  # type: ignore[import-untyped, unused-ignore]

    cells = sorted({cell for cut in cuts for cell in cut})
    places = {cell: place for place, cell in enumerate(cells)}
    entries = [
        (weight, row, places[cell]) for row, cut in enumerate(cuts) for cell, weight in cut.items()
    ]
    weights, rows, columns = zip(*entries, strict=True)
    matrix = csr_array((weights, (rows, columns)), shape=(len(cuts), len(cells)))
    options = {"mip_rel_gap": 0.0 if len(cells) <= MANY else GAP, "node_limit": NODES}
    answer = milp(
        [costs[cell] for cell in cells],
        constraints=LinearConstraint(matrix, 1.0),
        integrality=[1] * len(cells),
        bounds=(0, 1),
        options=options,
    )
    if answer.x is None:  # no solution within the limit: all of them is one
        return set(cells)
    return {cell for cell, share in zip(cells, answer.x.tolist(), strict=True) if share > 0.5}
