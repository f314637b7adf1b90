"""/api/v1/openapi.json: what there is below /api/v1/, and what each file holds (OpenAPI 3.1)."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from fokusbericht.exports.api import lists
from fokusbericht.exports.daten import document
from fokusbericht.exports.daten.fields import Json, Schema, object_of
from fokusbericht.model.figures import Richtung, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.urls import API

URL = f"{API}openapi.json"
TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}


class Operation(NamedTuple):
    """A file, or a kind of them: its path, what it is called, its schema, what stands in braces."""

    path: str
    name: str
    title: str
    schema: str
    parameter: str = ""


OPERATIONS = (
    Operation("index.json", "verzeichnis", "Was es hier gibt", "verzeichnis"),
    Operation("indikatoren.json", "indikatoren", "Alle Zahlen", "indikatoren"),
    Operation("indikatoren/{id}.json", "indikator", "Eine Zahl mit allen Werten", "werte", "id"),
    Operation("kommunen.json", "kommunen", "Alle Kommunen", "kommunen"),
    Operation("kommunen/{id}.json", "kommune", "Die neuesten Werte eines Ortes", "ort", "id"),
    Operation("empfehlungen.json", "empfehlungen", "Alle Empfehlungen", "empfehlungen"),
    Operation("empfehlungen/{id}.json", "empfehlung", "Eine Empfehlung", "empfehlung", "id"),
)


def openapi(report: Report) -> Mapping[str, Json]:
    """Return the description."""
    kreis = report.kreis
    told: Mapping[str, Json] = {
        "openapi": "3.1.0",
        "info": {
            "title": f"{kreis.titel} {kreis.name}",
            "version": "1",
            "summary": "Alle Zahlen, Orte und Empfehlungen als JSON",
            "description": f"{kreis.beschreibung} {kreis.hinweis}".strip(),
            "license": {"name": kreis.lizenz_texte},
            "contact": {"name": kreis.kontakt.stelle, "url": f"{kreis.basis_url}/daten/api/"},
        },
        "servers": [{"url": f"{kreis.basis_url}{API.rstrip('/')}"}],
        "paths": {f"/{one.path}": {"get": _get(one)} for one in OPERATIONS},
        "components": {"schemas": schemas(report)},
    }
    return told


def _get(one: Operation) -> Json:
    content: Json = {"application/json": {"schema": {"$ref": _component(one.schema)}}}
    parameter: Json = {"name": one.parameter, "in": "path", "required": True, "schema": TEXT}
    return {
        "operationId": one.name,
        "summary": one.title,
        "parameters": [parameter] if one.parameter else [],
        "responses": {
            "200": {"description": one.title, "content": content},
            "404": {"description": "Das gibt es nicht"},
        },
    }


def _component(name: str) -> str:
    return f"#/components/schemas/{name}"


def schemas(report: Report) -> dict[str, Json]:
    """Return what the files hold, by name; those of recommendations are those of /daten/."""
    shared = document.schema(report)["$defs"]
    found: dict[str, Json] = {
        "verzeichnis": INDEX,
        "indikatoren": lists.list_schema("zahl"),
        "zahl": object_of(lists.INDICATOR, "eine Zahl"),
        "werte": VALUES,
        "kommunen": lists.list_schema("kommune"),
        "kommune": object_of(lists.PLACE, "eine Kommune"),
        "ort": object_of(lists.PLACE_IN_FULL, "eine Kommune mit ihren neuesten Werten"),
        "neuester_wert": object_of(lists.NEWEST, "der neueste Wert einer Zahl"),
        "empfehlungen": lists.list_schema("empfehlung_kurz"),
        "empfehlung_kurz": object_of(lists.RECOMMENDATION, "eine Empfehlung in Kürze"),
        **(shared if isinstance(shared, Mapping) else {}),
    }
    told: dict[str, Json] = json.loads(json.dumps(found).replace('"#/$defs/', '"' + _component("")))
    return told


INDEX: Schema = {
    "type": "object",
    "properties": {
        **lists.HEAD_SCHEMA,
        "beschreibung": {"type": "string", "format": "uri"},
        "adressen": {"type": "object", "additionalProperties": TEXT},
        "tabellen": {"type": "object", "additionalProperties": TEXT},
    },
    "required": [*lists.HEAD_SCHEMA, "beschreibung", "adressen", "tabellen"],
    "additionalProperties": False,
}
YEAR: Schema = {"type": "integer"}
VALUES: Schema = {
    "type": "object",
    "description": "eine Zahl mit ihrer Bedeutung und allen Werten",
    "properties": {
        **dict.fromkeys(
            ("schluessel", "titel", "kurz", "einheit", "ebene", "zaehler", "nenner"), TEXT
        ),
        **dict.fromkeys(("methode", "hinweis", "stichtag", "stand", "geaendert"), MAYBE_TEXT),
        "art": {"enum": [one.value for one in Zahlart]},
        "richtung": {"enum": [one.value for one in Richtung]},
        "dezimalstellen": {"type": "integer"},
        "quelle": {"type": "object", "additionalProperties": TEXT},
        "brueche": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"jahr": YEAR, "grund": TEXT},
                "required": ["jahr", "grund"],
            },
        },
        "beispiel": {"type": "boolean"},
        "herausgeber": TEXT,
        "adresse": {"type": "string", "format": "uri"},
        "raeume": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "properties": {"name": TEXT, "ebene": TEXT},
                "required": ["name", "ebene"],
            },
        },
        "werte": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "ebene": TEXT,
                    "raum": TEXT,
                    "name": TEXT,
                    "jahr": YEAR,
                    "wert": {"type": ["number", "null"]},
                    "fehlt": TEXT,
                },
                "required": ["ebene", "raum", "name", "jahr", "wert"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["schluessel", "titel", "einheit", "quelle", "raeume", "werte"],
    "additionalProperties": False,
}
