"""/querschnittsthemen/: topics that run through several fields, each with what belongs to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from fokusbericht.building.output import Output
from fokusbericht.model.base import Key, Kind, Querschnittsthema
from fokusbericht.model.lives import Vorgang
from fokusbericht.model.planning import Speicherthema
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.asides import keys_of
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.problems import Place
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import FOLDERS, url_of
from fokusbericht.views import Link, RecommendationRow
from fokusbericht.words.progress import rows_of, state_of

Tagged = TypeVar("Tagged", bound=Vorgang | Speicherthema)

TEMPLATE, LIST = "planung/querschnitt.html", "planung/querschnittsthemen.html"
URL, TITLE = FOLDERS[Kind.QUERSCHNITT], "Querschnittsthemen"
LEAD = "Was alle Handlungsfelder berührt, steht hier noch einmal beisammen."


@dataclass(frozen=True, slots=True)
class QuerschnittView:
    """A topic and all that belongs to it."""

    lead: str
    rows: tuple[RecommendationRow, ...]
    decisions: tuple[Link, ...]
    suggestions: tuple[Link, ...]
    stored: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuerschnittsthemenView:
    """All topics that run through several fields."""

    lead: str
    topics: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan a page for each topic and a list of them, if there are any."""
    topics = tuple(report.querschnitt.values())
    if not topics:
        return
    source = Place("content/querschnittsthemen.yml")
    page = make_page(report, URL, TITLE, LEAD)
    links = tuple(Link(one.titel, url_of(report, one.key), one.kurz) for one in topics)
    yield page_output(report, LIST, page, QuerschnittsthemenView(LEAD, links), source)
    for one in topics:
        page = make_page(
            report, url_of(report, one.key), one.titel, one.kurz, parents=[(TITLE, URL)]
        )
        yield page_output(report, TEMPLATE, page, _view(report, one), one.place)


def _view(report: Report, topic: Querschnittsthema) -> QuerschnittView:
    return QuerschnittView(
        lead=topic.kurz,
        rows=rows_of(report, _tagged(report.empfehlungen.values(), topic.key)),
        decisions=_links(report, _tagged(report.beschluesse.values(), topic.key)),
        suggestions=_links(report, _tagged(report.anregungen.values(), topic.key)),
        stored=tuple(
            link_to(report, one.key, format_date(one.datum))
            for one in _tagged(report.speicher.values(), topic.key)
        ),
    )


def _tagged(things: Iterable[Tagged], topic: Key) -> list[Tagged]:
    return [one for one in things if topic in keys_of(one.querschnitt)]


def _links(report: Report, found: Sequence[Vorgang]) -> tuple[Link, ...]:
    """Return links to matters with where they stand, those with the newest steps first."""
    ordered = sorted(found, key=lambda one: (-one.steps()[-1].datum.latest().toordinal(), one.key))
    return tuple(link_to(report, one.key, state_of(one)) for one in ordered)
