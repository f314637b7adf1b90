"""A matter that is followed as a row: what it is, its life on a lane, what comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fokusbericht.charts.drawn.lane import Lane, LaneAxis, LaneMark, Sign, SignPicture
from fokusbericht.model.base import Kind, PartialDate
from fokusbericht.model.lives import ENDED, Ergebnis, Schritt, Stand, Verlaufsschritt, Vorgang
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.recommendations import Anregung, Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.life import SHORT, in_years
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.planung.following import Followed
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Link
from fokusbericht.words import due
from fokusbericht.words.names import ARTEN, name_of_step
from fokusbericht.words.phrases import listing
from fokusbericht.words.progress import silence_of

BACK = 4  # years that the axis shows before today
AFTER = 0.15  # of a year, behind today at least
AHEAD = 1.0  # of a year: what is due later than this stands at the edge
SIGNS = {
    Stand.BESCHLOSSEN: Sign.DECIDED,
    Stand.IN_UMSETZUNG: Sign.DECIDED,
    Stand.UMGESETZT: Sign.DONE,
    Stand.ABGELEHNT: Sign.REFUSED,
    Stand.EINGESTELLT: Sign.REFUSED,
    Stand.AUFGEHOBEN: Sign.REFUSED,
    Stand.AUSGESETZT: Sign.SUSPENDED,
    Stand.VERTAGT: Sign.SUSPENDED,
}


LEGEND = {
    Sign.DECIDED: "beschlossen, in Umsetzung",
    Sign.TOLD: "vorgeschlagen, beraten, berichtet",
    Sign.REFUSED: "abgelehnt, beendet",
    Sign.SUSPENDED: "vertagt, ausgesetzt",
    Sign.DONE: "umgesetzt",
    Sign.DUE: "Frist",
    Sign.OVERDUE: "Frist vorbei",
}


@dataclass(frozen=True, slots=True)
class LegendSign:
    """What a sign means."""

    picture: SignPicture
    words: str


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """A matter in a list of what is followed."""

    kind: str
    link: Link
    text: str
    lane: Lane
    due: str
    what: str
    is_overdue: bool
    is_silent: bool
    notes: tuple[str, ...]


def shared_axis(report: Report, found: Sequence[Followed]) -> LaneAxis:
    """Return the axis of all lanes: the last years, and as far ahead as anything is due."""
    today = in_years(report.kreis.stichtag)
    steps = (one.vorgang.naechster_schritt for one in found)
    limits = [in_years(step.bis.latest(), 1) for step in steps if step and step.bis]
    high = max([today + AFTER, *(one + AFTER for one in limits if one < today + AHEAD)])
    return LaneAxis(report.kreis.stichtag.year - BACK, round(high, 3), today)


def legend_of(rows: Iterable[FollowedRow]) -> tuple[LegendSign, ...]:
    """Return what the signs mean that some lanes show."""
    lanes = [row.lane for row in rows]
    marks = [mark for lane in lanes for mark in (*lane.past, *([lane.due] if lane.due else []))]
    shown = {mark.sign for mark in marks}
    return tuple(
        LegendSign(SignPicture(sign), words) for sign, words in LEGEND.items() if sign in shown
    )


def row_of_followed(report: Report, one: Followed, axis: LaneAxis) -> FollowedRow:
    """Return a matter as a row."""
    vorgang, silence = one.vorgang, silence_of(report, one.vorgang)
    step, today = vorgang.naechster_schritt, report.kreis.stichtag
    return FollowedRow(
        kind=kind_of(report, vorgang),
        link=link_to(report, vorgang.key),
        text=vorgang.kurz,
        lane=lane_of(report, one, axis, bool(silence)),
        due=due.limit_of(step),
        what=due.what_of(step),
        is_overdue=bool(step and step.is_overdue(today)),
        is_silent=bool(silence),
        notes=due.notes(vorgang, silence, today),
    )


def kind_of(report: Report, vorgang: Vorgang) -> str:
    """Return what it is and of which fields: "Beschluss · Bildung, Inklusion"."""
    if isinstance(vorgang, Handlungsempfehlung):
        what, refs = f"{ARTEN[vorgang.art]} {vorgang.key.name}", vorgang.handlungsfelder
    elif isinstance(vorgang, Anregung):
        what, refs = "Anregung", vorgang.handlungsfelder
    else:
        what = "Beschluss"
        refs = vorgang.betrifft if isinstance(vorgang, Beschluss) else ()
    fields = [report.titles[ref.key] for ref in refs if ref.key.kind is Kind.HANDLUNGSFELD]
    return " · ".join(part for part in (what, ", ".join(fields[:3])) if part)


# --- The lane -------------------------------------------------------------------------------------


def lane_of(report: Report, one: Followed, axis: LaneAxis, is_silent: bool) -> Lane:
    """Return the life of a matter as a lane."""
    return Lane(
        axis=axis,
        description=_description(report, one),
        past=tuple(_mark(step) for step in one.steps),
        due=_due_mark(report, one.vorgang),
        is_open=one.vorgang.stand() not in ENDED,
        is_silent=is_silent,
    )


def _mark(step: Verlaufsschritt) -> LaneMark:
    stand = step.stand()
    sign = SIGNS.get(stand, Sign.TOLD) if stand else Sign.TOLD
    if step.ergebnis is Ergebnis.EMPFOHLEN:
        sign = Sign.TOLD
    return LaneMark(sign, *_span(step.datum), _label(step))


def _label(step: Verlaufsschritt) -> str:
    """Return a short name of a step, for the lane."""
    if step.schritt in (Schritt.KREISTAG, Schritt.AUSSCHUSS) and step.ergebnis:
        return step.ergebnis.value if step.ergebnis is not Ergebnis.UNGEKLAERT else "Abstimmung"
    return SHORT[step.schritt]


def _span(day: PartialDate) -> tuple[float, float]:
    return in_years(day.earliest()), in_years(day.latest(), 1)


def _due_mark(report: Report, vorgang: Vorgang) -> LaneMark | None:
    step = vorgang.naechster_schritt
    if step is None or step.bis is None:
        return None
    at = in_years(step.bis.latest(), 1)
    return LaneMark(Sign.OVERDUE if step.is_overdue(report.kreis.stichtag) else Sign.DUE, at, at)


def _description(report: Report, one: Followed) -> str:
    """Return what the lane shows, for those who hear it."""
    told = [f"{format_date(step.datum)}: {name_of_step(report, step)}" for step in one.steps]
    return f"Weg bis heute: {listing(list(dict.fromkeys(told)))}."
