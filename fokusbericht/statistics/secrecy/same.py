"""Which indicators count the same cases: by declaration, by name, by number."""

from collections.abc import Mapping

from fokusbericht.model.figures import AreaYear, Indikator, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.statistics.secrecy.cases import AVERAGES, cases_of

ENOUGH = 6  # so many equal figures are no accident
DIFFERENT = 3  # if they are not all the same few numbers


def is_protected(indikator: Indikator) -> bool:
    """Say whether an indicator asks for secrecy itself."""
    rule = indikator.geheimhaltung
    return bool(rule and not rule.keine and not indikator.ableitung)


def same_cases(report: Report) -> tuple[tuple[str, str], ...]:
    """Return pairs of indicators that count the same cases: by word, by name, by number."""
    able = [name for name, one in report.indikatoren.items() if has_cases(one)]
    declared = [
        (name, ref.key.name)
        for name in able
        for ref in report.indikatoren[name].gleiche_faelle
        if ref.key.name in able
    ]
    protected = [name for name in able if is_protected(report.indikatoren[name])]
    found = [
        (name, other)
        for name in protected
        for other in able
        if name != other and _is_same(report, name, other)
    ]
    return (*declared, *found)


def has_cases(indikator: Indikator) -> bool:
    return indikator.art not in AVERAGES and not indikator.ableitung


def _is_same(report: Report, name: str, other: str) -> bool:
    one, two = cases_of(report, name).values, cases_of(report, other).values
    if case_names(report.indikatoren[name]) & case_names(report.indikatoren[other]):
        return agrees(one, two)
    return is_equal(one, two)


def nearly_same(report: Report) -> tuple[tuple[str, str], ...]:
    """Return pairs that are called the same and mostly are: one of them was corrected, say."""
    able = [name for name, one in report.indikatoren.items() if has_cases(one)]
    return tuple(
        (name, other)
        for name in able
        for other in able
        if name != other
        and is_protected(report.indikatoren[name])
        and case_names(report.indikatoren[name]) & case_names(report.indikatoren[other])
        and _is_near(cases_of(report, name).values, cases_of(report, other).values)
    )


def _is_near(one: Mapping[AreaYear, object], two: Mapping[AreaYear, object]) -> bool:
    pairs = [(value, two[place]) for place, value in one.items() if place in two]
    known = [value == other for value, other in pairs if None not in (value, other)]
    return len(known) >= DIFFERENT and len(known) / 2 <= sum(known) < len(known)


def case_names(indikator: Indikator) -> set[str]:
    """Return what the cases are called: the numerator, or the title of a count."""
    named = {plain(indikator.zaehler)}
    if indikator.art is Zahlart.ANZAHL:
        named.add(plain(indikator.titel))
    return named - {""}


def plain(text: str) -> str:
    """Return a name without capitals and superfluous spaces."""
    return " ".join(text.casefold().split())


def agrees(one: Mapping[AreaYear, object], two: Mapping[AreaYear, object]) -> bool:
    """Say whether two tables nowhere tell different numbers."""
    return all(place not in two or _fits(value, two[place]) for place, value in one.items())


def _fits(value: object, other: object) -> bool:
    return value is None or other is None or value == other


def is_equal(one: Mapping[AreaYear, object], two: Mapping[AreaYear, object]) -> bool:
    """Say whether two tables tell the same numbers, and enough of them to be no accident."""
    common = []
    few, many = sorted((one, two), key=len)
    for place, value in few.items():
        other = many.get(place)
        if value is None or other is None:
            continue
        if value != other:
            return False
        common.append(value)
    return len(common) >= ENOUGH and len(set(common)) >= DIFFERENT
