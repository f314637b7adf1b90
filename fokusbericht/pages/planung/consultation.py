"""What lies before which political body, and what each has dealt with so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fokusbericht.model.base import Key, PartialDate, Thing
from fokusbericht.model.lives import Ergebnis, Schritt, Stand, Verlaufsschritt
from fokusbericht.model.planning import Gremienart, Gremium
from fokusbericht.model.queries import query
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report

SESSIONS = (Schritt.AUSSCHUSS, Schritt.KREISTAG)
WAITING = (Stand.IN_BERATUNG, Stand.VERTAGT)
ENDING = (Ergebnis.BESCHLOSSEN, Ergebnis.ABGELEHNT)


@dataclass(frozen=True, slots=True)
class Pending:
    """A recommendation that lies before a body, and the step that brought it there."""

    body: Key
    empfehlung: Handlungsempfehlung
    step: Verlaufsschritt

    def is_adjourned(self) -> bool:
        """Say whether the body has put it off."""
        return self.step.ergebnis is Ergebnis.VERTAGT


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
    """Return what lies before a body today, the longest silence first."""
    found = filter(None, (_pending(report, one) for one in report.empfehlungen.values()))
    return tuple(sorted(found, key=lambda one: (one.step.datum.latest(), one.empfehlung.key.name)))


def _pending(report: Report, empfehlung: Handlungsempfehlung) -> Pending | None:
    last = empfehlung.verlauf[-1]
    if empfehlung.stand() not in WAITING:
        return None
    body = _next_body(report, empfehlung, last)
    return Pending(body, empfehlung, last) if body else None


def _next_body(
    report: Report, empfehlung: Handlungsempfehlung, last: Verlaufsschritt
) -> Key | None:
    """Return who has to deal with it after the last step; None if that is not told."""
    if last.schritt is Schritt.VORLAGE:
        # A draft goes to whom it names, or to the committee in charge.
        return last.gremium.key if last.gremium else _named(report, empfehlung.zustaendig)
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
    for one in report.empfehlungen.values():
        for step in one.verlauf:
            body = _body_of(report, step) if step.schritt in SESSIONS else None
            if body:
                yield Session(body, step.datum, step.ergebnis, one, step.text)


def _decisions(report: Report) -> Iterator[Session]:
    steps = (step for one in report.empfehlungen.values() for step in one.verlauf)
    told = {step.beschluss.key for step in steps if step.beschluss}
    for one in report.beschluesse.values():
        if one.key not in told:
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
