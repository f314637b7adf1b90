"""What the interface tells: short lists with the address of more, a place with its newest values.

The same declarations make the data and the schemas of openapi.json. What is there as a whole table
already stands only below /daten/; the index says where.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fokusbericht.exports.daten.fields import (
    ADDRESS,
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    Field,
    Json,
    Schema,
    list_of,
    record,
    ref_to,
    text,
)
from fokusbericht.exports.daten.indikator_json import FORM, MISSING
from fokusbericht.exports.daten.plain import permalink
from fokusbericht.model.base import Key
from fokusbericht.model.figures import Fehlgrund, Indikator
from fokusbericht.model.places import Kommune
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import messungen
from fokusbericht.urls import API

VALUE: Schema = {"type": ["number", "null"]}


@dataclass(frozen=True, slots=True)
class NewestValue:
    """The newest value of a place: its own, or where there is only that, its Amt's."""

    indikator: Indikator
    area: str
    year: int
    value: float | None
    missing: Fehlgrund | None


def of_indicator(key: Key) -> str:
    """Return where an indicator is told in full."""
    return FORM.url(key)


def of_place(key: Key) -> str:
    """Return where the newest values of a Kommune are."""
    return f"{API}kommunen/{key.name}.json"


def of_recommendation(key: Key) -> str:
    """Return where a recommendation is told in full."""
    return f"{API}empfehlungen/{key.name}.json"


def _whole(report: Report, address: str) -> str:
    return report.kreis.basis_url + address


INDICATOR: tuple[Field[Indikator], ...] = (
    text("id", "Kennung; sie bleibt", lambda one: one.key.name),
    text("titel", "wie die Zahl heißt", lambda one: one.titel),
    text("kurz", "was sie sagt, in einem Satz", lambda one: one.kurz),
    text("einheit", "Einheit der Werte", lambda one: one.einheit),
    Field("thema", "ihr Thema", TEXT, lambda report, one: report.titles[one.thema.key]),
    text("ebene", "kommune, amt oder kreis: die kleinste mit Werten", lambda one: one.ebene.value),
    text("lizenz", "unter welcher Lizenz die Werte stehen", lambda one: one.quelle.lizenz),
    Field("geaendert", "zuletzt geändert", DAY, lambda _, one: one.geaendert.isoformat()),
    Field("beispiel", "ob sie erdacht ist", FLAG, lambda _, one: one.beispiel),
    Field("adresse", "Adresse der Seite", ADDRESS, lambda report, one: permalink(report, one.key)),
    Field(
        "daten",
        "Adresse aller Werte",
        ADDRESS,
        lambda report, one: _whole(report, of_indicator(one.key)),
    ),
)

PLACE: tuple[Field[Kommune], ...] = (
    text("id", "Kennung; sie bleibt", lambda one: one.key.name),
    text("ags", "amtlicher Gemeindeschlüssel", lambda one: one.ags),
    text("name", "Name", lambda one: one.name),
    text("art", "Stadt oder Gemeinde", lambda one: one.art),
    text("amt", "Amt; leer: keines", lambda one: one.amt),
    text("raum", "Kennung des Betrachtungsraums", lambda one: one.raum),
    Field("adresse", "Adresse der Seite", ADDRESS, lambda report, one: permalink(report, one.key)),
    Field(
        "daten",
        "Adresse der neuesten Werte",
        ADDRESS,
        lambda report, one: _whole(report, of_place(one.key)),
    ),
)

RECOMMENDATION: tuple[Field[Handlungsempfehlung], ...] = (
    text("id", "Kennung; sie bleibt", lambda one: one.key.name),
    text("titel", "Überschrift", lambda one: one.titel),
    Field("jahr", "Jahr der Empfehlung", NUMBER, lambda _, one: one.jahr),
    text("stand", "Stand nach dem letzten Schritt", lambda one: one.stand().value),
    Field("geaendert", "zuletzt geändert", DAY, lambda _, one: one.geaendert.isoformat()),
    Field("beispiel", "ob sie erdacht ist", FLAG, lambda _, one: one.beispiel),
    Field("adresse", "Adresse der Seite", ADDRESS, lambda report, one: permalink(report, one.key)),
    Field(
        "daten",
        "Adresse der ganzen Empfehlung",
        ADDRESS,
        lambda report, one: _whole(report, of_recommendation(one.key)),
    ),
)

NEWEST: tuple[Field[NewestValue], ...] = (
    text("indikator", "Kennung der Zahl", lambda one: one.indikator.key.name),
    text("titel", "wie die Zahl heißt", lambda one: one.indikator.titel),
    text("einheit", "Einheit", lambda one: one.indikator.einheit),
    text("raum", "für wen der Wert gilt: die Kommune selbst oder ihr Amt", lambda one: one.area),
    Field("jahr", "Jahr", NUMBER, lambda _, one: one.year),
    Field("wert", "der Wert; null: es gibt keinen", VALUE, lambda _, one: _rounded(one.value)),
    text("fehlt", "warum es keinen gibt; sonst leer", lambda one: _reason(one)),
)

PLACE_IN_FULL: tuple[Field[Kommune], ...] = (
    *PLACE,
    Field(
        "werte",
        "die neuesten Werte nach Thema",
        list_of(ref_to("neuester_wert")),
        lambda report, one: [record(report, NEWEST, value) for value in newest(report, one.ags)],
    ),
)


def newest(report: Report, ags: str) -> Iterator[NewestValue]:
    """Yield the newest value of each figure that a Kommune, or its Amt, has; no examples."""
    for messung in messungen(report).values():
        area = messung.area_of(ags)
        if messung.indikator.beispiel or not messung.has_map or not messung.series(area):
            continue
        year, figure = messung.latest(area)
        yield NewestValue(messung.indikator, area, year, figure.value, figure.missing)


def _rounded(value: float | None) -> Json:
    return None if value is None else round(value, 6)  # type: ignore[return-value]


def _reason(one: NewestValue) -> str:
    return "" if one.value is not None else MISSING[one.missing or Fehlgrund.UNBEKANNT]


def list_schema(of: str) -> Schema:
    """Return the schema of a list with its head."""
    return {
        "type": "object",
        "properties": {**HEAD_SCHEMA, "eintraege": list_of(ref_to(of))},
        "required": [*HEAD_SCHEMA, "eintraege"],
        "additionalProperties": False,
    }


HEAD_SCHEMA: Mapping[str, Schema] = {
    "titel": {**TEXT, "description": "was die Liste enthält"},
    "herausgeber": {**TEXT, "description": "über wen sie ist"},
    "lizenz": {**TEXT, "description": "unter welcher Lizenz"},
    "hinweis": {**TEXT, "description": "was zu beachten ist; leer: nichts"},
}


def listed(report: Report, title: str, licence: str, rows: Sequence[Json]) -> Mapping[str, Json]:
    """Return a list with its head."""
    kreis = report.kreis
    return {
        "titel": title,
        "herausgeber": kreis.name,
        "lizenz": licence,
        "hinweis": kreis.hinweis,
        "eintraege": rows,
    }
