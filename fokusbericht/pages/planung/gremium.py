"""/gremien/<gremium>/: a political body, what lies before it and what it has dealt with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.charts.drawn.lane import LaneAxis
from fokusbericht.model.base import Kind, PartialDate, Quelle
from fokusbericht.model.planning import Gremium
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.frame.texts import body_view
from fokusbericht.pages.frame.timelists import YearGroup, year_groups
from fokusbericht.pages.planung.calendars import calendar_of_body
from fokusbericht.pages.planung.consultation import (
    Pending,
    Session,
    ordered_bodies,
    pending_at,
    sessions,
)
from fokusbericht.pages.planung.following import followed
from fokusbericht.pages.planung.following_rows import (
    FollowedRow,
    LegendSign,
    legend_of,
    row_of_followed,
    shared_axis,
)
from fokusbericht.pages.planung.sitzungsblatt import has_sheet, sheet_url
from fokusbericht.pages.planung.sitzungsblatt_druck import print_url
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Link, ProseView, TimelineEntry
from fokusbericht.words.german import counted
from fokusbericht.words.names import ERGEBNISSE

TEMPLATE = "planung/gremium.html"
PARENT = ("Gremien", "/gremien/")
STYLES = ("umsetzung.css",)
UNTOLD = "Ergebnis nicht bekannt"


@dataclass(frozen=True, slots=True)
class GremiumView:
    """A political body and its business: what is due first, then what waits longest."""

    lead: str
    body: ProseView
    sentence: str
    axis: LaneAxis
    legend: tuple[LegendSign, ...]
    open: tuple[FollowedRow, ...]
    sheet: str  # the address of the sheet for its session; nothing without business
    printed: str  # the same as a page
    held: tuple[YearGroup, ...]
    calendar: Link | None
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan all political bodies."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for gremium in ordered_bodies(report):
        yield Batch(gremium.key.name, partial(_plan_gremium, report, gremium))


def _plan_gremium(report: Report, gremium: Gremium) -> Iterator[Output]:
    page = thing_page(
        report,
        gremium,
        parents=[PARENT],
        listed=(Kind.EMPFEHLUNG, Kind.BESCHLUSS, Kind.ANREGUNG),
        styles=STYLES,
    )
    calendar = calendar_of_body(report, gremium)
    yield page_output(report, TEMPLATE, page, _view(report, gremium, calendar), gremium.place)
    yield from [calendar] if calendar else []


def _view(report: Report, gremium: Gremium, calendar: Output | None) -> GremiumView:
    open_ones = pending_at(report, gremium.key)
    matters = {one.vorgang.key: one for one in followed(report)}
    found = [matters[one.vorgang.key] for one in open_ones]
    axis = shared_axis(report, found)
    rows = tuple(row_of_followed(report, one, axis) for one in found)
    held = sessions(report)[gremium.key]
    return GremiumView(
        lead=gremium.kurz,
        body=body_view(report, gremium),
        sentence=f"{open_sentence(open_ones)} {_held_sentence(len(held))}",
        axis=axis,
        legend=legend_of(rows),
        open=rows,
        sheet=sheet_url(gremium.key) if has_sheet(report, gremium) else "",
        printed=print_url(gremium),
        held=year_groups(_entry(report, one) for one in held),
        calendar=Link("Sitzungen und Fristen als Kalender (ICS)", f"/{calendar.path}")
        if calendar
        else None,
        sources=gremium.quellen,
    )


# --- What lies here -------------------------------------------------------------------------------


def open_sentence(found: Sequence[Pending]) -> str:
    """Return how many matters lie with a body, and how many of them are put off."""
    number, adjourned = len(found), sum(one.is_adjourned() for one in found)
    if number == 0:
        return "Derzeit ist nicht bekannt, dass hier etwas liegt."
    if number == 1:
        return f"Derzeit liegt hier ein Vorgang{', er ist vertagt' if adjourned else ''}."
    some = {0: "", 1: ", einer davon ist vertagt", number: ", alle sind vertagt"}
    put_off = some.get(adjourned, f", {counted(adjourned, '', 'davon')} sind vertagt")
    return f"Derzeit liegen hier {counted(number, '', 'Vorgänge')}{put_off}."


# --- What was dealt with --------------------------------------------------------------------------


def _held_sentence(number: int) -> str:
    if number == 0:
        return "Beratungen und Entscheidungen sind nicht verzeichnet."
    if number == 1:
        return "Verzeichnet ist eine Beratung oder Entscheidung."
    return f"Verzeichnet sind {counted(number, '', 'Beratungen und Entscheidungen')}."


def _entry(report: Report, session: Session) -> tuple[PartialDate, TimelineEntry]:
    result = ERGEBNISSE[session.ergebnis] if session.ergebnis else UNTOLD
    return session.datum, TimelineEntry(
        f"{format_date(session.datum)} · {result}",
        "",
        session.text,
        link_to(report, session.source.key),
    )
