"""/demographie-und-finanzen/: who lives in the county, who comes and goes, what money there is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from fokusbericht.building.output import Output
from fokusbericht.building.templates import own_ids
from fokusbericht.figures.key_figures import key_figure, key_figures
from fokusbericht.model.base import Key
from fokusbericht.model.figures import Indikator
from fokusbericht.model.kreis import Abschnitt, Bild, Bildart
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.comments import Commentary, commentary_of
from fokusbericht.pages.frame.links import last_change, link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.sozialbericht.demographie_charts import drawings_of
from fokusbericht.pages.sozialbericht.demographie_drawing import (
    ChartOnPage,
    ChartTable,
    plan_drawing,
    table_of,
)
from fokusbericht.pages.sozialbericht.demographie_together import together
from fokusbericht.statistics.messung import messungen
from fokusbericht.text.prose import anchor, unique
from fokusbericht.views import KeyFigure, Link, Picture
from fokusbericht.words.numbers import source_line

TEMPLATE = "sozialbericht/demographie.html"
SCRIPTS = ("diagramm.js",)
STYLES = ("demographie.css",)
URL = "/demographie-und-finanzen/"
Drawn = Mapping[Bild, tuple[ChartOnPage, ...]]
TITLE = "Demographie und Finanzen"
LEAD = (
    "Wie viele Menschen im Kreis leben, wie alt sie sind, wer kommt und geht und wie viel Geld "
    "da ist."
)


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with its sentence, and the same as a table."""

    title: str
    picture: Picture
    sentence: str
    notes: tuple[str, ...]
    breaks: tuple[str, ...]
    source: str
    downloads: tuple[Link, ...]
    table: ChartTable


@dataclass(frozen=True, slots=True)
class Topic:
    """What one picture of kreis.yml tells; a small one stands beside its like."""

    title: str
    note: str
    links: tuple[Link, ...]
    charts: tuple[ChartView, ...]
    figures: tuple[KeyFigure, ...]  # in place of a chart, where one year alone is known
    commentaries: tuple[tuple[Commentary, ...], ...]
    small: bool


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Some pictures that belong together."""

    id: str
    title: str
    text: str
    topics: tuple[Topic, ...]
    more: tuple[KeyFigure, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class DemographieView:
    """All that the page shows."""

    lead: str
    figures: tuple[KeyFigure, ...]  # one a section, leading to it
    sections: tuple[TopicGroup, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the page and its drawings."""
    parts = report.kreis.demographie
    drawn = _all_drawings(report)
    used = [one for bild in drawn for one in _indicators(report, bild)]
    page = make_page(
        report, URL, TITLE, LEAD, changed=last_change(used), scripts=SCRIPTS, styles=STYLES
    )
    named = tuple(zip(_anchors(report, parts), parts, strict=True))
    view = DemographieView(
        lead=LEAD,
        figures=tuple(_head_figure(report, name, part) for name, part in named),
        sections=tuple(_section(report, name, part, drawn) for name, part in named),
    )
    place = report.kreis.place
    yield page_output(report, TEMPLATE, page, view, place)
    yield from plan_drawings(report)


def plan_drawings(report: Report) -> Iterator[Output]:
    """Plan all that is drawn for the page."""
    for drawings in _all_drawings(report).values():
        for drawing in drawings:
            yield from plan_drawing(report, drawing, report.kreis.place)


@query
def _all_drawings(report: Report) -> Drawn:
    parts = report.kreis.demographie
    return {bild: _drawings(report, bild) for part in parts for bild in part.bilder}


def _indicators(report: Report, bild: Bild) -> tuple[Indikator, ...]:
    return tuple(report.indikatoren[ref.key.name] for ref in bild.indikatoren)


def _drawings(report: Report, bild: Bild) -> tuple[ChartOnPage, ...]:
    indicators = _indicators(report, bild)
    if len(indicators) == 1:
        return drawings_of(report, messungen(report)[indicators[0].key.name], URL)
    drawing = together(report, bild, URL) if indicators else None
    return (drawing,) if drawing else ()


def _anchors(report: Report, parts: Iterable[Abschnitt]) -> Iterator[str]:
    """Yield the name of each section as an address, each once on the page."""
    taken = set(own_ids(report, TEMPLATE))
    for part in parts:
        name = unique(anchor(part.titel), taken)
        taken.add(name)
        yield name


def _head_figure(report: Report, name: str, part: Abschnitt) -> KeyFigure:
    """Return a section with the figure that stands for it; without one it is a mere link."""
    figure = key_figure(report, part.kennzahl.key) if part.kennzahl else None
    href = f"#{name}"
    if figure is None:
        return KeyFigure(part.titel, "", href=href)
    year = figure.source.partition(",")[0]
    told = f"{figure.label} {year}"
    return replace(figure, label=part.titel, href=href, sentence=told, source="")


def _section(report: Report, name: str, part: Abschnitt, drawn: Drawn) -> TopicGroup:
    many = [bild for bild in part.bilder if any(one.among_many for one in drawn[bild])]
    small = many if len(many) > 1 else []
    return TopicGroup(
        id=name,
        title=part.titel,
        text=part.text,
        topics=tuple(_topic(report, bild, drawn[bild], bild in small) for bild in part.bilder),
        more=key_figures(report, (ref.key for ref in part.weitere)),
        gap=part.fehlt,
    )


def _topic(report: Report, bild: Bild, drawings: tuple[ChartOnPage, ...], small: bool) -> Topic:
    indicators = _indicators(report, bild)
    source = " · ".join(dict.fromkeys(source_line(one) for one in indicators))
    keys = [one.key for one in indicators]
    return Topic(
        title=bild.titel or indicators[0].titel,
        note=indicators[0].kurz if len(indicators) == 1 and drawings else "",
        links=tuple(link_to(report, key) for key in keys),
        charts=tuple(_chart(drawing, source) for drawing in drawings),
        figures=() if drawings else key_figures(report, keys),
        commentaries=_commentaries(report, bild, keys),
        small=small,
    )


def _commentaries(
    report: Report, bild: Bild, keys: list[Key]
) -> tuple[tuple[Commentary, ...], ...]:
    # A balance draws on figures that other pictures of the page have commented on already.
    if bild.art is Bildart.BILANZ:
        return ()
    return tuple(found for key in keys if (found := commentary_of(report, key)))


def _chart(drawing: ChartOnPage, source: str) -> ChartView:
    return ChartView(
        title=drawing.title,
        picture=drawing.picture,
        sentence=drawing.sentence,
        notes=drawing.notes,
        breaks=drawing.breaks,
        source=source,
        downloads=(Link("Diagramm als SVG", drawing.picture.src),),
        table=table_of(drawing.chart),
    )
