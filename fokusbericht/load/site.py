"""content/kreis.yml and the short lists beside it: themes, target groups, glossary."""

import re
from collections.abc import Callable
from pathlib import Path

from fokusbericht.load.duties import barrierefreiheit, rueckmeldung, sicherheit
from fokusbericht.load.fields import MISSING, Fields
from fokusbericht.load.formats.number import FIRST
from fokusbericht.load.wordings import read_genitive, read_place
from fokusbericht.model.base import Key, Kind, Label, Querschnittsthema, Ref, Text
from fokusbericht.model.figures import Reihe, Zahlengruppe
from fokusbericht.model.kreis import (
    Abschnitt,
    App,
    Bild,
    Bildart,
    Jahreszahl,
    Kartenhintergrund,
    Kontakt,
    Kreis,
    Menupunkt,
    Vergleich,
    Weiterleitung,
)
from fokusbericht.model.texts import Begriff
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import list_files
from fokusbericht.sources.nodes import read_yaml
from fokusbericht.sources.values import YamlMapping
from fokusbericht.text.addresses import MAIL, TELEPHONE, is_own, is_web, visible

KREIS = "content/kreis.yml"
REDIRECTS = "content/weiterleitungen.yml"
# A page of ours, by its address from the root of the site.
PAGE = re.compile(r"/(?:[a-z0-9-]+/)*(?:#[a-z0-9-]+)?")
NO_PAGE = "„{}“ ist keine Adresse einer Seite: Sie steht so, wie /handlungsempfehlungen/2022-01/."
STILL_OLD = "„{}“ ist hier selbst eine alte Adresse. Bitte die Seite nennen, die es heute gibt."
QUERSCHNITT = "content/querschnittsthemen.yml"
GRUPPEN = "content/zahlengruppen.yml"
# The themes of data that all European portals share (EU Vocabularies, data-theme).
KATEGORIEN = (
    *("AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL"),
    *("INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN"),
)
BEREITSTELLER = "http://dcat-ap.de/def/contributors/"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
NOT_OURS = (
    "„{}“ ist keine Adresse dieser Website. Menüpunkte beginnen mit einem Schrägstrich: "
    "/handlungsfelder/."
)
SHORT_ALONE = (
    "Wo nur der kurze Hinweis Platz hat, muss ein Link zum ganzen führen. Bitte „hinweis_ziel“ "
    "angeben, zum Beispiel /impressum/."
)
REACHED = {
    "email": "eine E-Mail-Adresse, zum Beispiel planung@kreis.example",
    "telefon": "eine Telefonnummer, zum Beispiel 04121 4502-0",
}
# One host, no user, no port, no place for the name of a server: all of it goes into the policy.
TILES = re.compile(r"https://[a-z0-9.-]+\.[a-z]+/[^\s\"'<>]*")


