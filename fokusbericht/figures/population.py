"""How many people live in an area: today, over the years, drawn and in a sentence."""

from dataclasses import dataclass, replace

from fokusbericht.charts.vega.data import LineChart, Series
from fokusbericht.figures.pictures import chart_picture
from fokusbericht.figures.profile import breaks_of, day_of, points_of
from fokusbericht.figures.tables import row_anchor
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import address_of
from fokusbericht.views import Link, Picture
from fokusbericht.words.numbers import source_line
from fokusbericht.words.people import breaks_title, day_words, people_sentence

NAME = "bevoelkerung"  # of the files beside a profile


@dataclass(frozen=True, slots=True)
class Population:
    """The population over the years, drawn and in a sentence."""

    href: str
    picture: Picture
    sentence: str
    breaks: str  # what heads the notes on breaks
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
        breaks=breaks_title(indikator.brueche),
        notes=tuple(f"Bruch {bruch.jahr}: {bruch.grund}" for bruch in indikator.brueche),
        source=source_line(indikator),
        downloads=(
            Link("Diagramm als SVG", f"{address}bevoelkerung.svg"),
            Link("Als Tabelle", f"{address_of(indikator.key)}#{row_anchor(area)}"),
            Link("Alle Zahlen als CSV", f"{address}daten.csv"),
        ),
    )


def population_sentence(messung: Messung, area: str) -> str:
    """Return how many people live there, and how their number changed, never across a break."""
    known = {year: one.value for year, one in messung.series(area).items() if one.value is not None}
    indikator = messung.indikator
    name = messung.geografie.name_of(area)
    return people_sentence(name, known, indikator.stichtag, indikator.brueche)


def people(report: Report, area: str) -> float | None:
    """Return how many people live there, as far as it is known."""
    messung = population_of(report)
    return messung.latest(area)[1].value if messung else None


def people_text(report: Report, area: str, with_day: bool = False) -> str:
    """Return how many people live there: "50.772 Menschen (Ende 2023)", or nothing."""
    messung = population_of(report)
    number = people(report, area)
    if messung is None or number is None:
        return ""
    year, _ = messung.latest(area)
    day = f" ({day_words(messung.indikator.stichtag, year)})" if with_day else ""
    return f"{format_number(number)} Menschen{day}"


def people_day(report: Report, area: str) -> str:
    """Return the day on which people were counted: "31.12.2023", or nothing."""
    messung = population_of(report)
    return day_of(messung.indikator, messung.latest(area)[0]) if messung else ""
