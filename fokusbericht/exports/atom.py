"""Atom feeds (RFC 4287): what a feed says, and the file it becomes."""

from dataclasses import dataclass
from datetime import date

from fokusbericht.building.output import Offer, Output
from fokusbericht.building.render import render
from fokusbericht.building.templates import print_of
from fokusbericht.model.base import PartialDate
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.urls import path_of

TEMPLATE = "frame/feed.xml"


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


def feed_output(report: Report, offer: Offer, view: FeedView, source: Place) -> Output:
    """Plan the file of a feed."""
    path = path_of(offer.url)
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
