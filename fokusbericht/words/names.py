"""What the enums of the model are called in front of readers."""

from fokusbericht.model.base import Kind
from fokusbericht.model.lives import Ergebnis, Schritt, Stand, Verlaufsschritt
from fokusbericht.model.planning import Beschluss, Gruppenart, Terminart, Verbindlichkeit
from fokusbericht.model.recommendations import Art, Stufe
from fokusbericht.model.report import Report

# The kinds of things, where links are grouped by kind.
KINDS_PLURAL = {
    Kind.HANDLUNGSFELD: "Handlungsfelder",
    Kind.EMPFEHLUNG: "Empfehlungen",
    Kind.SEITE: "Grundlagen",
    Kind.FOKUSGRUPPE: "Fokusgruppen",
    Kind.INDIKATOR: "Zahlen",
    Kind.RAUM: "Betrachtungsräume",
    Kind.KOMMUNE: "Kommunen",
    Kind.GREMIUM: "Gremien",
    Kind.BESCHLUSS: "Beschlüsse",
    Kind.TERMIN: "Termine",
    Kind.BERICHT: "Berichte",
    Kind.AKTUELLES: "Aktuelles",
    Kind.BEGRIFF: "Glossar",
    Kind.THEMA: "Themen",
    Kind.ZIELGRUPPE: "Zielgruppen",
    Kind.LEICHT: "Leichte Sprache",
    Kind.ANREGUNG: "Anregungen",
    Kind.SPEICHERTHEMA: "Themenspeicher",
    Kind.QUERSCHNITT: "Querschnittsthemen",
}

ARTEN = {
    Art.HANDLUNGSEMPFEHLUNG: "Handlungsempfehlung",
    Art.ZIELVORSCHLAG: "Zielvorschlag",
}
ARTEN_PLURAL = {
    Art.HANDLUNGSEMPFEHLUNG: "Handlungsempfehlungen",
    Art.ZIELVORSCHLAG: "Zielvorschläge",
}

# The official wording of the grades.
STUFEN = {
    Stufe.HOCH: "in hohem Maße steuerungsrelevant",
    Stufe.MITTEL: "steuerungsrelevant",
    Stufe.GERING: "weniger steuerungsrelevant",
}
OHNE_STUFE = "noch nicht eingestuft"
STUFEN_KURZ = {Stufe.HOCH: "hoch", Stufe.MITTEL: "mittel", Stufe.GERING: "gering"}

STAENDE = {
    Stand.VORGESCHLAGEN: "vorgeschlagen",
    Stand.EINGESCHAETZT: "eingeschätzt",
    Stand.IN_BERATUNG: "in Beratung",
    Stand.VERTAGT: "vertagt",
    Stand.UNGEKLAERT: "Ergebnis nicht geklärt",
    Stand.BESCHLOSSEN: "beschlossen",
    Stand.ABGELEHNT: "abgelehnt",
    Stand.IN_UMSETZUNG: "in Umsetzung",
    Stand.AUSGESETZT: "ausgesetzt",
    Stand.UMGESETZT: "umgesetzt",
    Stand.EINGESTELLT: "eingestellt",
    Stand.AUFGEHOBEN: "aufgehoben",
}

SCHRITTE = {
    Schritt.VORGESCHLAGEN: "Vorgeschlagen",
    Schritt.EINGESCHAETZT: "Eingeschätzt",
    Schritt.VORLAGE: "Vorlage der Verwaltung",
    Schritt.AUSSCHUSS: "Ausschuss",
    Schritt.KREISTAG: "Kreistag",
    Schritt.IN_UMSETZUNG: "In Umsetzung",
    Schritt.UMGESETZT: "Umgesetzt",
    Schritt.EINGESTELLT: "Eingestellt",
    Schritt.AUFTRAG: "Auftrag",
    Schritt.BERICHT: "Nachricht",
    Schritt.AUSGESETZT: "Ausgesetzt",
    Schritt.AUFGEHOBEN: "Aufgehoben",
}

