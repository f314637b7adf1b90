"""The charts of /demographie-und-finanzen/, each with a sentence that its figures bear out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.charts import Accent, LineChart, Series, line_svg
from fokusbericht.model import Indikator, Report
from fokusbericht.output import Output
from fokusbericht.pages.areas import KREIS_URL
from fokusbericht.pages.figures import chart_picture
from fokusbericht.pages.numbers import area_name, county_keys, course_sentence, sentence
from fokusbericht.pages.population import (
    population_chart,
    population_sentence,
    series_of,
    signed,
)
from fokusbericht.pages.profile import SHORT, breaks_of, latest, points_of
from fokusbericht.pages.views import Picture
from fokusbericht.problems import Place
from fokusbericht.statistics.aggregate import Levels, levels_of


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, where it lies, and what it says; one without `chart` is drawn by another page."""

    title: str
    picture: Picture
    sentence: str
    notes: tuple[str, ...]
    chart: LineChart | None


def plan_drawing(report: Report, drawing: Drawing, place: Place) -> Iterator[Output]:
    """Plan a drawing, wide and narrow."""
    chart = drawing.chart
    if chart is None:
        return
    accent = Accent(report.kreis.akzent, report.kreis.akzent_dunkel)
    for address, narrow in ((drawing.picture.src, False), (drawing.picture.src_narrow, True)):
        make = partial(line_svg, chart, narrow, accent)
        yield Output(address[1:], (chart, narrow, accent), make, place)


def population_drawing(report: Report, indikator: Indikator) -> Drawing | None:
    """Return the county's population; its profile has drawn it already."""
    area = report.geografie.schluessel
    chart = population_chart(report, area)
    if chart is None:
        return None
    return Drawing(
        report.geografie.name,
        chart_picture(chart, f"{KREIS_URL}bevoelkerung"),
        population_sentence(report, indikator, area),
        _break_notes(indikator),
        None,
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
    breaks = breaks_of(indikator)
    chart = LineChart(title, said, indikator.einheit, 0, series, breaks, zero=True)
    return Drawing(title, chart_picture(chart, f"{folder}raeume"), said, (), chart)


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


def county_drawing(report: Report, indikator: Indikator, folder: str) -> Drawing | None:
    """Return the county's course among the other counties; None if it has too few years."""
    levels = levels_of(report)[indikator.key.name]
    own = report.geografie.schluessel
    known = [year for year, figure in levels.get(own, {}).items() if figure.value is not None]
    if len(known) < SHORT:
        return None
    said = " ".join(
        part
        for part in (
            sentence(report, indikator, levels, known[-1]),
            course_sentence(report, indikator, levels),
        )
        if part
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
    picture = chart_picture(chart, f"{folder}{indikator.key.name}")
    return Drawing(title, picture, said, _notes(report, indikator, levels), chart)


def _counties(report: Report, levels: Levels) -> Iterator[Series]:
    own = report.geografie.schluessel
    for area in county_keys(report, levels):
        mine = area == own
        points = points_of(levels[area])
        yield Series(area_name(report, area), points, emphasis=mine, quiet=not mine)


def _notes(report: Report, indikator: Indikator, levels: Levels) -> tuple[str, ...]:
    others = len(county_keys(report, levels)) - 1
    quiet = (f"Grau: die {others} anderen Kreise und kreisfreien Städte.",) if others > 1 else ()
    return (*quiet, *_break_notes(indikator))


def _break_notes(indikator: Indikator) -> tuple[str, ...]:
    return tuple(f"Bruch {bruch.jahr}: {bruch.grund}" for bruch in indikator.brueche)
