"""The charts of one indicator on /demographie-und-finanzen/, with sentences that hold."""

from collections.abc import Iterator

from fokusbericht.charts import Bar, BarChart, LineChart, Series
from fokusbericht.figures.areas import KREIS_URL
from fokusbericht.figures.population import (
    population_chart,
    population_of,
    population_sentence,
    series_of,
    signed,
)
from fokusbericht.figures.profile import SHORT, breaks_of, latest, points_of
from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht.demographie_drawing import (
    Drawing,
    break_notes,
    living_picture,
)
from fokusbericht.statistics.aggregate import Levels
from fokusbericht.statistics.levels import levels_of
from fokusbericht.words.amounts import number
from fokusbericht.words.county import county_sentence, course_sentence, joined, sentence
from fokusbericht.words.numbers import area_name, county_keys
from fokusbericht.words.phrases import listing


def drawings_of(report: Report, indikator: Indikator, folder: str) -> tuple[Drawing, ...]:
    """Return the charts of an indicator: none where a single year is known."""
    if indikator == population_of(report):
        found = (
            population_drawing(report, indikator, folder),
            rooms_drawing(report, indikator, folder),
        )
    else:
        years = len(known_years(report, indikator))
        draw = county_drawing if years >= SHORT else years_drawing
        found = (draw(report, indikator, folder) if years > 1 else None, None)
    return tuple(drawing for drawing in found if drawing is not None)


def known_years(report: Report, indikator: Indikator) -> tuple[int, ...]:
    """Return the years in which the county has a value."""
    series = series_of(report, indikator, report.geografie.schluessel)
    return tuple(year for year, figure in series.items() if figure.value is not None)


def population_drawing(report: Report, indikator: Indikator, folder: str) -> Drawing | None:
    """Return the county's population; its profile has drawn it already."""
    area = report.geografie.schluessel
    chart = population_chart(report, area)
    if chart is None:
        return None
    return Drawing(
        report.geografie.name,
        living_picture(chart, f"{KREIS_URL}bevoelkerung", f"{folder}kreis"),
        population_sentence(report, indikator, area),
        (),
        break_notes(indikator),
        chart,
        elsewhere=True,
    )


def rooms_drawing(report: Report, indikator: Indikator, folder: str) -> Drawing | None:
    """Return the population of the Betrachtungsräume, each as a line."""
    levels = levels_of(report)[indikator.key.name]
    raeume = report.geografie.raeume
    series = tuple(
        Series(raum.name, points_of(levels[name]))
        for name, raum in raeume.items()
        if name in levels
    )
    if not series:
        return None
    said = rooms_sentence(report, indikator)
    title = "Bevölkerung der Betrachtungsräume"
    chart = LineChart(title, said, indikator.einheit, 0, series, breaks_of(indikator), zero=True)
    return Drawing(title, living_picture(chart, f"{folder}raeume"), said, (), (), chart)


def rooms_sentence(report: Report, indikator: Indikator) -> str:
    """Return which room has grown most and which least since the last break."""
    last = latest(report, indikator, report.geografie.schluessel)[0]
    since = max((year for year in breaks_of(indikator) if year <= last), default=0)
    changes = dict(_changes(report, indikator, since))
    if len(changes) < 2:
        return ""
    most = max(changes, key=lambda name: changes[name][1])
    least = min(changes, key=lambda name: changes[name][1])
    first, high = changes[most]
    low = changes[least][1]
    up = f"am stärksten gewachsen: {_named(report, most, high)}"
    down = f"am stärksten geschrumpft: {_named(report, least, low)}"
    little = f"am wenigsten gewachsen: {_named(report, least, low)}"
    parts = [up, little] if low >= 0 else [up, down] if high > 0 else [down]
    return f"Seit {first} {'; '.join(parts)}."


def _changes(
    report: Report, indikator: Indikator, since: int
) -> Iterator[tuple[str, tuple[int, float]]]:
    for name in report.geografie.raeume:
        series = series_of(report, indikator, name)
        known = [(y, one.value) for y, one in series.items() if one.value and y >= since]
        if len(known) > 1:
            (first, before), (_, now) = known[0], known[-1]
            yield name, (first, (now - before) / before * 100)


def _named(report: Report, raum: str, change: float) -> str:
    return f"{area_name(report, raum)} ({signed(change)})"


def county_drawing(report: Report, indikator: Indikator, folder: str) -> Drawing:
    """Return the county's course among the other counties."""
    levels = levels_of(report)[indikator.key.name]
    known = known_years(report, indikator)
    said = joined(
        sentence(report, indikator, levels, known[-1]),
        course_sentence(report, indikator, levels),
    )
    title = f"{indikator.titel}, {known[0]} bis {known[-1]}"
    chart = LineChart(
        title,
        said,
        indikator.einheit,
        indikator.dezimalstellen,
        tuple(_counties(report, levels)),
        breaks_of(indikator),
    )
    picture = living_picture(chart, f"{folder}{indikator.key.name}")
    notes = _beside(report, levels)
    return Drawing(
        title, picture, said, notes, break_notes(indikator), chart, among_many=bool(notes)
    )


def _counties(report: Report, levels: Levels) -> Iterator[Series]:
    own = report.geografie.schluessel
    for area in county_keys(report, levels):
        mine = area == own
        points = points_of(levels[area])
        yield Series(area_name(report, area), points, emphasis=mine, quiet=not mine)


def _beside(report: Report, levels: Levels) -> tuple[str, ...]:
    others = len(county_keys(report, levels)) - 1
    return (f"Grau: die {others} anderen Kreise und kreisfreien Städte.",) if others > 1 else ()


def years_drawing(report: Report, indikator: Indikator, folder: str) -> Drawing:
    """Return the county's few years as bars; years without a value keep their place."""
    series = series_of(report, indikator, report.geografie.schluessel)
    known = known_years(report, indikator)
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
    levels = levels_of(report)[indikator.key.name]
    said = joined(
        county_sentence(report, indikator, levels, known[-1]),
        _before(report, indikator, known[:-1]),
        gap_sentence(known),
    )
    title = f"{indikator.titel}, {known[0]} bis {known[-1]}"
    chart = BarChart(title, said, indikator.einheit, indikator.dezimalstellen, bars)
    picture = living_picture(chart, f"{folder}{indikator.key.name}")
    return Drawing(title, picture, said, (), break_notes(indikator), chart)


def _before(report: Report, indikator: Indikator, years: tuple[int, ...]) -> str:
    series = series_of(report, indikator, report.geografie.schluessel)
    words = (f"{number(indikator, series[year].value or 0)} ({year})" for year in reversed(years))
    return f"Zuvor: {', '.join(words)}."


def gap_sentence(known: tuple[int, ...]) -> str:
    """Return for which years between the first and the last there is no value, or nothing."""
    gaps = [str(year) for year in range(known[0], known[-1]) if year not in known]
    return f"Für {listing(gaps)} liegt kein Wert vor." if gaps else ""
