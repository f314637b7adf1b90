"""The numbers of an edition: each with its year and source, some of them said and drawn."""

from collections.abc import Iterable, Iterator

from fokusbericht.charts.drawn.sparkline import Sparkline, sparkline_svg
from fokusbericht.charts.drawn.word_size import SmallBar, hundred_svg, small_bars_svg
from fokusbericht.model.base import Key
from fokusbericht.model.editions import EditionFigure, YearSentence
from fokusbericht.model.figures import Zahlart
from fokusbericht.model.planning import Satzbild, Satzwahl
from fokusbericht.model.report import Report
from fokusbericht.statistics.drawable import can_draw, compared_areas, course_until
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.statistics.rounding import shown
from fokusbericht.urls import address_of
from fokusbericht.words import editions as words
from fokusbericht.words.county import (
    change_sentence,
    compared_sentence,
    county_sentence,
    course_sentence,
    joined,
)
from fokusbericht.words.numbers import number_cell, source_line, value_text

MOST = 4  # figures of a chapter


def edition_figure(report: Report, key: Key) -> EditionFigure | None:
    """Return the county's latest value of an indicator; None if it has none."""
    messung = messungen(report).get(key.name)
    year = messung.latest_year((messung.own,)) if messung else 0
    return _figure(messung, year) if messung and year else None


def edition_figures(report: Report, keys: Iterable[Key]) -> tuple[EditionFigure, ...]:
    """Return the figures of a chapter."""
    found = (edition_figure(report, key) for key in keys)
    return tuple(one for one in found if one)[:MOST]


def _figure(messung: Messung, year: int) -> EditionFigure:
    indikator = messung.indikator
    value = shown(messung.value(messung.own, year) or 0, indikator.dezimalstellen)
    return EditionFigure(
        indicator=messung.name,
        label=indikator.titel,
        value=number_cell(indikator, messung.at(messung.own, year)).text,
        number=f"{value:.{indikator.dezimalstellen}f}".replace(".", ","),
        # What is counted already stands in the title: "Pflegeplätze 3.640".
        unit="" if indikator.art is Zahlart.ANZAHL else indikator.einheit,
        year=words.year(year, indikator.jahr_des_berichts),
        source=source_line(indikator, year),
        licence=indikator.quelle.lizenz,
        href=address_of(indikator.key),
    )


def year_sentences(report: Report, chosen: Iterable[Satzwahl]) -> Iterator[YearSentence]:
    """Yield the sentences that tell the year."""
    for one in chosen:
        messung = messungen(report).get(one.zahl.key.name)
        year = messung.latest_year((messung.own,)) if messung else 0
        if messung and year:
            yield _sentence(messung, year, one.bild or fitting(messung, year))


def _sentence(messung: Messung, year: int, picture: Satzbild | None) -> YearSentence:
    said = county_sentence(messung, year)
    is_comparable = len(messung.comparable(messung.known(messung.own), year)) > 1
    changed = change_sentence(messung, year) if is_comparable else ""
    compared = compared_sentence(messung, year)
    more = compared if picture is Satzbild.VERGLEICH else changed or compared
    drawing, heard = _drawn(messung, year, picture)
    return YearSentence(_figure(messung, year), joined(said, more), drawing, heard)


def fitting(messung: Messung, year: int) -> Satzbild | None:
    """Return how a figure is best drawn as small as a word, if it can be."""
    return next((one for one in Satzbild if can_draw(messung, year, one)), None)


def _drawn(messung: Messung, year: int, picture: Satzbild | None) -> tuple[str, str]:
    indikator = messung.indikator
    match picture:
        case Satzbild.VERLAUF:
            heard = course_sentence(messung) or words.years(course_until(messung, year))
            breaks = tuple(one.jahr for one in indikator.brueche)
            points = tuple(sorted(course_until(messung, year).items()))
            return sparkline_svg(Sparkline(heard, points, breaks)), heard
        case Satzbild.VERGLEICH:
            bars = _bars(messung, year)
            heard = ", ".join(f"{one.name}: {one.text}" for one in bars)
            return small_bars_svg(bars, heard), heard
        case Satzbild.ANTEIL:
            value = messung.value(messung.own, year) or 0
            text = number_cell(indikator, messung.at(messung.own, year)).text
            return hundred_svg(value, words.hundred(text)), words.hundred(text)
    return "", ""


def _bars(messung: Messung, year: int) -> tuple[SmallBar, ...]:
    """Return county, Land and Bund as bars."""
    land, bund = messung.geografie.measures()
    names = {messung.own: words.COUNTY, land: words.LAND, bund: words.BUND}
    return tuple(
        SmallBar(
            names[area],
            messung.value(area, year) or 0,
            value_text(messung.indikator, messung.at(area, year)),
        )
        for area in compared_areas(messung, year)
    )
