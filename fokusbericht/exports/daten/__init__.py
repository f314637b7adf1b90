"""Open data below /daten/: all that the report holds as tables, as JSON, as shapes."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import orjson

from fokusbericht.building.output import Offer, Output
from fokusbericht.exports.daten import arbeitsmappe, database, document, geometry, geopackage
from fokusbericht.exports.daten.columns import OpenTable
from fokusbericht.exports.daten.layers import MapLayer, layers_of
from fokusbericht.exports.daten.table_json import head_of, table_json
from fokusbericht.exports.daten.tables import BY_NAME, TABLES, is_there, prints_of, rows_of
from fokusbericht.exports.daten.topojson import topojson
from fokusbericht.exports.table import csv_bytes
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.words.german import counted

SHAPES_NOTE = "GeoJSON; „schluessel“ ist der Schlüssel, den auch die Werte haben"
TOPOLOGY = Offer(
    "/daten/karte.topojson",
    "zahlen",
    "Alle Flächen in einer Datei",
    "TopoJSON: gemeinsame Grenzen stehen nur einmal darin",
)
CONTENT = Place("content")


class WholeFile(NamedTuple):
    """A file that holds many tables at once."""

    name: str
    title: str
    note: str
    tables: tuple[str, ...]
    make: Callable[[Report], bytes]


WHOLES = (
    WholeFile(
        arbeitsmappe.NAME,
        "Alles in einer Excel-Arbeitsmappe",
        "Excel: jede Tabelle ein Blatt, mit allen Werten und einer Beschreibung jeder Spalte",
        tuple(BY_NAME),
        arbeitsmappe.arbeitsmappe,
    ),
    WholeFile(
        database.NAME,
        "Alles als Datenbank",
        "SQLite: jede Tabelle mit ihren Verweisen, dazu die Sicht „neueste_werte“",
        tuple(BY_NAME),
        database.database,
    ),
    WholeFile(
        geopackage.NAME,
        "Karte und Werte für Geoinformationssysteme",
        "GeoPackage, etwa für QGIS: Flächen mit den neuesten Werten, dazu alle Werte",
        geopackage.TABLES,
        geopackage.geopackage,
    ),
)


def plan(report: Report) -> Iterator[Output]:
    """Plan all files of open data below /daten/."""
    yield from unbatched(batches(report))


def batches(report: Report) -> Iterator[Output | Batch[Output]]:
    """Yield what is made anew together: each table, the document, the shapes."""
    for whole in WHOLES:
        yield Batch(whole.name, partial(_plan_whole, report, whole))
    for one in TABLES:
        yield Batch(one.name, partial(_plan_table, report, one))
    yield Batch("dokument", partial(_plan_document, report))
    yield Batch("flaechen", partial(_plan_shapes, report))


def _plan_whole(report: Report, whole: WholeFile) -> Iterator[Output]:
    said = [prints_of(report, BY_NAME[name]) for name in whole.tables]
    offer = Offer(f"/daten/{whole.name}", "zahlen", whole.title, whole.note)
    yield Output(offer.url[1:], said, partial(whole.make, report), CONTENT, offer=offer)


def _plan_table(report: Report, one: OpenTable) -> Iterator[Output]:
    if not is_there(report, one):
        return
    said, note = prints_of(report, one), "CSV"
    if not one.prints:
        note = f"CSV, {counted(len(rows_of(report, one.name)), 'Zeile', 'Zeilen')}"
    offer = Offer(one.url, one.section, one.title, note, columns=one.told)
    yield Output(one.url[1:], (one.head, said), partial(_csv, report, one), CONTENT, offer=offer)
    if one.json_url == document.URL:
        return  # which says more
    head = head_of(report, one)
    offer = Offer(one.json_url, one.section, one.title, "JSON")
    make = partial(_table_json, report, one)
    yield Output(offer.url[1:], (head, said), make, CONTENT, offer=offer)


def _csv(report: Report, one: OpenTable) -> bytes:
    return csv_bytes(one.head, rows_of(report, one.name))


def _table_json(report: Report, one: OpenTable) -> bytes:
    return table_json(head_of(report, one), one, rows_of(report, one.name))


def _plan_document(report: Report) -> Iterator[Output]:
    data, schema = document.document(report), document.schema(report)
    for offer, content in ((document.OFFER, data), (document.SCHEMA_OFFER, schema)):
        yield Output(offer.url[1:], content, partial(_json, content), CONTENT, offer=offer)


def _plan_shapes(report: Report) -> Iterator[Output]:
    # The shapes themselves are in the recipe of every build.
    layers, place = layers_of(report), Place("geo")
    said = [(one.key, one.said) for layer in layers for one in layer.features]
    for layer in layers:
        title = f"Flächen: {layer.title}"
        offer = Offer(geometry.url_of_layer(layer), "zahlen", title, SHAPES_NOTE)
        make = partial(_shapes, report, layer)
        yield Output(offer.url[1:], (layer.title, said), make, place, offer=offer)
    offer, make = TOPOLOGY, partial(_topology, report)
    yield Output(offer.url[1:], said, make, place, offer=offer)


def _shapes(report: Report, layer: MapLayer) -> bytes:
    return orjson.dumps(geometry.collection(report, layer), option=orjson.OPT_APPEND_NEWLINE)


def _topology(report: Report) -> bytes:
    return orjson.dumps(topojson(report), option=orjson.OPT_APPEND_NEWLINE)


def _json(content: object) -> bytes:
    # Indented: people read these files too, and servers pack them anyway.
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
