"""What names a place: recommendations as rows, all the rest as back-links."""

from collections.abc import Iterable
from dataclasses import replace

from fokusbericht.model.base import Key, Kind
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import Page
from fokusbericht.words.names import KIND_NAMES


def recommendations_naming(report: Report, keys: Iterable[Key]) -> list[Handlungsempfehlung]:
    """Return the recommendations that name one of the things, in their heads or texts."""
    found = {
        source.name
        for key in keys
        for source in report.backlinks.get(key, ())
        if source.kind is Kind.EMPFEHLUNG
    }
    return [report.empfehlungen[name] for name in sorted(found)]


def without_recommendations(page: Page) -> Page:
    """Return the page without back-links to recommendations: it shows them as rows."""
    shown = KIND_NAMES[Kind.EMPFEHLUNG]
    return replace(page, backlinks=tuple(one for one in page.backlinks if one.note != shown))
