"""Whoever asks for secrecy gets it: what it takes is declared, and nothing contradicts it."""

from collections.abc import Iterator

from fokusbericht.checks.secrecy import ID, area_name
from fokusbericht.model.figures import Ebene, Geheimhaltung, Indikator, Zahlart
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
            yield from _check_table(report, indikator)
            yield from _check_aemter(report, indikator)
        yield from _check_derived(report, indikator)


def _check_limit(indikator: Indikator) -> Iterator[Problem]:
    rule = indikator.geheimhaltung or Geheimhaltung()
    if rule.grenze < 2 and not (rule.null_geheim and rule.grenze > 0):
        sentence = (
            "Mit dieser „mindestzahl“ wäre nichts geheim. Bitte wenigstens 2 angeben, oder unter "
            "„keine“ den Grund, warum nichts geheim ist."
        )
        yield Problem(indikator.place, sentence, ID)


def _check_base(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield shares, rates and means of which nobody says how many they are shares of."""
    if indikator.art is Zahlart.ANZAHL or indikator.geschuetzt or not indikator.werte:
        return
    shown = [place for place, cell in indikator.werte.items() if cell.zahl is not None]
    if any(indikator.werte[place].nenner for place in shown):
        return
    rule, base = indikator.geheimhaltung or Geheimhaltung(), base_name(indikator)
    if base and rule.mindestzahl is None:
        sentence = (
            "Die Tabelle nennt nur Werte; dazu gehört in „geheimhaltung“ neben der „grundlage“ "
            "auch eine „mindestzahl“."
        )
        yield Problem(indikator.place, sentence, ID)
    elif not base:
        what = NAMES.get(indikator.art, "eines Mittelwerts")
        sentence = (
            f"Die Tabelle nennt nur Werte {what}; wie viele Menschen dahinterstehen, bleibt offen. "
            "Bitte in „geheimhaltung“ eine „mindestzahl“ und als „grundlage“ den Indikator "
            "angeben, der sie zählt, oder eine Tabelle mit Zähler und Nenner."
        )
        yield Problem(indikator.place, sentence, ID)
    elif base in report.indikatoren:
        yield from _check_known(report, indikator)


def _check_known(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield that the indicator which counts the base does not count, or not everywhere."""
    if report.indikatoren[base_name(indikator)].art is not Zahlart.ANZAHL:
        sentence = (
            f"Die Grundlage „{base_name(indikator)}“ ist keine Anzahl. Gebraucht wird, wie viele "
            "Menschen hinter jedem Wert stehen."
        )
        yield Problem(indikator.place, sentence, ID)
        return
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
            "Ohne sie lässt sich nicht sagen, ob der Wert geheim ist. Bitte dort die Zeile "
            "ergänzen."
        )
        yield Problem(indikator.place, sentence, ID)


def _check_table(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield a protected table that shows a small count: nobody has protected it."""
    rule = indikator.geheimhaltung or Geheimhaltung()
    if not indikator.geschuetzt or indikator.art is not Zahlart.ANZAHL:
        return
    small = sorted(
        place for place, cell in indikator.werte.items() if 0 < (cell.zahl or 0) < rule.grenze
    )
    if small:
        area, year = small[0]
        sentence = (
            f"Diese Tabelle gilt als geschützt, zeigt aber für {area_name(report, area)} {year} "
            "eine Fallzahl unter der „mindestzahl“. Bitte mit „build.py schuetzen“ neu machen."
        )
        yield Problem(indikator.place, sentence, ID)


def _check_aemter(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield protected figures of Ämter: nobody reckons what they give away of their Kommunen."""
    rows = [area for area, _ in indikator.werte if area in report.geografie.aemter]
    if rows or indikator.ebene is Ebene.AMT:
        sentence = (
            "Zahlen von Ämtern lassen sich nicht schützen: Aus ihnen und den Werten der Kommunen "
            "ließen sich geheime Zahlen ausrechnen. Bitte die Zeilen der Ämter streichen, oder "
            "unter „keine“ den Grund angeben, warum nichts geheim ist."
        )
        yield Problem(indikator.place, sentence, ID)


def _check_derived(report: Report, indikator: Indikator) -> Iterator[Problem]:
    rule, ableitung = indikator.geheimhaltung, indikator.ableitung
    if rule is None or rule.keine or ableitung is None:
        return
    names = [ref.key.name for ref in (ableitung.von, ableitung.durch) if ref]
    found = [report.indikatoren[name] for name in names if name in report.indikatoren]
    if not any(is_protected(one) for one in found):
        sentence = (
            "Eine abgeleitete Zahl ist so geheim wie die Zahlen, aus denen sie folgt. Bitte "
            f"„geheimhaltung“ bei „{names[0]}“ angeben und hier streichen."
        )
        yield Problem(indikator.place, sentence, ID)