def load_kreis(root: Path, problems: list[Problem]) -> Kreis:
    """Return what makes the site this county's own."""
    fields = _fields(root, KREIS, problems)
    farben = fields.mapping_of("farben") or Fields(YamlMapping({}, fields.place), [])
    kreis = Kreis(
        format=fields.optional_integer("format", FIRST, FIRST),
        name=fields.text("name"),
        name_ort=read_place(fields, "name_ort"),
        name_genitiv=read_genitive(fields, "name_genitiv"),
        schluessel=fields.text("schluessel"),
        titel=fields.text("titel"),
        leitsatz=fields.text("leitsatz"),
        beschreibung=fields.text("beschreibung"),
        basis_url=fields.text("basis_url").rstrip("/"),
        hinweis=fields.optional_text("hinweis"),
        beispiele=fields.boolean("beispiele"),
        erfunden=fields.boolean("erfunden"),
        quellenpflicht=fields.boolean("quellenpflicht"),
        stichtag=fields.day("stichtag"),
        akzent=_colour(farben, "akzent", "#0a5f73"),
        akzent_dunkel=_colour(farben, "akzent_dunkel", "#7cc7d3"),
        navigation=_menu(fields, "navigation"),
        fusszeile=_menu(fields, "fusszeile"),
        tueren=_menu(fields, "tueren"),
        kontakt=_kontakt(fields),
        lizenz_texte=fields.text("lizenz_texte"),
        startkarte=_indikator(fields, "startkarte"),
        place=Place(KREIS),
        bevoelkerung=fields.ref("bevoelkerung", Kind.INDIKATOR),
        profil=fields.refs("profil", Kind.INDIKATOR),
        aehnlichkeit=fields.refs("aehnlichkeit", Kind.INDIKATOR),
        demographie=tuple(_abschnitt(one) for one in fields.mappings("demographie")),
        vergleiche=tuple(_vergleich(one) for one in fields.mappings("vergleiche")),
        kartenhintergrund=_kartenhintergrund(fields),
        zahl_des_jahres=_jahreszahl(fields),
        barrierefreiheit=barrierefreiheit(fields),
        rueckmeldung=rueckmeldung(fields),
        sicherheit=sicherheit(fields),
        datenbereitsteller=_bereitsteller(fields),
        hinweis_kurz=fields.optional_text("hinweis_kurz"),
        hinweis_ziel=_hinweis_ziel(fields),
        suchbeispiele=fields.texts("suchbeispiele"),
        app=_app(fields),
    )
    if kreis.hinweis_kurz and not kreis.hinweis_ziel:
        fields.note(fields.place_of("hinweis_kurz"), SHORT_ALONE, MISSING)
    if kreis.basis_url and not is_web(kreis.basis_url):
        fields.note(fields.place_of("basis_url"), "Die Adresse beginnt mit https://.", "adresse")
    farben.done()
    fields.done()
    return kreis


def _fields(root: Path, path: str, problems: list[Problem]) -> Fields:
    table = read_yaml(root, path, problems)
    # After an unreadable file the missing keys would only repeat what is told already.
    return Fields(YamlMapping({}, Place(path)), []) if table is None else Fields(table, problems)


def _colour(fields: Fields, name: str, default: str) -> str:
    comment = fields.comment_instead(name)
    if comment:
        sentence = (
            f"„{comment}“ gilt nicht, denn mit „#“ beginnt in YAML ein Kommentar. Die Farbe gehört "
            f'in Anführungszeichen: "{default}".'
        )
        fields.note(fields.place_of(name), sentence, "farbe")
        return default
    text = fields.optional_text(name) or default
    if COLOUR.fullmatch(text):
        return text
    sentence = f"„{text}“ ist keine Farbe. Sie steht als #rrggbb, zum Beispiel {default}."
    fields.note(fields.place_of(name), sentence, "farbe")
    return default


def _hinweis_ziel(fields: Fields) -> Menupunkt | None:
    ziel = fields.optional_text("hinweis_ziel")
    if not ziel:
        return None
    if not is_own(ziel):
        sentence = NOT_OURS.format(visible(ziel))
        fields.note(fields.place_of("hinweis_ziel"), sentence, "adresse")
    return Menupunkt("", ziel, fields.place_of("hinweis_ziel"))


def _menu(fields: Fields, name: str) -> tuple[Menupunkt, ...]:
    points = []
    for one in fields.mappings(name, required=True):
        ziel = one.text("ziel")
        if ziel and not is_own(ziel):
            one.note(one.place_of("ziel"), NOT_OURS.format(visible(ziel)), "adresse")
        points.append(
            Menupunkt(
                one.text("titel"),
                ziel,
                one.place_of("ziel"),
                one.optional_text("text"),
                one.optional_text("gruppe") if name == "fusszeile" else "",
            )
        )
        one.done()
    return tuple(points)


def _jahreszahl(fields: Fields) -> Jahreszahl | None:
    inner = fields.mapping_of("zahl_des_jahres")
    if inner is None:
        return None
    found = Jahreszahl(_indikator(inner, "indikator"), inner.optional_text("satz"))
    inner.done()
    return found


