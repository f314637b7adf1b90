"""/fokus/<jahr>/zahlen/: the most telling changes of an edition, ready for the press."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.cards import Card, YearCover
from fokusbericht.charts.drawn.yearly_bars import YearlyBars
from fokusbericht.editions import press_of
from fokusbericht.exports.daten.indikator_csv import FORM as VALUES
from fokusbericht.exports.table import AREA_HEAD, area_cells, csv_bytes, csv_number
from fokusbericht.figures.cards import card_frame
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.planning import Bericht
from fokusbericht.model.press import PressFigures, TellingChange
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.cards import plan_card, with_card
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.urls import address_of, press_url
from fokusbericht.views import Cell, Link
from fokusbericht.words.german import begun

TEMPLATE = "planung/pressezahlen.html"
TITLE, KIND = "Auffällige Veränderungen", "Zahlen des Jahres"
WITH = "mit Bild, Regel und Quelle, auch für die Presse"
NOTE = f"Was sich mehr verändert hat als sonst, {WITH}"
CSV = "zahlen.csv"
CSV_HEAD = (
    *(*AREA_HEAD, "indikator", "titel", "jahr_davor", "wert_davor", "jahr", "wert", "einheit"),
    *("veraenderung", "ueblich_von", "ueblich_bis", "veraenderung_in", "satz", "begruendung"),
    *("vergleich", "einschraenkung", "hinweis", "quelle", "lizenz", "seite"),
)
FROZEN = (
    "Die Seite zeigt den Stand vom {}. Hinter jedem Titel und in den Dateien steht, was heute "
    "bekannt ist."
)
JUDGED_HEAD = ("Zahl", "Jahr", "Veränderung", "Üblich", "So weit davon", "Was daraus wurde")


@dataclass(frozen=True, slots=True)
class TellingEntry:
    """A change on the page: where it is reached, how it is quoted, what can be taken along."""

    id: str
    change: TellingChange
    picture: YearlyBars
    source: str  # what belongs to its sentence when it is quoted, with …
    address: str
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PresseView:
    """The press figures of an edition."""

    lead: str
    why_few: str
    frozen: str  # that these are the figures of then
    entries: tuple[TellingEntry, ...]
    older: tuple[TellingEntry, ...]
    rule: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    counts: tuple[tuple[Cell, ...], ...]
    files: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the press figures of all editions that have them."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each edition."""
    for bericht in sorted(report.berichte.values(), key=lambda one: one.key):
        yield Batch(bericht.key.name, partial(_plan_press, report, bericht))


def _plan_press(report: Report, bericht: Bericht) -> Iterator[Output]:
    figures = press_of(report, bericht.key)
    if figures is None:
        return
    page = _page(report, bericht, figures)
    view = _view(report, bericht, figures, page.canonical)
    card = Card(
        card_frame(report.kreis),
        KIND,
        page.title,
        said=(figures.lead,),
        picture=YearCover(str(bericht.jahr)),
    )
    page = with_card(report, page, card)
    yield page_output(report, TEMPLATE, page, view, bericht.place)
    yield from plan_card(report, page, card, bericht.place)
    if figures.changes:
        area = area_cells(report.geografie, report.geografie.schluessel)
        rows = tuple((*area, *_csv_row(page, one)) for one in figures.changes)
        path = press_url(bericht.key)[1:] + CSV
        yield Output(path, rows, partial(csv_bytes, CSV_HEAD, rows), bericht.place)


def press_links(report: Report, key: Key) -> tuple[Link, ...]:
    """Return the link to the press figures of an edition, if it has any."""
    return (Link(TITLE, press_url(key), NOTE),) if press_of(report, key) else ()


def _view(report: Report, bericht: Bericht, figures: PressFigures, address: str) -> PresseView:
    where = f"{report.kreis.titel} {report.kreis.name}"
    csv = Link("Alle Veränderungen dieser Seite als CSV", press_url(bericht.key) + CSV)
    return PresseView(
        lead=figures.lead,
        why_few=figures.why_few,
        frozen=FROZEN.format(figures.frozen) if figures.frozen else "",
        entries=_entries(figures.changes, address, where),
        older=_entries(figures.older, address, where),
        rule=figures.rule,
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
        f"{figures.lead} {begun(WITH)}.",
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
            picture=_picture(one),
            source=f"Quelle: {one.source}; {where}",
            address=f"{address}#{_anchor(one)}",
            files=_files(one),
        )
        for one in changes
    )


def _anchor(change: TellingChange) -> str:
    return f"zahl-{change.indicator}"


def _files(change: TellingChange) -> tuple[Link, ...]:
    return (
        Link("Verlauf (PNG)", f"{change.href}verlauf.png"),
        Link("Verlauf (SVG)", f"{change.href}verlauf-mit-quelle.svg"),
        Link("Werte (CSV)", VALUES.url(Key(Kind.INDIKATOR, change.indicator))),
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


def _picture(change: TellingChange) -> YearlyBars:
    return YearlyBars(
        title=change.heard,
        bars=tuple((one.year, one.size) for one in change.bars),
        usual=(change.usual_low, change.usual_high),
        label=change.change,
    )


def _csv_row(page: Page, one: TellingChange) -> tuple[str, ...]:
    changes = (one.bars[-1].size, one.usual_low, one.usual_high)
    return (
        *(one.indicator, one.title, str(one.year_before), one.number_before),
        *(str(one.year), one.number, one.unit, *map(csv_number, changes), one.change_unit),
        *(one.sentence, one.reasons, one.beside, one.caution, one.remark),
        *(one.source, one.licence, f"{page.canonical}#{_anchor(one)}"),
    )
