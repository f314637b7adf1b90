"""Whoever asks for secrecy gets it: what it takes is declared, and nothing contradicts it."""

from collections.abc import Iterator

from fokusbericht.checks.secrecy import ID, area_name
from fokusbericht.model.base import Ref
from fokusbericht.model.figures import Fehlgrund, Geheimhaltung, Indikator, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.statistics.secrecy import is_protected
from fokusbericht.statistics.secrecy.cases import base_name, cases_of

NAMES = {Zahlart.ANTEIL: "eines Anteils", Zahlart.RATE: "einer Rate", Zahlart.INDEX: "eines Index"}


def check(report: Report) -> Iterator[Problem]:
    """Yield protected figures that lack what protecting them takes."""
    for indikator in report.indikatoren.values():
        if is_protected(indikator):
            yield from _check_limit(indikator)
            yield from _check_base(report, indikator)
        yield from _check_derived(report, indikator)
        yield from _check_parts(report, indikator)
        yield from _check_same(report, indikator)
        yield from _check_marks(report, indikator)


def _check_limit(indikator: Indikator) -> Iterator[Problem]:
    rule = indikator.geheimhaltung or Geheimhaltung()
    if rule.grenze < 2 and not rule.null_geheim:
        sentence = (
            "Mit dieser „mindestzahl“ wäre nichts geheim. Bitte wenigstens 2 angeben, oder unter "
            "„keine“ den Grund, warum nichts geheim ist."
        )
        yield Problem(indikator.place, sentence, ID)


def _check_base(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield shares, rates and means of which nobody says how many they are shares of."""
    if indikator.art is Zahlart.ANZAHL or indikator.geschuetzt:
        return
    shown = [place for place, cell in indikator.werte.items() if cell.zahl is not None]
    if any(indikator.werte[place].nenner for place in shown):
        return
    rule = indikator.geheimhaltung or Geheimhaltung()
    what = NAMES.get(indikator.art, "eines Mittelwerts")
    if not base_name(indikator) or rule.mindestzahl is None:
        sentence = (
            f"Die Tabelle nennt nur Werte {what}; wie viele Menschen dahinterstehen, bleibt offen. "
            "Bitte in „geheimhaltung“ eine „mindestzahl“ und als „grundlage“ den Indikator "
            "angeben, der sie zählt, oder eine Tabelle mit Zähler und Nenner."
        )
        yield Problem(indikator.place, sentence, ID)
        return
    yield from _check_known(report, indikator)


def _check_known(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield that the indicator which counts the base does not know it everywhere."""
    values = cases_of(report, indikator.key.name).values
    ours = report.geografie.kommunen
    missing = sorted(
        place
        for place, value in values.items()
        if value is None and place[0] in ours and indikator.werte[place].zahl is not None
    )
    if missing:
        area, year = missing[0]
        sentence = (
            f"Die Grundlage „{base_name(indikator)}“ fehlt für {area_name(report, area)} {year}. "
            "Ohne sie lässt sich nicht sagen, ob der Wert geheim ist."
        )
        yield Problem(indikator.place, sentence, ID)


def _check_derived(report: Report, indikator: Indikator) -> Iterator[Problem]:
    rule, ableitung = indikator.geheimhaltung, indikator.ableitung
    if rule is None or rule.keine or ableitung is None:
        return
    refs = [ref for ref in (ableitung.von, ableitung.durch) if ref]
    found = [report.indikatoren[ref.key.name] for ref in refs if ref.key.name in report.indikatoren]
    if not any(is_protected(one) for one in found):
        sentence = (
            "Eine abgeleitete Zahl ist so geheim wie die Zahlen, aus denen sie folgt. "
            "Bitte „geheimhaltung“ dort angeben."
        )
        yield Problem(indikator.place, sentence, ID)


# --- What hangs together --------------------------------------------------------------------------


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
            area, year = different
            sentence = (
                f"„{ref.key.name}“ zählt nicht dieselben Fälle: {area_name(report, area)} {year} "
                "unterscheiden sich die Zahlen."
            )
            yield Problem(ref.place, sentence, ID)


def _first_difference(
    report: Report, indikator: Indikator, other: Indikator
) -> tuple[str, int] | None:
    if Zahlart.MITTELWERT in (indikator.art, other.art):
        return None
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


def _is_exact(indikator: Indikator) -> bool:
    """Say whether a table tells cases, not only rounded shares of them."""
    if indikator.art is Zahlart.ANZAHL:
        return True
    return any(cell.zaehler is not None for cell in indikator.werte.values())


def _check_marks(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield figures that their source hides and our own sum would give away."""
    if indikator.geheimhaltung or indikator.ableitung or indikator.geschuetzt:
        return
    county = report.geografie.schluessel
    marked = sorted(
        (area, year)
        for (area, year), cell in indikator.werte.items()
        if cell.fehlt is Fehlgrund.GEHEIM and area in report.geografie.kommunen
    )
    totals = {year for (area, year), cell in indikator.werte.items() if area == county}
    open_marks = [(area, year) for area, year in marked if year in totals]
    if open_marks:
        area, year = open_marks[0]
        sentence = (
            f"{area_name(report, area)} {year} ist geheim (x), die Tabelle nennt aber die Summe "
            "des Kreises: Der Wert ließe sich ausrechnen. Bitte „geheimhaltung“ angeben, mit "
            "„unter“, wenn die Quelle sagt, was x heißt."
        )
        yield Problem(indikator.place, sentence, ID)
