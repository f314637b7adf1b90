"""/fokus/<jahr>/zahlen/: the most telling changes of an edition, ready for the press."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.cards import Card, YearCover
from fokusbericht.exports.daten.indikator_csv import FORM as VALUES
from fokusbericht.exports.table import csv_bytes, csv_number
from fokusbericht.figures.cards import card_frame
from fokusbericht.figures.telling_changes import PressFigures, TellingChange, press_figures
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.planning import Bericht
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.cards import plan_card, with_card
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.urls import address_of, press_url
from fokusbericht.views import Cell, Link
from fokusbericht.words.yearly_rule import found, rule, why_few

TEMPLATE = "planung/pressezahlen.html"
TITLE, KIND = "Auffällige Veränderungen", "Zahlen des Jahres"
NOTE = "Was sich mehr verändert hat als sonst, mit Bild, Regel und Quelle, auch für die Presse"
CSV = "zahlen.csv"
CSV_HEAD = (
    *("indikator", "titel", "raum", "jahr_davor", "wert_davor", "jahr", "wert", "einheit"),
    *("veraenderung", "ueblich_von", "ueblich_bis", "veraenderung_in", "satz", "begruendung"),
    *("vergleich", "einschraenkung", "hinweis", "quelle", "lizenz", "seite"),
)
CSV_DIGITS = 2  # of changes in percent
JUDGED_HEAD = ("Zahl", "Jahr", "Veränderung", "Üblich", "So weit davon", "Was daraus wurde")


@dataclass(frozen=True, slots=True)
class TellingEntry:
    """A change on the page: where it is reached, how it is quoted, what can be taken along."""

    id: str
    change: TellingChange
    source: str  # what belongs to its sentence when it is quoted, with …
    address: str
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PresseView:
    """The press figures of an edition."""

    lead: str
    why_few: str
    entries: tuple[TellingEntry, ...]
    older: tuple[TellingEntry, ...]
    rule: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    counts: tuple[tuple[Cell, ...], ...]
    files: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the press figures of the newest edition; older ones had other figures in their time."""
    bericht = newest_edition(report)
    if bericht is None:
        return
    figures = press_figures(report, bericht.jahr)
    page = _page(report, bericht, figures)
    view = press_view(page.canonical, report.kreis.name, report.kreis.titel, bericht, figures)
    card = Card(
        card_frame(report.kreis),
        KIND,
        page.title,
        said=(view.lead,),
        picture=YearCover(str(bericht.jahr)),
    )
    page = with_card(report, page, card)
    yield page_output(report, TEMPLATE, page, view, bericht.place)
    yield from plan_card(report, page, card, bericht.place)
    if figures.changes:
        rows = tuple(_csv_row(page, one) for one in figures.changes)
        path = press_url(bericht.key)[1:] + CSV
        yield Output(path, rows, partial(csv_bytes, CSV_HEAD, rows), bericht.place)


def newest_edition(report: Report) -> Bericht | None:
    """Return the newest edition that is no example; where all are, the newest."""
    ordered = sorted(report.berichte.values(), key=lambda one: (one.jahr, one.key))
    real = [one for one in ordered if not one.beispiel] or ordered
    return real[-1] if real else None


def press_link(bericht: Bericht) -> Link:
    """Return the link to the press figures of an edition."""
    return Link(TITLE, press_url(bericht.key), NOTE)


def press_view(
    address: str, county: str, title: str, bericht: Bericht, figures: PressFigures
) -> PresseView:
    """Return the page of figures; `address` is where the whole world finds it."""
    where = f"{title} {county}"
    csv = Link("Alle Veränderungen dieser Seite als CSV", press_url(bericht.key) + CSV)
    return PresseView(
        lead=found(len(figures.changes)),
        why_few=why_few(len(figures.changes), figures.looked_at, len(figures.judged)),
        entries=_entries(figures.changes, address, where),
        older=_entries(figures.older, address, where),
        rule=rule(),
        head=JUDGED_HEAD,
        rows=tuple(_judged_row(figures)),
        counts=tuple(
            (Cell(one.reason), Cell(str(one.count), number=True)) for one in figures.left_out
        ),
        files=(csv,) if figures.changes else (),
    )


def _page(report: Report, bericht: Bericht, figures: PressFigures) -> Page:
    return make_page(
        report,
        press_url(bericht.key),
        f"{bericht.titel}: {TITLE[0].lower()}{TITLE[1:]}",
        found(len(figures.changes)),
        parents=[("Fokusberichte", "/fokus/"), (bericht.titel, address_of(bericht.key))],
        is_example=bericht.beispiel,
        scripts=("kopieren.js",),
        styles=("pressezahlen.css",),
    )


def _entries(
    changes: Sequence[TellingChange], address: str, where: str
) -> tuple[TellingEntry, ...]:
    return tuple(
        TellingEntry(
            id=_anchor(one),
            change=one,
            source=f"Quelle: {one.source}; {where}",
            address=f"{address}#{_anchor(one)}",
            files=_files(one),
        )
        for one in changes
    )


def _anchor(change: TellingChange) -> str:
    return f"zahl-{change.key}"


def _files(change: TellingChange) -> tuple[Link, ...]:
    return (
        Link("Verlauf (PNG)", f"{change.href}verlauf.png"),
        Link("Verlauf (SVG)", f"{change.href}verlauf-mit-quelle.svg"),
        Link("Werte (CSV)", VALUES.url(Key(Kind.INDIKATOR, change.key))),
    )


def _judged_row(figures: PressFigures) -> Iterator[tuple[Cell, ...]]:
    for one in figures.judged:
        yield (
            Cell(one.title, one.href),
            Cell(str(one.year)),
            Cell(one.change, number=True),
            Cell(one.usual, number=True),
            Cell(one.times, number=True),
            Cell(one.verdict),
        )


def _csv_row(page: Page, one: TellingChange) -> tuple[str, ...]:
    before, now = map(csv_number, one.values)
    changes = (one.picture.bars[-1][1], *one.picture.usual)
    return (
        *(one.key, one.title, one.area, str(one.year_before), before, str(one.year), now),
        *(one.unit, *(csv_number(round(size, CSV_DIGITS)) for size in changes), one.change_unit),
        *(one.sentence, one.reasons, one.beside, one.caution, one.remark),
        *(one.source, one.licence, f"{page.canonical}#{_anchor(one)}"),
    )
