"""Kommunen and Räume as links, on maps and in tables."""

from collections.abc import Iterable
from dataclasses import dataclass

from fokusbericht.maps import Area, MapView, locator_svg
from fokusbericht.model import KREIS, Betrachtungsraum, Geografie, Key, Kind, Kommune, Report
from fokusbericht.pages.figures import MapPicture, room_labels
from fokusbericht.pages.frame import Link
from fokusbericht.pages.german import alphabetical
from fokusbericht.pages.profile import POPULATION, day_of, latest
from fokusbericht.render import groesse, zahl
from fokusbericht.urls import path_of, relative, url_of

KREIS_URL = f"/raeume/{KREIS}/"


@dataclass(frozen=True, slots=True)
class LocatorPicture:
    """A small map that shows where an area lies; it becomes SVG where a template prints it."""

    kommunen: tuple[str, ...]
    title: str
    _geografie: Geografie

    def __html__(self) -> str:
        return locator_svg(self._geografie, self.kommunen, self.title)


def locator(report: Report, name: str, kommunen: Iterable[str]) -> LocatorPicture:
    """Return the small map of an area."""
    geografie = report.geografie
    title = f"Lagekarte: {name} im Gebiet {geografie.name}"
    return LocatorPicture(tuple(kommunen), title, geografie)


def linked_map(
    report: Report, areas: Iterable[tuple[str, str, str]], title: str, text: str, page: str
) -> MapPicture:
    """Return a map whose areas (key, name, address) lead to their profiles, for a page."""
    drawn = tuple(
        Area(key, name, name, "k0", relative(address, path_of(page)))
        for key, name, address in areas
    )
    view = MapView(title, text, drawn, labels=room_labels(report))
    return MapPicture(view, "karte", report.geografie)


def sorted_kommunen(report: Report) -> tuple[Kommune, ...]:
    """Return all Kommunen from A to Z."""
    found = report.geografie.kommunen.values()
    return tuple(sorted(found, key=lambda one: alphabetical(one.name)))


def sorted_raeume(report: Report) -> tuple[Betrachtungsraum, ...]:
    """Return all Betrachtungsräume in the order of the file."""
    return tuple(report.geografie.raeume.values())


def area_of(report: Report, key: Key) -> str:
    """Return the official key of a place: AGS, key of a Betrachtungsraum, key of the county."""
    if key.kind is Kind.KOMMUNE:
        return report.geografie.kommune_named(key.name).ags
    return report.geografie.schluessel if key.name == KREIS else key.name


def people(report: Report, area: str) -> float | None:
    """Return how many people live there, as far as it is known."""
    indikator = report.indikatoren.get(POPULATION)
    return latest(report, indikator, area)[1].value if indikator else None


def people_text(report: Report, area: str, with_day: bool = False) -> str:
    """Return how many people live there: "50.772 Menschen (31.12.2023)", or nothing."""
    number = people(report, area)
    if number is None:
        return ""
    day = f" ({people_day(report, area)})" if with_day else ""
    return f"{zahl(number)} Menschen{day}"


def people_day(report: Report, area: str) -> str:
    """Return the day on which people were counted: "31.12.2023"."""
    indikator = report.indikatoren[POPULATION]
    return day_of(indikator, latest(report, indikator, area)[0])


def size_text(kommunen: Iterable[Kommune]) -> str:
    """Return the area of Kommunen together: 21,4 km²."""
    return groesse(round(sum(one.flaeche_km2 for one in kommunen), 6), "km²", 1)


def kommune_link(report: Report, kommune: Kommune, note: str = "") -> Link:
    """Return a link to the profile of a Kommune."""
    return Link(kommune.name, url_of(report, kommune.key), note)


def raum_link(report: Report, name: str, note: str = "") -> Link:
    """Return a link to the profile of a Betrachtungsraum."""
    raum = report.geografie.raeume[name]
    return Link(raum.name, url_of(report, raum.key), note)
