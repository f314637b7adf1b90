"""Boundaries of all Germany, or of one county, become geo/kommunen.geojson."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas

from fokusbericht.importers.boundaries import (
    ATTRIBUTION,
    Boundary,
    format_geojson,
    generalise,
    normal_key,
    read_boundaries,
)
from fokusbericht.importers.change import IMPORT, Difference, TableChange
from fokusbericht.importers.plan import Import, Request
from fokusbericht.load.geography import load_geography
from fokusbericht.load.shapes import GEOJSON, KARTE
from fokusbericht.model.places import RAEUME
from fokusbericht.problems import Place, Problem

TOLERANCE = 0.0014
GRID = 0.0005
DEGREES = 180
FEATURE = '{"type":"Feature",'
# What a file begins with, by its ending.
STARTS = {
    ".gpkg": b"SQLite format 3\0",
    ".shp": b"\x00\x00\x27\x0a",
    ".geojson": b"{",
    ".json": b"{",
    ".fgb": b"fgb",
}
SUFFIXES = tuple(STARTS)
# What the column of the key and that of the name are called, in capitals or not: BKG, Destatis, our
# own.
KEY_COLUMNS = ("ags", "ars", "rs", "ags_0", "ars_0", "rs_0", "schluessel")
# How land is told from water: the BKG draws both for Kommunen on a coast or a river.
LAND = {"GF": "GF IN (3, 4)", "teil": "teil <> 'wasser'"}
NAME_COLUMNS = ("name", "gen", "gemeindename")
NO_SYSTEM = (
    "Die Koordinaten sind keine Grade, und die Datei sagt nicht, in welchem System sie stehen. "
    "Bitte in QGIS das KBS zuweisen (meist EPSG:25832) und neu speichern, etwa als GeoPackage."
)


def plan_boundaries(request: Request, root: Path) -> Import:
    """Return how the map of the county would change, or why it can't."""
    problems: list[Problem] = []
    geografie = load_geography(root, problems)
    problems = [one for one in problems if one.rule != GEOJSON and one.place.path != KARTE]
    names = {ags: kommune.name for ags, kommune in geografie.kommunen.items()}
    found = _read(request, problems)
    ours = _ours(found, names, geografie.schluessel, problems)
    problems += _missing(request, names, ours) if found else []
    if problems:
        return Import(problems=tuple(sorted(problems)))
    drawn, faults = generalise(ours, TOLERANCE, GRID)
    if faults:
        return Import(problems=tuple(sorted(faults)))
    attribution = _attribution(root)
    note = f"Als Quelle steht in der Karte „{attribution}“. Stimmt das Jahr noch?"
    return Import((_change(root, drawn, attribution),), notes=(note,), names=names)


def _read(request: Request, problems: list[Problem]) -> tuple[Boundary, ...]:
    """Return all boundaries of a file; none after a problem."""
    path, shown = request.datei, str(request.datei)
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        sentence = f"Hier wird eine Datei erwartet, die auf {', '.join(SUFFIXES)} endet."
        problems.append(Problem(Place(shown), sentence, IMPORT))
        return ()
    if not _is_what_it_says(path):
        sentence = f"Der Inhalt der Datei passt nicht zu ihrer Endung „{path.suffix}“."
        problems.append(Problem(Place(shown), sentence, IMPORT))
        return ()
    # Drivers raise what they like when a file is broken; each means the same to an editor.
    try:
        layer = _layer(path)
        columns = geopandas.read_file(path, layer=layer, rows=1).columns
        key, name = _column(KEY_COLUMNS, columns), _column(NAME_COLUMNS, columns)
        if key and name:
            land = next((only for column, only in LAND.items() if column in columns), None)
            found = read_boundaries(path, key, name, layer, land)
            if all(_is_in_degrees(each) for each in found):
                return found
            sentence = NO_SYSTEM
        else:
            sentence = "Es fehlt die Spalte mit dem Schlüssel (etwa AGS) oder dem Namen (etwa GEN)."
    except Exception:
        sentence = "Die Datei enthält keine lesbaren Flächen."
    problems.append(Problem(Place(shown), sentence, IMPORT))
    return ()


