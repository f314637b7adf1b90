"""Every row of figures names its level: a town and the room of its name are never summed twice."""

import csv
import json
from collections.abc import Iterator
from io import StringIO

from .site import Site

FIRST = ["ebene", "raum_schluessel", "raum"]
LEVELS = {"kommune", "quartier", "amt", "betrachtungsraum", "kreis", "land", "bund"}


def check(site: Site) -> Iterator[str]:
    for path, text in site.texts(".csv"):
        yield from (f"{path}: {what}" for what in dict.fromkeys(wrong_with(text)))
    for path, text in site.texts(".json"):
        if not path.startswith("api/v1/indikatoren/"):
            continue
        rows = json.loads(text)["werte"]
        if any({"ebene", "raum", "name"} - set(row) or row["ebene"] not in LEVELS for row in rows):
            yield f"{path}: row without its level"
    for path, text in site.texts(".geojson"):
        if any("ebene" not in one["properties"] for one in json.loads(text)["features"]):
            yield f"{path}: shape without its level"


def wrong_with(text: str) -> Iterator[str]:
    """Return what lets the areas of a table be confused; other tables have none."""
    head, *rows = csv.reader(StringIO(text, newline=""), delimiter=";")
    if not {"raum", "raum_schluessel"}.isdisjoint(head) and head[:3] != FIRST:
        yield f"begins with {';'.join(head[:3])}"
    if "ebene" in head:
        place = head.index("ebene")
        yield from (f"level „{row[place]}“" for row in rows if row[place] not in LEVELS)
