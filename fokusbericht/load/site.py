"""content/kreis.yml and the short lists beside it: themes, target groups, glossary."""

import re
from collections.abc import Callable
from pathlib import Path

from fokusbericht.load.fields import Fields
from fokusbericht.model import (
    Abschnitt,
    Begriff,
    Key,
    Kind,
    Kontakt,
    Kreis,
    Label,
    Menupunkt,
    Ref,
    Text,
    Vergleich,
)
from fokusbericht.problems import Place, Problem
from fokusbericht.sources import Table, read_yaml

KREIS = "content/kreis.yml"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def load_kreis(root: Path, problems: list[Problem]) -> Kreis:
    """Return what makes the site this county's own."""
    fields = _fields(root, KREIS, problems)
    farben = fields.table_of("farben") or Fields(Table({}, fields.place), [])
    kreis = Kreis(
        name=fields.text("name"),
        schluessel=fields.text("schluessel"),
        titel=fields.text("titel"),
        leitsatz=fields.text("leitsatz"),
        beschreibung=fields.text("beschreibung"),
        basis_url=fields.text("basis_url").rstrip("/"),
        hinweis=fields.optional_text("hinweis"),
        beispiele=fields.boolean("beispiele"),
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
        demographie=tuple(_abschnitt(one) for one in fields.tables("demographie")),
        vergleiche=tuple(_vergleich(one) for one in fields.tables("vergleiche")),
    )
    if kreis.basis_url and not kreis.basis_url.startswith(("https://", "http://")):
        fields.note(fields.place_of("basis_url"), "Die Adresse beginnt mit https://.", "adresse")
    farben.done()
    fields.done()
    return kreis


def _fields(root: Path, path: str, problems: list[Problem]) -> Fields:
    table = read_yaml(root, path, problems)
    # After an unreadable file the missing keys would only repeat what is told already.
    return Fields(Table({}, Place(path)), []) if table is None else Fields(table, problems)


def _colour(fields: Fields, name: str, default: str) -> str:
    text = fields.optional_text(name) or default
    if COLOUR.fullmatch(text):
        return text
    sentence = f"„{text}“ ist keine Farbe. Sie steht als #rrggbb, zum Beispiel {default}."
    fields.note(fields.place_of(name), sentence, "farbe")
    return default


def _menu(fields: Fields, name: str) -> tuple[Menupunkt, ...]:
    points = []
    for one in fields.tables(name, required=True):
        ziel = one.text("ziel")
        points.append(
            Menupunkt(one.text("titel"), ziel, one.place_of("ziel"), one.optional_text("text"))
        )
        one.done()
    return tuple(points)


def _abschnitt(fields: Fields) -> Abschnitt:
    found = Abschnitt(
        fields.text("titel"), fields.refs("indikatoren", Kind.INDIKATOR), fields.place
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


def _indikator(fields: Fields, name: str) -> Ref:
    return Ref(Key(Kind.INDIKATOR, fields.text(name)), fields.place_of(name))


def _kontakt(fields: Fields) -> Kontakt:
    inner = fields.table_of("kontakt", required=True)
    if inner is None:
        return Kontakt("", "", "")
    kontakt = Kontakt(
        stelle=inner.text("stelle"),
        strasse=inner.text("strasse"),
        ort=inner.text("ort"),
        rolle=inner.optional_text("rolle"),
        email=inner.optional_text("email"),
        telefon=inner.optional_text("telefon"),
        web=inner.optional_text("web"),
    )
    inner.done()
    return kontakt


def load_labels(root: Path, name: str, kind: Kind, problems: list[Problem]) -> dict[str, Label]:
    """Return themes or target groups in the order of their file."""
    labels = {}
    for key, inner in _fields(root, f"content/{name}.yml", problems).entries():
        labels[key] = Label(Key(kind, key), inner.place, inner.text("titel"))
        inner.done()
    return labels


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
            begriff=inner.text("begriff"),
            erklaerung=Text(text, inner.place_of("erklaerung")),
            kurzform=inner.optional_text("kurzform"),
            siehe=inner.refs("siehe", Kind.BEGRIFF),
            quellen=inner.quellen(),
        )
        inner.done()
    return begriffe
