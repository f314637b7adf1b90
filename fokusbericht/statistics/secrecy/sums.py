"""Figures that add up to others everywhere, also where nobody has said so.

A sum of figures is seen by a number for each figure: a fixed mix of all its values. The mix of a
sum is the sum of the mixes, so a look into a table of mixes tells which figures may add up; then
each place is compared.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

from fokusbericht.statistics.secrecy.cases import Cases

ENOUGH = 6  # places in which a sum must be right to be no accident
MANY = 14  # figures of one base of which all choices are tried
UNITS = 1_000_000  # of one case: figures are compared as whole numbers

Place = tuple[str, int]
Table = Mapping[Place, int]  # cases in units


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and its parts, by group; without a whole, the parts are all of their own base."""

    whole: str
    parts: tuple[str, ...]
    is_declared: bool = False

    def names(self) -> frozenset[str]:
        """Return all groups in it."""
        return frozenset({*self.parts, self.whole} - {""})


def found_sums(
    counted: Mapping[str, Cases],
    watched: Collection[str],
    declared: Iterable[Sum],
    kommunen: Collection[str],
) -> Iterator[Sum]:
    """Yield sums that nobody has declared and that a watched figure is part of."""
    said = {one.names() for one in declared}
    tables = {name: _table(cases.values, kommunen) for name, cases in counted.items()}
    seen: set[frozenset[str]] = set()
    for one in (*_wholes(tables), *_bases(counted, kommunen)):
        names = one.names()
        is_new = names not in said and names not in seen
        if is_new and not names.isdisjoint(watched):
            seen.add(names)
            yield one


def _table(values: Mapping[Place, float | None], kommunen: Collection[str]) -> Table:
    return {
        place: round(value * UNITS)
        for place, value in values.items()
        if value is not None and place[0] in kommunen
    }


def _wholes(tables: Mapping[str, Table]) -> Iterator[Sum]:
    """Yield figures that are the sum of two or three others, in every year they share."""
    for year in sorted({year for table in tables.values() for _, year in table}, reverse=True):
        mixes = {name: mix for name, table in sorted(tables.items()) if (mix := _mix(table, year))}
        pairs: dict[int, list[tuple[str, ...]]] = {}
        for one, other in combinations(mixes, 2):
            pairs.setdefault(mixes[one] + mixes[other], []).append((one, other))
        for whole, mix in mixes.items():
            for parts in (*pairs.get(mix, ()), *_triples(mixes, pairs, whole)):
                if whole not in parts and _adds_up(tables[whole], [tables[one] for one in parts]):
                    yield Sum(whole, parts)


def _triples(
    mixes: Mapping[str, int], pairs: Mapping[int, list[tuple[str, ...]]], whole: str
) -> Iterator[tuple[str, ...]]:
    for first, mix in mixes.items():
        for pair in pairs.get(mixes[whole] - mix, ()):
            if first < pair[0]:
                yield (first, *pair)


def _mix(table: Table, year: int) -> int:
    """Return the mix of a year; 0 where too little is known, or nothing is there."""
    found = [(area, value) for (area, when), value in table.items() if when == year]
    if len(found) < 3:
        return 0
    return sum(_weight(area) * value for area, value in found)


def _weight(area: str) -> int:
    return int.from_bytes(blake2b(area.encode(), digest_size=6).digest(), "big")


def _adds_up(whole: Table, parts: Sequence[Table]) -> bool:
    """Say whether parts add up wherever all of them are known, and that is often enough."""
    common = [place for place in whole if all(place in part for part in parts)]
    if len(common) < ENOUGH or any(not any(part[place] for place in common) for part in parts):
        return False
    return all(whole[place] == sum(part[place] for part in parts) for place in common)


def _bases(counted: Mapping[str, Cases], kommunen: Collection[str]) -> Iterator[Sum]:
    """Yield shares of one base that are all of it together: 100 percent."""
    by_base: dict[tuple[tuple[Place, float], ...], list[str]] = {}
    for name, cases in sorted(counted.items()):
        bases = tuple(sorted(one for one in cases.bases.items() if one[0][0] in kommunen))
        if len(bases) >= ENOUGH:
            by_base.setdefault(bases, []).append(name)
    for key, names in by_base.items():
        whole = {place: round(base * UNITS) for place, base in key}
        tables = {name: _table(counted[name].values, kommunen) for name in names}
        for parts in _choices(names):
            if _adds_up(whole, [tables[name] for name in parts]):
                yield Sum("", parts)


def _choices(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    sizes = range(2, len(names) + 1) if len(names) <= MANY else (2, 3, len(names))
    for size in sizes:
        yield from combinations(names, size)
