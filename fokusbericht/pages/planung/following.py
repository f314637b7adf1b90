"""What is followed: each matter once, with what is due, and in its most urgent list."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from fokusbericht.model.base import Key
from fokusbericht.model.lives import ENDED, Stand, Verlaufsschritt, Vorgang
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.life import ToldStep
from fokusbericht.text.references import is_continued, later_decisions

SOON = 3  # months
SILENT = 12


class Urgency(Enum):
    """The lists of what is followed, the most urgent first."""

    OVERDUE = "frist-vorbei"
    DUE = "faellig"
    NOT_BEGUN = "nicht-begonnen"
    SILENT = "still"
    MOVING = "unterwegs"
    ENDED = "erledigt"
    CONTINUED = "fortgefuehrt"


@dataclass(frozen=True, slots=True)
class Followed:
    """A matter and its list; `steps` are all of its life, also of decisions before it."""

    vorgang: Vorgang
    urgency: Urgency
    steps: tuple[Verlaufsschritt, ...]


@query
def followed(report: Report) -> tuple[Followed, ...]:
    """Return all matters in the order of their urgency; what is made up is none."""
    found = [
        Followed(one, urgency_of(report, one), chain_steps(report, one))
        for one in report.vorgaenge()
        if not one.beispiel and one.steps() and not _is_told_elsewhere(report, one)
    ]
    order = list(Urgency)
    return tuple(sorted(found, key=lambda one: (order.index(one.urgency), *_rank(one))))


def _rank(one: Followed) -> tuple[int, str]:
    """Return what a list is ordered by: by what is due, or by the longest silence.

    What has ended, and what is decided, the newest first: that is what one asks for.
    """
    due, last = one.vorgang.naechster_schritt, one.steps[-1].datum.latest()
    if one.urgency in (Urgency.OVERDUE, Urgency.DUE) and due and due.bis:
        return due.bis.latest().toordinal(), str(one.vorgang.key)
    is_turned = one.urgency in (Urgency.NOT_BEGUN, Urgency.ENDED, Urgency.CONTINUED)
    return (-1 if is_turned else 1) * last.toordinal(), str(one.vorgang.key)


def urgency_of(report: Report, vorgang: Vorgang) -> Urgency:
    """Return the most urgent list that a matter belongs to."""
    today, due, stand = report.kreis.stichtag, vorgang.naechster_schritt, vorgang.stand()
    if is_continued(report, vorgang.key):
        return Urgency.CONTINUED
    if due and due.is_overdue(today):
        return Urgency.OVERDUE
    if due and due.bis and due.bis.latest() <= months_after(today, SOON):
        return Urgency.DUE
    if stand in ENDED:
        return Urgency.ENDED
    if stand is Stand.BESCHLOSSEN:
        return Urgency.NOT_BEGUN
    if vorgang.silent_months(today) >= SILENT:
        return Urgency.SILENT
    return Urgency.MOVING


def months_after(day: date, months: int) -> date:
    """Return the day some months later; the last of the month where it has fewer days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for shorter in range(4):
        try:
            return date(year, month + 1, day.day - shorter)
        except ValueError:
            continue
    raise ValueError(day)


def _is_told_elsewhere(report: Report, vorgang: Vorgang) -> bool:
    """Say whether a decision is a step of a recommendation or suggestion, and followed there."""
    return isinstance(vorgang, Beschluss) and vorgang.key in decisions_of_others(report)


@query
def decisions_of_others(report: Report) -> frozenset[Key]:
    """Return the decisions that a recommendation or suggestion names as steps of its own."""
    others = (*report.empfehlungen.values(), *report.anregungen.values())
    return frozenset(step.beschluss.key for one in others for step in one.verlauf if step.beschluss)


def chain_steps(report: Report, vorgang: Vorgang) -> tuple[Verlaufsschritt, ...]:
    """Return the steps of a matter with those of all earlier decisions on it, by date."""
    if not isinstance(vorgang, Beschluss):
        return vorgang.steps()
    return tuple(one.step for one in told_of((*earlier_decisions(report, vorgang), vorgang)))


def told_of(decisions: Sequence[Beschluss]) -> tuple[ToldStep, ...]:
    """Return the steps of several decisions on one matter, by date."""
    steps = [ToldStep(step, one) for one in decisions for step in one.steps()]
    return tuple(
        sorted(steps, key=lambda one: (one.step.datum.latest(), one.step.datum.earliest()))
    )


def earlier_decisions(report: Report, beschluss: Beschluss) -> tuple[Beschluss, ...]:
    """Return all decisions that a decision goes back to, by date."""
    return _reached(report, beschluss, lambda one: [ref.key for ref in one.vorgaenger])


def later_of(report: Report, beschluss: Beschluss) -> tuple[Beschluss, ...]:
    """Return all decisions that go back to a decision, by date."""
    return _reached(report, beschluss, lambda one: later_decisions(report).get(one.key, ()))


def _reached(
    report: Report, start: Beschluss, beside: Callable[[Beschluss], Iterable[Key]]
) -> tuple[Beschluss, ...]:
    """Return all decisions that one leads to, from each to those beside it, by date."""
    found: dict[Key, Beschluss] = {}
    waiting = [*beside(start)]
    while waiting:
        one = report.beschluesse.get(waiting.pop().name)
        if one and one.key not in found:
            found[one.key] = one
            waiting += beside(one)
    return tuple(sorted(found.values(), key=lambda one: (one.datum.latest(), one.key)))