def _is_what_it_says(path: Path) -> bool:
    """Say whether a file begins as its ending promises.

    The reader would go by the content alone, and knows forms that lead to other files and hosts.
    """
    with path.open("rb") as file:
        start = file.read(256).removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(STARTS[path.suffix.lower()])


def _column(names: Iterable[str], columns: Iterable[str]) -> str:
    """Return the column that is called by the first of the names that there is."""
    lowered = {str(column).lower(): str(column) for column in columns}
    return next((lowered[name] for name in names if name in lowered), "")


def _is_in_degrees(boundary: Boundary) -> bool:
    area = boundary.geometry
    return bool(area.is_empty or max(map(abs, area.bounds)) <= DEGREES)


def _layer(path: Path) -> str:
    """Return the layer of the Kommunen (VG250 has one for each level), else the first."""
    names = [str(name) for name in geopandas.list_layers(path)["name"]]
    return next((name for name in names if "gem" in name.lower()), names[0])


def _ours(
    found: Iterable[Boundary], names: Mapping[str, str], kreis: str, problems: list[Problem]
) -> list[Boundary]:
    """Return the boundaries of our county; a Kommune there that nobody knows is a problem."""
    keyed = [(normal_key(each.ags), each) for each in found]
    for key in sorted({key for key, _ in keyed if key and key.startswith(kreis)} - set(names)):
        sentence = f"Die Kommune {key} kennt {RAEUME} nicht. Bitte dort ergänzen."
        problems.append(Problem(keyed[0][1].place, sentence, "unbekannter-raum"))
    return [each for key, each in keyed if key in names]


def _missing(request: Request, names: Mapping[str, str], ours: Iterable[Boundary]) -> list[Problem]:
    there = {normal_key(each.ags) for each in ours}
    place = Place(str(request.datei))
    return [
        Problem(place, f"Die Fläche von {names[ags]} ({ags}) fehlt in der Datei.", GEOJSON)
        for ags in sorted(names)
        if ags not in there
    ]


def _attribution(root: Path) -> str:
    """Return what the map says of its source, or what it says at first."""
    try:
        found = json.loads((root / KARTE).read_text(encoding="utf-8")).get("attribution")
    except (OSError, ValueError, AttributeError):
        found = None
    return found if isinstance(found, str) and found else ATTRIBUTION


def _change(root: Path, drawn: Iterable[Boundary], attribution: str) -> TableChange:
    after = format_geojson(drawn, attribution)
    path = root / KARTE
    before = path.read_text(encoding="utf-8") if path.is_file() else None
    old, new = _features(before or ""), _features(after)
    touched = {ags for ags, line in new.items() if line != old.get(ags)}
    return TableChange(
        path=KARTE,
        before=before,
        after=after,
        new=_differences(old, new, touched - set(old)),
        changed=_differences(old, new, touched & set(old)),
        removed=_differences(old, new, set(old) - set(new)),
        kept=len(set(new) - touched),
    )


def _features(text: str) -> dict[str, str]:
    """Return the line of each Kommune; a map of another form counts as none."""
    found = {}
    for line in text.splitlines():
        if line.startswith(FEATURE):
            try:
                found[str(json.loads(line.rstrip(","))["properties"]["ags"])] = line.rstrip(",")
            except (ValueError, LookupError, TypeError):
                continue
    return found


def _differences(
    old: Mapping[str, str], new: Mapping[str, str], keys: Iterable[str]
) -> tuple[Difference, ...]:
    return tuple(
        Difference(ags, 0, _points(old.get(ags, "")), _points(new.get(ags, "")))
        for ags in sorted(keys)
    )


def _points(line: str) -> str:
    """Return how many points a line of the map has: a pair of numbers has one comma."""
    return f"{line.count('],[') + 1} Punkte" if line else ""
