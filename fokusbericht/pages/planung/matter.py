"""What pages of decisions and suggestions have in common: the life, what comes next, stances."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.exports.daten.ties import concerned
from fokusbericht.figures.stances import StancesView, stances_view
from fokusbericht.model.base import Kind, Quelle
from fokusbericht.model.lives import Vorgang
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.recommendations import Anregung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.life import LifeView, ToldStep, life_of
from fokusbericht.pages.frame.asides import LinkGroup, by_kind, filled, keys_of, link_group
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.frame.statements import SourceMark, source_marks
from fokusbericht.pages.frame.texts import body_view
from fokusbericht.pages.planung.following import earlier_decisions, later_of, told_of
from fokusbericht.views import Fact, Link, ProseView, RecommendationRow
from fokusbericht.words import due
from fokusbericht.words.german import begun
from fokusbericht.words.progress import rows_of, silence_of, state_of

TEMPLATE = "planung/vorgang.html"


@dataclass(frozen=True, slots=True)
class NextStepView:
    """What comes next."""

    limit: str
    what: str
    notes: tuple[str, ...]
    is_overdue: bool
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class MatterView:
    """A decision or suggestion, and what became of it."""

    lead: str
    overline: str
    state: str
    later: Link | None  # the newest decision on the matter, and where it stands today
    silence: str
    facts: tuple[Fact, ...]
    aside: tuple[LinkGroup, ...]
    body: ProseView
    next_step: NextStepView | None
    life: LifeView
    stances: StancesView | None
    rows: tuple[RecommendationRow, ...]
    sources: tuple[Quelle, ...]


def matter_view(
    report: Report, vorgang: Beschluss | Anregung, overline: str, facts: Iterator[Fact]
) -> MatterView:
    """Return a decision or suggestion as a view."""
    today: Vorgang = vorgang
    told: tuple[ToldStep, ...] = ()
    if isinstance(vorgang, Beschluss):
        chain = (*earlier_decisions(report, vorgang), vorgang, *later_of(report, vorgang))
        told = told_of(chain)
        today = chain[-1]
    named = {*keys_of(vorgang.betrifft), *concerned(report).get(vorgang.key, ())}
    rows = [report.empfehlungen[key.name] for key in sorted(named) if key.kind is Kind.EMPFEHLUNG]
    others = [key for key in keys_of(vorgang.betrifft) if key.kind is not Kind.EMPFEHLUNG]
    return MatterView(
        lead=vorgang.kurz,
        overline=overline,
        state=f"{begun(state_of(vorgang))}.",
        later=link_to(report, today.key, state_of(today)) if today is not vorgang else None,
        silence=begun(silence_of(report, today)),
        facts=tuple(facts),
        aside=(*_own_groups(report, vorgang), *by_kind(report, others)),
        body=body_view(report, vorgang),
        next_step=next_step_view(report, today, vorgang),
        life=life_of(report, today, told, vorgang),
        stances=stances_view(report, vorgang),
        rows=rows_of(report, rows),
        sources=vorgang.quellen,
    )


def next_step_view(report: Report, vorgang: Vorgang, page: Vorgang) -> NextStepView | None:
    """Return what comes next; None where nothing is known of it.

    On the `page` of an earlier decision the sources are others: there no marks lead to them.
    """
    step, today = vorgang.naechster_schritt, report.kreis.stichtag
    if step is None:
        return None
    return NextStepView(
        limit=due.limit_of(step),
        what=due.what_of(step),
        notes=due.notes(vorgang, "", today),
        is_overdue=step.is_overdue(today),
        sources=source_marks(vorgang, step.belege) if vorgang.key == page.key else (),
    )


def _own_groups(report: Report, vorgang: Beschluss | Anregung) -> tuple[LinkGroup, ...]:
    fields = keys_of(vorgang.handlungsfelder) if isinstance(vorgang, Anregung) else ()
    targets = keys_of(vorgang.zielgruppen) if isinstance(vorgang, Anregung) else ()
    return filled(
        (
            link_group(report, "Handlungsfelder", fields),
            link_group(report, "Für wen", targets),
            link_group(report, "Querschnittsthemen", keys_of(vorgang.querschnitt)),
        )
    )
