"""Fields, groups, bodies, decisions, meetings, editions."""

from fokusbericht.load.content import ContentFile
from fokusbericht.load.editions import auswahl
from fokusbericht.load.fields import Fields
from fokusbericht.load.lives import abstimmung, life
from fokusbericht.model.base import Key, Kind, Ref
from fokusbericht.model.lives import Ergebnis
from fokusbericht.model.planning import (
    Aufnahme,
    Bericht,
    Beschluss,
    Entscheidung,
    Feldschritt,
    Fokusgruppe,
    Gremienart,
    Gremium,
    Gruppenart,
    Handlungsfeld,
    Speicherthema,
    Termin,
    Terminart,
    Verbindlichkeit,
    Vorschlagsart,
    Wandel,
    Wechselwirkung,
)


def handlungsfeld(file: ContentFile) -> Handlungsfeld:
    """Build a Handlungsfeld."""
    fields = file.fields
    return Handlungsfeld(
        **file.common(),
        reihenfolge=fields.integer("reihenfolge"),
        kennzahlen=fields.refs("kennzahlen", Kind.INDIKATOR),
        karte=fields.ref("karte", Kind.INDIKATOR),
        verlauf=tuple(_feldschritt(step) for step in fields.mappings("verlauf")),
        wechselwirkungen=tuple(_wechselwirkung(one) for one in fields.mappings("wechselwirkungen")),
    )


def _feldschritt(fields: Fields) -> Feldschritt:
    found = Feldschritt(
        datum=fields.date("datum"),
        was=fields.choice("was", Wandel),
        stand=fields.choice("stand", Verbindlichkeit),
        text=fields.text("text"),
        place=fields.place,
        name=fields.optional_text("name"),
        beschluss=fields.ref("beschluss", Kind.BESCHLUSS),
        quelle=fields.optional_text("quelle"),
        vorher=fields.optional_text("vorher"),
        von=fields.optional_text("von"),
        vorrang=fields.optional_boolean("vorrang"),
    )
    fields.done()
    return found


def _wechselwirkung(fields: Fields) -> Wechselwirkung:
    name = fields.text("feld")
    ref = Ref(Key(Kind.HANDLUNGSFELD, name), fields.place_of("feld"))
    found = Wechselwirkung(ref, fields.text("grund"))
    fields.done()
    return found


def fokusgruppe(file: ContentFile) -> Fokusgruppe:
    """Build a working structure."""
    fields = file.fields
    return Fokusgruppe(
        **file.common(),
        art=fields.choice("art", Gruppenart),
        seit=fields.optional_date("seit"),
        bis=fields.optional_date("bis"),
        handlungsfelder=fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
        einrichtungen=fields.texts("einrichtungen"),
    )


def gremium(file: ContentFile) -> Gremium:
    """Build a political body."""
    return Gremium(**file.common(), art=file.fields.choice("art", Gremienart))


def beschluss(file: ContentFile) -> Beschluss:
    """Build a decision."""
    fields = file.fields
    name = fields.text("gremium")
    return Beschluss(
        **file.common(),
        **life(fields),
        gremium=Ref(Key(Kind.GREMIUM, name), fields.place_of("gremium")),
        datum=fields.date("datum"),
        ergebnis=fields.choice("ergebnis", Ergebnis),
        vorlage=fields.optional_text("vorlage"),
        betrifft=fields.mixed_refs("betrifft", file.find),
        vorgaenger=fields.refs("vorgaenger", Kind.BESCHLUSS),
        vorlage_url=fields.web_address("vorlage_url"),
        url=fields.web_address("url"),
        abstimmung=abstimmung(fields),
    )


def speicherthema(file: ContentFile) -> Speicherthema:
    """Build a proposal for a new group or topic."""
    fields = file.fields
    return Speicherthema(
        **file.common(),
        datum=fields.date("datum"),
        von=fields.text("von"),
        vorschlag=fields.choice("vorschlag", Vorschlagsart),
        fokusgruppe=fields.ref("fokusgruppe", Kind.FOKUSGRUPPE),
        querschnitt=fields.refs("querschnitt", Kind.QUERSCHNITT),
        entscheidung=_entscheidung(fields),
    )


def _entscheidung(fields: Fields) -> Entscheidung | None:
    inner = fields.mapping_of("entscheidung")
    if inner is None:
        return None
    found = Entscheidung(
        datum=inner.date("datum"),
        aufnahme=inner.choice("ergebnis", Aufnahme),
        text=inner.text("text"),
        place=inner.place,
        belege=inner.one_or_more("quelle"),
    )
    inner.done()
    return found


def termin(file: ContentFile) -> Termin:
    """Build a session, workshop or conference."""
    fields = file.fields
    return Termin(
        **file.common(),
        art=fields.choice("art", Terminart),
        datum=fields.date("datum"),
        ort=fields.optional_line("ort"),
        ergebnisse=fields.texts("ergebnisse"),
        handlungsfelder=fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
        fokusgruppe=fields.ref("fokusgruppe", Kind.FOKUSGRUPPE),
    )


def bericht(file: ContentFile) -> Bericht:
    """Build an edition of the report."""
    fields = file.fields
    return Bericht(
        **file.common(),
        jahr=fields.integer("jahr"),
        form=fields.text("form"),
        umfang=fields.optional_line("umfang"),
        erschienen=fields.optional_date("erschienen"),
        hebt_hervor=fields.mixed_refs("hebt_hervor", file.find),
        ausgabe=auswahl(fields, file.find),
    )
