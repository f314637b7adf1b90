"""/raeume/: the Betrachtungsräume on the map, as a table, and how they were cut."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.figures import areas
from fokusbericht.figures.pictures import MapPicture
from fokusbericht.figures.population import people_day
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.orte.cut import CutView, cut_view
from fokusbericht.problems import Place
from fokusbericht.urls import url_of
from fokusbericht.views import Cell, Link
from fokusbericht.words.german import begun, counted

TEMPLATE = "orte/raeume.html"
URL = "/raeume/"
TITLE = "Betrachtungsräume"
HEAD = ("Raum", "Menschen", "Anteil", "Kommunen")


@dataclass(frozen=True, slots=True)
class RaeumeView:
    """All Betrachtungsräume."""

    lead: str
    map: MapPicture
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    cut: CutView
    county: Link


def plan(report: Report) -> Iterator[Output]:
    """Plan the overview of the Betrachtungsräume."""
    geografie = report.geografie
    rooms = counted(len(geografie.raeume), "Raum", "Räume")
    lead = (
        "Ein Betrachtungsraum fasst Kommunen zusammen, die zum selben Zentrum gehören. "
        f"{begun(rooms)} überblickt man leichter als {len(geografie.kommunen)} Kommunen."
    )
    page = make_page(report, URL, TITLE, lead, parents=[("Mein Ort", "/kommunen/")])
    view = RaeumeView(
        lead=lead,
        map=_map(report),
        head=HEAD,
        rows=tuple(_rows(report)),
        caption=_caption(report),
        cut=cut_view(report, geografie.kommunen),
        county=Link(f"{geografie.name}: alle Räume zusammen", areas.KREIS_URL),
    )
    yield page_output(report, TEMPLATE, page, view, Place("geo/raeume.yml"))


def _caption(report: Report) -> str:
    day = people_day(report, report.geografie.schluessel)
    return f"Die Räume nach Bevölkerung am {day}" if day else "Die Räume"


def _map(report: Report) -> MapPicture:
    drawn = [
        (one.key.name, one.name, url_of(report, one.key)) for one in areas.sorted_raeume(report)
    ]
    return areas.linked_map(report, drawn, URL)


def _rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    geografie = report.geografie
    counts = {url_of(report, raum.key): len(raum.kommunen) for raum in geografie.raeume.values()}
    for row in areas.member_rows(report, geografie.schluessel, geografie.raeume):
        yield (*row[:3], Cell(str(counts[row[0].href]), number=True))
