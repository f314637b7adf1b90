"""What follows from what recommendations and decisions say of one another."""

from collections.abc import Iterable, Mapping

from fokusbericht.model.base import Key, Kind
from fokusbericht.model.lives import ENDED
from fokusbericht.model.queries import query
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report


@query
def concerned(report: Report) -> Mapping[Key, tuple[Key, ...]]:
    """Return for each decision the recommendations it concerns, whichever of the two says so."""
    by_steps = (
        (step.beschluss.key, one.key)
        for one in report.empfehlungen.values()
        for step in one.verlauf
        if step.beschluss
    )
    by_decisions = (
        (one.key, ref.key)
        for one in report.beschluesse.values()
        for ref in one.betrifft
        if ref.key.kind is Kind.EMPFEHLUNG
    )
    return _grouped((*by_steps, *by_decisions))


def _grouped(pairs: Iterable[tuple[Key, Key]]) -> Mapping[Key, tuple[Key, ...]]:
    found: dict[Key, set[Key]] = {}
    for key, other in pairs:
        found.setdefault(key, set()).add(other)
    return {key: tuple(sorted(others)) for key, others in found.items()}


def silence(report: Report, empfehlung: Handlungsempfehlung) -> int | None:
    """Return the whole months without news; None once it has ended."""
    if empfehlung.stand() in ENDED:
        return None
    return empfehlung.silent_months(report.kreis.stichtag)
