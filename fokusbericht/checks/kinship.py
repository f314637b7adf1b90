"""Hints at figures that the program found to hang together, and nobody has declared.

They are protected together in any case; what is declared stays so when the numbers change.
"""

from collections.abc import Iterable, Iterator

from fokusbericht.checks.secrecy import ID, area_name
from fokusbericht.model.figures import Indikator, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem, Severity
from fokusbericht.statistics.secrecy import is_protected, kin_of
from fokusbericht.statistics.secrecy.cases import cases_of
from fokusbericht.statistics.secrecy.same import agrees, plain, same_cases
from fokusbericht.statistics.secrecy.sums import Sum

NamePair = tuple[str, str]

MANY = 3  # names that are all told
ARCHIVE = "archiv/veroeffentlicht.csv"


def check(report: Report) -> Iterator[Problem]:
    """Yield hints at what hangs together, or seems to, without a word about it."""
    yield from _check_sums(report)
    yield from _check_declared_sums(report)
    yield from _check_same(report)
    yield from _check_names(report)
    yield from _check_bare(report)
    yield from _check_archive(report)


def _check_sums(report: Report) -> Iterator[Problem]:
    kin = kin_of(report)
    with_whole = {frozenset(one.parts) for one in kin.sums if one.whole}
    for one in kin.sums:
        if one.whole and not one.is_declared:
            sentence = (
                f"„{one.whole}“ ist überall die Summe von {_listed(one.parts)}. Sie werden "
                "zusammen geschützt; bitte als „bestandteile“ angeben."
            )
            yield _hint(report.indikatoren[one.whole], sentence)
        elif not one.whole and frozenset(one.parts) not in with_whole:
            yield _hundred(report, one)


def _check_declared_sums(report: Report) -> Iterator[Problem]:
    """Yield wholes that are declared and do not add up; no number is told."""
    for one in kin_of(report).sums:
        place = _first_gap(report, one) if one.is_declared else None
        if place:
            sentence = (
                f"„{one.whole}“ ist nicht überall die Summe von {_listed(one.parts)}: In "
                f"{area_name(report, place[0])} {place[1]} gehen die Zahlen nicht auf. Stimmen die "
                "Tabellen, ist nichts zu tun."
            )
            yield _hint(report.indikatoren[one.whole], sentence)


def _first_gap(report: Report, one: Sum) -> tuple[str, int] | None:
    names = (one.whole, *one.parts)
    if any(report.indikatoren[name].geschuetzt for name in names):
        return None  # what is left of protected tables need not add up
    tables = [cases_of(report, name).values for name in names]
    for place in sorted(tables[0]):
        whole, *parts = (table.get(place) for table in tables)
        known = [part for part in parts if part is not None]
        if whole is not None and len(known) == len(parts) and sum(known) != whole:
            return place
    return None


def _hundred(report: Report, one: Sum) -> Problem:
    sentence = (
        f"{_listed(one.parts)} sind überall zusammen 100 %. Sie werden zusammen geschützt; bitte "
        "als „bestandteile“ des Indikators angeben, der ihre Grundlage zählt."
    )
    return _hint(report.indikatoren[one.parts[0]], sentence)


# --- The same cases -------------------------------------------------------------------------------


def _check_same(report: Report) -> Iterator[Problem]:
    pairs = {*same_cases(report)}
    declared = {pair for pair in pairs if _is_declared(report, *pair)}
    joined = _joined(declared)
    for name, other in sorted(pairs - declared):
        if joined.get(name, name) == joined.get(other, other):
            continue
        declared.add((name, other))
        joined = _joined(declared)
        sentence = (
            f"„{name}“ und „{other}“ zählen dieselben Fälle. Sie werden zusammen geschützt; bitte "
            "als „gleiche_faelle“ angeben."
        )
        yield _hint(report.indikatoren[name], sentence)


def _is_declared(report: Report, name: str, other: str) -> bool:
    refs = report.indikatoren[name].gleiche_faelle
    return any(ref.key.name == other for ref in refs)


