"""The names by which an outsider knows places and figures, and where their pages are."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from fokusbericht.model.figures import Wert
from fokusbericht.model.places import KREIS, Geografie
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.urls import url_of

# What else is written for a unit.
UNITS = {"%": ("Prozent", "vH"), "Personen": ("Menschen", "Einwohner")}


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Names and addresses → areas and indicators.

    Titles of figures that need no protection are known too, so that "Miete je m²" is not read as
    "Miete".
    """

    places: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, str]
    units: Mapping[str, tuple[str, ...]]
    protected: frozenset[str]
    bases: Mapping[str, Mapping[tuple[str, int], Wert]]  # published denominators stand in the cells
    area_pages: Mapping[str, str]
    indicator_pages: Mapping[str, str]
    county: str
    place_pattern: re.Pattern[str]
    title_pattern: re.Pattern[str]
    traces: tuple[bytes, ...]  # what a file must hold to say anything about a protected figure

    def areas_at(self, path: str, href: str) -> tuple[str, ...]:
        """Return the area whose profile a link leads to."""
        area = self.area_pages.get(_target(path, href))
        return (area,) if area else ()

    def indicator_at(self, path: str, href: str) -> str:
        """Return the indicator whose page a link leads to, or nothing."""
        return self.indicator_pages.get(_target(path, href), "")

    def base_of(self, indicator: str, area: str, year: int) -> float:
        """Return the published denominator of a share; 0 if none is."""
        cell = self.bases[indicator].get((area, year))
        return (cell.nenner or 0) if cell else 0

    def areas_of(self, text: str) -> tuple[str, ...]:
        """Return the areas that a cell or field names: "Elmshorn (Stadt)", "01056015"."""
        name = text.strip()
        return self.places.get(name) or self.places.get(name.partition(" (")[0], ())

    def indicator_of(self, text: str) -> str:
        """Return the indicator that a cell or field names, by title or key."""
        return self.titles.get(text.strip(), "")


@query
def lexicon_of(report: Report, protected: frozenset[str]) -> Lexicon:
    """Return the names of a report, for the indicators that must be protected."""
    places = _places(report.geografie)
    named = _titles(report, places)
    titles = {name: name for name in report.indikatoren} | named
    keys = {*report.geografie.raeume, KREIS}
    words = [name for name in places if not name.isdigit() and name not in keys]
    return Lexicon(
        places=places,
        titles=titles,
        units={
            name: (one.einheit, *UNITS.get(one.einheit, ()))
            for name, one in report.indikatoren.items()
        },
        protected=protected,
        bases={name: report.indikatoren[name].werte for name in protected},
        area_pages=dict(_area_pages(report)),
        indicator_pages={
            page: name
            for name, one in report.indikatoren.items()
            for page in (
                url_of(report, one.key).strip("/"),
                f"einbetten/{name}",
                *(f"einbetten/{name}/{part}" for part in ("zahl", "verteilung", "tabelle")),
            )
        },
        county=report.geografie.schluessel,
        place_pattern=_pattern(words, r"|Kreis(?= [−\d])"),
        title_pattern=_pattern(named),
        traces=tuple(sorted(_traces(report, protected))),
    )


def _titles(report: Report, places: Collection[str]) -> dict[str, str]:
    """Return the titles that mean one indicator and nothing else; others go by their pages."""
    count = Counter(one.titel for one in report.indikatoren.values())
    return {
        one.titel: name
        for name, one in report.indikatoren.items()
        if count[one.titel] == 1 and one.titel not in places
    }


def is_about(lexicon: Lexicon, path: str, data: bytes) -> bool:
    """Say whether a file can tell of a protected figure: quickly, and never too strictly."""
    if not lexicon.protected.isdisjoint(path.split("/")):
        return True
    return any(trace in data for trace in lexicon.traces)


def _places(geografie: Geografie) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, area in _names(geografie):
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), area)))
    return found


def _names(geografie: Geografie) -> Iterator[tuple[str, str]]:
    for ags, kommune in geografie.kommunen.items():
        yield from ((ags, ags), (kommune.name, ags))
    for key, raum in geografie.raeume.items():
        yield from ((key, key), (raum.name, key), (raum.title, key))
        yield f"Betrachtungsraum {raum.name}", key
    for key in geografie.aemter:
        yield from ((key, key), (geografie.name_of(key), key))
    for key, quartier in geografie.quartiere.items():
        kommune = geografie.kommunen[quartier.kommune]
        yield from ((key, key), (quartier.name, key), (f"{kommune.name}: {quartier.name}", key))
    for key, name in (*geografie.vergleich.items(), (geografie.schluessel, geografie.name)):
        yield from ((key, key), (name, key))
    yield from (("Kreis", geografie.schluessel), (KREIS, geografie.schluessel))


def _area_pages(report: Report) -> Iterator[tuple[str, str]]:
    geografie = report.geografie
    for ags, kommune in geografie.kommunen.items():
        yield url_of(report, kommune.key).strip("/"), ags
    for key, raum in geografie.raeume.items():
        yield url_of(report, raum.key).strip("/"), key
    yield "raeume/kreis", geografie.schluessel


def _pattern(words: Iterable[str], more: str = "") -> re.Pattern[str]:
    longest = sorted(
        {word for word in words if word != "Kreis"}, key=lambda word: (-len(word), word)
    )
    found = "|".join(map(re.escape, longest)) or "(?!)"  # without words, nothing fits
    return re.compile(rf"(?<!\w)(?:{found}{more})(?!\w)")


def _traces(report: Report, protected: Collection[str]) -> Iterator[bytes]:
    for name in protected:
        title = report.indikatoren[name].titel
        ascii_only = title.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00")
        yield from (title.encode(), escape(title).encode(), ascii_only)
        yield from (f"/{name}/".encode(), f'"{name}"'.encode(), f"{name};".encode())
        yield f"{name}_".encode()


def _target(path: str, href: str) -> str:
    """Return where a link leads, as a folder below the root: "kommunen/elmshorn"."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return unquote(parts.path).strip("/")
    if not parts.path:
        return ""
    return normpath(join(dirname(path), unquote(parts.path))).strip("/")
