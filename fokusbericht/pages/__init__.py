"""One module a page kind: a view (plain data) for a template. One line a kind."""

from fokusbericht.later import later

PAGES = later(
    "fokusbericht",
    (
        "pages.frame.cards",
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
        "pages.planung.sitzungsblatt",
        "pages.planung.sitzungsblatt_druck",
        "pages.planung.beschluesse",
        "pages.planung.beschluss",
        "pages.planung.anregungen",
        "pages.planung.anregung",
        "pages.planung.themenspeicher",
        "pages.planung.querschnitt",
        "pages.texte.berichtigungen",
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
        "pages.orte.ortsvergleich",
        "pages.sozialbericht.demographie",
        "pages.texte.grundlagen",
        "pages.orte.gravitation",
        "pages.texte.seite",
        "pages.texte.leichte_sprache",
        "pages.texte.glossar",
        "pages.texte.register",
        "pages.texte.suche",
        "pages.texte.daten_api",
        "figures.photographs",
    ),
)

# Planned after all others, from what these say of themselves.
LISTS = later(
    "fokusbericht", ("exports.catalogue", "pages.texte.daten", "pages.texte.daten_spalten")
)
