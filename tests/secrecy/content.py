"""What the pages of the small secret county say: each kind of page that shows figures."""

from support import SMALL

KEPT = (
    *("content/fokusgruppen/wohnraum.md", "content/gremien/kreistag.md", "content/themen.yml"),
    *("content/seiten/impressum.md", "content/termine/2021-05-07-steuerungsgruppe.md"),
    *("content/aktuelles/2021-07-01-bericht.md", "content/berichte/2021.md"),
    *("content/beschluesse/2021-09-15-leerstand.md",),
)

KREIS = """\
name: Musterkreis
schluessel: "01099"
titel: Fokusbericht
leitsatz: Ein kleiner Kreis zum Prüfen
beschreibung: Zehn Kommunen, in denen fast alles klein ist.
basis_url: https://muster.example
hinweis: Dies ist ein erdachter Kreis.
beispiele: true
stichtag: 2026-11-01
farben: {akzent: "#0a5f73", akzent_dunkel: "#7cc7d3"}
navigation:
  - {titel: Empfehlungen, ziel: /handlungsempfehlungen/}
  - {titel: Kreiskarte, ziel: /sozialbericht/}
fusszeile:
  - {titel: Impressum, ziel: /impressum/}
tueren:
  - {titel: Empfehlungen, ziel: /handlungsempfehlungen/, text: Was vorgeschlagen wird.}
kontakt: {stelle: Musterstelle, strasse: Weg 1, ort: 12345 Musterstadt}
lizenz_texte: CC BY 4.0
startkarte: STARTKARTE
bevoelkerung: bevoelkerung
"""

FIGURES = """\
profil: [bevoelkerung, arbeitslosenquote, hilfe, alter]
aehnlichkeit: [arbeitslosenquote, hilfequote, jugendhilfe, internet]
vergleiche:
  - {waagerecht: arbeitslosenquote, senkrecht: hilfequote, frage: Kommt beides zusammen vor?}
  - {waagerecht: pflegequote, senkrecht: jugendhilfe, frage: Ist beides hoch?}
  - {waagerecht: alter, senkrecht: betreuung, frage: Wie alt sind wenige?}
demographie:
  - titel: Hilfe
    kennzahl: hilfe
    bilder: [{indikatoren: [arbeitslosenquote]}]
    weitere: [hilfequote]
"""

FELD = """\
---
titel: Wohnen
kurz: Wie Menschen wohnen.
geaendert: 2026-01-12
reihenfolge: 1
kennzahlen: [KENNZAHL]
verlauf:
  - {datum: 2020-01-15, was: beginn, stand: beschlossen, text: Der Kreistag legt das Feld fest.}
---

## Zahlen, Daten und Fakten

{{ kennzahl: KENNZAHL }}

## Erkenntnisse aus der Beteiligung

Es fehlt an kleinen Wohnungen.

## Einschätzung der Sozialplanung

Der Kreis kann beraten.
"""

EMPFEHLUNG = """\
---
titel: Leer stehende Wohnungen erfassen
jahr: 2021
art: handlungsempfehlung
kurz: Der Kreis erfasst einmal im Jahr, wo Wohnungen leer stehen.
geaendert: 2026-01-10
fokusgruppen: [wohnraum]
handlungsfelder: [wohnen]
zielgruppen: [familien]
raeume: [raum:nord, kommune:birke]
indikatoren: [INDIKATOREN]
steuerungsrelevanz: hoch
verlauf:
  - {datum: 2021-02, schritt: vorgeschlagen, text: Die Fokusgruppe schlägt die Erfassung vor.}
  - {datum: 2021-09-15, schritt: kreistag, ergebnis: beschlossen, text: Der Kreistag beschließt.,
     beschluss: 2021-09-15-leerstand}
  - {datum: 2024-02, schritt: vorlage, text: Die Verwaltung legt sie noch einmal vor.}
---

## Ausgangslage

In [[kommune:birke|Birke]] stehen Wohnungen leer. Mehr dazu unter [[wohnen]].

EINBETTUNGEN
"""

AUSGABE = """\
---
titel: Fokus 2021
kurz: Wie es wenigen geht.
geaendert: 2026-01-16
jahr: 2021
form: Website
ausgabe:
  untertitel: Das Jahr in kurzer Form
  titelkarte: hilfequote
  saetze:
    - {zahl: hilfequote, bild: anteil}
    - {zahl: arbeitslosenquote, bild: verlauf}
    - {zahl: jugendhilfe}
    - {zahl: hilfe}
  ziele: [2021-01]
  finanzen: {text: Wie viele Hilfe bekommen., kennzahlen: [hilfe, pflegequote], karte: pflegequote}
  netzwerk: {text: Wie alt sie sind., kennzahlen: [alter], verlauf: betreuung}
  methode: {text: Was wenige betrifft, karte: hilfe}
---

## Hilfe

So viele bekommen Hilfe.

{{ karte: hilfequote, 2023 }}

{{ diagramm: arbeitslosenquote }}
"""

EMBEDS = """\
{{ karte: hilfequote, 2023 }}

{{ tabelle: hilfe, 2023 }}

{{ diagramm: arbeitslosenquote }}

{{ kennzahl: jugendhilfe }}
"""


def pages(
    startkarte: str, kennzahl: str, indikatoren: str, embeds: str = "", figures: str = ""
) -> dict[str, str]:
    """Return the pages that show figures of some indicators."""
    empfehlung = EMPFEHLUNG.replace("INDIKATOREN", indikatoren).replace("EINBETTUNGEN", embeds)
    return {
        "content/kreis.yml": KREIS.replace("STARTKARTE", startkarte) + figures,
        "content/handlungsfelder/wohnen.md": FELD.replace("KENNZAHL", kennzahl),
        "content/handlungsempfehlungen/2021-01-leerstand.md": empfehlung,
        **({"content/berichte/2021.md": AUSGABE} if figures else {}),
    }


GLOSSARY = "kreis: {begriff: Kreis, erklaerung: Zehn Kommunen.}\n"

CONTENT = (
    {name: (SMALL / name).read_text(encoding="utf-8") for name in KEPT}
    | pages("bevoelkerung", "bevoelkerung", "bevoelkerung")
    | {"content/glossar.yml": GLOSSARY}
)
