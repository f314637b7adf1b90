"""The areas of the county as layers of a map: Kommunen, Ämter, Betrachtungsräume, the county."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from fokusbericht.exports.daten.plain import permalink
from fokusbericht.exports.daten.topology import ArcPolygon, Topology, topology_of
from fokusbericht.model.places import Point
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.urls import KREIS_KEY

Properties = Mapping[str, str | float | None]
BoundingBox = tuple[float, float, float, float]  # west, south, east, north, in degrees


@dataclass(frozen=True, slots=True)
class MapFeature:
    """An area with what is said of it; `members` are the Kommunen that it consists of."""

    key: str
    said: Properties
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapLayer:
    """Areas of one kind; the name is that of its file."""

    name: str
    title: str
    features: tuple[MapFeature, ...]


@query
def layers_of(report: Report) -> tuple[MapLayer, ...]:
    """Return all layers, the smallest areas first; without Ämter there is no layer of them."""
    aemter = MapLayer("aemter", "Ämter und amtsfreie Kommunen", tuple(_administrations(report)))
    return (
        MapLayer("kommunen", "Kommunen", tuple(_kommunen(report))),
        *((aemter,) if report.geografie.aemter else ()),
        MapLayer("raeume", "Betrachtungsräume", tuple(_rooms(report))),
        MapLayer("kreis", "Kreis", (_county(report),)),
    )


@query
def topology(report: Report) -> Topology:
    """Return the borders of all Kommunen that have a shape."""
    kommunen = report.geografie.kommunen
    return topology_of({ags: one.shape for ags, one in sorted(kommunen.items()) if one.shape})


def polygons_of(report: Report, feature: MapFeature) -> tuple[ArcPolygon, ...]:
    """Return the shape of an area; nothing where none of its Kommunen has one."""
    borders = topology(report)
    members = [ags for ags in feature.members if ags in borders.areas]
    return borders.areas[members[0]] if len(members) == 1 else borders.joined(members)


def extent_of(points: Iterator[Point]) -> BoundingBox | None:
    """Return between which degrees points lie."""
    found = list(points)
    if not found:
        return None
    xs, ys = zip(*found, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def points_of(borders: Topology, polygons: tuple[ArcPolygon, ...]) -> Iterator[Point]:
    """Yield the points of the outer rings of polygons."""
    return chain.from_iterable(borders.points(one[0]) for one in polygons)


# --- What is said of them -------------------------------------------------------------------------


def _kommunen(report: Report) -> Iterator[MapFeature]:
    geografie = report.geografie
    for ags, one in sorted(geografie.kommunen.items()):
        amt = geografie.amt_of(ags)
        said = {
            "ebene": geografie.level_of(ags),
            "schluessel": ags,
            "ags": ags,
            "name": one.name,
            "art": one.art,
            "amt": one.amt or None,
            "amt_schluessel": amt.schluessel if amt else None,
            "raum": one.raum,
            "raum_titel": geografie.raeume[one.raum].name,
            "flaeche_km2": one.flaeche_km2,
            "adresse": permalink(report, one.key),
        }
        yield MapFeature(ags, said, (ags,))


def _administrations(report: Report) -> Iterator[MapFeature]:
    geografie = report.geografie
    for area in geografie.verwaltungen():
        amt = geografie.aemter.get(area)
        members = amt.kommunen if amt else (area,)
        page = None if amt else permalink(report, geografie.kommunen[area].key)
        yield MapFeature(area, _said(report, area, members, page), members)


def _rooms(report: Report) -> Iterator[MapFeature]:
    for area, one in report.geografie.raeume.items():
        page = permalink(report, one.key)
        yield MapFeature(area, _said(report, area, one.kommunen, page), one.kommunen)


def _county(report: Report) -> MapFeature:
    geografie = report.geografie
    members = tuple(sorted(geografie.kommunen))
    page = permalink(report, KREIS_KEY)
    return MapFeature(
        geografie.schluessel, _said(report, geografie.schluessel, members, page), members
    )


def _said(report: Report, area: str, members: tuple[str, ...], page: str | None) -> Properties:
    geografie = report.geografie
    size = sum(geografie.kommunen[ags].flaeche_km2 for ags in members)
    return {
        "ebene": geografie.level_of(area),
        "schluessel": area,
        "name": geografie.name_of(area),
        "flaeche_km2": round(size, 2),
        "adresse": page,
    }
