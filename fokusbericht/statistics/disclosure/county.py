"""Indicators of a county as cells and relations, and what of them must be hidden."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil, floor, inf

from fokusbericht.statistics.disclosure.cells import (
    Cell,
    Leak,
    Relation,
    Rule,
    Status,
)
from fokusbericht.statistics.disclosure.suppression import suppress
from fokusbericht.statistics.rounding import shown

PERSONS = Rule()
ROUNDING = 1e-9  # relative error of binary fractions

Place = tuple[str, int]  # area, year
Groups = Mapping[str, Sequence[str]]  # area → the areas it consists of
Sums = Iterable[tuple[str, Sequence[str]]]  # a whole and its parts; "" is the base of the parts

EQUAL = 0.1  # by so much the largest place costs more than the smallest: first, few are hidden


@dataclass(frozen=True, slots=True)
class View:
    """How an indicator shows cases: as they are, or as a rounded share of a base."""

    places: Collection[Place]
    """Where it has figures; a sum is shown where all its parts are."""
    bases: Mapping[Place, float] = field(default_factory=dict)
    per: float = 100
    digits: int | None = None
    figures: Mapping[Place, float] = field(default_factory=dict)
    """The shares themselves, where they are not just the quotient of cases and base."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The cases behind an indicator: counts, or the numerators of shares, rates and means."""

    name: str
    values: Mapping[Place, float | None]
    """Cases by area and year; sums over `groups` are made where they are not given.

    None or nothing means that readers don't know it, either; where there is nobody, it is 0.
    """
    rule: Rule = PERSONS
    bases: Mapping[Place, float] = field(default_factory=dict)
    """Denominators, known to all; sums over `groups` are made where they are not given."""
    per: float = 100
    """What a published share or rate is multiplied by: 100 for percent."""
    digits: int | None = None
    """Decimal places of the published share; None when cases are published as they are."""
    views: Sequence[View] = ()
    """How several indicators show these cases; without them, one does, everywhere."""
    within_base: bool = True
    """Whether there can be no more cases than the base."""
    rest_below: float = 0
    """Below which base the rest is as secret as the cases: "39 of 40", and "40 of 40" as well."""
    marked: Mapping[Place, float] = field(default_factory=dict)
    """Figures secret at the source, with the greatest possible value (3 for "under 4", or inf)."""
    known: Collection[Place] = ()
    """Figures that others publish: they cannot be hidden."""
    unpublished: Collection[str] = ()
    """Areas whose figures are not published."""
    changes: Collection[tuple[str, int, int]] = ()
    """Area, year and base year of differences that are published even if a figure is hidden."""
    is_exact: bool = True
    """Whether values are true; else they are the likeliest behind published shares, and sums of
    them prove nothing."""
    is_whole: bool = True
    """Whether only whole numbers are possible, as far as the values are."""
    sizes: Mapping[str, float] = field(default_factory=dict)
    """How large areas are, as all know. With them, as few figures as possible are hidden, small
    places before large ones, and what is hidden tells nothing about its number. Without them, small
    numbers go before large ones."""


