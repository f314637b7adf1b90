"""/kommunen/: „Mein Ort“, all Kommunen on the map, by Betrachtungsraum and from A to Z."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.figures import areas
from fokusbericht.figures.pictures import MapPicture
from fokusbericht.figures.population import people, people_day
from fokusbericht.model.places import Kommune
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.problems import Place
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import ORTSVERGLEICH, url_of
from fokusbericht.views import Cell, Link, PlaceGroup
from fokusbericht.words.german import alphabetical

TEMPLATE = "orte/kommunen.html"
URL = "/kommunen/"
TITLE = "Mein Ort"
SCRIPTS, STYLES = ("ortswahl.js",), ("ortswahl.css",)
HEAD = ("Kommune", "Menschen", "Betrachtungsraum")


@dataclass(frozen=True, slots=True)
class KommunenView:
    """All Kommunen, in three ways."""

    lead: str
    map: MapPicture
    groups: tuple[PlaceGroup, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    rooms: Link
    beside: Link | None  # where places stand side by side


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of all Kommunen."""
    kommunen = areas.sorted_kommunen(report)
    lead = (
        f"Alle {len(kommunen)} Kommunen mit ihren Zahlen: nach Betrachtungsraum, auf der Karte "
        "und von A bis Z."
    )
    page = make_page(report, URL, TITLE, lead, scripts=SCRIPTS, styles=STYLES)
    view = KommunenView(
        lead=lead,
        map=_map(report, kommunen),
        groups=tuple(_groups(report)),
        head=HEAD,
        rows=tuple(_row(report, kommune) for kommune in kommunen),
        caption=_caption(report),
        rooms=Link("Die Betrachtungsräume im Überblick", "/raeume/"),
        beside=Link("Orte nebeneinander stellen", ORTSVERGLEICH) if len(kommunen) > 1 else None,
    )
    yield page_output(report, TEMPLATE, page, view, Place("geo/raeume.yml"))


def _map(report: Report, kommunen: tuple[Kommune, ...]) -> MapPicture:
    drawn = [(one.ags, one.name, url_of(report, one.key)) for one in kommunen]
    return areas.linked_map(report, drawn, URL)


def _groups(report: Report) -> Iterator[PlaceGroup]:
    for raum in areas.sorted_raeume(report):
        members = [report.geografie.kommunen[ags] for ags in raum.kommunen]
        ordered = sorted(members, key=lambda one: alphabetical(one.name))
        links = tuple(areas.kommune_link(report, one) for one in ordered)
        yield PlaceGroup(raum.title, url_of(report, raum.key), links)


def _row(report: Report, kommune: Kommune) -> tuple[Cell, ...]:
    number = people(report, kommune.ags)
    room = areas.raum_link(report, kommune.raum)
    return (
        Cell(kommune.name, url_of(report, kommune.key)),
        Cell("nicht bekannt" if number is None else format_number(number), number=True),
        Cell(room.title, room.href),
    )


def _caption(report: Report) -> str:
    day = people_day(report, report.geografie.schluessel)
    return f"Alle Kommunen von A bis Z{f', Bevölkerung am {day}' if day else ''}"
