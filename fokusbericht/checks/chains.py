"""Recommendations that follow one another: forward in time, and never in a circle."""

from collections.abc import Iterator

from fokusbericht.model.base import Ref
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "kette"


def check(report: Report) -> Iterator[Problem]:
    """Yield predecessors that lead back to where they came from, or that are the younger ones."""
    for empfehlung in report.empfehlungen.values():
        for ref in empfehlung.vorgaenger:
            before = report.empfehlungen.get(ref.key.name)
            if before is None:
                continue
            circle = _way_back(report, before, empfehlung)
            if circle and empfehlung.key.name == min(circle):  # a circle is told once
                way = " → ".join(circle)
                sentence = f"Diese Kette läuft im Kreis: {way}. Bitte eine der Angaben streichen."
                yield Problem(ref.place, sentence, ID)
            elif not circle:
                yield from _check_time(empfehlung, ref, before)


def _way_back(
    report: Report, before: Handlungsempfehlung, start: Handlungsempfehlung
) -> tuple[str, ...]:
    """Return the circle from a recommendation over its predecessor to itself; empty if none."""
    open_ways: list[tuple[str, ...]] = [(start.key.name, before.key.name)]
    seen = set()
    while open_ways:
        way = open_ways.pop()
        if way[-1] == start.key.name:
            return way
        here = report.empfehlungen.get(way[-1])
        if here is None or way[-1] in seen:
            continue
        seen.add(way[-1])
        open_ways.extend((*way, ref.key.name) for ref in here.vorgaenger)
    return ()


def _check_time(
    empfehlung: Handlungsempfehlung, ref: Ref, before: Handlungsempfehlung
) -> Iterator[Problem]:
    if not (empfehlung.verlauf and before.verlauf):
        return
    own, theirs = empfehlung.verlauf[0].datum, before.verlauf[0].datum
    if own.year > 1 and own.latest() < theirs.earliest():
        sentence = (
            f"Der Vorgänger {before.key.name} beginnt erst {theirs.isoformat()}, diese Empfehlung "
            f"schon {own.isoformat()}. Ist er der Nachfolger, gehört die Angabe in seine Datei."
        )
        yield Problem(ref.place, sentence, ID)