def _joined(pairs: Iterable[NamePair]) -> dict[str, str]:
    """Return one name for all that hang together by pairs."""
    heads: dict[str, str] = {}
    for name, other in sorted(pairs):
        low, high = sorted((heads.setdefault(name, name), heads.setdefault(other, other)))
        heads = {one: low if head == high else head for one, head in heads.items()}
    return heads


def _check_names(report: Report) -> Iterator[Problem]:
    """Yield that one name stands for different cases; each name once."""
    called: dict[str, list[str]] = {}
    for name, one in report.indikatoren.items():
        for word in _case_names(one):
            called.setdefault(word, []).append(name)
    for word, names in called.items():
        first = next((name for name in names if is_protected(report.indikatoren[name])), "")
        others = [name for name in names if first and _differs(report, first, name)]
        if others:
            one = report.indikatoren[first]
            which = "beiden Namen" if len(others) == 1 else "Namen"
            sentence = (
                f"„{_case_names(one)[word]}“ heißen auch die Fälle von {_few(others)}, die Zahlen "
                f"sind aber andere. Bitte einen der {which} genauer fassen."
            )
            yield _hint(one, sentence)


def _differs(report: Report, name: str, other: str) -> bool:
    pair = (report.indikatoren[name], report.indikatoren[other])
    if any(one.geschuetzt for one in pair):
        return False  # of a protected share only rounded cases are known
    return not agrees(cases_of(report, name).values, cases_of(report, other).values)


def _case_names(indikator: Indikator) -> dict[str, str]:
    """Return what the cases are called, by the plain form of the name."""
    if indikator.ableitung or indikator.art not in (Zahlart.ANZAHL, Zahlart.ANTEIL, Zahlart.RATE):
        return {}
    names = [indikator.zaehler] + [indikator.titel] * (indikator.art is Zahlart.ANZAHL)
    return {plain(name): name for name in names if plain(name)}


# --- Protected by others --------------------------------------------------------------------------


def _check_bare(report: Report) -> Iterator[Problem]:
    """Yield indicators that are only protected because they hang together with others."""
    kin = kin_of(report)
    for name in sorted(kin.members()):
        one = report.indikatoren[name]
        others = [other for other in _near(report, name) if is_protected(report.indikatoren[other])]
        if one.geheimhaltung is None and others:
            sentence = (
                f"Diese Zahl hängt mit „{others[0]}“ zusammen und wird mit ihr geschützt. "
                "Bitte auch hier „geheimhaltung“ angeben."
            )
            yield _hint(one, sentence)


def _near(report: Report, name: str) -> list[str]:
    """Return all that hangs together with an indicator, the nearest first."""
    kin = kin_of(report)
    reached = [head for head in (kin.group_of(name), *kin.over.get(name, ())) if head]
    for head in reached:  # grows while it is walked
        for one in kin.sums:
            if head in one.names():
                reached += sorted(one.names() - {*reached})
    return [other for head in reached for other in kin.groups[head] if other != name]


def _check_archive(report: Report) -> Iterator[Problem]:
    """Yield names in the archive that no indicator has: what it says of them is not used."""
    told = {name for earlier in report.frueher for name, _, _ in earlier.werte}
    for name in sorted(told - (report.whole or report).indikatoren.keys()):
        sentence = (
            f"Den Indikator „{name}“ gibt es nicht mehr. Heißt er jetzt anders, bitte auch in "
            "dieser Datei umbenennen: Sonst weiß das Programm nicht, was davon schon bekannt ist."
        )
        yield Problem(Place(ARCHIVE), sentence, ID, Severity.WARNING)


def _listed(names: Iterable[str]) -> str:
    *first, last = [f"„{name}“" for name in names]
    return f"{', '.join(first)} und {last}" if first else last


def _few(names: list[str]) -> str:
    """Return names for a sentence; of many the first."""
    if len(names) <= MANY:
        return _listed(names)
    quoted = ", ".join(f"„{name}“" for name in names[:MANY])
    return f"{quoted} und {len(names) - MANY} weiteren"


def _hint(indikator: Indikator, sentence: str) -> Problem:
    return Problem(indikator.place, sentence, ID, Severity.WARNING)
