"""/aktuelles/feed.xml: news and corrections as an Atom feed; examples are left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from fokusbericht.building.output import Offer, Output
from fokusbericht.exports.atom import (
    FeedEntry,
    FeedView,
    feed_output,
    moment,
    published,
    subtitle_of,
)
from fokusbericht.model.base import Berichtigung, Thing
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Aktuelles
from fokusbericht.problems import Place
from fokusbericht.urls import url_of

URL = "/aktuelles/feed.xml"


def plan(report: Report) -> Iterator[Output]:
    """Plan the feed."""
    offer = Offer(URL, "feeds", "Aktuelles", "Atom: neue Meldungen")
    yield feed_output(report, URL, _view(report), Place("content/aktuelles"), offer)


def _view(report: Report) -> FeedView:
    kreis = report.kreis
    real = [one for one in report.aktuelles.values() if not one.beispiel]
    return FeedView(
        id=_id(report, "aktuelles"),
        title=f"{kreis.titel} {kreis.name}: Aktuelles",
        subtitle=subtitle_of(report),
        author=kreis.name,
        rights=kreis.lizenz_texte,
        self_href=kreis.basis_url + URL,
        page_href=f"{kreis.basis_url}/aktuelles/",
        updated=moment(max(_changes(report, real), default=kreis.stichtag)),
        entries=tuple(_entries(report, real)),
    )


def _entry(report: Report, meldung: Aktuelles) -> FeedEntry:
    return FeedEntry(
        id=_id(report, str(meldung.key)),
        title=meldung.titel,
        href=report.kreis.basis_url + url_of(report, meldung.key),
        updated=moment(meldung.geaendert),
        published=published(meldung.datum),
        summary=meldung.kurz,
    )


def _changes(report: Report, news: Sequence[Aktuelles]) -> Iterator[date]:
    yield from (one.geaendert for one in news)
    yield from (thing.geaendert for thing, _ in report.corrections())


def _entries(report: Report, news: Sequence[Aktuelles]) -> Iterator[FeedEntry]:
    """Yield news and corrections, the newest first."""
    found = [(one.datum.latest(), str(one.key), _entry(report, one)) for one in news]
    found += corrections(report, report.corrections())
    yield from (entry for _, _, entry in sorted(found, key=lambda one: one[:2], reverse=True))


def corrections(
    report: Report, found: Iterable[tuple[Thing, Berichtigung]]
) -> Iterator[tuple[date, str, FeedEntry]]:
    """Yield an entry for each correction, with its day and what it corrects."""
    seen: Counter[str] = Counter()
    for thing, one in found:
        name = f"berichtigung/{thing.key}/{one.datum.isoformat()}"
        seen[name] += 1
        if seen[name] > 1:  # a day may have several
            name += f"/{seen[name]}"
        yield one.datum.latest(), str(thing.key), _correction(report, thing, one, name)


def corrections_at(report: Report, shown: Thing) -> Iterator[FeedEntry]:
    """Yield what was corrected on the page of a thing, in the words of the feed of all."""
    found = (
        (shown, one)
        for thing in report.corrected_at(shown.key)
        if not thing.beispiel
        for one in thing.berichtigungen
    )
    yield from (entry for _, _, entry in corrections(report, found))


def _correction(report: Report, thing: Thing, one: Berichtigung, name: str) -> FeedEntry:
    told = (f"Zuvor: {one.war}", f"Richtig: {one.ist}", one.grund)
    return FeedEntry(
        id=_id(report, name),
        title=f"Berichtigt: {thing.titel}",
        href=report.kreis.basis_url + url_of(report, thing.key),
        updated=moment(thing.geaendert),
        published=published(one.datum),
        summary=" ".join(f"{part.rstrip('.')}." for part in told if part),
    )


def _id(report: Report, name: str) -> str:
    """Return a name for ever: it stays when the site moves to another address."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'fokusbericht/{report.kreis.schluessel}/{name}')}"
