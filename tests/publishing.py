"""The small county made ready for publication."""

from support import SMALL

PAGE = {
    "content/seiten/barrierefreiheit.md": (
        "---\ntitel: Barrierefreiheit\nkurz: Was geprüft ist.\nbereich: rechtliches\n"
        "reihenfolge: 3\ngeaendert: 2026-11-01\n---\n\nVorneweg.\n"
    )
}
STATED = """
barrierefreiheit:
  geprueft: 2026-10-05
  erstellt: 2026-10-12
  methode: selbstbewertung
  verfahren: Zwölf Seiten wurden angesehen.
  stand: teilweise vereinbar
  massstab: LBGG und BITV 2.0
  barrieren:
    - {was: Ein alter Film., art: nicht im anwendungsbereich, grund: Er ist von 2015.}
    - {was: Keine Gebärdensprache., grund: Noch nicht gedreht., plan: Bis Ende 2027.}
  beschwerdestelle:
    {name: Beschwerdestelle, web: "https://land.example/", text: Dort kann man sich beschweren.}
"""
KREIS = "content/kreis.yml"
IMPRESSUM = "content/seiten/impressum.md"
DATENSCHUTZ = "content/seiten/datenschutz.md"
LEGAL = (SMALL / IMPRESSUM).read_text(encoding="utf-8")
GAP = "{{ luecke: Name der verantwortlichen Stelle }}"
CONTACT = "kontakt: {stelle: Musterstelle, strasse: Weg 1, ort: 12345 Musterstadt"
SECURITY = "sicherheit: {kontakt: sicherheit@kreis.de, gueltig_bis: 2027-05-31}"
ENTRY = "  - {titel: Impressum, ziel: /impressum/}"
MENU = (
    f"{ENTRY}\n  - {{titel: Datenschutz, ziel: /datenschutz/}}\n"
    "  - {titel: Barrierefreiheit, ziel: /barrierefreiheit/}"
)
LEERSTAND = "indicators/wohnen/leerstand.yml"
PICTURE = {
    "content/bilder/plan.yml": (
        "datei: plan.svg\nalt: Ein Plan des Ortes.\nurheber: Kreis\nlizenz: CC0\n"
    ),
    "content/bilder/plan.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
    ),
}


def ready_kreis(kreis: str) -> str:
    """Return a kreis.yml with all that a publication asks for."""
    for old, new in (
        ("https://muster.example", "https://fokus.musterkreis.de"),
        ("hinweis: Dies ist ein erdachter Kreis.", "hinweis:"),
        ("beispiele: true", "beispiele: false"),
        (CONTACT, f"{CONTACT}, email: planung@musterkreis.de"),
        (ENTRY, MENU),
    ):
        assert old in kreis
        kreis = kreis.replace(old, new)
    return kreis + STATED + SECURITY + "\n"


def ready() -> dict[str, str]:
    """Return what makes the small county fit to be published."""
    kreis = ready_kreis((SMALL / KREIS).read_text(encoding="utf-8"))
    page = LEGAL.replace(GAP, "Der Musterkreis ist verantwortlich.")
    text = (SMALL / "content/seiten/verfahren.md").read_text(encoding="utf-8")
    return {
        **PAGE,
        **PICTURE,
        KREIS: kreis,
        IMPRESSUM: page,
        DATENSCHUTZ: page.replace("Impressum", "Datenschutz"),
        "content/seiten/verfahren.md": f"{text}\n{{{{ bild: plan }}}}\n",
        LEERSTAND: (SMALL / LEERSTAND).read_text(encoding="utf-8"),
        "geo/raeume.yml": (SMALL / "geo/raeume.yml").read_text(encoding="utf-8"),
        "content/glossar.yml": (SMALL / "content/glossar.yml").read_text(encoding="utf-8"),
    }
