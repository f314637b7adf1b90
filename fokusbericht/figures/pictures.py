"""Figures drawn: maps with their legends, and charts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from fokusbericht.charts.vega.data import BarChart, DistributionChart, LineChart, Series
from fokusbericht.charts.vega.sizes import size
from fokusbericht.maps import Area, MapView, class_labels, class_names, map_svg
from fokusbericht.model.figures import Zahlart
from fokusbericht.model.places import Geografie
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.classify import Scale, class_of
from fokusbericht.statistics.drawable import FEWEST_YEARS
from fokusbericht.statistics.messung import Messung
from fokusbericht.statistics.outlying import cut_off
from fokusbericht.statistics.rounding import shown
from fokusbericht.views import LegendClass, Picture
from fokusbericht.words.county import course_sentence, sentence
from fokusbericht.words.course import turning
from fokusbericht.words.kreiskarte import legend_count
from fokusbericht.words.numbers import (
    source_line,
    value_text,
)
from fokusbericht.words.secret import is_secret
from fokusbericht.words.verwaltungen import AREAS

MOST_LINES = 9
MISSING_CLASSES = (("fehlt", "keine Angabe"), ("geheim", "geheim gehalten"))


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map as plain data; it becomes SVG where a template prints it.

    The shapes are no ingredient of their own: the recipe covers the files in geo/.
    """

    view: MapView
    id: str
    _geografie: Geografie

    def __html__(self) -> str:
        return map_svg(self._geografie, self.view, id_prefix=self.id)


def map_picture(
    messung: Messung, year: int, prefix: str
) -> tuple[MapPicture, tuple[LegendClass, ...]]:
    """Return the map of the Kommunen, or of Ämter and amtsfreie Kommunen, in one year, with legend.

    An Amt is one area; it may lie in several rooms, whose outlines would cut it into parts.
    """
    indikator = messung.indikator
    scale = messung.scale
    geografie = messung.geografie
    figures = {area: messung.at(area, year) for area in messung.lowest}
    names = {area: geografie.name_of(area) for area in figures}
    areas = tuple(
        Area(
            key=area,
            name=names[area],
            text=f"{names[area]}: {value_text(indikator, figure)}",
            css=map_class(figure, scale, indikator.dezimalstellen),
        )
        for area, figure in figures.items()
    )
    classes = legend(messung, figures)
    view = MapView(
        title=f"{indikator.titel}, {AREAS[indikator.ebene][0]} {year}",
        description=sentence(messung, year),
        areas=areas,
        rooms_drawn=messung.is_local,
        labels=room_labels(messung.geografie),
        source=source_line(indikator, year),
        legend=tuple((one.name, one.label) for one in classes),
    )
    return MapPicture(view, prefix, geografie), classes


def map_class(figure: Figure | None, scale: Scale, digits: int) -> str:
    """Return the style of an area: its class, or that its figure is missing or secret."""
    if figure is None or figure.value is None:
        return "geheim" if is_secret(figure) else "fehlt"
    return _names(scale)[class_of(shown(figure.value, digits), scale.inner)]


def _names(scale: Scale) -> tuple[str, ...]:
    return class_names(len(scale.inner) + 1, scale.diverging)


def room_labels(geografie: Geografie) -> tuple[tuple[str, str], ...]:
    """Return the names of the rooms, each to be written at its own place."""
    return tuple((raum.name, name) for name, raum in geografie.raeume.items())


def legend(messung: Messung, figures: Mapping[str, Figure | None]) -> tuple[LegendClass, ...]:
    """Return the classes with their ranges and how many areas are in each."""
    indikator, scale = messung.indikator, messung.scale
    names = _names(scale)
    labels = class_labels(scale.inner, indikator.einheit, indikator.dezimalstellen)
    digits = indikator.dezimalstellen
    styles = Counter(map_class(figure, scale, digits) for figure in figures.values())
    entries = [*zip(names, labels, strict=True), *MISSING_CLASSES]
    return tuple(
        LegendClass(name, label, legend_count(messung, styles[name]))
        for name, label in entries
        if name in names or styles[name]
    )


