"""/daten/aenderungen.json and the feed beside its page: what changed in the figures.

A site is built from content alone and knows no yesterday: what it showed is in the record
(`archiv/daten.csv`), what it shows now stands in its own tables, from which both are put together.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from fokusbericht.building.output import Listed, Output
from fokusbericht.building.render import render
from fokusbericht.building.templates import print_of
from fokusbericht.exports.atom import NAME, TEMPLATE, FeedEntry, feed_view, moment, tag
from fokusbericht.exports.changes.log import LOG, corrections_of, log_json
from fokusbericht.exports.changes.reading import read_log
from fokusbericht.exports.changes.states import guarded, state_of, table_path, told_of
from fokusbericht.load.recorded import PATH
from fokusbericht.model.changes import StateNews
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.urls import AENDERUNGEN
from fokusbericht.words.data_changes import TITLE, state_title, summary

FEED = f"{AENDERUNGEN}{NAME}"
PLACE = Place(PATH)


def plan(report: Report, listed: Listed) -> Iterator[Output]:
    """Plan both."""
    yield Output(
        LOG,
        _said(report, guarded(report)),
        lambda: log_alone(report, listed)[LOG],
        PLACE,
        parts=tuple(map(table_path, told_of(report))),
        assemble=partial(_log_of, report),
    )
    yield _feed(report, listed)


def _said(report: Report, careful: frozenset[str]) -> object:
    """Return what of the report stands in the file besides the figures of today."""
    kreis = report.kreis
    names = [
        (name, one.titel, one.einheit, one.dezimalstellen)
        for name, one in sorted(report.indikatoren.items())
    ]
    frame = (kreis.titel, kreis.name, kreis.basis_url, kreis.stichtag)
    corrected = [
        (name, one.datum.isoformat(), one.war, one.ist, one.grund)
        for name, found in sorted(corrections_of(report).items())
        for one in found
    ]
    return (frame, names, corrected, sorted(careful), dict(report.staende))


def _log_of(report: Report, parts: Mapping[str, bytes]) -> bytes:
    careful = guarded(report)
    tables = {name: parts[table_path(name)] for name in told_of(report)}
    return log_json(report, state_of(tables, careful), careful)


def log_alone(report: Report, listed: Listed) -> Mapping[str, bytes]:
    """Return the file of all changes where there is no site yet."""
    parts = {path: listed.contents[path] for path in map(table_path, told_of(report))}
    return {LOG: _log_of(report, parts)}


def _feed(report: Report, listed: Listed) -> Output:
    path = FEED[1:]
    make = partial(_feed_of, report, path)
    return Output(
        path,
        (TEMPLATE, feed_view(report, AENDERUNGEN, TITLE, ())),
        lambda: make(log_alone(report, listed)),
        PLACE,
        print_of(report, TEMPLATE),
        parts=(LOG,),
        assemble=make,
    )


def _feed_of(report: Report, path: str, parts: Mapping[str, bytes]) -> bytes:
    entries = [_entry(report, one) for one in read_log(parts[LOG]) if one.is_recorded]
    view = feed_view(report, AENDERUNGEN, TITLE, entries)
    return render(report, TEMPLATE, path, {"view": view})


def _entry(report: Report, one: StateNews) -> FeedEntry:
    day = one.day.isoformat()
    return FeedEntry(
        id=tag(report, f"daten/aenderungen/{day}"),
        title=state_title(one),
        href=f"{report.kreis.basis_url}{AENDERUNGEN}#stand-{day}",
        updated=moment(one.day),
        published=moment(one.day),
        summary=summary(one),
    )
