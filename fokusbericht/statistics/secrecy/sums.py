"""Figures that add up to others everywhere, also where nobody has said so.

A sum of figures is seen by a number for each figure: a fixed mix of its values. The mix of a sum is
the sum of the mixes, so a look into a table of mixes tells which figures may add up; then each
place is compared. As one missing figure spoils a mix, halves of the places are mixed where need be.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

from fokusbericht.model.figures import AreaYear
from fokusbericht.statistics.secrecy.cases import Cases

ENOUGH = 6  # places in which a sum must be right to be no accident, with two parts that are not 0
FEW = 40  # figures among which sums of four are looked for
MANY = 12  # shares of one base of which all choices are tried
UNITS = 1_000_000  # of one case: figures are compared as whole numbers

UnitCounts = Mapping[AreaYear, int]  # cases in units
Summands = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and its parts, by group; without a whole, the parts are all of their own base."""

    whole: str
    parts: Summands
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
    seen = {one.names() for one in declared}
    tables = {name: _table(cases.values, kommunen) for name, cases in counted.items()}
    for one in (*_wholes(tables), *_bases(counted, tables, kommunen)):
        names = one.names()
        if names not in seen and not names.isdisjoint(watched):
            seen.add(names)
            yield one


def _table(values: Mapping[AreaYear, float | None], kommunen: Collection[str]) -> UnitCounts:
    return {
        place: round(value * UNITS)
        for place, value in values.items()
        if value is not None and place[0] in kommunen
    }


def _adds_up(
    whole: UnitCounts, parts: Sequence[UnitCounts], slack: Mapping[AreaYear, float]
) -> bool:
    """Say whether parts add up wherever all of them are known, and that is no accident."""
    common = [place for place in whole if all(place in part for part in parts)]
    telling = [place for place in common if sum(1 for part in parts if part[place]) > 1]
    if len(telling) < ENOUGH or any(not any(part[place] for place in common) for part in parts):
        return False
    return all(
        abs(whole[place] - sum(part[place] for part in parts)) <= slack.get(place, 0)
        for place in common
    )


# --- Wholes ---------------------------------------------------------------------------------------


def _wholes(tables: Mapping[str, UnitCounts]) -> Iterator[Sum]:
    """Yield figures that are the sum of two, three or four others."""
    years = sorted({year for table in tables.values() for _, year in table}, reverse=True)
    for year in years:
        for half in _halves(tables, year):
            found = {name: _mix(table, year, half) for name, table in sorted(tables.items())}
            mixes = {name: mix for name, mix in found.items() if mix}
            for whole, parts in _candidates(mixes):
                if _adds_up(tables[whole], [tables[one] for one in parts], {}):
                    yield Sum(whole, parts)


def _halves(tables: Mapping[str, UnitCounts], year: int) -> tuple[int | None, ...]:
    """Return what is to be mixed: all places, and where some figures lack any, halves of them."""
    known = {frozenset(area for area, when in one if when == year) for one in tables.values()}
    return (None,) if len(known - {frozenset()}) == 1 else (None, 0, 1)


def _mix(table: UnitCounts, year: int, half: int | None) -> int:
    """Return the mix of a year, or of half its places; 0 where too little is known."""
    weights = [
        (_weight(area), value)
        for (area, when), value in table.items()
        if when == year and half in (None, _weight(area) % 2)
    ]
    return sum(weight * value for weight, value in weights) if len(weights) > 2 else 0


def _weight(area: str) -> int:
    return int.from_bytes(blake2b(area.encode(), digest_size=6).digest(), "big")


def _candidates(mixes: Mapping[str, int]) -> Iterator[tuple[str, Summands]]:
    """Yield figures with others whose mixes add up to theirs."""
    pairs: dict[int, list[Summands]] = {}
    for one, other in combinations(mixes, 2):
        pairs.setdefault(mixes[one] + mixes[other], []).append((one, other))
    for whole, mix in mixes.items():
        chosen = [*pairs.get(mix, ()), *_triples(mixes, pairs, mix)]
        if len(mixes) <= FEW:
            chosen += _fours(pairs, mix)
        yield from ((whole, parts) for parts in chosen if whole not in parts)


def _triples(
    mixes: Mapping[str, int], pairs: Mapping[int, list[Summands]], mix: int
) -> Iterator[Summands]:
    for first, part in mixes.items():
        yield from ((first, *pair) for pair in pairs.get(mix - part, ()) if first < pair[0])


def _fours(pairs: Mapping[int, list[Summands]], mix: int) -> Iterator[Summands]:
    for part, few in pairs.items():
        for pair in few if part <= mix - part else ():
            others = pairs.get(mix - part, ())
            yield from (
                tuple(sorted(pair + other)) for other in others if not set(pair) & set(other)
            )


# --- All of a base --------------------------------------------------------------------------------


def _bases(
    counted: Mapping[str, Cases], tables: Mapping[str, UnitCounts], kommunen: Collection[str]
) -> Iterator[Sum]:
    """Yield shares of one base that are all of it together: 100 percent."""
    bases = {name: _table(cases.bases, kommunen) for name, cases in counted.items()}
    for names in _of_one_base({name: base for name, base in bases.items() if len(base) >= ENOUGH}):
        whole = {place: base for name in names for place, base in bases[name].items()}
        for parts in _choices(names):
            slack = _slack([counted[name] for name in parts])
            if _adds_up(whole, [tables[name] for name in parts], slack):
                yield Sum("", parts)


def _of_one_base(bases: Mapping[str, UnitCounts]) -> Iterator[list[str]]:
    """Yield names whose bases are the same wherever both are known."""
    left = sorted(bases)
    while left:
        first, *others = left
        near = [name for name in others if _agree(bases[first], bases[name])]
        if near:
            yield [first, *near]
        left = others if not near else [name for name in others if name not in near]


def _agree(one: UnitCounts, other: UnitCounts) -> bool:
    common = [place for place in one if place in other]
    return len(common) >= ENOUGH and all(one[place] == other[place] for place in common)


def _slack(cases: Sequence[Cases]) -> dict[AreaYear, float]:
    """Return how far rounded shares may be off together, in units."""
    places = {place for one in cases for place in one.slack}
    return {place: UNITS * sum(one.slack.get(place, 0.0) for one in cases) for place in places}


def _choices(names: Sequence[str]) -> Iterator[Summands]:
    sizes = range(2, len(names) + 1) if len(names) <= MANY else (2, 3, len(names))
    for size in sizes:
        yield from combinations(names, size)
