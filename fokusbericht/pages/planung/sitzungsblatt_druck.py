"""/gremien/<gremium>/sitzungsblatt/: the sheet for a session as a page to print on two sides."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.model.base import Kind
from fokusbericht.model.planning import Gremium
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.planung.consultation import ordered_bodies
from fokusbericht.pages.planung.sitzungsblatt import (
    DECIDED,
    DECIDED_HEAD,
    HEAD,
    OPEN,
    TITLE,
    SessionSheet,
    has_sheet,
    sheet_of,
    sheet_url,
)
from fokusbericht.urls import FOLDERS, url_of
from fokusbericht.views import Cell, Link

TEMPLATE = "planung/sitzungsblatt.html"


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table of the sheet."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SheetView:
    """The sheet of a body as a page."""

    basis: str
    word: Link
    tables: tuple[SheetTable, ...]
    address: str


def print_url(gremium: Gremium) -> str:
    """Return where the sheet of a body is as a page."""
    return f"{FOLDERS[Kind.GREMIUM]}{gremium.key.name}/sitzungsblatt/"


def plan(report: Report) -> Iterator[Output]:
    """Plan the pages of all bodies that something lies with."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for gremium in ordered_bodies(report):
        yield Batch(gremium.key.name, partial(_plan_page, report, gremium))


def _plan_page(report: Report, gremium: Gremium) -> Iterator[Output]:
    if not has_sheet(report, gremium):
        return
    page = make_page(
        report,
        print_url(gremium),
        f"{TITLE}: {gremium.titel}",
        f"Was bei {gremium.titel} liegt und was dort zuletzt entschieden wurde, auf zwei Seiten.",
        parents=[("Gremien", "/gremien/"), (gremium.titel, url_of(report, gremium.key))],
        styles=("umsetzung.css",),
    )
    view = _view(gremium, sheet_of(report, gremium))
    page = replace(page, indexed=False)  # to be printed; its body is what is looked for
    yield page_output(report, TEMPLATE, page, view, gremium.place, listed=False)


def _view(gremium: Gremium, sheet: SessionSheet) -> SheetView:
    tables = [SheetTable(OPEN, HEAD, _cells(sheet.open), sheet.rest)]
    if sheet.decided:
        tables.append(SheetTable(DECIDED, DECIDED_HEAD, _cells(sheet.decided)))
    word = Link("Dasselbe als Word-Datei", sheet_url(gremium.key))
    return SheetView(sheet.basis, word, tuple(tables), sheet.address)


def _cells(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(Cell(text) for text in row) for row in rows)
