"""What kind of file an address leads to: its media type, and its name in the EU's list of types."""

from typing import NamedTuple


class FileKind(NamedTuple):
    """A kind of file: how servers name it, and how catalogues do."""

    type: str
    format: str


UNKNOWN = FileKind("application/octet-stream", "OCTET")
KINDS = {
    ".csv": FileKind("text/csv", "CSV"),
    ".schema.json": FileKind("application/schema+json", "JSON"),
    ".json": FileKind("application/json", "JSON"),
    ".geojson": FileKind("application/geo+json", "GEOJSON"),
    ".topojson": FileKind("application/topo+json", "JSON"),
    ".xlsx": FileKind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    ".gpkg": FileKind("application/geopackage+sqlite3", "GPKG"),
    ".sqlite": FileKind("application/vnd.sqlite3", "OCTET"),
    ".ttl": FileKind("text/turtle", "RDF_TURTLE"),
    ".jsonld": FileKind("application/ld+json", "JSON_LD"),
}


def media_of(url: str) -> FileKind:
    """Return the kind of file at an address."""
    return next((kind for ending, kind in KINDS.items() if url.endswith(ending)), UNKNOWN)
