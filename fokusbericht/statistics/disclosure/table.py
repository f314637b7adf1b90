"""A series as cells and relations: its figures, their sums over areas, the rests of shares."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil, floor, inf

from fokusbericht.statistics.disclosure.cells import CountCell, KnownSum, Rule, Status
from fokusbericht.statistics.disclosure.series import (
    AreaYear,
    CaseSeries,
    Groups,
    View,
    cell_id,
    rest_id,
)
from fokusbericht.statistics.rounding import shown

ROUNDING = 1e-9  # relative error of binary fractions
EQUAL = 0.1  # by so much the largest place costs more than the smallest: first, few are hidden


class SummedSeries:
    """A series with its sums over areas."""

    def __init__(self, series: CaseSeries, groups: Groups) -> None:
        self.series = series
        self.groups = groups
        self.years = sorted({year for _, year in (*series.values, *series.marked)})
        self.bottom_up = tuple(_bottom_up(groups))
        self.values = self._with_sums({**dict.fromkeys(series.marked), **series.values})
        self.bases = self._with_sums(dict(self._of_years(series.bases)))
        self.views = [self._closed(view) for view in self._views()]
        numbers = (float(value or 0) for value in self.values.values())
        self.whole = series.is_whole and all(number.is_integer() for number in numbers)
        inside = {member for members in groups.values() for member in members}
        self.tops = frozenset(groups) - inside
        self.costs = _costs(series.sizes, self.bottom_up, groups)

    def _of_years(self, numbers: Mapping[AreaYear, float]) -> Iterator[tuple[AreaYear, float]]:
        return ((place, number) for place, number in numbers.items() if place[1] in self.years)

    def _views(self) -> Sequence[View]:
        one = self.series
        return one.views or (
            View(
                self.values.keys(),
                self.bases_known(),
                one.per,
                one.digits,
                within=one.within_base,
                rest_below=one.rest_below,
            ),
        )

    def bases_known(self) -> dict[AreaYear, float]:
        """Return the bases that are known, with their sums."""
        return {place: base for place, base in self.bases.items() if base is not None}

    def _closed(self, view: View) -> View:
        """Return a view with the sums that it shows."""
        places = set(view.places) | view.figures.keys()
        # Shares that cannot be added up have no figures of rooms.
        for area in self.bottom_up if not view.figures else ():
            members = self.groups[area]
            years = (y for y in self.years if all((one, y) in places for one in members))
            places.update((area, year) for year in years)
        bases = self._with_sums(dict(self._of_years(view.bases)))
        return replace(view, places=places, bases={p: b for p, b in bases.items() if b is not None})

    def _with_sums(self, values: dict[AreaYear, float | None]) -> dict[AreaYear, float | None]:
        """Add the sums that are not given; a sum with an unknown part is unknown."""
        for area in self.bottom_up:
            for year in self.years:
                places = [(member, year) for member in self.groups[area]]
                if not any(place in values for place in places):
                    continue
                parts = [values.setdefault(place, None) for place in places]
                known = [part for part in parts if part is not None]
                if values.get((area, year)) is None:
                    values[area, year] = sum(known) if len(known) == len(parts) else None
        return values

    def cells(self) -> Iterator[CountCell]:
        """Yield the figures, and the rests of shares that are secret, too."""
        for place, value in self.values.items():
            bases = [base for view in self.views if view.within if (base := view.bases.get(place))]
            most = min((base for base in bases if (value or 0) <= base), default=inf)
            upper = min(most, self.series.marked.get(place, inf))
            cell = cell_id(self.series.name, place)
            yield CountCell(
                cell,
                value,
                cost=self.costs.get(place[0]),
                status=self._status(place),
                upper=upper,
                seen=self._seen(place, value),
                whole=self.whole,
            )
            for rest, base in self._rests(place):
                whole = self.whole and float(base).is_integer()
                yield CountCell(
                    rest, base - (value or 0), status=Status.ABSENT, upper=base, whole=whole
                )

    def _rests(self, place: AreaYear) -> Iterator[tuple[str, float]]:
        """Yield the cells of those who are no cases, each with its base, where they are secret."""
        value = self.values[place]
        bases = {
            base: None
            for view in self.views
            if value is not None and value <= (base := view.bases.get(place, -1.0))
            if base < view.rest_below
        }
        for number, base in enumerate(bases):
            yield rest_id(cell_id(self.series.name, place), number), base

    def _status(self, place: AreaYear) -> Status:
        if place in self.series.marked:
            return Status.SECRET
        if place[0] in self.series.unpublished:
            return Status.ABSENT
        if place in self.series.known:
            return Status.PUBLIC
        if not any(place in view.places for view in self.views):
            return Status.ABSENT
        return Status.KEPT if place[0] in self.tops else Status.OPEN

    def _seen(self, place: AreaYear, value: float | None) -> tuple[float, float] | None:
        """Return what can be learnt of the cases where all indicators that count them are shown."""
        low, high = -inf, inf
        for view in self.views:
            if value is None or place not in view.places:
                continue
            base = view.bases.get(place)
            if view.digits is None or not base:
                return None
            share = view.figures.get(place, value / base * view.per)
            if self.series.is_exact:
                found = numerators(value, share, base, view.per, view.digits, self.whole)
            else:
                found = _around(share, base / view.per, view.digits)
            low, high = max(low, found[0]), min(high, found[1])
        return (low, high) if low > -inf else None

    def relations(self) -> Iterator[KnownSum]:
        """Yield that areas add up, that rests complete shares, and published changes."""
        name = self.series.name
        for area, members in self.groups.items():
            for year in self.years:
                places = [(member, year) for member in members]
                if all(place in self.values for place in places):
                    yield self._sum((area, year), places)
        for area, year, base_year in self.series.changes:
            now, before = self.values[area, year], self.values[area, base_year]
            if now is not None and before is not None:
                terms = ((cell_id(name, (area, year)), 1), (cell_id(name, (area, base_year)), -1))
                yield KnownSum(terms, now - before)
        for place in self.values:
            for rest, base in self._rests(place):
                yield KnownSum(((cell_id(name, place), 1), (rest, 1)), base)

    def _sum(self, total: AreaYear, members: Sequence[AreaYear]) -> KnownSum:
        name = self.series.name
        terms = ((cell_id(name, total), 1.0), *((cell_id(name, each), -1.0) for each in members))
        parts = [self.values[each] for each in members]
        off = gap(self.values[total], parts) if self.series.is_exact else 0.0
        return KnownSum(terms, off)

    def rules(self) -> Iterator[tuple[str, Rule]]:
        """Yield the rule of each cell."""
        for place in self.values:
            cell = cell_id(self.series.name, place)
            yield cell, self.series.rule
            for rest, _ in self._rests(place):
                yield rest, replace(self.series.rule, zero_is_secret=True)


def _costs(
    sizes: Mapping[str, float], bottom_up: Iterable[str], groups: Groups
) -> dict[str, float]:
    """Return what it costs to hide a figure of each area: all nearly the same."""
    known = dict(sizes)
    for area in bottom_up if sizes else ():
        known[area] = sum(known.get(member, 0.0) for member in groups[area])
    ordered = sorted(known, key=lambda area: (known[area], area))
    return {area: 1 + EQUAL * rank / len(ordered) for rank, area in enumerate(ordered)}


def _bottom_up(groups: Groups) -> Iterator[str]:
    """Yield areas after all their members."""
    done: dict[str, None] = {}

    def visit(area: str) -> None:
        if area in groups and area not in done:
            for member in groups[area]:
                visit(member)
            done[area] = None

    for area in groups:
        visit(area)
    yield from done


def gap(total: float | None, parts: Sequence[float | None]) -> float:
    """Return by how much an official total differs from the sum of its parts.

    An attacker may know it from a year in which nothing was secret, so it is taken as known.
    """
    known = [part for part in parts if part is not None]
    return 0.0 if total is None or len(known) < len(parts) else total - sum(known)


def _around(share: float, base: float, digits: int) -> tuple[float, float]:
    """Return which numerators a rounded share leaves possible, ends included."""
    half = 0.5 * 10**-digits + ROUNDING
    return (share - half) * base, (share + half) * base


def numerators(
    value: float, share: float, base: float, per: float, digits: int, whole: bool = True
) -> tuple[float, float]:
    """Return which numerators a rounded share leaves possible, for all who know its base.

    5 of 300 are 1.7 % to one decimal place, as nothing else is; to none they are 2 %, as are
    numerators from 5 to 7. The true value is always one of them:

    >>> numerators(5, 5 / 3, 300, 100, 1), numerators(5, 5 / 3, 300, 100, 0)
    ((5, 5), (5, 7))
    """
    seen, half = shown(share, digits), 0.5 * 10**-digits
    low, high = ((seen + side) * base / per for side in (-half, half))
    if whole:
        # A tie belongs to one side only, and we don't know to which: the attacker may.
        low, high = floor(low + ROUNDING * base) + 1, ceil(high - ROUNDING * base) - 1
    return min(low, value), max(high, value)
