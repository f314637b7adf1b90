"""Recommendations as Atom feeds: all of them, those of a Handlungsfeld, those that name a place.

An entry is a step: the first tells of a new recommendation, each later one what became of it.
Examples are left out. The names of entries hold no date, so that they stay when one becomes known
more exactly: `tag:fokusbericht.example,2026:01056/empfehlung/2022-01/kreistag-2`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from fokusbericht.building.output import Offer, Output
from fokusbericht.exports.atom import (
    FeedEntry,
    FeedView,
    feed_output,
    moment,
    published,
    subtitle_of,
)
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.lives import Verlaufsschritt
from fokusbericht.model.queries import query
from fokusbericht.model.recommendations import Art, Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.urls import FOLDERS, KREIS_KEY, url_of
from fokusbericht.words.names import name_of_step

NAME = "feed.xml"
LONGEST = 50
# A tag needs a year from which on the site has its domain; it never changes again.
TAG_YEAR = 2026
ALL = FOLDERS[Kind.EMPFEHLUNG]
NEW = {
    Art.HANDLUNGSEMPFEHLUNG: "Neue Handlungsempfehlung",
    Art.ZIELVORSCHLAG: "Neuer Zielvorschlag",
}


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed beside a page: which recommendations it follows, by their numbers."""

    page: str
    title: str
    followed: tuple[str, ...]
    source: Place

    @property
    def url(self) -> str:
        """Return its address."""
        return self.page + NAME


def plan(report: Report) -> Iterator[Output]:
    """Plan all feeds of recommendations."""
    entries = {
        one.key.name: tuple(_entries(report, one))[::-1]
        for one in report.empfehlungen.values()
        if not one.beispiel
    }
    for feed in feeds(report).values():
        own = (entry for name in feed.followed[::-1] for entry in entries.get(name, ()))
        yield feed_output(report, _offer(feed), _view(report, feed, own), feed.source)


def _offer(feed: Feed) -> Offer:
    if feed.page == ALL:
        return Offer(feed.url, "feeds", feed.title, "Atom: neue Empfehlungen und Schritte")
    return Offer(feed.url, "feeds", feed.title, group="Nur ein Handlungsfeld oder ein Ort")


@query
def feeds(report: Report) -> dict[str, Feed]:
    """Return all feeds of recommendations by the address of the page they belong to."""
    return {
        feed.page: feed for feed in (_feed_of_all(report), *_of_fields(report), *_of_places(report))
    }


def _feed_of_all(report: Report) -> Feed:
    source = Place("content/handlungsempfehlungen")
    return Feed(ALL, "Handlungsempfehlungen", tuple(sorted(report.empfehlungen)), source)


def _of_fields(report: Report) -> Iterator[Feed]:
    for feld in report.handlungsfelder.values():
        title = f"Empfehlungen im Handlungsfeld {feld.titel}"
        followed = tuple(
            name
            for name, one in sorted(report.empfehlungen.items())
            if any(ref.key == feld.key for ref in one.handlungsfelder)
        )
        yield Feed(url_of(report, feld.key), title, followed, feld.place)


def _of_places(report: Report) -> Iterator[Feed]:
    """Yield the feed of the county, of each Raum, and of each Kommune that is named at all."""
    geografie = report.geografie
    yield _of_place(report, KREIS_KEY, (KREIS_KEY,), geografie.name, report.kreis.place)
    for raum in geografie.raeume.values():
        members = (geografie.kommunen[ags].key for ags in raum.kommunen)
        name = f"Betrachtungsraum {raum.name}"
        yield _of_place(report, raum.key, (raum.key, *members), name, raum.place)
    for kommune in geografie.kommunen.values():
        feed = _of_place(report, kommune.key, (kommune.key,), kommune.name, kommune.place)
        if feed.followed:
            yield feed


def _of_place(report: Report, page: Key, keys: Iterable[Key], name: str, source: Place) -> Feed:
    followed = {
        source.name
        for key in keys
        for source in report.backlinks.get(key, ())
        if source.kind is Kind.EMPFEHLUNG
    }
    return Feed(url_of(report, page), f"{name}: Empfehlungen", tuple(sorted(followed)), source)


# --- What a feed says -----------------------------------------------------------------------------


def _view(report: Report, feed: Feed, entries: Iterable[FeedEntry]) -> FeedView:
    kreis = report.kreis
    newest = sorted(entries, key=lambda one: one.updated, reverse=True)[:LONGEST]
    return FeedView(
        id=_tag(report, feed.page.strip("/")),
        title=f"{kreis.titel} {kreis.name} – {feed.title}",
        subtitle=subtitle_of(report),
        author=kreis.name,
        rights=kreis.lizenz_texte,
        self_href=kreis.basis_url + feed.url,
        page_href=kreis.basis_url + feed.page,
        updated=newest[0].updated if newest else moment(kreis.stichtag),
        entries=tuple(newest),
    )


def _entries(report: Report, empfehlung: Handlungsempfehlung) -> Iterator[FeedEntry]:
    seen: Counter[str] = Counter()
    for step in empfehlung.verlauf:
        is_first, kind = not seen, step.schritt.value
        seen[kind] += 1
        name = f"{kind}-{seen[kind]}" if seen[kind] > 1 else kind
        yield FeedEntry(
            id=_tag(report, f"empfehlung/{empfehlung.key.name}/{name}"),
            title=_title(report, empfehlung, step, is_first),
            href=report.kreis.basis_url + url_of(report, empfehlung.key),
            # A year alone may last beyond the day on which the step was written down.
            updated=moment(min(step.datum.latest(), empfehlung.geaendert)),
            published=published(step.datum),
            summary=empfehlung.kurz if is_first else step.text,
        )


def _title(
    report: Report, empfehlung: Handlungsempfehlung, step: Verlaufsschritt, is_first: bool
) -> str:
    if is_first:
        return f"{NEW[empfehlung.art]} {empfehlung.key.name}: {empfehlung.titel}"
    return f"{empfehlung.titel} – {name_of_step(report, step)}"


def _tag(report: Report, name: str) -> str:
    """Return a name for ever (RFC 4151)."""
    host = urlsplit(report.kreis.basis_url).hostname or report.kreis.schluessel
    return f"tag:{host},{TAG_YEAR}:{report.kreis.schluessel}/{name}"
