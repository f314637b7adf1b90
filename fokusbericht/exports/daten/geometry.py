"""/daten/kommunen.geojson: the shapes of the Kommunen for any program of maps (RFC 7946)."""

from collections.abc import Mapping
from itertools import pairwise

from fokusbericht.building.output import Offer
from fokusbericht.exports.daten.plain import permalink
from fokusbericht.model.places import Kommune, Polygon, Ring
from fokusbericht.model.report import Report

OFFER = Offer(
    "/daten/kommunen.geojson",
    "zahlen",
    "Flächen der Kommunen",
    "GeoJSON mit amtlichem Schlüssel und Betrachtungsraum",
)


def properties(report: Report) -> tuple[Mapping[str, object], ...]:
    """Return what is said of each Kommune, by official key."""
    raeume = report.geografie.raeume
    return tuple(
        {
            "ebene": report.geografie.level_of(ags),
            "ags": ags,
            "name": one.name,
            "art": one.art,
            "amt": one.amt or None,
            "amt_schluessel": amt.schluessel if (amt := report.geografie.amt_of(ags)) else None,
            "raum": one.raum,
            "raum_titel": raeume[one.raum].name,
            "flaeche_km2": one.flaeche_km2,
            "adresse": permalink(report, one.key),
        }
        for ags, one in sorted(report.geografie.kommunen.items())
    )


def collection(report: Report) -> Mapping[str, object]:
    """Return the Kommunen as a collection of features."""
    kommunen = report.geografie.kommunen
    features = [
        {
            "type": "Feature",
            "id": said["ags"],
            "properties": said,
            "geometry": _geometry(kommunen[str(said["ags"])]),
        }
        for said in properties(report)
    ]
    quelle = report.geografie.quelle
    return {"type": "FeatureCollection", "quelle": quelle, "features": features}


def _geometry(kommune: Kommune) -> Mapping[str, object] | None:
    if not kommune.shape:
        return None
    return {"type": "MultiPolygon", "coordinates": [_polygon(one) for one in kommune.shape]}


def _polygon(polygon: Polygon) -> list[Ring]:
    """Return a polygon with its outer ring counterclockwise and its holes clockwise."""
    return [_turned(ring, is_outer=not number) for number, ring in enumerate(polygon)]


def _turned(ring: Ring, is_outer: bool) -> Ring:
    area = sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring))
    return ring if (area > 0) is is_outer else ring[::-1]
