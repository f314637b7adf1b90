"""Indicators that stand beside each other: as one entry wherever figures are chosen or listed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from fokusbericht.model.base import Key
from fokusbericht.model.figures import Indikator, Zahlengruppe
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.words.german import alphabetical


@dataclass(frozen=True, slots=True)
class Member:
    """An indicator of an entry; `name` tells it from the others beside it."""

    indikator: Indikator
    name: str


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One figure of a theme, or a group of figures that stand beside each other."""

    title: str
    group: str  # its key; none of a figure that stands alone
    members: tuple[Member, ...]

    @property
    def is_important(self) -> bool:
        """Say whether it stands first among those of its theme."""
        return any(one.indikator.wichtig for one in self.members)

    @property
    def first(self) -> Indikator:
        """Return the figure that leads: the first of a group."""
        return self.members[0].indikator

    @property
    def names(self) -> str:
        """Return what its series are called: "unter 3 · 3 bis 5"; nothing of a figure alone."""
        return " · ".join(one.name for one in self.members) if self.group else ""


@query
def groups_by_indicator(report: Report) -> Mapping[str, Zahlengruppe]:
    """Return the group of each indicator that has one, by the indicator's name."""
    return {
        reihe.indikator.key.name: gruppe
        for gruppe in report.gruppen.values()
        for reihe in gruppe.reihen
    }


@query
def entries(report: Report, theme: str) -> tuple[ListEntry, ...]:
    """Return the entries of a theme: the telling ones first, each half by title."""
    return _sorted(_entries(report, theme))


def entries_with(
    report: Report, theme: str, is_kept: Callable[[Indikator], bool]
) -> tuple[ListEntry, ...]:
    """Return the entries of a theme with some of their figures; of one left there is no group."""
    return _sorted(left for one in entries(report, theme) if (left := _only(one, is_kept)))


def _only(entry: ListEntry, is_kept: Callable[[Indikator], bool]) -> ListEntry | None:
    members = tuple(one for one in entry.members if is_kept(one.indikator))
    if len(members) > 1 or not members:
        return replace(entry, members=members) if members else None
    return _alone(members[0].indikator)


def _sorted(found: Iterable[ListEntry]) -> tuple[ListEntry, ...]:
    return tuple(sorted(found, key=lambda one: (not one.is_important, alphabetical(one.title))))


@query
def listed_figures(report: Report) -> tuple[Key, ...]:
    """Return all indicators in the order of all lists: by theme and entry, groups together."""
    return tuple(
        member.indikator.key
        for theme in report.themen
        for entry in entries(report, theme)
        for member in entry.members
    )


@query
def entry_of(report: Report, name: str) -> ListEntry:
    """Return the entry in which an indicator stands."""
    theme = report.indikatoren[name].thema.key.name
    return next(one for one in entries(report, theme) if _holds(one, name))


def _holds(entry: ListEntry, name: str) -> bool:
    return any(one.indikator.key.name == name for one in entry.members)


def once(report: Report, keys: Iterable[Key]) -> Iterator[Key]:
    """Yield indicators in their order, of each group the first: doubles tell the same."""
    groups, seen = groups_by_indicator(report), set()
    for key in keys:
        group = groups.get(key.name)
        if group is None or group.name not in seen:
            yield key
        if group is not None:
            seen.add(group.name)


def _entries(report: Report, theme: str) -> Iterator[ListEntry]:
    groups, seen = groups_by_indicator(report), set()
    for name, one in report.indikatoren.items():
        if one.thema.key.name != theme:
            continue
        group = groups.get(name)
        if group is None:
            yield _alone(one)
        elif group.name not in seen:
            seen.add(group.name)
            reihen = ((report.indikatoren[r.indikator.key.name], r.name) for r in group.reihen)
            yield ListEntry(group.titel, group.name, tuple(Member(*pair) for pair in reihen))


def _alone(indikator: Indikator) -> ListEntry:
    return ListEntry(indikator.titel, "", (Member(indikator, indikator.titel),))
