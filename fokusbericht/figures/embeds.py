"""What embeds in texts draw: `{{ karte: leerstandsquote, 2022 }}` and its kin."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.figures.photographs import bild_view
from fokusbericht.figures.pictures import MapPicture, chart_picture, line_chart, map_picture
from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Levels
from fokusbericht.statistics.levels import levels_of
from fokusbericht.text.references import PICTURE_EMBED, figure_of
from fokusbericht.urls import url_of
from fokusbericht.views import Cell, EmbedView, LegendClass, Picture
from fokusbericht.words.county import sentence
from fokusbericht.words.numbers import (
    area_url,
    county_keys,
    distinct_name,
    has_values,
    latest_year,
    number_cell,
    source_line,
    value_text,
    worded_cell,
)
from fokusbericht.words.secret import WORDS_NOTE, has_secret, has_secret_kommune, is_secret


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
    indikator = report.indikatoren[key]
    levels = levels_of(report)[key]
    draw = {"karte": _karte, "diagramm": _diagramm, "tabelle": _tabelle, "kennzahl": _kennzahl}
    return draw[name](report, indikator, levels, year)


def _karte(report: Report, indikator: Indikator, levels: Levels, year: int | None) -> EmbedView:
    if indikator.ebene is not Ebene.KOMMUNE:
        return _kennzahl(report, indikator, levels, year)
    year = year or latest_year(indikator, levels, tuple(report.geografie.kommunen))
    picture, classes = map_picture(report, indikator, levels, year, f"karte-{indikator.key.name}")
    view = KarteView(
        title=f"{indikator.titel} {year}",
        svg=picture,
        legend=classes,
        sentence=sentence(report, indikator, levels, year),
        source=source_line(indikator, year),
        href=url_of(report, indikator.key),
        note=WORDS_NOTE * has_secret_kommune(report, levels, year),
    )
    return EmbedView("karte", view)


def _diagramm(report: Report, indikator: Indikator, levels: Levels, year: int | None) -> EmbedView:
    chart = line_chart(report, indikator, levels)
    if chart is None:
        return _kennzahl(report, indikator, levels, year)
    address = url_of(report, indikator.key)
    view = DiagrammView(
        title=chart.title,
        picture=chart_picture(chart, f"{address}verlauf"),
        sentence=chart.description,
        source=source_line(indikator),
        href=address,
    )
    return EmbedView("diagramm", view)


def _kennzahl(report: Report, indikator: Indikator, levels: Levels, year: int | None) -> EmbedView:
    own = report.geografie.schluessel
    year = year or latest_year(indikator, levels, (own,))
    figure = levels.get(own, {}).get(year)
    known = figure is not None and figure.value is not None
    view = KennzahlView(
        label=indikator.titel,
        value=value_text(indikator, figure) if not known else number_cell(indikator, figure).text,
        unit=indikator.einheit if known else "",
        sentence=indikator.kurz,
        source=source_line(indikator, year),
        href=url_of(report, indikator.key),
        note=WORDS_NOTE * is_secret(figure),
    )
    return EmbedView("kennzahl", view)


def _tabelle(report: Report, indikator: Indikator, levels: Levels, year: int | None) -> EmbedView:
    areas = tuple(measured_areas(report, levels))
    year = year or latest_year(indikator, levels, areas)
    rows = tuple(
        (
            Cell(distinct_name(report, area), area_url(report, area)),
            worded_cell(indikator, levels[area].get(year)),
        )
        for area in areas
    )
    unit = indikator.einheit or "Wert"
    view = TabelleView(
        caption=f"{indikator.titel} {year}",
        head=("Raum", unit),
        rows=rows,
        source=source_line(indikator, year),
        href=url_of(report, indikator.key),
        note=WORDS_NOTE * has_secret(levels[area].get(year) for area in areas),
    )
    return EmbedView("tabelle", view)


def measured_areas(report: Report, levels: Levels) -> Iterator[str]:
    """Yield the county, Land and Bund, then rooms or other counties."""
    measures = (report.geografie.schluessel, "01", "D")
    yield from (area for area in measures if area in levels)
    rooms = [name for name in report.geografie.raeume if has_values(levels, name)]
    yield from rooms or (area for area in county_keys(report, levels) if area not in measures)
