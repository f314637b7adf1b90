"""/daten/: all files of open data, what they contain, and under which terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.exports import feed, ical
from fokusbericht.exports.daten import TABLES, document
from fokusbericht.exports.daten.columns import Table
from fokusbericht.exports.feeds import feeds
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.texte.daten_figures import ThemeFiles, place_files, theme_files, whole_files
from fokusbericht.problems import Place
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Fact, Link
from fokusbericht.words import phrases
from fokusbericht.words.german import counted

TEMPLATE = "texte/daten.html"
URL = "/daten/"
TITLE = "Offene Daten"
LEAD = (
    "Was in diesem Bericht steht, auch zum Weiterrechnen: als Tabellen, als JSON, als Feed und als "
    "Kalender. Ohne Anmeldung, und aus denselben Angaben gemacht wie die Seiten."
)


@dataclass(frozen=True, slots=True)
class ColumnsView:
    """What the columns of a table mean."""

    title: str
    columns: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DatenView:
    """The page of open data."""

    lead: str
    files: tuple[Link, ...]
    columns: tuple[ColumnsView, ...]
    whole: tuple[Link, ...]
    count: str
    figures: tuple[ThemeFiles, ...]
    places: tuple[Link, ...]
    examples: bool
    feeds: tuple[Link, ...]
    more_feeds: tuple[Link, ...]
    terms: tuple[Fact, ...]
    citation: str


def plan(report: Report) -> Iterator[Output]:
    """Plan the page."""
    page = make_page(report, URL, TITLE, LEAD, scripts=("kopieren.js",))
    yield page_output(report, TEMPLATE, page, _view(report), Place("content"))


def _view(report: Report) -> DatenView:
    number = len(report.indikatoren)
    main, more = _feeds(report)
    return DatenView(
        lead=LEAD,
        files=tuple(_files(report)),
        columns=tuple(_columns(table) for table in TABLES),
        whole=whole_files(report),
        count=phrases.count(number, "Zahl", "Zahlen"),
        figures=theme_files(report),
        places=place_files(report),
        examples=bool(report.kreis.beispiele and report.examples),
        feeds=main,
        more_feeds=more,
        terms=tuple(_terms(report)),
        citation=_citation(report),
    )


def _files(report: Report) -> Iterator[Link]:
    for table in TABLES:
        number = len(table.rows(report))
        yield Link(table.title, table.url, f"CSV, {counted(number, 'Zeile', 'Zeilen')}")
    everything = "JSON: jede Empfehlung mit Text, Einschätzung, Schritten und Beschlüssen"
    yield Link("Empfehlungen mit allen Texten", document.URL, everything)
    meaning = "JSON Schema: was jedes Feld bedeutet"
    yield Link("Beschreibung der JSON-Datei", document.SCHEMA_URL, meaning)


def _columns(table: Table) -> ColumnsView:
    columns = tuple(Fact(name, meaning) for name, meaning in table.columns)
    return ColumnsView(f"{table.name}.csv", columns)


def _feeds(report: Report) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the links to the feeds of everything, and to those of a field or place."""
    first, *others = (Link(one.title, one.url) for one in feeds(report).values())
    news = Link("Aktuelles", feed.URL, "Atom: neue Meldungen")
    everything = Link(first.title, first.href, "Atom: neue Empfehlungen und Schritte")
    meetings = Link("Termine", ical.URL, "iCalendar: Termine, deren Tag bekannt ist")
    return (everything, news, meetings), tuple(others)


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
