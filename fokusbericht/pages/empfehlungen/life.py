"""A life: its steps with the time between them, drawn and in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fokusbericht.charts.drawn.lifeline import Lifeline, Moment
from fokusbericht.model.base import PartialDate
from fokusbericht.model.lives import (
    ENDED,
    FAILED,
    Ergebnis,
    Schritt,
    Stand,
    Verlaufsschritt,
    Vorgang,
)
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.frame.statements import SourceMark, source_marks
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Link
from fokusbericht.words import phrases
from fokusbericht.words.german import begun
from fokusbericht.words.names import STAENDE, name_of_step
from fokusbericht.words.progress import silence_of
from fokusbericht.words.votes import vote_of

# Short names of the steps, for the drawing.
SHORT = {
    Schritt.VORGESCHLAGEN: "Vorschlag",
    Schritt.EINGESCHAETZT: "Einschätzung",
    Schritt.VORLAGE: "Vorlage",
    Schritt.AUSSCHUSS: "Ausschuss",
    Schritt.KREISTAG: "Kreistag",
    Schritt.IN_UMSETZUNG: "Umsetzung",
    Schritt.UMGESETZT: "umgesetzt",
    Schritt.EINGESTELLT: "eingestellt",
    Schritt.AUFTRAG: "Auftrag",
    Schritt.BERICHT: "Nachricht",
    Schritt.AUSGESETZT: "ausgesetzt",
    Schritt.AUFGEHOBEN: "aufgehoben",
}
SIGNS = {Stand.UMGESETZT: "gut", **dict.fromkeys(FAILED, "schlecht")}
LENGTHS = (3, 12, 24, 48)  # months from which on the line between two steps is drawn longer


@dataclass(frozen=True, slots=True)
class LifeStep:
    """A step, with the time that went by before it; `length` (0 to 4) is how long it is drawn."""

    date: str
    title: str
    text: str
    sign: str
    is_span: bool  # only the year is known
    wait: str
    length: int
    vote: str
    paper: Link | None
    decision: Link | None
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class LifeView:
    """All steps in their order, and what has been since."""

    steps: tuple[LifeStep, ...]
    summary: str
    picture: Lifeline | None
    rest: str  # the time since the last step, or that it has ended
    is_silent: bool
    has_ended: bool
    length: int


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step, and what it is told of: on the page of a decision also others on the matter."""

    step: Verlaufsschritt
    owner: Vorgang


def life_of(
    report: Report, one: Vorgang, told: Sequence[ToldStep] = (), page: Vorgang | None = None
) -> LifeView:
    """Return the life of something; of a matter with several decisions, all that is `told`.

    `one` is where it stands today, `page` whose page it is on.
    """
    silence, has_ended = silence_of(report, one), one.stand() in ENDED
    told = told or [ToldStep(step, one) for step in one.steps()]
    return LifeView(
        steps=tuple(_steps(report, told, page or one)),
        summary=_summary(one) if isinstance(one, Handlungsempfehlung) else "",
        picture=_picture(report, one, [each.step for each in told], silence),
        rest=_rest(report, one, silence, has_ended),
        is_silent=bool(silence),
        has_ended=has_ended,
        length=_length(one.silent_months(report.kreis.stichtag)),
    )


def _steps(report: Report, told: Sequence[ToldStep], page: Vorgang) -> Iterator[LifeStep]:
    before: PartialDate | None = None
    for each in told:
        step, is_own = each.step, each.owner.key == page.key
        months = phrases.months_between(before, step.datum)[0] if before else 0
        yield LifeStep(
            date=format_date(step.datum),
            title=name_of_step(report, step),
            text=step.text,
            sign=_sign(step),
            is_span=not step.datum.month,
            wait=phrases.gap(before, step.datum) if before else "",
            length=_length(months),
            vote=_vote(report, step),
            paper=_paper(step),
            decision=_decision(report, each, is_own),
            sources=source_marks(page, step.belege) if is_own else (),
        )
        before = step.datum


