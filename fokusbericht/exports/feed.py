"""/aktuelles/feed.xml: the news as an Atom feed; examples are left out."""

from collections.abc import Iterator
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
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Aktuelles
from fokusbericht.problems import Place
from fokusbericht.urls import url_of

URL = "/aktuelles/feed.xml"


def plan(report: Report) -> Iterator[Output]:
    """Plan the feed."""
    offer = Offer(URL, "feeds", "Aktuelles", "Atom: neue Meldungen")
    yield feed_output(report, offer, _view(report), Place("content/aktuelles"))


def _view(report: Report) -> FeedView:
    kreis = report.kreis
    real = [one for one in report.aktuelles.values() if not one.beispiel]
    ordered = sorted(real, key=lambda one: (one.datum.latest(), one.key), reverse=True)
    return FeedView(
        id=_id(report, "aktuelles"),
        title=f"{kreis.titel} {kreis.name}: Aktuelles",
        subtitle=subtitle_of(report),
        author=kreis.name,
        rights=kreis.lizenz_texte,
        self_href=kreis.basis_url + URL,
        page_href=f"{kreis.basis_url}/aktuelles/",
        updated=moment(max((one.geaendert for one in real), default=kreis.stichtag)),
        entries=tuple(_entry(report, one) for one in ordered),
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


def _id(report: Report, name: str) -> str:
    """Return a name for ever: it stays when the site moves to another address."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'fokusbericht/{report.kreis.schluessel}/{name}')}"
