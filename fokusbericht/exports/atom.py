"""Atom feeds (RFC 4287): what a feed says, and the file it becomes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from fokusbericht.building.output import Offer, Output
from fokusbericht.building.render import render
from fokusbericht.building.templates import print_of
from fokusbericht.model.base import PartialDate
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.urls import path_of

TEMPLATE = "frame/feed.xml"
NAME = "feed.xml"
LONGEST = 50  # entries
# A tag needs a year from which on the site has its domain; it never changes again.
TAG_YEAR = 2026


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A piece of news; dates as Atom wants them, no `published` where the day is not known."""

    id: str
    title: str
    href: str
    updated: str
    published: str
    summary: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed; its entries are in the order readers see them."""

    id: str
    title: str
    subtitle: str
    author: str
    rights: str
    self_href: str
    page_href: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feed_view(report: Report, page: str, title: str, entries: Iterable[FeedEntry]) -> FeedView:
    """Return what the feed beside a page says: its newest entries, the last of a day first."""
    kreis = report.kreis
    newest = sorted(entries, key=lambda one: one.updated, reverse=True)[:LONGEST]
    return FeedView(
        id=tag(report, page.strip("/")),
        title=f"{kreis.titel} {kreis.name} – {title}",
        subtitle=subtitle_of(report),
        author=kreis.name,
        rights=kreis.lizenz_texte,
        self_href=kreis.basis_url + page + NAME,
        page_href=kreis.basis_url + page,
        updated=newest[0].updated if newest else moment(kreis.stichtag),
        entries=tuple(newest),
    )


def feed_output(
    report: Report, url: str, view: FeedView, source: Place, offer: Offer | None = None
) -> Output:
    """Plan the file of a feed; with an `offer` it stands in the list of all files."""
    path = path_of(url)
    return Output(
        path,
        (TEMPLATE, view),
        lambda: render(report, TEMPLATE, path, {"view": view}),
        source,
        print_of(report, TEMPLATE),
        offer=offer,
    )


def subtitle_of(report: Report) -> str:
    """Return what the site is, and that it is a demonstration if it is one."""
    return f"{report.kreis.beschreibung} {report.kreis.hinweis}".strip()


def published(day: PartialDate) -> str:
    """Return a day as a moment; a month or year alone is not made up into one."""
    return moment(day.latest()) if day.day else ""


def moment(day: date) -> str:
    """Return a day as Atom wants moments."""
    return f"{day.isoformat()}T00:00:00Z"


def tag(report: Report, name: str) -> str:
    """Return a name for ever (RFC 4151)."""
    host = urlsplit(report.kreis.basis_url).hostname or report.kreis.schluessel
    return f"tag:{host},{TAG_YEAR}:{report.kreis.schluessel}/{name}"
