"""What hangs together with protected figures is declared soundly: wholes, parts, the same cases."""

from collections.abc import Iterator

from fokusbericht.checks.secrecy import ID, area_name
from fokusbericht.model.base import Ref
from fokusbericht.model.figures import Indikator, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.statistics.secrecy import is_protected
from fokusbericht.statistics.secrecy.cases import AVERAGES, cases_of


def check(report: Report) -> Iterator[Problem]:
    """Yield declarations that contradict one another, or the figures."""
    for indikator in report.indikatoren.values():
        yield from _check_whole(report, indikator)
        yield from _check_parts(report, indikator)
        yield from _check_same(report, indikator)


def _check_whole(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield breakdowns that are none, whatever is protected."""
    own = indikator.key.name
    if indikator.bestandteile and indikator.ableitung:
        sentence = (
            "Eine abgeleitete Zahl hat keine „bestandteile“. Bitte bei der Ausgangszahl angeben."
        )
        yield Problem(indikator.place, sentence, ID)
    for parts in indikator.bestandteile:
        if len(parts) < 2:
            place = parts[0].place if parts else indikator.place
            yield Problem(place, "Ein Ganzes hat wenigstens zwei Teile.", ID)
        for ref in parts:
            other = report.indikatoren.get(ref.key.name)
            if own in _parts_of(report, ref.key.name):
                yield Problem(ref.place, f"„{own}“ kann kein Teil von sich selbst sein.", ID)
            elif other and not _can_be_part(report, indikator, other):
                sentence = (
                    f"„{ref.key.name}“ ist keine Anzahl und kann nicht Teil einer Anzahl sein."
                )
                yield Problem(ref.place, sentence, ID)


def _parts_of(report: Report, name: str) -> set[str]:
    """Return an indicator with all its parts, and theirs."""
    found = [name]
    for one in found:  # grows while it is walked
        whole = report.indikatoren.get(one)
        refs = (ref for parts in whole.bestandteile for ref in parts) if whole else ()
        found += [ref.key.name for ref in refs if ref.key.name not in found]
    return set(found)


def _can_be_part(report: Report, whole: Indikator, part: Indikator) -> bool:
    """Say whether a figure can be a part: of a count only another count, or a share of it."""
    if whole.art is not Zahlart.ANZAHL or part.art is Zahlart.ANZAHL:
        return True
    return _counts_base(report, whole, part)


def _counts_base(report: Report, whole: Indikator, share: Indikator) -> bool:
    """Say whether a count is the base of a share: the parts of 100 % are declared at their base."""
    bases = cases_of(report, share.key.name).bases
    counted = cases_of(report, whole.key.name).values
    known = [base == counted[place] for place, base in bases.items() if counted.get(place)]
    return any(known) and sum(known) * 2 >= len(known)


def _check_parts(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield wholes and parts of which only some are protected."""
    for parts in indikator.bestandteile:
        known = [ref for ref in parts if ref.key.name in report.indikatoren]
        names = [report.indikatoren[ref.key.name] for ref in known]
        if not any(is_protected(one) for one in (indikator, *names)):
            continue
        if indikator.geheimhaltung is None:
            sentence = (
                "Die Bestandteile sind geschützt, ihre Summe aber nicht: Aus ihr ließen sie sich "
                "ausrechnen. Bitte auch hier „geheimhaltung“ angeben."
            )
            yield Problem(indikator.place, sentence, ID)
        yield from _check_bare_parts(known, names)


def _check_bare_parts(refs: list[Ref], parts: list[Indikator]) -> Iterator[Problem]:
    for ref, one in zip(refs, parts, strict=True):
        if one.geheimhaltung is None:
            sentence = (
                f"„{ref.key.name}“ gehört zu einer geschützten Summe und braucht selbst "
                "„geheimhaltung“."
            )
            yield Problem(ref.place, sentence, ID)


def _check_same(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield indicators that are said to count the same cases, and don't."""
    for ref in indikator.gleiche_faelle:
        other = report.indikatoren.get(ref.key.name)
        if other is None:
            continue
        if not _counts(indikator) or not _counts(other) or other is indikator:
            sentence = (
                "Ein Mittelwert, ein Index oder eine abgeleitete Zahl zählt keine Fälle; "
                "„gleiche_faelle“ verbindet zwei verschiedene Zählungen."
            )
            yield Problem(ref.place, sentence, ID)
            continue
        rules = [one.geheimhaltung for one in (indikator, other)]
        if any(is_protected(one) for one in (indikator, other)) and any(
            rule and rule.keine for rule in rules
        ):
            sentence = (
                f"„{ref.key.name}“ zählt dieselben Fälle; eines ist geschützt, das andere "
                "ausdrücklich nicht. Bitte bei beiden dasselbe angeben."
            )
            yield Problem(ref.place, sentence, ID)
        elif different := _first_difference(report, indikator, other):
            where = f"In {area_name(report, different[0])} {different[1]}"
            sentence = (
                f"„{ref.key.name}“ zählt nicht dieselben Fälle: {where} unterscheiden sich die "
                "Zahlen. Bitte den Namen streichen oder die falsche Tabelle berichtigen."
            )
            yield Problem(ref.place, sentence, ID)


def _first_difference(
    report: Report, indikator: Indikator, other: Indikator
) -> tuple[str, int] | None:
    exact = all(_is_exact(one) for one in (indikator, other))
    mine = cases_of(report, indikator.key.name).values
    theirs = cases_of(report, other.key.name).values
    pairs = ((place, value, theirs.get(place)) for place, value in sorted(mine.items()))
    wrong = (
        place
        for place, value, also in pairs
        if exact and value is not None and also is not None and value != also
    )
    return next(wrong, None)


def _counts(indikator: Indikator) -> bool:
    return indikator.art not in AVERAGES and indikator.ableitung is None


def _is_exact(indikator: Indikator) -> bool:
    """Say whether a table tells cases, not only rounded shares of them."""
    if indikator.art is Zahlart.ANZAHL:
        return True
    return any(cell.zaehler is not None for cell in indikator.werte.values())
