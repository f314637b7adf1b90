"""Recommendations, or decisions, that follow one another: forward in time, never in a circle.

None concerns itself."""

from collections.abc import Iterator, Mapping
from datetime import date

from fokusbericht.checks.wording import written
from fokusbericht.model.base import Ref
from fokusbericht.model.lives import Verlaufsschritt
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.recommendations import Anregung, Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "kette"
ChainLink = Handlungsempfehlung | Beschluss
Chained = Mapping[str, Handlungsempfehlung] | Mapping[str, Beschluss]


def check(report: Report) -> Iterator[Problem]:
    """Yield predecessors that lead back or are younger, and what happens in them too late."""
    yield from _check_all(report.empfehlungen)
    yield from _check_all(report.beschluesse)
    others: tuple[Beschluss | Anregung, ...] = (
        *report.beschluesse.values(),
        *report.anregungen.values(),
    )
    for one in others:
        for ref in one.betrifft:
            if ref.key == one.key:
                yield Problem(ref.place, "Das ist die Datei selbst. Bitte streichen.", ID)


def _check_all(links: Chained) -> Iterator[Problem]:
    for one in links.values():
        for ref in one.vorgaenger:
            before = links.get(ref.key.name)
            if before is None:
                continue
            circle = _way_back(links, before, one)
            if circle and one.key.name == min(circle):  # a circle is told once
                way = " → ".join(circle)
                sentence = f"Diese Kette läuft im Kreis: {way}. Bitte eine der Angaben streichen."
                yield Problem(ref.place, sentence, ID)
            elif not circle:
                yield from _check_time(one, ref, before)
                if isinstance(one, Beschluss) and isinstance(before, Beschluss):
                    yield from _check_states(one, before)


def _way_back(links: Chained, before: ChainLink, start: ChainLink) -> tuple[str, ...]:
    """Return the circle from a link over its predecessor to itself; empty if there is none."""
    open_ways: list[tuple[str, ...]] = [(start.key.name, before.key.name)]
    seen = set()
    while open_ways:
        way = open_ways.pop()
        if way[-1] == start.key.name:
            return way
        here = links.get(way[-1])
        if here is None or way[-1] in seen:
            continue
        seen.add(way[-1])
        open_ways.extend((*way, ref.key.name) for ref in here.vorgaenger)
    return ()


def _check_time(one: ChainLink, ref: Ref, before: ChainLink) -> Iterator[Problem]:
    if not (one.steps() and before.steps()):
        return
    own, theirs = one.steps()[0].datum, before.steps()[0].datum
    if own.year > 1 and own.latest() < theirs.earliest():
        this = "dieser Beschluss" if isinstance(one, Beschluss) else "diese Empfehlung"
        sentence = (
            f"Der Vorgänger {before.key.name} beginnt erst {written(theirs)}, {this} "
            f"schon {written(own)}. Ist er der Nachfolger, gehört die Angabe in seine Datei."
        )
        yield Problem(ref.place, sentence, ID)


def _check_states(one: Beschluss, before: Beschluss) -> Iterator[Problem]:
    """Yield a step that changes the state after a later decision has taken the matter over."""
    last = next(step for step in reversed(one.steps()) if step.stand())
    for step in before.verlauf:
        if step.stand() not in (None, one.stand()) and _order(step) > _order(last):
            sentence = (
                f"Dieser Schritt liegt nach dem Beschluss „{one.key.name}“, der die Sache "
                "fortführt. Bitte dort eintragen; hier steht höchstens noch ein „bericht“."
            )
            yield Problem(step.place, sentence, ID)


def _order(step: Verlaufsschritt) -> tuple[date, date]:
    return step.datum.latest(), step.datum.earliest()
