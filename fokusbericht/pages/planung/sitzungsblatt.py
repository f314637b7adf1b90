"""/gremien/<gremium>/sitzungsblatt.docx: what lies with a body, on two pages for its session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.exports.vorlage.blocks import Blocks, heading, paragraph, table
from fokusbericht.exports.word import Document, to_docx
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.planning import Gremium
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.consultation import (
    Pending,
    Session,
    ordered_bodies,
    pending_at,
    sessions,
)
from fokusbericht.text.blocks import ParagraphStyle
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import FOLDERS, path_of, url_of
from fokusbericht.words import due
from fokusbericht.words.german import begun, counted
from fokusbericht.words.names import ERGEBNISSE
from fokusbericht.words.progress import silence_of, state_of

TITLE = "Blatt für die Sitzung"
# So many fit on two pages, with room for notes.
MOST, MOST_DECIDED = 8, 5
OPEN, DECIDED = "Was hier liegt", "Was hier zuletzt entschieden wurde"
HEAD = ("Worum es geht", "Wo es steht", "Was als Nächstes kommt")
DECIDED_HEAD = ("Datum", "Worum es ging", "Ergebnis")


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """What lies with a body, what it decided last, and where to find more."""

    basis: str
    open: tuple[tuple[str, ...], ...]
    rest: str
    decided: tuple[tuple[str, ...], ...]
    address: str


def sheet_url(key: Key) -> str:
    """Return where the sheet of a body is, a Word file."""
    return f"{FOLDERS[Kind.GREMIUM]}{key.name}/sitzungsblatt.docx"


def has_sheet(report: Report, gremium: Gremium) -> bool:
    """Say whether there is anything to put on a sheet."""
    return not gremium.beispiel and bool(pending_at(report, gremium.key))


def plan(report: Report) -> Iterator[Output]:
    """Plan the sheets of all bodies that something lies with."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for gremium in ordered_bodies(report):
        yield Batch(gremium.key.name, partial(_plan_sheet, report, gremium))


def _plan_sheet(report: Report, gremium: Gremium) -> Iterator[Output]:
    if has_sheet(report, gremium):
        document = _document(report, gremium)
        path = path_of(sheet_url(gremium.key))
        yield Output(path, document, partial(to_docx, document), gremium.place)


def _document(report: Report, gremium: Gremium) -> Document:
    kreis = report.kreis
    return Document(
        title=f"{TITLE}: {gremium.titel}",
        subject=gremium.titel,
        author=kreis.titel,
        changed=kreis.stichtag,
        head=f"{TITLE} · {gremium.titel}",
        foot=f"{kreis.titel} {kreis.name}",
        accent=kreis.akzent,
        blocks=tuple(_blocks(report, gremium)),
    )


def _blocks(report: Report, gremium: Gremium) -> Blocks:
    sheet = sheet_of(report, gremium)
    yield paragraph(f"{TITLE}: {gremium.titel}", ParagraphStyle.TITLE)
    yield paragraph(sheet.basis, ParagraphStyle.REMARK)
    yield heading(OPEN)
    yield table(OPEN, HEAD, sheet.open, (4, 3, 3))
    if sheet.rest:
        yield paragraph(sheet.rest, ParagraphStyle.REMARK)
    if sheet.decided:
        yield heading(DECIDED)
        yield table(DECIDED, DECIDED_HEAD, sheet.decided, (2, 5, 2))
    yield heading("Fundstelle")
    yield paragraph(sheet.address)


def sheet_of(report: Report, gremium: Gremium) -> SessionSheet:
    """Return what stands on the sheet of a body, on paper and in Word alike."""
    found = pending_at(report, gremium.key)
    held = [one for one in sessions(report)[gremium.key] if one.ergebnis]
    return SessionSheet(
        basis=f"Stand {format_date(report.kreis.stichtag)}. Hier steht, was belegt ist.",
        open=tuple(_open_rows(report, found[:MOST])),
        rest=_rest(len(found) - MOST),
        decided=tuple(_decided_rows(report, held[:MOST_DECIDED])),
        address=report.kreis.basis_url + url_of(report, gremium.key),
    )


def _rest(more: int) -> str:
    if more < 1:
        return ""
    many = f"{begun(counted(more, '', 'weitere'))} stehen"
    return f"{'Ein weiterer steht' if more == 1 else many} auf der Seite des Gremiums."


def _open_rows(report: Report, found: Sequence[Pending]) -> Iterator[tuple[str, ...]]:
    for one in found:
        vorgang, silence = one.vorgang, silence_of(report, one.vorgang)
        state = "; ".join(part for part in (state_of(vorgang), silence) if part)
        step = vorgang.naechster_schritt
        over = due.over_since(step, report.kreis.stichtag) if step else ""
        told = (due.limit_of(step), over, due.who(vorgang), due.what_of(step).rstrip("."))
        coming = "; ".join(part for part in told if part)
        yield vorgang.titel, begun(state), coming


def _decided_rows(report: Report, held: Sequence[Session]) -> Iterator[tuple[str, ...]]:
    for one in held:
        assert one.ergebnis
        yield format_date(one.datum), report.titles[one.source.key], ERGEBNISSE[one.ergebnis]
