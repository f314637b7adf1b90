"""/app/ and /app/offline/: the site as an app, and what stands for a page that is not kept."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fokusbericht.building.output import Output
from fokusbericht.exports.offline import LIST, OFFLINE
from fokusbericht.model.kreis import App
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.views import Link
from fokusbericht.words.app import PLACE
from fokusbericht.words.german import alphabetical

TEMPLATE = "texte/app.html"
OFFLINE_TEMPLATE = "texte/app_offline.html"
URL = "/app/"
TITLE = "Als App und ohne Netz"
LEAD = (
    "Diese Website lässt sich wie eine App auf das Gerät legen und auch ohne Netz lesen. Dafür "
    "braucht es keinen Laden für Apps und keine Anmeldung."
)
OFFLINE_TITLE = "Diese Seite ist hier nicht gespeichert"
OFFLINE_LEAD = (
    "Das Netz fehlt, und dieser Browser hat die Seite noch nicht aufgehoben. Sobald das Netz "
    "wieder da ist, laden Sie sie neu."
)


@dataclass(frozen=True, slots=True)
class AppView:
    """How the site becomes an app, and what of it can be taken along."""

    lead: str
    name: str
    listing: str
    places: tuple[str, ...]  # by their names, as the list of files has them
    package: str
    without: str  # the page that stands for those which are not kept
    privacy: Link | None


@dataclass(frozen=True, slots=True)
class OfflineView:
    """What stands for a page that is not kept; the worker puts a list in the place."""

    lead: str
    place: str
    ways: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan both pages, where the county wants an app."""
    app = report.kreis.app
    if app is None:
        return
    place = report.kreis.place
    page = make_page(report, URL, TITLE, LEAD, scripts=("mitnehmen.js",), styles=("mitnehmen.css",))
    yield page_output(report, TEMPLATE, page, _view(report, app), place)
    lost = make_page(report, OFFLINE, OFFLINE_TITLE, OFFLINE_LEAD, parents=[(TITLE, URL)])
    ways = (Link("Start", "/"), Link(TITLE, URL))
    view = OfflineView(OFFLINE_LEAD, PLACE, ways)
    frame = replace(lost, indexed=False, feedback=None)
    yield page_output(report, OFFLINE_TEMPLATE, frame, view, place, listed=False)


def _view(report: Report, app: App) -> AppView:
    names = sorted((one.name for one in report.geografie.kommunen.values()), key=alphabetical)
    points = (*report.kreis.fusszeile, *report.kreis.navigation)
    privacy = (Link(one.titel, one.ziel) for one in points if one.ziel == "/datenschutz/")
    return AppView(
        lead=LEAD,
        name=app.name,
        listing=f"/{LIST}",
        places=tuple(names),
        package=app.paket,
        without=OFFLINE,
        privacy=next(privacy, None),
    )
