"""A map to take along as a PNG; what makes it is loaded when the first one is made."""

from fokusbericht.maps.svg import MapView
from fokusbericht.model.places import Geografie


def map_png(geografie: Geografie, view: MapView, scale: float) -> bytes:
    """Return the file of `map_svg(…, standalone=True)` in pixels, 1.5 or 2 for each of its px."""
    from fokusbericht.maps.pixels import render

    return render(geografie, view, scale)
