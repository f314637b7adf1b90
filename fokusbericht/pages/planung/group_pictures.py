"""The groups in two pictures: who worked when, and who works on what; each also as a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fokusbericht.charts.drawn.spans import Span, SpanGroup
from fokusbericht.charts.drawn.ties import Ties
from fokusbericht.model.base import Key, PartialDate
from fokusbericht.model.planning import Fokusgruppe, Gruppenart, Termin
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.asides import keys_of
from fokusbericht.pages.planung.diagrams import SpansPicture, TiesPicture
from fokusbericht.pages.planung.field_strands import ordered_fields
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Cell
from fokusbericht.words import phrases
from fokusbericht.words.names import GRUPPENARTEN_PLURAL

# Who steers stands first, then those that are steered.
ORDER = (
    Gruppenart.STEUERUNGSGRUPPE,
    Gruppenart.PLANUNGSGRUPPE,
    Gruppenart.FOKUSGRUPPE,
    Gruppenart.ARBEITSSTRUKTUR,
)


@dataclass(frozen=True, slots=True)
class Times:
    """Who worked when."""

    picture: SpansPicture
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Work:
    """Who works on what."""

    picture: TiesPicture
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def ordered_groups(report: Report) -> tuple[Fokusgruppe, ...]:
    """Return the groups by what they are, then by name."""
    found = report.fokusgruppen.values()
    return tuple(sorted(found, key=lambda one: (ORDER.index(one.art), one.titel, one.key)))


def meetings_of(report: Report, group: Fokusgruppe) -> tuple[Termin, ...]:
    """Return the meetings of a group, oldest first."""
    found = [
        one
        for one in report.termine.values()
        if one.fokusgruppe and one.fokusgruppe.key == group.key
    ]
    return tuple(sorted(found, key=lambda one: (one.datum.latest(), one.key)))


def evidence(report: Report, group: Fokusgruppe) -> tuple[PartialDate, ...]:
    """Return when a group is known to have worked: its meetings and recommendations, in order."""
    today = report.kreis.stichtag
    dates = [one.datum for one in meetings_of(report, group)]
    for one in report.empfehlungen.values():
        if one.verlauf and group.key in keys_of(one.fokusgruppen):
            dates.append(one.verlauf[0].datum)
    past = {one for one in dates if one.earliest() <= today}
    return tuple(sorted(past, key=lambda one: (one.latest(), one.isoformat())))


# --- Who worked when ------------------------------------------------------------------------------


def times(report: Report) -> Times:
    """Return who worked when."""
    groups = ordered_groups(report)
    parts = tuple(
        SpanGroup(
            GRUPPENARTEN_PLURAL[art], tuple(_span(report, one) for one in groups if one.art is art)
        )
        for art in ORDER
        if any(one.art is art for one in groups)
    )
    picture = SpansPicture(
        parts,
        _year(report.kreis.stichtag),
        "Wann welche Gruppe arbeitete",
        "Ein Balken je Gruppe. Dieselben Angaben stehen in der Tabelle.",
    )
    head = ("Gruppe", "Zeit", "Zuletzt belegt", "Termine", "Empfehlungen")
    return Times(picture, head, tuple(_time_row(report, one) for one in groups))


def _span(report: Report, group: Fokusgruppe) -> Span:
    known = evidence(report, group)
    meetings = meetings_of(report, group)
    first = group.seit or (known[0] if known else None)
    name = _name(group)
    if first is None:
        return Span(name, _time(group))
    start = _year(first.earliest())
    proven = [_year(one.earliest()) for one in known]
    last = _year(group.bis.latest()) if group.bis else max([start, *proven])
    return Span(
        name,
        _time(group),
        start,
        last,
        open_start=group.seit is None,
        open_end=group.bis is None,
        dots=tuple(_year(one.datum.earliest()) for one in meetings),
    )


def _name(group: Fokusgruppe) -> str:
    return f"{group.titel} (Beispiel)" if group.beispiel else group.titel


def _time(group: Fokusgruppe) -> str:
    if group.seit is None and group.bis is None:
        return "Beginn und Ende nicht bekannt"
    words = phrases.span(group.seit, group.bis)
    return words if group.seit else f"{words}, Beginn nicht bekannt"


def _time_row(report: Report, group: Fokusgruppe) -> tuple[Cell, ...]:
    known = evidence(report, group)
    own = [one for one in report.empfehlungen.values() if group.key in keys_of(one.fokusgruppen)]
    return (
        Cell(_name(group)),
        Cell(_time(group)),
        Cell(format_date(known[-1]) if known else "–"),
        Cell(str(len(meetings_of(report, group))), number=True),
        Cell(str(len(own)), number=True),
    )


def _year(day: date) -> float:
    first = date(day.year, 1, 1)
    return round(day.year + (day - first).days / 366, 3)


# --- Who works on what ----------------------------------------------------------------------------


def work(report: Report) -> Work | None:
    """Return who works on what; None where no group has a field."""
    groups = _beside_their_fields(report)
    fields = tuple(one.key for one in ordered_fields(report))
    pairs = tuple(
        (number, fields.index(key), is_weak)
        for number, group in enumerate(groups)
        for key, is_weak in _fields(report, group)
    )
    if not pairs:
        return None
    titles = tuple(report.titles[key] for key in fields)
    ties = Ties(("Gruppen", "Handlungsfelder"), tuple(map(_name, groups)), titles, pairs)
    rows = tuple(_work_row(report, one) for one in ordered_groups(report))
    picture = TiesPicture(
        ties,
        "Welche Gruppe zu welchen Handlungsfeldern arbeitet",
        "Linien verbinden Gruppen und Handlungsfelder. Dieselben Angaben stehen in der Tabelle.",
    )
    return Work(picture, ("Gruppe", "Arbeitet zu", "Sprach in Sitzungen über"), rows)


def _fields(report: Report, group: Fokusgruppe) -> Iterator[tuple[Key, bool]]:
    """Yield the fields of a group, then those it only spoke about in its meetings."""
    own = keys_of(group.handlungsfelder)
    yield from ((key, False) for key in own)
    spoken = {
        key for one in meetings_of(report, group) for key in keys_of(one.handlungsfelder)
    } - set(own)
    yield from ((one.key, True) for one in ordered_fields(report) if one.key in spoken)


def _beside_their_fields(report: Report) -> tuple[Fokusgruppe, ...]:
    """Return the groups by what they are, each near its fields, so that few lines cross."""
    place = {one.key: number for number, one in enumerate(ordered_fields(report))}

    def middle(group: Fokusgruppe) -> float:
        places = [place[key] for key in keys_of(group.handlungsfelder)]
        return sum(places) / len(places) if places else -1

    found = ordered_groups(report)
    return tuple(sorted(found, key=lambda one: (middle(one), one.titel, one.key)))


def _work_row(report: Report, group: Fokusgruppe) -> tuple[Cell, ...]:
    found = tuple(_fields(report, group))
    own, spoken = (
        ", ".join(report.titles[key] for key, is_weak in found if is_weak is weak) or "–"
        for weak in (False, True)
    )
    return Cell(_name(group)), Cell(own), Cell(spoken)
