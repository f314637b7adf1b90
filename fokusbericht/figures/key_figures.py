"""Key figures of the county: the latest value of an indicator with its sentence and source."""

from collections.abc import Iterable, Iterator

from fokusbericht.figures.grouping import once
from fokusbericht.model.base import Key
from fokusbericht.model.figures import Indikator, Zahlart
from fokusbericht.model.planning import Handlungsfeld
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.urls import url_of
from fokusbericht.views import KeyFigure, Link
from fokusbericht.words.county import county_sentence
from fokusbericht.words.numbers import number_cell


def key_figure(report: Report, key: Key) -> KeyFigure | None:
    """Return the county's latest value of an indicator; None if it has none."""
    messung = messungen(report).get(key.name)
    if messung is None:
        return None
    indikator, own = messung.indikator, messung.own
    year = messung.latest_year((own,))
    if not year:
        return None
    return KeyFigure(
        label=indikator.titel,
        value=number_cell(indikator, messung.at(own, year)).text,
        unit=_unit(indikator),
        sentence=indikator.kurz,
        href=url_of(report, key),
        source=f"{year}, {indikator.quelle.name}",
        beside=", ".join(_beside(messung, year)),
    )


def _beside(messung: Messung, year: int) -> Iterator[str]:
    """Yield what Land and Bund have in a year; of a count, which only follows size, nothing."""
    if messung.indikator.art is Zahlart.ANZAHL:
        return
    for area in messung.geografie.measures():
        figure = messung.at(area, year)
        if figure is not None and figure.value is not None:
            number = number_cell(messung.indikator, figure).text
            sign = "\u202f%" if messung.indikator.einheit == "%" else ""
            yield f"{messung.geografie.name_of(area)} {number}{sign}"


def _unit(indikator: Indikator) -> str:
    # What is counted already stands in the title: "Pflegeplätze 3.640".
    return "" if indikator.art is Zahlart.ANZAHL else indikator.einheit


def key_figures(report: Report, keys: Iterable[Key]) -> tuple[KeyFigure, ...]:
    """Return the key figures of several indicators, of each group one, and none without a value."""
    return tuple(figure for key in once(report, keys) if (figure := key_figure(report, key)))


def field_sentences(report: Report) -> tuple[Link, ...]:
    """Return all Handlungsfelder in their order, each with what its first key figure says."""
    ordered = sorted(report.handlungsfelder.values(), key=lambda one: (one.reihenfolge, one.key))
    return tuple(
        Link(feld.titel, url_of(report, feld.key), field_sentence(report, feld)) for feld in ordered
    )


def field_sentence(report: Report, feld: Handlungsfeld) -> str:
    """Return the first key figure of a field that the county has, said; else what it is about."""
    return first_said(report, (ref.key for ref in feld.kennzahlen)) or feld.kurz


def first_said(report: Report, keys: Iterable[Key]) -> str:
    """Return what the first of some figures says that the county has; nothing where it has none."""
    for key in once(report, keys):
        messung = messungen(report).get(key.name)
        year = messung.latest_year((messung.own,)) if messung else 0
        if messung and year:
            said = county_sentence(messung, year)
            is_named = messung.indikator.wortlaut is not None
            return said if is_named else f"{messung.indikator.titel}: {said}"
    return ""
