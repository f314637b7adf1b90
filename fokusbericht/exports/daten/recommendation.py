"""A recommendation as JSON, with all that belongs to it."""

from collections.abc import Sequence
from typing import TypeVar

from fokusbericht.exports.daten import kin, steps
from fokusbericht.exports.daten.fields import (
    ADDRESS,
    DAY,
    FLAG,
    MAYBE_NUMBER,
    MAYBE_TEXT,
    NUMBER,
    Field,
    Json,
    choice,
    day,
    list_of,
    maybe,
    maybe_text,
    object_of,
    record,
    ref_to,
    text,
)
from fokusbericht.exports.daten.plain import permalink, resolved
from fokusbericht.exports.daten.ties import silence
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.text.references import successors
from fokusbericht.words.names import ARTEN, STAENDE, STUFEN

T = TypeVar("T")
REFERENCES = list_of(ref_to("verweis"))


def _maybe(report: Report, fields: Sequence[Field[T]], item: T | None) -> Json:
    return None if item is None else record(report, fields, item)


WHAT: tuple[Field[Handlungsempfehlung], ...] = (
    text("id", "Jahr und Nummer; sie bleiben", lambda one: one.key.name),
    Field("adresse", "Adresse der Seite", ADDRESS, lambda report, one: permalink(report, one.key)),
    Field(
        "beispiel",
        "ob die Empfehlung erdacht ist und nur zeigt, wie die Seite gemeint ist",
        FLAG,
        lambda _, one: one.beispiel,
    ),
    text("titel", "Überschrift", lambda one: one.titel),
    Field("art", "was vorgeschlagen wird", choice(ARTEN), lambda _, one: one.art.value),
    Field("jahr", "Jahr der Empfehlung", NUMBER, lambda _, one: one.jahr),
    text("kurz", "ein oder zwei Sätze", lambda one: one.kurz),
    Field(
        "text",
        f"Text der Seite {steps.MARKDOWN}",
        MAYBE_TEXT,
        lambda report, one: resolved(report, one.body) or None,
    ),
    Field(
        "geaendert",
        "Tag der letzten Änderung",
        DAY,
        lambda _, one: one.geaendert.isoformat(),
    ),
)

STATE: tuple[Field[Handlungsempfehlung], ...] = (
    Field(
        "stand",
        "Stand nach dem letzten Schritt",
        choice(STAENDE),
        lambda _, one: one.stand().value,
    ),
    day("letzte_nachricht", "Datum des letzten Schritts", lambda one: one.verlauf[-1].datum),
    Field(
        "monate_ohne_nachricht",
        "volle Monate vom letzten Schritt bis zum Stichtag; null, wenn die Empfehlung umgesetzt, "
        "abgelehnt oder eingestellt ist",
        MAYBE_NUMBER,
        silence,
    ),
    Field(
        "steuerungsrelevanz",
        "wie weit der Kreis es steuern kann; null: nicht eingestuft",
        maybe(choice(STUFEN)),
        lambda _, one: one.steuerungsrelevanz.value if one.steuerungsrelevanz else None,
    ),
    Field(
        "einschaetzung",
        "wie die Steuerungsgruppe das begründet",
        maybe(object_of(steps.GRADING, "eine Einschätzung")),
        lambda report, one: _maybe(report, steps.GRADING, one.einschaetzung),
    ),
    Field(
        "finanzen",
        "Kosten und Wege der Finanzierung",
        maybe(object_of(steps.COSTS, "Kosten und Finanzierung")),
        lambda report, one: _maybe(report, steps.COSTS, one.finanzen),
    ),
    maybe_text("haltung_kommunen", "was die Kommunen sagen", lambda one: one.haltung_text),
    maybe_text("zustaendig", "zuständiges Amt oder Gremium", lambda one: one.zustaendig),
    Field(
        "verlauf",
        "die Schritte, der früheste zuerst",
        {**list_of(ref_to("schritt")), "minItems": 1},
        lambda report, one: [record(report, steps.STEP, step) for step in one.verlauf],
    ),
)

BELONGS: tuple[Field[Handlungsempfehlung], ...] = (
    Field(
        "handlungsfelder",
        "Handlungsfelder von heute",
        REFERENCES,
        lambda report, one: kin.refs(report, one.handlungsfelder),
    ),
    Field(
        "fokusgruppen",
        "Gruppen, die sie vorgeschlagen haben",
        REFERENCES,
        lambda report, one: kin.refs(report, one.fokusgruppen),
    ),
    Field(
        "zielgruppen",
        "für wen",
        REFERENCES,
        lambda report, one: kin.refs(report, one.zielgruppen),
    ),
    Field(
        "raeume",
        "wo",
        list_of(ref_to("raum")),
        lambda report, one: kin.areas(report, one.raeume),
    ),
    Field(
        "indikatoren",
        "Zahlen, die dazugehören",
        REFERENCES,
        lambda report, one: kin.refs(report, one.indikatoren),
    ),
    Field(
        "vorgaenger",
        "frühere Empfehlungen, die sie fortführt",
        REFERENCES,
        lambda report, one: kin.refs(report, one.vorgaenger),
    ),
    Field(
        "nachfolger",
        "spätere Empfehlungen, die sie fortführen",
        REFERENCES,
        lambda report, one: kin.keys(report, successors(report).get(one.key, ())),
    ),
    Field(
        "quellen",
        "woher das bekannt ist",
        list_of(ref_to("quelle")),
        lambda report, one: kin.sources(report, one.quellen),
    ),
)

RECOMMENDATION = (*WHAT, *STATE, *BELONGS)
