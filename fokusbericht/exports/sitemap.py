"""/sitemap.xml and /robots.txt: what search engines shall find, without examples."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from xml.sax.saxutils import escape

from fokusbericht.building.output import Output
from fokusbericht.model.base import Kind
from fokusbericht.model.report import Report
from fokusbericht.statistics.pairs import pairs_of
from fokusbericht.statistics.rooms import latest
from fokusbericht.urls import FOLDERS, GRAVITATION, KREIS_KEY, VERGLEICH, pair_url, url_of

# Pages that are no thing's own; the lists of all kinds come from FOLDERS.
PAGES = (
    *("/", "/daten/", "/demographie-und-finanzen/", "/glossar/", "/grundlagen/", "/umsetzung/"),
    f"{FOLDERS[Kind.EMPFEHLUNG]}steuerungsrelevanz/",
    VERGLEICH,
)
# Kinds without a page of their own.
INSIDE_OTHERS = (Kind.KOMMENTAR,)

Entry = tuple[str, date | None]


def plan(report: Report) -> Iterator[Output]:
    """Plan both files."""
    base, place = report.kreis.basis_url, report.kreis.place
    found = {*_lists(), *_pairs(report), *_things(report), *_places(report)}
    entries = tuple(sorted(found, key=lambda one: one[0]))
    yield Output("sitemap.xml", (base, entries), partial(_sitemap, base, entries), place)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n"
    yield Output("robots.txt", robots, robots.encode, place)


def _lists() -> Iterator[Entry]:
    yield from ((address, None) for address in (*PAGES, *FOLDERS.values()))


def _pairs(report: Report) -> Iterator[Entry]:
    yield from ((pair_url(pair.vergleich), None) for pair in pairs_of(report))


def _things(report: Report) -> Iterator[Entry]:
    for thing in report.things():
        if not thing.beispiel and thing.key.kind not in INSIDE_OTHERS:
            yield url_of(report, thing.key), thing.geaendert


def _places(report: Report) -> Iterator[Entry]:
    geografie = report.geografie
    if (fassung := latest(report)) and fassung.modell:
        yield GRAVITATION, None
    yield url_of(report, KREIS_KEY), None
    yield from ((url_of(report, raum.key), None) for raum in geografie.raeume.values())
    yield from ((url_of(report, kommune.key), None) for kommune in geografie.kommunen.values())


def _sitemap(base: str, entries: tuple[Entry, ...]) -> bytes:
    rows = "".join(f"<url>{_location(base, *entry)}</url>\n" for entry in entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{rows}</urlset>\n"
    ).encode()


def _location(base: str, address: str, changed: date | None) -> str:
    day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<loc>{escape(base + address)}</loc>{day}"
