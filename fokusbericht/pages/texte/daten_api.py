"""/daten/api/: what programs can ask for, and an example for each of four tools."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.exports.api import openapi
from fokusbericht.exports.api.examples import ProgramExample, examples
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.problems import Place
from fokusbericht.urls import API, DATEN
from fokusbericht.views import Link

TEMPLATE = "texte/daten_api.html"
URL = "/daten/api/"
TITLE = "Daten für Programme"
LEAD = (
    "Jede Zahl, jeder Ort und jede Empfehlung als kleine JSON-Datei unter einer Adresse, die "
    "bleibt. Ohne Anmeldung und ohne Grenze."
)


@dataclass(frozen=True, slots=True)
class ApiView:
    """The page for programmers."""

    lead: str
    files: tuple[Link, ...]
    kinds: tuple[Link, ...]
    programs: tuple[ProgramExample, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the page."""
    parents = [("Offene Daten", DATEN)]
    page = make_page(report, URL, TITLE, LEAD, parents=parents, scripts=("kopieren.js",))
    kreis = report.kreis
    asked = kreis.bevoelkerung or kreis.startkarte
    lists = [one for one in openapi.OPERATIONS if not one.parameter]
    view = ApiView(
        lead=LEAD,
        files=(
            *(Link(one.title, API + one.path, API + one.path) for one in lists),
            Link("Beschreibung der Schnittstelle", openapi.URL, "OpenAPI 3.1"),
        ),
        kinds=tuple(
            Link(one.title, "", API + one.path) for one in openapi.OPERATIONS if one.parameter
        ),
        programs=examples(kreis.basis_url, asked.key),
    )
    yield page_output(report, TEMPLATE, page, view, Place("content"))
