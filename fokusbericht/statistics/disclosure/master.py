"""The cheapest set of cells that meets all cuts: a small integer programme."""

from collections.abc import Mapping, Sequence

from fokusbericht.statistics.disclosure.forest import FlowCut

ROUNDING = 1e-9
MANY = 60  # cells in one programme; beyond, a solution may cost this much more than the best:
GAP = 0.05
NODES = 2_000  # of the search tree; a limit by time would make results depend on the machine


def undominated(cuts: Sequence[FlowCut]) -> list[FlowCut]:
    """Return the cuts without those that are met whenever another one is."""
    kept: list[FlowCut] = []
    by_least: dict[
        int, list[FlowCut]
    ] = {}  # whatever implies a cut has all its cells among the cut's
    for cut in sorted(cuts, key=lambda each: (len(each), sorted(each.items()))):
        near = (other for cell in cut for other in by_least.get(cell, ()))
        if not any(_implies(other, cut) for other in near):
            kept.append(cut)
            by_least.setdefault(min(cut, default=-1), []).append(cut)
    return kept


def _implies(cut: FlowCut, other: FlowCut) -> bool:
    return all(weight <= other.get(cell, 0.0) for cell, weight in cut.items())


def cheapest(cuts: Sequence[FlowCut], costs: Mapping[int, float]) -> frozenset[int]:
    """Return the cheapest set of cells that weighs at least 1 in each cut.

    >>> sorted(cheapest([{1: 1.0, 2: 1.0}, {3: 0.5, 4: 0.5}], {1: 9, 2: 5, 3: 1, 4: 1}))
    [2, 3, 4]
    """
    chosen: set[int] = set()
    hard: list[FlowCut] = []
    for cut in cuts:
        # Most cuts stand alone and any one of their cells will do: no solver is needed.
        alone = not any(cut is not other and not cut.keys().isdisjoint(other) for other in cuts)
        if alone and min(cut.values()) >= 1:
            chosen.add(min(cut, key=lambda cell: (costs[cell], cell)))
        else:
            hard.append(cut)
    return frozenset(chosen | _solved(hard, costs)) if hard else frozenset(chosen)


def quick(cuts: Sequence[FlowCut], costs: Mapping[int, float]) -> frozenset[int]:
    """Return a set of cells that weighs at least 1 in each cut, without looking for the cheapest.

    >>> sorted(quick([{1: 1.0, 2: 1.0}, {3: 0.5, 4: 0.5}], {1: 9, 2: 5, 3: 1, 4: 1}))
    [2, 3, 4]
    """
    left = dict.fromkeys(range(len(cuts)), 1.0)
    cuts_of: dict[int, list[int]] = {}
    for number, cut in enumerate(cuts):
        for cell in cut:
            cuts_of.setdefault(cell, []).append(number)
    chosen: set[int] = set()

    def gain(cell: int) -> tuple[float, int]:
        done = sum(min(cuts[one][cell], left[one]) for one in cuts_of[cell] if one in left)
        return done / costs[cell], -cell

    while left:
        best = max((cell for cell in cuts_of if cell not in chosen), key=gain, default=None)
        if best is None or gain(best)[0] <= 0:
            break
        chosen.add(best)
        for one in cuts_of[best]:
            if one in left:
                left[one] -= cuts[one][best]
                if left[one] <= ROUNDING:
                    del left[one]
    return frozenset(chosen)


def _solved(cuts: Sequence[FlowCut], costs: Mapping[int, float]) -> set[int]:
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
