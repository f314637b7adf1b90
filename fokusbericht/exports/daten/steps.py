"""What became of a recommendation, as JSON: steps, decisions, grading, costs."""

from fokusbericht.exports.daten import kin
from fokusbericht.exports.daten.columns import VORLAGE_URL
from fokusbericht.exports.daten.fields import (
    ADDRESS,
    FLAG,
    MAYBE_TEXT,
    TEXT,
    Field,
    Json,
    choice,
    day,
    list_of,
    maybe,
    maybe_address,
    maybe_text,
    object_of,
    record,
    ref_to,
    text,
)
from fokusbericht.exports.daten.plain import permalink, resolved
from fokusbericht.exports.daten.votes import vote_field
from fokusbericht.model.lives import Verlaufsschritt
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.recommendations import Einschaetzung, Finanzen, Kriterium
from fokusbericht.model.report import Report
from fokusbericht.words.names import ERGEBNISSE, SCHRITTE, STAENDE, STUFEN, name_of_body

MARKDOWN = (
    "in Markdown; Links auf andere Seiten des Berichts sind durch deren Namen ersetzt, Karten und "
    "Diagramme durch ihre Titel in eckigen Klammern"
)

DECISION: tuple[Field[Beschluss], ...] = (
    text("id", kin.ID, lambda one: one.key.name),
    Field("adresse", "Adresse der Seite", ADDRESS, lambda report, one: permalink(report, one.key)),
    Field("beispiel", "ob der Beschluss erdacht ist", FLAG, lambda _, one: one.beispiel),
    text("titel", "Überschrift", lambda one: one.titel),
    day("datum", "Datum", lambda one: one.datum),
    Field("gremium", "wer entschieden hat", TEXT, name_of_body),
    Field(
        "ergebnis", "wie entschieden wurde", choice(ERGEBNISSE), lambda _, one: one.ergebnis.value
    ),
    vote_field(lambda _, one: one.abstimmung),
    maybe_text("vorlage", "Nummer der Vorlage; null: nicht bekannt", lambda one: one.vorlage),
    maybe_address("vorlage_url", VORLAGE_URL, lambda one: one.vorlage_url),
    maybe_address(
        "url",
        "Adresse des Beschlusses im Kreistagsinformationssystem",
        lambda one: one.url,
    ),
    text("kurz", "ein oder zwei Sätze", lambda one: one.kurz),
    Field(
        "text",
        f"Text der Seite {MARKDOWN}",
        MAYBE_TEXT,
        lambda report, one: resolved(report, one.body) or None,
    ),
    Field(
        "quellen",
        "woher das bekannt ist",
        list_of(ref_to("quelle")),
        lambda report, one: kin.sources(report, one.quellen),
    ),
)

STEP: tuple[Field[Verlaufsschritt], ...] = (
    day("datum", "Datum", lambda one: one.datum),
    Field(
        "schritt", "was für ein Schritt es ist", choice(SCHRITTE), lambda _, one: one.schritt.value
    ),
    Field(
        "ergebnis",
        "wie ein Gremium entschieden hat; null, wo keines entschieden hat",
        maybe(choice(ERGEBNISSE)),
        lambda _, one: one.ergebnis.value if one.ergebnis else None,
    ),
    Field(
        "stand",
        "Stand der Empfehlung nach diesem Schritt; null, wo er sich nicht ändert",
        maybe(choice(STAENDE)),
        lambda _, one: stand.value if (stand := one.stand()) else None,
    ),
    Field(
        "gremium",
        "wer beraten oder entschieden hat",
        MAYBE_TEXT,
        lambda report, one: name_of_body(report, one) or None,
    ),
    vote_field(lambda report, one: report.vote_at(one)),
    maybe_text("vorlage", "Nummer der Vorlage", lambda one: one.vorlage),
    maybe_address("vorlage_url", VORLAGE_URL, lambda one: one.vorlage_url),
    text("text", "was geschah, höchstens drei Sätze", lambda one: one.text),
    Field(
        "beschluss",
        "der Beschluss, wo es eine Seite dazu gibt",
        maybe(ref_to("beschluss")),
        lambda report, one: _decision(report, one),
    ),
)


def _decision(report: Report, step: Verlaufsschritt) -> Json:
    if step.beschluss is None:
        return None
    return record(report, DECISION, report.beschluesse[step.beschluss.key.name])


CRITERION: tuple[Field[Kriterium], ...] = (
    text("name", "Name des Kriteriums", lambda one: one.name),
    Field(
        "stufe",
        "Einstufung nach diesem Kriterium",
        choice(STUFEN),
        lambda _, one: one.stufe.value,
    ),
    maybe_text("grund", "warum", lambda one: one.grund),
)

GRADING: tuple[Field[Einschaetzung], ...] = (
    day("datum", "Datum", lambda one: one.datum),
    text("begruendung", "warum so eingeschätzt wurde", lambda one: one.begruendung),
    Field(
        "kriterien",
        "Einstufung nach einzelnen Kriterien",
        list_of(object_of(CRITERION, "ein Kriterium")),
        lambda report, one: [record(report, CRITERION, each) for each in one.kriterien],
    ),
    maybe_text("antwort", "Antwort an die Gruppe, die vorschlug", lambda one: one.antwort),
)

COSTS: tuple[Field[Finanzen], ...] = (
    maybe_text("kosten", "was es kostet", lambda one: one.kosten),
    maybe_text("moeglichkeiten", "wie es bezahlt werden könnte", lambda one: one.moeglichkeiten),
)