def has_course(messung: Messung) -> bool:
    """Say whether there are enough years for a line: two are told in a sentence."""
    years = {
        year
        for area in drawn_areas(messung)
        for year, figure in messung.levels[area].items()
        if figure.value is not None
    }
    return len(years) >= FEWEST_YEARS


def line_chart(messung: Messung) -> LineChart | None:
    """Return the course over the years; None when there are too few of them."""
    indikator = messung.indikator
    if not has_course(messung):
        return None
    series = tuple(_series(messung, area) for area in drawn_areas(messung))
    return LineChart(
        title=f"{indikator.titel}, Verlauf",
        description=course_sentence(messung),
        unit=indikator.einheit,
        digits=indikator.dezimalstellen,
        series=series,
        breaks=tuple(bruch.jahr for bruch in indikator.brueche),
    )


def drawn_areas(messung: Messung) -> tuple[str, ...]:
    """Return whose lines are drawn: the county, Land and Bund, and rooms or some counties."""
    indikator = messung.indikator
    geografie = messung.geografie
    measures = [
        area for area in (geografie.schluessel, *geografie.measures()) if area in messung.levels
    ]
    if indikator.art is Zahlart.ANZAHL and len(measures) > 1:
        measures = measures[:1]  # counts of a whole Land would flatten all the other lines
    far = flattening(messung)
    rooms = [name for name in geografie.raeume if messung.has_values(name) and name not in far]
    others = rooms or _outer_counties(messung)
    found = [area for area in (*measures, *others) if messung.has_values(area)]
    return tuple(found[:MOST_LINES])


def flattening(messung: Messung) -> frozenset[str]:
    """Return the rooms whose line would flatten all others: that of an area set aside."""
    last = {name: messung.latest(name)[1].value for name in messung.geografie.raeume}
    known = {name: value for name, value in last.items() if value is not None}
    return cut_off(known, messung.aside)


def _outer_counties(messung: Messung) -> list[str]:
    """Return the counties with the highest, the middle and the lowest value of the last year."""
    counties = [area for area in messung.counties if area != messung.own]
    year = max((max(messung.levels[area]) for area in counties), default=0)
    known = [
        (value, area)
        for area in counties
        if (value := messung.levels[area].get(year, Figure(None)).value) is not None
    ]
    ordered = [area for _, area in sorted(known, reverse=True)]
    return (
        list(dict.fromkeys([ordered[0], ordered[len(ordered) // 2], ordered[-1]]))
        if ordered
        else []
    )


def _series(messung: Messung, area: str) -> Series:
    points = tuple((year, figure.value) for year, figure in messung.levels[area].items())
    own = area == messung.own
    return Series(
        messung.geografie.name_of(area),
        points,
        emphasis=own,
        told=_told_years(messung) if own else (),
        dashed=area in messung.geografie.measures(),
    )


def _told_years(messung: Messung) -> tuple[int, ...]:
    """Return where the course of the county begins and where it turns, as its sentence says."""
    known = messung.known(messung.own)
    years = messung.comparable(known, max(known, default=0))
    turn = turning(years, known) if len(years) > 1 else 0
    return (*years[:1], *([turn] if turn else ()))


def chart_picture(
    chart: LineChart | BarChart | DistributionChart, address: str, told: bool = False
) -> Picture:
    """Return the picture of a chart that is drawn to `<address>.svg` and `<address>-schmal.svg`.

    With `told` its description is the caption; who listens would else hear it twice.
    """
    alt = f"Diagramm: {chart.title}" if told else f"{chart.title}. {chart.description}".strip()
    (width, height), (width_narrow, height_narrow) = size(chart, False), size(chart, True)
    return Picture(
        src=f"{address}.svg",
        alt=alt,
        width=width,
        height=height,
        src_narrow=f"{address}-schmal.svg",
        width_narrow=width_narrow,
        height_narrow=height_narrow,
    )
