"""/demographie-und-finanzen/: who lives in the county, who comes and goes, what money there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model import Abschnitt, Indikator, Report
from fokusbericht.output import Output
from fokusbericht.pages.comments import Reading, readings_of
from fokusbericht.pages.demographie_charts import (
    Drawing,
    county_drawing,
    plan_drawing,
    population_drawing,
    rooms_drawing,
)
from fokusbericht.pages.frame import Link, last_change, make_page, page_output
from fokusbericht.pages.numbers import source_line, value_text
from fokusbericht.pages.population import population_of
from fokusbericht.pages.profile import latest
from fokusbericht.pages.views import KeyFigure, Picture
from fokusbericht.prose import slug
from fokusbericht.render import zahl
from fokusbericht.statistics.aggregate import levels_of
from fokusbericht.urls import url_of

TEMPLATE = "demographie.html"
URL = "/demographie-und-finanzen/"
TITLE = "Demographie und Finanzen"
LEAD = (
    "Wie viele Menschen im Kreis leben, wie alt sie sind, wer kommt und geht und wie viel Geld "
    "die Kommunen haben."
)


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with its sentence."""

    title: str
    picture: Picture
    sentence: str
    notes: tuple[str, ...]
    source: str
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """An indicator: drawn where there is a course, else as a number, with its commentary."""

    link: Link
    charts: tuple[ChartView, ...]
    figure: KeyFigure | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Some indicators that belong together."""

    id: str
    title: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class DemographieView:
    """All that the page shows."""

    lead: str
    on_page: tuple[Link, ...]
    sections: tuple[Section, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the page and its drawings."""
    sections = tuple(section for section in _sections(report) if section.topics)
    on_page = tuple(Link(section.title, f"#{section.id}") for section in sections)
    used = [one for part in report.kreis.demographie for one in _indicators(report, part)]
    page = make_page(report, URL, TITLE, LEAD, changed=last_change(used))
    place = report.kreis.place
    yield page_output(report, TEMPLATE, page, DemographieView(LEAD, on_page, sections), place)
    for indikator in used:
        for drawing in _drawings(report, indikator):
            yield from plan_drawing(report, drawing, place)


def _indicators(report: Report, part: Abschnitt) -> tuple[Indikator, ...]:
    return tuple(report.indikatoren[ref.key.name] for ref in part.indikatoren)


def _sections(report: Report) -> Iterator[Section]:
    for part in report.kreis.demographie:
        topics = tuple(_topic(report, indikator) for indikator in _indicators(report, part))
        yield Section(slug(part.titel), part.titel, topics)


def _topic(report: Report, indikator: Indikator) -> Topic:
    drawings = _drawings(report, indikator)
    return Topic(
        link=Link(indikator.titel, url_of(report, indikator.key), indikator.kurz),
        charts=tuple(_chart(report, indikator, drawing) for drawing in drawings),
        figure=None if drawings else _figure(report, indikator),
        readings=readings_of(report, indikator.key),
    )


def _drawings(report: Report, indikator: Indikator) -> tuple[Drawing, ...]:
    if indikator == population_of(report):
        found = (population_drawing(report, indikator), rooms_drawing(report, indikator, URL))
    else:
        found = (county_drawing(report, indikator, URL), None)
    return tuple(drawing for drawing in found if drawing is not None)


def _chart(report: Report, indikator: Indikator, drawing: Drawing) -> ChartView:
    return ChartView(
        title=drawing.title,
        picture=drawing.picture,
        sentence=drawing.sentence,
        notes=drawing.notes,
        source=source_line(indikator),
        downloads=(
            Link("Diagramm als SVG", drawing.picture.src),
            Link("Tabelle und Daten", url_of(report, indikator.key)),
        ),
    )


def _figure(report: Report, indikator: Indikator) -> KeyFigure:
    area = report.geografie.schluessel
    year, figure = latest(report, indikator, area)
    known = figure.value is not None
    return KeyFigure(
        label=f"{indikator.titel} {year}" if year else indikator.titel,
        value=zahl(figure.value or 0, indikator.dezimalstellen) if known else "nicht bekannt",
        unit=indikator.einheit if known else "",
        sentence=" ".join(part for part in (indikator.kurz, _earlier(report, indikator)) if part),
        source=source_line(indikator),
    )


def _earlier(report: Report, indikator: Indikator) -> str:
    """Return the values of the years before the last one, if there are any."""
    series = levels_of(report)[indikator.key.name].get(report.geografie.schluessel, {})
    years = [year for year, figure in series.items() if figure.value is not None][:-1]
    words = ", ".join(f"{year}: {value_text(indikator, series[year])}" for year in years)
    return f"Davor: {words}." if words else ""
