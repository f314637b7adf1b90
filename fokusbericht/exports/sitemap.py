"""/sitemap.xml and /robots.txt: what search engines shall find, as the pages themselves say."""

from collections.abc import Iterable, Iterator
from functools import partial

from fokusbericht.building.output import Output, SitemapEntry
from fokusbericht.model.kreis import Kreis
from fokusbericht.text.markup import escaped


def plan_sitemap(kreis: Kreis, pages: Iterable[SitemapEntry]) -> Iterator[Output]:
    """Plan both files from the entries of all pages; no site map where none shall be found."""
    base, entries = kreis.basis_url, tuple(sorted(pages, key=lambda one: one.url))
    robots = "User-agent: *\nAllow: /\n"
    if entries:
        ingredients = (base, tuple(map(tuple, entries)))
        yield Output("sitemap.xml", ingredients, partial(_sitemap, base, entries), kreis.place)
        robots += f"\nSitemap: {base}/sitemap.xml\n"
    yield Output("robots.txt", robots, robots.encode, kreis.place)


def _sitemap(base: str, entries: tuple[SitemapEntry, ...]) -> bytes:
    rows = "".join(f"<url>{_location(base, one)}</url>\n" for one in entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{rows}</urlset>\n"
    ).encode()


def _location(base: str, entry: SitemapEntry) -> str:
    day = f"<lastmod>{entry.changed.isoformat()}</lastmod>" if entry.changed else ""
    return f"<loc>{escaped(base + entry.url)}</loc>{day}"
