"""/kommunen/vergleich/…: up to four places side by side; each Kommune with those most like it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.figures import areas
from fokusbericht.figures.peers import peers_of
from fokusbericht.figures.side_table import SideTable, side_file, side_table, sides_of
from fokusbericht.model.places import Kommune
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.sozialbericht.kreisdaten import data_url
from fokusbericht.problems import Place
from fokusbericht.urls import ORTSVERGLEICH, side_url
from fokusbericht.views import Link

TEMPLATE = "orte/ortsvergleich.html"
TEMPLATE_OF_ALL = "orte/ortsvergleich_wahl.html"
STYLES, SCRIPTS = ("ortsvergleich.css",), ("ortsvergleich.js",)
TITLE = "Orte nebeneinander"
PARENTS = (("Mein Ort", "/kommunen/"),)
HEADINGS = ("Die wichtigsten Zahlen", "Alle weiteren Zahlen")
DOWNLOAD = "Diese Zahlen als CSV"
FIELDS = ("a", "b", "c", "d")  # as the places are called in the address


@dataclass(frozen=True, slots=True)
class OrtsvergleichView:
    """A Kommune beside those most like it."""

    table: SideTable
    headings: tuple[str, str]  # of the telling figures, of all others
    choose: Link
    download: Link


@dataclass(frozen=True, slots=True)
class PlaceOption:
    """A Kommune to choose; `amt` is the key of its Amt, where that is listed."""

    slug: str
    key: str
    name: str
    amt: str


@dataclass(frozen=True, slots=True)
class WahlView:
    """Which places can be chosen, and those of each Kommune that are most like it."""

    lead: str
    headings: tuple[str, str]
    download: str
    fields: tuple[str, ...]
    options: tuple[PlaceOption, ...]
    links: tuple[Link, ...]
    data: str
    county: str
    land: str


def plan(report: Report) -> Iterator[Output]:
    """Plan the page on which places are chosen, and one for each Kommune."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    kommunen = areas.sorted_kommunen(report)
    if len(kommunen) < 2:
        return
    yield Batch("wahl", partial(_plan_choice, report))
    for kommune in kommunen:
        yield Batch(kommune.ags, partial(_plan_kommune, report, kommune))


def _plan_kommune(report: Report, kommune: Kommune) -> Iterator[Output]:
    peers = peers_of(report, kommune.ags)
    nearest = peers.nearest if peers else ()
    sides = sides_of(report, (kommune.ags, *nearest))
    table, file = side_table(report, sides), side_file(report, sides)
    address = side_url(kommune.key)
    page = make_page(
        report,
        address,
        table.heading,
        f"{kommune.name} und die ähnlichsten Kommunen nebeneinander, Zahl für Zahl.",
        parents=(*PARENTS, (TITLE, ORTSVERGLEICH)),
        styles=STYLES,
    )
    download = f"{address}vergleich.csv"
    view = OrtsvergleichView(
        table=table,
        headings=HEADINGS,
        choose=Link("Andere Orte wählen", _choose_url(report, (kommune.ags, *nearest))),
        download=Link(DOWNLOAD, download),
    )
    yield page_output(report, TEMPLATE, page, view, kommune.place)
    yield Output(download[1:], file, file.csv, kommune.place)


def _choose_url(report: Report, kommunen: tuple[str, ...]) -> str:
    slugs = (report.geografie.kommunen[ags].key.name for ags in kommunen)
    chosen = "&".join(f"{field}={slug}" for field, slug in zip(FIELDS, slugs, strict=False))
    return f"{ORTSVERGLEICH}?{chosen}"


def _plan_choice(report: Report) -> Iterator[Output]:
    kommunen, geografie = areas.sorted_kommunen(report), report.geografie
    lead = "Bis zu vier Orte nebeneinander: alle Zahlen, und worin sich die Orte unterscheiden."
    page = make_page(
        report, ORTSVERGLEICH, TITLE, lead, parents=PARENTS, styles=STYLES, scripts=SCRIPTS
    )
    view = WahlView(
        lead=lead,
        headings=HEADINGS,
        download=DOWNLOAD,
        fields=FIELDS[: len(kommunen)],
        options=tuple(_option(report, kommune) for kommune in kommunen),
        links=tuple(Link(one.name, side_url(one.key)) for one in kommunen),
        data=data_url(report),
        county=geografie.schluessel,
        land=geografie.land(),
    )
    yield page_output(report, TEMPLATE_OF_ALL, page, view, Place("geo/raeume.yml"))


def _option(report: Report, kommune: Kommune) -> PlaceOption:
    amt = report.geografie.amt_of(kommune.ags)
    return PlaceOption(kommune.key.name, kommune.ags, kommune.name, amt.schluessel if amt else "")
