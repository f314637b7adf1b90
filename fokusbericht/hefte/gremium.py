"""A body on two pages: what lies before it, what of its decisions is open, what it decided."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from fokusbericht.hefte.frame import Printable, heft, sources_of
from fokusbericht.hefte.heft import HeftPart, HeftRow, HeftTable, RowGroup
from fokusbericht.hefte.matters import NEXT_WIDTHS, as_today, entries_of, next_steps
from fokusbericht.model.lives import Vorgang
from fokusbericht.model.planning import Gremium
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.consultation import Session, pending_at, sessions
from fokusbericht.pages.planung.following import Followed, Urgency, followed
from fokusbericht.pages.planung.gremium import open_sentence
from fokusbericht.pages.planung.umsetzung import LISTS
from fokusbericht.text.formatting import format_date
from fokusbericht.text.references import is_continued
from fokusbericht.words import due
from fokusbericht.words import hefte as words
from fokusbericht.words.german import begun
from fokusbericht.words.names import ERGEBNISSE
from fokusbericht.words.progress import silence_of, state_of

WIDTHS = (6, 5, 6)
FEW = 8  # decisions that have room on the first page
OPEN = (Urgency.OVERDUE, Urgency.DUE, Urgency.NOT_BEGUN, Urgency.MOVING)


def printable(report: Report, gremium: Gremium) -> Printable:
    """Return the handout of a body; it has no drawings."""
    held = sessions(report)[gremium.key]
    lying = [one.vorgang for one in pending_at(report, gremium.key)]
    dealt = as_today(report, _matters_of(held))
    earlier = [one for one in dealt if one.vorgang not in lying]
    every = [*lying, *(one.vorgang for one in earlier)]
    own = (_lying(report, gremium, lying), _dates(report, every), _open(report, earlier))
    past = (_silent(report, earlier), _decided(report, held))
    rest = _elsewhere(report, every)
    is_short = len(held) <= FEW
    pages = ((*own, *past), (rest,)) if is_short else ((*own, rest), past)
    whole = heft(report, gremium.key, gremium.kurz, pages, sources_of(gremium))
    return Printable(whole)


def _matters_of(held: Iterable[Session]) -> list[Vorgang]:
    found = {one.source.key: one.source for one in held}
    return [one for one in found.values() if isinstance(one, Vorgang)]


def _lying(report: Report, gremium: Gremium, lying: list[Vorgang]) -> HeftPart:
    return HeftPart(
        title=words.LIES_HERE,
        lead=f"{open_sentence(pending_at(report, gremium.key))} {words.BASIS}",
        entries=entries_of(report, lying),
    )


def _dates(report: Report, found: list[Vorgang]) -> HeftPart:
    rows = tuple(next_steps(report, found, report.kreis.stichtag))
    if not rows:
        return HeftPart(words.DATES, lead=words.NO_DATES)
    table = HeftTable(words.DATES, words.NEXT_HEAD, (RowGroup("", rows),), NEXT_WIDTHS)
    return HeftPart(words.DATES, table=table)


# --- What became of its decisions -----------------------------------------------------------------


def _open(report: Report, earlier: list[Followed]) -> HeftPart:
    """Return what has been decided here and goes on, the most urgent first."""
    groups = tuple(_groups(report, [one for one in earlier if one.urgency in OPEN], OPEN, 10))
    if not groups:
        return HeftPart(words.OPEN, lead=words.NOTHING_OPEN)
    return HeftPart(words.OPEN, table=HeftTable(words.OPEN, words.OPEN_HEAD, groups, WIDTHS))


def _elsewhere(report: Report, told: Collection[Vorgang]) -> HeftPart:
    """Return what else is followed in the county, as far as there is room for it."""
    keys = {one.key for one in told}
    found = [one for one in followed(report) if one.vorgang.key not in keys]
    groups = tuple(_groups(report, found, (*OPEN, Urgency.SILENT), 100))
    if not groups:
        return HeftPart("")
    title = words.elsewhere(report.geografie)
    return HeftPart(title, table=HeftTable(title, words.OPEN_HEAD, groups, WIDTHS))


def _groups(
    report: Report, found: Sequence[Followed], urgencies: Sequence[Urgency], first: int
) -> Iterator[RowGroup]:
    """Yield matters by their urgency; what is most urgent is left out last."""
    ranks = {one.vorgang.key: first + rank for rank, one in enumerate(found)}
    for urgency in urgencies:
        some = [one.vorgang for one in found if one.urgency is urgency]
        if some:
            rows = tuple(HeftRow(_open_cells(report, one), ranks[one.key]) for one in some)
            yield RowGroup(LISTS[urgency][0], rows)


def _open_cells(report: Report, vorgang: Vorgang) -> tuple[str, ...]:
    """Return a matter with its state, and what comes next or how long it has been silent."""
    step = vorgang.naechster_schritt
    silence = silence_of(report, vorgang)
    coming = f"{due.limit_of(step)}: {due.what_of(step)}" if step else ""
    return vorgang.titel, begun(state_of(vorgang)), coming or begun(silence or words.UNKNOWN)


def _silent(report: Report, earlier: list[Followed]) -> HeftPart:
    found = [one.vorgang for one in earlier if one.urgency is Urgency.SILENT]
    rows = tuple(
        HeftRow((one.titel, begun(state_of(one)), begun(silence_of(report, one))), rank)
        for rank, one in enumerate(found)
    )
    if not rows:
        return HeftPart(words.SILENT, lead=words.NOT_SILENT)
    table = HeftTable(words.SILENT, words.SILENT_HEAD, (RowGroup("", rows),), (6, 5, 5))
    return HeftPart(words.SILENT, table=table)


def _decided(report: Report, held: tuple[Session, ...]) -> HeftPart:
    if not held:
        return HeftPart(words.DECIDED, lead=words.NOTHING_DECIDED)
    rows = tuple(_decided_rows(report, held))
    table = HeftTable(words.DECIDED, words.DECIDED_HEAD, (RowGroup("", rows),), (4, 7, 4, 6))
    return HeftPart(words.DECIDED, table=table)


def _decided_rows(report: Report, held: tuple[Session, ...]) -> Iterator[HeftRow]:
    for rank, one in enumerate(held):
        result = ERGEBNISSE[one.ergebnis] if one.ergebnis else words.UNTOLD
        cells = (format_date(one.datum), one.source.titel, begun(result), _today(report, one))
        yield HeftRow(cells, 10 + rank)


def _today(report: Report, one: Session) -> str:
    """Return how far a matter is today."""
    if is_continued(report, one.source.key):
        return begun(words.CONTINUED)
    return begun(state_of(one.source)) if isinstance(one.source, Vorgang) else words.NONE
