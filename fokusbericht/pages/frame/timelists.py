"""Lists in time: newest first, under the headings of their years."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from fokusbericht.model.base import PartialDate, Thing
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.text.formatting import format_date
from fokusbericht.views import EXAMPLE, Link, TimelineEntry

T = TypeVar("T", bound=Thing)

TEMPLATE = "frame/zeitliste.html"


@dataclass(frozen=True, slots=True)
class YearGroup:
    """What happened in one year."""

    id: str
    title: str
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True)
class TimeListView:
    """A page that lists things by their dates."""

    lead: str
    count: str
    groups: tuple[YearGroup, ...]
    more: Link | None = None
    note: str = ""
    examples: tuple[TimelineEntry, ...] = ()  # what is made up: folded, not counted


def dated_entry(report: Report, thing: Thing, day: PartialDate, note: str = "") -> TimelineEntry:
    """Return a thing as an entry of a list: its date, its title as a link, its short text."""
    date = " · ".join(part for part in (format_date(day), note) if part)
    badge = EXAMPLE if thing.beispiel else ""
    return TimelineEntry(date, "", thing.kurz, link_to(report, thing.key), badge)


def year_groups(entries: Iterable[tuple[PartialDate, TimelineEntry]]) -> tuple[YearGroup, ...]:
    """Return entries under the headings of their years, newest first."""
    ordered = _newest_first(entries)
    return tuple(
        YearGroup(f"jahr-{year}", str(year), tuple(entry for _, entry in group))
        for year, group in groupby(ordered, key=lambda one: one[0].year)
    )


def undivided(
    entries: Iterable[tuple[PartialDate, TimelineEntry]],
) -> tuple[TimelineEntry, ...]:
    """Return entries newest first, without headings."""
    return tuple(entry for _, entry in _newest_first(entries))


def parted(things: Iterable[T]) -> tuple[list[T], list[T]]:
    """Return what is real, which counts, and the examples, which stand apart."""
    everything = list(things)
    real = [one for one in everything if not one.beispiel]
    return real, [one for one in everything if one.beispiel]


def _newest_first(
    entries: Iterable[tuple[PartialDate, TimelineEntry]],
) -> list[tuple[PartialDate, TimelineEntry]]:
    return sorted(entries, key=lambda one: (_newest(one[0]), _href(one[1])))


def _newest(day: PartialDate) -> int:
    return -day.latest().toordinal()


def _href(entry: TimelineEntry) -> str:
    return entry.link.href if entry.link else ""
