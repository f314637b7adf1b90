"""The files of figures: a table of each indicator, of each place, and all in one."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.exports.daten import geometry
from fokusbericht.figures.areas import sorted_kommunen, sorted_raeume
from fokusbericht.figures.profile import indicators_of
from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht.kreisdaten import data_url
from fokusbericht.urls import KREIS_KEY, url_of
from fokusbericht.views import Cell, Link

HEAD = ("Zahl", "CSV", "JSON", "für", "Jahre")
LEVELS = {Ebene.KOMMUNE: "jede Kommune", Ebene.KREIS: "den Kreis"}


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """The figures of a theme with their files."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def theme_files(report: Report) -> tuple[ThemeFiles, ...]:
    """Return the files of all indicators, by theme."""
    themes = (
        ThemeFiles(theme.titel, HEAD, tuple(_rows(report, name)))
        for name, theme in report.themen.items()
    )
    return tuple(one for one in themes if one.rows)


def _rows(report: Report, theme: str) -> Iterator[tuple[Cell, ...]]:
    for ebene, level in LEVELS.items():
        for one in indicators_of(report, ebene, theme):
            address = url_of(report, one.key)
            yield (
                Cell(one.titel, address),
                Cell("CSV", f"{address}daten.csv"),
                Cell("JSON", f"{address}daten.json"),
                Cell(level),
                Cell(_years(one)),
            )


def _years(indikator: Indikator) -> str:
    years = indikator.years()
    if len(years) < 2:
        return str(years[0]) if years else ""
    return f"{years[0]} bis {years[-1]}"


def whole_files(report: Report) -> tuple[Link, ...]:
    """Return the files that hold all figures, and the shapes they belong to."""
    packed = "JSON, eng gepackt für die Kreiskarte; die Adresse ändert sich mit den Zahlen"
    shapes = "GeoJSON mit amtlichem Schlüssel und Betrachtungsraum"
    return (
        Link("Alle Zahlen aller Jahre", data_url(report), packed),
        Link("Flächen der Kommunen", geometry.URL, shapes),
    )


def place_files(report: Report) -> tuple[Link, ...]:
    """Return the tables of all figures of a place: the county, its rooms, its Kommunen."""
    rooms = ((one.key, f"Betrachtungsraum {one.name}") for one in sorted_raeume(report))
    kommunen = ((one.key, one.name) for one in sorted_kommunen(report))
    places = ((KREIS_KEY, report.geografie.name), *rooms, *kommunen)
    return tuple(Link(name, f"{url_of(report, key)}daten.csv") for key, name in places)
