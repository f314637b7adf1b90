"""The charts of one indicator on /demographie-und-finanzen/, with sentences that hold."""

from collections.abc import Iterator

from fokusbericht.charts.vega.data import Bar, BarChart, LineChart, Series
from fokusbericht.figures.areas import KREIS_URL
from fokusbericht.figures.population import (
    population_chart,
    population_of,
    population_sentence,
)
from fokusbericht.figures.profile import SHORT, breaks_of, points_of
from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht.demographie_drawing import (
    ChartOnPage,
    break_notes,
    living_picture,
)
from fokusbericht.statistics.messung import Messung
from fokusbericht.words.amounts import number
from fokusbericht.words.county import county_sentence, course_sentence, joined, sentence
from fokusbericht.words.people import signed
from fokusbericht.words.phrases import listing


def drawings_of(report: Report, messung: Messung, folder: str) -> tuple[ChartOnPage, ...]:
    """Return the charts of an indicator: none where a single year is known."""
    if messung is population_of(report):
        found = population_drawing(report, messung, folder), rooms_drawing(messung, folder)
    else:
        years = len(known_years(messung))
        draw = county_drawing if years >= SHORT else years_drawing
        found = (draw(messung, folder) if years > 1 else None, None)
    return tuple(drawing for drawing in found if drawing is not None)


def known_years(messung: Messung) -> tuple[int, ...]:
    """Return the years in which the county has a value."""
    return tuple(messung.known(messung.own))


def population_drawing(report: Report, messung: Messung, folder: str) -> ChartOnPage | None:
    """Return the county's population; its profile has drawn it already."""
    area = report.geografie.schluessel
    chart = population_chart(report, area)
    if chart is None:
        return None
    return ChartOnPage(
        report.geografie.name,
        living_picture(chart, f"{KREIS_URL}bevoelkerung", f"{folder}kreis"),
        population_sentence(messung, area),
        (),
        break_notes(messung.indikator),
        chart,
        elsewhere=True,
    )


def rooms_drawing(messung: Messung, folder: str) -> ChartOnPage | None:
    """Return the population of the Betrachtungsräume, each as a line."""
    indikator = messung.indikator
    series = tuple(
        Series(raum.title, points_of(messung.series(name)))
        for name, raum in messung.geografie.raeume.items()
        if name in messung.levels
    )
    if not series:
        return None
    said = rooms_sentence(messung)
    title = "Bevölkerung der Betrachtungsräume"
    chart = LineChart(title, said, indikator.einheit, 0, series, breaks_of(indikator), zero=True)
    return ChartOnPage(title, living_picture(chart, f"{folder}raeume"), said, (), (), chart)


def rooms_sentence(messung: Messung) -> str:
    """Return which room has grown most and which least since the last break."""
    last, _ = messung.latest(messung.own)
    since = max((year for year in breaks_of(messung.indikator) if year <= last), default=0)
    changes = dict(_changes(messung, since))
    if len(changes) < 2:
        return ""
    most = max(changes, key=lambda name: changes[name][1])
    least = min(changes, key=lambda name: changes[name][1])
    first, high = changes[most]
    low = changes[least][1]
    up = f"am stärksten gewachsen: {_named(messung, most, high)}"
    down = f"am stärksten geschrumpft: {_named(messung, least, low)}"
    little = f"am wenigsten gewachsen: {_named(messung, least, low)}"
    parts = [up, little] if low >= 0 else [up, down] if high > 0 else [down]
    return f"Seit {first} {'; '.join(parts)}."


def _changes(messung: Messung, since: int) -> Iterator[tuple[str, tuple[int, float]]]:
    for name in messung.geografie.raeume:
        series = messung.series(name)
        known = [(y, one.value) for y, one in series.items() if one.value and y >= since]
        if len(known) > 1:
            (first, before), (_, now) = known[0], known[-1]
            yield name, (first, (now - before) / before * 100)


def _named(messung: Messung, raum: str, change: float) -> str:
    return f"{messung.geografie.name_of(raum)} ({signed(change)})"


def county_drawing(messung: Messung, folder: str) -> ChartOnPage:
    """Return the county's course among the other counties."""
    indikator, known = messung.indikator, known_years(messung)
    said = joined(
        sentence(messung, known[-1]),
        course_sentence(messung),
    )
    title = f"{indikator.titel}, {known[0]} bis {known[-1]}"
    chart = LineChart(
        title,
        said,
        indikator.einheit,
        indikator.dezimalstellen,
        tuple(_counties(messung)),
        breaks_of(indikator),
    )
    picture = living_picture(chart, f"{folder}{indikator.key.name}")
    notes = _beside(messung)
    return ChartOnPage(
        title, picture, said, notes, break_notes(indikator), chart, among_many=bool(notes)
    )


def _counties(messung: Messung) -> Iterator[Series]:
    own = messung.own
    for area in messung.counties:
        mine = area == own
        points = points_of(messung.series(area))
        yield Series(messung.geografie.name_of(area), points, emphasis=mine, quiet=not mine)


def _beside(messung: Messung) -> tuple[str, ...]:
    others = len(messung.counties) - 1
    return (f"Grau: die {others} anderen Kreise und kreisfreien Städte.",) if others > 1 else ()


def years_drawing(messung: Messung, folder: str) -> ChartOnPage:
    """Return the county's few years as bars; years without a value keep their place."""
    indikator, series = messung.indikator, messung.series(messung.own)
    known = known_years(messung)
    years = range(known[0], known[-1] + 1)
    bars = tuple(
        Bar(
            str(year),
            series[year].value if year in series else None,
            emphasis=year == known[-1],
            missing="kein Wert",
        )
        for year in years
    )
    said = joined(
        county_sentence(messung, known[-1]),
        _before(messung, known[:-1]),
        gap_sentence(known),
    )
    title = f"{indikator.titel}, {known[0]} bis {known[-1]}"
    chart = BarChart(title, said, indikator.einheit, indikator.dezimalstellen, bars)
    picture = living_picture(chart, f"{folder}{indikator.key.name}")
    return ChartOnPage(title, picture, said, (), break_notes(indikator), chart)


def _before(messung: Messung, years: tuple[int, ...]) -> str:
    indikator, series = messung.indikator, messung.series(messung.own)
    words = (f"{number(indikator, series[year].value or 0)} ({year})" for year in reversed(years))
    return f"Zuvor: {', '.join(words)}."


def gap_sentence(known: tuple[int, ...]) -> str:
    """Return for which years between the first and the last there is no value, or nothing."""
    gaps = [str(year) for year in range(known[0], known[-1]) if year not in known]
    return f"Für {listing(gaps)} liegt kein Wert vor." if gaps else ""
