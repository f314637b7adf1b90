"""All planners, and the plan of the whole site."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from urllib.parse import unquote

from fokusbericht.building import assets
from fokusbericht.building.due import Records, make_due, maker_of, told_maker
from fokusbericht.building.output import Contents, EarlyGroup, Listed, Output
from fokusbericht.building.planned import Planned, Written, written
from fokusbericht.building.prints import FigurePrint, Prints, published_figures, watched
from fokusbericht.checks import embargo
from fokusbericht.exports import EXPORTS, app
from fokusbericht.exports.offline import plan_offline
from fokusbericht.exports.redirects import plan_server_files
from fokusbericht.exports.sitemap import plan_sitemap
from fokusbericht.figures import pair_files, profile_files
from fokusbericht.figures.files import plan_drawings
from fokusbericht.later import later
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.reading import ALL
from fokusbericht.model.report import Report
from fokusbericht.pages import LISTS, PAGES
from fokusbericht.pages.sozialbericht import demographie, demographie_drawing, sozialbericht
from fokusbericht.pages.texte.weiterleitungen import plan_redirects
from fokusbericht.problems import Place, Problem
from fokusbericht.statistics.messung import messungen
from fokusbericht.statistics.pairs import pairs_of
from fokusbericht.statistics.secrecy import as_published
from fokusbericht.text.prose import find_addresses
from fokusbericht.urls import path_of, url_of

PART = r"[A-Za-z0-9_][A-Za-z0-9._-]{0,150}"
PATH = re.compile(rf"(?:\.well-known/)?{PART}(?:/{PART}){{0,20}}")

# These only have a place on a page.
NO_PAGE = (Kind.KOMMENTAR, Kind.BEGRIFF, Kind.THEMA, Kind.SPEICHERTHEMA)

PLANNERS = (assets, *PAGES, *EXPORTS)
SEARCH = later("fokusbericht.search", ("files",))  # planned when all pages are
OFFERS = ("angebote", ALL)  # what all files of open data say of themselves
NOTES = ("notizen", ALL)  # what all pages say of themselves


def plan_site(report: Report) -> tuple[list[Output], list[Problem]]:
    """Return all outputs of a site, and what is wrong with their addresses.

    They are planned from a report that knows nothing which may not be published.
    """
    planned, problems = plan_again(report, Records())
    return [*planned.outputs], problems


def plan_again(
    report: Report,
    before: Records[Written],
    has_same_figures: bool = False,
    figures: FigurePrint | None = None,
) -> tuple[Planned, list[Problem]]:
    """Return what is due of a site that was planned before, and what is wrong with all of it.

    It `has_same_figures` where nothing has changed since that decides which figures there are;
    else `figures` may tell which have.
    """
    seen = watched(as_public(report))
    known = before.prints if has_same_figures else {}
    prints = Prints(seen, published_figures(report, figures), known)
    makers = [maker_of(one, "plan") for one in PLANNERS]
    planned = Planned.of(make_due(makers, seen, prints, before, written))
    offers = tuple(planned.offers())
    prints.add(OFFERS, ((list(offer), content) for offer, content in offers))
    listed = Listed(tuple(offer for offer, _ in offers), Contents(planned.outputs))
    lists = [told_maker(one, OFFERS, listed) for one in LISTS]
    planned = planned.with_more(make_due(lists, seen, prints, before, written))
    notes = tuple(planned.notes())
    prints.add(NOTES, map(list, notes))
    search = [told_maker(one, NOTES, notes) for one in SEARCH]
    planned = planned.with_more(make_due(search, seen, prints, before, written))
    taken = {path for path, _ in planned.places()}
    redirects = list(plan_redirects(seen, taken))
    planned = planned.with_outputs("pages.texte.weiterleitungen", redirects)
    everything = {path for path, _ in planned.places()}
    servers = list(plan_server_files(seen, taken, everything))
    planned = planned.with_outputs("exports.redirects", servers)
    index = list(plan_sitemap(report.kreis, planned.entries()))
    planned = planned.with_outputs("exports.sitemap", index)
    planned = planned.with_outputs("exports.offline", list(plan_offline(seen)))
    places = list(planned.places())
    paths = {path for path, _ in places}
    return planned, [
        *_strange_paths(places),
        *_collisions(places),
        *_dead_menus(report, paths),
        *_dead_redirects(report, paths),
        *_dead_ends_of_frozen(report, paths),
        *_links_to_later(report),
    ]


def early_outputs(report: Report) -> dict[EarlyGroup, Callable[[], Iterable[Output]]]:
    """Return what plans the outputs that are `early`, with the ingredients of `plan_again`."""
    seen = as_public(report)

    def drawings(group: EarlyGroup) -> Iterator[Output]:
        planned = plan_drawings(seen, messungen(seen)[group.name])
        return (one for one in planned if one.early == group)

    groups = [EarlyGroup(name, is_chart) for is_chart in (True, False) for name in seen.indikatoren]
    return {
        sozialbericht.EARLY: lambda: [sozialbericht.map_script(seen)],
        pair_files.EARLY: lambda: _pairs(seen),
        profile_files.EARLY: lambda: _populations(seen),
        app.EARLY: lambda: app.plan_icons(seen),
        demographie_drawing.EARLY: lambda: demographie.plan_drawings(seen),
        **{group: partial(drawings, group) for group in groups},
    }


def as_public(report: Report) -> Report:
    """Return a report as everybody may know it: no hidden figure, nothing of what is to come."""
    published = as_published(report)
    if published.whole is None:
        return published
    return replace(published, withheld={}, whole=None, is_published=True)


def _pairs(report: Report) -> Iterator[Output]:
    for pair in pairs_of(report):
        yield from (one for one in pair_files.plan_files(report, pair) if one.early)


def _populations(report: Report) -> Iterator[Output]:
    geografie = report.geografie
    for area in (geografie.schluessel, *geografie.raeume, *geografie.kommunen):
        # What it is made of is the same whatever its address.
        yield from profile_files.plan_drawings(report, area, "/", Place(""))


def _strange_paths(places: list[tuple[str, Place]]) -> Iterator[Problem]:
    """Yield what would be written outside of the site, or cannot be an address."""
    for path, source in places:
        if not PATH.fullmatch(path):
            yield Problem(source, f"„/{path}“ kann keine Adresse sein.", "adresse")


def _collisions(places: list[tuple[str, Place]]) -> Iterator[Problem]:
    writers: dict[str, Place] = {}
    for path, source in places:
        if path in writers:
            sentence = f"Die Adresse „/{path}“ hat schon {writers[path].path}."
            yield Problem(source, sentence, "doppelte-adresse")
        writers.setdefault(path, source)


def _dead_menus(report: Report, paths: Collection[str]) -> Iterator[Problem]:
    later = dict(_later(report))
    for point in report.kreis.menu_points():
        if not point.ziel.startswith("/") or path_of(point.ziel) in paths:
            continue
        key = next((key for url, key in later.items() if point.ziel.startswith(url)), None)
        if key:
            yield embargo.early(point.ziel, report.withheld[key], point.place)
        else:
            sentence = f"Die Adresse „{point.ziel}“ gibt es auf der Seite nicht."
            yield Problem(point.place, sentence, "toter-link")


def _dead_redirects(report: Report, paths: Collection[str]) -> Iterator[Problem]:
    for one in report.weiterleitungen.values():
        if path_of(one.neu) not in paths:
            sentence = f"Die Adresse „{one.neu}“ gibt es auf der Seite nicht."
            yield Problem(one.place, sentence, "toter-link")


def _dead_ends_of_frozen(report: Report, paths: Collection[str]) -> Iterator[Problem]:
    """Yield the pages that a frozen edition leads to and that have moved without a redirect."""
    for name, one in report.eingefroren.items():
        led_to = (*one.ausgabe.links(), *(one.press.links() if one.press else ()))
        for link in dict.fromkeys(link.partition("#")[0] for link in led_to):
            if link.startswith("/") and path_of(link) not in paths:
                sentence = (
                    f"Die eingefrorene Ausgabe {name} führt zu „{link}“; diese Seite gibt es nicht "
                    "mehr. Bitte in content/weiterleitungen.yml sagen, welche heute dafür steht."
                )
                yield Problem(one.place, sentence, "toter-link")


def _links_to_later(report: Report) -> Iterator[Problem]:
    """Yield whole addresses in texts that lead to pages of this site which are to come."""
    later = [(_whole(f"{report.kreis.basis_url}{url}"), key) for url, key in _later(report)]
    for text in report.texts() if later else ():
        for address in find_addresses(text):
            target = _whole(address.target)
            for url, key in later:
                if target.startswith(url):
                    yield embargo.early(key.name, report.withheld[key], address.place)


def _whole(address: str) -> str:
    """Return an address as all its spellings have it: HTTP://Muster.example/a → muster.example/a/.

    Servers and browsers lead each of them to the same page.
    """
    server, slash, path = address.partition("://")[2].partition("/")
    named = re.split("[?#]", unquote(path), maxsplit=1)[0]
    return f"{server.casefold()}{slash}{named.rstrip('/')}/"


def _later(report: Report) -> Iterator[tuple[str, Key]]:
    """Yield the addresses of pages under embargo."""
    whole = report.whole
    if whole:
        keys = (key for key in report.withheld if key.kind not in NO_PAGE)
        yield from ((url_of(whole, key), key) for key in keys)
