"""/suche/: what the search finds; the script fills it, all else is on the page already."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fokusbericht.building.output import Output
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import SUCHE, make_page, page_output
from fokusbericht.pages.frame.questions import questions
from fokusbericht.problems import Place
from fokusbericht.urls import REGISTER
from fokusbericht.views import Link

TEMPLATE = "texte/suche.html"
TITLE = "Suche"
LEAD = "Orte, Zahlen, Empfehlungen, Beschlüsse und Begriffe: ein Feld für alles in diesem Bericht."
SCRIPTS, STYLES = ("suchseite.js",), ("filter.css", "suchliste.css", "suchseite.css")
WAYS = (
    Link("Register von A bis Z", REGISTER),
    Link("Kreiskarte mit allen Zahlen", "/sozialbericht/"),
    Link("Alle Orte", "/kommunen/"),
)
# As the engine names them in its counts.
FACETS = (
    ("art", "Art"),
    ("ort", "Ort"),
    ("feld", "Handlungsfeld"),
    ("jahr", "Jahr"),
    ("stand", "Stand"),
    ("gruppe", "Fokusgruppe"),
)


@dataclass(frozen=True, slots=True)
class SucheView:
    """The page of the search before anything is asked."""

    questions: tuple[Link, ...]
    ways: tuple[Link, ...]  # where to go when nothing is found
    facets: tuple[tuple[str, str], ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the page; search engines shall not find what a search finds."""
    page = make_page(report, SUCHE, TITLE, LEAD, scripts=SCRIPTS, styles=STYLES)
    view = SucheView(questions(report.kreis), WAYS, FACETS)
    source = Place("content/kreis.yml")
    yield page_output(report, TEMPLATE, replace(page, indexed=False), view, source)
