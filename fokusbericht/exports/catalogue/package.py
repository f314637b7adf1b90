"""/daten/datapackage.json: all files below /daten/ as a Frictionless Data Package.

{"profile": "tabular-data-package", "name": "fokusbericht-01056", "version": "2026-11-01.3f9a…",
 "resources": [{"name": "verlauf", "path": "verlauf.csv", "dialect": {"delimiter": ";"},
                "schema": {"fields": [{"name": "empfehlung", "type": "string"}, …]}, …}]}
"""

from collections.abc import Iterator, Mapping, Sequence

import orjson

from fokusbericht.exports.catalogue.datasets import WHOLE, Dataset
from fokusbericht.exports.catalogue.licences import licence_of
from fokusbericht.exports.catalogue.media import media_of
from fokusbericht.exports.catalogue.sums import Checksum, version_of
from fokusbericht.exports.daten.indikator_json import JsonObject
from fokusbericht.exports.daten.schemas import ColumnSchema, ColumnType, TableSchema, schema_of
from fokusbericht.exports.daten.tables import BY_NAME, TABLES
from fokusbericht.model.report import Report
from fokusbericht.urls import DATEN

PACKAGE = "daten/datapackage.json"
# A workbook is many tables; to those who read the package it is a file to be taken along.
WHOLE_FILE: JsonObject = {"type": "file"}
TYPE_DETAILS: Mapping[ColumnType, JsonObject] = {
    ColumnType.NUMBER: {"decimalChar": ","},
    ColumnType.FLAG: {"trueValues": ["ja"], "falseValues": ["nein"]},
}


def package_json(report: Report, found: Sequence[Dataset], sums: Mapping[str, Checksum]) -> bytes:
    """Return the description of the package."""
    kreis = report.kreis
    here = [one for one in found if one.page == DATEN]
    content: JsonObject = {
        "profile": "data-package",
        "name": f"fokusbericht-{kreis.schluessel}",
        "id": f"{kreis.basis_url}/{PACKAGE}",
        "title": f"{kreis.titel} {kreis.name}",
        "description": f"{kreis.beschreibung} {kreis.hinweis}".strip(),
        "homepage": f"{kreis.basis_url}{DATEN}",
        "version": version_of(report, sums),
        "created": f"{kreis.stichtag.isoformat()}T00:00:00Z",
        "keywords": ["Sozialplanung", "Sozialbericht", kreis.name],
        "contributors": [{"title": kreis.name, "role": "publisher"}],
        "licenses": [_licence(kreis.lizenz_texte)],
        "sources": list(_sources(report)),
        "resources": list(_resources(here, sums)),
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _licence(text: str) -> JsonObject:
    known = licence_of(text)
    said = {"name": known.name, "path": known.url, "title": text}
    return {name: one for name, one in said.items() if one}


def _sources(report: Report) -> Iterator[JsonObject]:
    """Yield where the figures come from, each source once."""
    sources = {(one.quelle.name, one.quelle.url) for one in report.indikatoren.values()}
    for title, path in sorted(sources):
        yield {"title": title, **({"path": path} if path else {})}


def _resources(found: Sequence[Dataset], sums: Mapping[str, Checksum]) -> Iterator[JsonObject]:
    """Yield each file: a table under the name of its data set, other forms with their ending."""
    schemas = {one.url: (one.name, schema_of(one)) for one in TABLES}
    there = {schemas[one.url][0] for each in found for one in each.files if one.url in schemas}
    for dataset in found:
        for offer in dataset.files:
            name, _, ending = offer.url.removeprefix(DATEN).partition(".")
            path = offer.url[1:]
            resource: JsonObject = {
                "name": name if offer.url in schemas else f"{name}-{ending.replace('.', '-')}",
                "path": offer.url.removeprefix(DATEN),
                **(WHOLE_FILE if dataset.name == WHOLE else {}),
                "title": offer.title,
                "format": ending.rpartition(".")[2],
                "mediatype": media_of(offer.url).type,
                "licenses": [_licence(dataset.licence)],
            }
            if path in sums:
                resource |= {"bytes": sums[path].size, "hash": f"sha256:{sums[path].sha256}"}
            if offer.url in schemas:
                resource |= _table(schemas[offer.url][1], there)
            yield resource


def _table(schema: TableSchema, there: set[str]) -> JsonObject:
    fields = [_field(one, one.name in schema.key) for one in schema.columns]
    foreign = [
        {
            "fields": [one.name],
            "reference": {"resource": one.refers, "fields": list(BY_NAME[one.refers].key)},
        }
        for one in schema.columns
        if one.refers in there
    ]
    return {
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n"},
        "schema": {
            "fields": fields,
            "primaryKey": list(schema.key),
            "missingValues": list(schema.missing),
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _field(column: ColumnSchema, is_key: bool) -> JsonObject:
    return {
        "name": column.name,
        "type": column.type.value,
        "description": column.meaning,
        **TYPE_DETAILS.get(column.type, {}),
        **({"constraints": {"required": True}} if is_key else {}),
    }