def _decision(report: Report, each: ToldStep, is_own: bool) -> Link | None:
    """Return the decision that a step names, or to which it belongs on another page."""
    if each.step.beschluss:
        return link_to(report, each.step.beschluss.key)
    return None if is_own else link_to(report, each.owner.key)


def _sign(step: Verlaufsschritt) -> str:
    stand = step.stand()
    return SIGNS.get(stand, "punkt") if stand else "punkt"


def _length(months: int) -> int:
    return sum(months >= bound for bound in LENGTHS)


def _vote(report: Report, step: Verlaufsschritt) -> str:
    vote = vote_of(report, step)
    if vote:
        return f"Abstimmung: {vote}."
    if step.schritt is Schritt.KREISTAG or step.ergebnis is Ergebnis.BESCHLOSSEN:
        return "Wie abgestimmt wurde, ist hier nicht verzeichnet."
    return ""


def _paper(step: Verlaufsschritt) -> Link | None:
    if not (step.vorlage or step.vorlage_url):
        return None
    return Link(f"Vorlage {step.vorlage}".strip(), step.vorlage_url)


def _rest(report: Report, one: Vorgang, silence: str, has_ended: bool) -> str:
    if has_ended:
        return "Damit endet der Weg."
    counted = f"gezählt bis zum {format_date(report.kreis.stichtag)}"
    if silence:
        return f"{begun(silence)}, {counted}."
    months = one.silent_months(report.kreis.stichtag)
    if not months:
        return f"Seitdem verging kein voller Monat, {counted}."
    # Of a year or season alone nobody knows when in it something was.
    least = "" if one.steps()[-1].datum.month else "mindestens "
    verb = "verging" if months == 1 else "vergingen"
    return f"Seitdem {verb} {least}{phrases.months(months)}, {counted}."


def _summary(one: Handlungsempfehlung) -> str:
    """Return how long it took from the first step to the Kreistag's last decision."""
    first = one.verlauf[0]
    decided = [
        step
        for step in one.verlauf
        if step.schritt is Schritt.KREISTAG
        and step.ergebnis in (Ergebnis.BESCHLOSSEN, Ergebnis.ABGELEHNT)
    ]
    if not decided or not (first.datum.month and decided[-1].datum.month):
        return ""
    months = phrases.months_between(first.datum, decided[-1].datum)[0]
    if not months:
        return ""
    verb = "verging" if months == 1 else "vergingen"
    return (
        f"Vom ersten Schritt bis zur Entscheidung des Kreistages {verb} {phrases.months(months)}."
    )


# --- The drawing ----------------------------------------------------------------------------------


def _picture(
    report: Report, one: Vorgang, told: Sequence[Verlaufsschritt], silence: str
) -> Lifeline | None:
    has_ended = one.stand() in ENDED
    if has_ended and len(told) == 1:
        return None
    today = report.kreis.stichtag
    state = f"Heute: {STAENDE[one.stand()]}" + (f", {silence}." if silence else ".")
    steps = [f"{format_date(step.datum)}: {name_of_step(report, step)}" for step in told]
    heard = "; ".join(steps)
    return Lifeline(
        id="leben",
        title="Der Weg auf einer Zeitachse",
        description=f"{heard}. {state}",
        moments=tuple(moment(report, step) for step in told),
        today=in_years(today),
        silence=silence,
        has_ended=has_ended,
    )


def moment(report: Report, step: Verlaufsschritt) -> Moment:
    """Return a step on an axis of years, as long as its date is uncertain."""
    label = SHORT[step.schritt]
    if step.schritt is Schritt.KREISTAG or (step.gremium and step.ergebnis):
        label = name_of_step(report, step)
    return Moment(
        label,
        in_years(step.datum.earliest()),
        in_years(step.datum.latest(), 1),
        _sign(step),
    )


def in_years(day: date, more: int = 0) -> float:
    """Return a day as a number on an axis of years, some days later if asked for."""
    passed = day.toordinal() - date(day.year, 1, 1).toordinal() + more
    return round(day.year + passed / (date(day.year, 12, 31).timetuple().tm_yday), 4)
