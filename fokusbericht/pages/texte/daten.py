"""/daten/: all files of open data, what they contain, and under which terms."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Offer, Output
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.texte.offers import OffersView, offers_view
from fokusbericht.problems import Place
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Fact
from fokusbericht.words import phrases

TEMPLATE = "texte/daten.html"
URL = "/daten/"
TITLE = "Offene Daten"
LEAD = (
    "Was in diesem Bericht steht, auch zum Weiterrechnen: als Tabellen, als JSON, als Feed und als "
    "Kalender. Ohne Anmeldung, und aus denselben Angaben gemacht wie die Seiten."
)


@dataclass(frozen=True, slots=True)
class DatenView:
    """The page of open data."""

    lead: str
    texts: OffersView
    count: str
    figures: OffersView
    examples: bool
    feeds: OffersView
    terms: tuple[Fact, ...]
    citation: str


def plan(report: Report, offers: Collection[Offer]) -> Iterator[Output]:
    """Plan the page from what all files of open data say of themselves."""
    page = make_page(report, URL, TITLE, LEAD, scripts=("kopieren.js",))
    yield page_output(report, TEMPLATE, page, _view(report, offers), Place("content"))


def _view(report: Report, offers: Collection[Offer]) -> DatenView:
    number = len(report.indikatoren)
    return DatenView(
        lead=LEAD,
        texts=offers_view(one for one in offers if one.section == "empfehlungen"),
        count=phrases.count(number, "Zahl", "Zahlen"),
        figures=offers_view((one for one in offers if one.section == "zahlen"), "Zahl"),
        examples=bool(report.kreis.beispiele and report.examples),
        feeds=offers_view(one for one in offers if one.section == "feeds"),
        terms=tuple(_terms(report)),
        citation=_citation(report),
    )


def _terms(report: Report) -> Iterator[Fact]:
    kreis = report.kreis
    yield Fact("Texte, Empfehlungen, Beschlüsse", kreis.lizenz_texte)
    yield Fact("Zahlen", "die Lizenz ihrer Quelle; sie steht in jeder Datei und auf jeder Seite")
    if report.geografie.quelle:
        yield Fact("Flächen der Kommunen", report.geografie.quelle)
    if kreis.hinweis:
        yield Fact("Zu beachten", kreis.hinweis)


def _citation(report: Report) -> str:
    kreis = report.kreis
    changed = last_change((*report.empfehlungen.values(), *report.beschluesse.values()))
    when = f" Stand {format_date(changed)}." if changed else ""
    return f"{kreis.name}: {kreis.titel}, {TITLE}.{when} {kreis.basis_url}{URL}"
