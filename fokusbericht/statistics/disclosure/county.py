"""Indicators of a county that are published together, as cells and relations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from fokusbericht.statistics.disclosure.cells import CountCell, KnownSum, Rule
from fokusbericht.statistics.disclosure.series import AreaYear, CaseSeries, Groups, cell_id
from fokusbericht.statistics.disclosure.table import SummedSeries, gap

Sums = Iterable[tuple[str, Sequence[str]]]  # a whole and its parts; "" is the base of the parts


@dataclass(frozen=True, slots=True)
class Publication:
    """All that is published, for `suppress` and `audit`; `places` tells the series of a cell."""

    cells: tuple[CountCell, ...]
    relations: tuple[KnownSum, ...]
    rules: Mapping[str, Rule]
    places: Mapping[str, tuple[str, AreaYear]]


def publication(
    series: Iterable[CaseSeries],
    groups: Groups,
    sums: Sums = (),
    subsets: Iterable[tuple[str, str]] = (),
) -> Publication:
    """Return the cells and relations of series that are published together.

    `groups` are the rooms with their Kommunen and the county with its rooms; `sums` are the
    series that are a whole, with their parts, once for each breakdown; `subsets` are series that
    count some of the cases of another.
    """
    tables = {each.name: SummedSeries(each, groups) for each in series}
    cells = [cell for table in tables.values() for cell in table.cells()]
    relations = [relation for table in tables.values() for relation in table.relations()]
    for whole, parts in sums:
        relations += _part_relations(tables, whole, parts)
    for few, many in subsets:
        relations += _subset_relations(tables[few], tables[many])
    rules = {name: rule for table in tables.values() for name, rule in table.rules()}
    places = {
        cell_id(name, place): (name, place)
        for name, table in tables.items()
        for place in table.values
    }
    return Publication(tuple(cells), tuple(relations), rules, places)


def _part_relations(
    tables: Mapping[str, SummedSeries], whole: str, parts: Sequence[str]
) -> Iterator[KnownSum]:
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
            yield KnownSum((*plus, *minus), gap(first.values[place], found))
        elif (base := first.bases.get(place)) is not None:
            yield KnownSum(minus, gap(base, found) - base)


def _subset_relations(few: SummedSeries, many: SummedSeries) -> Iterator[KnownSum]:
    """Yield that some are no more than all, where that is so."""
    for place, value in few.values.items():
        all_cases = many.values.get(place)
        if value is None or all_cases is None or value <= all_cases:
            names = cell_id(many.series.name, place), cell_id(few.series.name, place)
            if place in many.values:
                yield KnownSum(((names[0], 1.0), (names[1], -1.0)), 0, (0, inf))
