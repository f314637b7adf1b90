"""Recommendations as Atom feeds: all of them, those of a Handlungsfeld, those that name a place.

An entry is a step: the first tells of a new recommendation, each later one what became of it.
Examples are left out. The names of entries hold no date, so that they stay when one becomes known
more exactly: `tag:fokusbericht.example,2026:01056/empfehlung/2022-01/kreistag-2`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Offer, Output
from fokusbericht.exports.atom import (
    NAME,
    FeedEntry,
    feed_output,
    feed_view,
    moment,
    published,
    tag,
)
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.lives import Verlaufsschritt, Vorgang
from fokusbericht.model.queries import query
from fokusbericht.model.recommendations import Art, Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.urls import FOLDERS, KREIS_KEY, url_of
from fokusbericht.words.names import name_of_step

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
        one.key.name: tuple(step_entries(report, one))[::-1]
        for one in report.empfehlungen.values()
        if not one.beispiel
    }
    for feed in feeds(report).values():
        own = (entry for name in feed.followed[::-1] for entry in entries.get(name, ()))
        view = feed_view(report, feed.page, feed.title, own)
        yield feed_output(report, feed.url, view, feed.source, _offer(feed))


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


def step_entries(report: Report, vorgang: Vorgang) -> Iterator[FeedEntry]:
    """Yield an entry for each step of what is followed; the first tells that it is new."""
    seen: Counter[str] = Counter()
    for step in vorgang.steps():
        is_first, kind = not seen, step.schritt.value
        seen[kind] += 1
        name = f"{kind}-{seen[kind]}" if seen[kind] > 1 else kind
        yield FeedEntry(
            id=tag(report, f"{vorgang.key.kind}/{vorgang.key.name}/{name}"),
            title=_title(report, vorgang, step, is_first),
            href=report.kreis.basis_url + url_of(report, vorgang.key),
            # A year alone may last beyond the day on which the step was written down.
            updated=moment(min(step.datum.latest(), vorgang.geaendert)),
            published=published(step.datum),
            summary=vorgang.kurz if is_first else step.text,
        )


def _title(report: Report, vorgang: Vorgang, step: Verlaufsschritt, is_first: bool) -> str:
    if not is_first:
        return f"{vorgang.titel} – {name_of_step(report, step)}"
    if isinstance(vorgang, Handlungsempfehlung):
        return f"{NEW[vorgang.art]} {vorgang.key.name}: {vorgang.titel}"
    is_decision = vorgang.key.kind is Kind.BESCHLUSS
    return f"{'Neuer Beschluss' if is_decision else 'Neue Anregung'}: {vorgang.titel}"
