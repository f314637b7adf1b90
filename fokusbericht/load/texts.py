"""What is only read: news, single pages, Leichte Sprache, commentaries."""

from fokusbericht.load.content import Page
from fokusbericht.load.fields import Fields
from fokusbericht.model.base import Key, Kind, Ref
from fokusbericht.model.figures import Kommentar
from fokusbericht.model.texts import Aktuelles, Bereich, Gebaerdenfilm, LeichteSeite, Seite


def aktuelles(page: Page) -> Aktuelles:
    """Build a piece of news."""
    return Aktuelles(
        **page.common(),
        datum=page.fields.date("datum"),
        handlungsfelder=page.fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
    )


def seite(page: Page) -> Seite:
    """Build a single page."""
    return Seite(
        **page.common(),
        bereich=page.fields.choice("bereich", Bereich),
        reihenfolge=page.fields.integer("reihenfolge"),
    )


def leichte_seite(page: Page) -> LeichteSeite:
    """Build a page in Leichte Sprache."""
    fields = page.fields
    target = fields.optional_text("zu")
    return LeichteSeite(
        **page.common(),
        reihenfolge=fields.integer("reihenfolge"),
        zu=Ref(page.find(target), fields.place_of("zu")) if target else None,
        pruefgruppe=fields.optional_text("pruefgruppe"),
        dgs=_gebaerdenfilm(fields),
    )


def _gebaerdenfilm(fields: Fields) -> Gebaerdenfilm | None:
    inner = fields.table_of("dgs")
    if inner is None:
        return None
    found = Gebaerdenfilm(
        place=inner.place,
        film=inner.optional_text("film"),
        untertitel=inner.optional_text("untertitel"),
        abschrift=inner.optional_text("abschrift"),
        adresse=inner.web_address("adresse"),
    )
    inner.done()
    return found


def kommentar(page: Page) -> Kommentar:
    """Build a commentary on an indicator."""
    fields = page.fields
    name = fields.text("indikator")
    return Kommentar(
        **page.common(kurz_required=False),
        indikator=Ref(Key(Kind.INDIKATOR, name), fields.place_of("indikator")),
        datum=fields.date("datum"),
    )
