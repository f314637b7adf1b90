"""A map as a file of its own with its legend and no title: wide and narrow, light and dark.

Unlike a map to take along it stands among text that says what it is.
"""

from html import escape

from fokusbericht.charts.vega.colours import INK_DARK, PAPER_DARK, QUIET_DARK
from fokusbericht.charts.vega.vegalite import FONT
from fokusbericht.maps.drawing import draw
from fokusbericht.maps.standalone import FILLS, INK, NAME, PAPER, QUIET, SMALL, legend_rows
from fokusbericht.maps.svg import MapView, areas_of, hatch_fill
from fokusbericht.model.places import Geografie

WIDE, NARROW = 540, 340  # px
TO_LEGEND = 14
INSET = 12  # px of the letters in the box of what is far off
LONG, SHORT = "-fach vergrößert</text>", "-fach größer</text>"  # in a narrow box
PREFIX = "karte"
SEQUENTIAL_DARK = "#2b4a4c #2f686b #3f8c92 #69b7c1 #b3e8ef"
DIVERGING_DARK = "#f0a468 #a5693a #454b4a #3f7d95 #86cbe6"
FILLS_DARK = {
    f"{name}{number}": colour
    for name, colours in (("k", SEQUENTIAL_DARK), ("d", DIVERGING_DARK))
    for number, colour in enumerate(colours.split())
}


def keyed_map(geografie: Geografie, view: MapView, narrow: bool) -> str:
    """Return the map as an SVG file."""
    drawing = draw(geografie, _width(narrow))
    rows, (width, height) = _key(geografie, view, narrow)
    body = "".join(areas_of(drawing, view, PREFIX))
    if narrow:
        body = body.replace(LONG, SHORT)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" lang="de" role="img" aria-labelledby="titel text" '
        f'font-family="{FONT}"><title id="titel">{escape(view.title)}</title>'
        f'<desc id="text">{escape(view.description)}</desc><style>{STYLE}</style>'
        f'<g stroke-linejoin="round">{body}</g>{rows}</svg>\n'
    )


def keyed_size(geografie: Geografie, view: MapView, narrow: bool) -> tuple[int, int]:
    """Return how large the file is, in px."""
    return _key(geografie, view, narrow)[1]


def _width(narrow: bool) -> int:
    return NARROW if narrow else WIDE


def _key(geografie: Geografie, view: MapView, narrow: bool) -> tuple[str, tuple[int, int]]:
    """Return the legend, and the size of map and legend together."""
    layout = draw(geografie, _width(narrow)).layout  # an inset may need more than was asked for
    width, top = layout.width, layout.height + TO_LEGEND
    legend = [(css, hatch_fill(css, PREFIX), text) for css, text in view.legend]
    rows, bottom = legend_rows(legend, width, top)
    return rows, (width, round(bottom))


def _rules(paper: str, ink: str, quiet: str, fills: dict[str, str]) -> str:
    filled = "".join(f".{name}{{fill:{colour}}}" for name, colour in fills.items())
    return (
        f"{filled}.gebiete{{stroke:{paper}}}.fehlt,.geheim{{stroke:{quiet}}}"
        f".schraffur-grund{{fill:{paper}}}.schraffur{{stroke:{quiet}}}.raum{{stroke:{ink}}}"
        f".klein{{fill:{quiet}}}.name{{fill:{ink};stroke:{paper}}}"
    )


# A rim around names is painted below them, so that they stand once in the file.
STYLE = (
    _rules(PAPER, INK, QUIET, {name: FILLS[name] for name in FILLS_DARK})
    + ".schraffur,.raum{fill:none;stroke-width:1.5}.kasten{stroke:#778387}"
    f".klein{{font-size:{SMALL}px}}g>.klein{{font-size:{INSET}px}}"
    f".name{{font-size:{NAME}px;font-weight:600;"
    "paint-order:stroke;stroke-width:4px;stroke-linejoin:round}"
    f"@media(prefers-color-scheme:dark){{{_rules(PAPER_DARK, INK_DARK, QUIET_DARK, FILLS_DARK)}}}"
)
