"""What was decided last, what is due, what has fallen silent: three short lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fokusbericht.model.lives import Stand, Vorgang
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.recommendations import Anregung
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.planung.following import Followed, Urgency, followed
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Link
from fokusbericht.words import due
from fokusbericht.words.german import begun, counted
from fokusbericht.words.names import ERGEBNISSE, name_of_body, name_of_step
from fokusbericht.words.progress import silence_of

MOST = 3  # in a column
ALL = "/umsetzung/"


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter: when or how long, what it is, what is next or was last."""

    when: str
    link: Link
    note: str


@dataclass(frozen=True, slots=True)
class MatterColumn:
    """A list of matters; `kind` is the shape before its heading."""

    title: str
    kind: str
    rows: tuple[MatterRow, ...]


@dataclass(frozen=True, slots=True)
class Matters:
    """All that the start page says of what is followed."""

    sentence: str
    columns: tuple[MatterColumn, ...]
    links: tuple[Link, ...]


def matters_of(report: Report) -> Matters | None:
    """Return what is followed; None where there is nothing, or all of it is made up."""
    found = followed(report)
    columns = (
        MatterColumn("Zuletzt entschieden", "entschieden", tuple(_decided(report))),
        MatterColumn("Frist vorbei oder nah", "frist", tuple(_due(report, found))),
        MatterColumn("Still geworden", "still", tuple(_silent(report, found))),
    )
    filled = tuple(column for column in columns if column.rows)
    return Matters(_sentence(report), filled, tuple(_links(report, found))) if filled else None


# --- The lists ------------------------------------------------------------------------------------


def _decided(report: Report) -> Iterator[MatterRow]:
    for one in last_decisions(report):
        result = f"{name_of_body(report, one)}, {ERGEBNISSE[one.ergebnis]}"
        yield MatterRow(f"{format_date(one.datum)} · {result}", link_to(report, one.key), "")


def last_decisions(report: Report) -> list[Beschluss]:
    """Return the newest decisions; none that is made up."""
    real = (one for one in report.beschluesse.values() if not one.beispiel)
    return sorted(real, key=lambda one: (-one.datum.latest().toordinal(), one.key.name))[:MOST]


def _due(report: Report, found: Sequence[Followed]) -> Iterator[MatterRow]:
    today = report.kreis.stichtag
    ones = [one.vorgang for one in found if one.urgency in (Urgency.OVERDUE, Urgency.DUE)]
    for vorgang in ones[:MOST]:
        step = vorgang.naechster_schritt
        since = due.over_since(step, today) if step else ""
        when = _told(vorgang, due.limit_of(step), since)
        yield MatterRow(when, link_to(report, vorgang.key), due.what_of(step))


def _silent(report: Report, found: Sequence[Followed]) -> Iterator[MatterRow]:
    ones = [one for one in found if one.urgency is Urgency.SILENT]
    for one in ones[:MOST]:
        last = one.steps[-1]
        note = f"Zuletzt: {name_of_step(report, last)}, {format_date(last.datum)}"
        when = _told(one.vorgang, begun(silence_of(report, one.vorgang)))
        yield MatterRow(when, link_to(report, one.vorgang.key), note)


def _told(vorgang: Vorgang, *parts: str) -> str:
    """Return parts as a line that begins with whose matter it is, where it is not the county's."""
    kind = "Anregung" if isinstance(vorgang, Anregung) else ""
    return " · ".join(part for part in (kind, *parts) if part)


# --- In words, and where to read on ---------------------------------------------------------------


def _sentence(report: Report) -> str:
    """Return how the recommendations stand; nothing where there is but one to count."""
    everything = [one for one in report.empfehlungen.values() if not one.beispiel]
    if len(everything) < 2:
        return ""
    silent = len([one for one in everything if silence_of(report, one)])
    done = len([one for one in everything if one.stand() is Stand.UMGESETZT])
    return (
        f"Von {counted(len(everything), '', 'Empfehlungen')} {'ist' if done < 2 else 'sind'} "
        f"{_words(done)} als umgesetzt bekannt; um {_words(silent)} ist es seit einem Jahr oder "
        "länger still."
    )


def _words(number: int) -> str:
    return counted(number, "", "").strip()


def _links(report: Report, found: Sequence[Followed]) -> Iterator[Link]:
    yield Link("Alle Vorgänge mit Fristen", ALL)
    waiting = sum(one.urgency is Urgency.NOT_BEGUN for one in found)
    if waiting:
        title = f"Beschlossen, Anfang nicht belegt ({waiting})"
        yield Link(title, f"{ALL}#{Urgency.NOT_BEGUN.value}")
    if report.beschluesse:
        yield Link("Alle Beschlüsse", "/beschluesse/")
