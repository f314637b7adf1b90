"""The life of a recommendation: its steps with the time between them, drawn and in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fokusbericht.charts.drawn.lifeline import Lifeline, Moment
from fokusbericht.model.base import PartialDate
from fokusbericht.model.lives import ENDED, FAILED, Ergebnis, Schritt, Stand, Verlaufsschritt
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
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


def life_of(report: Report, one: Handlungsempfehlung) -> LifeView:
    """Return the life of a recommendation."""
    silence, has_ended = silence_of(report, one), one.stand() in ENDED
    return LifeView(
        steps=tuple(_steps(report, one)),
        summary=_summary(one),
        picture=_picture(report, one, silence, has_ended),
        rest=_rest(report, one, silence, has_ended),
        is_silent=bool(silence),
        has_ended=has_ended,
        length=_length(one.silent_months(report.kreis.stichtag)),
    )


def _steps(report: Report, one: Handlungsempfehlung) -> Iterator[LifeStep]:
    before: PartialDate | None = None
    for step in one.verlauf:
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
            decision=link_to(report, step.beschluss.key) if step.beschluss else None,
        )
        before = step.datum


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


def _rest(report: Report, one: Handlungsempfehlung, silence: str, has_ended: bool) -> str:
    if has_ended:
        return "Damit endet ihr Weg."
    counted = f"gezählt bis zum {format_date(report.kreis.stichtag)}"
    if silence:
        return f"{begun(silence)}, {counted}."
    months = one.silent_months(report.kreis.stichtag)
    if not months:
        return f"Seitdem verging kein voller Monat, {counted}."
    verb = "verging" if months == 1 else "vergingen"
    return f"Seitdem {verb} {phrases.months(months)}, {counted}."


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
    report: Report, one: Handlungsempfehlung, silence: str, has_ended: bool
) -> Lifeline | None:
    if has_ended and len(one.verlauf) == 1:
        return None
    today = report.kreis.stichtag
    state = f"Heute: {STAENDE[one.stand()]}" + (f", {silence}." if silence else ".")
    steps = [f"{format_date(step.datum)}: {name_of_step(report, step)}" for step in one.verlauf]
    told = "; ".join(steps)
    return Lifeline(
        id="leben",
        title="Der Weg der Empfehlung auf einer Zeitachse",
        description=f"{told}. {state}",
        moments=tuple(moment(report, step) for step in one.verlauf),
        today=in_years(today),
        silence=silence,
        has_ended=has_ended,
    )


def moment(report: Report, step: Verlaufsschritt) -> Moment:
    """Return a step on an axis of years, as long as its date is uncertain."""
    label = SHORT[step.schritt]
    if step.schritt is Schritt.KREISTAG:
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