def _abschnitt(fields: Fields) -> Abschnitt:
    found = Abschnitt(
        titel=fields.text("titel"),
        bilder=tuple(_bild(one) for one in fields.mappings("bilder")),
        place=fields.place,
        text=fields.optional_text("text"),
        kennzahl=fields.ref("kennzahl", Kind.INDIKATOR),
        weitere=fields.refs("weitere", Kind.INDIKATOR),
        fehlt=fields.optional_text("fehlt"),
    )
    fields.done()
    return found


def _bild(fields: Fields) -> Bild:
    found = Bild(
        indikatoren=fields.refs("indikatoren", Kind.INDIKATOR),
        place=fields.place,
        titel=fields.optional_text("titel"),
        art=fields.optional_choice("art", Bildart) or Bildart.VERLAUF,
        rest=fields.optional_text("rest"),
    )
    fields.done()
    return found


def _vergleich(fields: Fields) -> Vergleich:
    found = Vergleich(
        x=_indikator(fields, "waagerecht"),
        y=_indikator(fields, "senkrecht"),
        frage=fields.text("frage"),
        place=fields.place,
    )
    fields.done()
    return found


def _app(fields: Fields) -> App | None:
    inner = fields.mapping_of("app")
    if inner is None:
        return None
    name = inner.text("name")
    app = App(name, inner.optional_text("kurzname") or name, inner.web_address("paket"))
    inner.done()
    return app


def _kartenhintergrund(fields: Fields) -> Kartenhintergrund | None:
    inner = fields.mapping_of("kartenhintergrund")
    if inner is None:
        return None
    adresse, quelle = inner.text("adresse"), inner.text("quelle")
    inner.done()
    place = inner.place_of("adresse")
    complete = all(part in adresse for part in ("{z}", "{x}", "{y}"))
    if adresse and not (complete and TILES.fullmatch(adresse)):
        sentence = (
            "Die Adresse der Kartenbilder beginnt mit https:// und enthält {z}, {x} und {y}: "
            "https://karten.example/{z}/{x}/{y}.png."
        )
        fields.note(place, sentence, "adresse")
    return Kartenhintergrund(adresse, quelle, place)


def _indikator(fields: Fields, name: str) -> Ref:
    return Ref(Key(Kind.INDIKATOR, fields.text(name)), fields.place_of(name))


def _kontakt(fields: Fields) -> Kontakt:
    inner = fields.mapping_of("kontakt", required=True)
    if inner is None:
        return Kontakt("", "", "")
    kontakt = Kontakt(
        stelle=inner.text("stelle"),
        strasse=inner.text("strasse"),
        ort=inner.text("ort"),
        rolle=inner.optional_text("rolle"),
        email=inner.optional_text("email"),
        telefon=inner.optional_text("telefon"),
        web=inner.any_web_address("web"),
    )
    written = {MAIL: kontakt.email, TELEPHONE: kontakt.telefon}
    for (name, example), (form, text) in zip(REACHED.items(), written.items(), strict=True):
        if text and not form.fullmatch(text):
            sentence = f"„{visible(text)}“: Hier steht {example}."
            inner.note(inner.place_of(name), sentence, "adresse")
    inner.done()
    return kontakt


def load_labels(root: Path, name: str, kind: Kind, problems: list[Problem]) -> dict[str, Label]:
    """Return themes or target groups in the order of their file."""
    labels = {}
    for key, inner in _fields(root, f"content/{name}.yml", problems).entries():
        titel, ab = inner.line("titel"), inner.optional_day("ab")
        kategorien = _kategorien(inner) if kind is Kind.THEMA else ()
        labels[key] = Label(Key(kind, key), inner.place, titel, ab, kategorien)
        inner.done()
    return labels


