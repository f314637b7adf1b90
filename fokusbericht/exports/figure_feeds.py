"""New figures as Atom feeds: of each indicator, and of all together.

An entry tells that there are figures of a year; its name holds the year, so that a newer one is a
new entry and a revision none. Comments and corrections follow. What is made up is left out.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from fokusbericht.building.output import Offer, Output
from fokusbericht.exports.atom import (
    LONGEST,
    NAME,
    FeedEntry,
    feed_output,
    feed_view,
    moment,
    published,
    tag,
)
from fokusbericht.exports.feed import corrections_at
from fokusbericht.model.figures import Indikator, Kommentar
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.statistics.messung import messungen
from fokusbericht.urls import url_of
from fokusbericht.words.county import county_sentence, joined

PAGE = "/sozialbericht/"
TITLE = "Neue Zahlen"


def plan(report: Report) -> Iterator[Output]:
    """Plan all feeds of figures."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them, and one for that of all."""
    for name, one in report.indikatoren.items():
        if not one.beispiel:
            yield Batch(name, partial(_plan_indikator, report, name))
    yield Batch("", partial(_plan_all, report))


def _plan_indikator(report: Report, name: str) -> Iterator[Output]:
    indikator = report.indikatoren[name]
    page = url_of(report, indikator.key)
    view = feed_view(report, page, indikator.titel, _entries(report, indikator))
    yield feed_output(report, page + NAME, view, indikator.place)


def _plan_all(report: Report) -> Iterator[Output]:
    real = [one for one in report.indikatoren.values() if not one.beispiel]
    # Only the newest are told, so only their figures are read.
    newest = sorted(real, key=lambda one: (_last_change(report, one), one.key.name), reverse=True)
    entries = (entry for one in newest[:LONGEST] for entry in _entries(report, one))
    note = "Atom: neue Zahlen und Einordnungen; jede Zahl hat auf ihrer Seite einen eigenen Feed"
    offer = Offer(PAGE + NAME, "feeds", TITLE, note)
    view = feed_view(report, PAGE, TITLE, entries)
    yield feed_output(report, PAGE + NAME, view, Place("indicators"), offer)


def _last_change(report: Report, indikator: Indikator) -> date:
    comments = (one.geaendert for one in _comments(report, indikator))
    return max((indikator.geaendert, *comments))


def _title(indikator: Indikator, year: int) -> str:
    told = f"Zahl aus dem Bericht {year}" if indikator.jahr_des_berichts else f"Zahlen für {year}"
    return f"{indikator.titel}: {told}"


def _comments(report: Report, indikator: Indikator) -> list[Kommentar]:
    ones = report.kommentare.values()
    return [one for one in ones if one.indikator.key == indikator.key and not one.beispiel]


def _entries(report: Report, indikator: Indikator) -> Iterator[FeedEntry]:
    href = report.kreis.basis_url + url_of(report, indikator.key)
    messung = messungen(report)[indikator.key.name]
    year = messung.year
    yield FeedEntry(
        id=tag(report, f"{indikator.key.kind}/{indikator.key.name}/zahlen-{year}"),
        title=_title(indikator, messung.year),
        href=href,
        updated=moment(indikator.geaendert),
        published="",  # when they were first shown is not known
        summary=joined(indikator.kurz, county_sentence(messung, year)),
    )
    for one in _comments(report, indikator):
        yield FeedEntry(
            id=tag(report, f"{one.key.kind}/{one.key.name}"),
            title=f"Einordnung: {one.titel}",
            href=f"{href}#kommentar",
            updated=moment(one.geaendert),
            published=published(one.datum),
            summary=one.kurz or indikator.titel,
        )
    yield from corrections_at(report, indikator)
