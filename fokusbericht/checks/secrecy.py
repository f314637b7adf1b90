"""No figure about few people can be read or computed from what is published."""

from collections.abc import Iterator

from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem
from fokusbericht.statistics.secrecy import (
    hidden_places,
    is_protected,
    kin_of,
    protection_of,
    small_counts,
)

ID = "geheimhaltung"


def check(report: Report) -> Iterator[Problem]:
    """Yield small counts nobody has decided about, and what an attacker could compute."""
    yield from _check_decided(report)
    yield from _check_ruled(report)
    yield from _check_masses(report)
    yield from _check_attack(report)


def _check_decided(report: Report) -> Iterator[Problem]:
    kin = kin_of(report)
    cared_for = frozenset(_cared_for(report))
    for name, indikator in report.indikatoren.items():
        if indikator.geheimhaltung or indikator.ableitung or name in cared_for:
            continue
        # Where its base is small, a share of protected cases is hidden with them.
        small = sorted(small_counts(indikator, with_bases=name not in kin.over))
        if small:
            area, year = small[0]
            sentence = (
                f"Hier stehen Fallzahlen unter 3, zum Beispiel {area_name(report, area)} {year}. "
                "Bitte „geheimhaltung“ angeben: eine „mindestzahl“, oder unter „keine“ den Grund, "
                "warum nichts geheim ist."
            )
            yield Problem(indikator.place, sentence, ID)


def _check_ruled(report: Report) -> Iterator[Problem]:
    """Yield protected tables whose rule is gone: nobody would look after their hidden figures."""
    members = kin_of(report).members()
    for name, indikator in report.indikatoren.items():
        if indikator.geschuetzt and not is_protected(indikator) and name not in members:
            sentence = (
                "Diese Tabelle ist geschützt („geschuetzt“); dazu gehört „geheimhaltung“ mit der "
                "„mindestzahl“, die dabei galt."
            )
            yield Problem(indikator.place, sentence, ID)


def _cared_for(report: Report) -> Iterator[str]:
    """Yield the indicators that count the same cases as one with a rule."""
    for members in kin_of(report).groups.values():
        if any(is_protected(report.indikatoren[name]) for name in members):
            yield from members


def _check_masses(report: Report) -> Iterator[Problem]:
    """Yield secret masses of the gravitation model, whose page shows what it reckons with."""
    for fassung in report.geografie.fassungen:
        modell = fassung.modell
        secret = hidden_places(report).get(modell.masse.key.name, ()) if modell else ()
        if modell and any(year == modell.jahr for _, year in secret):
            sentence = "Das Modell rechnet mit geheimen Werten. Bitte eine andere Masse nennen."
            yield Problem(modell.masse.place, sentence, ID)


def _check_attack(report: Report) -> Iterator[Problem]:
    for group, place in protection_of(report).leaks:
        yield leak_of(report, group, place)


def leak_of(report: Report, group: str, place: tuple[str, int]) -> Problem:
    """Return that a secret figure can be computed; the number itself is never told."""
    area, year = place
    sentence = (
        f"Der geheime Wert von {area_name(report, area)} {year} lässt sich aus dem, was sonst "
        f"veröffentlicht wird, zu genau berechnen.{_way_out(report, group, place)}"
    )
    return Problem(_place(report, group), sentence, ID)


def _place(report: Report, group: str) -> Place:
    """Return where the figures of a group are protected."""
    members = [report.indikatoren[name] for name in kin_of(report).groups[group]]
    return next((one.place for one in members if is_protected(one)), members[0].place)


def _way_out(report: Report, group: str, place: tuple[str, int]) -> str:
    """Return what could be declared so that it cannot be computed; nothing where none is known."""
    kin, found = kin_of(report), report.indikatoren
    near = {group, *(name for one in kin.sums if group in one.names() for name in one.names())}
    groups = [[found[name] for name in kin.groups[head]] for head in sorted(near)]
    bare = [one for group in groups if not any(map(is_protected, group)) for one in group]
    if bare:
        names = ", ".join(f"„{one.key.name}“" for one in bare)
        return f" Er folgt aus Zahlen ohne Schutz: Bitte auch bei {names} „geheimhaltung“ angeben."
    members = [one for group in groups for one in group]
    raw = [one for one in members if not one.geschuetzt]
    if raw and len(raw) < len(members):
        names = ", ".join(f"„{one.key.name}“" for one in raw)
        return f" Rohtabellen liegen neben geschützten: Bitte auch {names} mit schuetzen schützen."
    county = (report.geografie.schluessel, place[1])
    if any(county in one.werte for one in raw):
        return (
            " Die Zeile des Kreises in der Tabelle gilt als allgemein bekannt. Streichen Sie sie, "
            "wenn sie sonst niemand veröffentlicht: Dann rechnet das Programm den Kreis selbst und "
            "verbirgt ihn, wo es nötig ist."
        )
    return ""


def area_name(report: Report, area: str) -> str:
    """Return the name of an area, as problems tell it."""
    geografie = report.geografie
    if area in geografie.kommunen:
        return geografie.kommunen[area].name
    if area in geografie.quartiere:
        return geografie.quartiere[area].name
    return geografie.raeume[area].title if area in geografie.raeume else geografie.name
