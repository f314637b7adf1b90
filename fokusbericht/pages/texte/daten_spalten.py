"""/daten/spalten/: how the tables of open data are written, and what each column means."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Listed, Output
from fokusbericht.exports.daten.tables import TABLES
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.texte import daten
from fokusbericht.pages.texte.offers import COLUMNS
from fokusbericht.problems import Place
from fokusbericht.urls import DATEN
from fokusbericht.views import Fact

TEMPLATE = "texte/daten_spalten.html"
TITLE = "Was die Spalten bedeuten"
LEAD = "Wie die Tabellen der offenen Daten geschrieben sind und was in jeder Spalte steht."


@dataclass(frozen=True, slots=True)
class TableColumns:
    """What the columns of a table mean."""

    anchor: str
    title: str
    file: str
    columns: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SpaltenView:
    """The page of columns."""

    lead: str
    tables: tuple[TableColumns, ...]


def plan(report: Report, listed: Listed) -> Iterator[Output]:
    """Plan the page from the tables there are."""
    page = make_page(report, COLUMNS, TITLE, LEAD, parents=[(daten.TITLE, DATEN)])
    there = {one.url for one in listed.offers}
    tables = tuple(
        TableColumns(
            one.name,
            one.title,
            one.url,
            tuple(Fact(name, meaning) for name, meaning in one.told),
        )
        for one in TABLES
        if one.url in there
    )
    yield page_output(report, TEMPLATE, page, SpaltenView(LEAD, tables), Place("content"))