def _kategorien(fields: Fields) -> tuple[str, ...]:
    """Return the codes by which catalogues of data know a theme."""
    found = fields.one_or_more("kategorien")
    for one in found:
        if one not in KATEGORIEN:
            sentence = f"„{visible(one)}“ ist keine Kategorie. Es gibt {', '.join(KATEGORIEN)}."
            fields.note(fields.place_of("kategorien"), sentence, "falsche-auswahl")
    return found


def _bereitsteller(fields: Fields) -> str:
    """Return by which address GovData knows the county as a supplier of data."""
    found = fields.any_web_address("datenbereitsteller")
    if found and not found.startswith(BEREITSTELLER):
        sentence = f"Die Kennung steht in der Liste von GovData und beginnt mit {BEREITSTELLER}"
        fields.note(fields.place_of("datenbereitsteller"), sentence, "adresse")
    return found


def load_groups(root: Path, problems: list[Problem]) -> dict[str, Zahlengruppe]:
    """Return which indicators stand beside each other, in the order of their file."""
    groups: dict[str, Zahlengruppe] = {}
    if GRUPPEN not in list_files(root, "content", ".yml"):
        return groups
    for key, inner in _fields(root, GRUPPEN, problems).entries():
        titel = inner.line("titel")
        reihen = tuple(_reihe(one) for one in inner.mappings("reihen", required=True))
        groups[key] = Zahlengruppe(key, inner.place, titel, reihen)
        inner.done()
    return groups


def _reihe(fields: Fields) -> Reihe:
    indikator = Ref(Key(Kind.INDIKATOR, fields.text("indikator")), fields.place_of("indikator"))
    found = Reihe(indikator, fields.line("name"), fields.place)
    fields.done()
    return found


def load_querschnitt(root: Path, problems: list[Problem]) -> dict[str, Querschnittsthema]:
    """Return the topics that run through several fields, in the order of their file."""
    topics: dict[str, Querschnittsthema] = {}
    if QUERSCHNITT not in list_files(root, "content", ".yml"):
        return topics
    for key, inner in _fields(root, QUERSCHNITT, problems).entries():
        topics[key] = Querschnittsthema(
            key=Key(Kind.QUERSCHNITT, key),
            place=inner.place,
            titel=inner.line("titel"),
            ab=inner.optional_day("ab"),
            kurz=inner.line("kurz"),
        )
        inner.done()
    return topics


def load_redirects(root: Path, problems: list[Problem]) -> dict[str, Weiterleitung]:
    """Return the addresses that pages once had, with those they have today."""
    if REDIRECTS not in list_files(root, "content", ".yml"):
        return {}
    fields = _fields(root, REDIRECTS, problems)
    found = {}
    for old, entry in fields.items():
        new = fields.text(old)
        for address in (old, new):
            is_page = PAGE.fullmatch(address) and not (address is old and "#" in old)
            if address and not is_page:
                sentence = NO_PAGE.format(visible(address))
                fields.note(entry.value.place, sentence, "adresse")
        found[old] = Weiterleitung(old, new, entry.value.place)
    # Else readers would be sent on and on, in a circle for ever.
    for one in found.values():
        if one.neu in found:
            fields.note(one.place, STILL_OLD.format(one.neu), "adresse")
    fields.done()
    return found


def load_glossary(
    root: Path, find: Callable[[str], Key], problems: list[Problem]
) -> dict[str, Begriff]:
    """Return the terms of the glossary, sorted by term."""
    begriffe = {}
    for key, inner in _fields(root, "content/glossar.yml", problems).entries():
        text = inner.text("erklaerung")
        begriffe[key] = Begriff(
            key=Key(Kind.BEGRIFF, key),
            place=inner.place,
            begriff=inner.line("begriff"),
            erklaerung=Text(text, inner.place_of("erklaerung")),
            kurzform=inner.optional_text("kurzform"),
            formen=inner.texts("formen"),
            im_text=inner.boolean("im_text", True),
            siehe=inner.refs("siehe", Kind.BEGRIFF),
            quellen=inner.quellen(),
            ab=inner.optional_day("ab"),
        )
        inner.done()
    return begriffe