ERGEBNISSE = {
    Ergebnis.BESCHLOSSEN: "beschlossen",
    Ergebnis.ABGELEHNT: "abgelehnt",
    Ergebnis.VERTAGT: "vertagt",
    Ergebnis.EMPFOHLEN: "empfohlen",
    Ergebnis.AUSGESETZT: "ausgesetzt",
    Ergebnis.UNGEKLAERT: "Ergebnis nicht geklärt",
}

VERBINDLICHKEITEN = {
    Verbindlichkeit.BESCHLOSSEN: "Beschlossen",
    Verbindlichkeit.VORGESCHLAGEN: "Vorgeschlagen",
    Verbindlichkeit.BERICHTET: "So im Bericht",
}
VERBINDLICHKEITEN_KURZ = {
    Verbindlichkeit.BESCHLOSSEN: "beschlossen",
    Verbindlichkeit.VORGESCHLAGEN: "nur vorgeschlagen",
    Verbindlichkeit.BERICHTET: "ohne bekannten Beschluss",
}

GRUPPENARTEN = {
    Gruppenart.FOKUSGRUPPE: "Fokusgruppe",
    Gruppenart.ARBEITSSTRUKTUR: "Ergänzende Arbeitsstruktur",
    Gruppenart.STEUERUNGSGRUPPE: "Steuerungsgruppe",
    Gruppenart.PLANUNGSGRUPPE: "Planungsgruppe",
}
GRUPPENARTEN_PLURAL = {
    Gruppenart.FOKUSGRUPPE: "Fokusgruppen",
    Gruppenart.ARBEITSSTRUKTUR: "Ergänzende Arbeitsstrukturen",
    Gruppenart.STEUERUNGSGRUPPE: "Steuerungsgruppe",
    Gruppenart.PLANUNGSGRUPPE: "Planungsgruppe",
}

TERMINARTEN = {
    Terminart.SITZUNG: "Sitzung",
    Terminart.WORKSHOP: "Workshop",
    Terminart.KONFERENZ: "Konferenz",
    Terminart.FACHTAG: "Fachtag",
}


def name_of_body(report: Report, one: Verlaufsschritt | Beschluss) -> str:
    """Return the name of the body that consulted or decided; nothing if it is not told."""
    return report.titles[one.gremium.key] if one.gremium else ""


def name_of_step(report: Report, step: Verlaufsschritt) -> str:
    """Return what a step is called: "Sozialausschuss: empfohlen", "In Umsetzung"."""
    is_in_body = step.schritt in (Schritt.AUSSCHUSS, Schritt.KREISTAG)
    title = (name_of_body(report, step) if is_in_body else "") or SCHRITTE[step.schritt]
    return f"{title}: {ERGEBNISSE[step.ergebnis]}" if step.ergebnis else title


KIND_NAMES = {
    Kind.HANDLUNGSFELD: "Handlungsfeld",
    Kind.EMPFEHLUNG: "Empfehlung",
    Kind.SEITE: "Grundlagen",
    Kind.FOKUSGRUPPE: "Fokusgruppe",
    Kind.INDIKATOR: "Indikator",
    Kind.RAUM: "Betrachtungsraum",
    Kind.KOMMUNE: "Kommune",
    Kind.BESCHLUSS: "Beschluss",
    Kind.GREMIUM: "Gremium",
    Kind.TERMIN: "Termin",
    Kind.BERICHT: "Bericht",
    Kind.AKTUELLES: "Aktuelles",
    Kind.BEGRIFF: "Glossar",
    Kind.LEICHT: "Leichte Sprache",
    Kind.ANREGUNG: "Anregung",
    Kind.SPEICHERTHEMA: "Themenspeicher",
    Kind.QUERSCHNITT: "Querschnittsthema",
}
