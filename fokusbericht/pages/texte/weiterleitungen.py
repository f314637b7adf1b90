"""/<former address>/: a page that is no more leads its readers to the one that took its place."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from fokusbericht.building.output import Output
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.urls import path_of
from fokusbericht.views import Link

TEMPLATE = "texte/weiterleitung.html"
TITLE = "Diese Seite gibt es nicht mehr"
LEAD = "Weiter geht es hier:"


@dataclass(frozen=True, slots=True)
class WeiterleitungView:
    """Where a former page leads."""

    lead: str
    target: Link


def plan_redirects(report: Report, taken: Collection[str]) -> Iterator[Output]:
    """Plan a page for each address that once was one; where there is a page again, that stands."""
    for old, one in report.weiterleitungen.items():
        if path_of(old) in taken:
            continue
        found = make_page(report, old, TITLE, LEAD)
        canonical = report.kreis.basis_url + one.neu
        page = replace(found, indexed=False, crumbs=(), feedback=None, canonical=canonical)
        view = WeiterleitungView(LEAD, Link(_title(report, one.neu), one.neu))
        yield page_output(report, TEMPLATE, page, view, one.place, listed=False)


def _title(report: Report, url: str) -> str:
    """Return what the menus call a page; the address of one that stands in none."""
    kreis = report.kreis
    points = (*kreis.navigation, *kreis.fusszeile, *kreis.tueren)
    named = (point.titel for point in points if point.ziel == url)
    return next(named, kreis.basis_url + url)
