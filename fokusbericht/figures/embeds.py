"""What embeds in texts draw: `{{ karte: leerstandsquote, 2022 }}` and its kin."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.figures.photographs import bild_view
from fokusbericht.figures.pictures import MapPicture, chart_picture, line_chart, map_picture
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.references import PICTURE_EMBED, figure_of
from fokusbericht.urls import address_of
from fokusbericht.views import Cell, EmbedView, LegendClass, Picture
from fokusbericht.words.county import sentence
from fokusbericht.words.numbers import (
    area_url,
    number_cell,
    source_line,
    value_text,
    worded_cell,
)
from fokusbericht.words.secret import WORDS_NOTE, has_secret, is_secret


@dataclass(frozen=True, slots=True)
class BlankView:
    """What is still to be filled in."""

    text: str


@dataclass(frozen=True, slots=True)
class KarteView:
    """A map in the middle of a text."""

    title: str
    svg: MapPicture
    legend: tuple[LegendClass, ...]
    sentence: str
    source: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DiagrammView:
    """A chart in the middle of a text."""

    title: str
    picture: Picture
    sentence: str
    source: str
    href: str


@dataclass(frozen=True, slots=True)
class KennzahlView:
    """A key figure in the middle of a text."""

    label: str
    value: str
    unit: str
    sentence: str
    source: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TabelleView:
    """A table in the middle of a text."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: str
    href: str
    note: str = ""


def embed_view(report: Report, name: str, argument: str) -> EmbedView:
    """Return the figure that an embed `{{ name: argument }}` draws."""
    if name == "luecke":
        return EmbedView("luecke", BlankView(argument))
    if name == PICTURE_EMBED:
        return EmbedView("bild", bild_view(report, argument))
    key, year = figure_of(argument)
    messung = messungen(report)[key]
    draw = {"karte": _karte, "diagramm": _diagramm, "tabelle": _tabelle, "kennzahl": _kennzahl}
    return draw[name](messung, year)


def _karte(messung: Messung, year: int | None) -> EmbedView:
    indikator = messung.indikator
    if not messung.has_map:
        return _kennzahl(messung, year)
    return EmbedView("karte", karte_view(messung, year, f"karte-{indikator.key.name}"))


def karte_view(messung: Messung, year: int | None, prefix: str) -> KarteView:
    """Return the map of a year as it stands in the middle of a page, else of the last one."""
    indikator, year = messung.indikator, year or messung.year
    picture, classes = map_picture(messung, year, prefix)
    return KarteView(
        title=f"{indikator.titel} {year}",
        svg=picture,
        legend=classes,
        sentence=sentence(messung, year),
        source=source_line(indikator, year),
        href=address_of(indikator.key),
        note=WORDS_NOTE * messung.has_secret(year),
    )


def _diagramm(messung: Messung, year: int | None) -> EmbedView:
    indikator = messung.indikator
    chart = line_chart(messung)
    if chart is None:
        return _kennzahl(messung, year)
    address = address_of(indikator.key)
    view = DiagrammView(
        title=chart.title,
        picture=chart_picture(chart, f"{address}verlauf"),
        sentence=chart.description,
        source=source_line(indikator),
        href=address,
    )
    return EmbedView("diagramm", view)


def _kennzahl(messung: Messung, year: int | None) -> EmbedView:
    indikator = messung.indikator
    own = messung.own
    year = year or messung.latest_year((own,))
    figure = messung.at(own, year)
    known = figure is not None and figure.value is not None
    view = KennzahlView(
        label=indikator.titel,
        value=value_text(indikator, figure) if not known else number_cell(indikator, figure).text,
        unit=indikator.einheit if known else "",
        sentence=indikator.kurz,
        source=source_line(indikator, year),
        href=address_of(indikator.key),
        note=WORDS_NOTE * is_secret(figure),
    )
    return EmbedView("kennzahl", view)


def _tabelle(messung: Messung, year: int | None) -> EmbedView:
    indikator = messung.indikator
    areas = tuple(measured_areas(messung))
    year = year or messung.latest_year(areas)
    rows = tuple(
        (
            Cell(messung.geografie.name_of(area), area_url(messung.geografie, area)),
            worded_cell(indikator, messung.at(area, year)),
        )
        for area in areas
    )
    unit = indikator.einheit or "Wert"
    view = TabelleView(
        caption=f"{indikator.titel} {year}",
        head=("Raum", unit),
        rows=rows,
        source=source_line(indikator, year),
        href=address_of(indikator.key),
        note=WORDS_NOTE * has_secret(messung.at(area, year) for area in areas),
    )
    return EmbedView("tabelle", view)


def measured_areas(messung: Messung) -> Iterator[str]:
    """Yield the county, Land and Bund, then rooms or other counties."""
    measures = (messung.own, *messung.geografie.measures())
    yield from (area for area in measures if area in messung.levels)
    rooms = [name for name in messung.geografie.raeume if messung.has_values(name)]
    yield from rooms or (area for area in messung.counties if area not in measures)
