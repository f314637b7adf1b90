"""The interactive map as folium elements; imported only when one is made: folium loads slowly.

Everything comes from our own site: no CDN, no tiles, no inline script or style.
"""

import folium
from branca.element import Figure, MacroElement
from folium.template import Template

from fokusbericht.maps.map_frame import INSET, MAIN

HOME = (53.7, 9.75)  # replaced at once by the extent of the geometry

MAP = """
{% macro script(this, kwargs) %}
var {{ this.get_name() }} = L.map("{{ this.get_name() }}", {{ this.options|tojavascript }});
{% endmacro %}
"""

ARRIVAL = """
{% macro script(this, kwargs) %}
document.dispatchEvent(new CustomEvent("kreiskarte", { detail: {
main: {{ this.main }}, inset: {{ this.inset or "null" }}, groups: {{ this.groups }}
} }));
{% endmacro %}
"""


class Map(folium.Map):
    """A Leaflet map without tiles that asks nothing of any other host.

    The lists are its own: folium's are shared by all its maps and must not be altered.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012
    default_css: list[tuple[str, str]] = []  # noqa: RUF012
    _template = Template(MAP)

    def __init__(self, number: int, **gestures: bool) -> None:
        super().__init__(location=HOME, tiles=None, zoom_control=False, zoom_start=9)
        self.options |= {"center": list(HOME), "zoom_snap": 0, "zoom_delta": 0.75}
        # The script of the page watches the map's frame: it would never hear of a new size that
        # Leaflet has noted before.
        off = ("attribution_control", "keyboard", "scroll_wheel_zoom", "track_resize")
        self.options |= dict.fromkeys(off, False)
        self.options |= gestures
        self._id = str(number)  # counted, so that the same map has the same bytes


class Arrival(MacroElement):
    """The word to the page that its maps are there."""

    _template = Template(ARRIVAL)

    def __init__(self, main: Map, inset: Map | None, groups: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name, self._id = "Seite", "1"
        self.main, self.inset = main.get_name(), inset.get_name() if inset else ""
        self.groups = groups


def render(has_inset: bool) -> str:
    """Return the script of a map, with another one for what lies far off."""
    main, inset = Map(MAIN), None
    if has_inset:
        still = dict.fromkeys(("dragging", "double_click_zoom", "touch_zoom", "box_zoom"), False)
        inset = Map(INSET, **still)
    groups = [
        _group(MAIN, "mainland", main),
        *([_group(INSET, "far", inset)] if inset else []),
    ]
    arrival = Arrival(main, inset, f"{{ {', '.join(groups)} }}")
    figure = Figure()
    for element in (main, inset, arrival):
        if element:
            figure.add_child(element)
    figure.render()
    return _alone(figure.script.render())


def _group(number: int, name: str, where: Map) -> str:
    group = folium.FeatureGroup(name=name, overlay=False)
    group._id = str(number)
    where.add_child(group)
    return f"{name}: {group.get_name()}"


def _alone(script: str) -> str:
    # A scope of its own: folium's variables stay out of the page's.
    lines = (line.strip() for line in script.splitlines())
    return '(function () {\n"use strict";\n' + "\n".join(filter(None, lines)) + "\n})();\n"
