"""/daten/fokusbericht.gpkg: the county's map with its figures, as one GeoPackage (OGC 12-128r17).

Layers `kommunen`, `aemter`, `raeume`, `kreis` hold shapes; `kommunen_zahlen` and `raeume_zahlen`
also each figure in its last year, ready to be coloured (`leerstandsquote_2022`). Tables without
shapes are `werte`, `indikatoren` and `gebiete`, as at /daten/. Written by hand, so that no clock
and no version of a library gets into it.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from struct import pack
from typing import NamedTuple

from fokusbericht.exports.daten.columns import ColumnKind, CsvRow, OpenColumn, OpenTable
from fokusbericht.exports.daten.database import FIGURES, StoredCell, declared, insert, storing
from fokusbericht.exports.daten.layers import (
    MapFeature,
    MapLayer,
    extent_of,
    layers_of,
    points_of,
    polygons_of,
    topology,
)
from fokusbericht.exports.daten.plain import SEPARATOR
from fokusbericht.exports.daten.tables import BY_NAME, rows_of
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen

NAME = "fokusbericht.gpkg"
APPLICATION, VERSION = 0x47504B47, 10300  # "GPKG", 1.3
WGS84 = 4326
TOLD = ("kommunen", "raeume")  # layers that there are with figures as well
TABLES = (FIGURES, "indikatoren", "gebiete")
HIDDEN = OpenColumn("geheim", "Kennungen der Zahlen, deren Wert hier geheim gehalten wird")
MOST = 1_500  # columns of figures: a database has room for 2,000 in all
WHAT = {"flaeche_km2": ColumnKind.NUMBER}
MEANINGS = {
    "ebene": "kommune, amt, betrachtungsraum oder kreis",
    "schluessel": "Schlüssel, den auch die Werte haben",
    "ags": "amtlicher Gemeindeschlüssel",
    "name": "Name",
    "art": "Stadt oder Gemeinde",
    "amt": "Name des Amtes",
    "amt_schluessel": "Schlüssel des Amtes",
    "raum": "Kennung des Betrachtungsraums",
    "raum_titel": "Name des Betrachtungsraums",
    "flaeche_km2": "Fläche in Quadratkilometern",
    "adresse": "Adresse der Seite",
}
DEFINITION = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
FRAME = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
  description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
  identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT
  (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)
  REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
  m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name)
  REFERENCES gpkg_contents (table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id)
  REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
  definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT,
  title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL,
  constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC,
  max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
"""
SYSTEMS = (
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic"),
    ("WGS 84 geodetic", WGS84, "EPSG", WGS84, DEFINITION, "longitude/latitude in degrees"),
)
SCHEMA = "http://www.geopackage.org/spec130/#extension_schema"


class PackedTable(NamedTuple):
    """A table of the package: what it is called, its columns, its rows, its map layer if any."""

    name: str
    title: str
    columns: Sequence[OpenColumn]
    rows: Iterator[Sequence[StoredCell]]
    layer: MapLayer | None = None


