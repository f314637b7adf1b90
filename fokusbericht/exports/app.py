"""What makes an app of the site, where the county wants one: manifest and icons.

Its pages are kept by the worker at /sw.js (exports/offline.py).
"""

import re
import struct
from collections.abc import Iterator
from functools import partial

import orjson

from fokusbericht.building.assets import find_assets
from fokusbericht.building.output import EarlyGroup, Output
from fokusbericht.media.converter import converter
from fokusbericht.model.kreis import App, Kreis
from fokusbericht.model.report import Report

MANIFEST = "app.webmanifest"
TOUCH = "app/symbol-180.png"  # what Apple's devices ask for
FAVICON = "favicon.ico"  # what browsers ask for where a page names nothing
EARLY = EarlyGroup("app", is_chart=False)
# Name, pixels, how much of it the drawing fills, and whether it stands on the county's colour.
# Of a maskable icon systems may cut off all but the inner four fifths.
PICTURES = (
    ("app/symbol-192.png", 192, 1.0, False),
    ("app/symbol-512.png", 512, 1.0, False),
    ("app/symbol-rund-512.png", 512, 0.56, True),
    (TOUCH, 180, 0.66, True),
)
SMALL = 32
DARK_RULE = re.compile(r"@media\(prefers-color-scheme:dark\)\{(?:[^{}]*\{[^{}]*\})*\}")
PAPER = "#ffffff"
SHORTCUTS = 4


def plan(report: Report) -> Iterator[Output]:
    """Plan manifest and icons."""
    kreis = report.kreis
    if kreis.app is None:
        return
    icon = find_assets(report)["icon.svg"]
    manifest = _manifest(kreis, kreis.app, icon.url)
    yield Output(MANIFEST, manifest, partial(orjson.dumps, manifest), kreis.place)
    yield from plan_icons(report)


def plan_icons(report: Report) -> Iterator[Output]:
    """Plan the icons, drawn from that of the pages."""
    kreis = report.kreis
    if kreis.app is None:
        return
    drawing = find_assets(report)["icon.svg"].make().decode()
    for path, size, part, on_colour in PICTURES:
        made_of = (drawing, size, part, kreis.akzent if on_colour else "")
        make = partial(_png, *made_of)
        yield Output(path, made_of, make, kreis.place, early=EARLY)
    yield Output(FAVICON, drawing, partial(_favicon, drawing), kreis.place, early=EARLY)


def _manifest(kreis: Kreis, app: App, icon: str) -> dict[str, object]:
    """Return what browsers are told; addresses count from where the manifest lies."""
    purposes = {"app/symbol-rund-512.png": "maskable"}
    pictures = [
        {
            "src": path,
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purposes.get(path, "any"),
        }
        for path, size, _, _ in PICTURES
        if path != TOUCH
    ]
    return {
        "name": app.name,
        "short_name": app.kurzname,
        "description": kreis.beschreibung,
        "lang": "de",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "background_color": PAPER,
        "theme_color": kreis.akzent,
        "categories": ["government", "politics", "news"],
        "icons": [{"src": icon[1:], "sizes": "any", "type": "image/svg+xml"}, *pictures],
        "shortcuts": [
            {"name": point.titel, "url": point.ziel[1:]} for point in kreis.navigation[:SHORTCUTS]
        ],
    }


def _png(drawing: str, size: int, part: float, colour: str) -> bytes:
    """Return a drawing as a square picture, in the middle of a ground where it has a colour."""
    light = DARK_RULE.sub("", drawing)
    # On its own colour the drawing is white; where a county's own has others, the ground is.
    ground = colour if colour and colour in light else PAPER
    inner = light.replace(colour, PAPER) if ground == colour else light
    edge = round(size * (1 - part) / 2, 2)
    room = round(size - 2 * edge, 2)
    placed = inner.replace(
        "<svg ", f'<svg x="{edge}" y="{edge}" width="{room}" height="{room}" ', 1
    )
    rectangle = f'<rect width="{size}" height="{size}" fill="{ground}"/>' if colour else ""
    png: bytes = converter().svg_to_png(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">'
        f"{rectangle}{placed}</svg>"
    )
    return png


def _favicon(drawing: str) -> bytes:
    """Return the smallest picture in the frame that old browsers want around it."""
    png = _png(drawing, SMALL, 1.0, "")
    head = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", SMALL, SMALL, 0, 0, 1, 32, len(png), len(head) + 16)
    return head + entry + png
