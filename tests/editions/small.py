"""The small county with an edition that can be read as a short report."""

from support import replaced

REPORT = "content/berichte/2021.md"
CHOICE = """ausgabe:
  untertitel: Das Jahr im Musterkreis
  titelkarte: leerstand
  saetze:
    - {zahl: leerstand, bild: anteil}
    - {zahl: leerstand}
    - {zahl: miete}
  ziele: [2021-01]
  beschluesse: [2021-09-15-leerstand]
  finanzen: {text: Der Kreis gibt für Wohnungen wenig Geld aus.}
  fruehere: [2021-01]
  netzwerk: {text: Acht Menschen wirken mit., tiefer: [verfahren]}
  methode: {text: "Alle Zahlen sind erdacht.", karte: leerstand}
geaendert: 2026-01-16"""


def with_edition() -> dict[str, str]:
    """Return the report of the small county with a choice of its content."""
    return replaced(REPORT, "geaendert: 2026-01-16", CHOICE)
