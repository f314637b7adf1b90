"""One module a page kind: a view (plain data) for a template. One line a kind."""

from fokusbericht.later import later

PAGES = later(
    "fokusbericht",
    (
        "pages.start.start",
        "pages.texte.fehler",
        "pages.empfehlungen.empfehlungen",
        "pages.empfehlungen.einstufungen",
        "pages.empfehlungen.empfehlung",
        "pages.empfehlungen.beschlussvorlage",
        "pages.planung.umsetzung",
        "pages.planung.handlungsfelder",
        "pages.planung.handlungsfeld",
        "pages.planung.fokusgruppen",
        "pages.planung.fokusgruppe",
        "pages.planung.gremien",
        "pages.planung.gremium",
        "pages.planung.beschluesse",
        "pages.planung.beschluss",
        "pages.planung.termine",
        "pages.planung.termin",
        "pages.texte.aktuelles",
        "pages.texte.meldung",
        "pages.planung.berichte",
        "pages.planung.bericht",
        "pages.sozialbericht.sozialbericht",
        "pages.sozialbericht.kreisdaten",
        "pages.sozialbericht.indikator",
        "pages.sozialbericht.einbetten",
        "pages.sozialbericht.vergleich",
        "pages.sozialbericht.vergleichspaar",
        "pages.orte.raeume",
        "pages.orte.raum",
        "pages.orte.kommunen",
        "pages.orte.kommune",
        "pages.sozialbericht.demographie",
        "pages.texte.grundlagen",
        "pages.orte.gravitation",
        "pages.texte.seite",
        "pages.texte.leichte_sprache",
        "pages.texte.glossar",
        "pages.texte.weiterleitungen",
        "figures.photographs",
    ),
)

# Planned after all others, from what these say of themselves.
LISTS = later("fokusbericht", ("pages.texte.daten",))
