"""What an indicator's figures become on its page: pictures with their sentences, and tables."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from fokusbericht.charts import BarChart, DistributionChart, LineChart
from fokusbericht.figures.charts import distribution_chart, ranking_chart
from fokusbericht.figures.pictures import (
    MapPicture,
    chart_picture,
    drawn_areas,
    line_chart,
    map_picture,
    map_scale,
)
from fokusbericht.figures.tables import TableView, ranking_table, whole_table
from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Levels
from fokusbericht.urls import url_of
from fokusbericht.views import LegendClass, Link, Picture
from fokusbericht.words import kommunen
from fokusbericht.words.county import change_sentence, compared_sentence, county_sentence, joined
from fokusbericht.words.numbers import ranked_values, shown_year, source_line

ROOMS_NOTE = (
    "Die Ortsnamen im Bild bezeichnen Betrachtungsräume, nicht die Kommunen gleichen Namens."
)


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
class Figures:
    """What an indicator's figures become: sentences, drawings, tables."""

    year: int
    said: tuple[str, ...]
    map: MapFigure | None
    course: ChartFigure | None
    bars: ChartFigure | None
    distribution: ChartFigure | None
    ranking: TableView | None
    table: TableView


def figures_of(report: Report, indikator: Indikator, levels: Levels) -> Figures:
    """Return all that the figures of an indicator become on its page."""
    year = shown_year(report, indikator, levels)
    everything = (report, indikator, levels, year)
    return Figures(
        year=year,
        said=said_of(*everything),
        map=map_figure(*everything),
        course=course_figure(report, indikator, levels),
        bars=_bars(*everything),
        distribution=_distribution(*everything),
        ranking=ranking_table(*everything),
        table=whole_table(*everything),
    )


def said_of(report: Report, indikator: Indikator, levels: Levels, year: int) -> tuple[str, ...]:
    """Return what is said first: the county beside others, its change, highest and lowest."""
    everything = (report, indikator, levels, year)
    found = [
        joined(county_sentence(*everything), compared_sentence(*everything)),
        change_sentence(*everything),
    ]
    if indikator.ebene is Ebene.KOMMUNE:
        ranked = ranked_values(*everything)
        extremes = kommunen.extremes_sentence(report, indikator, ranked)
        aside = (kommunen.small_sentence(*everything), kommunen.secret_sentence(*everything))
        found.append(joined(extremes, *aside))
    return tuple(one for one in found if one)


def map_figure(report: Report, indikator: Indikator, levels: Levels, year: int) -> MapFigure | None:
    """Return the map of one year; None where the Kommunen have no figures."""
    if indikator.ebene is not Ebene.KOMMUNE:
        return None
    picture, classes = map_picture(report, indikator, levels, year, "karte")
    address = f"{url_of(report, indikator.key)}karte"
    unit = f", {indikator.einheit}" if indikator.einheit else ""
    ranked = ranked_values(report, indikator, levels, year)
    inner = map_scale(report, indikator, levels).inner
    classes_said = kommunen.class_sentence(
        indikator, kommunen.values_of(report, indikator, levels, year), inner
    )
    notes = (
        kommunen.moved_sentence(report, indikator, levels, year),
        kommunen.gaps_sentence(report, levels, year),
    )
    return MapFigure(
        f"{indikator.titel} ({year}{unit})",
        picture,
        classes,
        classes_said
        or joined(
            kommunen.extremes_sentence(report, indikator, ranked),
            kommunen.secret_sentence(report, indikator, levels, year),
        ),
        tuple(note for note in notes if note),
        source_line(indikator, year),
        (
            Link("Karte als SVG", f"{address}.svg"),
            Link("Karte als PNG", f"{address}.png"),
            Link("Werte der Karte als CSV", f"{address}.csv"),
        ),
    )


def course_figure(report: Report, indikator: Indikator, levels: Levels) -> ChartFigure | None:
    """Return the course over the years; None with fewer than two."""
    chart = line_chart(report, indikator, levels)
    cuts = tuple(
        f"{bruch.grund.rstrip('.')}. Werte vor und ab {bruch.jahr} sind nicht vergleichbar."
        for bruch in indikator.brueche
    )
    if chart is None:
        return None
    notes = (*cuts, *_room_notes(report, drawn_areas(report, indikator, levels)))
    address = f"{url_of(report, indikator.key)}verlauf"
    downloads = (
        Link("Verlauf als SVG", f"{address}-mit-quelle.svg"),
        Link("Verlauf als PNG", f"{address}.png"),
        Link("Werte des Verlaufs als CSV", f"{address}.csv"),
    )
    figure = _chart(chart, address, notes, source_line(indikator), downloads)
    living = replace(figure.picture, interactive=f"{address}.vl.json")
    return replace(figure, picture=living)


def _room_notes(report: Report, drawn: Collection[str]) -> Iterator[str]:
    """Yield that lines are those of rooms, where a Kommune has the same name: labels are short."""
    towns = {kommune.name for kommune in report.geografie.kommunen.values()}
    if any(name in drawn and raum.name in towns for name, raum in report.geografie.raeume.items()):
        yield ROOMS_NOTE


def _bars(report: Report, indikator: Indikator, levels: Levels, year: int) -> ChartFigure | None:
    chart = ranking_chart(report, indikator, levels, year)
    address = f"{url_of(report, indikator.key)}rangfolge"
    downloads = (
        Link("Rangfolge als SVG", f"{address}-mit-quelle.svg"),
        Link("Rangfolge als CSV", f"{address}.csv"),
    )
    if chart is None:
        return None
    # The place among the counties is said at the top of the page already.
    told = indikator.ebene is Ebene.KOMMUNE
    return _chart(chart, address, (), source_line(indikator, year), downloads, told)


def _distribution(
    report: Report, indikator: Indikator, levels: Levels, year: int
) -> ChartFigure | None:
    chart = distribution_chart(report, indikator, levels, year)
    if chart is None:
        return None
    address = f"{url_of(report, indikator.key)}verteilung"
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
