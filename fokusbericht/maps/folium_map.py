"""The interactive map as folium elements; imported only when one is made: folium loads slowly.

Everything comes from our own site: no CDN, no tiles, no inline script or style.
"""

import folium
import orjson
from branca.element import Figure, MacroElement
from folium.template import Template

from fokusbericht.maps.map_frame import MapFrame

HOME = (53.7, 9.75)  # replaced at once by the extent of the geometry

MAP = """
{% macro script(this, kwargs) %}
var {{ this.get_name() }} = L.map("{{ this.get_name() }}", {{ this.options|tojavascript }});
{% endmacro %}
"""

# The areas become options of one list box: one stop for the Tab key, moved through by arrow keys.
PAGE = """
{% macro html(this, kwargs) %}
<div class="kreiskarte-karten" role="listbox" aria-describedby="kreiskarte-tasten"
 data-rahmen="{{ this.measures|e }}">
<div class="kreiskarte-karte" id="{{ this.main }}"></div>
{% if this.inset %}
<div class="kreiskarte-kasten"><p aria-hidden="true">{{ this.frame.far|e }}<br>
{{ this.frame.scale|e }}</p><div class="kreiskarte-insel" id="{{ this.inset }}"></div></div>
{% endif %}
</div>
<svg class="kreiskarte-muster" width="0" height="0" aria-hidden="true"><defs>
<pattern id="kreiskarte-fehlt" width="9" height="9" patternUnits="userSpaceOnUse">
<path class="schraffur-grund" d="M0 0h9v9H0z"/>
<path class="schraffur" d="M-2 2L2-2M-2 6.5L6.5-2M-2 11L11-2M2.5 11L11 2.5M7 11L11 7"/></pattern>
<pattern id="kreiskarte-geheim" width="9" height="9" patternUnits="userSpaceOnUse">
<path class="schraffur-grund" d="M0 0h9v9H0z"/>
<path class="schraffur" d="M-2-2L11 11M-2 11L11-2"/></pattern></defs></svg>
{% endmacro %}
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
        self.options |= dict.fromkeys(
            ("attribution_control", "keyboard", "scroll_wheel_zoom"), False
        )
        self.options |= gestures
        self._id = str(number)  # counted, so that the same map has the same bytes


class MapPage(MacroElement):
    """The frame around the maps, and the word to what fills them that they are there."""

    _template = Template(PAGE)

    def __init__(self, frame: MapFrame, main: Map, inset: Map | None, groups: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name, self._id = "Seite", "1"
        self.main, self.inset = main.get_name(), inset.get_name() if inset else ""
        self.frame, self.groups = frame, groups
        measures = {
            "groesse": frame.size,
            "festland": frame.mainland,
            "kasten": frame.inset,
            "faktor": frame.factor,
        }
        self.measures = orjson.dumps(measures).decode()


def render(frame: MapFrame) -> tuple[str, str]:
    """Return the HTML fragment and the script of a map."""
    main, inset = Map(1), None
    if frame.far:
        inset = Map(2, dragging=False, double_click_zoom=False, touch_zoom=False, box_zoom=False)
    groups = [_group(1, "mainland", main), *([_group(2, "far", inset)] if inset else [])]
    page = MapPage(frame, main, inset, f"{{ {', '.join(groups)} }}")
    figure = Figure()
    for element in (main, inset, page):
        if element:
            figure.add_child(element)
    figure.render()
    return figure.html.render().strip() + "\n", _alone(figure.script.render())


def _group(number: int, name: str, where: Map) -> str:
    group = folium.FeatureGroup(name=name, overlay=False)
    group._id = str(number)
    where.add_child(group)
    return f"{name}: {group.get_name()}"


def _alone(script: str) -> str:
    # A scope of its own: folium's variables stay out of the page's.
    lines = (line.strip() for line in script.splitlines())
    return '(function () {\n"use strict";\n' + "\n".join(filter(None, lines)) + "\n})();\n"
