"""/daten/handlungsempfehlungen.json and its JSON Schema: all recommendations, whole.

    {"$schema": "https://…/daten/handlungsempfehlungen.schema.json", "titel": "…", …,
     "handlungsempfehlungen": [{"id": "2022-01", …, "verlauf": [{"datum": "2022", …}]}]}

The same declarations make the data and its schema, so that neither can say more than the other.
"""

from fokusbericht.building.output import Offer
from fokusbericht.exports.daten import kin, steps
from fokusbericht.exports.daten.columns import by_key
from fokusbericht.exports.daten.fields import (
    ADDRESS,
    DAY,
    TEXT,
    Field,
    Json,
    Schema,
    list_of,
    maybe_text,
    object_of,
    record,
    ref_to,
    text,
)
from fokusbericht.exports.daten.recommendation import RECOMMENDATION
from fokusbericht.exports.daten.votes import VOTE
from fokusbericht.model.report import Report

URL = "/daten/handlungsempfehlungen.json"
SCHEMA_URL = "/daten/handlungsempfehlungen.schema.json"
OFFER = Offer(
    URL,
    "empfehlungen",
    "Empfehlungen mit allen Texten",
    "JSON: jede Empfehlung mit Text, Einschätzung, Schritten und Beschlüssen",
)
SCHEMA_OFFER = Offer(
    SCHEMA_URL,
    "empfehlungen",
    "Beschreibung der JSON-Datei",
    "JSON Schema: was jedes Feld bedeutet",
)
DIALECT = "https://json-schema.org/draft/2020-12/schema"

DOCUMENT: tuple[Field[Report], ...] = (
    Field("$schema", "Adresse dieser Beschreibung", ADDRESS, lambda report, _: _address(report)),
    Field("titel", "was die Datei enthält", TEXT, lambda report, _: title_of(report)),
    text("herausgeber", "wer sie herausgibt", lambda report: report.kreis.name),
    text("lizenz", "unter welcher Lizenz die Texte stehen", lambda one: one.kreis.lizenz_texte),
    maybe_text("hinweis", "was vor dem Gebrauch zu wissen ist", lambda one: one.kreis.hinweis),
    text("adresse", "Adresse des Berichts", lambda one: one.kreis.basis_url),
    Field(
        "stichtag",
        "Tag, bis zu dem die Monate ohne Nachricht gezählt sind",
        DAY,
        lambda report, _: report.kreis.stichtag.isoformat(),
    ),
    Field(
        "handlungsempfehlungen",
        "alle Empfehlungen nach Jahr und Nummer",
        list_of(ref_to("empfehlung")),
        lambda report, _: [
            record(report, RECOMMENDATION, one) for one in by_key(report.empfehlungen.values())
        ],
    ),
)


def title_of(report: Report) -> str:
    """Return the title of the file."""
    return f"{report.kreis.titel} {report.kreis.name}: Handlungsempfehlungen"


def _address(report: Report) -> str:
    return report.kreis.basis_url + SCHEMA_URL


def document(report: Report) -> Json:
    """Return all recommendations as JSON."""
    return record(report, DOCUMENT, report)


def schema(report: Report) -> Schema:
    """Return the JSON Schema of `document`."""
    return {
        "$schema": DIALECT,
        "$id": _address(report),
        "title": title_of(report),
        **object_of(DOCUMENT, "alle Empfehlungen mit ihren Schritten und Beschlüssen"),
        "$defs": {
            "empfehlung": object_of(RECOMMENDATION, "eine Empfehlung"),
            "schritt": object_of(steps.STEP, "ein Schritt im Weg einer Empfehlung"),
            "abstimmung": object_of(VOTE, "wie ein Gremium abgestimmt hat"),
            "beschluss": object_of(steps.DECISION, "ein Beschluss"),
            "verweis": object_of(kin.REFERENCE, "ein Verweis auf eine Seite des Berichts"),
            "raum": object_of(kin.AREA, "der Kreis, ein Betrachtungsraum oder eine Kommune"),
            "quelle": object_of(kin.SOURCE, "woher eine Angabe stammt"),
        },
    }
