"""How many people live in an area: today, over the years, drawn and in a sentence."""

from dataclasses import dataclass, replace

from fokusbericht.charts.vega.data import LineChart, Series
from fokusbericht.figures.pictures import chart_picture
from fokusbericht.figures.profile import breaks_of, day_of, points_of
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.formatting import format_number, format_quantity
from fokusbericht.urls import address_of
from fokusbericht.views import Link, Picture
from fokusbericht.words.numbers import source_line

NAME = "bevoelkerung"  # of the files beside a profile


@dataclass(frozen=True, slots=True)
class Population:
    """The population over the years, drawn and in a sentence."""

    href: str
    picture: Picture
    sentence: str
    notes: tuple[str, ...]
    source: str
    downloads: tuple[Link, ...]


def population_of(report: Report) -> Messung | None:
    """Return the indicator that counts the people, if the county names one."""
    ref = report.kreis.bevoelkerung
    return messungen(report).get(ref.key.name) if ref else None


def population_chart(report: Report, area: str) -> LineChart | None:
    """Return the population of an area over the years; None if there is nothing to draw."""
    messung = population_of(report)
    points = points_of(messung.series(area)) if messung else ()
    known = [(year, value) for year, value in points if value is not None]
    if messung is None or len(known) < 2:
        return None
    name = report.geografie.name_of(area)
    (first, before), (last, now) = known[0], known[-1]
    return LineChart(
        title=f"{name}: Bevölkerung von {first} bis {last}",
        description=(
            f"{first} waren es {format_number(before)}, "
            f"{last} sind es {format_number(now)} Menschen."
        ),
        unit=messung.indikator.einheit,
        digits=0,
        series=(Series(name, points, emphasis=True),),
        breaks=breaks_of(messung.indikator),
        zero=True,
    )


def scripts_of(report: Report, area: str) -> tuple[str, ...]:
    """Return the scripts a page needs for the population of an area."""
    return ("diagramm.js",) if population_chart(report, area) else ()


def population(report: Report, area: str, address: str) -> Population | None:
    """Return the population over the years as a figure of the page at `address`."""
    messung, chart = population_of(report), population_chart(report, area)
    if messung is None or chart is None:
        return None
    indikator = messung.indikator
    return Population(
        href=address_of(indikator.key),
        picture=replace(
            chart_picture(chart, f"{address}{NAME}"), interactive=f"{address}{NAME}.vl.json"
        ),
        sentence=population_sentence(messung, area),
        notes=tuple(f"Bruch {bruch.jahr}: {bruch.grund}" for bruch in indikator.brueche),
        source=source_line(indikator),
        downloads=(
            Link("Diagramm als SVG", f"{address}bevoelkerung.svg"),
            Link("Als Tabelle", f"{address_of(indikator.key)}#tabelle"),
            Link("Alle Zahlen als CSV", f"{address}daten.csv"),
        ),
    )


def population_sentence(messung: Messung, area: str) -> str:
    """Return how many people live there, and how many more or fewer since the last break."""
    series, breaks = messung.series(area), breaks_of(messung.indikator)
    known = [(year, one.value) for year, one in series.items() if one.value is not None]
    if not known:
        return ""
    last, now = known[-1]
    since = max((year for year in breaks if year <= last), default=0)
    first, before = next(point for point in known if point[0] >= since)
    day = day_of(messung.indikator, last)
    start = f"{messung.geografie.name_of(area)}: {format_number(now)} Menschen ({day})"
    return f"{start}{_change(first, before, now)}." if first < last else f"{start}."


def _change(year: int, before: float, now: float) -> str:
    if now == before:
        return f", genauso viele wie {year}"
    number = format_number(abs(now - before))
    words = f", {number} {'mehr' if now > before else 'weniger'} als {year}"
    return f"{words} ({signed((now - before) / before * 100)})" if before else words


def signed(percent: float) -> str:
    """Return a change with its sign: +6,4 %, −7,6 %."""
    return f"{'+' if percent > 0 else ''}{format_quantity(percent, '%', 1)}"


def people(report: Report, area: str) -> float | None:
    """Return how many people live there, as far as it is known."""
    messung = population_of(report)
    return messung.latest(area)[1].value if messung else None


def people_text(report: Report, area: str, with_day: bool = False) -> str:
    """Return how many people live there: "50.772 Menschen (31.12.2023)", or nothing."""
    number = people(report, area)
    if number is None:
        return ""
    day = f" ({people_day(report, area)})" if with_day else ""
    return f"{format_number(number)} Menschen{day}"


def people_day(report: Report, area: str) -> str:
    """Return the day on which people were counted: "31.12.2023", or nothing."""
    messung = population_of(report)
    return day_of(messung.indikator, messung.latest(area)[0]) if messung else ""
