"""/fokusgruppen/<gruppe>/: a group, its fields, its meetings and what it recommended."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.model.base import Key, Quelle
from fokusbericht.model.planning import Fokusgruppe, Gruppenart
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.facets import (
    ALL,
    FELD,
    GRUPPE,
    Value,
    matching,
    url_of_value,
)
from fokusbericht.pages.frame.asides import LinkGroup, filled, keys_of, link_group
from fokusbericht.pages.frame.links import link_to, neighbours
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.frame.texts import body_view
from fokusbericht.pages.planung.calendars import calendar_of_group
from fokusbericht.pages.planung.group_pictures import evidence, meetings_of
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Fact, Link, ProseView, RecommendationRow
from fokusbericht.words import phrases
from fokusbericht.words.names import GRUPPENARTEN, TERMINARTEN
from fokusbericht.words.progress import rows_of

TEMPLATE = "planung/fokusgruppe.html"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the group and what came of it."""

    date: str
    link: Link
    text: str
    results: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FokusgruppeView:
    """A focus group or other working structure."""

    lead: str
    facts: tuple[Fact, ...]
    aside: tuple[LinkGroup, ...]
    body: ProseView
    found: str
    everything: Link | None
    rows: tuple[RecommendationRow, ...]
    elsewhere: tuple[Link, ...]  # where to look for a group of which none is known
    meetings: tuple[Meeting, ...]
    calendar: Link | None
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan all groups."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    ordered = sorted(report.fokusgruppen.values(), key=lambda one: (one.titel, one.key))
    keys = tuple(group.key for group in ordered)
    for group in ordered:
        yield Batch(group.key.name, partial(_plan_group, report, group, keys))


def _plan_group(report: Report, group: Fokusgruppe, keys: tuple[Key, ...]) -> Iterator[Output]:
    before, after = neighbours(report, keys, group.key)
    page = thing_page(
        report,
        group,
        parents=[("Fokusgruppen", "/fokusgruppen/")],
        previous=before,
        following=after,
        styles=("felder.css",),
    )
    calendar = calendar_of_group(report, group)
    yield page_output(report, TEMPLATE, page, _view(report, group, calendar), group.place)
    yield from [calendar] if calendar else []


def _view(report: Report, group: Fokusgruppe, calendar: Output | None) -> FokusgruppeView:
    own = [one for one in report.empfehlungen.values() if group.key in keys_of(one.fokusgruppen)]
    fields = link_group(report, "Handlungsfelder", keys_of(group.handlungsfelder))
    return FokusgruppeView(
        lead=group.kurz,
        facts=tuple(_facts(report, group)),
        aside=filled([fields]),
        body=body_view(report, group),
        found=phrases.empfehlungen(sum(not one.beispiel for one in own)),
        everything=_everything(group) if own else None,
        rows=rows_of(report, own),
        elsewhere=() if own else _elsewhere(report, group),
        meetings=tuple(_meetings(report, group)),
        calendar=Link("Als Kalender (ICS)", f"/{calendar.path}") if calendar else None,
        sources=group.quellen,
    )


def _everything(group: Fokusgruppe) -> Link:
    address = url_of_value(GRUPPE, Value(group.key.name, "", ""))
    return Link("Als Liste mit Filtern", address)


def _elsewhere(report: Report, group: Fokusgruppe) -> tuple[Link, ...]:
    """Return lists of what is recommended in the fields of a group that should recommend."""
    if group.art is not Gruppenart.FOKUSGRUPPE:
        return ()
    return tuple(_lists(report, group)) or (Link("Alle Empfehlungen", ALL),)


def _lists(report: Report, group: Fokusgruppe) -> Iterator[Link]:
    for key in keys_of(group.handlungsfelder):
        value, title = Value(key.name, "", ""), report.titles[key]
        real = sum(not one.beispiel for one in matching(report, FELD, value))
        if real:
            address = url_of_value(FELD, value)
            yield Link(f"Handlungsfeld {title}", address, phrases.empfehlungen(real))


def _facts(report: Report, group: Fokusgruppe) -> Iterator[Fact]:
    yield Fact("Art", GRUPPENARTEN[group.art])
    time = phrases.span(group.seit, group.bis)
    if time:
        yield Fact("Zeit", time)
    if group.einrichtungen:
        yield Fact("Wer dabei ist", ", ".join(group.einrichtungen))
    known = evidence(report, group)
    if known and group.bis is None:
        yield Fact("Zuletzt belegt", format_date(known[-1]))


def _meetings(report: Report, group: Fokusgruppe) -> Iterator[Meeting]:
    for termin in reversed(meetings_of(report, group)):
        date = f"{format_date(termin.datum)} · {TERMINARTEN[termin.art]}"
        yield Meeting(date, link_to(report, termin.key), termin.kurz, termin.ergebnisse)
