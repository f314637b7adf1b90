"""Kommunen and Räume as links, on maps and in tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fokusbericht.figures.pictures import MapPicture, room_labels
from fokusbericht.figures.population import people
from fokusbericht.maps import Area, MapView, locator_svg
from fokusbericht.model.places import KREIS, Betrachtungsraum, Geografie, Kommune
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.text.formatting import format_number, format_quantity
from fokusbericht.urls import path_of, relative, url_of
from fokusbericht.views import Cell, Link
from fokusbericht.words.german import alphabetical
from fokusbericht.words.numbers import area_url

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


def linked_map(report: Report, areas: Iterable[tuple[str, str, str]], page: str) -> MapPicture:
    """Return a map whose areas (key, name, address) lead to their profiles.

    On its page the same links stand beside it in words, so it is for eyes and pointers alone.
    """
    drawn = tuple(
        Area(key, name, name, "k0", relative(address, path_of(page)))
        for key, name, address in areas
    )
    view = MapView("", "", drawn, labels=room_labels(report.geografie), beside=True)
    return MapPicture(view, "karte", report.geografie)


@query
def sorted_kommunen(report: Report) -> tuple[Kommune, ...]:
    """Return all Kommunen from A to Z."""
    found = report.geografie.kommunen.values()
    return tuple(sorted(found, key=lambda one: alphabetical(one.name)))


def sorted_raeume(report: Report) -> tuple[Betrachtungsraum, ...]:
    """Return all Betrachtungsräume in the order of the file."""
    return tuple(report.geografie.raeume.values())


def size_text(kommunen: Iterable[Kommune]) -> str:
    """Return the area of Kommunen together: 21,4 km²."""
    return format_quantity(round(sum(one.flaeche_km2 for one in kommunen), 6), "km²", 1)


def kommune_link(report: Report, kommune: Kommune, note: str = "") -> Link:
    """Return a link to the profile of a Kommune."""
    return Link(kommune.name, url_of(report, kommune.key), note)


def raum_link(report: Report, name: str, note: str = "") -> Link:
    """Return a link to the profile of a Betrachtungsraum."""
    raum = report.geografie.raeume[name]
    return Link(raum.name, url_of(report, raum.key), note)


def member_rows(report: Report, area: str, members: Iterable[str]) -> Iterator[tuple[Cell, ...]]:
    """Yield what an area is made of: name, people, share of the whole, size; largest first."""
    total = people(report, area) or 0
    counts = {member: people(report, member) or 0 for member in members}
    top = max(counts.values(), default=0) or 1
    for member in sorted(counts, key=lambda one: (-counts[one], one)):
        share = format_quantity(counts[member] / total * 100, "%", 1) if total else "nicht bekannt"
        yield (
            Cell(report.geografie.name_of(member), area_url(report.geografie, member)),
            _people_cell(report, member, top),
            Cell(share, number=True),
            Cell(size_text(kommunen_of(report, member)), number=True),
        )


def _people_cell(report: Report, area: str, top: float) -> Cell:
    number = people(report, area)
    if number is None:
        return Cell("nicht bekannt", number=True, bar=0.0)
    return Cell(format_number(number), number=True, bar=round(number / top * 100, 1))


def kommunen_of(report: Report, area: str) -> tuple[Kommune, ...]:
    """Return the Kommunen of an area: of a Betrachtungsraum, or the one Kommune itself."""
    geografie = report.geografie
    members = geografie.raeume[area].kommunen if area in geografie.raeume else (area,)
    return tuple(geografie.kommunen[ags] for ags in members)
