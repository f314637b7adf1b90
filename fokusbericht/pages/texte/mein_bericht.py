"""/mein-bericht/: what readers collect, kept in their browsers alone, and a dossier of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fokusbericht.building.output import Output
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import MEIN_BERICHT
from fokusbericht.views import Link
from fokusbericht.words.controls import REPORT_TITLE, WORDS

TEMPLATE = "texte/mein_bericht.html"
LEAD = (
    "Sammeln Sie Zahlen, Karten, Orte und Empfehlungen, und machen Sie daraus ein eigenes Heft: "
    "zum Drucken, Speichern oder Weitergeben."
)
SCRIPT, ENGINE = "mein-bericht.js", "heft.js"  # the one loads the other, and hands it its words
PRIVACY = "/datenschutz/"


@dataclass(frozen=True, slots=True)
class MeinBerichtView:
    """The page before anything is collected, and what each dossier says of where it comes from."""

    lead: str
    examples: tuple[Link, ...]
    privacy: Link | None
    home: str  # the address of the public site
    site: str
    notice: str
    licence: str
    stand: str


def plan(report: Report) -> Iterator[Output]:
    """Plan the page."""
    kreis = report.kreis
    page = make_page(
        report,
        MEIN_BERICHT,
        REPORT_TITLE,
        LEAD,
        scripts=(SCRIPT,),
        styles=("mein-bericht.css", "heft.css"),
    )
    privacy = (Link(one.titel, one.ziel) for one in kreis.menu_points() if one.ziel == PRIVACY)
    view = MeinBerichtView(
        lead=LEAD,
        examples=tuple(_examples(report)),
        privacy=next(privacy, None),
        home=f"{kreis.basis_url}/",
        site=f"{kreis.titel} {kreis.name}",
        notice=kreis.hinweis,
        licence=" · ".join(filter(None, (kreis.lizenz_texte, report.geografie.quelle))),
        stand=format_date(kreis.stichtag),
    )
    words = {**page.words, SCRIPT: {**WORDS[SCRIPT], **WORDS[ENGINE]}}
    frame = replace(page, words=words)
    yield page_output(report, TEMPLATE, frame, view, kreis.place)


def _examples(report: Report) -> Iterator[Link]:
    """Yield pages to begin with: the figure of the start page, the map, the places, the fields."""
    yield link_to(report, report.kreis.startkarte.key)
    yield Link("Eine Karte mit der Zahl, die Sie wählen", "/sozialbericht/")
    yield Link("Ihr Ort", "/kommunen/")
    yield Link("Ein Handlungsfeld", "/handlungsfelder/")
    yield Link("Eine Empfehlung", "/handlungsempfehlungen/")
