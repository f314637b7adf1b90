"""/grundlagen/<seite>/ and the legal pages: a text with its sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.model.base import Key, Quelle
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.model.texts import BARRIEREFREIHEIT, IMPRESSUM, Bereich, Seite
from fokusbericht.pages.empfehlungen import einstufungen
from fokusbericht.pages.frame.linked import website
from fokusbericht.pages.frame.links import neighbours
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.frame.texts import body_view
from fokusbericht.pages.texte.films import FilmView, film_files, film_view
from fokusbericht.pages.texte.statement import AccessibilityStatement, statement
from fokusbericht.views import Link, ProseView

TEMPLATE = "texte/seite.html"


@dataclass(frozen=True, slots=True)
class SeiteView:
    """A single page."""

    lead: str
    body: ProseView
    sources: tuple[Quelle, ...]
    more: tuple[Link, ...]  # what the report can say of the page's subject in figures
    film: FilmView | None
    statement: AccessibilityStatement | None  # on the page about accessibility alone


def plan(report: Report) -> Iterator[Output]:
    """Plan all single pages."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for name in report.seiten:
        yield Batch(name, partial(_plan_seite, report, name))


def _plan_seite(report: Report, name: str) -> Iterator[Output]:
    seite = report.seiten[name]
    in_grundlagen = seite.bereich is Bereich.GRUNDLAGEN
    before, after = neighbours(report, _order(report), seite.key) if in_grundlagen else (None, None)
    page = thing_page(
        report,
        seite,
        parents=[("Grundlagen", "/grundlagen/")] if in_grundlagen else (),
        previous=before,
        following=after,
        linked=(website(report.kreis),) if seite.key == IMPRESSUM else (),
    )
    view = SeiteView(
        lead=seite.kurz,
        body=body_view(report, seite),
        sources=seite.quellen,
        more=_more(report, seite),
        film=film_view(seite.film, page.url) if seite.film else None,
        statement=statement(report) if seite.key == BARRIEREFREIHEIT else None,
    )
    yield page_output(report, TEMPLATE, page, view, seite.place)
    yield from film_files(report, seite.film, seite)


def _more(report: Report, seite: Seite) -> tuple[Link, ...]:
    is_method = seite.key == einstufungen.METHOD and report.empfehlungen
    return (Link(einstufungen.TITLE, einstufungen.URL),) if is_method else ()


def _order(report: Report) -> tuple[Key, ...]:
    pages = [one for one in report.seiten.values() if one.bereich is Bereich.GRUNDLAGEN]
    return tuple(one.key for one in sorted(pages, key=lambda one: (one.reihenfolge, one.key)))
