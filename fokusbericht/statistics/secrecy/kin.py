"""Which figures hang together, so that hiding one of them alone would hide nothing.

Some count the same cases, some are the parts of a whole, some are shares of what another counts.
Editors declare it; what they forget is seen by equal names and equal numbers.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fokusbericht.model.figures import AreaYear, Indikator, Zahlart
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.secrecy.cases import AVERAGES, Cases, base_name, cases_of
from fokusbericht.statistics.secrecy.same import (
    ENOUGH,
    case_names,
    has_cases,
    is_equal,
    is_protected,
    nearly_same,
    plain,
    same_cases,
)
from fokusbericht.statistics.secrecy.sums import Sum, found_sums


@dataclass(frozen=True, slots=True)
class Kin:
    """The indicators that must be looked at together, because one of them is protected."""

    groups: Mapping[str, tuple[str, ...]]
    """Those that count the same cases, by the name of the first; one alone is a group as well."""
    sums: tuple[Sum, ...]
    """Which groups are the parts of which, or of the base they share."""
    over: Mapping[str, tuple[str, ...]]
    """Indicators with the groups that they are a share, mean or total of."""
    subsets: tuple[tuple[str, str], ...] = ()
    """Groups with groups that they count some of: the cases of a share, and its base."""

    def members(self) -> frozenset[str]:
        """Return all indicators that are published with care."""
        grouped = (name for members in self.groups.values() for name in members)
        return frozenset({*grouped, *self.over})

    def group_of(self, name: str) -> str:
        """Return the group an indicator belongs to; nothing if to none."""
        found = (group for group, members in self.groups.items() if name in members)
        return next(found, "")


@query
def kin_of(report: Report) -> Kin:
    """Return what hangs together with protected indicators; nothing where there are none."""
    roots = [name for name, one in report.indikatoren.items() if is_protected(one)]
    if not roots:
        return Kin({}, (), {})
    heads = _heads(report, same_cases(report))
    groups: dict[str, list[str]] = defaultdict(list)
    for name, head in heads.items():
        groups[head].append(name)
    watched = frozenset(heads[name] for name in roots)
    sums = tuple(_sums(report, heads, groups, watched))
    kept = _reached(watched, sums)
    over = _gathered((*_over(report, heads, kept), *_beside(report, heads, kept)))
    totals = _gathered(_totals(report, heads, kept, over))
    subsets = tuple(_subsets(report, heads, groups, over))
    kept |= {few for few, _ in subsets}
    return Kin(
        {head: tuple(members) for head, members in groups.items() if head in kept},
        tuple(one for one in sums if one.names() <= kept),
        {name: tuple(sorted(of)) for name, of in (totals | over).items()},
        subsets,
    )


def _subsets(
    report: Report,
    heads: Mapping[str, str],
    groups: Mapping[str, Sequence[str]],
    over: Mapping[str, set[str]],
) -> Iterator[tuple[str, str]]:
    """Yield the cases of shares with the secret cases that they are a share of.

    A share alone is hidden where its base is; but a count of the same cases may stand there.
    """
    for name, bases in over.items():
        if report.indikatoren[name].art is Zahlart.ANTEIL and len(groups[heads[name]]) > 1:
            yield from ((heads[name], base) for base in sorted(bases))


def _gathered(pairs: Iterable[tuple[str, set[str]]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, heads in pairs:
        found.setdefault(name, set()).update(heads)
    return found


def _beside(
    report: Report, heads: Mapping[str, str], kept: Collection[str]
) -> Iterator[tuple[str, set[str]]]:
    """Yield indicators with groups of the same name that mostly count the same."""
    for name, other in nearly_same(report):
        if heads[name] != heads[other] and heads[name] in kept:
            yield other, {heads[name]}


def _heads(report: Report, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each indicator with cases the first one that counts the same."""
    heads = {name: name for name, one in report.indikatoren.items() if not one.ableitung}
    for one, other in pairs:
        low, high = sorted((heads[one], heads[other]))
        heads = {name: low if head == high else head for name, head in heads.items()}
    return heads


def _sums(
    report: Report,
    heads: Mapping[str, str],
    groups: Mapping[str, Sequence[str]],
    watched: frozenset[str],
) -> Iterator[Sum]:
    """Yield all sums that are declared, and those that are seen in the numbers."""
    declared = tuple(_declared_sums(report, heads))
    yield from declared
    counted = {
        head: group_cases(report, members)
        for head, members in groups.items()
        if has_cases(report.indikatoren[head])
    }
    yield from found_sums(counted, watched, declared, report.geografie.kommunen)


