"""/daten/aenderungen.json: what changed in the figures, state by state, the newest first.

{"staende": [{"tag": "2027-03-01", "festgehalten": true, "erster": false, "zahlen": 291,
  "werte": 25101, "aenderungen": [{"art": "geaendert", "indikator": "leerstandsquote", …}]}]}
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import orjson

from fokusbericht.exports.changes.compare import IndikatorChange, LargestChange, changes
from fokusbericht.exports.changes.states import State
from fokusbericht.exports.daten.indikator_json import JsonObject
from fokusbericht.load.recorded import state_after
from fokusbericht.model.base import Berichtigung, Kind
from fokusbericht.model.changes import ChangeKind
from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.urls import address_of

LOG = "daten/aenderungen.json"


@dataclass(frozen=True, slots=True)
class RecordedState:
    """A state of all figures with what it changed; the one of today may not be recorded yet."""

    day: date
    is_recorded: bool
    state: State
    changes: tuple[IndikatorChange, ...]
    since: date | None  # the day of the state before; the first has none


def states(report: Report, today: State, careful: frozenset[str]) -> Iterator[RecordedState]:
    """Yield all recorded states, then what is shown today if it is other than the last."""
    days = sorted(report.staende)
    before: State = {}
    since: date | None = None
    for day in days:
        after = state_after(before, report.staende[day])
        found = tuple(changes(before, after, careful)) if since else ()
        yield RecordedState(date.fromisoformat(day), True, after, found, since)
        before, since = after, date.fromisoformat(day)
    if since and (found := tuple(changes(before, today, careful))):
        yield RecordedState(report.kreis.stichtag, False, today, found, since)


def log_json(report: Report, today: State, careful: frozenset[str]) -> bytes:
    """Return the file."""
    found = [_state(report, one) for one in states(report, today, careful)]
    told = {"titel": f"{report.kreis.titel} {report.kreis.name}: Änderungen an den Zahlen"}
    return orjson.dumps(
        {**told, "staende": found[::-1]},
        option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE,
    )


def _state(report: Report, one: RecordedState) -> JsonObject:
    return {
        "tag": one.day.isoformat(),
        "festgehalten": one.is_recorded,
        "erster": one.since is None,
        "zahlen": len({name for name, _ in one.state}),
        "werte": sum(row.anzahl for row in one.state.values()),
        "aenderungen": [_change(report, one, change) for change in one.changes],
    }


def _change(report: Report, state: RecordedState, change: IndikatorChange) -> JsonObject:
    indikator = report.indikatoren.get(change.indikator)
    told: JsonObject = {"art": change.kind.value, "indikator": change.indikator}
    if indikator:
        told |= {
            "titel": indikator.titel,
            "einheit": indikator.einheit,
            "dezimalstellen": indikator.dezimalstellen,
            "adresse": report.kreis.basis_url + address_of(indikator.key),
        }
    told |= {"jahre": list(change.years), "werte": change.values}
    if change.kind is ChangeKind.GEAENDERT:
        told |= {"ergaenzt": change.added, "entfallen": change.removed}
        told |= {"groesste": _largest(report, change.largest)} if change.largest else {}
        found = list(_corrections(report, indikator, state)) if indikator else []
        told |= {"berichtigungen": found} if found else {}
    return told


def _largest(report: Report, one: LargestChange) -> JsonObject:
    """Return the largest change; what a name has been forgotten of is told by its key."""
    try:
        name = report.geografie.name_of(one.area)
    except KeyError:
        name = one.area
    told = {"raum_schluessel": one.area, "raum": name, "jahr": one.year}
    return {**told, "wert_vorher": one.before, "wert": one.after}


def _corrections(
    report: Report, indikator: Indikator, state: RecordedState
) -> Iterator[JsonObject]:
    """Yield the corrections of an indicator that were told since the state before."""
    for one in corrections_of(report).get(indikator.key.name, ()):
        day = one.datum.latest()
        is_later = state.since is None or day > state.since
        if is_later and (day <= state.day or not state.is_recorded):
            told = {"datum": one.datum.isoformat(), "war": one.war, "ist": one.ist}
            yield {**told, "grund": one.grund}


def corrections_of(report: Report) -> Mapping[str, tuple[Berichtigung, ...]]:
    """Return the corrections of indicators, and of comments on them, by indicator."""
    found: dict[str, tuple[Berichtigung, ...]] = {}
    for thing, one in report.corrections():
        if thing.key.kind is Kind.INDIKATOR:
            found[thing.key.name] = (*found.get(thing.key.name, ()), one)
    return found
