"""Indicators that stand beside each other: as one entry wherever figures are chosen or listed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
class Entry:
    """One figure of a theme, or a group of figures that stand beside each other."""

    title: str
    group: str  # its key; none of a figure that stands alone
    members: tuple[Member, ...]

    @property
    def is_important(self) -> bool:
        """Say whether it stands first among those of its theme."""
        return any(one.indikator.wichtig for one in self.members)


@query
def groups_by_indicator(report: Report) -> Mapping[str, Zahlengruppe]:
    """Return the group of each indicator that has one, by the indicator's name."""
    return {
        reihe.indikator.key.name: gruppe
        for gruppe in report.gruppen.values()
        for reihe in gruppe.reihen
    }


@query
def entries(report: Report, theme: str) -> tuple[Entry, ...]:
    """Return the entries of a theme: the telling ones first, each half by title."""
    found = _entries(report, theme)
    return tuple(sorted(found, key=lambda one: (not one.is_important, alphabetical(one.title))))


def _entries(report: Report, theme: str) -> Iterator[Entry]:
    groups, seen = groups_by_indicator(report), set()
    for name, one in report.indikatoren.items():
        if one.thema.key.name != theme:
            continue
        group = groups.get(name)
        if group is None:
            yield Entry(one.titel, "", (Member(one, one.titel),))
        elif group.name not in seen:
            seen.add(group.name)
            reihen = ((report.indikatoren[r.indikator.key.name], r.name) for r in group.reihen)
            yield Entry(group.titel, group.name, tuple(Member(*pair) for pair in reihen))
