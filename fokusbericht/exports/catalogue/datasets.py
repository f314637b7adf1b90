"""What is a data set: each indicator, each table of /daten/ with its other forms, all in one.

A data set is what is told of it, and the files it can be had in. Files of one name below /daten/
are one: verlauf.csv, verlauf.json.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fokusbericht.building.output import Offer
from fokusbericht.exports.daten.indikator import DESCRIBING
from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.urls import DATEN, address_of

WHOLE = "fokusbericht"  # the name of the files that hold everything


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set, as catalogues tell of it."""

    name: str
    title: str
    description: str
    page: str  # its address, from the root of the site
    licence: str  # in words
    attribution: str  # whom to name
    modified: date
    files: tuple[Offer, ...]
    keywords: tuple[str, ...]
    themes: tuple[str, ...]  # codes of the European list of themes
    years: tuple[int, ...] = ()
    series: str = ""  # the theme of an indicator
    source: str = ""  # where its figures come from


def datasets(report: Report, offers: Iterable[Offer]) -> tuple[Dataset, ...]:
    """Return all data sets: what is put together here first, then the indicators by theme."""
    files = [one for one in offers if one.section != "feeds" and not describes(one)]
    by_page: dict[str, list[Offer]] = {}
    by_name: dict[str, list[Offer]] = {}
    for one in files:
        if one.page:
            by_page.setdefault(one.page, []).append(one)
        elif one.url.startswith(DATEN):
            by_name.setdefault(_name(one.url), []).append(one)
    tables = (_table(report, name, found) for name, found in by_name.items())
    return (*tables, *_indicators(report, by_page))


def describes(offer: Offer) -> bool:
    """Say whether a file only tells what stands in others."""
    return offer.form in DESCRIBING or offer.url.endswith(".schema.json")


def _name(url: str) -> str:
    return url.removeprefix(DATEN).partition(".")[0]


def _table(report: Report, name: str, files: Sequence[Offer]) -> Dataset:
    kreis = report.kreis
    is_figures = files[0].section == "zahlen"
    title = files[0].title
    return Dataset(
        name=name,
        title=f"{title} ({kreis.titel} {kreis.name})",
        description=_described(report, title, files),
        page=DATEN,
        licence=_terms(report, name, is_figures),
        attribution=(report.geografie.quelle if _is_map(files) else "") or kreis.name,
        modified=kreis.stichtag,
        files=tuple(files),
        keywords=(kreis.name, "Sozialplanung", title),
        themes=("SOCI",) if is_figures else ("GOVE", "SOCI"),
    )


def _is_map(files: Iterable[Offer]) -> bool:
    return any(one.url.endswith((".geojson", ".topojson")) for one in files)


def _terms(report: Report, name: str, is_figures: bool) -> str:
    """Return the licence of what is put together here; figures keep the licences of their sources.

    These differ, so that all in one bears none that would hold for everything.
    """
    return report.kreis.lizenz_texte if not is_figures and name != WHOLE else MIXED


MIXED = "Je Zahl die Lizenz ihrer Quelle; sie steht in der Datei."


def _described(report: Report, title: str, files: Sequence[Offer]) -> str:
    columns = next((one.columns for one in files if one.columns), ())
    names = ", ".join(name for name, *_ in columns)
    told = (
        f"{title} aus dem {report.kreis.titel} {report.kreis.name}.",
        f"Spalten: {names}." if names else "",
        report.kreis.hinweis,
    )
    return " ".join(filter(None, told))


def _indicators(report: Report, by_page: Mapping[str, Sequence[Offer]]) -> Iterator[Dataset]:
    pages = {address_of(one.key): one for one in report.indikatoren.values() if not one.beispiel}
    for page, files in by_page.items():
        if page in pages:
            yield _indicator(report, pages[page], files)


def _indicator(report: Report, one: Indikator, files: Sequence[Offer]) -> Dataset:
    theme = report.themen[one.thema.key.name]
    told = (one.kurz, f"Einheit: {one.einheit}." if one.einheit else "", report.kreis.hinweis)
    return Dataset(
        name=f"indikator-{one.key.name}",
        title=f"{one.titel} ({report.kreis.name})",
        description=" ".join(filter(None, told)),
        page=address_of(one.key),
        licence=one.quelle.lizenz,
        attribution=one.quelle.name,
        modified=one.geaendert,
        files=tuple(files),
        keywords=(report.kreis.name, theme.titel, *_field_titles(report, one)),
        themes=theme.kategorien,
        years=files[0].years,
        series=theme.key.name,
        source=" ".join(filter(None, (one.quelle.name, one.quelle.url))),
    )


def _field_titles(report: Report, one: Indikator) -> Iterator[str]:
    yield from (report.titles[ref.key] for ref in one.handlungsfelder)