@dataclass(frozen=True, slots=True)
class Publication:
    """All that is published, for `suppress` and `audit`; `places` tells the series of a cell."""

    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...]
    rules: Mapping[str, Rule]
    places: Mapping[str, tuple[str, Place]]


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must be hidden, by series; `findings` are figures that hiding cannot protect."""

    primary: Mapping[str, frozenset[Place]]
    secondary: Mapping[str, frozenset[Place]]
    findings: tuple[Leak, ...] = ()

    def hidden(self, name: str) -> frozenset[Place]:
        """Return all that must be hidden of a series."""
        return self.primary[name] | self.secondary[name]


def secret_cells(series: Iterable[Series], groups: Groups, sums: Sums = ()) -> Secrets:
    """Return what must be hidden of series that are published together.

    `groups` are the rooms with their Kommunen and the county with its rooms; `sums` are the
    series that are a whole, with their parts, once for each breakdown.

    >>> cases = Series(name="f", values={("a", 2024): 2, ("b", 2024): 9, ("c", 2024): 30})
    >>> found = secret_cells([cases], {"kreis": ("a", "b", "c")})
    >>> sorted(found.primary["f"]), sorted(found.secondary["f"])
    ([('a', 2024)], [('b', 2024)])
    """
    all_series = tuple(series)
    published = publication(all_series, groups, sums)
    found = suppress(published.cells, published.relations, published.rules)
    names = [each.name for each in all_series]
    return Secrets(
        _by_series(names, found.primary, published),
        _by_series(names, found.secondary, published),
        found.findings,
    )


def _by_series(
    names: Sequence[str], cells: Iterable[str], published: Publication
) -> dict[str, frozenset[Place]]:
    found: dict[str, set[Place]] = {name: set() for name in names}
    for cell in cells:
        if cell in published.places:
            name, place = published.places[cell]
            found[name].add(place)
    return {name: frozenset(places) for name, places in found.items()}


def cell_id(name: str, place: Place) -> str:
    """Return the id of a series' figure.

    >>> cell_id("leistungen", ("01056015", 2024))
    'leistungen|01056015|2024'
    """
    return f"{name}|{place[0]}|{place[1]}"


def publication(series: Iterable[Series], groups: Groups, sums: Sums = ()) -> Publication:
    """Return the cells and relations of series that are published together."""
    tables = {each.name: _Table(each, groups) for each in series}
    cells = [cell for table in tables.values() for cell in table.cells()]
    relations = [relation for table in tables.values() for relation in table.relations()]
    for whole, parts in sums:
        relations += _part_relations(tables, whole, parts)
    rules = {name: rule for table in tables.values() for name, rule in table.rules()}
    places = {
        cell_id(name, place): (name, place)
        for name, table in tables.items()
        for place in table.values
    }
    return Publication(tuple(cells), tuple(relations), rules, places)


class _Table:
    """A series with its sums over areas."""

    def __init__(self, series: Series, groups: Groups) -> None:
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

    def _of_years(self, numbers: Mapping[Place, float]) -> Iterator[tuple[Place, float]]:
        return ((place, number) for place, number in numbers.items() if place[1] in self.years)

    def _views(self) -> Sequence[View]:
        one = self.series
        return one.views or (View(self.values.keys(), self.bases_known(), one.per, one.digits),)

    def bases_known(self) -> dict[Place, float]:
        """Return the bases that are known, with their sums."""
        return {place: base for place, base in self.bases.items() if base is not None}

    def _closed(self, view: View) -> View:
        """Return a view with the sums that it shows."""
        places = set(view.places)
        for area in self.bottom_up:
            members = self.groups[area]
            years = (y for y in self.years if all((one, y) in places for one in members))
            places.update((area, year) for year in years)
        bases = self._with_sums(dict(self._of_years(view.bases)))
        return replace(view, places=places, bases={p: b for p, b in bases.items() if b is not None})

    def _with_sums(self, values: dict[Place, float | None]) -> dict[Place, float | None]:
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

    def cells(self) -> Iterator[Cell]:
        """Yield the figures, and the rests of shares that are secret, too."""
        for place, value in self.values.items():
            base = self.bases.get(place)
            is_bounded = base is not None and self.series.within_base and (value or 0) <= base
            upper = min(base if is_bounded and base is not None else inf, self._mark(place))
            cell = cell_id(self.series.name, place)
            yield Cell(
                cell,
                value,
                cost=self.costs.get(place[0]),
                status=self._status(place),
                upper=upper,
                seen=self._seen(place, value),
                whole=self.whole,
            )
            if (rest := self._rest_of(place)) is not None:
                whole = self.whole and float(base or 0).is_integer()
                yield Cell(_rest(cell), rest, status=Status.ABSENT, upper=base or 0.0, whole=whole)

    def _rest_of(self, place: Place) -> float | None:
        """Return how many of a base are no cases, where that is to be protected."""
        value, base = self.values[place], self.bases.get(place)
        if value is None or base is None or not value <= base < self.series.rest_below:
            return None
        return base - value

    def _mark(self, place: Place) -> float:
        return self.series.marked.get(place, inf)

    def _status(self, place: Place) -> Status:
        if place in self.series.marked:
            return Status.SECRET
        if place[0] in self.series.unpublished:
            return Status.ABSENT
        if place in self.series.known:
            return Status.PUBLIC
        if not any(place in view.places for view in self.views):
            return Status.ABSENT
        return Status.KEPT if place[0] in self.tops else Status.OPEN

    def _seen(self, place: Place, value: float | None) -> tuple[float, float] | None:
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

    def relations(self) -> Iterator[Relation]:
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
                yield Relation(terms, now - before)
        for place in self.values:
            if self._rest_of(place) is not None:
                cell = cell_id(name, place)
                yield Relation(((cell, 1), (_rest(cell), 1)), self.bases[place] or 0.0)

    def _sum(self, total: Place, members: Sequence[Place]) -> Relation:
        name = self.series.name
        terms = ((cell_id(name, total), 1.0), *((cell_id(name, each), -1.0) for each in members))
        gap = _gap(self.values[total], [self.values[each] for each in members])
        return Relation(terms, gap if self.series.is_exact else 0.0)

    def rules(self) -> Iterator[tuple[str, Rule]]:
        """Yield the rule of each cell."""
        for place in self.values:
            cell = cell_id(self.series.name, place)
            yield cell, self.series.rule
            if self._rest_of(place) is not None:
                yield _rest(cell), replace(self.series.rule, zero_is_secret=True)


def _costs(
    sizes: Mapping[str, float], bottom_up: Iterable[str], groups: Groups
) -> dict[str, float]:
    """Return what it costs to hide a figure of each area: all nearly the same."""
    known = dict(sizes)
    for area in bottom_up if sizes else ():
        known[area] = sum(known.get(member, 0.0) for member in groups[area])
    ordered = sorted(known, key=lambda area: (known[area], area))
    return {area: 1 + EQUAL * rank / len(ordered) for rank, area in enumerate(ordered)}


def _rest(cell: str) -> str:
    return f"{cell}|rest"


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


def _gap(total: float | None, parts: Sequence[float | None]) -> float:
    """Return by how much an official total differs from the sum of its parts.

    An attacker may know it from a year in which nothing was secret, so it is taken as known.
    """
    known = [part for part in parts if part is not None]
    return 0.0 if total is None or len(known) < len(parts) else total - sum(known)


def _part_relations(
    tables: Mapping[str, _Table], whole: str, parts: Sequence[str]
) -> Iterator[Relation]:
    """Yield that parts add up to a whole, or to their base, wherever all of them have figures."""
    first = tables[whole or parts[0]]
    for place in first.values:
        if not all(place in tables[part].values for part in parts):
            continue
        is_exact = all(tables[name].series.is_exact for name in (*parts, whole or parts[0]))
        found = [tables[part].values[place] if is_exact else None for part in parts]
        minus = tuple((cell_id(part, place), -1.0) for part in parts)
        if whole:
            plus = ((cell_id(whole, place), 1.0),)
            yield Relation((*plus, *minus), _gap(first.values[place], found))
        elif (base := first.bases.get(place)) is not None:
            yield Relation(minus, _gap(base, found) - base)


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