def group_cases(report: Report, members: Sequence[str]) -> Cases:
    """Return the cases that several indicators count together; the first that knows one tells it.

    What is hidden in one of them is to be hidden in all.
    """
    values: dict[AreaYear, float | None] = {}
    bases: dict[AreaYear, float] = {}
    slack: dict[AreaYear, float] = {}
    marked: set[AreaYear] = set()
    for name in members:
        cases = cases_of(report, name)
        marked |= cases.marked
        bases = {**cases.bases, **bases}
        slack = {**cases.slack, **slack}
        for place, value in cases.values.items():
            values[place] = value if values.get(place) is None else values[place]
    return Cases(values, bases, frozenset(marked), slack)


def _reached(watched: Iterable[str], sums: Iterable[Sum]) -> frozenset[str]:
    """Return the groups that hang together with watched ones by sums."""
    kept = set(watched)
    todo = list(sums)
    while near := [one for one in todo if one.names() & kept]:
        kept.update(*(one.names() for one in near))
        todo = [one for one in todo if one not in near]
    return frozenset(kept)


# --- Sums and bases -------------------------------------------------------------------------------


def _declared_sums(report: Report, heads: Mapping[str, str]) -> Iterator[Sum]:
    for name, one in report.indikatoren.items():
        for parts in one.bestandteile:
            names = [ref.key.name for ref in parts]
            if name in heads and all(part in heads for part in names):
                yield Sum(heads[name], tuple(heads[part] for part in names), is_declared=True)


def _over(
    report: Report, heads: Mapping[str, str], kept: Collection[str]
) -> Iterator[tuple[str, set[str]]]:
    """Yield indicators with those of some groups that count their base."""
    counted = [
        name for name, head in heads.items() if head in kept and has_cases(report.indikatoren[name])
    ]
    for name, one in report.indikatoren.items():
        if one.ableitung or one.art is Zahlart.ANZAHL:
            continue
        bases = {place: cell.nenner for place, cell in one.werte.items() if cell.nenner}
        found = {heads[other] for other in counted if _is_base(report, one, bases, other)}
        if found := found - {heads[name]}:
            yield name, found


def _is_base(
    report: Report, indikator: Indikator, bases: Mapping[AreaYear, float], other: str
) -> bool:
    if base_name(indikator) == other:
        return True
    if plain(indikator.nenner) in case_names(report.indikatoren[other]):
        return True
    return is_equal(bases, cases_of(report, other).values)


def _totals(
    report: Report, heads: Mapping[str, str], kept: Collection[str], over: Mapping[str, set[str]]
) -> Iterator[tuple[str, set[str]]]:
    """Yield counts that are what a protected mean divides: the euros of one person, say."""
    counts = [name for name in heads if report.indikatoren[name].art is Zahlart.ANZAHL]
    for name, head in heads.items():
        one = report.indikatoren[name]
        groups = over.get(name, set()) | ({head} & set(kept))
        if one.art not in AVERAGES or not groups:
            continue
        for other in counts:
            if heads[other] not in kept and _is_total(report, one, other):
                yield other, groups


def _is_total(report: Report, mean: Indikator, other: str) -> bool:
    """Say whether a count is what a mean divides: by name, by number, or number by weight."""
    count = report.indikatoren[other]
    if plain(mean.zaehler) in case_names(count):
        return True
    totals = cases_of(report, other).values
    parts = {place: cell.zaehler for place, cell in mean.werte.items()}
    return is_equal(parts, totals) or _is_product(report, mean, totals)


def _is_product(report: Report, mean: Indikator, totals: Mapping[AreaYear, float | None]) -> bool:
    """Say whether a bare mean times its weight is everywhere a total, as far as it is rounded."""
    persons = cases_of(report, mean.key.name).values
    half = 0.5 * 10**-mean.dezimalstellen
    found = [
        abs(cell.zahl * weight - total) <= half * weight + 0.5
        for place, cell in mean.werte.items()
        if cell.zahl is not None and (weight := persons.get(place)) and (total := totals.get(place))
    ]
    return len(found) >= ENOUGH and all(found)
