"""What lies with which political body, what is due there, and what each has dealt with so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fokusbericht.model.base import Key, PartialDate, Thing
from fokusbericht.model.lives import (
    ENDED,
    SESSIONS,
    Ergebnis,
    Schritt,
    Stand,
    Verlaufsschritt,
    Vorgang,
)
from fokusbericht.model.planning import Beschluss, Gremienart, Gremium
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.following import followed
from fokusbericht.text.references import is_continued

WAITING = (Stand.IN_BERATUNG, Stand.VERTAGT, Stand.UNGEKLAERT)
ENDING = (Ergebnis.BESCHLOSSEN, Ergebnis.ABGELEHNT)


@dataclass(frozen=True, slots=True)
class Pending:
    """A matter that lies with a body, and the step that brought it there, if a step did."""

    body: Key
    vorgang: Vorgang
    step: Verlaufsschritt | None

    def is_adjourned(self) -> bool:
        """Say whether the body has put it off."""
        return self.step is not None and self.step.ergebnis is Ergebnis.VERTAGT


@dataclass(frozen=True, slots=True)
class Session:
    """What a body dealt with: a recommendation, or a decision that no recommendation names."""

    body: Key
    datum: PartialDate
    ergebnis: Ergebnis | None
    source: Thing
    text: str


def ordered_bodies(report: Report) -> list[Gremium]:
    """Return all bodies, the Kreistag first, the committees by name."""
    return sorted(
        report.gremien.values(),
        key=lambda one: (one.art is not Gremienart.KREISTAG, one.titel, one.key),
    )


@query
def pending(report: Report) -> tuple[Pending, ...]:
    """Return what lies with a body today, or is due there: by its date, then the longest silence.

    What is made up lies nowhere, and what a later matter carries on lies with that one.
    """
    found = filter(None, (_pending(report, one.vorgang) for one in followed(report)))
    return tuple(sorted(found, key=_due_order))


def pending_at(report: Report, body: Key) -> list[Pending]:
    """Return what lies with one body."""
    return [one for one in pending(report) if one.body == body]


def _due_order(one: Pending) -> tuple[int, int, str]:
    step, last = one.vorgang.naechster_schritt, one.vorgang.steps()[-1].datum.latest()
    due = step.bis.latest() if step and step.bis else date.max
    return due.toordinal(), last.toordinal(), str(one.vorgang.key)


def _pending(report: Report, vorgang: Vorgang) -> Pending | None:
    if vorgang.stand() in ENDED or is_continued(report, vorgang.key):
        return None
    last = vorgang.steps()[-1]
    if vorgang.stand() in WAITING and not isinstance(vorgang, Beschluss):
        body = _next_body(report, vorgang, _last_telling(vorgang))
        if body:
            return Pending(body, vorgang, last)
    step = vorgang.naechster_schritt
    body = _named(report, step.wer) if step and step.wer else None
    return Pending(body, vorgang, None) if body else None


def _last_telling(vorgang: Vorgang) -> Verlaufsschritt:
    """Return the last step that is more than news."""
    steps = vorgang.steps()
    return next((one for one in reversed(steps) if one.stand()), steps[-1])


def _next_body(report: Report, vorgang: Vorgang, last: Verlaufsschritt) -> Key | None:
    """Return who has to deal with it after the last step; None if that is not told."""
    if last.schritt is Schritt.VORLAGE:
        # A draft goes to whom it names, or to the committee in charge.
        return last.gremium.key if last.gremium else _named(report, vorgang.zustaendig)
    if last.schritt is Schritt.AUSSCHUSS:
        if last.ergebnis is Ergebnis.EMPFOHLEN:
            return _kreistag(report)
        if last.ergebnis in ENDING:
            return None
    return _body_of(report, last)


@query
def sessions(report: Report) -> Mapping[Key, tuple[Session, ...]]:
    """Return for each body what it has dealt with, newest first."""
    found: dict[Key, list[Session]] = {one.key: [] for one in ordered_bodies(report)}
    for session in (*_steps(report), *_decisions(report)):
        found[session.body].append(session)
    return {key: tuple(sorted(ones, key=_newest)) for key, ones in found.items()}


def _steps(report: Report) -> Iterator[Session]:
    for one, step in _session_steps(report):
        body = _body_of(report, step)
        if body:
            yield Session(body, step.datum, step.ergebnis, one, step.text)


def _session_steps(report: Report) -> Iterator[tuple[Vorgang, Verlaufsschritt]]:
    for one in (*report.empfehlungen.values(), *report.anregungen.values()):
        if not one.beispiel:
            yield from ((one, step) for step in one.verlauf if step.schritt in SESSIONS)


def _decisions(report: Report) -> Iterator[Session]:
    """Yield the decisions that no such step tells, also those that end or repeal something."""
    told = {step.beschluss.key for _, step in _session_steps(report) if step.beschluss}
    for one in report.beschluesse.values():
        if one.key not in told and not one.beispiel:
            yield Session(one.gremium.key, one.datum, one.ergebnis, one, one.kurz)


def _newest(session: Session) -> tuple[int, str]:
    return -session.datum.latest().toordinal(), session.source.key.name


def _body_of(report: Report, step: Verlaufsschritt) -> Key | None:
    if step.gremium:
        return step.gremium.key
    return _kreistag(report) if step.schritt is Schritt.KREISTAG else None


def _kreistag(report: Report) -> Key | None:
    found = (one.key for one in ordered_bodies(report) if one.art is Gremienart.KREISTAG)
    return next(found, None)


def _named(report: Report, title: str) -> Key | None:
    found = (one.key for one in ordered_bodies(report) if one.titel == title)
    return next(found, None)
