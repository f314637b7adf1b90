"""The cases behind indicators, and how indicators show them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from fokusbericht.statistics.disclosure.cells import Rule

PERSONS = Rule()

AreaYear = tuple[str, int]  # area, year
Groups = Mapping[str, Sequence[str]]  # area → the areas it consists of


@dataclass(frozen=True, slots=True)
class View:
    """How an indicator shows cases: as they are, or as a rounded share of a base."""

    places: Collection[AreaYear]
    """Where it has figures; a sum is shown where all its parts are."""
    bases: Mapping[AreaYear, float] = field(default_factory=dict)
    per: float = 100
    digits: int | None = None
    figures: Mapping[AreaYear, float] = field(default_factory=dict)
    """The shares themselves, where they are not just the quotient of cases and base."""
    within: bool = True
    """Whether there can be no more cases than the base."""
    rest_below: float = 0
    """Below which base the rest is as secret as the cases: "39 of 40", and "40 of 40" as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSeries:
    """The cases behind an indicator: counts, or the numerators of shares, rates and means."""

    name: str
    values: Mapping[AreaYear, float | None]
    """Cases by area and year; sums over `groups` are made where they are not given.

    None or nothing means that readers don't know it, either; where there is nobody, it is 0.
    """
    rule: Rule = PERSONS
    bases: Mapping[AreaYear, float] = field(default_factory=dict)
    """Denominators, known to all; sums over `groups` are made where they are not given."""
    per: float = 100
    """What a published share or rate is multiplied by: 100 for percent."""
    digits: int | None = None
    """Decimal places of the published share; None when cases are published as they are."""
    views: Sequence[View] = ()
    """How several indicators show these cases; without them, one does, everywhere."""
    within_base: bool = True
    """Whether there can be no more cases than the base, where there are no views."""
    rest_below: float = 0
    """Below which base the rest is as secret as the cases, where there are no views."""
    marked: Mapping[AreaYear, float] = field(default_factory=dict)
    """Figures secret at the source, with the greatest possible value (3 for "under 4", or inf)."""
    known: Collection[AreaYear] = ()
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


def cell_id(name: str, place: AreaYear) -> str:
    """Return the id of a series' figure.

    >>> cell_id("leistungen", ("01056015", 2024))
    'leistungen|01056015|2024'
    """
    return f"{name}|{place[0]}|{place[1]}"


def rest_id(cell: str, number: int) -> str:
    """Return the id of those in a base who are no cases; a figure may have several bases."""
    return f"{cell}|rest{number}"


def figure_id(cell: str) -> str:
    """Return the id of the figure that a cell belongs to, also that of a rest.

    >>> figure_id(rest_id("leistungen|01056015|2024", 0))
    'leistungen|01056015|2024'
    """
    return cell.partition("|rest")[0]
