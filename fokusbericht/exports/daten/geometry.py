"""Layers of the county's map as GeoJSON (RFC 7946): /daten/kommunen.geojson, raeume.geojson, …"""

from collections.abc import Mapping

from fokusbericht.exports.daten.layers import (
    MapFeature,
    MapLayer,
    extent_of,
    points_of,
    polygons_of,
    topology,
)
from fokusbericht.model.report import Report


def url_of_layer(layer: MapLayer) -> str:
    """Return the address of a layer."""
    return f"/daten/{layer.name}.geojson"


def collection(report: Report, layer: MapLayer) -> Mapping[str, object]:
    """Return a layer as a collection of features."""
    borders = topology(report)
    every = (polygons_of(report, one) for one in layer.features)
    extent = extent_of(point for polygons in every for point in points_of(borders, polygons))
    return {
        "type": "FeatureCollection",
        "titel": f"{layer.title}, {report.geografie.name}",
        "quelle": report.geografie.quelle,
        **({"bbox": extent} if extent else {}),
        "features": [_feature(report, one) for one in layer.features],
    }


def _feature(report: Report, feature: MapFeature) -> Mapping[str, object]:
    borders, polygons = topology(report), polygons_of(report, feature)
    extent = extent_of(points_of(borders, polygons))
    shape = [[borders.points(ring) for ring in polygon] for polygon in polygons]
    return {
        "type": "Feature",
        "id": feature.key,
        **({"bbox": extent} if extent else {}),
        "properties": feature.said,
        "geometry": {"type": "MultiPolygon", "coordinates": shape} if shape else None,
    }
