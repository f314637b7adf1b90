"""/aktuelles/feed.xml: the news as an Atom feed; examples are left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from fokusbericht.model import Aktuelles, PartialDate, Report
from fokusbericht.output import Output
from fokusbericht.problems import Place
from fokusbericht.render import render
from fokusbericht.urls import path_of, url_of

TEMPLATE = "feed.xml"
URL = "/aktuelles/feed.xml"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A piece of news; dates as Atom wants them."""

    id: str
    title: str
    href: str
    updated: str
    published: str
    summary: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """The feed."""

    id: str
    title: str
    subtitle: str
    author: str
    rights: str
    self_href: str
    page_href: str
    updated: str
    entries: tuple[FeedEntry, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the feed."""
    view, path = _view(report), path_of(URL)
    yield Output(
        path,
        (TEMPLATE, view),
        lambda: render(report, TEMPLATE, path, {"view": view}),
        Place("content/aktuelles"),
    )


def _view(report: Report) -> FeedView:
    kreis = report.kreis
    real = [one for one in report.aktuelles.values() if not one.beispiel]
    ordered = sorted(real, key=lambda one: (one.datum.latest(), one.key), reverse=True)
    return FeedView(
        id=_id(report, "aktuelles"),
        title=f"{kreis.titel} {kreis.name}: Aktuelles",
        subtitle=f"{kreis.beschreibung} {kreis.hinweis}".strip(),
        author=kreis.name,
        rights=kreis.lizenz_texte,
        self_href=kreis.basis_url + URL,
        page_href=f"{kreis.basis_url}/aktuelles/",
        updated=_moment(max((one.geaendert for one in real), default=kreis.stichtag)),
        entries=tuple(_entry(report, one) for one in ordered),
    )


def _entry(report: Report, meldung: Aktuelles) -> FeedEntry:
    return FeedEntry(
        id=_id(report, str(meldung.key)),
        title=meldung.titel,
        href=report.kreis.basis_url + url_of(report, meldung.key),
        updated=_moment(meldung.geaendert),
        published=_published(meldung.datum),
        summary=meldung.kurz,
    )


def _id(report: Report, name: str) -> str:
    """Return a name for ever: it stays when the site moves to another address."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'fokusbericht/{report.kreis.schluessel}/{name}')}"


def _published(day: PartialDate) -> str:
    # A feed knows whole days only; a month or year alone is not made up into one.
    return _moment(day.latest()) if day.day else ""


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
