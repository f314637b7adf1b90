"""What an indicator's figures become on its page: pictures with their sentences, and tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fokusbericht.charts.vega.data import BarChart, DistributionChart, LineChart
from fokusbericht.exports.daten.indikator import whole_links
from fokusbericht.figures.charts import distribution_chart, ranking_chart
from fokusbericht.figures.pictures import (
    MapPicture,
    chart_picture,
    flattening,
    line_chart,
    map_picture,
)
from fokusbericht.figures.tables import TableView, tables_apart, value_table
from fokusbericht.statistics.messung import Messung
from fokusbericht.urls import address_of
from fokusbericht.views import LegendClass, Link, Picture
from fokusbericht.words import kommunen
from fokusbericht.words.county import (
    NO_WHOLE,
    change_sentence,
    compared_sentence,
    county_sentence,
    joined,
)
from fokusbericht.words.numbers import source_line
from fokusbericht.words.phrases import listing


@dataclass(frozen=True, slots=True)
class MapFigure:
    """The map of the last year with its legend."""

    title: str
    picture: MapPicture
    legend: tuple[LegendClass, ...]
    sentence: str
    notes: tuple[str, ...]
    source: str
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """A chart: the course over the years, the ranking, the distribution."""

    title: str
    picture: Picture
    sentence: str
    notes: tuple[str, ...]
    source: str
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IndikatorFigures:
    """What an indicator's figures become: sentences, drawings, tables.

    One of the drawings is `best`: it is seen at once, the `others` are asked for.
    """

    year: int
    said: tuple[str, ...]
    map: MapFigure | None
    course: ChartFigure | None
    bars: ChartFigure | None
    distribution: ChartFigure | None
    best: str
    others: int
    source: str
    table: TableView
    apart: tuple[TableView, ...]
    values: tuple[Link, ...]  # all values as files
    downloads: tuple[Link, ...]  # the drawings and what they show, as files


def figures_of(messung: Messung) -> IndikatorFigures:
    """Return all that the figures of an indicator become on its page."""
    year = messung.year
    drawn_map, course = map_figure(messung, year), course_figure(messung)
    bars, distribution = _bars(messung, year), _distribution(messung, year)
    drawn = {"karte": drawn_map, "verlauf": course, "rangfolge": bars, "verteilung": distribution}
    there = {name: one for name, one in drawn.items() if one}
    return IndikatorFigures(
        year=year,
        said=said_of(messung, year),
        map=drawn_map,
        course=course,
        bars=bars,
        distribution=distribution,
        best=next(iter(there), ""),
        others=max(len(there) - 1, 0),
        source=source_line(messung.indikator, year),
        table=value_table(messung, year),
        apart=tables_apart(messung, year),
        values=whole_links(messung.indikator),
        downloads=tuple(link for one in there.values() for link in one.downloads),
    )


def said_of(messung: Messung, year: int) -> tuple[str, ...]:
    """Return what is said first: the county beside others, its change, highest and lowest."""
    county = county_sentence(messung, year)
    found = [joined(county, compared_sentence(messung, year)), change_sentence(messung, year)]
    if messung.has_map:
        extremes = kommunen.extremes_sentence(messung, year)
        aside = (kommunen.small_sentence(messung, year), kommunen.secret_sentence(messung, year))
        found.append(joined(extremes, *aside))
    if county == NO_WHOLE:
        found.reverse()  # first what there is
    return tuple(one for one in found if one)


def map_figure(messung: Messung, year: int) -> MapFigure | None:
    """Return the map of one year; None where neither Kommunen nor Ämter have figures."""
    indikator = messung.indikator
    if not messung.has_map:
        return None
    picture, classes = map_picture(messung, year, "karte")
    address = f"{address_of(indikator.key)}karte"
    unit = f", {indikator.einheit}" if indikator.einheit else ""
    notes = (
        kommunen.aside_sentence(messung, year),
        kommunen.moved_sentence(messung, year),
        kommunen.gaps_sentence(messung, year),
    )
    return MapFigure(
        f"{indikator.titel} ({year}{unit})",
        picture,
        classes,
        kommunen.class_sentence(messung, year),  # highest and lowest are said beside it
        tuple(note for note in notes if note),
        source_line(indikator, year),
        (
            Link("Karte als SVG", f"{address}.svg"),
            Link("Karte als PNG", f"{address}.png"),
            Link("Werte der Karte als CSV", f"{address}.csv"),
        ),
    )


def course_figure(messung: Messung) -> ChartFigure | None:
    """Return the course over the years; None with fewer than two."""
    indikator = messung.indikator
    chart = line_chart(messung)
    cuts = tuple(
        f"{bruch.grund.rstrip('.')}. Werte vor und ab {bruch.jahr} sind nicht vergleichbar."
        for bruch in indikator.brueche
    )
    if chart is None:
        return None
    notes = (*cuts, *_left_out(messung))
    address = f"{address_of(indikator.key)}verlauf"
    downloads = (
        Link("Verlauf als SVG", f"{address}-mit-quelle.svg"),
        Link("Verlauf als PNG", f"{address}.png"),
        Link("Werte des Verlaufs als CSV", f"{address}.csv"),
    )
    figure = _chart(chart, address, notes, source_line(indikator), downloads)
    living = replace(figure.picture, interactive=f"{address}.vl.json")
    return replace(figure, picture=living)


def _left_out(messung: Messung) -> Iterator[str]:
    """Yield which rooms have no line, as it would flatten all others."""
    far = flattening(messung)
    names = listing([one.title for key, one in messung.geografie.raeume.items() if key in far])
    if names:
        yield f"Ohne {names}: So weit abseits würden diese Werte alle anderen Linien flach drücken."


def _bars(messung: Messung, year: int) -> ChartFigure | None:
    indikator = messung.indikator
    chart = ranking_chart(messung, year)
    address = f"{address_of(indikator.key)}rangfolge"
    downloads = (
        Link("Rangfolge als SVG", f"{address}-mit-quelle.svg"),
        Link("Rangfolge als CSV", f"{address}.csv"),
    )
    if chart is None:
        return None
    # The place among the counties is said at the top of the page already.
    told = messung.has_map
    return _chart(chart, address, (), source_line(indikator, year), downloads, told)


def _distribution(messung: Messung, year: int) -> ChartFigure | None:
    indikator = messung.indikator
    chart = distribution_chart(messung, year)
    if chart is None:
        return None
    address = f"{address_of(indikator.key)}verteilung"
    downloads = (Link("Verteilung als SVG", f"{address}-mit-quelle.svg"),)
    return _chart(chart, address, (), source_line(indikator, year), downloads)


def _chart(
    chart: LineChart | BarChart | DistributionChart,
    address: str,
    notes: tuple[str, ...],
    source: str,
    downloads: tuple[Link, ...],
    told: bool = True,
) -> ChartFigure:
    sentence = chart.description if told else ""
    picture = chart_picture(chart, address, told=bool(sentence))
    return ChartFigure(chart.title, picture, sentence, notes, source, downloads)
