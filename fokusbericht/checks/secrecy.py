"""No figure about few people can be read or computed from what is published."""

from collections.abc import Iterator

from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.statistics.secrecy import (
    hidden_places,
    publication_of,
    small_counts,
    unprotectable,
)

ID = "geheimhaltung"


def check(report: Report) -> Iterator[Problem]:
    """Yield small counts nobody has decided about, and what an attacker could compute."""
    for indikator in report.indikatoren.values():
        yield from _check_decided(report, indikator)
    yield from _check_masses(report)
    yield from _check_attack(report)


def _check_decided(report: Report, indikator: Indikator) -> Iterator[Problem]:
    if indikator.geheimhaltung or indikator.ableitung:
        return
    small = sorted(small_counts(indikator))
    if small:
        area, year = small[0]
        name = _area(report, area)
        sentence = (
            f"Hier stehen Fallzahlen unter 3, zum Beispiel {name} {year}. Bitte „geheimhaltung“ "
            "angeben: eine „mindestzahl“, oder unter „keine“ den Grund, warum nichts geheim ist."
        )
        yield Problem(indikator.place, sentence, ID)


def _check_masses(report: Report) -> Iterator[Problem]:
    """Yield secret masses of the gravitation model, whose page shows what it reckons with."""
    for fassung in report.geografie.fassungen:
        modell = fassung.modell
        secret = hidden_places(report).get(modell.masse.key.name, ()) if modell else ()
        if modell and any(year == modell.jahr for _, year in secret):
            sentence = "Das Modell rechnet mit geheimen Werten. Bitte eine andere Masse nennen."
            yield Problem(modell.masse.place, sentence, ID)


def _check_attack(report: Report) -> Iterator[Problem]:
    published = publication_of(report)
    if published is None:
        return
    from fokusbericht.statistics.disclosure import audit

    hidden = {
        cell
        for cell, (name, place) in published.places.items()
        if place in hidden_places(report).get(name, frozenset())
    }
    leaks = [
        leak.cell for leak in audit(published.cells, published.relations, hidden, published.rules)
    ]
    for cell in sorted({*leaks, *unprotectable(report)}):
        name, (area, year) = published.places[cell]
        sentence = (
            f"Der geheime Wert von {_area(report, area)} {year} lässt sich aus dem, was sonst "
            "veröffentlicht wird, zu genau berechnen."
        )
        yield Problem(report.indikatoren[name].place, sentence, ID)


def _area(report: Report, area: str) -> str:
    geografie = report.geografie
    if area in geografie.kommunen:
        return geografie.kommunen[area].name
    if area in geografie.quartiere:
        return geografie.quartiere[area].name
    return geografie.raeume[area].name if area in geografie.raeume else geografie.name
