"""/404.html: shown for any address that does not exist, so its links count from the root."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlsplit

from fokusbericht.building.output import Output
from fokusbericht.building.render import render
from fokusbericht.building.templates import print_of
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import Page, make_page
from fokusbericht.views import Link

TEMPLATE = "texte/fehler.html"
PATH = "404.html"
TITLE = "Diese Seite gibt es nicht"
LEAD = (
    "Vielleicht hat sich die Adresse geändert, vielleicht ist sie unvollständig. "
    "Von hier aus geht es weiter:"
)


@dataclass(frozen=True, slots=True)
class FehlerView:
    """What helps someone who is lost."""

    lead: str
    ways: tuple[Link, ...]
    contact: str


def plan(report: Report) -> Iterator[Output]:
    """Plan the page."""
    found = make_page(report, f"/{PATH}", TITLE, LEAD)
    page = replace(found, indexed=False, linked=None, crumbs=(), feedback=None)
    view = FehlerView(LEAD, _ways(report), report.kreis.kontakt.email)
    root = urlsplit(report.kreis.basis_url).path.rstrip("/")
    make = partial(_make, report, page, view, root)
    yield Output(
        PATH,
        (TEMPLATE, page, view, root),
        make,
        report.kreis.place,
        print_of(report, TEMPLATE),
    )


def _make(report: Report, page: Page, view: FehlerView, root: str) -> bytes:
    # A path with a slash in front asks for links from the root: see urls.relative.
    return render(report, TEMPLATE, f"{root}/{PATH}", {"page": page, "view": view})


def _ways(report: Report) -> tuple[Link, ...]:
    doors = tuple(Link(door.titel, door.ziel, door.text) for door in report.kreis.tueren)
    number = len(report.geografie.kommunen)
    return (
        Link("Start", "/", report.kreis.leitsatz),
        Link("Mein Ort", "/kommunen/", f"Alle {number} Kommunen mit ihren Zahlen."),
        *doors,
    )
