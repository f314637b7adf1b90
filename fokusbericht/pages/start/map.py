"""The pictures of the start page: the map that leads to the Kommunen, one telling figure."""

from dataclasses import dataclass, replace

from fokusbericht.figures.pictures import MapPicture, map_picture
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.urls import path_of, relative, url_of
from fokusbericht.views import LegendClass, Link
from fokusbericht.words.county import sentence
from fokusbericht.words.kreiskarte import topic
from fokusbericht.words.numbers import source_line, value_text
from fokusbericht.words.secret import WORDS_NOTE

HEARD = "Der Satz darüber nennt, wo der Wert am höchsten und wo er am niedrigsten ist."


@dataclass(frozen=True, slots=True)
class StartMap:
    """The map of the start page; its areas lead to the profiles of the Kommunen."""

    link: Link
    picture: MapPicture
    legend: tuple[LegendClass, ...]
    sentence: str
    notes: tuple[str, ...]
    source: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ComparedValue:
    """A value with a bar, from 0 to 100, to see it against the others."""

    name: str
    value: str
    bar: float
    own: bool


@dataclass(frozen=True, slots=True)
class YearFigure:
    """One telling figure, of which year, what it says, and what it can be measured by."""

    year: int
    value: str
    sentence: str
    compared: tuple[ComparedValue, ...]
    source: str
    link: Link


def start_map(report: Report) -> StartMap:
    """Return the map that kreis.yml asks for, in the last year that its areas have."""
    messung = messungen(report)[report.kreis.startkarte.key.name]
    indikator = messung.indikator
    year = messung.latest_year(messung.lowest)
    picture, classes = map_picture(messung, year, "karte")
    address = url_of(report, indikator.key)
    return StartMap(
        link=Link(topic(indikator.titel, year), address),
        picture=_linked(report, picture),
        legend=classes,
        sentence=sentence(messung, year),
        notes=(WORDS_NOTE,) * messung.has_secret(year),
        source=source_line(indikator, year),
        links=(
            Link("Als Tabelle", f"{address}#tabelle"),
            Link("In der Kreiskarte öffnen", f"/sozialbericht/?kennzahl={indikator.key.name}"),
        ),
    )


def _linked(report: Report, picture: MapPicture) -> MapPicture:
    # The same links stand beside the map from A to Z: those of the map are for pointers alone.
    kommunen, page = report.geografie.kommunen, path_of("/")
    linked = tuple(
        replace(area, href=relative(url_of(report, kommunen[area.key].key), page))
        if area.key in kommunen
        else area  # an Amt has no page of its own
        for area in picture.view.areas
    )
    view = replace(picture.view, description=HEARD, areas=linked, beside=True)
    return replace(picture, view=view)


def year_figure(report: Report) -> YearFigure | None:
    """Return the telling figure, if kreis.yml names one that the county has a value of."""
    chosen = report.kreis.zahl_des_jahres
    if chosen is None:
        return None
    messung = messungen(report)[chosen.indikator.key.name]
    indikator, own = messung.indikator, messung.own
    year = messung.latest_year((own,))
    if not year:
        return None
    return YearFigure(
        year=year,
        value=value_text(indikator, messung.at(own, year)),
        sentence=chosen.satz or indikator.kurz,
        compared=_compared(messung, year),
        source=source_line(indikator, year),
        link=Link(indikator.titel, url_of(report, indikator.key)),
    )


def _compared(messung: Messung, year: int) -> tuple[ComparedValue, ...]:
    """Return the values of Kreis, Land and Bund; nothing where there is but one, or below zero."""
    indikator = messung.indikator
    own = messung.own
    found = {
        area: messung.series(area).get(year, Figure(None))
        for area in (own, *messung.geografie.measures())
    }
    values = {area: one.value for area, one in found.items() if one.value is not None}
    top = max(values.values(), default=0)
    if len(values) < 2 or min(values.values()) < 0 or not top:
        return ()
    return tuple(
        ComparedValue(
            messung.geografie.name_of(area),
            value_text(indikator, found[area]),
            round(value / top * 100, 1),
            area == own,
        )
        for area, value in values.items()
    )