def geopackage(report: Report) -> bytes:
    """Return the file."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        file.execute(f"PRAGMA application_id = {APPLICATION}")
        file.execute(f"PRAGMA user_version = {VERSION}")
        file.executescript(f"BEGIN; {FRAME}")
        insert(file, "gpkg_spatial_ref_sys", 6, SYSTEMS)
        for name in ("gpkg_data_columns", "gpkg_data_column_constraints"):
            row = (name, None, "gpkg_schema", SCHEMA, "read-write")
            insert(file, "gpkg_extensions", 5, [row])
        for one in _tables(report):
            _add(file, report, one)
        file.execute("COMMIT")
        return file.serialize()


def _add(file: sqlite3.Connection, report: Report, one: PackedTable) -> None:
    """Make a table, fill it, and tell of it."""
    shapes = ", geom MULTIPOLYGON" if one.layer else ""
    columns = "".join(f", {declared(each)}" for each in one.columns)
    file.execute(f'CREATE TABLE "{one.name}" (fid INTEGER PRIMARY KEY NOT NULL{shapes}{columns})')
    box = extent_of(_points(report, one.layer)) if one.layer else None
    kind = "features" if one.layer else "attributes"
    day = f"{report.kreis.stichtag.isoformat()}T00:00:00.000Z"
    said = report.geografie.quelle if one.layer else BY_NAME[one.name].terms(report)
    system = WGS84 if one.layer else None
    told = (one.name, kind, one.title, said, day, *(box or (None,) * 4), system)
    insert(file, "gpkg_contents", 10, [told])
    if one.layer:
        row = (one.name, "geom", "MULTIPOLYGON", WGS84, 0, 0)
        insert(file, "gpkg_geometry_columns", 6, [row])
    meanings = ((one.name, each.name, None, each.name, each.meaning) for each in one.columns)
    insert(file, "gpkg_data_columns", 7, ((*each, None, None) for each in meanings))
    shape = [(_shape(report, each),) for each in one.layer.features] if one.layer else None
    rows = (
        (number, *(shape[number - 1] if shape else ()), *row)
        for number, row in enumerate(one.rows, start=1)
    )
    insert(file, one.name, 1 + bool(one.layer) + len(one.columns), rows)


# --- What stands in it ----------------------------------------------------------------------------


def _tables(report: Report) -> Iterator[PackedTable]:
    for layer in layers_of(report):
        columns = _columns(layer)
        yield PackedTable(layer.name, layer.title, columns, _rows(layer, columns), layer)
        if layer.name in TOLD:
            yield _told(report, layer)
    for name in TABLES:
        one = BY_NAME[name]
        yield PackedTable(name, one.title, one.columns, _stored(one, rows_of(report, name)))


def _stored(one: OpenTable, rows: Sequence[CsvRow]) -> Iterator[Sequence[StoredCell]]:
    store = [storing(each.kind) for each in one.columns]
    for row in rows:
        yield [make(text) for make, text in zip(store, row, strict=True)]


def _columns(layer: MapLayer) -> list[OpenColumn]:
    names = layer.features[0].said if layer.features else ()
    return [OpenColumn(one, MEANINGS[one], WHAT.get(one, ColumnKind.TEXT)) for one in names]


def _rows(layer: MapLayer, columns: Sequence[OpenColumn]) -> Iterator[Sequence[StoredCell]]:
    for one in layer.features:
        yield [one.said[column.name] for column in columns]


def _told(report: Report, layer: MapLayer) -> PackedTable:
    """Return a layer with each figure in the last year in which it tells the areas apart."""
    keys = [one.key for one in layer.features]
    told = [one for one in messungen(report).values() if one.latest_year(keys)][:MOST]
    years = [one.latest_year(keys) for one in told]
    columns = [
        *_columns(layer),
        *(_figure(one, year) for one, year in zip(told, years, strict=True)),
        HIDDEN,
    ]

    def rows() -> Iterator[Sequence[StoredCell]]:
        for each in layer.features:
            found = [one.figure(each.key, at) for one, at in zip(told, years, strict=True)]
            hidden = [
                one.name
                for one, figure in zip(told, found, strict=True)
                if figure.missing is Fehlgrund.GEHEIM
            ]
            numbers = [None if one.value is None else round(one.value, 6) for one in found]
            yield [*each.said.values(), *numbers, SEPARATOR.join(hidden) or None]

    return PackedTable(
        f"{layer.name}_zahlen", f"{layer.title} mit den neuesten Werten", columns, rows(), layer
    )


def _figure(messung: Messung, year: int) -> OpenColumn:
    one = messung.indikator
    meaning = f"{one.titel}, {year}, {one.einheit}; {one.quelle.name}; {one.quelle.lizenz}"
    return OpenColumn(f"{messung.name}_{year}", meaning, ColumnKind.NUMBER)


# --- Shapes ---------------------------------------------------------------------------------------


def _points(report: Report, layer: MapLayer) -> Iterator[tuple[float, float]]:
    for one in layer.features:
        yield from points_of(topology(report), polygons_of(report, one))


def _shape(report: Report, feature: MapFeature) -> bytes | None:
    """Return a shape as the package holds it: its box, then a MultiPolygon as WKB."""
    borders, polygons = topology(report), polygons_of(report, feature)
    box = extent_of(points_of(borders, polygons))
    if box is None:
        return None
    west, south, east, north = box
    parts = [pack("<2sBBi4d", b"GP", 0, 0b0011, WGS84, west, east, south, north)]
    parts.append(pack("<BII", 1, 6, len(polygons)))
    for polygon in polygons:
        parts.append(pack("<BII", 1, 3, len(polygon)))
        for ring in polygon:
            points = borders.points(ring)
            flat = [number for point in points for number in point]
            parts.append(pack(f"<I{len(flat)}d", len(points), *flat))
    return b"".join(parts)
