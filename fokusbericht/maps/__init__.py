"""Maps: the county as SVG, for pages and to take along, and as an interactive map.

map_svg(report.geografie, MapView("Eigentümerquote 2022", "In den Dörfern …", areas))
map_png(report.geografie, MapView("Eigentümerquote 2022", …), 1.5)
locator_svg(report.geografie, ("01056015",), "Elmshorn im Kreis Pinneberg")
"""

from fokusbericht.maps.bivariate import bivariate_class
from fokusbericht.maps.leaflet import class_labels, frame_of_map, geometry, interactive
from fokusbericht.maps.map_frame import MapFrame
from fokusbericht.maps.png import map_png
from fokusbericht.maps.svg import (
    Area,
    MapView,
    class_names,
    locator_file,
    locator_svg,
    map_size,
    map_svg,
)

__all__ = [
    "Area",
    "MapFrame",
    "MapView",
    "bivariate_class",
    "class_labels",
    "class_names",
    "frame_of_map",
    "geometry",
    "interactive",
    "locator_file",
    "locator_svg",
    "map_png",
    "map_size",
    "map_svg",
]
