"""/daten/: all files of open data: for whom which is made, how large they are, on which terms."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Listed, Offer, Output
from fokusbericht.exports.catalogue import CSVW, dcat, package, sums
from fokusbericht.exports.catalogue.datasets import WHOLE, describes
from fokusbericht.exports.changes import FEED
from fokusbericht.exports.changes.log import LOG
from fokusbericht.exports.daten import document
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.linked import catalogue
from fokusbericht.pages.frame.page import SUCHE, OfParts, make_page, page_output
from fokusbericht.pages.texte.offers import (
    COLUMNS,
    FilesView,
    GroupView,
    groups_view,
    tables_view,
)
from fokusbericht.problems import Place
from fokusbericht.text.formatting import format_date, format_size
from fokusbericht.urls import AENDERUNGEN, DATEN
from fokusbericht.views import Fact, Link
from fokusbericht.words import data_changes, phrases

TEMPLATE = "texte/daten.html"
TITLE = "Offene Daten"
LEAD = (
    "Was in diesem Bericht steht, auch zum Weiterrechnen: als Tabellen, als Karten und für "
    "Programme. Ohne Anmeldung, und aus denselben Angaben gemacht wie die Seiten."
)
# How many tables are seen at once; those that most come for are the first.
FIRST_TEXTS, FIRST_FIGURES = 4, 2
PROGRAMS = (
    Link("Schnittstelle", "/daten/api/", "jede Zahl, jeder Ort, jede Empfehlung als JSON"),
    Link("Beschreibung der Empfehlungen als JSON", document.SCHEMA_URL, "JSON Schema"),
    Link("Beschreibung aller Tabellen", f"/{package.PACKAGE}", "Frictionless Data Package"),
    Link("Beschreibung aller Spalten", f"/{CSVW}", "CSV on the Web, W3C"),
    Link("Katalog für Datenportale", f"/{dcat.TURTLE}", "DCAT-AP.de 3.0, Turtle"),
    Link("Derselbe Katalog als JSON", f"/{dcat.JSON_LD}", "DCAT-AP.de 3.0, JSON-LD"),
    Link("Änderungen an den Zahlen als JSON", f"/{LOG}", "Stand für Stand"),
    Link("Prüfsummen", f"/{sums.LIST}", "SHA-256, zum Prüfen mit sha256sum"),
    Link("Prüfsummen und Größen als JSON", f"/{sums.SUMS}"),
)


@dataclass(frozen=True, slots=True)
class DatenView:
    """The page of open data, apart from what the files themselves tell."""

    lead: str
    offers: tuple[Offer, ...]
    count: str
    examples: bool
    programs: tuple[Link, ...]
    columns: Link
    changes: Link
    terms: tuple[Fact, ...]
    changed: str
    search: str  # where a figure is searched for


@dataclass(frozen=True, slots=True)
class Shown:
    """What the files tell: how large they are, and which version of the data they make."""

    whole: tuple[Link, ...]
    texts: FilesView
    more_texts: FilesView
    figures: FilesView
    more_figures: FilesView
    themes: tuple[GroupView, ...]
    feeds: tuple[Link, ...]
    feed_groups: tuple[GroupView, ...]
    version: str
    citation: str


def plan(report: Report, listed: Listed) -> Iterator[Output]:
    """Plan the page from what all files of open data say of themselves."""
    page = make_page(
        report,
        DATEN,
        TITLE,
        LEAD,
        scripts=("kopieren.js",),
        linked=(catalogue(report.kreis, TITLE, LEAD),),
    )
    view = _view(report, listed.offers)
    of_parts = OfParts(
        (sums.SUMS,),
        lambda parts: {"shown": _shown(report, view, sums.read_sums(parts))},
        lambda: {sums.SUMS: sums.sums_alone(listed)},
    )
    yield page_output(report, TEMPLATE, page, view, Place("content"), of_parts=of_parts)


def _view(report: Report, offers: Iterable[Offer]) -> DatenView:
    number = len(report.indikatoren)
    return DatenView(
        lead=LEAD,
        # What the columns mean is told on a page of its own.
        offers=tuple(one for one in offers if not describes(one)),
        count=phrases.count(number, "Zahl", "Zahlen"),
        examples=bool(report.kreis.beispiele and report.examples),
        programs=PROGRAMS,
        columns=Link("Wie die Tabellen geschrieben sind und was in ihren Spalten steht", COLUMNS),
        changes=Link("Was sich an den Zahlen geändert hat", AENDERUNGEN),
        terms=tuple(_terms(report)),
        changed=format_date(report.kreis.stichtag),
        search=SUCHE,
    )


def _shown(report: Report, view: DatenView, known: Mapping[str, sums.Checksum]) -> Shown:
    version = sums.version_of(report, known)
    size_of = partial(_size, known)
    alone = [one for one in view.offers if not one.group and not _is_whole(one)]
    folded = [one for one in view.offers if one.group]
    texts = tables_view((one for one in alone if one.section == "empfehlungen"), size_of)
    figures = tables_view((one for one in alone if one.section == "zahlen"), size_of)
    return Shown(
        whole=tuple(_sized(one, size_of) for one in view.offers if _is_whole(one)),
        texts=texts.part(None, FIRST_TEXTS),
        more_texts=texts.part(FIRST_TEXTS),
        figures=figures.part(None, FIRST_FIGURES),
        more_figures=figures.part(FIRST_FIGURES),
        themes=groups_view((one for one in folded if one.section == "zahlen"), "Zahl"),
        feeds=(
            *(Link(one.title, one.url, one.note) for one in alone if one.section == "feeds"),
            Link(data_changes.TITLE, FEED, "Atom: was neu, anders oder entfallen ist"),
        ),
        feed_groups=groups_view(one for one in folded if one.section == "feeds"),
        version=version,
        citation=_citation(report, version),
    )


def _is_whole(offer: Offer) -> bool:
    return offer.url.startswith(f"{DATEN}{WHOLE}.")


def _size(known: Mapping[str, sums.Checksum], url: str) -> str:
    return format_size(known[url[1:]].size)


def _sized(offer: Offer, size_of: Callable[[str], str]) -> Link:
    return Link(offer.title, offer.url, f"{offer.note} ({size_of(offer.url)})")


def _terms(report: Report) -> Iterator[Fact]:
    kreis = report.kreis
    yield Fact("Texte, Empfehlungen, Beschlüsse", kreis.lizenz_texte)
    yield Fact("Zahlen", "die Lizenz ihrer Quelle; sie steht in jeder Datei und auf jeder Seite")
    if report.geografie.quelle:
        yield Fact("Flächen der Kommunen", report.geografie.quelle)
    if kreis.hinweis:
        yield Fact("Zu beachten", kreis.hinweis)


def _citation(report: Report, version: str) -> str:
    kreis = report.kreis
    return f"{kreis.name}: {kreis.titel}, {TITLE}. Fassung {version}. {kreis.basis_url}{DATEN}"
