"""What is only read: news, single pages, Leichte Sprache, commentaries."""

from fokusbericht.load.content import ContentFile
from fokusbericht.load.fields import Fields
from fokusbericht.model.base import Key, Kind, Ref
from fokusbericht.model.figures import Kommentar
from fokusbericht.model.texts import Aktuelles, Bereich, Filmdatei, LeichteSeite, Seite


def aktuelles(file: ContentFile) -> Aktuelles:
    """Build a piece of news."""
    return Aktuelles(
        **file.common(),
        datum=file.fields.date("datum"),
        handlungsfelder=file.fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
    )


def seite(file: ContentFile) -> Seite:
    """Build a single page."""
    return Seite(
        **file.common(),
        bereich=file.fields.choice("bereich", Bereich),
        reihenfolge=file.fields.integer("reihenfolge"),
        film=_film(file.fields, "film"),
    )


def leichte_seite(file: ContentFile) -> LeichteSeite:
    """Build a page in Leichte Sprache."""
    fields = file.fields
    target = fields.optional_text("zu")
    return LeichteSeite(
        **file.common(),
        reihenfolge=fields.integer("reihenfolge"),
        zu=Ref(file.find(target), fields.place_of("zu")) if target else None,
        pruefgruppe=fields.optional_text("pruefgruppe"),
        dgs=_film(fields, "dgs"),
    )


def _film(fields: Fields, name: str) -> Filmdatei | None:
    inner = fields.mapping_of(name)
    if inner is None:
        return None
    found = Filmdatei(
        place=inner.place,
        film=inner.optional_text("film"),
        untertitel=inner.optional_text("untertitel"),
        abschrift=inner.optional_text("abschrift"),
        adresse=inner.web_address("adresse"),
    )
    inner.done()
    return found


def kommentar(file: ContentFile) -> Kommentar:
    """Build a commentary on an indicator."""
    fields = file.fields
    name = fields.text("indikator")
    return Kommentar(
        **file.common(kurz_required=False),
        indikator=Ref(Key(Kind.INDIKATOR, name), fields.place_of("indikator")),
        datum=fields.date("datum"),
    )
